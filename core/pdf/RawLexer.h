#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace bidseal {

enum class RawTokenKind {
    End,   ///< the bytes are used up, perhaps in the middle of a token
    Error, ///< no PDF token begins or ends like this
    Integer,
    Real,
    Name,
    LiteralString,
    HexString,
    ArrayBegin,
    ArrayEnd,
    DictionaryBegin,
    DictionaryEnd,
    Keyword, ///< obj, R, true, null, stream …
};

/** One token with the place it stands at, in the coordinates of the file. */
struct RawToken
{
    RawTokenKind kind = RawTokenKind::End;
    qint64 begin = 0;
    qint64 end = 0;         ///< behind the last byte
    qint64 integer = 0;     ///< value of an Integer
    QByteArray text;        ///< a Name with #xx decoded, a Keyword, the bytes of a string
    bool isPureHex = false; ///< a HexString of an even number of hex digits and nothing else

    [[nodiscard]] bool isKeyword(QByteArrayView word) const
    {
        return kind == RawTokenKind::Keyword && QByteArrayView(text) == word;
    }
};

/**
 * Reads PDF tokens as ISO 32000-2, 7.2 and 7.3 write them, and nothing more lenient: this reading decides about
 * signatures. An integer out of the 64-bit range is an Error. The bytes must outlive the lexer.
 */
class RawLexer
{
public:
    /** `base` is the offset of the first byte of `bytes` in the file. */
    explicit RawLexer(QByteArrayView bytes, qint64 base = 0);

    RawToken next();
    RawToken peek();
    [[nodiscard]] qint64 position() const { return m_base + m_at; }
    void seek(qint64 position) { m_at = position - m_base; }

private:
    void skipBlanks();
    RawToken number();
    RawToken name();
    RawToken literalString();
    RawToken hexString();
    RawToken keyword();
    void readEscape(QByteArray &text);
    RawToken finish(RawToken token, RawTokenKind kind);

    QByteArrayView m_bytes;
    qint64 m_base = 0;
    qint64 m_at = 0;
};

bool isPdfWhitespace(char c);
bool isPdfDelimiter(char c);
/** -1 for what is no hex digit. */
int hexDigitValue(char c);

} // namespace bidseal
