#include "core/crypto/TrustStore.h"

#include "core/crypto/CertificateReader.h"
#include "core/crypto/OpenSsl.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace bidseal {

namespace {

using UniqueStore = UniqueHandle<X509_STORE, X509_STORE_free>;
using UniqueStoreContext = UniqueHandle<X509_STORE_CTX, X509_STORE_CTX_free>;

constexpr qint64 maximumAnchorFile = 16LL * 1024 * 1024;
constexpr int maximumPathDepth = 20;

void freeStack(STACK_OF(X509) * stack)
{
    sk_X509_pop_free(stack, X509_free);
}
using UniqueStack = UniqueHandle<STACK_OF(X509), freeStack>;

std::unexpected<Error> unreadable(const QString &path, const QString &why)
{
    ErrorContext context;
    context.fileName = path;
    return fail(ErrorCode::TrustAnchorUnreadable, why, context);
}

Result<void> loadFile(const QString &path, TrustStore &store)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    if (file.size() > maximumAnchorFile)
        return unreadable(path, QStringLiteral("too large for a file of certificates"));
    const auto certificates = readCertificates(file.readAll());
    if (!certificates)
        return unreadable(path, certificates.error().detail);
    for (const Certificate &certificate : *certificates)
        store.add(certificate);
    return {};
}

QStringList filesIn(const QString &fileOrFolder)
{
    if (!QFileInfo(fileOrFolder).isDir())
        return {fileOrFolder};
    const QDir folder(fileOrFolder);
    const QStringList patterns{QStringLiteral("*.pem"), QStringLiteral("*.crt"), QStringLiteral("*.cer"),
                               QStringLiteral("*.der")};
    QStringList files;
    const QStringList names = folder.entryList(patterns, QDir::Files, QDir::Name);
    for (const QString &name : names)
        files.append(folder.filePath(name));
    return files;
}

} // namespace

Result<TrustStore> TrustStore::load(const QStringList &filesOrFolders)
{
    TrustStore store;
    for (const QString &fileOrFolder : filesOrFolders) {
        const QFileInfo info(fileOrFolder);
        if (!info.exists() || !info.isReadable())
            return unreadable(fileOrFolder, QStringLiteral("no such file or folder, or no right to read it"));
        const QStringList files = filesIn(fileOrFolder);
        for (const QString &file : files) {
            if (auto loaded = loadFile(file, store); !loaded)
                return fail(loaded.error());
        }
    }
    return store;
}

void TrustStore::add(const Certificate &anchor)
{
    if (std::find(m_anchors.begin(), m_anchors.end(), anchor) == m_anchors.end())
        m_anchors.push_back(anchor);
}

namespace {

/** What the checks found, collected over the whole path instead of stopping at the first date. */
struct Findings
{
    bool expired = false;
    bool notYetValid = false;
    int firstTimeError = X509_V_OK;
    int firstOtherError = X509_V_OK;
};

Findings *findingsOf(X509_STORE_CTX *context)
{
    return static_cast<Findings *>(X509_STORE_CTX_get_app_data(context));
}

/** Goes on over dates, so that they are told apart from everything else; stops at everything else. */
int onVerify(int isGood, X509_STORE_CTX *context)
{
    if (isGood == 1)
        return 1;
    Findings *findings = findingsOf(context);
    const int error = X509_STORE_CTX_get_error(context);
    if (error != X509_V_ERR_CERT_HAS_EXPIRED && error != X509_V_ERR_CERT_NOT_YET_VALID) {
        findings->firstOtherError = error;
        return 0;
    }
    findings->expired = findings->expired || error == X509_V_ERR_CERT_HAS_EXPIRED;
    findings->notYetValid = findings->notYetValid || error == X509_V_ERR_CERT_NOT_YET_VALID;
    if (findings->firstTimeError == X509_V_OK)
        findings->firstTimeError = error;
    return 1;
}

openssl::UniqueX509 parseWithId(const Certificate &certificate)
{
    openssl::UniqueX509 x509 = openssl::parseX509(certificate.der);
    // OpenSSL checks SM2 signatures on certificates with an empty id unless it is told the standard one on each.
    const int signatureNid = x509 ? X509_get_signature_nid(x509.get()) : NID_undef;
    if (signatureNid == NID_SM2_with_SM3) {
        ASN1_OCTET_STRING *id = ASN1_OCTET_STRING_new();
        const QByteArrayView standard = openssl::standardSm2Id;
        if (id && ASN1_OCTET_STRING_set(id, openssl::bytes(standard), static_cast<int>(standard.size())) == 1)
            X509_set0_distinguishing_id(x509.get(), id);
        else
            ASN1_OCTET_STRING_free(id);
    }
    return x509;
}

UniqueStack stackOf(const std::vector<Certificate> &certificates)
{
    UniqueStack stack(sk_X509_new_null());
    for (const Certificate &certificate : certificates) {
        openssl::UniqueX509 x509 = parseWithId(certificate);
        if (stack && x509 && sk_X509_push(stack.get(), x509.get()) > 0)
            static_cast<void>(x509.release());
    }
    return stack;
}

UniqueStore storeOf(const std::vector<Certificate> &anchors)
{
    UniqueStore store(X509_STORE_new());
    for (const Certificate &anchor : anchors) {
        const openssl::UniqueX509 x509 = parseWithId(anchor);
        if (store && x509)
            X509_STORE_add_cert(store.get(), x509.get());
    }
    return store;
}

void setParameters(X509_STORE_CTX *context, const QDateTime &time, PathPurpose purpose)
{
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(time.toSecsSinceEpoch()));
    X509_VERIFY_PARAM_set_depth(parameters, maximumPathDepth);
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
    // Document signing has no extended key usage that everybody agrees on; the key usage is looked at by keyMaySign.
    X509_VERIFY_PARAM_set_purpose(parameters, purpose == PathPurpose::Timestamping ? X509_PURPOSE_TIMESTAMP_SIGN
                                                                                   : X509_PURPOSE_ANY);
}

