#pragma once

#include "core/common/Result.h"
#include "core/crypto/Timestamp.h"
#include "ui/common/UiServices.h"

#include <QFuture>
#include <QStringList>
#include <QUrl>

#include <functional>

namespace bidseal {

class TimestampProbe;

/** What the settings page needs beyond the services; filled by app/Composition, all outlive the page. */
struct SettingsPorts
{
    UiServices services;
    TimestampProbe *probe = nullptr;
    /** Asks one service for a timestamp over random bytes. */
    std::function<QFuture<Result<TimestampFacts>>(const QUrl &)> testService;
    /** PKCS#11 modules found on this PC by themselves. */
    std::function<QStringList()> installedModules;
};

} // namespace bidseal
