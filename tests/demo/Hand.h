#pragma once

#include <QPoint>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace bidseal::demo {

/** A person's hand on the virtual screen: real X events by xdotool, waits, and pictures of what is seen. */
class Hand
{
public:
    explicit Hand(QString pictureFolder)
        : m_pictureFolder(std::move(pictureFolder))
    {
    }

    void click(const QWidget *widget) const;
    void clickAt(const QPoint &global) const;
    void drag(const QPoint &fromGlobal, const QPoint &toGlobal) const;
    void key(const QString &name) const;
    void type(const QString &text) const;
    /** Saves the whole screen as PNG. */
    void picture(const QString &name) const;

private:
    static void run(const QStringList &arguments);
    QString m_pictureFolder;
};

/** The visible widget of that object name; ends the program with the name when it does not come within `seconds`. */
QWidget *waitFor(const QString &objectName, int seconds = 30);
/** Waits until a condition holds; ends the program with `what` when it does not. */
void waitUntil(const std::function<bool()> &condition, const char *what, int seconds = 30);
/** Lets the program paint and settle. */
void pause(int milliseconds);

} // namespace bidseal::demo
