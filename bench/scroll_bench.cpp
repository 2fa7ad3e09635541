// Scrolls a document from its first to its last page as fast as the window can and tells how long the longest step of
// the event loop took. Usage: scroll_bench FILE.pdf [pixels per step, default 240]
//   QT_QPA_PLATFORM=offscreen scroll_bench bid.pdf

#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentView.h"
#include "ui/document/OpenDocument.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace {

using namespace bidseal;

constexpr double stepLimit = 50; ///< milliseconds

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/**
 * Milliseconds the calling thread was ready to run but another program had the processor; 0 where the system does not
 * tell. What is left of a step without them is work and waiting of our own.
 */
double queuedMilliseconds()
{
    static const int file = open("/proc/thread-self/schedstat", O_RDONLY);
    std::array<char, 64> text{};
    if (file < 0 || pread(file, text.data(), text.size() - 1, 0) <= 0) {
        return 0;
    }
    unsigned long long ran = 0;
    unsigned long long queued = 0;
    return std::sscanf(text.data(), "%llu %llu", &ran, &queued) == 2 ? double(queued) / 1e6 : 0;
}

/** Measures every outermost event that the window's thread handles. */
class MeasuringApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (!m_measuring || m_depth > 0) {
            return QApplication::notify(receiver, event);
        }
        ++m_depth;
        QElapsedTimer wall;
        wall.start();
        const double cpu = threadMilliseconds();
        const double queued = queuedMilliseconds();
        const bool handled = QApplication::notify(receiver, event);
        m_cpu.push_back(threadMilliseconds() - cpu);
        m_wall.push_back(double(wall.nsecsElapsed()) / 1e6);
        m_own.push_back(std::max(0.0, m_wall.back() - (queuedMilliseconds() - queued)));
        --m_depth;
        return handled;
    }

    void setMeasuring(bool on) { m_measuring = on; }
    void report()
    {
        std::sort(m_wall.begin(), m_wall.end());
        std::sort(m_cpu.begin(), m_cpu.end());
        std::sort(m_own.begin(), m_own.end());
        const auto over = [](const std::vector<double> &steps) {
            return steps.end() - std::upper_bound(steps.begin(), steps.end(), stepLimit);
        };
        std::printf("window thread: %zu steps, processor time at most %.1f ms\n", m_wall.size(), m_cpu.back());
        std::printf("  by the clock: longest %.1f ms, 99.9 %% below %.1f ms, %td over %.0f ms\n", m_wall.back(),
                    m_wall[m_wall.size() * 999 / 1000], over(m_wall), stepLimit);
        std::printf("  without waiting for a processor: longest %.1f ms, 99.9 %% below %.1f ms, %td over %.0f ms\n",
                    m_own.back(), m_own[m_own.size() * 999 / 1000], over(m_own), stepLimit);
    }

private:
    bool m_measuring = false;
    int m_depth = 0;
    std::vector<double> m_wall;
    std::vector<double> m_cpu;
    std::vector<double> m_own;
};

/** Peak resident set in MB, 0 where the system does not tell. */
double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:")) {
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1000;
        }
    }
    return 0;
}

/** Presses the scroll bar on at each turn of the event loop, lingers now and then as a reader does. */
class Scroller final : public QObject
{
public:
    Scroller(DocumentView *view, int pixels)
        : m_view(view)
        , m_pixels(pixels)
    {
        m_timer.setInterval(4);
        connect(&m_timer, &QTimer::timeout, this, [this] { step(); });
    }
    void start() { m_timer.start(); }

private:
    void step()
    {
        QScrollBar *bar = m_view->verticalScrollBar();
        if (bar->value() >= bar->maximum()) {
            m_timer.stop();
            QTimer::singleShot(2000, qApp, &QCoreApplication::quit);
            return;
        }
        if (++m_steps % 200 == 0) {
            m_pause = 60;
        }
        if (m_pause > 0) {
            --m_pause;
            return;
        }
        bar->setValue(bar->value() + m_pixels);
    }

    DocumentView *m_view;
    int m_pixels;
    int m_steps = 0;
    int m_pause = 0;
    QTimer m_timer;
};

} // namespace

int main(int argc, char **argv)
{
    MeasuringApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: scroll_bench FILE.pdf [pixels per step]\n");
        return 2;
    }
    const auto document = PdfDocument::open(QString::fromLocal8Bit(argv[1]));
    if (!document) {
        std::fprintf(stderr, "cannot open: %s\n", qPrintable(document.error().detail));
        return 1;
    }
    Theme theme;
    theme.setMode(ThemeMode::Light);
    DocumentPane pane;
    pane.resize(1280, 860);
    pane.show();
    QElapsedTimer wall;
    wall.start();
    application.setMeasuring(true);
    pane.setDocument(*document);
    Scroller scroller(pane.view(), argc > 2 ? std::max(1, QByteArray(argv[2]).toInt()) : 240);
    QTimer::singleShot(1000, &scroller, [&scroller] { scroller.start(); });
    QCoreApplication::exec();
    application.setMeasuring(false);
    std::printf("%d pages, %.0f MB, scrolled in %.1f s, page %d at the end\n", (*document)->pageCount(),
                double((*document)->facts().fileSize) / 1e6, double(wall.elapsed()) / 1e3,
                pane.view()->currentPage() + 1);
    application.report();
    std::printf("peak memory %.0f MB, %lld tiles drawn\n", peakMegabytes(),
                static_cast<long long>(pane.view()->openDocument()->drawnTiles()));
    return 0;
}
