#pragma once

#include "core/pdf/PdfDocument.h"
#include "ui/placing/SealPlacementInteraction.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace bidseal {

/**
 * Everything that is looked at in the background when a file is opened for signing: what may change its looks, seals of
 * earlier signatures, whether it may be signed at all. No widget.
 */
class DocumentChecks : public QObject
{
    Q_OBJECT
public:
    explicit DocumentChecks(QObject *parent = nullptr);
    ~DocumentChecks() override;

    void start(const std::shared_ptr<PdfDocument> &document);
    void stop();

Q_SIGNALS:
    void warningsFound(const std::vector<bidseal::PreflightWarning> &warnings);
    void earlierSeals(const std::vector<bidseal::LockedFrame> &frames, int signatures);
    /** The file must not be signed; the error says why. */
    void notSignable(const bidseal::Error &error);
    void failed(const bidseal::Error &error);

private:
    std::stop_source m_stop;
};

} // namespace bidseal
