#pragma once

#include "core/crypto/CmsBuilder.h"
#include "pkcs11/protocol/TokenMessages.h"
#include "tests/support/TestPki.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace bidseal::test {

/** Something to sign: `text` hashed with `digest`. */
CmsToBeSigned requestFor(const QByteArray &text, DigestAlgorithm digest, SignatureScheme scheme);

/** Asks `openssl` whether a signature (ECDSA as r||s) is right under the certificate's public key. */
bool isGoodSignature(PkiName name, const CmsToBeSigned &request, const QByteArray &signature);

/** The names of the drivers built in; the tests run with each. */
std::vector<QString> builtInDrivers();

/** The path of the driver that misbehaves on purpose. */
QString badModulePath();

} // namespace bidseal::test
