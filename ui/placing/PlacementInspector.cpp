#include "ui/placing/PlacementInspector.h"

#include "core/signing/PlacementRules.h"
#include "ui/common/Widgets.h"
#include "ui/placing/DateStampTile.h"
#include "ui/placing/PlacementText.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace bidseal {

namespace {

constexpr int narrowestField = 84;

} // namespace

PlacementInspector::PlacementInspector(PlacementModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_title(new QLabel(this))
    , m_subject(new QLabel(this))
    , m_place(new QWidget(this))
    , m_pageLabel(new QLabel(m_place))
    , m_widthLabel(new QLabel(m_place))
    , m_leftLabel(new QLabel(m_place))
    , m_topLabel(new QLabel(m_place))
    , m_page(new QSpinBox(m_place))
    , m_width(addMillimetres(QStringLiteral("inspectorWidth")))
    , m_left(addMillimetres(QStringLiteral("inspectorLeft")))
    , m_top(addMillimetres(QStringLiteral("inspectorTop")))
    , m_dateRow(new QWidget(this))
    , m_date(new QDateEdit(m_dateRow))
    , m_format(new QComboBox(m_dateRow))
    , m_horizontal(addButton(QStringLiteral("alignPageHorizontally"), Alignment::PageCentreHorizontally))
    , m_vertical(addButton(QStringLiteral("alignPageVertically"), Alignment::PageCentreVertically))
    , m_leftEdges(addButton(QStringLiteral("alignLeft"), Alignment::LeftEdges))
    , m_centres(addButton(QStringLiteral("alignCentres"), Alignment::Centres))
    , m_topEdges(addButton(QStringLiteral("alignTop"), Alignment::TopEdges))
{
    setObjectName(QStringLiteral("placementInspector"));
    build();
    connectFields();
    retranslate();
    refresh();
}

QDoubleSpinBox *PlacementInspector::addMillimetres(const QString &name)
{
    auto *box = new QDoubleSpinBox(m_place);
    box->setObjectName(name);
    box->setDecimals(1);
    box->setRange(0, 5000);
    box->setKeyboardTracking(false);
    return box;
}

QPushButton *PlacementInspector::addButton(const QString &name, Alignment alignment)
{
    auto *button = makeButton(nullptr, nullptr, this);
    button->setObjectName(name);
    button->setProperty("size", QStringLiteral("small"));
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // arrangeButtons() finds the room
    connect(button, &QPushButton::clicked, this, [this, alignment] { m_model.move(alignedMoves(m_model, alignment)); });
    return button;
}

void PlacementInspector::build()
{
    m_title->setProperty("role", QStringLiteral("section"));
    m_subject->setProperty("role", QStringLiteral("caption"));
    m_subject->setProperty("tone", QStringLiteral("3"));
    m_subject->setWordWrap(true);
    m_page->setObjectName(QStringLiteral("inspectorPage"));
    m_page->setKeyboardTracking(false);
    m_date->setObjectName(QStringLiteral("inspectorDate"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_format->setObjectName(QStringLiteral("inspectorFormat"));
    m_format->setMinimumContentsLength(6);
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);

    auto *place = new QGridLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    place->setHorizontalSpacing(8);
    place->setVerticalSpacing(4);
    const std::array<std::pair<QLabel *, QWidget *>, 4> fields{
        {{m_pageLabel, m_page}, {m_widthLabel, m_width}, {m_leftLabel, m_left}, {m_topLabel, m_top}}};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const int row = static_cast<int>(i / 2) * 2;
        const int column = static_cast<int>(i % 2);
        fields[i].first->setProperty("role", QStringLiteral("caption"));
        fields[i].first->setProperty("tone", QStringLiteral("2"));
        fields[i].first->setBuddy(fields[i].second);
        place->addWidget(fields[i].first, row, column);
        place->addWidget(fields[i].second, row + 1, column);
    }

    auto *date = new QGridLayout(m_dateRow);
    date->setContentsMargins(0, 0, 0, 0);
    date->setHorizontalSpacing(8);
    date->addWidget(m_date, 0, 0);
    date->addWidget(m_format, 0, 1);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_subject, 1, 0);
    grid->addWidget(m_place, 2, 0);
    grid->addWidget(m_dateRow, 3, 0);
    m_alignRows = new QGridLayout;
    m_alignRows->setHorizontalSpacing(8);
    m_alignRows->setVerticalSpacing(8);
    grid->addLayout(m_alignRows, 4, 0);
    for (QWidget *field : std::initializer_list<QWidget *>{m_page, m_width, m_left, m_top, m_date, m_format})
        field->setMinimumWidth(narrowestField);
}

