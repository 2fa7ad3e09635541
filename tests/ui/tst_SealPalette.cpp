#include "ui/placing/SealPalette.h"

#include "tests/support/SampleSeals.h"
#include "tests/support/UiFakes.h"
#include "ui/common/ErrorBar.h"
#include "ui/common/FormField.h"
#include "ui/placing/AddSealDialog.h"
#include "ui/placing/AppearanceCache.h"
#include "ui/placing/StampTile.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;

class tst_SealPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyStateLeadsToTheDialog();
    void showsTheSeals();
    void enterPlaces();
    void dateStampFollowsItsFields();
    void menuRemoves();
    void tellsTroubleOfTheStore();
    void addSealReadsThePicture();
    void addSealTellsWhatIsMissing();
    void addSealRefusesRubbish();
    void editKeepsTheId();

private:
    static std::vector<StampTile *> tiles(const SealPalette &palette)
    {
        std::vector<StampTile *> found;
        for (StampTile *tile : palette.findChildren<StampTile *>()) {
            if (tile->objectName().startsWith(QLatin1String("sealTile-")))
                found.push_back(tile);
        }
        return found;
    }

    AppearanceCache m_cache;
};

void tst_SealPalette::emptyStateLeadsToTheDialog()
{
    test::UiFakes fakes;
    SealPalette palette(fakes.seals, fakes.clock, m_cache);
    palette.show();
    auto *button = palette.findChild<QPushButton *>(QStringLiteral("sealAddFirst"));
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(palette.window()->findChild<AddSealDialog *>());
}

void tst_SealPalette::showsTheSeals()
{
    test::UiFakes fakes;
    fakes.seals.seals = {test::sampleCompanySeal(), test::sampleLegalRepresentativeSeal()};
    SealPalette palette(fakes.seals, fakes.clock, m_cache);
    palette.show();
    QTRY_COMPARE(tiles(palette).size(), std::size_t(2));
    for (const StampTile *tile : tiles(palette)) {
        QVERIFY(tile->isVisible());
        QVERIFY(tile->accessibleName().contains(std::get<Seal>(tile->stamp()).name));
    }
    QVERIFY(!palette.findChild<QPushButton *>(QStringLiteral("sealAddFirst"))->isVisible());
}

void tst_SealPalette::enterPlaces()
{
    test::UiFakes fakes;
    fakes.seals.seals = {test::sampleCompanySeal()};
    SealPalette palette(fakes.seals, fakes.clock, m_cache);
    palette.show();
    QTRY_COMPARE(tiles(palette).size(), std::size_t(1));
    QSignalSpy placed(&palette, &SealPalette::placeRequested);
    QTest::keyClick(tiles(palette).front(), Qt::Key_Return);
    QCOMPARE(placed.count(), 1);
    QCOMPARE(std::get<Seal>(placed.front().front().value<Stamp>()), fakes.seals.seals.front());
}

void tst_SealPalette::dateStampFollowsItsFields()
{
    test::UiFakes fakes;
    fakes.clock.set(QDateTime(QDate(2026, 11, 23), QTime(4, 0), Qt::UTC));
    SealPalette palette(fakes.seals, fakes.clock, m_cache);
    palette.show();
    auto *tile = palette.findChild<StampTile *>(QStringLiteral("dateStampTile"));
    QCOMPARE(std::get<DateStamp>(tile->stamp()).date, QDate(2026, 11, 23));
    palette.findChild<QDateEdit *>(QStringLiteral("dateStampDate"))->setDate(QDate(2026, 12, 1));
    palette.findChild<QComboBox *>(QStringLiteral("dateStampFormat"))->setCurrentIndex(1);
    palette.findChild<QDoubleSpinBox *>(QStringLiteral("dateStampHeight"))->setValue(8);
    QCOMPARE(std::get<DateStamp>(tile->stamp()), (DateStamp{QDate(2026, 12, 1), DateFormat::ChineseWords, 8}));
}

