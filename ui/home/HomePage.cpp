#include "ui/home/HomePage.h"

#include "core/signing/Signer.h"
#include "ui/common/ErrorBar.h"
#include "ui/common/MessageBoxes.h"
#include "ui/common/PasswordDialog.h"
#include "ui/common/Widgets.h"
#include "ui/home/DropZone.h"
#include "ui/home/FileList.h"
#include "ui/home/HomePresenter.h"
#include "ui/home/ReadinessCard.h"
#include "ui/theme/ThemeIcon.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace bidseal {

namespace {

constexpr int rightWidth = 340;

QHBoxLayout *cardHead(QLabel *title)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 10, 12, 10);
    head->addWidget(title, 1);
    return head;
}

QVBoxLayout *cardColumn(QWidget *card)
{
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    return column;
}

/** What a person knows the step by. */
QString stepWords(SigningStep step)
{
    switch (step) {
    case SigningStep::Prepared:
    case SigningStep::Authorised:
        return HomePage::tr("before the UKey signed");
    case SigningStep::Signed:
        return HomePage::tr("waiting for the timestamp");
    case SigningStep::Stamped:
    case SigningStep::Embedded:
    case SigningStep::Verified:
    case SigningStep::Published:
        break;
    }
    return HomePage::tr("writing the file");
}

} // namespace

HomePage::HomePage(const UiServices &services, TimestampProbe *probe, QWidget *parent)
    : ShellPage(parent)
    , m_services(services)
    , m_presenter(new HomePresenter(services, this))
    , m_readiness(new ReadinessCard(services.signers, probe, services.clock))
    , m_unfinishedBar(new InfoBar)
    , m_errorBar(new ErrorBar)
{
    m_unfinishedBar->setObjectName(QStringLiteral("unfinishedBar"));
    auto *content = new QWidget;
    content->setProperty("clear", true);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(20, 18, 20, 18);
    row->setSpacing(14);
    row->addWidget(makeLeft(), 1);
    row->addWidget(makeRight());
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    connectPresenter();
    retranslateUi();
}

QWidget *HomePage::makeLeft()
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_unfinishedBar);
    column->addWidget(m_errorBar);
    column->addWidget(m_readiness);
    column->addWidget(makeDraftsCard());
    column->addWidget(makeRecentCard(), 1);
    return left;
}

QWidget *HomePage::makeRight()
{
    auto *right = new QWidget;
    right->setFixedWidth(rightWidth);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(makeLocalCard());
    column->addWidget(makeFirstSteps());
    column->addStretch();
    return right;
}

QWidget *HomePage::makeRecentCard()
{
    QFrame *card = makeCard();
    auto *column = cardColumn(card);
    m_recentTitle = makeLabel("section");
    m_remove = makeButton("link", "small");
    m_clear = makeButton("link", "small");
    m_recent = new FileList;
    auto *head = cardHead(m_recentTitle);
    head->addWidget(m_remove);
    head->addWidget(m_clear);
    column->addLayout(head);
    column->addWidget(makeSeparator());
    column->addWidget(m_recent, 1);
    column->addWidget(makeEmptyState(), 1);
    card->setMinimumHeight(220);
    connect(m_recent, &FileList::openRequested, this, &ShellPage::openRequested);
    connect(m_recent, &FileList::verifyRequested, this, &ShellPage::verifyRequested);
    connect(m_recent, &FileList::removeRequested, m_presenter, &HomePresenter::removeRecent);
    connect(m_recent, &FileList::selectedChanged, this,
            [this] { m_remove->setEnabled(!m_recent->selectedPath().isEmpty()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_presenter->removeRecent(m_recent->selectedPath()); });
    connect(m_clear, &QPushButton::clicked, m_presenter, &HomePresenter::clearRecent);
    return card;
}

QWidget *HomePage::makeEmptyState()
{
    m_recentEmpty = new QWidget;
    m_emptyTitle = makeLabel("section");
    m_emptyText = makeLabel("dense", "2", true);
    m_emptyOpen = makeButton("primary");
    m_emptyOpen->setIcon(themeIcon(QStringLiteral("folder-open"), Token::OnAccent));
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyText->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(m_recentEmpty);
    column->setSpacing(10);
    column->addStretch();
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyText);
    column->addWidget(m_emptyOpen, 0, Qt::AlignCenter);
    column->addStretch();
    connect(m_emptyOpen, &QPushButton::clicked, this, &HomePage::openDialogRequested);
    return m_recentEmpty;
}

