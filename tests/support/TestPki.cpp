#include "tests/support/TestPki.h"

#include "core/common/UniqueHandle.h"
#include "core/crypto/CertificateReader.h"

#include <QFile>
#include <QProcess>

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <array>

namespace bidseal::test {

namespace {

constexpr int toolTimeout = 60'000;

QString fileStem(PkiName name)
{
    constexpr std::array stems{"root-ca",      "issuing-ca", "enterprise-rsa", "enterprise-ec", "enterprise-sm2",
                               "company2-rsa", "personal",   "expired",        "not-yet-valid", "encryption-only",
                               "tsa",          "other-root", "other-leaf"};
    return QLatin1String(stems.at(static_cast<std::size_t>(name)));
}

const EVP_MD *method(DigestAlgorithm digest)
{
    return EVP_get_digestbyname(digestName(digest).toLatin1().constData());
}

} // namespace

const TestPki &TestPki::instance()
{
    static const TestPki pki;
    return pki;
}

TestPki::TestPki()
{
    const QString script = QStringLiteral(BIDSEAL_SOURCE_DIR "/tests/support/make_pki.sh");
    const ToolOutcome made = runTool(QStringLiteral("sh"), {script, m_directory.path()});
    if (made.exitCode != 0)
        qFatal("make_pki.sh failed: %s", made.errors.constData());
}

QString TestPki::directory() const
{
    return m_directory.path();
}

QString TestPki::pemPath(PkiName name) const
{
    return m_directory.filePath(fileStem(name) + QLatin1String(".pem"));
}

QString TestPki::derPath(PkiName name) const
{
    return m_directory.filePath(fileStem(name) + QLatin1String(".der"));
}

QString TestPki::keyPath(PkiName name) const
{
    return m_directory.filePath(fileStem(name) + QLatin1String(".key"));
}

QString TestPki::pkcs8Path(PkiName name) const
{
    return m_directory.filePath(fileStem(name) + QLatin1String(".p8"));
}

QString TestPki::chainPath() const
{
    return m_directory.filePath(QStringLiteral("chain.pem"));
}

QByteArray TestPki::der(PkiName name) const
{
    return readFile(derPath(name));
}

QByteArray TestPki::pkcs8(PkiName name) const
{
    return readFile(pkcs8Path(name));
}

Certificate TestPki::certificate(PkiName name) const
{
    auto certificate = readCertificate(der(name));
    if (!certificate)
        qFatal("test certificate: %s", qUtf8Printable(certificate.error().detail));
    return std::move(*certificate);
}

std::vector<Certificate> TestPki::chain() const
{
    return {certificate(PkiName::IssuingCa), certificate(PkiName::RootCa)};
}

QByteArray TestPki::sign(PkiName name, const CmsToBeSigned &request) const
{
    return signBytes(name, request.toSign, request.digestAlgorithm, request.scheme);
}

QByteArray TestPki::signBytes(PkiName name, const QByteArray &bytes, DigestAlgorithm digest,
                              SignatureScheme scheme) const
{
    const QByteArray encoded = pkcs8(name);
    const auto *cursor = reinterpret_cast<const unsigned char *>(encoded.constData());
    const UniqueHandle<EVP_PKEY, EVP_PKEY_free> key(d2i_AutoPrivateKey(nullptr, &cursor, encoded.size()));
    const UniqueHandle<EVP_PKEY_CTX, EVP_PKEY_CTX_free> keyContext(EVP_PKEY_CTX_new(key.get(), nullptr));
    const UniqueHandle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    EVP_MD_CTX_set_pkey_ctx(context.get(), keyContext.get());
    if (EVP_PKEY_is_a(key.get(), "SM2"))
        EVP_PKEY_CTX_set1_id(keyContext.get(), "1234567812345678", 16);
    bool isGood = EVP_DigestSignInit(context.get(), nullptr, method(digest), nullptr, key.get()) == 1;
    if (scheme == SignatureScheme::RsaPss) {
        isGood = isGood && EVP_PKEY_CTX_set_rsa_padding(keyContext.get(), RSA_PKCS1_PSS_PADDING) > 0 &&
                 EVP_PKEY_CTX_set_rsa_pss_saltlen(keyContext.get(), RSA_PSS_SALTLEN_DIGEST) > 0;
    }
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    const auto size = static_cast<std::size_t>(bytes.size());
    std::size_t length = 0;
    isGood = isGood && EVP_DigestSign(context.get(), nullptr, &length, data, size) == 1;
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    isGood = isGood && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length, data,
                                      size) == 1;
    if (!isGood)
        qFatal("the test key could not sign");
    signature.truncate(static_cast<qsizetype>(length));
    return signature;
}

ToolOutcome runTool(const QString &program, const QStringList &arguments, const QString &workingDirectory)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(workingDirectory);
    process.start(program, arguments, QIODevice::ReadOnly);
    ToolOutcome outcome;
    if (!process.waitForStarted(toolTimeout) || !process.waitForFinished(toolTimeout)) {
        outcome.errors = process.errorString().toUtf8();
        process.kill();
        process.waitForFinished();
        return outcome;
    }
    outcome.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    return outcome;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qUtf8Printable(path));
    return file.readAll();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qUtf8Printable(path));
}

} // namespace bidseal::test
