#pragma once

#include "app/cli/Command.h"
#include "core/common/Result.h"
#include "core/common/SecureBytes.h"
#include "core/signing/Validator.h"

#include <QJsonObject>

#include <optional>

namespace bidseal::cli {

/** `verify`: the validator's report for one or several files. */
class VerifyCommand final : public Command
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("verify"); }
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CliOutput &output) override;

private:
    /** Reads the options; the exit code when they make no sense. */
    std::optional<ExitCode> readOptions(const QCommandLineParser &parser, const CliOutput &output);
    ExitCode verifyFile(const QString &path, const CliOutput &output, QJsonObject &json) const;
    ExitCode judge(const SignatureReport &report) const;
    Result<void> writeReport(const SignatureReport &report) const;

    std::optional<SecureBytes> m_password;
    TrustStore m_trust;
    ValidationOptions m_options;
    bool m_requireTrust = false;
    QString m_reportPath;
};

} // namespace bidseal::cli
