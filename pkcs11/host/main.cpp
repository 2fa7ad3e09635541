#include "pkcs11/host/HostLoop.h"
#include "pkcs11/host/ProcessHardening.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdlib>

// bidseal-tokenhost --module PATH [--driver libp11|cryptoki]
// The protocol on the standard handles is described in pkcs11/protocol. No secret is ever an argument.
int main(int argc, char *argv[])
{
    bidseal::hardenProcess();
    const auto channel = bidseal::HostChannel::takeOverStandardHandles();
    if (!channel)
        return EXIT_FAILURE;

    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption module(QStringLiteral("module"), QString(), QStringLiteral("path"));
    const QCommandLineOption driver(QStringLiteral("driver"), QString(), QStringLiteral("name"));
    parser.addOptions({module, driver});
    parser.process(application);

    auto loaded = bidseal::makeTokenDriver(parser.value(driver), parser.value(module));
    if (!loaded) {
        bidseal::HostEvent event;
        event.kind = bidseal::HostEvent::Kind::LoadFailed;
        event.error = loaded.error();
        return channel->write(toCbor(event)) ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    bidseal::HostLoop(*channel, *std::move(loaded)).run();
}
