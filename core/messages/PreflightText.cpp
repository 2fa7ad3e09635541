#include "core/messages/Messages.h"

#include <QCoreApplication>

#include <algorithm>

namespace bidseal {

namespace {

const char *preflightWords(PreflightCode code)
{
    switch (code) {
    case PreflightCode::JavaScript:
        return QT_TRANSLATE_NOOP("PreflightText", "The document contains scripts that can change what is shown");
    case PreflightCode::OptionalContent:
        return QT_TRANSLATE_NOOP("PreflightText", "The document contains layers that can be shown or hidden: %1");
    case PreflightCode::ExternalReference:
        return QT_TRANSLATE_NOOP("PreflightText", "The document refers to things outside of it");
    case PreflightCode::FormFieldAboveText:
        return QT_TRANSLATE_NOOP("PreflightText", "A form field covers text of the page: %1");
    case PreflightCode::FontNotEmbedded:
        return QT_TRANSLATE_NOOP("PreflightText", "A font is not embedded and may look different elsewhere: %1");
    case PreflightCode::IdentityFontNotEmbedded:
        return QT_TRANSLATE_NOOP("PreflightText",
                                 "A font is not embedded; the characters shown may not be those that were written: %1");
    case PreflightCode::ContentOutsidePage:
        return QT_TRANSLATE_NOOP("PreflightText", "Content of the page lies outside its edges");
    case PreflightCode::Xfa:
        return QT_TRANSLATE_NOOP("PreflightText",
                                 "The document contains an XFA form that other programs show differently");
    case PreflightCode::LaunchAction:
        return QT_TRANSLATE_NOOP("PreflightText", "The document can start another program or file");
    case PreflightCode::EmbeddedFile:
        return QT_TRANSLATE_NOOP("PreflightText", "The document contains attached files: %1");
    case PreflightCode::Multimedia:
        return QT_TRANSLATE_NOOP("PreflightText", "The document contains sound, video or 3D content");
    case PreflightCode::RepairedFile:
        return QT_TRANSLATE_NOOP("PreflightText", "The structure of the file is damaged and was repaired for display");
    }
    return "";
}

} // namespace

QString preflightText(const PreflightWarning &warning)
{
    QString text = QCoreApplication::translate("PreflightText", preflightWords(warning.code));
    if (!text.contains(QLatin1String("%1")))
        return text;
    if (!warning.subject.isEmpty())
        return text.arg(warning.subject);
    // Without a name the sentence ends before its colon, in either script.
    const qsizetype colon = std::max(text.lastIndexOf(u':'), text.lastIndexOf(u'：'));
    return colon > 0 ? text.left(colon) : text.remove(QLatin1String("%1"));
}

} // namespace bidseal