QWidget *HomePage::makeDraftsCard()
{
    m_draftsCard = makeCard();
    auto *column = cardColumn(m_draftsCard);
    m_draftsTitle = makeLabel("section");
    m_drafts = new FileList;
    column->addLayout(cardHead(m_draftsTitle));
    column->addWidget(makeSeparator());
    column->addWidget(m_drafts);
    connect(m_drafts, &FileList::openRequested, this, &ShellPage::openRequested);
    connect(m_drafts, &FileList::verifyRequested, this, &ShellPage::verifyRequested);
    connect(m_drafts, &FileList::removeRequested, this, [this](const QString &path, const QByteArray &key) {
        const Question question{
            tr("Remove the draft"),
            tr("The seals placed on “%1” are removed. The file itself is not touched.").arg(QFileInfo(path).fileName()),
            tr("Remove"), tr("Keep"), true};
        MessageBoxes::ask(this, question, [this, key](bool yes) {
            if (yes)
                m_presenter->removeDraft(key);
        });
    });
    return m_draftsCard;
}

QWidget *HomePage::makeLocalCard()
{
    QFrame *card = makeCard();
    auto *column = cardColumn(card);
    m_localTitle = makeLabel("section");
    m_dropZone = new DropZone;
    m_open = makeButton();
    m_verify = makeButton();
    m_open->setIcon(themeIcon(QStringLiteral("folder-open")));
    m_verify->setIcon(themeIcon(QStringLiteral("shield-check")));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open);
    buttons->addWidget(m_verify);
    buttons->addStretch();
    auto *body = new QVBoxLayout;
    body->setContentsMargins(16, 12, 16, 14);
    body->setSpacing(10);
    body->addWidget(m_dropZone);
    body->addLayout(buttons);
    column->addLayout(cardHead(m_localTitle));
    column->addWidget(makeSeparator());
    column->addLayout(body);
    connect(m_open, &QPushButton::clicked, this, &HomePage::openDialogRequested);
    connect(m_verify, &QPushButton::clicked, this, &HomePage::verifyDialogRequested);
    connect(m_dropZone, &DropZone::clicked, this, &HomePage::openDialogRequested);
    connect(m_dropZone, &DropZone::filesDropped, this,
            [this](const QStringList &paths) { Q_EMIT openRequested(paths.front()); });
    return card;
}

QWidget *HomePage::makeFirstSteps()
{
    m_firstSteps = makeCard();
    auto *column = cardColumn(m_firstSteps);
    m_stepsTitle = makeLabel("section");
    m_stepsText = makeLabel("dense", "2", true);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(16, 12, 16, 14);
    body->addWidget(m_stepsText);
    column->addLayout(cardHead(m_stepsTitle));
    column->addWidget(makeSeparator());
    column->addLayout(body);
    return m_firstSteps;
}

void HomePage::connectPresenter()
{
    connect(m_presenter, &HomePresenter::changed, this, [this] {
        showLists();
        showUnfinished();
    });
    connect(m_presenter, &HomePresenter::failed, m_errorBar, &ErrorBar::showError);
    connect(m_presenter, &HomePresenter::passwordNeeded, this, [this](const JournalEntry &entry, bool wasWrong) {
        PasswordDialog::ask(
            window(), QFileInfo(entry.inputPath).fileName(), wasWrong,
            [this, entry](SecureBytes password) { m_presenter->completeWithPassword(entry, std::move(password)); });
    });
    connect(m_presenter, &HomePresenter::completed, this, [this](const QString &path) {
        m_errorBar->showNotice(Tone::Ok, tr("The signature was completed."), QDir::toNativeSeparators(path));
        QPushButton *look = m_errorBar->addButton(tr("Verify seals"));
        connect(look, &QPushButton::clicked, this, [this, path] { Q_EMIT verifyRequested(path); });
    });
}

