#include "ui/placing/CopyToPagesDialog.h"

#include "ui/common/FormField.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace bidseal;

class tst_CopyToPagesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choices_data();
    void choices();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
};

void tst_CopyToPagesDialog::choices_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("range");
    QTest::addColumn<std::vector<int>>("pages");
    QTest::newRow("all") << "copyChoice0" << "" << std::vector{0, 1, 2, 3, 4};
    QTest::newRow("odd") << "copyChoice1" << "" << std::vector{0, 2, 4};
    QTest::newRow("even") << "copyChoice2" << "" << std::vector{1, 3};
    QTest::newRow("last") << "copyChoice3" << "" << std::vector{4};
    QTest::newRow("range") << "copyChoice4" << "1-2,5" << std::vector{0, 1, 4};
}

void tst_CopyToPagesDialog::choices()
{
    QFETCH(const QString, button);
    QFETCH(const QString, range);
    QFETCH(const std::vector<int>, pages);
    CopyToPagesDialog dialog(5);
    dialog.show();
    QSignalSpy chosen(&dialog, &CopyToPagesDialog::chosen);
    dialog.findChild<QRadioButton *>(button)->click();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("copyRange")), range);
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("copyAccept")), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().value<std::vector<int>>(), pages);
    QVERIFY(dialog.isHidden());
}

void tst_CopyToPagesDialog::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("range");
    QTest::newRow("empty") << "";
    QTest::newRow("words") << "first";
    QTest::newRow("backwards") << "3-1";
    QTest::newRow("beyond") << "4-9";
    QTest::newRow("zero") << "0";
}

void tst_CopyToPagesDialog::tellsWhatIsWrong()
{
    QFETCH(const QString, range);
    CopyToPagesDialog dialog(5);
    dialog.show();
    QSignalSpy chosen(&dialog, &CopyToPagesDialog::chosen);
    dialog.findChild<QRadioButton *>(QStringLiteral("copyChoice4"))->click();
    auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("copyRange"));
    edit->setText(range);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
    QVERIFY(dialog.isVisible());
    auto *field = dialog.findChild<FormField *>();
    QVERIFY(field->hasError());
    QTest::keyClicks(edit, QStringLiteral("1"));
    QVERIFY(!field->hasError());
}

QTEST_MAIN(tst_CopyToPagesDialog)
#include "tst_CopyToPagesDialog.moc"
