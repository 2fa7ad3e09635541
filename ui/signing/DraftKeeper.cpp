#include "ui/signing/DraftKeeper.h"

#include <QFileInfo>

namespace bidseal {

DraftKeeper::DraftKeeper(PlacementModel &model, DraftStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_store(store)
    , m_clock(clock)
{
    connect(&model, &PlacementModel::changed, this, &DraftKeeper::modelChanged);
}

DraftKeeper::~DraftKeeper()
{
    m_stop.request_stop();
}

void DraftKeeper::open(const QString &path)
{
    if (m_isDirty)
        saveNow(); // the last change of the file before
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_path = path;
    m_fingerprint.reset();
    m_isReady = false;
    m_isDirty = false;
    const int opening = ++m_opening;
    fingerprintLater(path, m_stop.get_token()).then(this, [this, opening](const Result<Fingerprint> &fingerprint) {
        if (opening != m_opening)
            return;
        if (!fingerprint) {
            Q_EMIT failed(fingerprint.error());
            return;
        }
        m_fingerprint = *fingerprint;
        Q_EMIT fingerprintReady();
        findDraft();
    });
}

void DraftKeeper::findDraft()
{
    const int opening = m_opening;
    m_store.find(m_fingerprint->sha256).then(this, [this, opening](const Result<std::optional<Draft>> &draft) {
        if (opening == m_opening)
            takeDraft(draft);
    });
}

void DraftKeeper::takeDraft(const Result<std::optional<Draft>> &draft)
{
    if (!draft) {
        m_isReady = true;
        Q_EMIT failed(draft.error());
        return;
    }
    const std::vector<Placement> placedMeanwhile = m_model.placements();
    if (*draft && !(*draft)->placements.empty()) {
        std::vector<Placement> all = (*draft)->placements;
        all.insert(all.end(), placedMeanwhile.begin(), placedMeanwhile.end());
        m_model.restore(std::move(all));
        Q_EMIT restored((*draft)->savedAt);
    }
    m_isReady = true;
    m_isDirty = false;
    if (!placedMeanwhile.empty())
        saveNow();
}

void DraftKeeper::modelChanged()
{
    m_isDirty = true;
    if (m_isReady && !m_isSaving)
        saveNow();
}

/** One save at a time; what changes meanwhile is saved with the next. */
void DraftKeeper::saveNow()
{
    if (!m_isReady || !m_fingerprint)
        return;
    m_isDirty = false;
    m_isSaving = true;
    const QDateTime at = m_clock.now();
    const int opening = m_opening;
    const Draft draft{m_fingerprint->sha256, m_path, m_model.placements(), at};
    QFuture<Result<void>> done = draft.placements.empty() ? m_store.remove(draft.documentSha256) : m_store.save(draft);
    done.then(this, [this, at, opening](const Result<void> &outcome) {
        m_isSaving = false;
        if (!outcome)
            Q_EMIT failed(outcome.error());
        else if (opening == m_opening)
            Q_EMIT saved(at);
        if (m_isDirty && m_isReady)
            saveNow();
    });
}

void DraftKeeper::forget()
{
    if (!m_fingerprint)
        return;
    m_isReady = false; // nothing is saved behind the signature
    m_store.remove(m_fingerprint->sha256).then(this, [this](const Result<void> &outcome) {
        if (!outcome)
            Q_EMIT failed(outcome.error());
    });
}

} // namespace bidseal
