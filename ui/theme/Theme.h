#pragma once

#include "ui/theme/Tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

#include <memory>

namespace bidseal {

enum class ThemeMode { System, Light, Dark };

/**
 * Looks of the whole program: style, palette, fonts and the one style sheet, made from the tokens. The application owns
 * one; widgets read it through `Theme::color` and repaint on `changed`. Only the window's thread.
 *
 * Widgets choose their look by dynamic properties, never by own style sheets:
 *   QLabel        role = "verdict" | "title" | "section" | "dense" | "caption" | "mono"; tone = "2" | "3" | "ok" |
 * "warn" | "bad" | "accent" … QPushButton   look = "primary" | "danger" | "flat" | "link"; size = "small" | "large"
 *   QToolButton   (flat by default) look = "bordered"
 *   QFrame        card = true; side = true; foot = true; banner = "ok" | "warn" | "bad" | "unknown" | "info"
 *   QLineEdit     error = true
 */
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /** The living theme, null where nobody made one (then `color` gives the light values). */
    static Theme *instance();
    /** A token in the present scheme. */
    static QColor color(Token token);
    /** Pixels of a nominal size under the present text factor: `px(14)`. */
    static int px(int nominal);
    /** The program's font at a nominal pixel size. */
    static QFont font(int nominal, bool bold = false);
    static QFont monoFont(int nominal);

    void setMode(ThemeMode mode);
    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    /** 100, 115 or 130 percent; other values are bounded to 100…130. */
    void setTextFactor(int percent);
    [[nodiscard]] int textFactor() const { return m_textFactor; }

    /** Both at once, with one change of the style sheet. */
    void set(ThemeMode mode, int textFactorPercent);

    [[nodiscard]] static QPalette paletteFor(Scheme scheme);
    /** theme.qss with all marks filled. */
    [[nodiscard]] static QString styleSheetFor(Scheme scheme, int textFactorPercent);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Scheme effectiveScheme() const;
    void apply();

    ThemeMode m_mode = ThemeMode::System;
    Scheme m_scheme = Scheme::Light;
    int m_textFactor = 100;
    bool m_systemIsDark = false;
    std::unique_ptr<class FocusRing> m_focusRing;
};

/** Sets a property that the style sheet selects by, and polishes the widget anew. */
void setLook(class QWidget *widget, const char *property, const QVariant &value);

} // namespace bidseal
