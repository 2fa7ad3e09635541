#include "ui/common/ErrorBar.h"

#include "core/messages/Messages.h"
#include "ui/common/MessageBoxes.h"

#include <QEvent>
#include <QPushButton>
#include <QRegularExpression>

namespace bidseal {

ErrorBar::ErrorBar(QWidget *parent)
    : InfoBar(parent)
{
}

void ErrorBar::showError(const Error &error)
{
    m_error = error;
    const ErrorText text = errorText(error);
    const QString rest = QStringList{text.wasSigned, text.whatNext}.join(QString()).trimmed();
    showMessage(error.code == ErrorCode::Cancelled ? Tone::Unknown : Tone::Bad, text.whatHappened, rest);
    connect(addButton(tr("Details")), &QPushButton::clicked, this, &ErrorBar::openDetails);
    setClosable(true);
}

void ErrorBar::showNotice(Tone tone, const QString &title, const QString &text)
{
    m_error.reset();
    showMessage(tone, title, text);
    setClosable(true);
}

QString ErrorBar::reportText(const Error &error)
{
    const ErrorText text = errorText(error);
    return QStringList{text.whatHappened, text.wasSigned, text.whatNext, text.code, text.detail}
        .filter(QRegularExpression(QStringLiteral(".")))
        .join(QLatin1Char('\n'));
}

void ErrorBar::openDetails()
{
    if (m_error)
        MessageBoxes::showDetails(this, errorText(*m_error).whatHappened, reportText(*m_error));
}

void ErrorBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && !isHidden() && m_error)
        showError(*m_error);
    InfoBar::changeEvent(event);
}

} // namespace bidseal
