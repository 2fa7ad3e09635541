#pragma once

#include "core/model/SignatureReport.h"
#include "ui/common/Tone.h"

#include <QString>

#include <array>
#include <vector>

namespace bidseal {

/** One of the four answers about a signature: 内容, 签署人, 时间, 吊销. */
struct Facet
{
    Tone tone = Tone::Unknown;
    QString name;
    QString value;
    QString text;
};

/** Always in this order: content, signer, time, revocation. */
std::array<Facet, 4> signatureFacets(const SignatureFacts &signature);

/** Name and value pairs of 技术细节. */
struct Detail
{
    QString name;
    QString value;
};
std::vector<Detail> signatureDetails(const SignatureFacts &signature, int revisions);

/** Whose signature it is, as the list shows it. */
QString signerTitle(const SignatureFacts &signature);
/** "2026-11-23 14:32:08" in local time with what the time is worth. */
QString signingTimeText(const SignatureFacts &signature);
/** Chips of the list: the verdict, and whether the signer is trusted. */
struct ChipText
{
    Tone tone;
    QString icon;
    QString text;
};
std::vector<ChipText> signatureChips(const SignatureFacts &signature);

/** What was changed after signing, grave first, in words. */
struct ChangeLine
{
    Tone tone;
    QString text;
};
std::vector<ChangeLine> changeLines(const SignatureFacts &signature);

} // namespace bidseal
