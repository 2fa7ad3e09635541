#pragma once

#include "core/common/Result.h"
#include "core/model/Placement.h"
#include "core/pdf/PdfDocument.h"

#include <QCommandLineParser>

#include <vector>

namespace bidseal::cli {

/** --seal IMAGE@PAGES:X,Y,WIDTH and --date-stamp PAGES:X,Y with their companions. */
void addStampOptions(QCommandLineParser &parser);

/** Every stamp that was asked for, on every page it was asked for. Lengths are mm from the upper left corner as shown.
 */
Result<std::vector<Placement>> placementsFrom(const QCommandLineParser &parser, const PdfDocument &document);

} // namespace bidseal::cli
