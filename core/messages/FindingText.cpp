#include "core/messages/Messages.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace bidseal {

namespace {

struct FindingRow
{
    std::string_view code;
    const char *words;
};

constexpr std::array rows{
    FindingRow{"byte-range-missing",
               QT_TRANSLATE_NOOP("FindingText", "The signature does not say which bytes it covers")},
    FindingRow{"byte-range-not-four-integers",
               QT_TRANSLATE_NOOP("FindingText", "The covered range is not written as four whole numbers")},
    FindingRow{"byte-range-negative", QT_TRANSLATE_NOOP("FindingText", "The covered range contains a negative number")},
    FindingRow{"byte-range-not-from-start",
               QT_TRANSLATE_NOOP("FindingText", "The covered range does not begin at the start of the file")},
    FindingRow{"byte-range-outside-file",
               QT_TRANSLATE_NOOP("FindingText", "The covered range reaches beyond the end of the file")},
    FindingRow{"byte-range-overlap",
               QT_TRANSLATE_NOOP("FindingText", "The parts of the covered range overlap or are empty")},
    FindingRow{"byte-range-gap",
               QT_TRANSLATE_NOOP("FindingText", "The gap in the covered range is not exactly the signature value")},
    FindingRow{"byte-range-end-not-revision",
               QT_TRANSLATE_NOOP("FindingText", "The covered range does not end where a version of the file ends")},
    FindingRow{"contents-missing", QT_TRANSLATE_NOOP("FindingText", "The signature value is missing")},
    FindingRow{"contents-not-hex",
               QT_TRANSLATE_NOOP("FindingText", "The signature value is not written as pure hexadecimal digits")},
    FindingRow{"contents-empty",
               QT_TRANSLATE_NOOP("FindingText", "The file was prepared for signing but never signed")},
    FindingRow{"duplicate-key", QT_TRANSLATE_NOOP("FindingText", "The signature dictionary contains an entry twice")},
    FindingRow{"signature-not-a-dictionary",
               QT_TRANSLATE_NOOP("FindingText", "The signature field holds something that is no signature")},
    FindingRow{"signature-object-misplaced",
               QT_TRANSLATE_NOOP("FindingText", "The signature object is not where the file says it is")},
    FindingRow{"signature-dictionary-broken", QT_TRANSLATE_NOOP("FindingText", "The signature dictionary is broken")},
    FindingRow{"signature-in-object-stream",
               QT_TRANSLATE_NOOP("FindingText", "The signature dictionary is hidden in a compressed object")},
    FindingRow{"signature-unreadable", QT_TRANSLATE_NOOP("FindingText", "The signature cannot be read")},
    FindingRow{"signature-readings-differ",
               QT_TRANSLATE_NOOP("FindingText", "The signature can be read in two different ways")},
    FindingRow{"signature-not-in-signed-version",
               QT_TRANSLATE_NOOP("FindingText", "The signature does not belong to the version that it covers")},
    FindingRow{"revision-chain-broken",
               QT_TRANSLATE_NOOP("FindingText", "The version that was signed is not an earlier version of this file")},
    FindingRow{"signature-removed",
               QT_TRANSLATE_NOOP("FindingText", "A signature of an earlier version was removed from the file")},
    FindingRow{"signed-version-unreadable",
               QT_TRANSLATE_NOOP("FindingText", "The version that was signed cannot be opened for comparison")},
    FindingRow{"comparison-incomplete",
               QT_TRANSLATE_NOOP("FindingText", "The later changes could not be compared completely")},
    FindingRow{"cms-malformed", QT_TRANSLATE_NOOP("FindingText", "The signature value cannot be read")},
    FindingRow{"cms-has-content",
               QT_TRANSLATE_NOOP("FindingText", "The signature carries its own content instead of covering the file")},
    FindingRow{"cms-trailing-garbage", QT_TRANSLATE_NOOP("FindingText", "Unknown data follows the signature value")},
    FindingRow{"several-signers", QT_TRANSLATE_NOOP("FindingText", "The signature value names several signers")},
    FindingRow{"signer-certificate-missing",
               QT_TRANSLATE_NOOP("FindingText", "The certificate of the signer is missing")},
    FindingRow{"digest-mismatch", QT_TRANSLATE_NOOP("FindingText", "The content does not match the signature")},
    FindingRow{"signature-value-wrong",
               QT_TRANSLATE_NOOP("FindingText", "The signature value does not fit the certificate")},
    FindingRow{
        "ess-mismatch",
        QT_TRANSLATE_NOOP("FindingText", "The signature names another certificate than the one that is enclosed")},
    FindingRow{"no-signing-certificate",
               QT_TRANSLATE_NOOP("FindingText", "The signature does not bind the certificate of its signer")},
    FindingRow{"no-signed-attributes", QT_TRANSLATE_NOOP("FindingText", "The signature has no signed attributes")},
    FindingRow{"weak-digest", QT_TRANSLATE_NOOP("FindingText", "A weak hash algorithm was used (%1)")},
    FindingRow{"weak-key", QT_TRANSLATE_NOOP("FindingText", "A short key was used (%1)")},
    FindingRow{"unsupported-algorithm", QT_TRANSLATE_NOOP("FindingText", "The algorithm is not supported (%1)")},
    FindingRow{"unknown-subfilter", QT_TRANSLATE_NOOP("FindingText", "The kind of signature is unknown (%1)")},
    FindingRow{"timestamp-invalid", QT_TRANSLATE_NOOP("FindingText", "The timestamp in the signature is not valid")},
    FindingRow{"timestamp-mismatch",
               QT_TRANSLATE_NOOP("FindingText", "The timestamp does not belong to this signature")},
    FindingRow{"timestamp-authority-not-trusted",
               QT_TRANSLATE_NOOP("FindingText", "The issuer of the timestamp cannot be confirmed")},
    FindingRow{"no-proven-time", QT_TRANSLATE_NOOP("FindingText", "The time of signing has no trusted proof")},
    FindingRow{"no-trust-anchors", QT_TRANSLATE_NOOP("FindingText", "No trusted certificates have been set up")},
    FindingRow{"certificate-not-trusted",
               QT_TRANSLATE_NOOP("FindingText", "The certificate does not lead to a trusted one (%1)")},
    FindingRow{"certificate-expired-when-signed",
               QT_TRANSLATE_NOOP("FindingText", "The certificate had expired when the file was signed")},
    FindingRow{"certificate-not-yet-valid-when-signed",
               QT_TRANSLATE_NOOP("FindingText", "The certificate was not valid yet when the file was signed")},
    FindingRow{"certificate-not-for-signing",
               QT_TRANSLATE_NOOP("FindingText", "The certificate is not meant for signing documents")},
    FindingRow{"revocation-not-checked",
               QT_TRANSLATE_NOOP("FindingText", "Whether the certificate was revoked has not been checked")},
    FindingRow{"not-whole-file", QT_TRANSLATE_NOOP("FindingText", "Bytes were added to the file after this signature")},
    FindingRow{"later-signature-added", QT_TRANSLATE_NOOP("FindingText", "A later signature was added")},
    FindingRow{"hybrid-xref",
               QT_TRANSLATE_NOOP("FindingText", "The file has two tables of contents for old and new programs")},
    FindingRow{"repaired-file",
               QT_TRANSLATE_NOOP("FindingText", "The structure of the file had to be repaired for reading")},
    FindingRow{"signature-added", QT_TRANSLATE_NOOP("FindingText", "A signature was added: %1")},
    FindingRow{"signature-field-added", QT_TRANSLATE_NOOP("FindingText", "An empty signature field was added: %1")},
    FindingRow{"signature-changed", QT_TRANSLATE_NOOP("FindingText", "An earlier signature was changed: %1")},
    FindingRow{"seal-appearance-changed",
               QT_TRANSLATE_NOOP("FindingText", "The look of an earlier seal was changed: %1")},
    FindingRow{"dss-added", QT_TRANSLATE_NOOP("FindingText", "Data for long-term validation was added")},
    FindingRow{"dss-removed", QT_TRANSLATE_NOOP("FindingText", "Data for long-term validation was removed or changed")},
    FindingRow{"metadata-changed", QT_TRANSLATE_NOOP("FindingText", "The description of the document was changed")},
    FindingRow{"form-filled", QT_TRANSLATE_NOOP("FindingText", "A form field was filled in: %1")},
    FindingRow{"field-changed", QT_TRANSLATE_NOOP("FindingText", "A form field was changed: %1")},
    FindingRow{"field-added", QT_TRANSLATE_NOOP("FindingText", "A form field was added: %1")},
    FindingRow{"field-removed", QT_TRANSLATE_NOOP("FindingText", "A form field was removed: %1")},
    FindingRow{"locked-field-changed", QT_TRANSLATE_NOOP("FindingText", "A locked form field was changed: %1")},
    FindingRow{"form-changed", QT_TRANSLATE_NOOP("FindingText", "The form was changed (%1)")},
    FindingRow{"annotation-added", QT_TRANSLATE_NOOP("FindingText", "A note was added to the page")},
    FindingRow{"annotation-changed", QT_TRANSLATE_NOOP("FindingText", "A note on the page was changed")},
    FindingRow{"annotation-removed", QT_TRANSLATE_NOOP("FindingText", "A note was removed from the page")},
    FindingRow{"page-content", QT_TRANSLATE_NOOP("FindingText", "The content of the page was changed")},
    FindingRow{"page-resources", QT_TRANSLATE_NOOP("FindingText", "Fonts or pictures of the page were changed")},
    FindingRow{"page-changed", QT_TRANSLATE_NOOP("FindingText", "The page was changed (%1)")},
    FindingRow{"page-added", QT_TRANSLATE_NOOP("FindingText", "Pages were added")},
    FindingRow{"page-removed", QT_TRANSLATE_NOOP("FindingText", "Pages were removed")},
    FindingRow{"page-order", QT_TRANSLATE_NOOP("FindingText", "The pages were replaced or put in another order")},
    FindingRow{"page-tree", QT_TRANSLATE_NOOP("FindingText", "The list of pages was changed")},
    FindingRow{"structure-changed", QT_TRANSLATE_NOOP("FindingText", "The structure of the document was changed")},
    FindingRow{"structure-added", QT_TRANSLATE_NOOP("FindingText", "Structure for later additions was added")},
    FindingRow{"catalog-changed", QT_TRANSLATE_NOOP("FindingText", "The document was changed (%1)")},
    FindingRow{"catalog-replaced", QT_TRANSLATE_NOOP("FindingText", "The root of the document was replaced")},
    FindingRow{"structure-broken",
               QT_TRANSLATE_NOOP("FindingText", "The structure of the file was damaged after signing")},
    FindingRow{"signed-file-unreadable",
               QT_TRANSLATE_NOOP("FindingText", "The file carries a signature but is too damaged to be opened")},
    FindingRow{"encryption-changed", QT_TRANSLATE_NOOP("FindingText", "The encryption of the file was changed")},
    FindingRow{"object-overridden",
               QT_TRANSLATE_NOOP("FindingText", "An object of the signed version was overridden (%1)")},
    FindingRow{"missing-object-supplied",
               QT_TRANSLATE_NOOP("FindingText", "An object missing from the signed version was supplied later (%1)")},
};

} // namespace

QString findingText(const Finding &finding)
{
    const QByteArray code = finding.code.toLatin1();
    const auto row = std::ranges::find(rows, std::string_view(code.constData(), static_cast<std::size_t>(code.size())),
                                       &FindingRow::code);
    if (row == rows.end())
        return finding.code;
    QString text = QCoreApplication::translate("FindingText", row->words);
    if (text.contains(QLatin1String("%1")))
        text = text.arg(finding.args.value(0));
    return text;
}

QStringList findingCodes()
{
    QStringList codes;
    for (const FindingRow &row : rows)
        codes.append(QString::fromLatin1(row.code.data(), static_cast<qsizetype>(row.code.size())));
    return codes;
}

} // namespace bidseal
