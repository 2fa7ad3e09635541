#include "ui/document/ToolBarParts.h"

#include "ui/document/PageLayout.h"

#include <QFocusEvent>
#include <QKeyEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace bidseal {

namespace {

constexpr std::array zoomChoices{25, 50, 75, 100, 125, 150, 200, 300, 400, 800};

QString percent(double zoom)
{
    return QStringLiteral("%1 %").arg(int(std::lround(zoom * 100)));
}

} // namespace

PageBox::PageBox(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(QStringLiteral("pageBox"));
    setAlignment(Qt::AlignCenter);
    setFixedWidth(44);
    setMaxLength(6);
    connect(this, &QLineEdit::returnPressed, this, &PageBox::enter);
}

void PageBox::showPage(int page, int count)
{
    m_page = page;
    m_count = count;
    setEnabled(count > 0);
    if (!hasFocus() || !isModified()) {
        restore();
    }
}

void PageBox::restore()
{
    setText(m_page < 0 ? QString() : QString::number(m_page + 1));
    setModified(false);
}

void PageBox::enter()
{
    bool isNumber = false;
    const int number = text().trimmed().toInt(&isNumber);
    if (!isNumber || m_count == 0) {
        restore();
        selectAll();
        return;
    }
    // Beyond the end means the last page: nobody types 9999 for anything else.
    const int page = std::clamp(number, 1, m_count) - 1;
    setModified(false);
    Q_EMIT pageEntered(page);
    restore();
    selectAll();
}

void PageBox::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    QMetaObject::invokeMethod(this, &QLineEdit::selectAll, Qt::QueuedConnection);
}

void PageBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    restore();
}

void PageBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isModified()) {
        restore();
        selectAll();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

ZoomBox::ZoomBox(QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(QStringLiteral("zoomBox"));
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setCompleter(nullptr);
    setFixedWidth(92);
    for (const int choice : zoomChoices) {
        addItem(percent(choice / 100.0), choice / 100.0);
    }
    insertSeparator(count());
    addItem(QString(), -1.0);
    addItem(QString(), -2.0);
    connect(this, &QComboBox::activated, this, &ZoomBox::choose);
    connect(lineEdit(), &QLineEdit::returnPressed, this, &ZoomBox::enter);
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] { showZoom(m_zoom); });
    retranslate();
    showZoom(1);
}

void ZoomBox::retranslate()
{
    setAccessibleName(tr("Zoom"));
    setToolTip(tr("Zoom"));
    lineEdit()->setAccessibleName(tr("Zoom"));
    setItemText(findData(-1.0), tr("Fit width"));
    setItemText(findData(-2.0), tr("Whole page"));
    showZoom(m_zoom);
}

void ZoomBox::showZoom(double zoom)
{
    m_zoom = zoom;
    const QSignalBlocker blocker(this);
    setCurrentIndex(-1);
    setEditText(percent(zoom));
}

std::optional<double> ZoomBox::zoomOf(QString text)
{
    text.remove(u'%');
    text.remove(u'％');
    bool isNumber = false;
    const double value = text.trimmed().toDouble(&isNumber);
    if (!isNumber || value <= 0) {
        return std::nullopt;
    }
    return std::clamp(value / 100, PageLayout::minimumZoom, PageLayout::maximumZoom);
}

void ZoomBox::choose(int index)
{
    const double value = itemData(index).toDouble();
    if (value == -1.0) {
        Q_EMIT fitWidthChosen();
    } else if (value == -2.0) {
        Q_EMIT fitPageChosen();
    } else if (value > 0) {
        Q_EMIT zoomEntered(value);
    }
    showZoom(m_zoom);
}

void ZoomBox::enter()
{
    if (const auto zoom = zoomOf(currentText())) {
        m_zoom = *zoom;
        Q_EMIT zoomEntered(*zoom);
    }
    showZoom(m_zoom);
}

} // namespace bidseal
