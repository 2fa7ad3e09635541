#include "tests/demo/Hand.h"

#include <QApplication>
#include <QProcess>
#include <QScreen>
#include <QTest>
#include <QWidget>

namespace bidseal::demo {

namespace {

QString number(int value)
{
    return QString::number(value);
}

QWidget *visibleWidget(const QString &objectName)
{
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->objectName() == objectName && widget->isVisible())
            return widget;
    }
    return nullptr;
}

} // namespace

void Hand::run(const QStringList &arguments)
{
    // Started, not waited for by blocking: the program under our hand must go on with its own events.
    QProcess process;
    process.start(QStringLiteral("xdotool"), arguments);
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 20000) ||
        process.exitCode() != 0)
        qFatal("xdotool %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
}

void Hand::clickAt(const QPoint &global) const
{
    run({QStringLiteral("mousemove"), number(global.x()), number(global.y()), QStringLiteral("sleep"),
         QStringLiteral("0.15"), QStringLiteral("click"), QStringLiteral("1")});
    pause(200);
}

void Hand::click(const QWidget *widget) const
{
    clickAt(widget->mapToGlobal(widget->rect().center()));
}

void Hand::drag(const QPoint &from, const QPoint &to) const
{
    QStringList steps{QStringLiteral("mousemove"), number(from.x()),      number(from.y()),
                      QStringLiteral("sleep"),     QStringLiteral("0.2"), QStringLiteral("mousedown"),
                      QStringLiteral("1")};
    constexpr int parts = 12;
    for (int i = 1; i <= parts; ++i) {
        steps << QStringLiteral("mousemove") << number(from.x() + (to.x() - from.x()) * i / parts)
              << number(from.y() + (to.y() - from.y()) * i / parts) << QStringLiteral("sleep")
              << QStringLiteral("0.06");
    }
    steps << QStringLiteral("sleep") << QStringLiteral("0.4") << QStringLiteral("mouseup") << QStringLiteral("1");
    run(steps);
    pause(400);
}

void Hand::key(const QString &name) const
{
    run({QStringLiteral("key"), name});
    pause(250);
}

void Hand::type(const QString &text) const
{
    run({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("60"), text});
    pause(200);
}

void Hand::picture(const QString &name) const
{
    pause(500);
    const QString path = m_pictureFolder + u'/' + name + QStringLiteral(".png");
    if (!QApplication::primaryScreen()->grabWindow(0).save(path))
        qFatal("no picture at %s", qPrintable(path));
}

QWidget *waitFor(const QString &objectName, int seconds)
{
    waitUntil([&objectName] { return visibleWidget(objectName) != nullptr; }, qPrintable(objectName), seconds);
    return visibleWidget(objectName);
}

void waitUntil(const std::function<bool()> &condition, const char *what, int seconds)
{
    if (!QTest::qWaitFor(condition, seconds * 1000))
        qFatal("waited %d s for: %s", seconds, what);
}

void pause(int milliseconds)
{
    QTest::qWait(milliseconds);
}

} // namespace bidseal::demo
