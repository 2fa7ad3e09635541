#include "core/pdf/RawSignature.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace bidseal {

namespace {

// Deeper nesting than this has no place in a signature dictionary (references, build properties).
constexpr int maxNesting = 32;

class SignatureReader
{
public:
    SignatureReader(QByteArrayView bytes, qint64 base)
        : m_lexer(bytes, base)
    {
    }

    RawSignature read(QByteArrayView entry)
    {
        if (!readHeader())
            return m_signature;
        const RawToken begin = m_lexer.next();
        if (begin.kind != RawTokenKind::DictionaryBegin) {
            note(m_lexer.peek(), "signature-not-a-dictionary");
            return m_signature;
        }
        if (entry.isEmpty())
            readDictionary([this](const QByteArray &key) { readValue(key); });
        else
            readNested(entry);
        if (m_signature.isComplete)
            addMissing();
        return m_signature;
    }

private:
    bool readHeader()
    {
        const RawToken number = m_lexer.next();
        const RawToken generation = m_lexer.next();
        const RawToken word = m_lexer.next();
        if (number.kind == RawTokenKind::Integer && generation.kind == RawTokenKind::Integer && word.isKeyword("obj")) {
            m_signature.objectNumber = static_cast<int>(std::clamp<qint64>(number.integer, 0, 0x7fffffff));
            return true;
        }
        note(m_lexer.peek(), "signature-object-misplaced");
        return false;
    }

    void note(const RawToken &token, const char *code)
    {
        if (token.kind == RawTokenKind::End)
            m_signature.isComplete = false;
        note(code);
    }

    void note(const char *code)
    {
        const QString text = QString::fromLatin1(code);
        if (!m_signature.defects.contains(text))
            m_signature.defects.append(text);
    }

    void readNested(QByteArrayView entry)
    {
        bool found = false;
        readDictionary([&](const QByteArray &key) {
            if (QByteArrayView(key) != entry) {
                skipValue(0);
                return;
            }
            found = true;
            const RawToken begin = m_lexer.next();
            if (begin.kind == RawTokenKind::DictionaryBegin)
                readDictionary([this](const QByteArray &inner) { readValue(inner); });
            else
                note(begin, "signature-not-a-dictionary");
        });
        if (!found)
            note("signature-not-a-dictionary");
    }

    void readDictionary(const std::function<void(const QByteArray &)> &value)
    {
        QSet<QByteArray> keys;
        while (m_signature.isComplete) {
            const RawToken token = m_lexer.next();
            if (token.kind == RawTokenKind::DictionaryEnd)
                return;
            if (token.kind != RawTokenKind::Name) {
                note(token, "signature-dictionary-broken");
                return;
            }
            if (keys.contains(token.text))
                note("duplicate-key");
            keys.insert(token.text);
            value(token.text);
            if (m_isBroken)
                return;
        }
    }

    void readValue(const QByteArray &key)
    {
        if (key == "ByteRange")
            readByteRange();
        else if (key == "Contents")
            readContents();
        else if (key == "Cert")
            readCertificates();
        else if (key == "Type")
            m_signature.type = readName();
        else if (key == "Filter")
            m_signature.filter = readName();
        else if (key == "SubFilter")
            m_signature.subFilter = readName();
        else
            skipValue(0);
    }

    QByteArray readName()
    {
        if (m_lexer.peek().kind == RawTokenKind::Name)
            return m_lexer.next().text;
        skipValue(0);
        return {};
    }

    void readByteRange()
    {
        m_seesByteRange = true;
        if (m_lexer.peek().kind != RawTokenKind::ArrayBegin) {
            note("byte-range-not-four-integers");
            skipValue(0);
            return;
        }
        m_lexer.next();
        qsizetype count = 0;
        bool isGood = true;
        for (;;) {
            const RawToken token = m_lexer.next();
            if (token.kind == RawTokenKind::ArrayEnd)
                break;
            if (token.kind == RawTokenKind::End || token.kind == RawTokenKind::DictionaryEnd) {
                note(token, "signature-dictionary-broken");
                m_isBroken = true;
                return;
            }
            isGood = isGood && token.kind == RawTokenKind::Integer && count < 4;
            if (isGood)
                m_signature.byteRange[static_cast<std::size_t>(count)] = token.integer;
            ++count;
        }
        m_signature.hasByteRange = isGood && count == 4;
        if (!m_signature.hasByteRange)
            note("byte-range-not-four-integers");
    }

