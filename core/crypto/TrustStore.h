#pragma once

#include "core/common/Result.h"
#include "core/model/Certificate.h"
#include "core/model/SignatureReport.h"

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace bidseal {

/** The user's own trust anchors. Nothing is trusted that was not put here (threat T10). Immutable after loading. */
class TrustStore
{
public:
    TrustStore() = default;

    /**
     * Files (PEM or DER), and folders of such files (*.pem, *.crt, *.cer, *.der, without subfolders); an unreadable one
     * is TrustAnchorUnreadable naming it in the context. Blocking: not on the window's thread.
     */
    static Result<TrustStore> load(const QStringList &filesOrFolders);

    /** A second time changes nothing. */
    void add(const Certificate &anchor);
    [[nodiscard]] const std::vector<Certificate> &anchors() const { return m_anchors; }

private:
    std::vector<Certificate> m_anchors;
};

struct CertificatePath
{
    Trust trust = Trust::NoAnchors;
    std::vector<Certificate> chain;  ///< signer first, as far as it could be built
    QString reason;                  ///< OpenSSL's words when not trusted
    bool expiredAtTime = false;      ///< some certificate of the path
    bool notYetValidAtTime = false;  ///< some certificate of the path
    bool isTimeTheOnlyFault = false; ///< Untrusted only because of the two above
};

enum class PathPurpose { DocumentSigning, Timestamping };

/**
 * Builds and checks a path for `leaf` at `time` with `intermediates` from the signature (RFC 5280, 6). An anchor
 * may stand anywhere in the path, also as the leaf itself. Without anchors the chain is still put in order. No network,
 * no revocation, no system store.
 */
CertificatePath buildPath(const Certificate &leaf, const std::vector<Certificate> &intermediates,
                          const TrustStore &store, const QDateTime &time, PathPurpose purpose);

} // namespace bidseal
