#pragma once

#include "core/common/Result.h"
#include "core/crypto/Digest.h"
#include "core/signing/StagedFile.h"

#include <QString>

#include <stop_token>

namespace bidseal {

/**
 * Copies the whole of `inputPath` into `staged` and hashes the copy, as it grows, on a second thread of its own: what
 * is hashed are the bytes that were written, and hashing costs no extra time. SHA-256 after the last byte. Blocking;
 * any thread.
 */
Result<Digest> copyAndHash(StagedFile &staged, const QString &inputPath, const std::stop_token &stop = {},
                           const ByteProgress &progress = {});

} // namespace bidseal
