#include "core/pdf/SignatureScan.h"

#include "core/pdf/FormWalk.h"
#include "core/pdf/PdfDocumentPrivate.h"
#include "core/pdf/RawSignature.h"
#include "core/pdf/RevisionChain.h"

#include <algorithm>
#include <array>
#include <limits>

namespace bidseal {

namespace {

constexpr std::chrono::seconds scanLimit{15};
// The longest object a signature may be: /Contents with certificates and revocation data is some hundred kilobytes.
constexpr qint64 maxSignatureBytes = qint64{64} << 20;
constexpr int maxEarlierRevisions = 16;

void note(ScannedSignature &signature, const QString &code)
{
    if (!signature.defects.contains(code))
        signature.defects.append(code);
}

bool isSignatureField(ObjectReader &reader, const FieldNode &field)
{
    if (field.type == "Sig")
        return true;
    return field.value != nullptr && reader.resolve(*field.value).has("ByteRange");
}

/** Transforms of the signature's /Reference array (ISO 32000-2, 12.8.2). */
void readTransforms(ObjectReader &reader, const PdfValue &dictionary, ScannedSignature &signature)
{
    for (const PdfValue &written : reader.get(dictionary, "Reference").items) {
        const PdfValue &reference = reader.resolve(written);
        const PdfValue &method = reader.get(reference, "TransformMethod");
        const PdfValue &parameters = reader.get(reference, "TransformParams");
        if (method.isName("DocMDP")) {
            const PdfValue &level = reader.get(parameters, "P");
            signature.certificationLevel = level.isNumber() ? static_cast<int>(level.number()) : 2;
        }
        signature.hasFieldMdp = signature.hasFieldMdp || method.isName("FieldMDP");
    }
}

QString textOf(ObjectReader &reader, const PdfValue &dictionary, QByteArrayView key)
{
    const PdfValue &value = reader.get(dictionary, key);
    return value.kind == PdfValue::Kind::String ? pdfText(value.bytes) : QString();
}

RectF rectOf(ObjectReader &reader, const PdfValue &widget)
{
    const PdfValue &array = reader.get(widget, "Rect");
    if (array.items.size() != 4)
        return {};
    std::array<double, 4> v{};
    for (std::size_t i = 0; i < v.size(); ++i)
        v[i] = reader.resolve(array.items[i]).number();
    return RectF{v[0], v[1], v[2], v[3]}.normalized();
}

/** What the lenient reading says must be what the bytes say (threat T8). */
bool readingsAgree(ObjectReader &reader, const PdfValue &dictionary, const RawSignature &raw, bool isEncrypted)
{
    const PdfValue &range = reader.get(dictionary, "ByteRange");
    if (raw.hasByteRange) {
        if (range.items.size() != 4)
            return false;
        for (std::size_t i = 0; i < 4; ++i) {
            // MuPDF's own numbers have 32 bits: compare what they can hold.
            const PdfValue &item = reader.resolve(range.items[i]);
            const bool fits = raw.byteRange[i] >= 0 && raw.byteRange[i] <= std::numeric_limits<int>::max();
            if (fits && (item.kind != PdfValue::Kind::Integer || item.integer != raw.byteRange[i]))
                return false;
        }
    }
    if (reader.get(dictionary, "SubFilter").bytes != raw.subFilter ||
        reader.get(dictionary, "Filter").bytes != raw.filter)
        return false;
    // /Contents is never encrypted (ISO 32000-2, 7.6.2); not every reader knows it for every kind of dictionary.
    return isEncrypted || raw.contentsEnd == 0 || reader.get(dictionary, "Contents").bytes == raw.contents;
}

class Scanner
{
public:
    Scanner(ObjectReader &reader, RawFile &file, const RevisionChain &chain)
        : m_reader(reader)
        , m_file(file)
        , m_chain(chain)
        , m_isEncrypted(reader.trailer().has("Encrypt"))
    {
    }

    void run(SignatureScan &scan)
    {
        const PageList pages = readPages(m_reader);
        const FormWalk form(m_reader, pages);
        for (const FieldNode &field : form.fields()) {
            if (isSignatureField(m_reader, field))
                addField(scan, field);
        }
        scan.hasValidationData = m_reader.get(m_reader.catalog(), "DSS").isDictionary();
    }

private:
    void addField(SignatureScan &scan, const FieldNode &field)
    {
        if (field.value == nullptr) {
            ++scan.emptySignatureFields;
            return;
        }
        const int number = field.value->referenced();
        const auto known = std::ranges::find_if(scan.signatures, [number](const ScannedSignature &signature) {
            return number > 0 && signature.objectNumber == number;
        });
        if (known != scan.signatures.end())
            addAppearances(*known, field);
        else
            scan.signatures.push_back(read(field));
    }

    void addAppearances(ScannedSignature &signature, const FieldNode &field)
    {
        if (!signature.fields.contains(field.name))
            signature.fields.append(field.name);
        for (const WidgetNode &widget : field.widgets) {
            signature.widgets.push_back({widget.page, rectOf(m_reader, *widget.widget)});
            signature.widgetFields.push_back(field.name);
        }
    }

