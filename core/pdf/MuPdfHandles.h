#pragma once

// Private to core/pdf: MuPDF's C objects as owning handles, and the one way to call code that may fz_throw.

#include "core/common/Result.h"

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

#include <utility>

namespace bidseal {

/**
 * Owns one reference to a MuPDF object together with the context it is dropped with. The context must outlive the
 * handle. Make it before `muPdfTry`, fill it through `out()` inside: a longjmp then skips no destructor.
 */
template <typename T, void (*Drop)(fz_context *, T *)> class MuPdfHandle
{
public:
    explicit MuPdfHandle(fz_context *context = nullptr, T *object = nullptr)
        : m_context(context)
        , m_object(object)
    {
    }
    ~MuPdfHandle() { reset(); }
    MuPdfHandle(MuPdfHandle &&other) noexcept
        : m_context(other.m_context)
        , m_object(std::exchange(other.m_object, nullptr))
    {
    }
    MuPdfHandle &operator=(MuPdfHandle &&other) noexcept
    {
        if (this != &other) {
            reset();
            m_context = other.m_context;
            m_object = std::exchange(other.m_object, nullptr);
        }
        return *this;
    }
    MuPdfHandle(const MuPdfHandle &) = delete;
    MuPdfHandle &operator=(const MuPdfHandle &) = delete;

    [[nodiscard]] T *get() const { return m_object; }
    [[nodiscard]] fz_context *context() const { return m_context; }
    [[nodiscard]] T *release() { return std::exchange(m_object, nullptr); }
    explicit operator bool() const { return m_object != nullptr; }
    /** Where a new reference is stored; drops the old one. */
    [[nodiscard]] T *&out()
    {
        reset();
        return m_object;
    }
    void reset()
    {
        if (m_object != nullptr)
            Drop(m_context, std::exchange(m_object, nullptr));
    }

private:
    fz_context *m_context;
    T *m_object;
};

using BufferHandle = MuPdfHandle<fz_buffer, fz_drop_buffer>;
using DeviceHandle = MuPdfHandle<fz_device, fz_drop_device>;
using DisplayListHandle = MuPdfHandle<fz_display_list, fz_drop_display_list>;
using DocumentHandle = MuPdfHandle<pdf_document, pdf_drop_document>;
using ImageHandle = MuPdfHandle<fz_image, fz_drop_image>;
using ObjectHandle = MuPdfHandle<pdf_obj, pdf_drop_obj>;
using OutputHandle = MuPdfHandle<fz_output, fz_drop_output>;
using PixmapHandle = MuPdfHandle<fz_pixmap, fz_drop_pixmap>;
using StreamHandle = MuPdfHandle<fz_stream, fz_drop_stream>;
using TextPageHandle = MuPdfHandle<fz_stext_page, fz_drop_stext_page>;

inline void dropPdfPage(fz_context *ctx, pdf_page *page)
{
    fz_drop_page(ctx, &page->super);
}
using PageHandle = MuPdfHandle<pdf_page, dropPdfPage>;

/**
 * Runs `body` under fz_try; what it throws becomes Error{code, message}. fz_throw is a longjmp: `body` and what it
 * calls may have no local with a destructor alive while MuPDF is called, and no C++ exception may leave it.
 */
template <typename Body> Result<void> muPdfTry(fz_context *ctx, ErrorCode code, Body &&body)
{
    fz_try(ctx)
    {
        body();
    }
    fz_catch(ctx)
    {
        return fail(code, QString::fromUtf8(fz_caught_message(ctx)));
    }
    return {};
}

} // namespace bidseal
