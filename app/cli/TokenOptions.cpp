#include "app/cli/TokenOptions.h"

#include "app/cli/CliWords.h"
#include "app/cli/EventLoop.h"
#include "pkcs11/client/TokenMonitor.h"

#include <QFileInfo>

namespace bidseal::cli {

namespace {

constexpr std::chrono::seconds searchLimit{30};

bool isNamed(const SigningIdentity &identity, const QString &certificate)
{
    const QString id = QString::fromLatin1(identity.keyId.toHex());
    return certificate.isEmpty() || id.compare(certificate, Qt::CaseInsensitive) == 0 ||
           identity.certificate.subject.contains(certificate, Qt::CaseInsensitive) ||
           identity.certificate.commonName == certificate;
}

bool isOnToken(const SigningIdentity &identity, const QCommandLineParser &parser)
{
    if (parser.isSet(QStringLiteral("token")) && identity.mediumLabel != parser.value(QStringLiteral("token")))
        return false;
    return !parser.isSet(QStringLiteral("slot")) || identity.slot == parser.value(QStringLiteral("slot")).toInt();
}

ErrorCode codeFor(UnusableReason reason)
{
    switch (reason) {
    case UnusableReason::Unreadable:
        return ErrorCode::CertificateUnreadable;
    case UnusableReason::NoPrivateKey:
        return ErrorCode::PrivateKeyMissing;
    case UnusableReason::NotYetValid:
        return ErrorCode::CertificateNotYetValid;
    case UnusableReason::Expired:
        return ErrorCode::CertificateExpired;
    case UnusableReason::NotForSigning:
        return ErrorCode::CertificateNotForSigning;
    case UnusableReason::AlgorithmUnsupported:
        return ErrorCode::AlgorithmUnsupported;
    case UnusableReason::None:
        break;
    }
    return ErrorCode::CertificateNotFound;
}

} // namespace

void addModuleOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {QStringLiteral("module"),
         words(QT_TRANSLATE_NOOP("Cli", "PKCS#11 module of the UKey's maker; the installed ones without it.")),
         QStringLiteral("PATH")});
    parser.addOption(
        {QStringLiteral("driver"), words(QT_TRANSLATE_NOOP("Cli", "libp11 or cryptoki.")), QStringLiteral("NAME")});
}

void addTokenOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {QStringLiteral("token"), words(QT_TRANSLATE_NOOP("Cli", "Label of the UKey.")), QStringLiteral("LABEL")});
    parser.addOption(
        {QStringLiteral("slot"), words(QT_TRANSLATE_NOOP("Cli", "Slot of the UKey.")), QStringLiteral("N")});
    parser.addOption({QStringLiteral("cert"),
                      words(QT_TRANSLATE_NOOP("Cli", "Key id (hex), or part of the certificate's subject.")),
                      QStringLiteral("ID|SUBJECT")});
}

Result<QStringList> modulesFrom(const QCommandLineParser &parser)
{
    QStringList modules = parser.values(QStringLiteral("module"));
    for (QString &module : modules)
        module = QFileInfo(module).absoluteFilePath();
    if (modules.isEmpty())
        modules = findInstalledModules();
    if (modules.isEmpty())
        return fail(ErrorCode::ModuleNotFound);
    return modules;
}

struct TokenSearch::Private
{
    Result<QStringList> modules;
    std::unique_ptr<TokenMonitor> monitor;
};

TokenSearch::TokenSearch(const QCommandLineParser &parser)
    : m_d(std::make_unique<Private>(Private{modulesFrom(parser), nullptr}))
{
    TokenHostOptions options;
    options.modules = m_d->modules.value_or(QStringList());
    options.driver = parser.value(QStringLiteral("driver"));
    m_d->monitor = std::make_unique<TokenMonitor>(options);
}

TokenSearch::~TokenSearch() = default;

Result<void> TokenSearch::run()
{
    if (!m_d->modules)
        return fail(m_d->modules.error());
    TokenMonitor &monitor = *m_d->monitor;
    monitor.start();
    const bool ended =
        runUntil([&monitor] { return !monitor.isSearching(); }, &monitor, &TokenMonitor::changed, searchLimit);
    if (!ended)
        return fail(ErrorCode::TokenHostTimedOut);
    return {};
}

SignerProvider &TokenSearch::provider() const
{
    return *m_d->monitor;
}

Result<SigningIdentity> TokenSearch::chosen(const QCommandLineParser &parser) const
{
    const QString certificate = parser.value(QStringLiteral("cert"));
    bool hasToken = false;
    std::optional<SigningIdentity> unusable;
    for (const SigningIdentity &identity : m_d->monitor->identities()) {
        if (!isOnToken(identity, parser))
            continue;
        hasToken = true;
        if (!isNamed(identity, certificate))
            continue;
        if (identity.unusable == UnusableReason::None)
            return identity;
        unusable = identity;
    }
    if (unusable)
        return fail(codeFor(unusable->unusable), unusable->certificate.subject);
    if (hasToken)
        return fail(ErrorCode::CertificateNotFound);
    const auto problems = m_d->monitor->problems();
    if (!problems.empty())
        return fail(problems.front());
    return fail(ErrorCode::TokenNotFound);
}

} // namespace bidseal::cli
