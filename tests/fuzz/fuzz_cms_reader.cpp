// Whatever stands in /Contents: reading and checking it must end, in bounds, without a crash.

#include "core/crypto/CertificateReader.h"
#include "core/crypto/CmsReader.h"
#include "core/crypto/Timestamp.h"
#include "core/crypto/TrustStore.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace bidseal;
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto cms = readCms(input)) {
        static_cast<void>(verifyCms(*cms, cms->messageDigest));
        static_cast<void>(findSigner(*cms, cms->certificates));
        static_cast<void>(readTimestampToken(cms->timeStampToken, cms->certificates));
        if (cms->signer) {
            const QDateTime time(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
            static_cast<void>(buildPath(*cms->signer, cms->certificates, {}, time, PathPurpose::DocumentSigning));
            static_cast<void>(verifyRawRsaSha1(input, *cms->signer, QByteArray(20, 'x')));
        }
    }
    static_cast<void>(readTimestampToken(input));
    TimestampRequest request;
    request.imprint = QByteArray(32, 'x');
    static_cast<void>(readTimestampResponse(input, request));
    static_cast<void>(readCertificates(input));
    return 0;
}
