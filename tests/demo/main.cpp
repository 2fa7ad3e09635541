// Drives the whole application on a virtual screen through the main job, as scripts/run --headless does:
// open the sample bid, drag seals and a date onto it, sign with the demo UKey, see that it is valid.

#include "app/DataFolder.h"
#include "app/gui/Composition.h"
#include "tests/demo/DemoData.h"
#include "tests/demo/Hand.h"
#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentView.h"
#include "ui/placing/PlacementModel.h"
#include "ui/signing/SigningPage.h"
#include "ui/validation/ValidationPage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCommandLineParser>
#include <QLabel>
#include <QTimer>

#include <cstdio>

namespace {

using namespace bidseal;
using namespace bidseal::demo;

/** Where a point of a page (mm as shown) lies on the screen. */
QPoint onScreen(DocumentView *view, int page, double xMm, double yMm)
{
    const QPointF inView = view->pageToViewport(page).map(QPointF(mmToPoints(xMm), mmToPoints(yMm)));
    return view->viewport()->mapToGlobal(inView.toPoint());
}

QPoint centerOf(const QWidget *widget)
{
    return widget->mapToGlobal(widget->rect().center());
}

void showPlace(DocumentView *view, int page, double xMm, double yMm)
{
    view->goToPage(page);
    const double x = mmToPoints(xMm);
    const double y = mmToPoints(yMm);
    view->ensureVisible(page, {x - 100, y - 120, x + 100, y + 120});
    pause(1200);
}

void placeByDragging(const Hand &hand, SigningPage *page)
{
    DocumentView *view = page->pane()->view();
    const auto placed = [page](std::size_t count) {
        waitUntil([=] { return page->placements()->placements().size() == count; }, "a stamp on the page");
    };
    showPlace(view, 0, 110, 230);
    hand.drag(centerOf(waitFor(QStringLiteral("sealTile-seal-company.png"))), onScreen(view, 0, 112, 215));
    placed(1);
    hand.drag(centerOf(waitFor(QStringLiteral("sealTile-seal-legal-representative.png"))), onScreen(view, 0, 146, 229));
    placed(2);
    hand.drag(centerOf(waitFor(QStringLiteral("dateStampTile"))), onScreen(view, 0, 120, 243));
    placed(3);
    hand.picture(QStringLiteral("03-placed-on-the-cover"));
    showPlace(view, 3, 120, 40);
    hand.drag(centerOf(waitFor(QStringLiteral("sealTile-seal-company.png"))), onScreen(view, 3, 120, 40));
    placed(4);
    hand.drag(centerOf(waitFor(QStringLiteral("dateStampTile"))), onScreen(view, 3, 125, 60));
    placed(5);
    hand.picture(QStringLiteral("04-placed-on-page-4"));
}

void sign(const Hand &hand, const QString &pin)
{
    QWidget *signButton = waitFor(QStringLiteral("footSign"));
    waitUntil([signButton] { return signButton->isEnabled(); }, "a usable certificate", 60);
    hand.click(signButton);
    waitFor(QStringLiteral("confirmDialog"));
    hand.picture(QStringLiteral("05-confirm"));
    QWidget *confirm = waitFor(QStringLiteral("confirmSign"));
    waitUntil([confirm] { return confirm->isEnabled(); }, "the confirmation");
    hand.click(confirm);
    QWidget *pinEdit = waitFor(QStringLiteral("pinEdit"), 60);
    hand.click(pinEdit);
    hand.type(pin);
    hand.picture(QStringLiteral("06-pin"));
    hand.click(waitFor(QStringLiteral("pinSign")));
    const auto *title = qobject_cast<QLabel *>(waitFor(QStringLiteral("resultTitle"), 60));
    waitUntil([title] { return title->text().contains(QStringLiteral("已签署")); }, "the result", 90);
    pause(1500);
    hand.picture(QStringLiteral("07-signed"));
}

void drive(Composition &composition, const Hand &hand, const QString &bid, const QString &signedBid, const QString &pin)
{
    MainWindow *window = composition.window();
    pause(1500);
    hand.picture(QStringLiteral("01-home"));
    window->openFile(bid);
    auto *page = qobject_cast<SigningPage *>(waitFor(QStringLiteral("signingPage")));
    pause(2500);
    hand.picture(QStringLiteral("02-opened"));
    placeByDragging(hand, page);
    sign(hand, pin);
    window->verifyFile(signedBid);
    waitUntil([window] { return qobject_cast<ValidationPage *>(window->currentPage()) != nullptr; },
              "the validation page");
    pause(3000);
    hand.picture(QStringLiteral("08-validated"));
    window->showSettings();
    pause(800);
    hand.picture(QStringLiteral("09-settings"));
    std::printf("driven through the main job\n");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("BidSeal"));
    QCommandLineParser parser;
    for (const char *name :
         {"data-dir", "samples", "module", "trust", "tsa", "bid", "signed", "pictures", "size", "theme", "text-factor"})
        parser.addOption({QLatin1String(name), QString(), QStringLiteral("VALUE")});
    parser.addOption({QStringLiteral("prepare"), QStringLiteral("Only make the demo data.")});
    parser.process(application);
    const auto value = [&parser](const char *name) { return parser.value(QLatin1String(name)); };

    const DemoData demo{value("data-dir"), value("samples"), value("module"), value("trust"), QUrl(value("tsa"))};
    auto storage = StorageThread::start(storePath(dataFolder(demo.dataFolder)));
    if (!storage)
        qFatal("%s", qPrintable(storage.error().detail));
    if (const auto seeded = seed(**storage, demo); !seeded)
        qFatal("%s", qPrintable(seeded.error().detail));
    if (parser.isSet(QStringLiteral("theme")))
        (*storage)->settings().setValue(QLatin1String(settingKey::theme), value("theme"));
    if (parser.isSet(QStringLiteral("text-factor")))
        (*storage)->settings().setValue(QLatin1String(settingKey::textFactor), value("text-factor").toInt());
    if (parser.isSet(QStringLiteral("prepare")))
        return 0;

    Composition composition(std::move(*storage));
    composition.start();
    const QStringList size = parser.isSet(QStringLiteral("size"))
                                 ? value("size").split(u'x')
                                 : QStringList{QStringLiteral("1440"), QStringLiteral("875")};
    composition.window()->resize(size.value(0).toInt(), size.value(1).toInt());
    composition.window()->move(0, 0);
    const Hand hand(value("pictures"));
    QTimer::singleShot(0, &composition, [&] {
        drive(composition, hand, value("bid"), value("signed"), qEnvironmentVariable("BIDSEAL_DEMO_PIN"));
        QApplication::quit();
    });
    return QApplication::exec();
}
