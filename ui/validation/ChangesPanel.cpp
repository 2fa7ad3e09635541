#include "ui/validation/ChangesPanel.h"

#include "ui/common/Chip.h"
#include "ui/common/Widgets.h"
#include "ui/theme/ThemeIcon.h"
#include "ui/validation/SignatureFacets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace bidseal {

namespace {

QWidget *lineWidget(const ChangeLine &line)
{
    auto *row = new QWidget;
    auto *icon = new QLabel;
    icon->setPixmap(themePixmap(lookOf(line.tone).icon, 18, lookOf(line.tone).ink, row->devicePixelRatioF()));
    QLabel *text = makeLabel("dense", nullptr, true);
    text->setText(line.text);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(14, 8, 12, 8);
    layout->setSpacing(10);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    return row;
}

} // namespace

ChangesPanel::ChangesPanel(QWidget *parent)
    : QWidget(parent)
{
    auto *content = new QWidget;
    content->setProperty("clear", true);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 8);
    m_column->setSpacing(0);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    hide();
}

void ChangesPanel::showSignature(const SignatureFacts *signature)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto lines = signature ? changeLines(*signature) : std::vector<ChangeLine>{};
    setVisible(!lines.empty());
    if (lines.empty())
        return;
    const bool isModified = signature->verdict == Verdict::Modified;
    auto *headHolder = new QWidget;
    auto *head = new QHBoxLayout(headHolder);
    head->setContentsMargins(14, 10, 14, 8);
    QLabel *title = makeLabel("section");
    title->setText(isModified ? tr("Changes after signing") : tr("Remarks"));
    head->addWidget(title);
    head->addWidget(new Chip(lines.front().tone, lookOf(lines.front().tone).icon, QString::number(lines.size())));
    head->addStretch();
    m_column->addWidget(makeSeparator());
    m_column->addWidget(headHolder);
    for (const ChangeLine &line : lines) {
        m_column->addWidget(lineWidget(line));
        m_column->addWidget(makeSeparator());
    }
    if (isModified) {
        QLabel *what = makeLabel("section");
        what->setText(tr("What to do"));
        what->setContentsMargins(14, 12, 14, 4);
        QLabel *steps = makeLabel("dense", "2", true);
        steps->setContentsMargins(14, 0, 12, 0);
        steps->setText(
            tr("1. Do not use the present file.\n2. Open the version that was signed and compare.\n3. Ask the "
               "signer for the original and compare the fingerprints."));
        m_column->addWidget(what);
        m_column->addWidget(steps);
    }
    m_column->addStretch();
}

} // namespace bidseal
