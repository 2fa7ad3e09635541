#pragma once

#include "core/model/Geometry.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <vector>

namespace bidseal::test {

/** A page with some text and a frame. */
struct PlainPage
{
    RectF mediaBox{0, 0, 595, 842};
    std::optional<RectF> cropBox;
    int rotate = 0;
    double userUnit = 1;
    QByteArray entries; ///< further entries of the page dictionary
};

/** A small PDF, written plainly: classic cross-reference table, one content stream a page. */
struct PlainPdf
{
    std::vector<PlainPage> pages{PlainPage{}};
    QByteArray catalogEntries;
    QByteArrayList objects; ///< bodies of further objects, numbered from firstObject()

    [[nodiscard]] int firstObject() const { return 4 + 2 * static_cast<int>(pages.size()); }
    [[nodiscard]] static int pageObject(int page) { return 4 + 2 * page; }
    [[nodiscard]] QByteArray bytes() const;
};

} // namespace bidseal::test
