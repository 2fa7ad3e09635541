#include "ui/signing/ResultPage.h"

#include "core/messages/Messages.h"
#include "core/signing/Fingerprint.h"
#include "ui/common/ErrorBar.h"
#include "ui/common/Toast.h"
#include "ui/common/Tone.h"
#include "ui/common/Widgets.h"
#include "ui/signing/CertificateList.h"
#include "ui/signing/SealedPages.h"
#include "ui/signing/StepList.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"
#include "ui/validation/ReportExporter.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <set>

namespace bidseal {

namespace {

QString clockTime(const QDateTime &at)
{
    return at.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
}

QString headLine(const QByteArray &sha256)
{
    const QString grouped = groupedHex(sha256);
    return QStringLiteral("%1 … %2").arg(grouped.left(17), grouped.right(8));
}

} // namespace

ResultPage::ResultPage(QWidget *parent)
    : QWidget(parent)
    , m_banner(new QFrame)
    , m_bannerIcon(new QLabel)
    , m_bannerTitle(makeLabel("verdict"))
    , m_bannerText(makeLabel(nullptr, "2", true))
    , m_bannerButtons(new QHBoxLayout)
    , m_progress(new QProgressBar)
    , m_cancel(makeButton())
    , m_problem(new ErrorBar)
    , m_pagesHead(makeLabel("section"))
    , m_pagesTitle(makeLabel("dense", "3"))
    , m_pagesProblem(makeLabel("dense", "3", true))
    , m_pages(new SealedPages)
    , m_resultHead(makeLabel("section"))
    , m_rows(new QGridLayout)
    , m_stepsHead(makeLabel("section"))
    , m_export(makeButton())
    , m_steps(new StepList)
    , m_filler(new QWidget)
{
    setObjectName(QStringLiteral("resultPage"));
    setProperty("page", true);
    build();
    retranslate();
}

void ResultPage::retranslate()
{
    m_pagesHead->setText(tr("Sealed pages"));
    m_resultHead->setText(tr("Result"));
    m_stepsHead->setText(tr("Steps"));
    m_export->setText(tr("Export validation report…"));
    m_progress->setAccessibleName(tr("Progress of signing"));
}

void ResultPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        const auto again = m_showAgain; // a copy: showing sets it anew
        if (again)
            again();
    }
    QWidget::changeEvent(event);
}

void ResultPage::build()
{
    m_pagesCard = buildPagesCard();
    m_resultCard = buildResultCard();
    auto *left = new QVBoxLayout;
    left->setSpacing(14);
    left->addWidget(m_pagesCard, 3);
    left->addWidget(m_resultCard, 0);
    left->addWidget(m_filler, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(14);
    columns->addLayout(left, 1);
    columns->addWidget(buildStepsCard());
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(20, 18, 20, 18);
    page->setSpacing(14);
    page->addWidget(buildBanner());
    page->addWidget(m_problem);
    page->addLayout(columns, 1);
    connect(m_cancel, &QPushButton::clicked, this, &ResultPage::cancelRequested);
    connect(m_pages, &SealedPages::pageActivated, this, [this] { Q_EMIT openRequested(m_request.outputPath); });
    connect(m_pages, &SealedPages::unavailable, this, [this](const Error &error) {
        m_pagesProblem->setText(errorText(error).whatHappened);
        m_pagesProblem->show();
    });
}

QWidget *ResultPage::buildBanner()
{
    m_banner->setObjectName(QStringLiteral("resultBanner"));
    m_bannerIcon->setFixedSize(48, 48);
    m_bannerIcon->setAlignment(Qt::AlignCenter);
    m_bannerTitle->setObjectName(QStringLiteral("resultTitle"));
    m_bannerText->setObjectName(QStringLiteral("resultText"));
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("resultCancel"));
    m_bannerButtons->setSpacing(12);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(m_bannerTitle);
    words->addWidget(m_bannerText);
    words->addWidget(m_progress);
    words->addStretch();
    auto *row = new QHBoxLayout(m_banner);
    row->setContentsMargins(18, 14, 18, 14);
    row->setSpacing(14);
    row->addWidget(m_bannerIcon);
    row->addLayout(words, 1);
    row->addWidget(m_cancel);
    row->addLayout(m_bannerButtons);
    m_banner->setMinimumHeight(84);
    return m_banner;
}