void HomePage::showLists()
{
    std::vector<FileRow> recent;
    for (const RecentFile &file : m_presenter->recentFiles())
        recent.push_back({file.path,
                          QDir::toNativeSeparators(QFileInfo(file.path).path()),
                          file.openedAt.toLocalTime().toString(QStringLiteral("MM-dd HH:mm")),
                          {}});
    m_recent->setRows(recent);
    m_recent->setVisible(!recent.empty());
    m_recentEmpty->setVisible(recent.empty());
    m_firstSteps->setVisible(recent.empty());
    m_clear->setEnabled(!recent.empty());
    std::vector<FileRow> drafts;
    for (const Draft &draft : m_presenter->drafts())
        drafts.push_back({draft.path, tr("%n seal(s) placed", nullptr, static_cast<int>(draft.placements.size())),
                          tr("saved %1").arg(draft.savedAt.toLocalTime().toString(QStringLiteral("MM-dd HH:mm"))),
                          draft.documentSha256});
    m_drafts->setRows(drafts);
    m_drafts->setFixedHeight(std::min(m_drafts->contentHeight(), 170));
    m_draftsCard->setVisible(!drafts.empty());
}

void HomePage::showUnfinished()
{
    const auto &jobs = m_presenter->unfinished();
    if (jobs.empty())
        return m_unfinishedBar->dismiss();
    const bool isSigned = m_presenter->canComplete();
    m_unfinishedBar->showMessage(
        Tone::Warn,
        tr("%n signing(s) did not finish last time, stopped at “%1”.", nullptr, static_cast<int>(jobs.size()))
            .arg(stepWords(jobs.front().step)),
        isSigned ? tr("Signed, the file is not complete yet: %1").arg(QFileInfo(jobs.front().outputPath).fileName())
                 : tr("Nothing was signed. The placements are kept."));
    if (m_presenter->isBusy())
        return;
    if (isSigned) {
        QPushButton *complete = m_unfinishedBar->addButton(tr("Complete it"), "primary");
        complete->setObjectName(QStringLiteral("unfinishedComplete"));
        connect(complete, &QPushButton::clicked, m_presenter, &HomePresenter::completeFirst);
    }
    QPushButton *discard = m_unfinishedBar->addButton(tr("Give up and delete"));
    connect(discard, &QPushButton::clicked, this, [this] {
        const Question question{tr("Give up and delete"),
                                tr("What this signing left behind is deleted. The original file is not touched."),
                                tr("Delete"), tr("Keep"), true};
        MessageBoxes::ask(this, question, [this](bool yes) {
            if (yes)
                m_presenter->discardFirst();
        });
    });
}

QString HomePage::pageTitle() const
{
    return tr("Home");
}

QString HomePage::pageContext() const
{
    const QDate today = m_services.clock->now().toLocalTime().date();
    return tr("%1 %2", "month and day, weekday")
        .arg(QLocale().toString(today, tr("MMMM d")), QLocale().dayName(today.dayOfWeek()));
}

QList<QWidget *> HomePage::panes() const
{
    return {m_recent, m_open};
}

void HomePage::activated()
{
    m_readiness->refresh();
    m_presenter->refresh();
}

void HomePage::retranslateUi()
{
    m_recentTitle->setText(tr("Opened lately"));
    m_recent->setAccessibleName(tr("Opened lately"));
    m_remove->setText(tr("Remove"));
    m_clear->setText(tr("Clear"));
    m_emptyTitle->setText(tr("No file opened yet"));
    m_emptyText->setText(tr("Open a PDF of this PC to look at it, place seals, sign or verify."));
    m_emptyOpen->setText(tr("Open bid file…"));
    m_draftsTitle->setText(tr("Drafts to continue"));
    m_drafts->setAccessibleName(tr("Drafts to continue"));
    m_drafts->setOpenText(tr("Continue"));
    m_localTitle->setText(tr("On this PC"));
    m_open->setText(tr("Open file…"));
    m_verify->setText(tr("Verify seals…"));
    m_stepsTitle->setText(tr("The first time"));
    m_stepsText->setText(
        tr("1. Open a bid file.\n2. Add your seal picture in the panel at the right and drag it onto the "
           "page.\n3. Put the UKey in and choose “Confirm and sign”.\nThe original file is never "
           "changed."));
    showLists();
    showUnfinished();
}

void HomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    ShellPage::changeEvent(event);
}

} // namespace bidseal