void tst_SealPalette::menuRemoves()
{
    test::UiFakes fakes;
    fakes.seals.seals = {test::sampleCompanySeal(), test::sampleContractSeal()};
    SealPalette palette(fakes.seals, fakes.clock, m_cache);
    palette.show();
    QTRY_COMPARE(tiles(palette).size(), std::size_t(2));
    QSignalSpy gone(&palette, &SealPalette::sealRemoved);
    Q_EMIT tiles(palette).front()->customContextMenuRequested({5, 5});
    auto *menu = palette.findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().back()->trigger();
    QTRY_COMPARE(gone.count(), 1);
    QTRY_COMPARE(tiles(palette).size(), std::size_t(1));
    QCOMPARE(fakes.seals.seals.size(), std::size_t(1));
    palette.save(gone.front().front().value<Seal>());
    QTRY_COMPARE(tiles(palette).size(), std::size_t(2));
}

void tst_SealPalette::tellsTroubleOfTheStore()
{
    test::UiFakes fakes;
    fakes.seals.trouble = Error{ErrorCode::StoreUnavailable, QStringLiteral("locked"), {}};
    SealPalette palette(fakes.seals, fakes.clock, m_cache);
    palette.show();
    QTRY_VERIFY(palette.findChild<ErrorBar *>()->isVisible());
}

void tst_SealPalette::addSealReadsThePicture()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("章.png"));
    test::writeFile(path, test::sampleLegalRepresentativeSeal().png);
    AddSealDialog dialog;
    dialog.show();
    std::optional<Seal> made;
    connect(&dialog, &AddSealDialog::sealReady, this, [&made](const Seal &seal) { made = seal; });
    auto *kind = dialog.findChild<QComboBox *>(QStringLiteral("sealKind"));
    kind->setCurrentIndex(kind->findData(static_cast<int>(SealKind::LegalRepresentative)));
    QCOMPARE(dialog.findChild<QDoubleSpinBox *>(QStringLiteral("sealWidth"))->value(),
             defaultSealSizeMm(SealKind::LegalRepresentative).width);
    dialog.loadPicture(path);
    auto *save = dialog.findChild<QPushButton *>(QStringLiteral("sealSave"));
    QTRY_VERIFY((QTest::mouseClick(save, Qt::LeftButton), made.has_value()));
    QCOMPARE(made->kind, SealKind::LegalRepresentative);
    QVERIFY(made->png.startsWith("\x89PNG"));
    QVERIFY(!made->id.isEmpty());
    QCOMPARE(made->sizeMm.width, defaultSealSizeMm(SealKind::LegalRepresentative).width);
}

void tst_SealPalette::addSealTellsWhatIsMissing()
{
    AddSealDialog dialog;
    dialog.show();
    bool made = false;
    connect(&dialog, &AddSealDialog::sealReady, this, [&made] { made = true; });
    dialog.findChild<QLineEdit *>(QStringLiteral("sealName"))->clear();
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("sealSave")), Qt::LeftButton);
    QVERIFY(!made);
    int errors = 0;
    for (const FormField *field : dialog.findChildren<FormField *>())
        errors += field->hasError();
    QCOMPARE(errors, 2); // picture and name, both at once
    QVERIFY(dialog.isVisible());
}

void tst_SealPalette::addSealRefusesRubbish()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rubbish.png"));
    test::writeFile(path, "this is no picture");
    AddSealDialog dialog;
    dialog.show();
    dialog.loadPicture(path);
    const auto hasError = [&dialog] {
        for (const FormField *field : dialog.findChildren<FormField *>()) {
            if (field->hasError())
                return true;
        }
        return false;
    };
    QTRY_VERIFY(hasError());
}

void tst_SealPalette::editKeepsTheId()
{
    const Seal seal = test::sampleContractSeal();
    AddSealDialog dialog(seal, nullptr);
    dialog.show();
    std::optional<Seal> made;
    connect(&dialog, &AddSealDialog::sealReady, this, [&made](const Seal &changed) { made = changed; });
    auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("sealName"));
    QCOMPARE(name->text(), seal.name);
    name->setText(QStringLiteral("合同章二"));
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("sealSave")), Qt::LeftButton);
    QVERIFY(made);
    QCOMPARE(made->id, seal.id);
    QCOMPARE(made->name, QStringLiteral("合同章二"));
    QCOMPARE(made->png, seal.png);
}

QTEST_MAIN(tst_SealPalette)
#include "tst_SealPalette.moc"