QWidget *ResultPage::buildPagesCard()
{
    QFrame *card = makeCard();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->addWidget(m_pagesHead);
    head->addWidget(m_pagesTitle, 1);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 12, 1, 1);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(makeSeparator());
    m_pagesProblem->setContentsMargins(16, 0, 16, 0);
    column->addWidget(m_pagesProblem);
    column->addWidget(m_pages, 1);
    return card;
}

QWidget *ResultPage::buildResultCard()
{
    QFrame *card = makeCard();
    m_rows->setContentsMargins(16, 4, 16, 8);
    m_rows->setHorizontalSpacing(20);
    m_rows->setVerticalSpacing(6);
    m_rows->setColumnStretch(1, 1);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->addWidget(m_resultHead);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 12, 1, 8);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(makeSeparator());
    column->addLayout(m_rows);
    return card;
}

QWidget *ResultPage::buildStepsCard()
{
    QFrame *card = makeCard();
    card->setFixedWidth(340);
    m_steps->setObjectName(QStringLiteral("resultSteps"));
    m_export->setObjectName(QStringLiteral("resultExport"));
    m_export->setIcon(themeIcon(QStringLiteral("file-check")));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_stepsHead);
    column->addWidget(makeSeparator());
    column->addWidget(m_steps);
    column->addStretch();
    column->addWidget(m_export);
    return card;
}

void ResultPage::showBanner(Tone tone, const QString &icon, const QString &title, const QString &text)
{
    const ToneLook &look = lookOf(tone);
    setLook(m_banner, "bar", QLatin1String(look.name));
    setLook(m_bannerTitle, "tone", QLatin1String(look.name));
    m_bannerIcon->setPixmap(themePixmap(icon, 36, look.ink, devicePixelRatioF()));
    m_bannerTitle->setText(title);
    m_bannerText->setText(text);
    m_bannerText->setVisible(!text.isEmpty());
    m_banner->setAccessibleName(QStringLiteral("%1. %2").arg(title, text));
    clearBannerButtons();
}

void ResultPage::clearBannerButtons()
{
    while (QLayoutItem *item = m_bannerButtons->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            button->hide();
            button->deleteLater(); // its click may have brought us here
        }
        delete item;
    }
}

QPushButton *ResultPage::addBannerButton(const QString &name, const QString &text, const char *look)
{
    QPushButton *button = makeButton(look);
    button->setObjectName(name);
    button->setText(text);
    m_bannerButtons->addWidget(button);
    button->show(); // at once, so that it can take the focus
    return button;
}

void ResultPage::showOutcomeCards(bool visible)
{
    m_pagesCard->setVisible(visible);
    m_resultCard->setVisible(visible);
    m_export->setVisible(visible);
    m_filler->setVisible(!visible);
}

void ResultPage::showWorking(const SigningRequest &request)
{
    m_request = request;
    m_done.clear();
    m_timestampAuthority.clear();
    m_problem->dismiss();
    showOutcomeCards(false);
    showBanner(Tone::Info, QStringLiteral("stamp"), tr("Signing…"), {});
    m_progress->setRange(0, 0);
    m_progress->show();
    m_cancel->show();
    setCanCancel(true);
    showSteps();
    m_showAgain = [this] {
        m_bannerTitle->setText(tr("Signing…"));
        setCanCancel(m_canCancel);
        showSteps();
    };
}

void ResultPage::setCanCancel(bool canCancel)
{
    m_canCancel = canCancel;
    m_cancel->setEnabled(canCancel);
    m_cancel->setText(tr("Cancel"));
    m_bannerText->setText(canCancel ? tr("Cancelling now leaves no signature behind.")
                                    : tr("Finishing; it can't be cancelled any more."));
    m_bannerText->show();
}

void ResultPage::showStep(SigningStep step, const QDateTime &at)
{
    m_done[step] = at;
    showSteps();
}

void ResultPage::showProgress(qint64 doneBytes, qint64 totalBytes)
{
    m_progress->setRange(0, totalBytes > 0 ? 1000 : 0);
    if (totalBytes > 0)
        m_progress->setValue(static_cast<int>(doneBytes * 1000 / totalBytes));
}

QString ResultPage::stepTitle(SigningStep step) const
{
    switch (step) {
    case SigningStep::Prepared:
        return tr("Prepare the file");
    case SigningStep::Authorised:
        return tr("PIN entered");
    case SigningStep::Signed:
        return tr("Signed by the UKey");
    case SigningStep::Stamped:
        return tr("Trusted timestamp");
    case SigningStep::Embedded:
        return tr("Put the signature into the file");
    case SigningStep::Verified:
        return tr("Verified on this computer");
    case SigningStep::Published:
        break;
    }
    return tr("New file written");
}

