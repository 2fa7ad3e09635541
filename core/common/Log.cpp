#include "core/common/Log.h"

namespace bidseal {

Q_LOGGING_CATEGORY(logPdf, "bidseal.pdf", QtWarningMsg)
Q_LOGGING_CATEGORY(logSigning, "bidseal.signing", QtInfoMsg)
Q_LOGGING_CATEGORY(logToken, "bidseal.token", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "bidseal.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "bidseal.ui", QtInfoMsg)

} // namespace bidseal
