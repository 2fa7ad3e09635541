#include "tests/support/SampleSeals.h"

#include <QFile>

namespace bidseal::test {

namespace {

Seal sampleSeal(SealKind kind, const QString &name, const QString &owner, const QString &fileName)
{
    QFile file(QStringLiteral(BIDSEAL_SOURCE_DIR "/resources/samples/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("sample seal is missing: %s", qPrintable(fileName));
    return Seal{fileName, name, owner, kind, defaultSealSizeMm(kind), file.readAll()};
}

} // namespace

Seal sampleCompanySeal()
{
    return sampleSeal(SealKind::Company, QStringLiteral("公章"), QStringLiteral("示例科技有限公司"),
                      QStringLiteral("seal-company.png"));
}

Seal sampleContractSeal()
{
    return sampleSeal(SealKind::Contract, QStringLiteral("合同专用章"), QStringLiteral("示例科技有限公司"),
                      QStringLiteral("seal-contract.png"));
}

Seal sampleLegalRepresentativeSeal()
{
    return sampleSeal(SealKind::LegalRepresentative, QStringLiteral("法人章"), QStringLiteral("李远明"),
                      QStringLiteral("seal-legal-representative.png"));
}

} // namespace bidseal::test
