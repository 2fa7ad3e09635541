#pragma once

#include <QByteArrayView>

#include <cstddef>
#include <span>

namespace bidseal {

/**
 * A short secret (PIN, password) in memory that is locked against swapping where the system allows it, kept out of core
 * dumps on Linux, and wiped on every change and at the end. Moves, never copies by itself; `clone()` says so aloud.
 */
class SecureBytes
{
public:
    SecureBytes() = default;
    /** Copies `bytes`; wiping the source is the caller's business. */
    explicit SecureBytes(QByteArrayView bytes);
    ~SecureBytes();
    SecureBytes(SecureBytes &&other) noexcept;
    SecureBytes &operator=(SecureBytes &&other) noexcept;
    SecureBytes(const SecureBytes &) = delete;
    SecureBytes &operator=(const SecureBytes &) = delete;

    [[nodiscard]] SecureBytes clone() const;
    void append(char byte);
    /** Removes the last `count` bytes. */
    void chop(std::size_t count);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const char *data() const { return m_data; }
    [[nodiscard]] QByteArrayView view() const { return {m_data, static_cast<qsizetype>(m_size)}; }

    bool operator==(const SecureBytes &other) const;

private:
    void reserve(std::size_t capacity);
    void release();

    char *m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

/** Overwrites memory in a way the compiler may not remove. */
void wipe(std::span<char> memory) noexcept;

} // namespace bidseal
