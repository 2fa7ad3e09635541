#include "core/model/Seal.h"

#include <array>

namespace bidseal {

namespace {

struct SealKindRow
{
    SealKind kind;
    const char *name;
    SizeF sizeMm;
    bool resizable;
};

// Sizes: 国发〔1999〕25号 gives 42 mm for companies' seals; the others are what seal makers deliver by default.
constexpr std::array sealKinds{
    SealKindRow{SealKind::Company, "company", {42, 42}, false},
    SealKindRow{SealKind::Contract, "contract", {40, 40}, false},
    SealKindRow{SealKind::Finance, "finance", {38, 38}, false},
    SealKindRow{SealKind::LegalRepresentative, "legal-representative", {18, 18}, false},
    SealKindRow{SealKind::Department, "department", {38, 38}, false},
    SealKindRow{SealKind::Personal, "personal", {20, 10}, true},
};

const SealKindRow &rowOf(SealKind kind)
{
    for (const SealKindRow &row : sealKinds) {
        if (row.kind == kind)
            return row;
    }
    return sealKinds.front();
}

} // namespace

SizeF defaultSealSizeMm(SealKind kind)
{
    return rowOf(kind).sizeMm;
}

bool isSealResizable(SealKind kind)
{
    return rowOf(kind).resizable;
}

QString sealKindName(SealKind kind)
{
    return QString::fromLatin1(rowOf(kind).name);
}

std::optional<SealKind> sealKindFromName(const QString &name)
{
    for (const SealKindRow &row : sealKinds) {
        if (name == QLatin1String(row.name))
            return row.kind;
    }
    return std::nullopt;
}

} // namespace bidseal
