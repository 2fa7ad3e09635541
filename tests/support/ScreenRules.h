#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QStringList>

namespace bidseal::test {

/** Visible widgets a person acts on that have no accessible name (ui.md, section 8). Parts of composed widgets of Qt
 * are left out. */
inline QStringList namelessWidgets(const QWidget *root)
{
    QStringList found;
    const auto widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamedByText = button && !button->text().isEmpty();
        const bool isInside = qobject_cast<const QComboBox *>(widget->parentWidget()) ||
                              widget->parentWidget()->inherits("QAbstractSpinBox") ||
                              widget->parentWidget()->inherits("QTableView");
        const bool acts = button || qobject_cast<const QLineEdit *>(widget) ||
                          qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
        if (acts && !isInside && !isNamedByText && widget->accessibleName().isEmpty())
            found.append(QStringLiteral("%1 in %2")
                             .arg(QLatin1String(widget->metaObject()->className()),
                                  QLatin1String(widget->parentWidget()->metaObject()->className())));
    }
    return found;
}

/** Visible labels and buttons whose words do not fit. */
inline QStringList cutWidgets(const QWidget *root)
{
    QStringList found;
    const auto tell = [&found](const QWidget *widget, const QString &text) {
        found.append(QStringLiteral("“%1” is %2x%3").arg(text).arg(widget->width()).arg(widget->height()));
    };
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isVisible() || label->text().isEmpty() || label->property("elides").toBool())
            continue;
        const QSize need = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
        if (label->width() < need.width() || label->height() < need.height())
            tell(label, label->text());
    }
    const auto buttons = root->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible() && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
            tell(button, button->text());
    }
    return found;
}

/** Visible widgets that reach out of their parent, and neighbours in it that cover each other. What scrolls is left
 * out. */
inline QStringList misplacedWidgets(const QWidget *root)
{
    QStringList found;
    const auto name = [](const QWidget *widget) {
        return widget->objectName().isEmpty() ? QLatin1String(widget->metaObject()->className()) + u'?'
                                              : widget->objectName();
    };
    const auto widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const QWidget *parent = widget->parentWidget();
        const bool scrolls = parent->objectName() == QLatin1String("qt_scrollarea_viewport");
        const bool isOverlay = widget->inherits("QFocusFrame") || widget->inherits("QSplitterHandle");
        if (!widget->isVisible() || widget->isWindow() || scrolls || isOverlay || widget->size().isEmpty())
            continue;
        if (!parent->rect().contains(widget->geometry()))
            found.append(QStringLiteral("%1 reaches out of %2").arg(name(widget), name(parent)));
        if (!parent->layout() || parent->layout()->indexOf(const_cast<QWidget *>(widget)) < 0) // only looked for
            continue;
        for (const QWidget *other : widgets) {
            if (other <= widget || other->parentWidget() != parent || !other->isVisible() ||
                parent->layout()->indexOf(const_cast<QWidget *>(other)) < 0)
                continue;
            if (other->geometry().intersects(widget->geometry()))
                found.append(QStringLiteral("%1 covers %2").arg(name(other), name(widget)));
        }
    }
    return found;
}

} // namespace bidseal::test
