#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QTimer;
class QToolButton;

namespace bidseal {

class DocumentView;
class SearchController;

/** Search in the document: field, "3/12", previous, next, close. Marks the hits in the view and goes to them. */
class SearchBar : public QWidget
{
    Q_OBJECT
public:
    /** `view` is not owned and outlives the bar. */
    explicit SearchBar(DocumentView *view, QWidget *parent = nullptr);

    [[nodiscard]] SearchController *controller() const { return m_controller; }

public Q_SLOTS:
    /** Shows the bar with the focus in its field. */
    void open();
    /** Hides, forgets the hits and gives the focus back to the pages. */
    void closeBar();
    void next();
    void previous();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void retranslate();
    void startSearch();
    void showState();

    DocumentView *m_view;
    SearchController *m_controller;
    QTimer *m_typing = nullptr;
    QLineEdit *m_field = nullptr;
    QLabel *m_count = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace bidseal
