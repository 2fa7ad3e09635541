#include "app/gui/LanguageSwitch.h"

#include "core/common/Log.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace bidseal {

void LanguageSwitch::use(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    if (locale.language() != QLocale::Chinese)
        return;
    if (m_qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/i18n/bidseal_zh_CN.qm")))
        QCoreApplication::installTranslator(&m_ours);
    else
        qCWarning(logUi) << "the Chinese translation is missing from the program";
}

} // namespace bidseal
