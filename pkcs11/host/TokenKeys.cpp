#include "pkcs11/host/TokenKeys.h"

#include <algorithm>

namespace bidseal {

void markKeys(std::vector<TokenCertificate> &certificates, const VisibleKeys &keys, bool loginRequired)
{
    const bool showsKeys = !keys.privateKeys.empty() || !keys.publicKeys.empty();
    for (TokenCertificate &certificate : certificates) {
        const auto own = std::ranges::find(keys.privateKeys, certificate.keyId, &VisibleKey::id);
        if (own != keys.privateKeys.end()) {
            certificate.key = KeyPresence::Present;
            certificate.alwaysAuthenticate = own->alwaysAuthenticate;
        } else if (loginRequired && std::ranges::find(keys.publicKeys, certificate.keyId) != keys.publicKeys.end()) {
            certificate.key = KeyPresence::Present;
        } else {
            certificate.key = loginRequired && !showsKeys ? KeyPresence::Unknown : KeyPresence::Absent;
        }
    }
}

} // namespace bidseal
