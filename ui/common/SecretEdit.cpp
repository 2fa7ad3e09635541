#include "ui/common/SecretEdit.h"

#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace bidseal {

namespace {

constexpr int fieldHeight = 38;
constexpr int sideMargin = 10;

bool isPrintable(char32_t character)
{
    return character >= 0x20 && character < 0x7F;
}

} // namespace

SecretEdit::SecretEdit(QWidget *parent)
    : QWidget(parent)
    , m_eye(new QToolButton(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setCursor(Qt::IBeamCursor);
    setContextMenuPolicy(Qt::NoContextMenu);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_eye->setIcon(themeIcon(QStringLiteral("eye")));
    m_eye->setCursor(Qt::ArrowCursor);
    m_eye->setFocusPolicy(Qt::NoFocus); // held with the mouse only; the field keeps the keyboard
    connect(m_eye, &QToolButton::pressed, this, [this] { reveal(true); });
    connect(m_eye, &QToolButton::released, this, [this] { reveal(false); });
    retranslateUi();
}

SecretEdit::~SecretEdit() = default;

SecureBytes SecretEdit::take()
{
    SecureBytes secret = std::exchange(m_secret, {});
    reveal(false);
    announceChange();
    return secret;
}

void SecretEdit::clear()
{
    if (m_secret.isEmpty())
        return;
    m_secret.clear();
    reveal(false);
    announceChange();
}

void SecretEdit::setMaximumLength(int bytes)
{
    m_maximumLength = std::max(1, bytes);
}

void SecretEdit::setError(bool error)
{
    m_hasError = error;
    update();
}

QSize SecretEdit::sizeHint() const
{
    return {240, std::max(fieldHeight, fontMetrics().height() + 14)};
}

QSize SecretEdit::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void SecretEdit::announceChange()
{
    update();
    QAccessibleEvent event(this, QAccessible::TextCaretMoved); // says that something was typed, not what
    QAccessible::updateAccessibility(&event);
    Q_EMIT changed(length());
}

void SecretEdit::reveal(bool on)
{
    if (m_revealed == on)
        return;
    m_revealed = on;
    update();
}

void SecretEdit::type(char character, Qt::KeyboardModifiers modifiers)
{
    if (length() >= m_maximumLength)
        return;
    const bool isUpper = character >= 'A' && character <= 'Z';
    const bool isLower = character >= 'a' && character <= 'z';
    if (isUpper || isLower) {
        const bool hint = isUpper != modifiers.testFlag(Qt::ShiftModifier);
        if (std::exchange(m_capsHint, hint) != hint)
            Q_EMIT capsLockHint(hint);
    }
    m_secret.append(character);
    announceChange();
}

void SecretEdit::erase(bool all)
{
    if (m_secret.isEmpty())
        return;
    if (all)
        m_secret.clear();
    else
        m_secret.chop(1);
    announceChange();
}

void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    constexpr auto commands = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT returnPressed();
        return;
    case Qt::Key_Backspace:
        return erase(event->modifiers().testFlag(Qt::ControlModifier));
    case Qt::Key_Delete:
        return erase(true);
    default:
        break;
    }
    const QStringView text = event->text();
    // Ctrl+Alt is AltGr on Windows and types characters; every other command is no text.
    const bool isCommand =
        (event->modifiers() & commands) && event->modifiers() != (Qt::ControlModifier | Qt::AltModifier);
    if (isCommand || text.size() != 1 || !isPrintable(text.front().unicode())) {
        QWidget::keyPressEvent(event); // Esc, Tab and shortcuts go on; paste has no meaning here
        return;
    }
    type(static_cast<char>(text.front().unicode()), event->modifiers());
    event->accept();
}

void SecretEdit::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void SecretEdit::focusOutEvent(QFocusEvent *event)
{
    reveal(false);
    if (std::exchange(m_capsHint, false))
        Q_EMIT capsLockHint(false);
    QWidget::focusOutEvent(event);
    update();
}

void SecretEdit::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int side = 28;
    m_eye->setGeometry(width() - side - 4, (height() - side) / 2, side, side);
}

void SecretEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

QVariant SecretEdit::inputMethodQuery(Qt::InputMethodQuery query) const
{
    if (query == Qt::ImEnabled)
        return false;
    return QWidget::inputMethodQuery(query);
}

void SecretEdit::retranslateUi()
{
    m_eye->setToolTip(tr("Show while held down"));
    m_eye->setAccessibleName(tr("Show while held down"));
}

void SecretEdit::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = m_hasError || hasFocus();
    const Token border = m_hasError    ? Token::Bad
                         : hasFocus()  ? Token::Accent
                         : isEnabled() ? Token::Control
                                       : Token::Line;
    const qreal width = strong ? 2 : 1;
    painter.setPen(QPen(Theme::color(border), width));
    painter.setBrush(Theme::color(isEnabled() ? Token::Surface : Token::DisabledBackground));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 6, 6);
    paintSecret(painter, rect().adjusted(sideMargin, 0, -sideMargin - m_eye->width(), 0));
}

void SecretEdit::paintSecret(QPainter &painter, const QRect &inside)
{
    painter.setClipRect(inside);
    const QColor ink = Theme::color(isEnabled() ? Token::Text : Token::DisabledText);
    const QFont font = Theme::monoFont(15);
    const QFontMetrics metrics(font);
    const int step = metrics.horizontalAdvance(QLatin1Char('0')) + 3;
    // A long secret shows its end, where the caret is.
    const int start = inside.left() + std::min(0, inside.width() - 3 - step * length());
    painter.setFont(font);
    for (int i = 0; i < length(); ++i) {
        const QRect cell(start + i * step, inside.top(), step, inside.height());
        if (m_revealed) {
            painter.setPen(ink);
            painter.drawText(cell, Qt::AlignCenter, QString(QLatin1Char(m_secret.data()[i])));
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(QRectF(cell.center().x() - 3.0, cell.center().y() - 2.5, 7, 7));
        }
    }
    if (hasFocus()) {
        const int x = start + length() * step + 1;
        painter.setPen(QPen(ink, 1));
        painter.drawLine(x, inside.center().y() - 9, x, inside.center().y() + 9);
    }
}

} // namespace bidseal
