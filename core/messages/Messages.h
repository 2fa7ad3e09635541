#pragma once

#include "core/common/Error.h"
#include "core/model/DateStamp.h"
#include "core/model/PreflightWarning.h"
#include "core/model/Seal.h"
#include "core/model/SignatureReport.h"
#include "core/signing/Signer.h"

#include <QString>
#include <QStringList>

namespace bidseal {

/** What a person reads about a failure: the three answers of ui.md. */
struct ErrorText
{
    QString whatHappened;
    QString wasSigned; ///< "尚未签署。" and so on; empty where nobody would think of signing
    QString whatNext;
    QString code; ///< "pin-incorrect"
    QString detail;
};

/** The one table from codes to words; translated through Qt at the time of the call. */
ErrorText errorText(const Error &error);

/** Colour class of a verdict sentence. */
enum class VerdictTone { Ok, Warn, Bad, Unknown };

struct VerdictText
{
    VerdictTone tone = VerdictTone::Unknown;
    QString sentence; ///< the table in ui.md, screens 08 and 09
    QString detail;
};

VerdictText verdictText(const SignatureReport &report);
VerdictText verdictText(const SignatureFacts &signature);
QString findingText(const Finding &finding);
/** Every code that has words. */
QStringList findingCodes();
QString preflightText(const PreflightWarning &warning);
QString sealKindText(SealKind kind);
QString dateFormatText(DateFormat format);
QString unusableReasonText(UnusableReason reason, const Certificate &certificate);

} // namespace bidseal
