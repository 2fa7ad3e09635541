#include "core/model/PreflightWarning.h"

namespace bidseal {

QString preflightCodeName(PreflightCode code)
{
    switch (code) {
    case PreflightCode::JavaScript:
        return QStringLiteral("javascript");
    case PreflightCode::OptionalContent:
        return QStringLiteral("layers");
    case PreflightCode::ExternalReference:
        return QStringLiteral("external-reference");
    case PreflightCode::FormFieldAboveText:
        return QStringLiteral("form-field-above-text");
    case PreflightCode::FontNotEmbedded:
        return QStringLiteral("font-not-embedded");
    case PreflightCode::IdentityFontNotEmbedded:
        return QStringLiteral("identity-font-not-embedded");
    case PreflightCode::ContentOutsidePage:
        return QStringLiteral("content-outside-page");
    case PreflightCode::Xfa:
        return QStringLiteral("xfa");
    case PreflightCode::LaunchAction:
        return QStringLiteral("launch-action");
    case PreflightCode::EmbeddedFile:
        return QStringLiteral("embedded-file");
    case PreflightCode::Multimedia:
        return QStringLiteral("multimedia");
    case PreflightCode::RepairedFile:
        return QStringLiteral("repaired-file");
    }
    return {};
}

} // namespace bidseal
