#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

namespace bidseal {

/** Installs our translation and Qt's own for a language, also while the program runs. */
class LanguageSwitch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** "zh_CN", "en", or empty for the system's; other systems' languages get English. */
    void use(const QString &language);

private:
    QTranslator m_ours;
    QTranslator m_qt;
};

} // namespace bidseal
