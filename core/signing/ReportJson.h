#pragma once

#include "core/model/SignatureReport.h"

#include <QJsonObject>

#include <functional>

namespace bidseal {

/** The words of a finding in the current language; core/messages has them. */
using FindingWords = std::function<QString(const Finding &)>;

/** The report as the command line and the backend write it. Times in UTC, ISO 8601; pages from 1; null where unknown.
 */
QJsonObject reportToJson(const SignatureReport &report, const FindingWords &words);

} // namespace bidseal