    ScannedSignature read(const FieldNode &field)
    {
        ScannedSignature signature;
        signature.objectNumber = field.value->referenced();
        addAppearances(signature, field);
        const PdfValue &dictionary = m_reader.resolve(*field.value);
        if (!dictionary.isDictionary()) {
            note(signature, QStringLiteral("signature-not-a-dictionary"));
            return signature;
        }
        signature.reason = textOf(m_reader, dictionary, "Reason");
        signature.location = textOf(m_reader, dictionary, "Location");
        signature.name = textOf(m_reader, dictionary, "Name");
        signature.m = m_reader.get(dictionary, "M").bytes;
        readTransforms(m_reader, dictionary, signature);
        const bool isDirect = signature.objectNumber == 0;
        const ObjectPlace place = m_reader.place(isDirect ? field.valueHolder : signature.objectNumber);
        if (place.kind == ObjectPlace::Kind::InObjectStream)
            note(signature, QStringLiteral("signature-in-object-stream"));
        else if (place.kind == ObjectPlace::Kind::Free)
            note(signature, QStringLiteral("signature-unreadable"));
        else
            readBytes(signature, dictionary, place.offset, isDirect ? field.valueHolder : signature.objectNumber,
                      isDirect);
        return signature;
    }

    void readBytes(ScannedSignature &signature, const PdfValue &dictionary, qint64 offset, int number, bool isDirect)
    {
        RawSignature raw;
        m_file.readWhile(offset, maxSignatureBytes, [&](QByteArrayView bytes) {
            raw = readRawSignature(bytes, offset, isDirect ? QByteArrayView("V") : QByteArrayView());
            return raw.isComplete;
        });
        if (raw.objectNumber != number)
            note(signature, QStringLiteral("signature-object-misplaced"));
        for (const QString &code : raw.defects + byteRangeDefects(raw, m_file.size()))
            note(signature, code);
        if (!readingsAgree(m_reader, dictionary, raw, m_isEncrypted))
            note(signature, QStringLiteral("signature-readings-differ"));
        signature.type = raw.type;
        signature.filter = raw.filter;
        signature.subFilter = raw.subFilter;
        signature.byteRange = raw.byteRange;
        signature.cms = raw.contents;
        signature.certificates = raw.certificates;
        signature.contentsBegin = raw.contentsBegin;
        signature.contentsEnd = raw.contentsEnd;
        placeInRevisions(signature);
    }

    void placeInRevisions(ScannedSignature &signature)
    {
        if (!signature.defects.isEmpty())
            return;
        const qint64 end = signature.byteRange[2] + signature.byteRange[3];
        signature.coversWholeFile = end == m_file.size();
        signature.endsAtRevision = m_chain.isRevisionEnd(end, m_file);
        signature.revision = m_chain.revisionOf(end);
        if (!signature.coversWholeFile && !signature.endsAtRevision)
            note(signature, QStringLiteral("byte-range-end-not-revision"));
    }

    ObjectReader &m_reader;
    RawFile &m_file;
    const RevisionChain &m_chain;
    bool m_isEncrypted;
};

Result<void> scanRevision(const PdfDocument &document, RawFile &file, const RevisionChain &chain, SignatureScan &scan,
                          std::stop_token stop)
{
    WorkGuard guard(std::move(stop), scanLimit);
    auto access = document.d().access(guard);
    if (!access)
        return fail(std::move(access.error()));
    ObjectReader reader(access->ctx, access->doc);
    Scanner(reader, file, chain).run(scan);
    document.d().noteEnd(guard);
    if (auto reason = guard.interruption())
        return fail(std::move(*reason));
    return {};
}

/** Signatures that an earlier revision had while the present one has none: somebody took them away (threat T34). */
void addRemovedSignatures(const PdfDocument &document, RawFile &file, SignatureScan &scan, const std::stop_token &stop)
{
    int looked = 0;
    for (auto end = scan.revisionEnds.rbegin(); end != scan.revisionEnds.rend() && looked < maxEarlierRevisions;
         ++end) {
        if (*end + 2 >= file.size())
            continue;
        ++looked;
        const SecureBytes &password = document.d().password;
        const auto earlier = PdfDocument::openRevision(document.path(), *end, &password);
        if (!earlier)
            continue;
        auto cut = RawFile::open(document.path(), *end);
        if (!cut)
            return;
        SignatureScan found;
        const RevisionChain chain = readRevisionChain(**cut);
        if (!scanRevision(**earlier, **cut, chain, found, stop) || found.signatures.empty())
            continue;
        for (ScannedSignature &signature : found.signatures) {
            signature.isRemovedNow = true;
            signature.coversWholeFile = false;
            scan.signatures.push_back(std::move(signature));
        }
        return;
    }
}

} // namespace

Result<SignatureScan> scanSignatures(const PdfDocument &document, const std::stop_token &stop)
{
    auto file = RawFile::open(document.path(), document.d().length);
    if (!file)
        return fail(std::move(file.error()));
    const RevisionChain chain = readRevisionChain(**file);
    SignatureScan scan;
    scan.fileSize = (*file)->size();
    scan.isRepaired = document.facts().isRepaired;
    scan.hasHybridXref = chain.hasHybridSection;
    scan.revisionEnds = chain.ends;
    if (auto scanned = scanRevision(document, **file, chain, scan, stop); !scanned)
        return fail(std::move(scanned.error()));
    if (scan.signatures.empty())
        addRemovedSignatures(document, **file, scan, stop);
    std::ranges::stable_sort(scan.signatures, {}, [](const ScannedSignature &signature) {
        return signature.defects.isEmpty() ? signature.byteRange[2] + signature.byteRange[3] : signature.contentsEnd;
    });
    return scan;
}

} // namespace bidseal
