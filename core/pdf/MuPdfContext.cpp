#include "core/pdf/MuPdfContext.h"

#include "core/common/Log.h"
#include "core/pdf/SystemFonts.h"
#include "core/pdf/WorkGuard.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <mutex>

namespace bidseal {

namespace {

/** Counts what is allocated; each block carries its size in front. */
struct MemoryBudget
{
    std::size_t limit = 0;
    std::atomic<std::size_t> used{0};

    bool take(std::size_t bytes)
    {
        if (used.fetch_add(bytes, std::memory_order_relaxed) + bytes <= limit)
            return true;
        used.fetch_sub(bytes, std::memory_order_relaxed);
        WorkGuard::noteOutOfMemory();
        return false;
    }
    void give(std::size_t bytes) { used.fetch_sub(bytes, std::memory_order_relaxed); }
};

struct alignas(std::max_align_t) BlockHeader
{
    std::size_t size;
};

BlockHeader *headerOf(void *block)
{
    return static_cast<BlockHeader *>(block) - 1;
}

void *allocate(void *user, std::size_t size)
{
    auto *budget = static_cast<MemoryBudget *>(user);
    if (size > std::numeric_limits<std::size_t>::max() - sizeof(BlockHeader) || WorkGuard::mustEndNow() ||
        !budget->take(size))
        return nullptr;
    auto *header = static_cast<BlockHeader *>(std::malloc(sizeof(BlockHeader) + size));
    if (header == nullptr) {
        budget->give(size);
        return nullptr;
    }
    header->size = size;
    return header + 1;
}

void release(void *user, void *block)
{
    if (block == nullptr)
        return;
    BlockHeader *header = headerOf(block);
    static_cast<MemoryBudget *>(user)->give(header->size);
    std::free(header);
}

void *reallocate(void *user, void *block, std::size_t size)
{
    if (block == nullptr)
        return allocate(user, size);
    auto *budget = static_cast<MemoryBudget *>(user);
    BlockHeader *header = headerOf(block);
    const std::size_t oldSize = header->size;
    const std::size_t growth = size > oldSize ? size - oldSize : 0;
    if (size > std::numeric_limits<std::size_t>::max() - sizeof(BlockHeader) ||
        (growth > 0 && (WorkGuard::mustEndNow() || !budget->take(growth))))
        return nullptr;
    auto *moved = static_cast<BlockHeader *>(std::realloc(header, sizeof(BlockHeader) + size));
    if (moved == nullptr) {
        budget->give(growth);
        return nullptr;
    }
    if (size < oldSize)
        budget->give(oldSize - size);
    moved->size = size;
    return moved + 1;
}

// What MuPDF says about hostile files can run to hundreds of thousands of lines: below the level that is on by default.
void logMessage(void * /*user*/, const char *message)
{
    qCDebug(logPdf, "%s", message);
}

} // namespace

struct MuPdfContext::Shared
{
    std::array<std::mutex, FZ_LOCK_MAX> mutexes;
    fz_locks_context locks{};
    MemoryBudget budget;
    fz_alloc_context allocator{};

    static void lock(void *user, int index) { mutexAt(user, index).lock(); }
    static void unlock(void *user, int index) { mutexAt(user, index).unlock(); }
    static std::mutex &mutexAt(void *user, int index)
    {
        return static_cast<Shared *>(user)->mutexes[static_cast<std::size_t>(index)];
    }
};

MuPdfContext::MuPdfContext(std::unique_ptr<Shared> shared)
    : m_shared(std::move(shared))
{
}

Result<std::unique_ptr<MuPdfContext>> MuPdfContext::create(std::size_t storeBytes, std::size_t budgetBytes)
{
    auto shared = std::make_unique<Shared>();
    shared->locks = {shared.get(), &Shared::lock, &Shared::unlock};
    shared->budget.limit = budgetBytes;
    shared->allocator = {&shared->budget, &allocate, &reallocate, &release};

    std::unique_ptr<MuPdfContext> made(new MuPdfContext(std::move(shared)));
    made->m_context = fz_new_context(&made->m_shared->allocator, &made->m_shared->locks, storeBytes);
    if (made->m_context == nullptr)
        return fail(ErrorCode::InternalError, QStringLiteral("no context for MuPDF"));
    fz_set_error_callback(made->m_context, &logMessage, nullptr);
    fz_set_warning_callback(made->m_context, &logMessage, nullptr);
    installSystemFonts(made->m_context);
    return made;
}

MuPdfContext::~MuPdfContext()
{
    fz_drop_context(m_context);
}

MuPdfThreadContext MuPdfContext::clone() const
{
    return MuPdfThreadContext(fz_clone_context(m_context));
}

std::size_t MuPdfContext::bytesInUse() const
{
    return m_shared->budget.used;
}

} // namespace bidseal
