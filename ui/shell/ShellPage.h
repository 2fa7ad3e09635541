#pragma once

#include <QList>
#include <QWidget>

namespace bidseal {

/** A page of the main window. The window asks it what to write into the header and listens to its wishes. */
class ShellPage : public QWidget
{
    Q_OBJECT
public:
    explicit ShellPage(QWidget *parent = nullptr);

    [[nodiscard]] virtual QString pageTitle() const = 0;
    /** The grey words beside the title; may be empty. */
    [[nodiscard]] virtual QString pageContext() const { return {}; }
    /** What the status bar shows at the right ("草稿已保存 14:26"); empty: the program's version. */
    [[nodiscard]] virtual QString saveState() const { return {}; }
    /** The parts F6 goes through, left to right; each gets the focus itself or hands it to its proxy. */
    [[nodiscard]] virtual QList<QWidget *> panes() const { return {}; }
    /** Empty when the page may be closed, otherwise the sentence why not (a signature is being made). */
    [[nodiscard]] virtual QString reasonToStay() const { return {}; }
    /** The page came to the front. */
    virtual void activated() {}

Q_SIGNALS:
    void headerChanged();
    void saveStateChanged();
    void openRequested(const QString &path);      ///< for looking and signing
    void verifyRequested(const QString &path);    ///< for validation
    void pageRequested(bidseal::ShellPage *page); ///< shown above this one; the window owns it
    void backRequested();
    void settingsRequested(const QString &section);
};

} // namespace bidseal
