#pragma once

#include "core/common/Result.h"
#include "core/model/Certificate.h"
#include "core/model/SignatureReport.h"

#include <QDateTime>
#include <QStringList>

namespace bidseal {

/** The user's own trust anchors. Nothing is trusted that was not put here (threat T10). Immutable after loading. */
class TrustStore
{
public:
    TrustStore() = default;

    /** Files (PEM or DER) and folders of such files; unreadable ones are TrustAnchorUnreadable naming the file. */
    static Result<TrustStore> load(const QStringList &filesOrFolders);

    void add(const Certificate &anchor);
    [[nodiscard]] const std::vector<Certificate> &anchors() const { return m_anchors; }

private:
    std::vector<Certificate> m_anchors;
};

struct CertificatePath
{
    Trust trust = Trust::NoAnchors;
    std::vector<Certificate> chain; ///< signer first, as far as it could be built
    QString reason;                 ///< OpenSSL's words when not trusted
    bool expiredAtTime = false;
    bool notYetValidAtTime = false;
};

enum class PathPurpose { DocumentSigning, Timestamping };

/** Builds and checks a path for `leaf` at `time` with `intermediates` from the signature (RFC 5280). No network. */
CertificatePath buildPath(const Certificate &leaf, const std::vector<Certificate> &intermediates,
                          const TrustStore &store, const QDateTime &time, PathPurpose purpose);

} // namespace bidseal
