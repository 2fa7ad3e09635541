#include "ui/validation/FacetPanel.h"

#include "ui/common/Widgets.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"
#include "ui/validation/SignatureFacets.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace bidseal {

namespace {

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QWidget *facetRow(const Facet &facet)
{
    auto *row = new QWidget;
    row->setAccessibleName(QStringLiteral("%1: %2. %3").arg(facet.name, facet.value, facet.text));
    auto *icon = new QLabel;
    icon->setPixmap(
        themePixmap(facet.tone == Tone::Unknown ? QStringLiteral("circle-dashed") : QString(lookOf(facet.tone).icon),
                    20, lookOf(facet.tone).ink, row->devicePixelRatioF()));
    QLabel *name = makeLabel("dense", "2");
    name->setText(facet.name);
    name->setMinimumWidth(Theme::px(42));
    QLabel *value = makeLabel("section", lookOf(facet.tone).name, true);
    value->setText(facet.value);
    QLabel *text = makeLabel("dense", "2", true);
    text->setText(facet.text);
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(16, 10, 16, 10);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(2, 1);
    grid->addWidget(icon, 0, 0, Qt::AlignTop);
    grid->addWidget(name, 0, 1);
    grid->addWidget(value, 0, 2);
    grid->addWidget(text, 1, 1, 1, 2);
    return row;
}

} // namespace

FacetPanel::FacetPanel(QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel("section", nullptr, true))
    , m_where(makeLabel("dense", "3"))
    , m_facets(new QVBoxLayout)
    , m_fold(new QToolButton)
    , m_details(new QWidget)
    , m_certificate(makeButton())
    , m_revision(makeButton())
{
    setProperty("pane", true);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 12);
    head->setSpacing(2);
    head->addWidget(m_title);
    head->addWidget(m_where);
    m_facets->setSpacing(0);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *content = new QWidget;
    content->setProperty("clear", true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(m_facets);
    column->addSpacing(8);
    auto *foldRow = new QHBoxLayout;
    foldRow->setContentsMargins(10, 0, 10, 0);
    foldRow->addWidget(m_fold);
    foldRow->addStretch();
    column->addLayout(foldRow);
    column->addWidget(m_details);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *foot = new QFrame;
    foot->setProperty("foot", true);
    auto *buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(12, 10, 12, 10);
    buttons->setSpacing(8);
    buttons->addWidget(m_certificate);
    buttons->addWidget(m_revision);
    buttons->addStretch();
    m_certificate->setIcon(themeIcon(QStringLiteral("badge-check")));
    m_revision->setIcon(themeIcon(QStringLiteral("history")));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(scroll, 1);
    all->addWidget(foot);
    connect(m_fold, &QToolButton::clicked, this, [this] { setDetailsOpen(!m_detailsOpen); });
    connect(m_certificate, &QPushButton::clicked, this, &FacetPanel::certificateRequested);
    connect(m_revision, &QPushButton::clicked, this, &FacetPanel::revisionRequested);
    retranslateUi();
    setDetailsOpen(false);
    showSignature(nullptr, 0, {});
}

void FacetPanel::showSignature(const SignatureFacts *signature, int revisions, const QString &whichSeal)
{
    clearLayout(m_facets);
    m_title->setText(signature ? signerTitle(*signature) : QString());
    m_where->setText(whichSeal);
    m_fold->setVisible(signature);
    m_certificate->setEnabled(signature && signature->signer);
    m_revision->setEnabled(signature && signature->signedEnd > 0);
    m_details->setVisible(signature && m_detailsOpen);
    if (!signature)
        return;
    addFacets(*signature);
    addDetails(*signature, revisions);
}

void FacetPanel::addFacets(const SignatureFacts &signature)
{
    for (const Facet &facet : signatureFacets(signature)) {
        m_facets->addWidget(makeSeparator());
        m_facets->addWidget(facetRow(facet));
    }
    m_facets->addWidget(makeSeparator());
}

void FacetPanel::addDetails(const SignatureFacts &signature, int revisions)
{
    delete m_details->layout();
    const auto old = m_details->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *widget : old)
        delete widget;
    auto *grid = new QGridLayout(m_details);
    grid->setContentsMargins(38, 4, 16, 4);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Detail &detail : signatureDetails(signature, revisions)) {
        QLabel *name = makeLabel("dense", "2");
        name->setText(detail.name);
        QLabel *value = makeLabel("dense", nullptr, true);
        value->setText(detail.value);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(value, row++, 1);
    }
}

void FacetPanel::setDetailsOpen(bool open)
{
    m_detailsOpen = open;
    m_fold->setIcon(themeIcon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_details->setVisible(open);
}

void FacetPanel::retranslateUi()
{
    m_fold->setText(tr("Technical details"));
    m_fold->setAccessibleName(tr("Technical details"));
    m_certificate->setText(tr("View certificate"));
    m_revision->setText(tr("Open the version that was signed"));
}

void FacetPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QFrame::changeEvent(event);
}

} // namespace bidseal
