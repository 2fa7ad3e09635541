#pragma once

#include "core/model/PageGeometry.h"
#include "core/pdf/PdfDocument.h"
#include "ui/document/RenderPool.h"
#include "ui/document/TaskThread.h"
#include "ui/document/TileCache.h"

#include <QObject>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace bidseal {

/**
 * One opened document as the window sees it: the threads that draw, read and search it, the drawn tiles, what is known
 * of its pages. Nothing here waits. Window thread only.
 */
class OpenDocument : public QObject
{
    Q_OBJECT
public:
    /** Bounds in bytes of sharp tiles and of the small pictures of whole pages. */
    static constexpr qint64 tileBytes = 128'000'000;
    static constexpr qint64 previewBytes = 40'000'000;

    explicit OpenDocument(std::shared_ptr<PdfDocument> document);
    ~OpenDocument() override;

    /** Ends the threads without waiting for them; the object goes when they have ended, or with the application. */
    static void retire(std::unique_ptr<OpenDocument> document);

    [[nodiscard]] const std::shared_ptr<PdfDocument> &document() const { return m_document; }
    [[nodiscard]] int pageCount() const { return int(m_geometries.size()); }
    [[nodiscard]] RenderPool &pool() { return *m_pool; }
    /** For short readings: geometry, outline, selection. */
    [[nodiscard]] TaskThread &reading() { return *m_reading; }
    /** For the search, which may take long. */
    [[nodiscard]] TaskThread &searching() { return *m_searching; }
    [[nodiscard]] TileCache &tiles() { return m_tiles; }

    /** The small picture of a whole page, not turned by the view; null when it is not there. */
    [[nodiscard]] QImage preview(int page);
    [[nodiscard]] bool hasPreview(int page) const;
    /** What to ask the pool for to get it. */
    [[nodiscard]] RenderJob previewJob(int page) const;
    /** Device pixels the small pictures are made for, per logical pixel; a change drops those there are. */
    void setPreviewRatio(double devicePixelRatio);

    /** Why a page cannot be drawn. */
    [[nodiscard]] std::optional<Error> pageError(int page) const;
    [[nodiscard]] std::optional<PageGeometry> geometry(int page) const;
    /** Reads the boxes of these pages before the others. */
    void requestGeometry(int first, int last);
    /** Number of sharp tiles drawn so far. */
    [[nodiscard]] qint64 drawnTiles() const { return m_drawnTiles; }

Q_SIGNALS:
    void tileDrawn(const bidseal::TileKey &key);
    void previewDrawn(int page);
    void pageFailed(int page);
    void geometryKnown(int first, int last);

private:
    void readGeometries(int first);
    void take(int first, const std::vector<std::optional<PageGeometry>> &geometries);
    void accept(const RenderOutcome &outcome);
    void requestStop();
    [[nodiscard]] bool isStopped() const;

    std::shared_ptr<PdfDocument> m_document;
    std::vector<std::optional<PageGeometry>> m_geometries;
    std::unordered_map<int, Error> m_errors;
    TileCache m_tiles{tileBytes};
    TileCache m_previews{previewBytes};
    double m_previewRatio = 1;
    bool m_readingSightGeometry = false;
    qint64 m_drawnTiles = 0;
    std::unique_ptr<RenderPool> m_pool;
    std::unique_ptr<TaskThread> m_reading;
    std::unique_ptr<TaskThread> m_searching;
};

} // namespace bidseal
