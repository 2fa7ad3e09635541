#include "ui/signing/SigningBars.h"

#include "core/messages/Messages.h"
#include "ui/common/ErrorBar.h"
#include "ui/common/InfoBar.h"
#include "ui/common/Widgets.h"
#include "ui/document/DocumentPane.h"
#include "ui/theme/ThemeIcon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace bidseal {

SigningBars::SigningBars(DocumentPane &pane, QObject *parent)
    : QObject(parent)
    , m_changed(new InfoBar)
    , m_error(new ErrorBar)
    , m_signed(new InfoBar)
    , m_warnings(new InfoBar)
    , m_list(buildWarningList())
    , m_restored(new InfoBar)
{
    m_changed->setObjectName(QStringLiteral("changedBar"));
    m_error->setObjectName(QStringLiteral("problemBar"));
    m_signed->setObjectName(QStringLiteral("signedBar"));
    m_warnings->setObjectName(QStringLiteral("warningsBar"));
    m_restored->setObjectName(QStringLiteral("restoredBar"));
    for (QWidget *bar : std::initializer_list<QWidget *>{m_changed, m_error, m_signed, m_warnings, m_list, m_restored})
        pane.addInfoBar(bar);
    connect(m_warnings, &InfoBar::closed, m_list, &QWidget::hide);
}

QFrame *SigningBars::buildWarningList()
{
    QFrame *card = makeCard();
    card->setObjectName(QStringLiteral("warningsList"));
    auto *content = new QWidget;
    content->setProperty("clear", true);
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(14, 10, 14, 10);
    m_rows->setSpacing(6);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->setAccessibleName(tr("What may change how the pages look"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(scroll);
    card->setFixedHeight(150);
    card->hide();
    return card;
}

void SigningBars::clear()
{
    for (InfoBar *bar : {m_changed, static_cast<InfoBar *>(m_error), m_signed, m_warnings, m_restored})
        bar->hide();
    m_list->hide();
}

void SigningBars::remember(InfoBar *bar, std::function<void()> again)
{
    m_again.insert_or_assign(bar, std::move(again));
}

void SigningBars::retranslate()
{
    const auto all = m_again; // showing remembers again
    for (const auto &[bar, again] : all) {
        if (!bar->isHidden())
            again();
    }
}

void SigningBars::showWarnings(const std::vector<PreflightWarning> &warnings)
{
    if (warnings.empty())
        return;
    remember(m_warnings, [this, warnings] { showWarnings(warnings); });
    fillWarnings(warnings);
    m_warnings->showMessage(
        Tone::Warn,
        tr("%n place(s) found that may change how the file looks", nullptr, static_cast<int>(warnings.size())), {});
    m_warnings->setClosable(true);
    QPushButton *look = m_warnings->addButton(tr("Show"));
    look->setObjectName(QStringLiteral("warningsShow"));
    if (!m_list->isHidden())
        look->setText(tr("Hide"));
    connect(look, &QPushButton::clicked, this, [this, look] {
        m_list->setVisible(m_list->isHidden());
        look->setText(m_list->isHidden() ? tr("Show") : tr("Hide"));
    });
}

void SigningBars::fillWarnings(const std::vector<PreflightWarning> &warnings)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const PreflightWarning &warning : warnings) {
        QLabel *row = makeLabel("dense", nullptr, true);
        row->setText(QStringLiteral("· ") + preflightText(warning));
        row->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_rows->addWidget(row);
    }
    m_rows->addStretch();
}

void SigningBars::showSigned(int signatures)
{
    remember(m_signed, [this, signatures] { showSigned(signatures); });
    m_signed->showMessage(Tone::Info, tr("This file has been signed already."),
                          tr("%n signature(s). They stay valid when you sign, too.", nullptr, signatures),
                          QStringLiteral("shield"));
    QPushButton *look = m_signed->addButton(tr("Verify signatures"));
    look->setObjectName(QStringLiteral("signedValidate"));
    connect(look, &QPushButton::clicked, this, &SigningBars::validationRequested);
}

void SigningBars::showRestored(const QDateTime &savedAt)
{
    remember(m_restored, [this, savedAt] { showRestored(savedAt); });
    const QDateTime local = savedAt.toLocalTime();
    const bool today = local.date() == QDate::currentDate();
    const QString when = local.toString(today ? QStringLiteral("HH:mm") : QStringLiteral("yyyy-MM-dd HH:mm"));
    m_restored->showMessage(Tone::Info, tr("The placements of %1 are here again").arg(when), {},
                            QStringLiteral("history"));
    m_restored->setClosable(true);
}

void SigningBars::showChangedOnDisk()
{
    remember(m_changed, [this] { showChangedOnDisk(); });
    m_changed->showMessage(Tone::Bad, tr("Another program has changed the file, please open it again."),
                           tr("Nothing has been signed."));
    QPushButton *again = m_changed->addButton(tr("Open again"));
    again->setObjectName(QStringLiteral("changedReopen"));
    connect(again, &QPushButton::clicked, this, &SigningBars::reopenRequested);
}

void SigningBars::showError(const Error &error)
{
    remember(m_error, [this, error] { showError(error); });
    m_error->showError(error);
    m_error->setClosable(true);
}

} // namespace bidseal
