#pragma once

#include <QString>

#include <vector>

namespace bidseal {

/** What in an unsigned document can make it look different later (threats T4, T19). Words stand in core/messages. */
enum class PreflightCode {
    JavaScript,
    OptionalContent,    ///< layers
    ExternalReference,  ///< external streams, remote go-to, reference XObjects
    FormFieldAboveText, ///< fillable field that covers page text
    FontNotEmbedded,
    IdentityFontNotEmbedded, ///< characters may already be shown wrong
    ContentOutsidePage,      ///< boxes hide content of the page
    Xfa,
    LaunchAction,
    EmbeddedFile,
    Multimedia,
    RepairedFile,
};

struct PreflightWarning
{
    PreflightCode code;
    std::vector<int> pages; ///< indices from 0; empty: the document
    QString subject;        ///< font name, layer name …; may be empty
};

QString preflightCodeName(PreflightCode code);

} // namespace bidseal
