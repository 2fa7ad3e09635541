#pragma once

#include "core/common/Result.h"

#include <QByteArray>

namespace bidseal {

/** The signature octets of a finished CMS: what a signature timestamp covers (RFC 3161, appendix A). */
Result<QByteArray> cmsSignatureValue(const QByteArray &cmsDer);

/** The same CMS with an RFC 3161 token as unsigned attribute: level B-B becomes B-T. Nothing else changes. */
Result<QByteArray> cmsWithTimestamp(const QByteArray &cmsDer, const QByteArray &timeStampToken);

} // namespace bidseal
