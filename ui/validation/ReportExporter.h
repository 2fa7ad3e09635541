#pragma once

#include "core/common/Result.h"
#include "core/model/SignatureReport.h"

#include <QFuture>
#include <QString>

namespace bidseal {

/**
 * Writes the validation report to `target`: HTML when its name ends so, PDF otherwise. Reads the whole validated file
 * for its fingerprint; runs beside the window, in its present language.
 */
QFuture<Result<void>> exportReport(const SignatureReport &report, const QString &validatedFile, const QString &target);

} // namespace bidseal
