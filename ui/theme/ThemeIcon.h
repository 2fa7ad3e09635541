#pragma once

#include "ui/theme/Tokens.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace bidseal {

/**
 * An icon of resources/icons, drawn in the token's colour of the scheme at the time of painting (so it follows the
 * theme), in DisabledText when disabled. An unknown name draws nothing and is told to the log.
 */
QIcon themeIcon(const QString &name, Token token = Token::Text2);
/** As above; checked buttons show `checkedToken`. */
QIcon themeIcon(const QString &name, Token token, Token checkedToken);

/** The same as a pixmap of `size` logical pixels for a device ratio. Cached. */
QPixmap themePixmap(const QString &name, int size, Token token, qreal ratio = 1);

/** Names of all icons in the program. */
QStringList themeIconNames();

/** The program's own icon in all sizes. */
QIcon applicationIcon();

} // namespace bidseal
