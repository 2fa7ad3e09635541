// Opens whatever bytes come, reads the facts, the fields and the outline, and draws the first page small.

#include "core/pdf/PdfDocument.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

#include <cstddef>
#include <cstdint>

using namespace bidseal;

namespace {

QString inputPath()
{
    static const QString path =
        QDir::tempPath() + QStringLiteral("/bidseal-fuzz-%1.pdf").arg(static_cast<long long>(::getpid()));
    return path;
}

void exercise(const PdfDocument &document)
{
    RenderRequest request;
    request.scale = 0.2;
    request.timeLimit = std::chrono::seconds(2);
    // Whether each works does not matter here, only that all come back.
    static_cast<void>(document.render(request));
    static_cast<void>(document.text(0));
    static_cast<void>(document.outline());
    static_cast<void>(document.signatureFields());
    static_cast<void>(document.preflight());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QFile file(inputPath());
    if (!file.open(QIODevice::WriteOnly))
        return 0;
    file.write(reinterpret_cast<const char *>(data), static_cast<qint64>(size));
    file.close();
    if (const auto document = PdfDocument::open(inputPath()))
        exercise(**document);
    return 0;
}
