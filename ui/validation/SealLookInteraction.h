#pragma once

#include "ui/document/PageInteraction.h"

#include <QRectF>

namespace bidseal {

class DocumentView;
class ValidationPresenter;

/**
 * While validating: the current seal is framed, others show a thin frame when pointed at, a click on a seal selects its
 * signature. Everything else is left to the view (text selection).
 */
class SealLookInteraction final : public PageInteraction
{
public:
    /** Both outlive this. */
    SealLookInteraction(DocumentView *view, ValidationPresenter *presenter);

    bool press(const PageEvent &event) override;
    bool move(const PageEvent &event) override;
    bool release(const PageEvent &event) override;
    void paint(QPainter &painter, int page, const QTransform &toViewport) override;
    [[nodiscard]] QCursor cursorAt(const PageEvent &event) const override;
    QString toolTipAt(const PageEvent &event) const override;

private:
    [[nodiscard]] int sealAt(const PageEvent &event) const;

    DocumentView *m_view;
    ValidationPresenter *m_presenter;
    int m_hovered = -1;
    int m_pressed = -1;
};

} // namespace bidseal
