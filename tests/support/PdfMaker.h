#pragma once

#include "core/model/Geometry.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace bidseal::test {

/** What one made page holds. */
struct MadePage
{
    RectF mediaBox{0, 0, 595, 842};
    std::optional<RectF> cropBox = {};
    int rotate = 0;
    double userUnit = 1;
    QByteArray content = {};   ///< operators; /F1 is Helvetica
    QByteArray resources = {}; ///< further entries of the resource dictionary
    QByteArray entries = {};   ///< further entries of the page dictionary
};

/**
 * Builds small PDFs object by object, for tests that need something odd in exactly one place. Object 1 is the catalog,
 * 2 the page tree, 3 the font /F1; further ones are numbered as they are added.
 */
class PdfMaker
{
public:
    enum class Xref { Table, Stream };

    PdfMaker();

    /** Adds an object and returns its number. */
    int addObject(const QByteArray &body);
    int addStream(const QByteArray &dictionaryEntries, const QByteArray &data);
    /** Reserves a number for `setObject`, to make cycles. */
    int reserveObject();
    void setObject(int number, const QByteArray &body);
    /** Returns the object number of the page. */
    int addPage(const MadePage &page);
    /** One page with `text` at a point of user space, baseline at y, size in points. */
    static QByteArray textAt(double x, double y, double size, const QByteArray &text);

    void addCatalogEntries(const QByteArray &entries) { m_catalogEntries += entries; }
    void addTrailerEntries(const QByteArray &entries) { m_trailerEntries += entries; }

    [[nodiscard]] QByteArray bytes(Xref xref = Xref::Table) const;
    /** Writes bytes() to `path`; false when that fails. */
    [[nodiscard]] bool save(const QString &path, Xref xref = Xref::Table) const;

private:
    std::vector<QByteArray> m_objects; ///< bodies, index = number - 1
    std::vector<int> m_pages;
    QByteArray m_catalogEntries;
    QByteArray m_trailerEntries;
};

} // namespace bidseal::test
