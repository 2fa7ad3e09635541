#pragma once

#include <QString>

class QFrame;
class QLabel;
class QLayout;
class QPushButton;
class QToolButton;
class QWidget;

namespace bidseal {

// Small makers, so that every screen gets the same look in one line. The parent or layout owns what they return.

/** A label with a role and tone of theme.qss; wraps words when `wraps`. */
QLabel *makeLabel(const char *role, const char *tone = nullptr, bool wraps = false, QWidget *parent = nullptr);
/** A card: surface, thin line, rounded. */
QFrame *makeCard(QWidget *parent = nullptr);
/** A horizontal line of one pixel. */
QFrame *makeSeparator(QWidget *parent = nullptr);
QPushButton *makeButton(const char *look = nullptr, const char *size = nullptr, QWidget *parent = nullptr);
/** A flat button with an icon only; name = tooltip = accessible name. */
QToolButton *makeIconButton(const QString &icon, QWidget *parent = nullptr);
/** Name, tooltip and key of an icon button at once (ui.md, section 4). */
void nameIconButton(QToolButton *button, const QString &name, const QString &key = {});

} // namespace bidseal
