#pragma once

#include "core/common/Result.h"
#include "core/model/Certificate.h"

namespace bidseal {

/** Reads one DER certificate. CertificateUnreadable with OpenSSL's words. */
Result<Certificate> readCertificate(const QByteArray &der);

/** Reads a file of PEM certificates, or one DER certificate. */
Result<std::vector<Certificate>> readCertificates(const QByteArray &pemOrDer);

} // namespace bidseal
