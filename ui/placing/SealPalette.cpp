#include "ui/placing/SealPalette.h"

#include "core/common/Clock.h"
#include "ui/common/ErrorBar.h"
#include "ui/common/Widgets.h"
#include "ui/placing/AddSealDialog.h"
#include "ui/placing/AppearanceCache.h"
#include "ui/placing/DateStampTile.h"
#include "ui/placing/StampTile.h"
#include "ui/theme/ThemeIcon.h"

#include <QButtonGroup>
#include <QContextMenuEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace bidseal {

namespace {

constexpr int columns = 2;

} // namespace

SealPalette::SealPalette(SealStore &store, const Clock &clock, AppearanceCache &appearances, QWidget *parent)
    : QFrame(parent)
    , m_store(store)
    , m_appearances(appearances)
    , m_title(makeLabel("section"))
    , m_add(makeIconButton(QStringLiteral("plus")))
    , m_problem(new ErrorBar)
    , m_tileBox(new QWidget)
    , m_grid(new QGridLayout(m_tileBox))
    , m_hint(makeLabel("caption", "3", true))
    , m_emptyText(makeLabel(nullptr, "2", true))
    , m_emptyButton(makeButton())
    , m_date(new DateStampTile(appearances, clock.now().toLocalTime().date()))
    , m_sections(new QVBoxLayout)
{
    setProperty("pane", true);
    setObjectName(QStringLiteral("sealPalette"));
    build();
    retranslate();
    setCompact(false);
    reload();
}

void SealPalette::build()
{
    auto *content = new QWidget;
    content->setProperty("clear", true);
    m_sections->setContentsMargins(14, 10, 14, 14);
    m_sections->setSpacing(10);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(8);
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column, 1); // a single tile keeps half the width, too
    m_sections->addWidget(m_problem);
    m_sections->addWidget(m_tileBox);
    m_empty = buildEmptyState();
    m_sections->addWidget(m_empty);
    m_sections->addWidget(m_hint);
    m_sections->addWidget(m_date);
    m_sections->addStretch();
    content->setLayout(m_sections);

    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    column->addWidget(makeSeparator());
    column->addWidget(scroll, 1);
    m_tileBox->hide();
    m_empty->hide();
    connect(m_date->findChild<StampTile *>(), &StampTile::placeRequested, this, &SealPalette::placeRequested);
}

QWidget *SealPalette::buildHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(44);
    m_add->setObjectName(QStringLiteral("sealAdd"));
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(14, 0, 10, 0);
    row->addWidget(m_title, 1);
    row->addWidget(m_add);
    connect(m_add, &QToolButton::clicked, this, &SealPalette::addSeal);
    return header;
}

QWidget *SealPalette::buildEmptyState()
{
    auto *box = new QWidget;
    auto *icon = new QLabel;
    icon->setPixmap(themePixmap(QStringLiteral("stamp"), 34, Token::Text3, devicePixelRatioF()));
    icon->setAlignment(Qt::AlignCenter);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyButton->setObjectName(QStringLiteral("sealAddFirst"));
    m_emptyButton->setIcon(themeIcon(QStringLiteral("image-plus")));
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(8, 20, 8, 20);
    column->setSpacing(10);
    column->addWidget(icon);
    column->addWidget(m_emptyText);
    column->addWidget(m_emptyButton, 0, Qt::AlignCenter);
    connect(m_emptyButton, &QPushButton::clicked, this, &SealPalette::addSeal);
    return box;
}

void SealPalette::setCompact(bool compact)
{
    m_compact = compact;
    setFixedWidth(compact ? 268 : 292);
    const int side = compact ? 10 : 14;
    m_sections->setContentsMargins(side, 10, side, 14);
    for (StampTile *tile : m_tiles)
        tile->setCompact(compact);
}

void SealPalette::addSection(QWidget *section)
{
    m_sections->insertWidget(m_sections->count() - 1, section);
}

void SealPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SealPalette::retranslate()
{
    m_title->setText(tr("Available seals"));
    nameIconButton(m_add, tr("Add seal"));
    m_hint->setText(tr("Drag onto a page, or select and press Enter to put it on the page shown."));
    m_emptyText->setText(tr("There are no seals on this computer yet."));
    m_emptyButton->setText(tr("Add seal"));
}

void SealPalette::reload()
{
    m_store.all().then(this, [this](const Result<std::vector<Seal>> &seals) { showSeals(seals); });
}

void SealPalette::showSeals(const Result<std::vector<Seal>> &seals)
{
    if (!seals)
        return showProblem(seals.error());
    m_seals = *seals;
    rebuildTiles();
}

void SealPalette::rebuildTiles()
{
    qDeleteAll(m_tiles);
    m_tiles.clear();
    for (const Seal &seal : m_seals) {
        const auto index = static_cast<int>(m_tiles.size());
        StampTile *tile = makeTile(seal);
        m_grid->addWidget(tile, index / columns, index % columns);
        m_tiles.append(tile);
    }
    m_tileBox->setVisible(!m_seals.empty());
    m_hint->setVisible(!m_seals.empty());
    m_empty->setVisible(m_seals.empty());
    QWidget *before = m_add;
    for (StampTile *tile : m_tiles) {
        setTabOrder(before, tile);
        before = tile;
    }
}

StampTile *SealPalette::makeTile(const Seal &seal)
{
    auto *tile = new StampTile(m_appearances, StampTile::Look::Seal, m_tileBox);
    tile->setObjectName(QStringLiteral("sealTile-%1").arg(seal.id));
    tile->setAutoExclusive(true);
    tile->setStamp(seal);
    tile->setCompact(m_compact);
    tile->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(tile, &StampTile::placeRequested, this, &SealPalette::placeRequested);
    connect(tile, &QWidget::customContextMenuRequested, this,
            [this, tile](const QPoint &at) { openMenu(tile, tile->mapToGlobal(at)); });
    return tile;
}

void SealPalette::openMenu(StampTile *tile, const QPoint &global)
{
    const Seal seal = std::get<Seal>(tile->stamp());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Put on the page shown"), this, [this, seal] { Q_EMIT placeRequested(seal); });
    menu->addSeparator();
    menu->addAction(themeIcon(QStringLiteral("pencil")), tr("Edit seal…"), this, [this, seal] { edit(seal); });
    menu->addAction(themeIcon(QStringLiteral("trash-2")), tr("Remove seal"), this, [this, seal] { remove(seal); });
    menu->popup(global);
}

void SealPalette::addSeal()
{
    auto *dialog = new AddSealDialog(this);
    connect(dialog, &AddSealDialog::sealReady, this, &SealPalette::save);
    dialog->openOver();
}

void SealPalette::edit(const Seal &seal)
{
    auto *dialog = new AddSealDialog(seal, this);
    connect(dialog, &AddSealDialog::sealReady, this, &SealPalette::save);
    dialog->openOver();
}

void SealPalette::save(const Seal &seal)
{
    m_store.save(seal).then(this, [this](const Result<void> &done) {
        if (done)
            m_problem->dismiss();
        else
            showProblem(done.error());
        reload();
    });
}

void SealPalette::remove(const Seal &seal)
{
    m_store.remove(seal.id).then(this, [this, seal](const Result<void> &done) {
        if (!done)
            return showProblem(done.error());
        reload();
        Q_EMIT sealRemoved(seal);
    });
}

void SealPalette::showProblem(const Error &error)
{
    m_problem->showError(error);
    m_problem->setClosable(true);
}

} // namespace bidseal
