#pragma once

#include "core/model/Placement.h"
#include "core/signing/LocalData.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace bidseal {

class AppearanceCache;
class Clock;
class DateStampTile;
class ErrorBar;
class StampTile;

/**
 * 可用印章: the seals of this PC as tiles, the date stamp below, and room for what the embedding page adds. Seals are
 * read from and written to the store; nothing waits.
 */
class SealPalette : public QFrame
{
    Q_OBJECT
public:
    SealPalette(SealStore &store, const Clock &clock, AppearanceCache &appearances, QWidget *parent = nullptr);

    /** 292 pixels wide, or 268 with lower tiles. */
    void setCompact(bool compact);
    /** Below the date stamp, behind a line. Takes ownership. */
    void addSection(QWidget *section);
    [[nodiscard]] const std::vector<Seal> &seals() const { return m_seals; }

public Q_SLOTS:
    void reload();
    void addSeal();
    /** Stores a seal (new, changed, or removed a moment ago) and shows the list anew. */
    void save(const bidseal::Seal &seal);

Q_SIGNALS:
    /** Enter or a double click on a tile. */
    void placeRequested(const bidseal::Stamp &stamp);
    void sealRemoved(const bidseal::Seal &seal);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildHeader();
    QWidget *buildEmptyState();
    void retranslate();
    void showSeals(const Result<std::vector<Seal>> &seals);
    void rebuildTiles();
    StampTile *makeTile(const Seal &seal);
    void openMenu(StampTile *tile, const QPoint &global);
    void edit(const Seal &seal);
    void remove(const Seal &seal);
    void showProblem(const Error &error);

    SealStore &m_store;
    AppearanceCache &m_appearances;
    std::vector<Seal> m_seals;
    QList<StampTile *> m_tiles;
    bool m_compact = false;

    QLabel *m_title;
    QToolButton *m_add;
    ErrorBar *m_problem;
    QWidget *m_tileBox;
    QGridLayout *m_grid;
    QLabel *m_hint;
    QWidget *m_empty;
    QLabel *m_emptyText;
    QPushButton *m_emptyButton;
    DateStampTile *m_date;
    QVBoxLayout *m_sections;
};

} // namespace bidseal
