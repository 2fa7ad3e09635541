#pragma once

#include <QCoreApplication>
#include <QTimer>

#include <chrono>

namespace bidseal::cli {

/**
 * Runs the program's event loop until `isDone` holds; it is asked after each `signal` of `sender`. False after `limit`.
 * The command line has nothing else to do meanwhile, so this is its main loop, not a nested one.
 */
template <typename Sender, typename Signal, typename IsDone>
bool runUntil(IsDone isDone, const Sender *sender, Signal signal, std::chrono::milliseconds limit)
{
    QObject context;
    bool hasEnded = false;
    const auto look = [&isDone, &hasEnded] {
        if (!isDone())
            return;
        hasEnded = true;
        QCoreApplication::quit();
    };
    QObject::connect(sender, signal, &context, look, Qt::QueuedConnection);
    QTimer::singleShot(limit, &context, &QCoreApplication::quit);
    QTimer::singleShot(0, &context, look);
    QCoreApplication::exec();
    return hasEnded;
}

} // namespace bidseal::cli
