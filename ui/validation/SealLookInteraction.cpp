#include "ui/validation/SealLookInteraction.h"

#include "ui/document/DocumentView.h"
#include "ui/theme/Theme.h"
#include "ui/validation/SignatureFacets.h"
#include "ui/validation/ValidationPresenter.h"

namespace bidseal {

namespace {

constexpr double frameMargin = 3; // pixels between seal and frame: the frame never covers the seal

QRectF toPixels(const RectF &shown, const QTransform &toViewport)
{
    return toViewport.mapRect(QRectF(shown.x0, shown.y0, shown.width(), shown.height()))
        .adjusted(-frameMargin, -frameMargin, frameMargin, frameMargin);
}

} // namespace

SealLookInteraction::SealLookInteraction(DocumentView *view, ValidationPresenter *presenter)
    : m_view(view)
    , m_presenter(presenter)
{
}

int SealLookInteraction::sealAt(const PageEvent &event) const
{
    if (event.page < 0)
        return -1;
    const auto geometry = m_view->knownGeometry(event.page);
    return geometry ? m_presenter->sealAt(event.page, geometry->toUserSpace(event.shown)) : -1;
}

bool SealLookInteraction::press(const PageEvent &event)
{
    m_pressed = event.button == Qt::LeftButton ? sealAt(event) : -1;
    return m_pressed >= 0;
}

bool SealLookInteraction::release(const PageEvent &event)
{
    if (m_pressed < 0)
        return false;
    if (sealAt(event) == m_pressed)
        m_presenter->selectSeal(m_pressed);
    m_pressed = -1;
    return true;
}

bool SealLookInteraction::move(const PageEvent &event)
{
    const int seal = sealAt(event);
    if (seal != m_hovered) {
        m_hovered = seal;
        m_view->updateOverlay();
    }
    return m_pressed >= 0;
}

void SealLookInteraction::paint(QPainter &painter, int page, const QTransform &toViewport)
{
    const auto geometry = m_view->knownGeometry(page);
    if (!geometry)
        return;
    const auto &seals = m_presenter->seals();
    for (int i = 0; i < static_cast<int>(seals.size()); ++i) {
        const SealAppearance &seal = m_presenter->appearance(seals.at(static_cast<std::size_t>(i)));
        const bool isCurrent = i == m_presenter->currentSeal();
        if (seal.page != page || (!isCurrent && i != m_hovered))
            continue;
        painter.setBrush(Qt::NoBrush);
        // The page is always white, so the frame takes the light accent in dark mode too.
        painter.setPen(QPen(tokenColor(isCurrent ? Token::Accent : Token::Control, Scheme::Light), isCurrent ? 2 : 1));
        painter.drawRoundedRect(toPixels(geometry->toShown(seal.rect), toViewport), 2, 2);
    }
}

QCursor SealLookInteraction::cursorAt(const PageEvent &event) const
{
    return sealAt(event) >= 0 ? Qt::PointingHandCursor : Qt::IBeamCursor;
}

QString SealLookInteraction::toolTipAt(const PageEvent &event) const
{
    const int seal = sealAt(event);
    if (seal < 0)
        return {};
    const SealRef &ref = m_presenter->seals().at(static_cast<std::size_t>(seal));
    return signerTitle(m_presenter->report().signatures.at(static_cast<std::size_t>(ref.signature)));
}

} // namespace bidseal
