#include "core/common/SecureBytes.h"

#include <QtGlobal>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#if defined(Q_OS_WIN)
#include <windows.h>
#else
#include <sys/mman.h>
#endif

namespace bidseal {

namespace {

// Whole pages, so that locking and MADV_DONTDUMP cover this secret and nothing else.
constexpr std::size_t pageSize = 4096;

std::size_t roundedToPages(std::size_t size)
{
    return (std::max<std::size_t>(size, 1) + pageSize - 1) / pageSize * pageSize;
}

char *allocateLocked(std::size_t size)
{
#if defined(Q_OS_WIN)
    auto *memory = static_cast<char *>(VirtualAlloc(nullptr, size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE));
    if (!memory)
        throw std::bad_alloc();
    VirtualLock(memory, size);
    return memory;
#else
    void *memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        throw std::bad_alloc();
    mlock(memory, size); // best effort: RLIMIT_MEMLOCK may be used up
#if defined(MADV_DONTDUMP)
    madvise(memory, size, MADV_DONTDUMP);
#endif
    return static_cast<char *>(memory);
#endif
}

void freeLocked(char *memory, std::size_t size)
{
#if defined(Q_OS_WIN)
    Q_UNUSED(size);
    VirtualFree(memory, 0, MEM_RELEASE);
#else
    munmap(memory, size);
#endif
}

} // namespace

void wipe(std::span<char> memory) noexcept
{
    volatile char *bytes = memory.data();
    for (std::size_t i = 0; i < memory.size(); ++i)
        bytes[i] = 0;
}

SecureBytes::SecureBytes(QByteArrayView bytes)
{
    reserve(static_cast<std::size_t>(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), m_data);
    m_size = static_cast<std::size_t>(bytes.size());
}

SecureBytes::~SecureBytes()
{
    release();
}

SecureBytes::SecureBytes(SecureBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{
}

SecureBytes &SecureBytes::operator=(SecureBytes &&other) noexcept
{
    if (this != &other) {
        release();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

SecureBytes SecureBytes::clone() const
{
    return SecureBytes(view());
}

void SecureBytes::append(char byte)
{
    reserve(m_size + 1);
    m_data[m_size++] = byte;
}

void SecureBytes::chop(std::size_t count)
{
    count = std::min(count, m_size);
    if (count == 0)
        return;
    wipe({m_data + m_size - count, count});
    m_size -= count;
}

void SecureBytes::clear()
{
    chop(m_size);
}

bool SecureBytes::operator==(const SecureBytes &other) const
{
    return m_size == other.m_size && (m_size == 0 || std::memcmp(m_data, other.m_data, m_size) == 0);
}

void SecureBytes::reserve(std::size_t capacity)
{
    if (capacity <= m_capacity)
        return;
    const std::size_t newCapacity = roundedToPages(capacity);
    char *memory = allocateLocked(newCapacity);
    const std::size_t size = m_size;
    std::copy_n(m_data, size, memory);
    release();
    m_data = memory;
    m_size = size;
    m_capacity = newCapacity;
}

void SecureBytes::release()
{
    if (!m_data)
        return;
    wipe({m_data, m_capacity});
    freeLocked(m_data, m_capacity);
    m_data = nullptr;
    m_size = 0;
    m_capacity = 0;
}

} // namespace bidseal
