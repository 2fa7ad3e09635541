// Does to one PDF what the program does when a user opens it, and says how it went in one line. Run as a child process
// by tst_MalformedFiles, so that a crash names its file.

#include "core/pdf/PdfDocument.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <array>
#include <cstdio>

using namespace bidseal;

namespace {

constexpr std::chrono::seconds renderLimit{4};

template <typename T> QByteArray outcome(const Result<T> &result)
{
    if (result)
        return "ok";
    return errorCodeName(result.error().code).toUtf8() +
           (result.error().detail.isEmpty() ? QByteArray() : "(" + result.error().detail.toUtf8() + ")");
}

void report(const char *what, const QByteArray &how, QElapsedTimer &timer)
{
    std::printf(" %s=%s/%lldms", what, how.constData(), static_cast<long long>(timer.restart()));
    std::fflush(stdout);
}

int peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toInt() / 1024;
    }
    return 0;
}

void probeContent(const PdfDocument &document, QElapsedTimer &timer)
{
    RenderRequest request;
    request.scale = 0.5;
    request.timeLimit = renderLimit;
    report("render", outcome(document.render(request)), timer);
    report("text", outcome(document.text(0)), timer);
    report("outline", outcome(document.outline()), timer);
    report("fields", outcome(document.signatureFields()), timer);
    report("preflight", outcome(document.preflight()), timer);
    report("again", outcome(document.render(request)), timer);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    QElapsedTimer timer;
    timer.start();
    const QByteArray password = arguments.size() > 2 ? arguments.at(2).toUtf8() : QByteArray();
    const SecureBytes secret{QByteArrayView(password)};
    auto document = PdfDocument::open(arguments.at(1), password.isEmpty() ? nullptr : &secret);
    report("open", outcome(document), timer);
    if (document) {
        std::printf(" pages=%d", (*document)->pageCount());
        probeContent(**document, timer);
    }
    std::printf(" peak=%dMB\n", peakMegabytes());
    return 0;
}
