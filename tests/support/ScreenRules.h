#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
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
        if (!label->isVisible() || label->text().isEmpty())
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

} // namespace bidseal::test
