#pragma once

#include <QObject>

namespace bidseal {

class DocumentView;
class PlacementModel;

/**
 * Shows the placements on the pages to screen readers: each is a child of the document view with a name such as
 * 公章，第 3 页，左 106 毫米，上 160 毫米，1/2, a place on the screen and its selection. Model and view outlive it.
 */
class PlacementsAccessible : public QObject
{
    Q_OBJECT
public:
    /** Before the first DocumentView is made: Qt asks for its interface only once. */
    static void install();

    PlacementsAccessible(DocumentView &view, PlacementModel &model);
    ~PlacementsAccessible() override;

    [[nodiscard]] DocumentView &view() const { return m_view; }
    [[nodiscard]] PlacementModel &model() const { return m_model; }

private:
    void tellSelection();

    DocumentView &m_view;
    PlacementModel &m_model;
};

} // namespace bidseal
