#pragma once

#include "core/common/Result.h"

#include <QByteArray>
#include <QString>

namespace bidseal {

/**
 * Lays out a self-contained HTML page (no scripts, no external things) on A4 pages and returns the PDF. Chinese shows
 * without installed fonts. Any thread. InternalError with MuPDF's words.
 */
Result<QByteArray> htmlToPdf(const QString &html);

} // namespace bidseal
