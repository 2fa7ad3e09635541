#pragma once

#include <QLoggingCategory>

namespace bidseal {

// Categories of the log. No secret and no path of a private document is ever written to any of them.
Q_DECLARE_LOGGING_CATEGORY(logPdf)
Q_DECLARE_LOGGING_CATEGORY(logSigning)
Q_DECLARE_LOGGING_CATEGORY(logToken)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logUi)

} // namespace bidseal
