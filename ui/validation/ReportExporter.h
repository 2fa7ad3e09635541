#pragma once

#include "core/common/Result.h"
#include "core/model/SignatureReport.h"

#include <QFuture>
#include <QString>

#include <functional>

class QWidget;

namespace bidseal {

/**
 * Writes the validation report to `target`: HTML when its name ends so, PDF otherwise. Reads the whole validated file
 * for its fingerprint; runs beside the window, in its present language.
 */
QFuture<Result<void>> exportReport(const SignatureReport &report, const QString &validatedFile, const QString &target);

/**
 * Asks where to and exports. `started` is called when the person has chosen (not when he cancels), `done` with the
 * written file, both on the window's thread and only while `parent` lives.
 */
void askAndExportReport(QWidget *parent, const SignatureReport &report, const QString &validatedFile,
                        const std::function<void()> &started, const std::function<void(const Result<QString> &)> &done);

} // namespace bidseal
