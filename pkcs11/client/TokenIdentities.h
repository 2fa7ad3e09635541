#pragma once

#include "core/signing/Signer.h"
#include "pkcs11/protocol/TokenMessages.h"

#include <vector>

namespace bidseal {

/**
 * What can be chosen on a token: each certificate that is a person's or a firm's, with the issuers that lie beside it
 * as its chain. `unusable` is Unreadable, NoPrivateKey or what the certificate says at `now`. Certificates of
 * authorities without a key serve as chain only.
 */
std::vector<SigningIdentity> identitiesOf(const TokenDescription &token, const QString &modulePath,
                                          const QDateTime &now);

/** Copies the PIN flags into an identity. */
void setFlags(SigningIdentity &identity, const TokenFlags &flags);

/** Which token an identity lies on. */
TokenAddress addressOf(const SigningIdentity &identity);

} // namespace bidseal
