#include "core/common/Log.h"

namespace bidseal {

Q_LOGGING_CATEGORY(logPdf, "bidseal.pdf", QtWarningMsg)
Q_LOGGING_CATEGORY(logSigning, "bidseal.signing", QtWarningMsg)
Q_LOGGING_CATEGORY(logToken, "bidseal.token", QtWarningMsg)
Q_LOGGING_CATEGORY(logStorage, "bidseal.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "bidseal.ui", QtWarningMsg)

} // namespace bidseal
