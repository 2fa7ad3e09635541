#include "ui/validation/SignatureList.h"

#include "ui/common/Chip.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"
#include "ui/validation/SignatureFacets.h"

#include <QPainter>
#include <QSet>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace bidseal {

namespace {

enum Role { TimeRole = Qt::UserRole + 1, SealsRole, ChipsRole };
constexpr int gap = 8;

} // namespace

QString sealPagesText(const SignatureFacts &signature)
{
    QList<int> pages;
    int count = 0;
    for (const SealAppearance &seal : signature.seals) {
        if (seal.page < 0 || seal.rect.isEmpty())
            continue;
        ++count;
        if (!pages.contains(seal.page + 1))
            pages.append(seal.page + 1);
    }
    if (count == 0)
        return SignatureList::tr("Not shown on any page");
    std::sort(pages.begin(), pages.end());
    constexpr int shown = 6;
    QStringList numbers;
    for (int i = 0; i < std::min<int>(shown, static_cast<int>(pages.size())); ++i)
        numbers.append(QString::number(pages.at(i)));
    if (pages.size() > shown)
        numbers.append(QStringLiteral("…"));
    return SignatureList::tr("%n seal(s), page %1", nullptr, count).arg(numbers.join(SignatureList::tr(", ")));
}

namespace {

class SignatureDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const override
    {
        return {160, Theme::px(106) + gap};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state & QStyle::State_Selected;
        const QRect card = option.rect.adjusted(1, 0, -1, -gap);
        painter->setPen(QPen(Theme::color(selected ? Token::Accent : Token::Line), 1));
        painter->setBrush(Theme::color(selected                                 ? Token::AccentSoft
                                       : option.state & QStyle::State_MouseOver ? Token::Hover
                                                                                : Token::Surface));
        painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        paintContent(painter, card, index);
        painter->restore();
    }

private:
    static void paintContent(QPainter *painter, const QRect &card, const QModelIndex &index)
    {
        const auto chips = index.data(ChipsRole).value<std::vector<ChipText>>();
        if (!chips.empty())
            themeIcon(chips.front().icon, lookOf(chips.front().tone).ink)
                .paint(painter, QRect(card.left() + 14, card.top() + 13, 18, 18));
        QRect line = card.adjusted(42, 10, -10, 0);
        line.setHeight(Theme::px(22));
        paintLine(painter, line, index.data(Qt::DisplayRole).toString(), Theme::font(14, true), Token::Text);
        QPoint at(line.left(), line.bottom() + 4);
        for (const ChipText &chip : chips) {
            if (at.x() + Chip::chipSize(chip.icon, chip.text).width() > card.right() - 6)
                break; // narrow window: the facets say the same
            at.rx() += Chip::paintChip(painter, at, chip.tone, chip.icon, chip.text) + 6;
        }
        line.translate(0, line.height() + 4 + Chip::chipSize({}, QStringLiteral("A")).height() + 3);
        line.setHeight(Theme::px(18));
        paintLine(painter, line, index.data(TimeRole).toString(), Theme::font(12), Token::Text2);
        line.translate(0, line.height());
        paintLine(painter, line, index.data(SealsRole).toString(), Theme::font(12), Token::Text2);
    }

    static void paintLine(QPainter *painter, const QRect &rect, const QString &text, const QFont &font, Token token)
    {
        painter->setFont(font);
        painter->setPen(Theme::color(token));
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    }
};

} // namespace

SignatureList::SignatureList(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new SignatureDelegate(this));
    setProperty("side", true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT chosen(current.row());
    });
}

void SignatureList::setReport(const SignatureReport &report)
{
    const QSignalBlocker quiet(this);
    m_model->clear();
    for (const SignatureFacts &signature : report.signatures) {
        const auto chips = signatureChips(signature);
        auto *item = new QStandardItem(signerTitle(signature));
        item->setData(signingTimeText(signature), TimeRole);
        item->setData(sealPagesText(signature), SealsRole);
        item->setData(QVariant::fromValue(chips), ChipsRole);
        QStringList spoken{item->text()};
        for (const ChipText &chip : chips)
            spoken.append(chip.text);
        spoken << item->data(TimeRole).toString() << item->data(SealsRole).toString();
        item->setData(spoken.join(QStringLiteral(", ")), Qt::AccessibleTextRole);
        item->setToolTip(item->text());
        m_model->appendRow(item);
    }
}

void SignatureList::setCurrent(int signature)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(m_model->index(signature, 0));
}

} // namespace bidseal
