#pragma once

#include "core/common/Clock.h"
#include "core/crypto/TrustStore.h"
#include "core/signing/LocalData.h"
#include "core/signing/Signer.h"
#include "core/signing/SigningJournal.h"
#include "core/signing/TimestampAuthority.h"

#include <functional>
#include <memory>

namespace bidseal {

/** The ports the windows work with; app/Composition fills them, they outlive every widget. None is null. */
struct UiServices
{
    SignerProvider *signers = nullptr;
    TimestampAuthority *timestamps = nullptr;
    SigningJournal *journal = nullptr; ///< for SigningJob only: it blocks
    JournalReader *journalReader = nullptr;
    DraftStore *drafts = nullptr;
    SealStore *seals = nullptr;
    RecentFiles *recentFiles = nullptr;
    Settings *settings = nullptr;
    const Clock *clock = nullptr;
    /** The anchors now in force; a new object after the settings change. */
    std::function<std::shared_ptr<const TrustStore>()> trust;
};

} // namespace bidseal
