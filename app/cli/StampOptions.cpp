#include "app/cli/StampOptions.h"

#include "app/cli/CliWords.h"
#include "core/crypto/Digest.h"
#include "core/model/PageSet.h"
#include "core/pdf/SealPicture.h"
#include "core/pdf/StampAppearance.h"

#include <QFile>
#include <QFileInfo>

namespace bidseal::cli {

namespace {

/** PAGES:X,Y or PAGES:X,Y,WIDTH taken apart; `numbers` are mm. */
struct Place
{
    PageSet pages;
    std::vector<double> numbers;
};

std::unexpected<Error> badOption(const QString &option, const QString &value)
{
    return fail(ErrorCode::InvalidArgument, QStringLiteral("%1 %2").arg(option, value));
}

Result<Place> placeFrom(const QString &text, std::size_t count, const QString &option)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return badOption(option, text);
    auto pages = PageSet::parse(text.left(colon));
    if (!pages)
        return badOption(option, text);
    Place place{std::move(*pages), {}};
    for (const QString &part : text.mid(colon + 1).split(u',')) {
        bool isNumber = false;
        place.numbers.push_back(part.toDouble(&isNumber));
        if (!isNumber)
            return badOption(option, text);
    }
    if (place.numbers.size() != count)
        return badOption(option, text);
    return place;
}

Result<Seal> sealFromFile(const QString &path, double widthMm)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::SealImageUnusable, file.errorString(), {.fileName = QFileInfo(path).fileName()});
    auto picture = importSealPicture(file.readAll());
    if (!picture)
        return fail(std::move(picture.error()));
    Seal seal;
    seal.name = QFileInfo(path).completeBaseName();
    seal.id = QString::fromLatin1(digestOf(DigestAlgorithm::Sha256, picture->png).toHex());
    seal.sizeMm = {widthMm, widthMm * picture->height / picture->width};
    seal.png = std::move(picture->png);
    return seal;
}

/** Puts a stamp of `sizeMm` with its upper left corner at (x, y) on all pages of a set. */
Result<void> place(const Stamp &stamp, SizeF sizeMm, const Place &where, const PdfDocument &document,
                   std::vector<Placement> &placements)
{
    const auto pages = where.pages.resolve(document.pageCount());
    if (!pages)
        return std::unexpected(pages.error());
    const PointF corner{mmToPoints(where.numbers[0]), mmToPoints(where.numbers[1])};
    const RectF shown{corner.x, corner.y, corner.x + mmToPoints(sizeMm.width), corner.y + mmToPoints(sizeMm.height)};
    for (const int page : *pages) {
        const auto geometry = document.pageGeometry(page);
        if (!geometry)
            return std::unexpected(geometry.error());
        placements.push_back({QUuid::createUuid(), page, geometry->toUserSpace(shown), stamp});
    }
    return {};
}

Result<void> placeSeal(const QString &text, const PdfDocument &document, std::vector<Placement> &placements)
{
    // The last '@': file names may have one too.
    const qsizetype at = text.lastIndexOf(u'@');
    if (at <= 0)
        return badOption(QStringLiteral("--seal"), text);
    const auto where = placeFrom(text.mid(at + 1), 3, QStringLiteral("--seal"));
    if (!where)
        return std::unexpected(where.error());
    if (!(where->numbers[2] > 0))
        return badOption(QStringLiteral("--seal"), text);
    const auto seal = sealFromFile(text.left(at), where->numbers[2]);
    if (!seal)
        return std::unexpected(seal.error());
    return place(*seal, seal->sizeMm, *where, document, placements);
}

Result<DateStamp> dateStampFrom(const QCommandLineParser &parser)
{
    DateStamp stamp;
    stamp.date = parser.isSet(QStringLiteral("date"))
                     ? QDate::fromString(parser.value(QStringLiteral("date")), Qt::ISODate)
                     : QDate::currentDate();
    if (!stamp.date.isValid())
        return badOption(QStringLiteral("--date"), parser.value(QStringLiteral("date")));
    const auto format = dateFormatFromName(parser.value(QStringLiteral("date-format")));
    if (!format)
        return badOption(QStringLiteral("--date-format"), parser.value(QStringLiteral("date-format")));
    stamp.format = *format;
    bool isNumber = false;
    stamp.heightMm = parser.value(QStringLiteral("date-height")).toDouble(&isNumber);
    if (!isNumber || !(stamp.heightMm > 0))
        return badOption(QStringLiteral("--date-height"), parser.value(QStringLiteral("date-height")));
    return stamp;
}

Result<void> placeDate(const QString &text, const DateStamp &stamp, const PdfDocument &document,
                       std::vector<Placement> &placements)
{
    const auto where = placeFrom(text, 2, QStringLiteral("--date-stamp"));
    if (!where)
        return std::unexpected(where.error());
    const auto size = stampSizeMm(stamp);
    if (!size)
        return std::unexpected(size.error());
    return place(stamp, *size, *where, document, placements);
}

} // namespace

void addStampOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {QStringLiteral("seal"),
         words(QT_TRANSLATE_NOOP("Cli", "A seal picture on pages; mm from the upper left corner as shown. PAGES is "
                                        "7, 1-3,5, all, odd, even or last. May be repeated.")),
         QStringLiteral("IMAGE@PAGES:X,Y,WIDTH")});
    parser.addOption({QStringLiteral("date-stamp"),
                      words(QT_TRANSLATE_NOOP("Cli", "A date stamp on pages. May be repeated.")),
                      QStringLiteral("PAGES:X,Y")});
    parser.addOption({QStringLiteral("date"),
                      words(QT_TRANSLATE_NOOP("Cli", "The date of the date stamps; today without it.")),
                      QStringLiteral("YYYY-MM-DD")});
    parser.addOption({QStringLiteral("date-format"),
                      words(QT_TRANSLATE_NOOP("Cli", "chinese-numeric, chinese-words, dashes or dots.")),
                      QStringLiteral("FORMAT"), dateFormatName(DateFormat::ChineseNumeric)});
    parser.addOption({QStringLiteral("date-height"),
                      words(QT_TRANSLATE_NOOP("Cli", "Height of the date stamps in mm.")), QStringLiteral("MM"),
                      QStringLiteral("6")});
}

Result<std::vector<Placement>> placementsFrom(const QCommandLineParser &parser, const PdfDocument &document)
{
    std::vector<Placement> placements;
    for (const QString &text : parser.values(QStringLiteral("seal"))) {
        if (auto placed = placeSeal(text, document, placements); !placed)
            return std::unexpected(placed.error());
    }
    const QStringList dates = parser.values(QStringLiteral("date-stamp"));
    if (dates.isEmpty())
        return placements;
    const auto stamp = dateStampFrom(parser);
    if (!stamp)
        return std::unexpected(stamp.error());
    for (const QString &text : dates) {
        if (auto placed = placeDate(text, *stamp, document, placements); !placed)
            return std::unexpected(placed.error());
    }
    return placements;
}

} // namespace bidseal::cli
