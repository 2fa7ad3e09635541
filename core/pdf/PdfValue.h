#pragma once

// Private to core/pdf.

#include <QByteArray>

#include <vector>

namespace bidseal {

/** A PDF object as a plain value; references stay references. */
struct PdfValue
{
    enum class Kind { Null, Boolean, Integer, Real, Name, String, Array, Dictionary, Reference, TooDeep };
    struct Entry;

    Kind kind = Kind::Null;
    qint64 integer = 0; ///< Boolean, Integer, or the object number of a Reference
    double real = 0;
    QByteArray bytes; ///< Name, String
    std::vector<PdfValue> items;
    std::vector<Entry> entries; ///< Dictionary, sorted by key
    bool isStream = false;      ///< a Dictionary with a stream behind it

    [[nodiscard]] bool isNull() const { return kind == Kind::Null; }
    [[nodiscard]] bool isArray() const { return kind == Kind::Array; }
    [[nodiscard]] bool isDictionary() const { return kind == Kind::Dictionary; }
    [[nodiscard]] bool isReference() const { return kind == Kind::Reference; }
    [[nodiscard]] bool isName(QByteArrayView name) const { return kind == Kind::Name && QByteArrayView(bytes) == name; }
    [[nodiscard]] int referenced() const { return isReference() ? static_cast<int>(integer) : 0; }
    [[nodiscard]] double number() const { return kind == Kind::Real ? real : static_cast<double>(integer); }
    [[nodiscard]] bool isNumber() const { return kind == Kind::Integer || kind == Kind::Real; }

    /** The value of a key as written, Null when absent or when this is no dictionary. */
    [[nodiscard]] const PdfValue &at(QByteArrayView key) const;
    [[nodiscard]] bool has(QByteArrayView key) const { return !at(key).isNull(); }
};

struct PdfValue::Entry
{
    QByteArray key;
    PdfValue value;
};

} // namespace bidseal
