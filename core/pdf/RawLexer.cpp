#include "core/pdf/RawLexer.h"

#include <limits>
#include <optional>

namespace bidseal {

bool isPdfWhitespace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isPdfDelimiter(char c)
{
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/' ||
           c == '%';
}

int hexDigitValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

namespace {

bool isRegular(char c)
{
    return !isPdfWhitespace(c) && !isPdfDelimiter(c);
}

std::optional<qint64> toInteger(QByteArrayView digits)
{
    const bool isNegative = digits.startsWith('-');
    if (isNegative || digits.startsWith('+'))
        digits = digits.sliced(1);
    if (digits.isEmpty())
        return std::nullopt;
    qint64 value = 0;
    for (const char c : digits) {
        const int digit = c - '0';
        if (value > (std::numeric_limits<qint64>::max() - digit) / 10)
            return std::nullopt;
        value = value * 10 + digit;
    }
    return isNegative ? -value : value;
}

} // namespace

RawLexer::RawLexer(QByteArrayView bytes, qint64 base)
    : m_bytes(bytes)
    , m_base(base)
{
}

RawToken RawLexer::peek()
{
    const qint64 at = m_at;
    RawToken token = next();
    m_at = at;
    return token;
}

RawToken RawLexer::next()
{
    skipBlanks();
    RawToken token;
    token.begin = m_base + m_at;
    if (m_at >= m_bytes.size())
        return finish(token, RawTokenKind::End);
    const char c = m_bytes[m_at];
    const char following = m_at + 1 < m_bytes.size() ? m_bytes[m_at + 1] : '\0';
    if (c == '<' && following != '<')
        return hexString();
    if (c == '<' || (c == '>' && following == '>')) {
        m_at += 2;
        return finish(token, c == '<' ? RawTokenKind::DictionaryBegin : RawTokenKind::DictionaryEnd);
    }
    if (c == '[' || c == ']') {
        ++m_at;
        return finish(token, c == '[' ? RawTokenKind::ArrayBegin : RawTokenKind::ArrayEnd);
    }
    if (c == '/')
        return name();
    if (c == '(')
        return literalString();
    if ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.')
        return number();
    if (isRegular(c))
        return keyword();
    ++m_at;
    return finish(token, RawTokenKind::Error);
}

void RawLexer::skipBlanks()
{
    while (m_at < m_bytes.size()) {
        if (m_bytes[m_at] == '%') {
            while (m_at < m_bytes.size() && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
                ++m_at;
        } else if (isPdfWhitespace(m_bytes[m_at])) {
            ++m_at;
        } else {
            return;
        }
    }
}

RawToken RawLexer::number()
{
    RawToken token;
    token.begin = m_base + m_at;
    const qint64 start = m_at;
    bool isReal = false;
    bool isNumber = true;
    for (; m_at < m_bytes.size() && isRegular(m_bytes[m_at]); ++m_at) {
        const char c = m_bytes[m_at];
        isReal = isReal || c == '.';
        const bool isSign = c == '+' || c == '-';
        isNumber = isNumber && ((c >= '0' && c <= '9') || c == '.' || (isSign && m_at == start));
    }
    if (!isNumber)
        return finish(token, RawTokenKind::Error);
    if (isReal)
        return finish(token, RawTokenKind::Real);
    const std::optional<qint64> value = toInteger(m_bytes.sliced(start, m_at - start));
    if (!value)
        return finish(token, RawTokenKind::Error);
    token.integer = *value;
    return finish(token, RawTokenKind::Integer);
}

RawToken RawLexer::name()
{
    RawToken token;
    token.begin = m_base + m_at;
    ++m_at;
    while (m_at < m_bytes.size() && isRegular(m_bytes[m_at])) {
        const bool hasCode = m_bytes[m_at] == '#' && m_at + 2 < m_bytes.size() &&
                             hexDigitValue(m_bytes[m_at + 1]) >= 0 && hexDigitValue(m_bytes[m_at + 2]) >= 0;
        if (hasCode) {
            token.text += static_cast<char>(hexDigitValue(m_bytes[m_at + 1]) * 16 + hexDigitValue(m_bytes[m_at + 2]));
            m_at += 3;
        } else {
            token.text += m_bytes[m_at++];
        }
    }
    return finish(token, RawTokenKind::Name);
}

void RawLexer::readEscape(QByteArray &text)
{
    const char c = m_bytes[m_at++];
    if (c >= '0' && c <= '7') {
        int value = c - '0';
        for (int i = 0; i < 2 && m_at < m_bytes.size() && m_bytes[m_at] >= '0' && m_bytes[m_at] <= '7'; ++i)
            value = value * 8 + (m_bytes[m_at++] - '0');
        text += static_cast<char>(value & 0xff);
        return;
    }
    if (c == '\r' || c == '\n') {
        if (c == '\r' && m_at < m_bytes.size() && m_bytes[m_at] == '\n')
            ++m_at;
        return;
    }
    constexpr QByteArrayView letters = "nrtbf";
    constexpr QByteArrayView values = "\n\r\t\b\f";
    const qsizetype index = letters.indexOf(c);
    text += index >= 0 ? values[index] : c;
}

RawToken RawLexer::literalString()
{
    RawToken token;
    token.begin = m_base + m_at;
    ++m_at;
    int depth = 1;
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at++];
        if (c == '\\') {
            if (m_at < m_bytes.size())
                readEscape(token.text);
            continue;
        }
        depth += c == '(' ? 1 : 0;
        depth -= c == ')' ? 1 : 0;
        if (depth == 0)
            return finish(token, RawTokenKind::LiteralString);
        token.text += c;
    }
    return finish(token, RawTokenKind::End);
}

RawToken RawLexer::hexString()
{
    RawToken token;
    token.begin = m_base + m_at;
    const qsizetype close = m_bytes.indexOf('>', m_at);
    if (close < 0) {
        m_at = m_bytes.size();
        return finish(token, RawTokenKind::End);
    }
    const QByteArrayView digits = m_bytes.sliced(m_at + 1, close - m_at - 1);
    m_at = close + 1;
    token.text.reserve(digits.size() / 2 + 1);
    token.isPureHex = digits.size() % 2 == 0;
    int high = -1;
    for (const char c : digits) {
        const int value = hexDigitValue(c);
        if (value < 0) {
            token.isPureHex = false;
            if (!isPdfWhitespace(c))
                return finish(token, RawTokenKind::Error);
        } else if (high < 0) {
            high = value;
        } else {
            token.text += static_cast<char>(high * 16 + value);
            high = -1;
        }
    }
    if (high >= 0)
        token.text += static_cast<char>(high * 16);
    return finish(token, RawTokenKind::HexString);
}

RawToken RawLexer::keyword()
{
    RawToken token;
    token.begin = m_base + m_at;
    while (m_at < m_bytes.size() && isRegular(m_bytes[m_at]))
        token.text += m_bytes[m_at++];
    return finish(token, RawTokenKind::Keyword);
}

RawToken RawLexer::finish(RawToken token, RawTokenKind kind)
{
    token.kind = kind;
    token.end = m_base + m_at;
    return token;
}

} // namespace bidseal
