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

namespace {

struct CommandLine
{
    bidseal::ForwardedCall call;
    QString dataFolder;
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
    parser.addOptions({verify, dataFolder});
    parser.addPositionalArgument(QStringLiteral("FILE"), QCoreApplication::translate("main", "PDF file to open."),
                                 QStringLiteral("[FILE…]"));
    parser.process(application);
    CommandLine line;
    const QStringList files = parser.positionalArguments();
    for (const QString &file : files)
        line.call.files.append(QFileInfo(file).absoluteFilePath());
    line.call.verify = parser.isSet(verify);
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
    if (instance.forward(line.call))
        return 0;
    instance.listen();

    bidseal::LanguageSwitch language; // for the words below, until the settings are known
    language.use({});
    auto storage = bidseal::StorageThread::start(bidseal::storePath(folder));
    if (!storage)
        return sayWhyNot(storage.error());
    bidseal::Composition composition(std::move(*storage));
    QObject::connect(&instance, &bidseal::SingleInstance::called, &composition, &bidseal::Composition::take);
    composition.start();
    QTimer::singleShot(0, &composition, [&] { composition.take(line.call); });
    return QApplication::exec();
}
