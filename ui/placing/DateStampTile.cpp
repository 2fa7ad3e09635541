#include "ui/placing/DateStampTile.h"

#include "ui/placing/StampTile.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace bidseal {

namespace {

constexpr int narrowestField = 80;

} // namespace

void fillDateFormats(QComboBox &combo, const QDate &example)
{
    const QSignalBlocker quiet(combo);
    const QVariant chosen = combo.currentData();
    combo.clear();
    for (const DateFormat format :
         {DateFormat::ChineseNumeric, DateFormat::ChineseWords, DateFormat::Dashes, DateFormat::Dots})
        combo.addItem(dateStampText({example, format, 6}), static_cast<int>(format));
    combo.setCurrentIndex(std::max(0, combo.findData(chosen)));
}

DateStampTile::DateStampTile(AppearanceCache &appearances, const QDate &today, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_date(new QDateEdit(today, this))
    , m_format(new QComboBox(this))
    , m_height(new QDoubleSpinBox(this))
    , m_tile(new StampTile(appearances, StampTile::Look::Date, this))
{
    build();
    fillDateFormats(*m_format, today);
    connect(m_date, &QDateEdit::dateChanged, this, [this] {
        fillDateFormats(*m_format, m_date->date());
        update();
    });
    connect(m_format, &QComboBox::currentIndexChanged, this, &DateStampTile::update);
    connect(m_height, &QDoubleSpinBox::valueChanged, this, &DateStampTile::update);
    retranslate();
    update();
}

void DateStampTile::build()
{
    m_title->setProperty("role", QStringLiteral("section"));
    m_title->setBuddy(m_date);
    m_date->setObjectName(QStringLiteral("dateStampDate"));
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_format->setObjectName(QStringLiteral("dateStampFormat"));
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_format->setMinimumContentsLength(7);
    m_format->setIconSize({}); // there are none, they need no room
    m_height->setObjectName(QStringLiteral("dateStampHeight"));
    m_height->setRange(3, 30);
    m_height->setDecimals(1);
    m_height->setSingleStep(0.5);
    m_height->setValue(DateStamp{}.heightMm);
    m_tile->setObjectName(QStringLiteral("dateStampTile"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_title, 1);
    head->addWidget(m_date);
    grid->addLayout(head, 0, 0, 1, 2);
    grid->addWidget(m_format, 1, 0);
    grid->addWidget(m_height, 1, 1);
    grid->addWidget(m_tile, 2, 0, 1, 2);
    m_height->setMinimumWidth(narrowestField);
    grid->setColumnStretch(0, 4); // the written date is the longest
    grid->setColumnStretch(1, 3);
}

DateStamp DateStampTile::stamp() const
{
    return {m_date->date(), static_cast<DateFormat>(m_format->currentData().toInt()), m_height->value()};
}

void DateStampTile::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DateStampTile::retranslate()
{
    m_title->setText(tr("Date stamp"));
    m_date->setAccessibleName(tr("Date of the date stamp"));
    m_date->setToolTip(m_date->accessibleName());
    m_format->setAccessibleName(tr("Format of the date"));
    m_format->setToolTip(m_format->accessibleName());
    m_height->setAccessibleName(tr("Height of the date stamp in millimetres"));
    m_height->setToolTip(m_height->accessibleName());
    m_height->setPrefix(tr("H ", "height, before a number"));
    m_height->setSuffix(QStringLiteral(" mm"));
}

void DateStampTile::update()
{
    m_tile->setStamp(stamp());
}

} // namespace bidseal
