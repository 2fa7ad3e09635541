#pragma once

#include "core/pdf/PdfDocument.h"
#include "tests/support/TestPki.h"

#include <QByteArray>
#include <QTemporaryDir>

namespace bidseal::test {

/** Plain PDFs with real signatures of the invented certificates, and revisions appended by hand, in a folder of their
 * own. */
class SignedPdf
{
public:
    /** A plain file of `pages` pages, not signed yet. */
    explicit SignedPdf(int pages = 2);

    /** Appends a signature with two seals on page 1. Ends the test process when that is impossible. */
    void sign(PkiName signer = PkiName::EnterpriseRsa);

    /** Appends a revision: objects by number, new or overriding. `trailer` has further entries of the trailer. */
    void append(const std::vector<std::pair<int, QByteArray>> &objects, const QByteArray &trailer = {});

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    void setBytes(const QByteArray &bytes) { m_bytes = bytes; }

    /** Saves the present bytes under a fresh name and opens them. */
    [[nodiscard]] std::shared_ptr<PdfDocument> open();
    [[nodiscard]] QString save();

    /** Bytes of the last object `number`, from its dictionary to before "endobj". */
    [[nodiscard]] QByteArray object(int number) const;
    /** One more than the highest object number. */
    [[nodiscard]] int freeNumber() const;

private:
    QTemporaryDir m_folder;
    QByteArray m_bytes;
    int m_files = 0;
};

} // namespace bidseal::test
