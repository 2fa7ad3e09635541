#include "ui/common/Widgets.h"

#include "ui/common/Button.h"
#include "ui/theme/ThemeIcon.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace bidseal {

QLabel *makeLabel(const char *role, const char *tone, bool wraps, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    if (role)
        label->setProperty("role", QLatin1String(role));
    if (tone)
        label->setProperty("tone", QLatin1String(tone));
    label->setWordWrap(wraps);
    return label;
}

QFrame *makeCard(QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("card", true);
    return card;
}

QFrame *makeSeparator(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("separator", true);
    line->setFixedHeight(1);
    return line;
}

QPushButton *makeButton(const char *look, const char *size, QWidget *parent)
{
    auto *button = new Button(parent);
    if (look)
        button->setProperty("look", QLatin1String(look));
    if (size)
        button->setProperty("size", QLatin1String(size));
    button->setAutoDefault(false);
    return button;
}

QToolButton *makeIconButton(const QString &icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themeIcon(icon, Token::Text2, Token::Accent));
    button->setIconSize({20, 20});
    return button;
}

void nameIconButton(QToolButton *button, const QString &name, const QString &key)
{
    button->setToolTip(key.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, key));
    button->setAccessibleName(name);
    button->setAccessibleDescription(key);
}

} // namespace bidseal
