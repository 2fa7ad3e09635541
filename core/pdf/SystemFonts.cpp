#include "core/pdf/SystemFonts.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>

#include <array>
#include <cstring>
#include <mutex>

namespace bidseal {

namespace {

struct FontFile
{
    const char *path;
    int index; // of the simplified Chinese face in a collection
};

// Sans serif fonts with simplified Chinese, as distributions and Windows install them.
constexpr std::array sansFontFiles{
    FontFile{"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2},
    FontFile{"/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 2},
    FontFile{"/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc", 2},
    FontFile{"/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0},
    FontFile{"C:/Windows/Fonts/simhei.ttf", 0},
    FontFile{"C:/Windows/Fonts/msyh.ttc", 0},
};

/** A font file mapped once for the life of the process: fonts of every context read from the same memory. */
class MappedFont
{
public:
    MappedFont()
    {
        for (const FontFile &candidate : sansFontFiles) {
            m_file.setFileName(QString::fromLatin1(candidate.path));
            if (!m_file.open(QIODevice::ReadOnly))
                continue;
            m_data = m_file.map(0, m_file.size());
            m_size = m_data == nullptr ? 0 : static_cast<std::size_t>(m_file.size());
            m_index = candidate.index;
            m_file.close(); // the mapping stays
            if (m_data != nullptr)
                return;
        }
    }
    [[nodiscard]] const unsigned char *data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] int index() const { return m_index; }

private:
    QFile m_file;
    const unsigned char *m_data = nullptr;
    std::size_t m_size = 0;
    int m_index = 0;
};

const MappedFont &sansFont()
{
    static const MappedFont font;
    return font;
}

bool isSansName(const char *name)
{
    // The last two are 黑体 in UTF-8 and in GBK: names arrive as raw bytes.
    static constexpr std::array marks{"SimHei",          "Hei", "YaHei", "DengXian", "\xe9\xbb\x91\xe4\xbd\x93",
                                      "\xba\xda\xcc\xe5"};
    for (const char *mark : marks) {
        if (std::strstr(name, mark) != nullptr)
            return true;
    }
    return false;
}

fz_font *newFontFromMapping(fz_context *ctx, const MappedFont &mapped)
{
    fz_font *font = nullptr;
    fz_buffer *buffer = nullptr;
    fz_var(font);
    fz_var(buffer);
    fz_try(ctx)
    {
        buffer = fz_new_buffer_from_shared_data(ctx, mapped.data(), mapped.size());
        font = fz_new_font_from_buffer(ctx, nullptr, buffer, mapped.index(), 0);
    }
    fz_always(ctx)
    {
        fz_drop_buffer(ctx, buffer);
    }
    fz_catch(ctx)
    {
        return nullptr; // MuPDF then takes its own font
    }
    return font;
}

fz_font *loadCjkFont(fz_context *ctx, const char *name, int ordering, int /*serif*/)
{
    if (ordering != FZ_ADOBE_GB || name == nullptr || !isSansName(name))
        return nullptr;
    const MappedFont &mapped = sansFont();
    return mapped.data() == nullptr ? nullptr : newFontFromMapping(ctx, mapped);
}

} // namespace

void installSystemFonts(fz_context *ctx)
{
    fz_install_load_system_font_funcs(ctx, nullptr, &loadCjkFont, nullptr);
}

} // namespace bidseal
