#include "ui/shell/HelpPage.h"

#include "ui/common/Widgets.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace bidseal {

namespace {

constexpr int widestText = 860;

QVBoxLayout *cardColumn(QFrame *card, const QString &title)
{
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(8);
    QLabel *head = makeLabel("section");
    head->setText(title);
    column->addWidget(head);
    return column;
}

QLabel *paragraph(const QString &text)
{
    QLabel *label = makeLabel(nullptr, "2", true);
    label->setText(text);
    return label;
}

QString keyText(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

} // namespace

HelpPage::HelpPage(QWidget *parent)
    : ShellPage(parent)
    , m_scroll(new QScrollArea)
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    rebuild();
}

QString HelpPage::pageTitle() const
{
    return tr("Help");
}

QList<QWidget *> HelpPage::panes() const
{
    return {m_scroll};
}

void HelpPage::rebuild()
{
    m_scroll->setAccessibleName(tr("Help"));
    auto *content = new QWidget;
    content->setProperty("clear", true);
    content->setMaximumWidth(widestText);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 18, 20, 20);
    column->setSpacing(14);
    column->addWidget(stepsCard());
    column->addWidget(keysCard());
    column->addWidget(aboutCard());
    column->addStretch();
    m_scroll->setWidget(content);
}

QWidget *HelpPage::stepsCard()
{
    QFrame *card = makeCard();
    QVBoxLayout *column = cardColumn(card, tr("From the bid to the signed bid"));
    const QStringList steps{
        tr("1. Open the bid file. It is only read; what you sign goes into a new file beside it."),
        tr("2. Drag seals and date stamps onto the pages. Every placement is kept at once, also after a crash."),
        tr("3. Put the UKey in, choose its certificate and confirm. One PIN is one try; the program never repeats it "
           "by "
           "itself."),
        tr("4. The new file is checked before you get it. “Verify seals” tells anyone, offline too, whether a file "
           "was changed after signing.")};
    for (const QString &step : steps)
        column->addWidget(paragraph(step));
    return card;
}

QWidget *HelpPage::keysCard()
{
    QFrame *card = makeCard();
    QVBoxLayout *column = cardColumn(card, tr("Keys"));
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    const std::vector<std::pair<QString, QString>> keys{
        {keyText(QKeySequence::Open), tr("Open bid file")},
        {keyText(Qt::ALT | Qt::Key_Home), tr("Home")},
        {keyText(Qt::ALT | Qt::Key_Left), tr("Back")},
        {keyText(Qt::CTRL | Qt::Key_Comma), tr("Settings")},
        {keyText(Qt::Key_F1), tr("Help")},
        {QStringLiteral("%1 / %2").arg(keyText(Qt::Key_F6), keyText(Qt::SHIFT | Qt::Key_F6)),
         tr("Next or previous pane")},
        {QStringLiteral("%1 / %2").arg(keyText(Qt::Key_F7), keyText(Qt::SHIFT | Qt::Key_F7)),
         tr("Next or previous seal, while verifying")},
    };
    int row = 0;
    for (const auto &[name, meaning] : keys) {
        QLabel *left = makeLabel("mono");
        left->setText(name);
        QLabel *right = makeLabel(nullptr, "2");
        right->setText(meaning);
        grid->addWidget(left, row, 0);
        grid->addWidget(right, row++, 1);
    }
    column->addLayout(grid);
    return card;
}

QWidget *HelpPage::aboutCard()
{
    QFrame *card = makeCard();
    QVBoxLayout *column = cardColumn(card, tr("About"));
    column->addWidget(
        paragraph(tr("BidSeal %1. Free software under the GNU Affero General Public License 3.0 or later.")
                      .arg(QCoreApplication::applicationVersion())));
    column->addWidget(paragraph(tr("Inside: Qt, MuPDF, OpenSSL, SQLite; icons by Lucide (ISC) and Feather (MIT).")));
    return card;
}

void HelpPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    ShellPage::changeEvent(event);
}

} // namespace bidseal