/** Side by side where the words have room, else below each other. */
void PlacementInspector::arrangeButtons()
{
    const std::initializer_list<QPushButton *> onPage{m_horizontal, m_vertical};
    const std::initializer_list<QPushButton *> among{m_leftEdges, m_centres, m_topEdges};
    while (QLayoutItem *item = m_alignRows->takeAt(0))
        delete item;
    int row = 0;
    for (const auto &group : {onPage, among}) {
        int widest = 0;
        for (const QPushButton *button : group)
            widest = std::max(widest, button->minimumSizeHint().width());
        const auto count = static_cast<int>(group.size());
        const int columns = widest * count + 8 * (count - 1) <= width() ? count : 1;
        int index = 0;
        for (QPushButton *button : group) { // six units hold two as well as three
            m_alignRows->addWidget(button, row + index / columns, index % columns * (6 / columns), 1, 6 / columns);
            ++index;
        }
        row += (count + columns - 1) / columns;
    }
}

void PlacementInspector::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeButtons();
}

void PlacementInspector::connectFields()
{
    connect(&m_model, &PlacementModel::changed, this, &PlacementInspector::refresh);
    connect(&m_model, &PlacementModel::selectionChanged, this, &PlacementInspector::refresh);
    connect(m_page, &QSpinBox::valueChanged, this, &PlacementInspector::applyPlace);
    connect(m_left, &QDoubleSpinBox::valueChanged, this, &PlacementInspector::applyPlace);
    connect(m_top, &QDoubleSpinBox::valueChanged, this, &PlacementInspector::applyPlace);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &PlacementInspector::applyWidth);
    connect(m_date, &QDateEdit::dateChanged, this, &PlacementInspector::applyDate);
    connect(m_format, &QComboBox::currentIndexChanged, this, &PlacementInspector::applyDate);
}

void PlacementInspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

void PlacementInspector::retranslate()
{
    m_title->setText(tr("Position"));
    m_pageLabel->setText(tr("Page"));
    m_widthLabel->setText(tr("Width (mm)"));
    m_leftLabel->setText(tr("Left (mm)"));
    m_topLabel->setText(tr("Top (mm)"));
    m_page->setAccessibleName(tr("Page of the selected stamp"));
    m_width->setAccessibleName(tr("Width in millimetres"));
    m_left->setAccessibleName(tr("Distance from the left edge in millimetres"));
    m_top->setAccessibleName(tr("Distance from the top edge in millimetres"));
    m_date->setAccessibleName(tr("Date of the selected date stamps"));
    m_format->setAccessibleName(tr("Format of the selected date stamps"));
    m_horizontal->setText(tr("Centre horizontally"));
    m_horizontal->setToolTip(tr("Move to the middle between the left and right edge of the page"));
    m_vertical->setText(tr("Centre vertically"));
    m_vertical->setToolTip(tr("Move to the middle between the top and bottom edge of the page"));
    m_leftEdges->setText(tr("Align left"));
    m_leftEdges->setToolTip(tr("Left edges in line with the stamp selected first"));
    m_centres->setText(tr("Align centres"));
    m_centres->setToolTip(tr("Centres in line with the stamp selected first"));
    m_topEdges->setText(tr("Align top"));
    m_topEdges->setToolTip(tr("Top edges in line with the stamp selected first"));
    arrangeButtons();
}

