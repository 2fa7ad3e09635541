// The strict readers of signatures: whatever the bytes are, reading them ends, in bounds, without a crash.

#include "core/pdf/RawSignature.h"

#include <QByteArrayView>

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace bidseal;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    RawLexer lexer(bytes, 1000);
    qint64 last = 1000;
    for (RawToken token = lexer.next(); token.kind != RawTokenKind::End; token = lexer.next()) {
        if (token.begin < last || token.end <= token.begin)
            __builtin_trap(); // every token moves on
        last = token.end;
    }
    for (const QByteArrayView entry : {QByteArrayView(), QByteArrayView("V")}) {
        const RawSignature signature = readRawSignature(bytes, 0, entry);
        if (signature.contentsEnd > static_cast<qint64>(size) || signature.contentsBegin > signature.contentsEnd)
            __builtin_trap();
        static_cast<void>(byteRangeDefects(signature, static_cast<qint64>(size)));
    }
    return 0;
}
