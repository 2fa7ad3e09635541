#include "tests/demo/DemoData.h"

#include <QFile>

namespace bidseal::demo {

namespace {

struct SampleSeal
{
    const char *file;
    QString name;
    SealKind kind;
    QString owner;
};

Result<void> addSeal(StorageThread &storage, const DemoData &demo, const SampleSeal &sample)
{
    QFile file(demo.sampleFolder + u'/' + QLatin1String(sample.file));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::SealImageUnusable, file.fileName());
    const Seal seal{QLatin1String(sample.file),     sample.name,   sample.owner, sample.kind,
                    defaultSealSizeMm(sample.kind), file.readAll()};
    return storage.seals().save(seal).result();
}

} // namespace

Result<void> seed(StorageThread &storage, const DemoData &demo)
{
    for (const SampleSeal &sample :
         {SampleSeal{"seal-company.png", QStringLiteral("公章"), SealKind::Company, QStringLiteral("示例科技有限公司")},
          SampleSeal{"seal-legal-representative.png", QStringLiteral("法人章"), SealKind::LegalRepresentative,
                     QStringLiteral("李明远")},
          SampleSeal{"seal-contract.png", QStringLiteral("合同专用章"), SealKind::Contract,
                     QStringLiteral("示例科技有限公司")}}) {
        if (auto added = addSeal(storage, demo, sample); !added)
            return added;
    }
    Settings &settings = storage.settings();
    settings.setValue(QLatin1String(settingKey::language), QStringLiteral("zh_CN"));
    settings.setValue(QLatin1String(settingKey::pkcs11Modules), QStringList{demo.module});
    settings.setValue(QLatin1String(settingKey::trustFolders), QStringList{demo.trustAnchor});
    settings.setValue(QLatin1String(settingKey::timestampServices), QStringList{demo.timestampService.toString()});
    return {};
}

} // namespace bidseal::demo