void ResultPage::showSteps(bool trouble)
{
    std::vector<StepRow> rows;
    bool running = true;
    for (const SigningStep step :
         {SigningStep::Prepared, SigningStep::Authorised, SigningStep::Signed, SigningStep::Stamped,
          SigningStep::Embedded, SigningStep::Verified, SigningStep::Published}) {
        if (step == SigningStep::Stamped && m_request.level == SignatureLevel::BB)
            continue;
        StepRow row{stepTitle(step), {}, StepRow::State::Waiting};
        if (const auto done = m_done.find(step); done != m_done.end()) {
            row.state = StepRow::State::Done;
            row.detail =
                step == SigningStep::Signed ? tr("Once, %1").arg(clockTime(done->second)) : clockTime(done->second);
            if (step == SigningStep::Stamped && !m_timestampAuthority.isEmpty())
                row.detail += tr(", %1", "time, then name of a service").arg(m_timestampAuthority);
            if (step == SigningStep::Published)
                row.detail += tr(", the original is unchanged");
        } else if (std::exchange(running, false)) {
            row.state = trouble ? StepRow::State::Trouble : StepRow::State::Running;
        }
        rows.push_back(std::move(row));
    }
    m_steps->setRows(std::move(rows));
}

void ResultPage::exportReport(const SigningResult &result)
{
    const auto done = [this](const Result<QString> &written) {
        if (!written)
            return m_problem->showError(written.error());
        Toast::show(this, tr("Report saved: %1").arg(QFileInfo(*written).fileName()));
    };
    const auto started = [this] { m_problem->dismiss(); };
    askAndExportReport(this, result.report, result.outputPath, started, done);
}

void ResultPage::showResult(const SigningResult &result)
{
    m_showAgain = [this, result] { showResult(result); };
    m_progress->hide();
    m_cancel->hide();
    const VerdictText verdict = verdictText(result.report);
    const SignatureFacts *own = result.report.signatures.empty() ? nullptr : &result.report.signatures.back();
    m_timestampAuthority = own ? own->timestampAuthority : QString();
    const auto seals = static_cast<int>(m_request.placements.size());
    QString text = result.report.verdict == Verdict::Intact ? tr("The file has not been modified since it was signed.")
                                                            : verdict.sentence + tr(".", "end of a sentence");
    text += tr("1 signature, %n seal(s).", nullptr, seals);
    if (own && own->timeProven)
        text += tr("Signed at %1 (trusted timestamp).")
                    .arg(own->timeProven->toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
    if (verdict.tone == VerdictTone::Warn && result.report.verdict == Verdict::Intact)
        text += verdict.sentence + tr(".", "end of a sentence");
    const Tone tone = result.report.verdict == Verdict::Intact ? Tone::Ok : toneOf(verdict.tone);
    showBanner(tone,
               tone == Tone::Ok ? QStringLiteral("shield-check") : verdictIcon(result.report.verdict, verdict.tone),
               tr("Signed and verified"), text);
    QPushButton *close = addBannerButton(QStringLiteral("resultClose"), tr("Done"));
    m_export->disconnect(this);
    connect(m_export, &QPushButton::clicked, this, [this, result] { exportReport(result); });
    QPushButton *open = addBannerButton(QStringLiteral("resultOpen"), tr("Open the signed file"), "primary");
    connect(close, &QPushButton::clicked, this, &ResultPage::closeRequested);
    connect(open, &QPushButton::clicked, this, [this, path = result.outputPath] { Q_EMIT openRequested(path); });
    open->setFocus();
    showSteps();
    showOutcomeCards(true);
    fillResult(result);
    std::set<int> pages;
    for (const Placement &placement : m_request.placements)
        pages.insert(placement.page);
    m_pagesTitle->setText(
        tr("%1 page(s), %2 seal(s). Double-click to check in full size").arg(pages.size()).arg(seals));
    m_pagesProblem->hide();
    m_pages->showPages(result.outputPath, m_request.placements);
}

void ResultPage::fillResult(const SigningResult &result)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!result.report.signatures.empty() && result.report.signatures.back().signer)
        addResultRow(tr("Signer"), ownerName(*result.report.signatures.back().signer), false);
    QPushButton *folder = makeButton("link");
    folder->setObjectName(QStringLiteral("resultFolder"));
    folder->setText(tr("Open its folder"));
    connect(folder, &QPushButton::clicked, this, [path = result.outputPath] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    });
    addResultRow(tr("Saved as"), QDir::toNativeSeparators(result.outputPath), false, folder);
    QLabel *unchanged = makeLabel("caption", "3");
    unchanged->setText(tr("The original is unchanged"));
    addResultRow(tr("Fingerprint before"), headLine(result.inputSha256), true, unchanged);
    QPushButton *copy = makeButton("link");
    copy->setObjectName(QStringLiteral("resultCopyHash"));
    copy->setText(tr("Copy"));
    copy->setAccessibleName(tr("Copy the fingerprint after signing"));
    connect(copy, &QPushButton::clicked, this, [hash = result.outputSha256] {
        QGuiApplication::clipboard()->setText(QString::fromLatin1(hash.toHex().toUpper()));
    });
    addResultRow(tr("Fingerprint after"), headLine(result.outputSha256), true, copy);
    addResultRow(tr("Signature level"), QStringLiteral("PAdES %1").arg(result.level), false);
}

