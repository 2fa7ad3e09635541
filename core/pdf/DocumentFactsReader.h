#pragma once

// Private to core/pdf.

#include "core/common/Result.h"
#include "core/model/DocumentFacts.h"
#include "core/pdf/MuPdfHandles.h"

namespace bidseal {

/**
 * Reads the facts without looking at more than the first page. `passwordRights` are the bits pdf_authenticate_password
 * gave. PdfDamaged when there is no page.
 */
Result<DocumentFacts> readDocumentFacts(fz_context *ctx, pdf_document *doc, qint64 fileSize, int passwordRights);

} // namespace bidseal
