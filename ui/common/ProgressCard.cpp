#include "ui/common/ProgressCard.h"

#include "ui/common/Widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace bidseal {

namespace {

constexpr qint64 shortestUpdateMs = 100;
constexpr qint64 firstGuessMs = 1500; // a time left guessed earlier jumps about
constexpr int barSteps = 1000;
constexpr double bytesPerMegabyte = 1e6;

QString megabytes(qint64 bytes)
{
    return QString::number(static_cast<double>(bytes) / bytesPerMegabyte, 'f', bytes < 10'000'000 ? 1 : 0);
}

} // namespace

ProgressCard::ProgressCard(QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel("strong"))
    , m_numbers(makeLabel("caption", "3"))
    , m_hint(makeLabel("caption", "3", true))
    , m_bar(new QProgressBar)
    , m_cancel(makeButton(nullptr, "small"))
{
    setProperty("card", true);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_numbers);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addLayout(foot);
    m_cancel->setText(tr("Cancel"));
    connect(m_cancel, &QPushButton::clicked, this, &ProgressCard::cancelRequested);
}

void ProgressCard::start(const QString &title, const QString &hint, bool canCancel)
{
    setTitle(title);
    setHint(hint);
    setCanCancel(canCancel);
    m_numbers->clear();
    m_bar->setRange(0, 0);
    m_sinceStart.start();
    m_sinceUpdate.invalidate();
}

void ProgressCard::setTitle(const QString &title)
{
    m_title->setText(title);
    m_bar->setAccessibleName(title);
}

void ProgressCard::setHint(const QString &hint)
{
    m_hint->setText(hint);
}

void ProgressCard::setCanCancel(bool canCancel)
{
    m_cancel->setVisible(canCancel);
}

void ProgressCard::setProgress(qint64 doneBytes, qint64 totalBytes)
{
    if (m_sinceUpdate.isValid() && m_sinceUpdate.elapsed() < shortestUpdateMs && doneBytes < totalBytes)
        return;
    m_sinceUpdate.start();
    if (totalBytes <= 0) {
        m_bar->setRange(0, 0);
        return;
    }
    m_bar->setRange(0, barSteps);
    m_bar->setValue(static_cast<int>(static_cast<double>(doneBytes) / static_cast<double>(totalBytes) * barSteps));
    showNumbers(doneBytes, totalBytes);
}

void ProgressCard::showNumbers(qint64 done, qint64 total)
{
    const QString sizes = tr("%1 of %2 MB").arg(megabytes(done), megabytes(total));
    const qint64 elapsed = m_sinceStart.isValid() ? m_sinceStart.elapsed() : 0;
    if (done <= 0 || elapsed < firstGuessMs) {
        m_numbers->setText(sizes);
        return;
    }
    const double left = static_cast<double>(elapsed) * static_cast<double>(total - done) / static_cast<double>(done);
    m_numbers->setText(tr("%1, about %2 s").arg(sizes).arg(qRound(left / 1000)));
}

void ProgressCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_cancel->setText(tr("Cancel"));
    QFrame::changeEvent(event);
}

} // namespace bidseal