void ResultPage::addResultRow(const QString &caption, const QString &value, bool mono, QWidget *action)
{
    const int row = m_rows->rowCount();
    QLabel *name = makeLabel("dense", "3");
    name->setText(caption);
    QLabel *text = makeLabel(mono ? "mono" : nullptr, nullptr, !mono);
    text->setText(value);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rows->addWidget(name, row, 0);
    m_rows->addWidget(text, row, 1);
    if (action)
        m_rows->addWidget(action, row, 2);
}

void ResultPage::showFailure(const Error &error)
{
    m_showAgain = [this, error] { showFailure(error); };
    m_progress->hide();
    m_cancel->hide();
    showOutcomeCards(false);
    const ErrorText words = errorText(error);
    const bool cancelled = error.code == ErrorCode::Cancelled;
    const QString title = words.wasSigned.isEmpty() ? tr("Not signed") : words.wasSigned;
    showBanner(
        cancelled ? Tone::Unknown : Tone::Bad, cancelled ? QStringLiteral("info") : QStringLiteral("circle-x"), title,
        QStringLiteral("%1 %2 %3").arg(words.whatHappened, tr("The seals stay where they are."), words.whatNext));
    if (!cancelled) {
        QPushButton *copy = addBannerButton(QStringLiteral("resultCopyReport"), tr("Copy report"));
        connect(copy, &QPushButton::clicked, this,
                [error] { QGuiApplication::clipboard()->setText(ErrorBar::reportText(error)); });
    }
    if (error.code == ErrorCode::TimestampUnreachable && !error.context.signatureMade) {
        QPushButton *without =
            addBannerButton(QStringLiteral("resultWithoutTimestamp"), tr("Sign without a timestamp"));
        connect(without, &QPushButton::clicked, this, [this] { Q_EMIT signAgainRequested(SignatureLevel::BB); });
        QPushButton *again = addBannerButton(QStringLiteral("resultRetry"), tr("Try again"));
        connect(again, &QPushButton::clicked, this, [this] { Q_EMIT signAgainRequested(m_request.level); });
    }
    QPushButton *back = addBannerButton(QStringLiteral("resultBack"), tr("Back"), "primary");
    connect(back, &QPushButton::clicked, this, &ResultPage::backRequested);
    back->setFocus();
    showSteps(true);
}

void ResultPage::showWaiting(const Error &error)
{
    m_showAgain = [this, error] { showWaiting(error); };
    m_progress->hide();
    m_cancel->hide();
    showOutcomeCards(false);
    m_bannerText->setToolTip(error.detail);
    showBanner(
        Tone::Warn, QStringLiteral("clock"), tr("Signed, waiting for the timestamp"),
        tr("Signed; the trusted timestamp has not been obtained yet. It is tried again by itself, please don't sign "
           "again."));
    QPushButton *later = addBannerButton(QStringLiteral("resultLater"), tr("Later"));
    connect(later, &QPushButton::clicked, this, &ResultPage::closeRequested);
    QPushButton *retry = addBannerButton(QStringLiteral("resultRetryTimestamp"), tr("Try again now"), "primary");
    connect(retry, &QPushButton::clicked, this, &ResultPage::retryTimestampRequested);
    retry->setFocus();
    showSteps(true);
}

} // namespace bidseal
