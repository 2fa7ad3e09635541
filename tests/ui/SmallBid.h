#pragma once

#include "core/pdf/PdfDocument.h"
#include "tests/support/PdfMaker.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace bidseal::test {

/** Twelve A4 pages, each with "alpha N" and "beta" on lines of their own and a black square; page 4 (index) lies
 * across. */
class SmallBid
{
public:
    static constexpr int pageCount = 12;
    static constexpr RectF square{100, 500, 200, 600}; ///< user space

    static MadePage page(int number)
    {
        MadePage made;
        made.content = PdfMaker::textAt(72, 700, 14, "alpha " + QByteArray::number(number)) +
                       PdfMaker::textAt(72, 650, 14, "beta gamma delta") + "0 g 100 500 100 100 re f\n";
        if (number == 5) {
            made.mediaBox = {0, 0, 1191, 842};
        }
        return made;
    }

    /** Opened from a file in a folder that lives as long as this. */
    std::shared_ptr<PdfDocument> open(const std::vector<MadePage> &further = {})
    {
        PdfMaker maker;
        for (int number = 1; number <= pageCount; ++number) {
            maker.addPage(page(number));
        }
        for (const MadePage &made : further) {
            maker.addPage(made);
        }
        const QString path = m_folder.filePath(QStringLiteral("bid%1.pdf").arg(++m_files));
        if (!maker.save(path)) {
            return nullptr;
        }
        const auto document = PdfDocument::open(path);
        return document ? *document : nullptr;
    }

    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    int m_files = 0;
};

} // namespace bidseal::test
