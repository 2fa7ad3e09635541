#pragma once

// Private to core/pdf.

#include "core/pdf/MuPdfHandles.h"

#include <cstddef>
#include <memory>

namespace bidseal {

/** A thread's own context: a clone that shares store, fonts and locks with its root, which must outlive it. */
class MuPdfThreadContext
{
public:
    explicit MuPdfThreadContext(fz_context *clone = nullptr)
        : m_context(clone)
    {
    }
    ~MuPdfThreadContext() { fz_drop_context(m_context); }
    MuPdfThreadContext(MuPdfThreadContext &&other) noexcept
        : m_context(std::exchange(other.m_context, nullptr))
    {
    }
    MuPdfThreadContext &operator=(MuPdfThreadContext &&) = delete;
    MuPdfThreadContext(const MuPdfThreadContext &) = delete;
    MuPdfThreadContext &operator=(const MuPdfThreadContext &) = delete;

    [[nodiscard]] fz_context *get() const { return m_context; }

private:
    fz_context *m_context;
};

/**
 * One root context with its locks, a bounded store, a memory budget (an allocation beyond it fails, and MuPDF throws),
 * messages going to the log category and system fonts for Chinese without embedded fonts. Each document owns one, so
 * that what one document does to the store or the budget never harms another. No document handlers are registered and
 * no JavaScript is ever enabled.
 */
class MuPdfContext
{
public:
    static constexpr std::size_t defaultStoreBytes = std::size_t{96} << 20;
    static constexpr std::size_t defaultBudgetBytes = std::size_t{1} << 30;

    /** InternalError when there is no memory for it. */
    static Result<std::unique_ptr<MuPdfContext>> create(std::size_t storeBytes = defaultStoreBytes,
                                                        std::size_t budgetBytes = defaultBudgetBytes);
    ~MuPdfContext();
    MuPdfContext(const MuPdfContext &) = delete;
    MuPdfContext &operator=(const MuPdfContext &) = delete;

    /** The root context: one thread at a time. */
    [[nodiscard]] fz_context *get() const { return m_context; }
    /** A context for the calling thread. Any thread may ask. `get()` of the result is null when memory ran out. */
    [[nodiscard]] MuPdfThreadContext clone() const;
    /** Bytes that MuPDF holds through this context now. */
    [[nodiscard]] std::size_t bytesInUse() const;

private:
    struct Shared;
    explicit MuPdfContext(std::unique_ptr<Shared> shared);

    std::unique_ptr<Shared> m_shared; // locks and budget: dropped after the context
    fz_context *m_context = nullptr;
};

} // namespace bidseal
