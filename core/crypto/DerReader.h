#pragma once

// Private to core/crypto: a small, bounded reader of BER/DER (X.690) for input nobody vouches for.

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace bidseal::der {

// Identifier octets as they stand in CMS; high tag numbers do not occur there and are refused.
inline constexpr unsigned char integerTag = 0x02;
inline constexpr unsigned char octetStringTag = 0x04;
inline constexpr unsigned char oidTag = 0x06;
inline constexpr unsigned char utf8StringTag = 0x0C;
inline constexpr unsigned char sequenceTag = 0x30;
inline constexpr unsigned char setTag = 0x31;
inline constexpr unsigned char context0 = 0x80;            ///< [0] IMPLICIT of a primitive
inline constexpr unsigned char contextConstructed0 = 0xA0; ///< [0]
inline constexpr unsigned char contextConstructed1 = 0xA1; ///< [1]

/** One value inside a buffer that outlives it. */
struct Value
{
    unsigned char tag = 0;
    QByteArrayView whole;   ///< with header, and end-of-contents octets
    QByteArrayView content; ///< without them
    bool isIndefinite = false;

    [[nodiscard]] bool is(unsigned char wanted) const { return tag == wanted; }
};

/** Reads values one after another. Never reads outside its view; nesting is limited. */
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }
    /** True when the next value carries this tag. */
    [[nodiscard]] bool nextIs(unsigned char tag) const;
    /** Nothing at the end, and when what stands there is no value. */
    std::optional<Value> next();
    /** The next value when it carries this tag; otherwise nothing is consumed. */
    std::optional<Value> take(unsigned char tag);

private:
    QByteArrayView m_rest;
};

/** The octets of an OCTET STRING with this tag, BER segments joined. */
std::optional<QByteArray> octets(const Value &value);

/** "1.2.840.113549"; empty when the content is no object identifier. */
QString oidText(QByteArrayView content);

} // namespace bidseal::der
