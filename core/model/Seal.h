#pragma once

#include "core/model/Geometry.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace bidseal {

/** The kinds of seal of D9 in the manual's checklist. */
enum class SealKind {
    Company,             ///< 公章
    Contract,            ///< 合同专用章
    Finance,             ///< 财务专用章
    LegalRepresentative, ///< 法人章
    Department,          ///< 部门章
    Personal,            ///< 个人章
};

/** One seal a person may use: a picture with transparency at its true size. */
struct Seal
{
    QString id;    ///< stable, unique in the local store
    QString name;  ///< as the owner calls it
    QString owner; ///< company or person, may be empty for a local seal
    SealKind kind = SealKind::Company;
    SizeF sizeMm;
    QByteArray png; ///< RGBA PNG, white already turned to transparent where that was asked for

    bool operator==(const Seal &) const = default;
};

/** The usual true size: 公章 42 mm round, 法人章 18 mm square, and so on. */
SizeF defaultSealSizeMm(SealKind kind);

/** Only seals of a person may be scaled; an enterprise's seals have their registered size. */
bool isSealResizable(SealKind kind);

/** Stable name for storage and JSON, "company". */
QString sealKindName(SealKind kind);
std::optional<SealKind> sealKindFromName(const QString &name);

} // namespace bidseal
