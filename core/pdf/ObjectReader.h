#pragma once

// Private to core/pdf.

#include "core/pdf/MuPdfHandles.h"
#include "core/pdf/PdfValue.h"

#include <memory>
#include <unordered_map>

namespace bidseal {

/** Where the cross-reference says that an object is. */
struct ObjectPlace
{
    enum class Kind { Free, InFile, InObjectStream };
    Kind kind = Kind::Free;
    qint64 offset = 0; ///< in the file, or the number of the object stream
    int index = 0;     ///< in the object stream

    bool operator==(const ObjectPlace &) const = default;
};

/**
 * Reads objects of one document into plain values, each once. The document has to be locked while this lives. A missing
 * or unreadable object is Null. References that are handed out live as long as the reader.
 */
class ObjectReader
{
public:
    ObjectReader(fz_context *ctx, pdf_document *doc);

    [[nodiscard]] int objectCount() const { return m_count; }
    /** Whether MuPDF had to rebuild the cross-reference, at opening or since then. */
    [[nodiscard]] bool isRepaired() const { return m_doc->repair_attempted != 0; }
    [[nodiscard]] ObjectPlace place(int number) const;
    const PdfValue &trailer();
    const PdfValue &object(int number);
    /** Follows references (at most 32) to a value that is none. */
    const PdfValue &resolve(const PdfValue &value);
    /** The resolved value of a key. */
    const PdfValue &get(const PdfValue &dictionary, QByteArrayView key) { return resolve(dictionary.at(key)); }
    const PdfValue &catalog() { return get(trailer(), "Root"); }

    /** The stream's bytes, decrypted but not decompressed, or decoded. Null handle when they cannot be read. */
    BufferHandle rawStream(int number);
    BufferHandle decodedStream(int number);

private:
    fz_context *m_ctx;
    pdf_document *m_doc;
    int m_count = 0;
    std::unique_ptr<PdfValue> m_trailer;
    std::unordered_map<int, std::unique_ptr<PdfValue>> m_objects;
};

/** A PDF text string (PDFDocEncoding, UTF-16 or UTF-8 with its mark) as text; ISO 32000-2, 7.9.2.2. */
QString pdfText(const QByteArray &bytes);

} // namespace bidseal
