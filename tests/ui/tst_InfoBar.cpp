#include "ui/common/ErrorBar.h"
#include "ui/common/InfoBar.h"
#include "ui/common/Toast.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace bidseal {

namespace {

int alerts = 0;

void countAlerts(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Alert)
        ++alerts;
}

} // namespace

class TestInfoBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void raisesAnAlert();
    void newMessageDropsOldButtons();
    void closes();
    void escapesMarkup();
    void errorGivesThreeAnswers();
    void toastUndoes();
};

void TestInfoBar::init()
{
    alerts = 0;
}

void TestInfoBar::raisesAnAlert()
{
    QAccessible::setActive(true);
    const auto old = QAccessible::installUpdateHandler(countAlerts);
    InfoBar bar;
    QVERIFY(bar.isHidden());
    bar.showMessage(Tone::Warn, QStringLiteral("Title."), QStringLiteral("Text."));
    QAccessible::installUpdateHandler(old);
    QVERIFY(!bar.isHidden());
    if (QAccessible::isActive()) // the platform decides whether anybody listens
        QCOMPARE(alerts, 1);
    QCOMPARE(bar.accessibleName(), QStringLiteral("Title. Text."));
}

void TestInfoBar::newMessageDropsOldButtons()
{
    InfoBar bar;
    bar.showMessage(Tone::Bad, QStringLiteral("A"), {});
    QSignalSpy clicks(bar.addButton(QStringLiteral("One")), &QPushButton::clicked);
    bar.addButton(QStringLiteral("Two"));
    bar.showMessage(Tone::Ok, QStringLiteral("B"), {});
    const auto buttons = bar.findChildren<QPushButton *>();
    for (const QPushButton *button : buttons)
        QVERIFY(button->isHidden());
}

void TestInfoBar::closes()
{
    InfoBar bar;
    bar.showMessage(Tone::Info, QStringLiteral("A"), {});
    bar.setClosable(true);
    QSignalSpy closed(&bar, &InfoBar::closed);
    bar.findChild<QToolButton *>()->click();
    QCOMPARE(closed.count(), 1);
    QVERIFY(bar.isHidden());
    bar.dismiss();
    QCOMPARE(closed.count(), 1);
}

void TestInfoBar::escapesMarkup()
{
    InfoBar bar;
    bar.showMessage(Tone::Info, QStringLiteral("<img src=x>"), QStringLiteral("a<b"));
    bool found = false;
    const auto labels = bar.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        found = found || label->text().contains(QLatin1String("&lt;img src=x&gt;"));
    QVERIFY(found);
}

void TestInfoBar::errorGivesThreeAnswers()
{
    ErrorBar bar;
    bar.showError({ErrorCode::PinIncorrect, QStringLiteral("CKR_PIN_INCORRECT"), {}});
    QCOMPARE(bar.tone(), Tone::Bad);
    QVERIFY(!bar.title().isEmpty());
    QVERIFY(!bar.text().isEmpty());
    QVERIFY(!bar.title().contains(QLatin1String("CKR")));
    const QString report = ErrorBar::reportText(*bar.error());
    QVERIFY(report.contains(QLatin1String("pin-incorrect")));
    QVERIFY(report.contains(QLatin1String("CKR_PIN_INCORRECT")));
    bar.showError({ErrorCode::Cancelled, {}, {}});
    QCOMPARE(bar.tone(), Tone::Unknown);
}

void TestInfoBar::toastUndoes()
{
    QWidget window;
    window.resize(600, 400);
    window.show();
    int undone = 0;
    Toast *toast = Toast::show(&window, QStringLiteral("Removed"), [&] { ++undone; });
    QVERIFY(!toast->hasFocus());
    toast->findChild<QPushButton *>()->click();
    QCOMPARE(undone, 1);
    QVERIFY(toast->isHidden());
    Toast::show(&window, QStringLiteral("A"));
    Toast::show(&window, QStringLiteral("B"));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(window.findChildren<Toast *>().size(), 1);
}

} // namespace bidseal

QTEST_MAIN(bidseal::TestInfoBar)
#include "tst_InfoBar.moc"
