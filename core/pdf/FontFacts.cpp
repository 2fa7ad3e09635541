#include "core/pdf/FontFacts.h"

#include <array>
#include <cstring>

namespace bidseal {

namespace {

constexpr int maxFontsOfPage = 64;

bool hasFontFile(fz_context *ctx, pdf_obj *descriptor)
{
    return pdf_is_indirect(ctx, pdf_dict_get(ctx, descriptor, PDF_NAME(FontFile))) ||
           pdf_is_indirect(ctx, pdf_dict_get(ctx, descriptor, PDF_NAME(FontFile2))) ||
           pdf_is_indirect(ctx, pdf_dict_get(ctx, descriptor, PDF_NAME(FontFile3)));
}

bool isStandardFont(const char *name)
{
    static constexpr std::array families{"Times-",       "Helvetica", "Courier",       "Symbol",
                                         "ZapfDingbats", "Arial",     "TimesNewRoman", "CourierNew"};
    for (const char *family : families) {
        if (std::strncmp(name, family, std::strlen(family)) == 0)
            return true;
    }
    return false;
}

bool isIdentityEncoding(fz_context *ctx, pdf_obj *font)
{
    const char *encoding = pdf_to_name(ctx, pdf_dict_get(ctx, font, PDF_NAME(Encoding)));
    return std::strcmp(encoding, "Identity-H") == 0 || std::strcmp(encoding, "Identity-V") == 0;
}

/** With a character collection of Adobe the codes are CIDs that a substitute font knows; "Identity" has no meaning. */
bool hasKnownCollection(fz_context *ctx, pdf_obj *descendant)
{
    pdf_obj *info = pdf_dict_get(ctx, descendant, PDF_NAME(CIDSystemInfo));
    const char *ordering = pdf_to_str_buf(ctx, pdf_dict_get(ctx, info, PDF_NAME(Ordering)));
    static constexpr std::array known{"GB1", "CNS1", "Japan1", "Japan2", "Korea1", "KR"};
    for (const char *name : known) {
        if (std::strcmp(ordering, name) == 0)
            return true;
    }
    return false;
}

FontEmbedding compositeEmbedding(fz_context *ctx, pdf_obj *font)
{
    pdf_obj *descendant = pdf_array_get(ctx, pdf_dict_get(ctx, font, PDF_NAME(DescendantFonts)), 0);
    if (hasFontFile(ctx, pdf_dict_get(ctx, descendant, PDF_NAME(FontDescriptor))))
        return FontEmbedding::Embedded;
    if (isIdentityEncoding(ctx, font) && !hasKnownCollection(ctx, descendant))
        return FontEmbedding::IdentityUnknown;
    return FontEmbedding::NotEmbedded;
}

} // namespace

FontEmbedding fontEmbedding(fz_context *ctx, pdf_obj *font)
{
    pdf_obj *subtype = pdf_dict_get(ctx, font, PDF_NAME(Subtype));
    if (pdf_name_eq(ctx, subtype, PDF_NAME(Type0)))
        return compositeEmbedding(ctx, font);
    if (pdf_name_eq(ctx, subtype, PDF_NAME(Type3)) ||
        hasFontFile(ctx, pdf_dict_get(ctx, font, PDF_NAME(FontDescriptor))))
        return FontEmbedding::Embedded;
    return isStandardFont(baseFontName(ctx, font)) ? FontEmbedding::Embedded : FontEmbedding::NotEmbedded;
}

const char *baseFontName(fz_context *ctx, pdf_obj *font)
{
    const char *name = pdf_to_name(ctx, pdf_dict_get(ctx, font, PDF_NAME(BaseFont)));
    constexpr std::size_t tagLength = 6;
    return std::strlen(name) > tagLength && name[tagLength] == '+' ? name + tagLength + 1 : name;
}

bool pageHasUnembeddedIdentityFont(fz_context *ctx, pdf_obj *page)
{
    pdf_obj *resources = pdf_dict_get_inheritable(ctx, page, PDF_NAME(Resources));
    pdf_obj *fonts = pdf_dict_get(ctx, resources, PDF_NAME(Font));
    const int count = pdf_dict_len(ctx, fonts);
    for (int i = 0; i < count && i < maxFontsOfPage; ++i) {
        if (fontEmbedding(ctx, pdf_dict_get_val(ctx, fonts, i)) == FontEmbedding::IdentityUnknown)
            return true;
    }
    return false;
}

} // namespace bidseal
