#include "ui/validation/ValidationPresenter.h"

#include "core/signing/Validator.h"

#include <QCoreApplication>
#include <QPointer>
#include <QtConcurrent>

#include <algorithm>
#include <tuple>

namespace bidseal {

ValidationPresenter::ValidationPresenter(std::shared_ptr<PdfDocument> document, const UiServices &services,
                                         QObject *parent)
    : QObject(parent)
    , m_document(std::move(document))
    , m_services(services)
{
}

ValidationPresenter::~ValidationPresenter()
{
    m_stop.request_stop();
}

void ValidationPresenter::start()
{
    if (m_state == State::Running)
        return;
    m_stop = std::stop_source();
    m_error.reset();
    setState(State::Running);
    // The worker owns a share of everything it reads; the presenter may go before it ends.
    auto report = [guard = QPointer(this)](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            qApp,
            [guard, done, total] {
                if (guard)
                    Q_EMIT guard->progress(done, total);
            },
            Qt::QueuedConnection);
    };
    auto work = [document = m_document, trust = m_services.trust(), clock = m_services.clock, stop = m_stop.get_token(),
                 report]() -> Result<SignatureReport> {
        ValidationOptions options;
        options.trust = trust.get();
        return validateDocument(*document, options, *clock, stop, report);
    };
    QtConcurrent::run(work).then(this, [this](const Result<SignatureReport> &result) { take(result); });
}

void ValidationPresenter::cancel()
{
    m_stop.request_stop();
}

void ValidationPresenter::take(Result<SignatureReport> result)
{
    if (!result) {
        m_error = result.error();
        return setState(m_error->code == ErrorCode::Cancelled ? State::Cancelled : State::Failed);
    }
    m_report = std::move(*result);
    collectSeals();
    setState(State::Done);
    if (!m_report.signatures.empty())
        selectSignature(0);
}

void ValidationPresenter::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void ValidationPresenter::collectSeals()
{
    m_seals.clear();
    for (std::size_t s = 0; s < m_report.signatures.size(); ++s) {
        for (std::size_t i = 0; i < m_report.signatures[s].seals.size(); ++i) {
            const SealAppearance &seal = m_report.signatures[s].seals[i];
            if (seal.page >= 0 && !seal.rect.isEmpty())
                m_seals.push_back({static_cast<int>(s), static_cast<int>(i)});
        }
    }
    std::stable_sort(m_seals.begin(), m_seals.end(), [this](const SealRef &a, const SealRef &b) {
        const SealAppearance &left = appearance(a);
        const SealAppearance &right = appearance(b);
        return std::make_tuple(left.page, -left.rect.y1, left.rect.x0) <
               std::make_tuple(right.page, -right.rect.y1, right.rect.x0);
    });
}

const SealAppearance &ValidationPresenter::appearance(const SealRef &seal) const
{
    return m_report.signatures.at(static_cast<std::size_t>(seal.signature))
        .seals.at(static_cast<std::size_t>(seal.seal));
}

const SignatureFacts *ValidationPresenter::signature() const
{
    return m_currentSignature < 0 ? nullptr : &m_report.signatures.at(static_cast<std::size_t>(m_currentSignature));
}

void ValidationPresenter::selectSignature(int index)
{
    if (index < 0 || index >= static_cast<int>(m_report.signatures.size()))
        return;
    m_currentSignature = index;
    const auto first =
        std::find_if(m_seals.begin(), m_seals.end(), [index](const SealRef &seal) { return seal.signature == index; });
    m_currentSeal = first == m_seals.end() ? -1 : static_cast<int>(first - m_seals.begin());
    Q_EMIT selectionChanged();
}

void ValidationPresenter::selectSeal(int index)
{
    if (index < 0 || index >= static_cast<int>(m_seals.size()))
        return;
    m_currentSeal = index;
    m_currentSignature = m_seals.at(static_cast<std::size_t>(index)).signature;
    Q_EMIT selectionChanged();
}

void ValidationPresenter::stepSeal(int step)
{
    const int count = static_cast<int>(m_seals.size());
    if (count == 0)
        return;
    selectSeal(m_currentSeal < 0 ? (step > 0 ? 0 : count - 1) : (m_currentSeal + step + count) % count);
}

int ValidationPresenter::sealAt(int page, PointF userSpace) const
{
    for (int i = static_cast<int>(m_seals.size()) - 1; i >= 0; --i) {
        const SealAppearance &seal = appearance(m_seals.at(static_cast<std::size_t>(i)));
        if (seal.page == page && seal.rect.contains(userSpace))
            return i;
    }
    return -1;
}

} // namespace bidseal
