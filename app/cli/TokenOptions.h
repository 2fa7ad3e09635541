#pragma once

#include "core/common/Result.h"
#include "core/signing/Signer.h"

#include <QCommandLineParser>

namespace bidseal::cli {

/** --module PATH, --driver. */
void addModuleOptions(QCommandLineParser &parser);
/** --token LABEL, --slot N, --cert ID|SUBJECT. */
void addTokenOptions(QCommandLineParser &parser);

/** The modules named, or those installed here. ModuleNotFound when there is none. */
Result<QStringList> modulesFrom(const QCommandLineParser &parser);

/** The tokens of all modules after one search. Runs the event loop until it is over, at most half a minute. */
class TokenSearch
{
public:
    explicit TokenSearch(const QCommandLineParser &parser);
    ~TokenSearch();
    TokenSearch(const TokenSearch &) = delete;
    TokenSearch &operator=(const TokenSearch &) = delete;

    Result<void> run();
    [[nodiscard]] SignerProvider &provider() const;

    /** The one certificate that the options name. Says which of the many reasons it is when there is none. */
    [[nodiscard]] Result<SigningIdentity> chosen(const QCommandLineParser &parser) const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal::cli