std::vector<Certificate> chainOf(X509_STORE_CTX *context, const Certificate &leaf)
{
    std::vector<Certificate> chain;
    const STACK_OF(X509) *found = X509_STORE_CTX_get0_chain(context);
    for (int i = 0; i < sk_X509_num(found); ++i) {
        if (auto certificate = readCertificate(openssl::encode(sk_X509_value(found, i), i2d_X509)))
            chain.push_back(std::move(*certificate));
    }
    if (chain.empty())
        chain.push_back(leaf);
    return chain;
}

bool keyMaySign(const Certificate &leaf)
{
    return leaf.mayDigitalSign || leaf.mayNonRepudiate;
}

QString errorText(int error)
{
    return QString::fromLatin1(X509_verify_cert_error_string(error));
}

} // namespace

CertificatePath buildPath(const Certificate &leaf, const std::vector<Certificate> &intermediates,
                          const TrustStore &store, const QDateTime &time, PathPurpose purpose)
{
    CertificatePath path;
    path.chain = {leaf};
    path.trust = store.anchors().empty() ? Trust::NoAnchors : Trust::Untrusted;
    const openssl::UniqueX509 x509 = parseWithId(leaf);
    const UniqueStore anchors = storeOf(store.anchors());
    const UniqueStack untrusted = stackOf(intermediates);
    const UniqueStoreContext context(X509_STORE_CTX_new());
    if (!x509 || !anchors || !context ||
        X509_STORE_CTX_init(context.get(), anchors.get(), x509.get(), untrusted.get()) != 1) {
        path.reason = openssl::takeErrors();
        return path;
    }
    Findings findings;
    X509_STORE_CTX_set_app_data(context.get(), &findings);
    X509_STORE_CTX_set_verify_cb(context.get(), onVerify);
    setParameters(context.get(), time, purpose);
    const bool isVerified = X509_verify_cert(context.get()) == 1;
    path.chain = chainOf(context.get(), leaf);
    path.expiredAtTime = findings.expired || leaf.notAfter < time;
    path.notYetValidAtTime = findings.notYetValid || leaf.notBefore > time;
    const bool isForPurpose = purpose == PathPurpose::Timestamping || keyMaySign(leaf);
    const bool isInTime = !path.expiredAtTime && !path.notYetValidAtTime;
    if (isVerified && isForPurpose && isInTime)
        path.trust = Trust::Trusted;
    else if (!isVerified)
        path.reason = errorText(findings.firstOtherError != X509_V_OK ? findings.firstOtherError
                                                                      : X509_STORE_CTX_get_error(context.get()));
    else if (!isForPurpose)
        path.reason = QStringLiteral("the key usage of the certificate does not allow signatures");
    else
        path.reason = errorText(findings.firstTimeError);
    path.isTimeTheOnlyFault = isVerified && isForPurpose && !isInTime;
    ERR_clear_error();
    return path;
}

} // namespace bidseal
