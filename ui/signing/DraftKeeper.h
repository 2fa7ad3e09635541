#pragma once

#include "core/common/Clock.h"
#include "core/signing/Fingerprint.h"
#include "core/signing/LocalData.h"
#include "ui/placing/PlacementModel.h"

#include <QObject>

#include <optional>
#include <stop_token>

namespace bidseal {

/**
 * Keeps the placements of the open file in the store, at once with every change, and brings them back when the same
 * file is opened again. Takes the file's fingerprint in the background. No widget.
 */
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    /** All outlive it. */
    DraftKeeper(PlacementModel &model, DraftStore &store, const Clock &clock, QObject *parent = nullptr);
    ~DraftKeeper() override;

    /** Begins with another file. To be called before the model drops the placements of the file before. */
    void open(const QString &path);
    [[nodiscard]] const std::optional<Fingerprint> &fingerprint() const { return m_fingerprint; }
    /** Saves what is there now, changed or not. */
    void saveNow();
    /** The file was signed: its draft is not needed any more. */
    void forget();

Q_SIGNALS:
    void fingerprintReady();
    /** Placements of an earlier sitting are there again; they were saved at `savedAt` (UTC). */
    void restored(const QDateTime &savedAt);
    /** UTC. */
    void saved(const QDateTime &at);
    void failed(const bidseal::Error &error);

private:
    void findDraft();
    void takeDraft(const Result<std::optional<Draft>> &draft);
    void modelChanged();

    PlacementModel &m_model;
    DraftStore &m_store;
    const Clock &m_clock;
    QString m_path;
    std::optional<Fingerprint> m_fingerprint;
    std::stop_source m_stop;
    int m_opening = 0; ///< number of the latest `open`; answers to earlier ones are dropped
    bool m_isReady = false;
    bool m_isSaving = false;
    bool m_isDirty = false;
};

} // namespace bidseal
