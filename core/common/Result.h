#pragma once

#include "core/common/Error.h"

#include <expected>
#include <utility>

namespace bidseal {

/** A value or one Error. Every function that can fail returns it; exceptions do not cross a library boundary. */
template <typename T> using Result = std::expected<T, Error>;

/** Shorthand for `return fail(ErrorCode::X, "why");`. */
inline std::unexpected<Error> fail(ErrorCode code, QString detail = {}, ErrorContext context = {})
{
    return std::unexpected(Error{code, std::move(detail), std::move(context)});
}

inline std::unexpected<Error> fail(Error error)
{
    return std::unexpected(std::move(error));
}

} // namespace bidseal