    void readContents()
    {
        m_seesContents = true;
        const RawToken token = m_lexer.peek();
        if (token.kind != RawTokenKind::HexString) {
            note(token, "contents-not-hex");
            skipValue(0);
            return;
        }
        m_lexer.next();
        m_signature.contentsBegin = token.begin;
        m_signature.contentsEnd = token.end;
        m_signature.contents = token.text;
        if (!token.isPureHex)
            note("contents-not-hex");
    }

    void readCertificates()
    {
        RawToken token = m_lexer.peek();
        if (token.kind == RawTokenKind::HexString || token.kind == RawTokenKind::LiteralString) {
            m_signature.certificates.append(m_lexer.next().text);
            return;
        }
        if (token.kind != RawTokenKind::ArrayBegin) {
            skipValue(0);
            return;
        }
        m_lexer.next();
        for (token = m_lexer.next(); token.kind == RawTokenKind::HexString || token.kind == RawTokenKind::LiteralString;
             token = m_lexer.next())
            m_signature.certificates.append(token.text);
        if (token.kind != RawTokenKind::ArrayEnd) {
            note(token, "signature-dictionary-broken");
            m_isBroken = true;
        }
    }

    void skipValue(int depth)
    {
        const RawToken token = m_lexer.next();
        const bool isOpening = token.kind == RawTokenKind::ArrayBegin || token.kind == RawTokenKind::DictionaryBegin;
        if (isOpening && depth < maxNesting) {
            skipContainer(token.kind, depth);
        } else if (token.kind == RawTokenKind::Integer) {
            skipReference();
        } else if (isOpening || token.kind == RawTokenKind::End || token.kind == RawTokenKind::Error ||
                   token.kind == RawTokenKind::DictionaryEnd || token.kind == RawTokenKind::ArrayEnd) {
            note(token, "signature-dictionary-broken");
            m_isBroken = true;
        }
    }

    void skipContainer(RawTokenKind opening, int depth)
    {
        const RawTokenKind closing =
            opening == RawTokenKind::ArrayBegin ? RawTokenKind::ArrayEnd : RawTokenKind::DictionaryEnd;
        while (!m_isBroken) {
            if (m_lexer.peek().kind == closing) {
                m_lexer.next();
                return;
            }
            skipValue(depth + 1);
        }
    }

    void skipReference()
    {
        const qint64 at = m_lexer.position();
        const RawToken generation = m_lexer.next();
        if (generation.kind != RawTokenKind::Integer || !m_lexer.next().isKeyword("R"))
            m_lexer.seek(at);
    }

    void addMissing()
    {
        if (!m_seesByteRange)
            note("byte-range-missing");
        if (!m_seesContents)
            note("contents-missing");
        const bool isEmpty = std::ranges::all_of(m_signature.contents, [](char c) { return c == '\0'; });
        if (m_seesContents && m_signature.contentsEnd > 0 && isEmpty)
            note("contents-empty");
    }

    RawLexer m_lexer;
    RawSignature m_signature;
    bool m_seesByteRange = false;
    bool m_seesContents = false;
    bool m_isBroken = false;
};

} // namespace

RawSignature readRawSignature(QByteArrayView bytes, qint64 base, QByteArrayView entry)
{
    return SignatureReader(bytes, base).read(entry);
}

QStringList byteRangeDefects(const RawSignature &signature, qint64 fileSize)
{
    QStringList defects;
    if (!signature.hasByteRange)
        return defects;
    const auto [first, firstLength, second, secondLength] = signature.byteRange;
    if (std::ranges::any_of(signature.byteRange, [](qint64 value) { return value < 0; })) {
        defects.append(QStringLiteral("byte-range-negative"));
        return defects;
    }
    if (first != 0)
        defects.append(QStringLiteral("byte-range-not-from-start"));
    const bool isOutside = firstLength > fileSize || second > fileSize || secondLength > fileSize - second;
    if (isOutside)
        defects.append(QStringLiteral("byte-range-outside-file"));
    if (secondLength == 0 || second <= firstLength)
        defects.append(QStringLiteral("byte-range-overlap"));
    const bool isTied =
        signature.contentsEnd > 0 && firstLength == signature.contentsBegin && second == signature.contentsEnd;
    if (!isTied)
        defects.append(QStringLiteral("byte-range-gap"));
    return defects;
}

} // namespace bidseal
