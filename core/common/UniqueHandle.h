#pragma once

#include <memory>

namespace bidseal {

/** Deleter that calls a C library's free function: `using UniqueX509 = UniqueHandle<X509, X509_free>;`. */
template <auto Free> struct HandleDeleter
{
    template <typename T> void operator()(T *handle) const noexcept { Free(handle); }
};

template <typename T, auto Free> using UniqueHandle = std::unique_ptr<T, HandleDeleter<Free>>;

} // namespace bidseal
