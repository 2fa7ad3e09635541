#pragma once

#include "core/signing/PinPrompt.h"

#include <QCommandLineParser>

namespace bidseal::cli {

/** --pin-env VAR, --pin-stdin, --last-try. Without the first two the PIN is asked for on the terminal, without echo. */
void addPinOptions(QCommandLineParser &parser);

/**
 * The PIN for the command line. A PIN from a variable or from standard input is used once and never again; the last try
 * of a token wants --last-try, so that a script cannot lock it.
 */
class CliPinPrompt final : public PinPrompt
{
public:
    explicit CliPinPrompt(const QCommandLineParser &parser);

    QFuture<Result<SecureBytes>> ask(const PinQuestion &question) override;
    void finished(const Result<void> &outcome) override;

private:
    [[nodiscard]] Result<SecureBytes> answer(const PinQuestion &question) const;

    QString m_variable;
    bool m_fromStandardInput;
    bool m_mayUseLastTry;
};

} // namespace bidseal::cli
