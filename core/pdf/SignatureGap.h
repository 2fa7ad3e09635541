#pragma once

// Private to core/pdf.

#include "core/pdf/MuPdfHandles.h"
#include "core/pdf/SignatureRevision.h"

namespace bidseal {

/** The texts of a signature dictionary, ready to be written. */
struct SignatureDictionaryText
{
    QByteArray subFilter;
    QByteArray time; ///< a PDF date with its offset from UTC
    QByteArray name; ///< UTF-8; empty ones are left out
    QByteArray reason;
    QByteArray location;
};

/** Bytes for /M: ISO 32000-2, 7.9.4, in the offset of `time`. */
QByteArray pdfDate(const QDateTime &time);

/**
 * Adds a signature dictionary with a reserved /ByteRange and a /Contents of `capacity` zero bytes; a new reference to
 * it. MuPDF leaves /Contents of such a dictionary unencrypted. May fz_throw.
 */
pdf_obj *addSignatureDictionary(fz_context *ctx, pdf_document *doc, const SignatureDictionaryText &text,
                                qint64 capacity);

/**
 * Finds the dictionary `objectNumber` in the written bytes of `revision`, works out the byte range with 64 bits and
 * writes it into its place. Everything that is filled in is checked against the bytes: InternalError when they do not
 * fit.
 */
Result<void> fillByteRange(PreparedRevision &revision, int objectNumber);

} // namespace bidseal
