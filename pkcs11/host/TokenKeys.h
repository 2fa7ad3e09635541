#pragma once

#include "pkcs11/protocol/TokenMessages.h"

#include <QByteArray>

#include <vector>

namespace bidseal {

/** A private key that is visible without a PIN. */
struct VisibleKey
{
    QByteArray id;
    bool alwaysAuthenticate = false;
};

/** The key objects one sees without a PIN. Private ones often hide until the login. */
struct VisibleKeys
{
    std::vector<VisibleKey> privateKeys;
    std::vector<QByteArray> publicKeys; ///< their CKA_IDs
};

/**
 * Sets `key` and `alwaysAuthenticate` of each certificate. A public key of the same CKA_ID stands for its private one.
 * Where a token shows keys at all, a certificate without one has none; where it shows nothing before the login, one
 * cannot know.
 */
void markKeys(std::vector<TokenCertificate> &certificates, const VisibleKeys &keys, bool loginRequired);

} // namespace bidseal
