#include "tests/integration/pkcs11/DriverFixture.h"

#include <QCoreApplication>
#include <QTemporaryDir>

namespace bidseal::test {

namespace {

QByteArray derInteger(QByteArray bytes)
{
    while (bytes.size() > 1 && bytes[0] == '\0')
        bytes.remove(0, 1);
    if (static_cast<unsigned char>(bytes[0]) >= 0x80)
        bytes.prepend('\0');
    return '\x02' + QByteArray(1, static_cast<char>(bytes.size())) + bytes;
}

QByteArray derEcdsa(const QByteArray &plain)
{
    const qsizetype half = plain.size() / 2;
    const QByteArray content = derInteger(plain.first(half)) + derInteger(plain.sliced(half));
    return '\x30' + QByteArray(1, static_cast<char>(content.size())) + content;
}

} // namespace

CmsToBeSigned requestFor(const QByteArray &text, DigestAlgorithm digest, SignatureScheme scheme)
{
    return {.toSign = text, .digest = digestOf(digest, text), .digestAlgorithm = digest, .scheme = scheme};
}

bool isGoodSignature(PkiName name, const CmsToBeSigned &request, const QByteArray &signature)
{
    const QTemporaryDir directory;
    const QString data = directory.filePath(QStringLiteral("data"));
    const QString value = directory.filePath(QStringLiteral("signature"));
    const QString key = directory.filePath(QStringLiteral("public.pem"));
    writeFile(data, request.toSign);
    writeFile(value, request.scheme == SignatureScheme::Ecdsa ? derEcdsa(signature) : signature);
    const QString openssl = QStringLiteral("openssl");
    const auto publicKey =
        runTool(openssl, {QStringLiteral("x509"), QStringLiteral("-in"), TestPki::instance().pemPath(name),
                          QStringLiteral("-pubkey"), QStringLiteral("-noout")});
    writeFile(key, publicKey.output);
    QStringList arguments{QStringLiteral("dgst"),       u'-' + digestName(request.digestAlgorithm),
                          QStringLiteral("-verify"),    key,
                          QStringLiteral("-signature"), value};
    if (request.scheme == SignatureScheme::RsaPss) {
        arguments << QStringLiteral("-sigopt") << QStringLiteral("rsa_padding_mode:pss") << QStringLiteral("-sigopt")
                  << QStringLiteral("rsa_pss_saltlen:digest");
    }
    return runTool(openssl, arguments << data).exitCode == 0;
}

std::vector<QString> builtInDrivers()
{
#if defined(BIDSEAL_HAVE_LIBP11)
    return {QStringLiteral("libp11"), QStringLiteral("cryptoki")};
#else
    return {QStringLiteral("cryptoki")};
#endif
}

QString badModulePath()
{
    return QStringLiteral(BIDSEAL_BIN_DIR "/bad_module.so");
}

} // namespace bidseal::test