void PlacementInspector::refresh()
{
    const QScopedValueRollback guard(m_refreshing, true);
    const std::vector<Placement> selected = m_model.selectedPlacements();
    setVisible(!selected.empty());
    if (selected.empty())
        return;
    const bool single = selected.size() == 1;
    m_place->setVisible(single);
    for (QPushButton *button : {m_leftEdges, m_centres, m_topEdges})
        button->setVisible(!single);
    m_subject->setText(
        single ? stampName(selected.front().stamp)
               : tr("%n selected: %1", nullptr, static_cast<int>(selected.size())).arg(stampCountsText(selected)));
    if (single)
        showPlace(selected.front());
    showDate(selected);
}

void PlacementInspector::showPlace(const Placement &placement)
{
    const RectF shown = m_model.shownRect(placement);
    m_page->setRange(1, std::max(1, m_model.pageCount()));
    m_page->setValue(placement.page + 1);
    m_left->setValue(pointsToMm(shown.x0));
    m_top->setValue(pointsToMm(shown.y0));
    m_width->setValue(pointsToMm(shown.width()));
    const bool resizable = isResizable(placement.stamp);
    m_width->setEnabled(resizable);
    m_width->setToolTip(resizable ? QString()
                                  : tr("The size of an enterprise's seal is registered and can't be changed"));
}

void PlacementInspector::showDate(const std::vector<Placement> &selected)
{
    const bool onlyDates = std::ranges::all_of(selected, [](const Placement &p) { return dateStampOf(p) != nullptr; });
    m_dateRow->setVisible(onlyDates);
    if (!onlyDates)
        return;
    const DateStamp &stamp = *dateStampOf(selected.front());
    m_date->setDate(stamp.date);
    fillDateFormats(*m_format, stamp.date);
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(stamp.format)));
}

void PlacementInspector::applyPlace()
{
    const std::vector<Placement> selected = m_model.selectedPlacements();
    if (m_refreshing || selected.size() != 1)
        return;
    const int page = m_page->value() - 1;
    const Result<PageGeometry> geometry = m_model.geometryOf(page);
    if (!geometry) {
        Q_EMIT problem(geometry.error());
        return refresh();
    }
    const RectF old = m_model.shownRect(selected.front());
    RectF shown = old;
    // a box shows a rounded value: only what was really typed moves the stamp
    if (std::abs(m_left->value() - pointsToMm(old.x0)) > 0.05)
        shown = shown.translated(mmToPoints(m_left->value()) - shown.x0, 0);
    if (std::abs(m_top->value() - pointsToMm(old.y0)) > 0.05)
        shown = shown.translated(0, mmToPoints(m_top->value()) - shown.y0);
    m_model.move({{selected.front().id, page, clampedToPage(geometry->toUserSpace(shown), *geometry)}});
    refresh();
}

void PlacementInspector::applyWidth()
{
    const std::vector<Placement> selected = m_model.selectedPlacements();
    if (m_refreshing || selected.size() != 1)
        return;
    const Result<PageGeometry> geometry = m_model.geometryOf(selected.front().page);
    const RectF shown = m_model.shownRect(selected.front());
    if (!geometry || shown.isEmpty())
        return;
    const SizeF page = geometry->shownSize();
    const double largest = std::min((page.width - shown.x0) / shown.width(), (page.height - shown.y0) / shown.height());
    const double smallest = mmToPoints(3) / shown.height();
    const double factor =
        std::clamp(mmToPoints(m_width->value()) / shown.width(), std::min(smallest, largest), largest);
    const RectF scaled{shown.x0, shown.y0, shown.x0 + shown.width() * factor, shown.y0 + shown.height() * factor};
    m_model.resize(selected.front().id, geometry->toUserSpace(scaled));
    refresh();
}

void PlacementInspector::applyDate()
{
    if (m_refreshing)
        return;
    const QDate date = m_date->date();
    const auto format = static_cast<DateFormat>(m_format->currentData().toInt());
    m_model.undoStack()->beginMacro(tr("Change date"));
    for (const Placement &placement : m_model.selectedPlacements()) {
        const DateStamp stamp{date, format, dateStampOf(placement)->heightMm};
        if (const Result<void> done = m_model.changeDate({placement.id}, stamp); !done)
            Q_EMIT problem(done.error());
    }
    m_model.undoStack()->endMacro();
}

} // namespace bidseal
