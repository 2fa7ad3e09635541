#include "core/crypto/CmsTimestamp.h"

#include "core/crypto/OpenSsl.h"

#include <openssl/cms.h>
#include <openssl/objects.h>

namespace bidseal {

namespace {

using UniqueCms = UniqueHandle<CMS_ContentInfo, CMS_ContentInfo_free>;

UniqueCms parsedCms(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return UniqueCms(d2i_CMS_ContentInfo(nullptr, &bytes, static_cast<long>(der.size())));
}

CMS_SignerInfo *onlySigner(CMS_ContentInfo *cms)
{
    STACK_OF(CMS_SignerInfo) *signers = cms ? CMS_get0_SignerInfos(cms) : nullptr;
    return signers && sk_CMS_SignerInfo_num(signers) == 1 ? sk_CMS_SignerInfo_value(signers, 0) : nullptr;
}

} // namespace

Result<QByteArray> cmsSignatureValue(const QByteArray &cmsDer)
{
    const UniqueCms cms = parsedCms(cmsDer);
    CMS_SignerInfo *signer = onlySigner(cms.get());
    if (!signer)
        return fail(ErrorCode::CmsMalformed, openssl::takeErrors());
    const ASN1_OCTET_STRING *value = CMS_SignerInfo_get0_signature(signer);
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value));
}

Result<QByteArray> cmsWithTimestamp(const QByteArray &cmsDer, const QByteArray &timeStampToken)
{
    const UniqueCms cms = parsedCms(cmsDer);
    CMS_SignerInfo *signer = onlySigner(cms.get());
    if (!signer ||
        CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                      timeStampToken.constData(), static_cast<int>(timeStampToken.size())) != 1)
        return fail(ErrorCode::CmsMalformed, openssl::takeErrors());
    QByteArray bytes = openssl::encode(cms.get(), i2d_CMS_ContentInfo);
    if (bytes.isEmpty())
        return fail(ErrorCode::CmsMalformed, openssl::takeErrors());
    return bytes;
}

} // namespace bidseal
