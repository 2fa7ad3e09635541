#pragma once

#include "core/common/Result.h"
#include "core/model/SignatureReport.h"
#include "core/pdf/PdfDocument.h"
#include "ui/common/UiServices.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace bidseal {

/** One seal on a page, by the index of its signature and its place in that signature's list. */
struct SealRef
{
    int signature = 0;
    int seal = 0;
    bool operator==(const SealRef &) const = default;
};

/** The validation of one document without widgets: runs beside the window, then remembers which signature and seal is
 * looked at. */
class ValidationPresenter : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Running, Done, Failed, Cancelled };

    ValidationPresenter(std::shared_ptr<PdfDocument> document, const UiServices &services, QObject *parent = nullptr);
    /** Stops a running validation; does not wait for it. */
    ~ValidationPresenter() override;

    void start();
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::shared_ptr<PdfDocument> &document() const { return m_document; }
    /** Only in state Done. */
    [[nodiscard]] const SignatureReport &report() const { return m_report; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /** All seals in reading order: by page, then from the top. */
    [[nodiscard]] const std::vector<SealRef> &seals() const { return m_seals; }
    [[nodiscard]] const SealAppearance &appearance(const SealRef &seal) const;
    /** Index into `seals`, -1 when the current signature shows none. */
    [[nodiscard]] int currentSeal() const { return m_currentSeal; }
    /** Index of the signature looked at, -1 without signatures. */
    [[nodiscard]] int currentSignature() const { return m_currentSignature; }
    [[nodiscard]] const SignatureFacts *signature() const;

    void selectSignature(int index); ///< goes to its first seal
    void selectSeal(int index);
    void stepSeal(int step); ///< round about
    /** The topmost seal at a point of user space, -1 when there is none. */
    [[nodiscard]] int sealAt(int page, PointF userSpace) const;

Q_SIGNALS:
    void stateChanged();
    void progress(qint64 doneBytes, qint64 totalBytes);
    void selectionChanged();

private:
    void take(Result<SignatureReport> result);
    void collectSeals();
    void setState(State state);

    std::shared_ptr<PdfDocument> m_document;
    UiServices m_services;
    std::stop_source m_stop;
    State m_state = State::Idle;
    SignatureReport m_report;
    std::optional<Error> m_error;
    std::vector<SealRef> m_seals;
    int m_currentSignature = -1;
    int m_currentSeal = -1;
};

} // namespace bidseal
