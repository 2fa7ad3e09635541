#include "app/DataFolder.h"
#include "app/gui/Composition.h"
#include "app/gui/SingleInstance.h"
#include "core/messages/Messages.h"
#include "ui/theme/ThemeIcon.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QTimer>

#include <chrono>

namespace {

struct CommandLine
{
    bidseal::ForwardedCall call;
    QString dataFolder;
    bool measuresStart = false;
};

CommandLine parse(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Places seals on bid files, signs and verifies them."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption verify(
        QStringLiteral("verify"),
        QCoreApplication::translate("main", "Verify the file instead of opening it for signing."));
    const QCommandLineOption dataFolder(QStringLiteral("data-dir"),
                                        QCoreApplication::translate("main", "Folder of drafts, seals and settings."),
                                        QStringLiteral("DIR"));
    const QCommandLineOption measure(QStringLiteral("measure-start"),
                                     QCoreApplication::translate("main", "Measure the start and quit."));
    parser.addOptions({verify, dataFolder, measure});
    parser.addPositionalArgument(QStringLiteral("FILE"), QCoreApplication::translate("main", "PDF file to open."),
                                 QStringLiteral("[FILE…]"));
    parser.process(application);
    CommandLine line;
    const QStringList files = parser.positionalArguments();
    for (const QString &file : files)
        line.call.files.append(QFileInfo(file).absoluteFilePath());
    line.call.verify = parser.isSet(verify);
    line.measuresStart = parser.isSet(measure);
    line.dataFolder = parser.value(dataFolder);
    return line;
}

/** Without its store the program keeps nothing, so it says so and ends. */
int sayWhyNot(const bidseal::Error &error)
{
    const bidseal::ErrorText text = bidseal::errorText(error);
    QMessageBox box(QMessageBox::Critical, QStringLiteral("BidSeal"), text.whatHappened);
    box.setInformativeText(text.whatNext);
    box.setDetailedText(QStringLiteral("%1\n%2").arg(text.code, text.detail));
    QObject::connect(&box, &QMessageBox::finished, qApp, [] { QApplication::exit(1); });
    box.open();
    return QApplication::exec();
}

/** Quits once the window has been painted and nothing is left to do at the moment. */
class StartMeasure final : public QObject
{
public:
    explicit StartMeasure(QWidget *window)
        : QObject(window)
    {
        window->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_isPainted) {
            m_isPainted = true;
            QTimer::singleShot(std::chrono::milliseconds(0), this, [] { QApplication::exit(0); });
        }
        return false;
    }

private:
    bool m_isPainted = false;
};

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("BidSeal"));
    QApplication::setApplicationVersion(QStringLiteral(BIDSEAL_VERSION));
    const CommandLine line = parse(application);
    const QString folder = bidseal::dataFolder(line.dataFolder);

    bidseal::SingleInstance instance(folder);
    if (!line.measuresStart) {
        if (instance.forward(line.call))
            return 0;
        instance.listen();
    }

    bidseal::LanguageSwitch language; // for the words below, until the settings are known
    language.use({});
    auto storage = bidseal::StorageThread::start(bidseal::storePath(folder));
    if (!storage)
        return sayWhyNot(storage.error());
    bidseal::Composition composition(std::move(*storage));
    QObject::connect(&instance, &bidseal::SingleInstance::called, &composition, &bidseal::Composition::take);
    composition.start();
    if (line.measuresStart)
        new StartMeasure(composition.window()); // the window owns it
    QTimer::singleShot(0, &composition, [&] { composition.take(line.call); });
    return QApplication::exec();
}
