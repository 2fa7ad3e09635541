#include "ui/theme/Theme.h"

#include "ui/theme/FocusRing.h"
#include "ui/theme/ThemeStyle.h"

#include <QApplication>
#include <QFile>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleHints>
#include <QToolTip>
#include <QWidget>

static void initThemeResources() // outside any namespace, as Q_INIT_RESOURCE wants it
{
    Q_INIT_RESOURCE(bidseal_icons);
    Q_INIT_RESOURCE(bidseal_theme);
}

namespace bidseal {

namespace {

Theme *livingTheme = nullptr;

QStringList families()
{
    return {QStringLiteral("Microsoft YaHei UI"), QStringLiteral("PingFang SC"), QStringLiteral("Noto Sans CJK SC"),
            QStringLiteral("sans-serif")};
}

QString filled(const QString &text, Scheme scheme, int factor)
{
    // "@px14" is a size under the text factor, "@accent-soft" a token.
    static const QRegularExpression mark(QStringLiteral("@(px([0-9]+)|[a-z][a-z0-9-]*)"));
    QString result;
    qsizetype last = 0;
    for (auto it = mark.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        result += QStringView(text).mid(last, match.capturedStart() - last);
        last = match.capturedEnd();
        if (match.hasCaptured(2)) {
            result += QString::number(qRound(match.captured(2).toInt() * factor / 100.0)) + QStringLiteral("px");
            continue;
        }
        for (int i = 0; i < static_cast<int>(Token::Count); ++i) {
            if (match.captured(1) == tokenName(static_cast<Token>(i)))
                result += tokenColor(static_cast<Token>(i), scheme).name();
        }
    }
    return result + text.sliced(last);
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_focusRing(std::make_unique<FocusRing>())
{
    initThemeResources();
    m_systemIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    livingTheme = this;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_systemIsDark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        m_systemIsDark = scheme == Qt::ColorScheme::Dark;
        if (m_mode == ThemeMode::System)
            apply();
    });
#endif
    QApplication::setStyle(new ThemeStyle); // the application takes it over
    apply();
}

Theme::~Theme()
{
    if (livingTheme == this)
        livingTheme = nullptr;
}

Theme *Theme::instance()
{
    return livingTheme;
}

QColor Theme::color(Token token)
{
    return tokenColor(token, livingTheme ? livingTheme->m_scheme : Scheme::Light);
}

int Theme::px(int nominal)
{
    return qRound(nominal * (livingTheme ? livingTheme->m_textFactor : 100) / 100.0);
}

QFont Theme::font(int nominal, bool bold)
{
    QFont font;
    font.setFamilies(families());
    font.setPixelSize(px(nominal));
    font.setBold(bold);
    return font;
}

QFont Theme::monoFont(int nominal)
{
    QFont font;
    font.setFamilies({QStringLiteral("Cascadia Mono"), QStringLiteral("Consolas"), QStringLiteral("DejaVu Sans Mono"),
                      QStringLiteral("monospace")});
    font.setPixelSize(px(nominal));
    font.setStyleHint(QFont::Monospace);
    return font;
}

void Theme::setMode(ThemeMode mode)
{
    set(mode, m_textFactor);
}

void Theme::setTextFactor(int percent)
{
    set(m_mode, percent);
}

void Theme::set(ThemeMode mode, int textFactorPercent)
{
    const int factor = qBound(100, textFactorPercent, 130);
    if (mode == m_mode && factor == m_textFactor)
        return;
    m_mode = mode;
    m_textFactor = factor;
    apply();
}

Scheme Theme::effectiveScheme() const
{
    if (m_mode == ThemeMode::System)
        return m_systemIsDark ? Scheme::Dark : Scheme::Light;
    return m_mode == ThemeMode::Dark ? Scheme::Dark : Scheme::Light;
}

void Theme::apply()
{
    m_scheme = effectiveScheme();
    QApplication::setPalette(paletteFor(m_scheme));
    QApplication::setFont(font(14));
    QToolTip::setFont(font(12));
    qApp->setStyleSheet(styleSheetFor(m_scheme, m_textFactor));
    Q_EMIT changed();
}

QPalette Theme::paletteFor(Scheme scheme)
{
    const auto value = [scheme](Token token) { return tokenColor(token, scheme); };
    QPalette palette;
    const auto both = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, value(token)); };
    both(QPalette::Window, Token::Window);
    both(QPalette::WindowText, Token::Text);
    both(QPalette::Base, Token::Surface);
    both(QPalette::AlternateBase, Token::Surface2);
    both(QPalette::Text, Token::Text);
    both(QPalette::Button, Token::Surface);
    both(QPalette::ButtonText, Token::Text);
    both(QPalette::PlaceholderText, Token::Text3);
    both(QPalette::ToolTipBase, Token::ToastBackground);
    both(QPalette::ToolTipText, Token::ToastText);
    both(QPalette::Highlight, Token::Accent);
    both(QPalette::HighlightedText, Token::OnAccent);
    both(QPalette::Link, Token::Accent);
    both(QPalette::LinkVisited, Token::Accent);
    both(QPalette::BrightText, Token::Bad);
    both(QPalette::Light, Token::Surface);
    both(QPalette::Midlight, Token::LineSoft);
    both(QPalette::Mid, Token::Line);
    both(QPalette::Dark, Token::Control);
    both(QPalette::Shadow, Token::Text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, value(Token::DisabledText));
    palette.setColor(QPalette::Disabled, QPalette::Base, value(Token::DisabledBackground));
    palette.setColor(QPalette::Disabled, QPalette::Button, value(Token::DisabledBackground));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, value(Token::DisabledBackground));
    return palette;
}

QString Theme::styleSheetFor(Scheme scheme, int textFactorPercent)
{
    initThemeResources();
    QFile file(QStringLiteral(":/theme/theme.qss"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the style sheet is missing from the program"); // a broken build, nothing a user could meet
    return filled(QString::fromUtf8(file.readAll()), scheme, textFactorPercent);
}

void setLook(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace bidseal
