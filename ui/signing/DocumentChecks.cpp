#include "ui/signing/DocumentChecks.h"

#include "core/pdf/SignatureRevision.h"

#include <QtConcurrentRun>

#include <set>

namespace bidseal {

namespace {

struct EarlierSeals
{
    std::vector<LockedFrame> frames;
    int signatures = 0;
};

Result<EarlierSeals> findEarlierSeals(const std::shared_ptr<PdfDocument> &document)
{
    const Result<std::vector<SignatureFieldFacts>> fields = document->signatureFields();
    if (!fields)
        return fail(fields.error());
    EarlierSeals seals;
    std::set<int> values; // one signature may show in several fields
    for (const SignatureFieldFacts &field : *fields) {
        if (!field.isSigned)
            continue;
        if (field.valueObject == 0 || values.insert(field.valueObject).second)
            ++seals.signatures;
        for (const SignatureFieldFacts::Widget &widget : field.widgets) {
            const Result<PageGeometry> geometry = document->pageGeometry(widget.page);
            if (geometry && !widget.rect.isEmpty())
                seals.frames.push_back({widget.page, geometry->toShown(widget.rect)});
        }
    }
    return seals;
}

/** A certification may forbid new fields and still let the prepared ones be filled (ISO 32000-2, 12.8.2.2). */
Result<void> checkSignableAnywhere(const PdfDocument &document)
{
    const Result<void> anywhere = checkSignable(document);
    if (anywhere || anywhere.error().code != ErrorCode::CertificationForbids)
        return anywhere;
    const Result<std::vector<SignatureFieldFacts>> fields = document.signatureFields();
    if (!fields)
        return fail(fields.error());
    for (const SignatureFieldFacts &field : *fields) {
        if (!field.isSigned && checkSignable(document, field.name))
            return {};
    }
    return anywhere;
}

} // namespace

DocumentChecks::DocumentChecks(QObject *parent)
    : QObject(parent)
{
}

DocumentChecks::~DocumentChecks()
{
    stop();
}

void DocumentChecks::stop()
{
    m_stop.request_stop();
}

void DocumentChecks::start(const std::shared_ptr<PdfDocument> &document)
{
    stop();
    m_stop = std::stop_source();
    const std::stop_token stop = m_stop.get_token();
    QtConcurrent::run(findEarlierSeals, document).then(this, [this, stop](const Result<EarlierSeals> &seals) {
        if (stop.stop_requested())
            return;
        if (seals)
            Q_EMIT earlierSeals(seals->frames, seals->signatures);
        else
            Q_EMIT failed(seals.error());
    });
    QtConcurrent::run([document] {
        return checkSignableAnywhere(*document);
    }).then(this, [this, stop](const Result<void> &result) {
        if (!result && !stop.stop_requested())
            Q_EMIT notSignable(result.error());
    });
    QtConcurrent::run([document, stop] {
        return document->preflight(stop);
    }).then(this, [this, stop](const Result<std::vector<PreflightWarning>> &warnings) {
        if (stop.stop_requested())
            return;
        if (warnings)
            Q_EMIT warningsFound(*warnings);
        else
            Q_EMIT failed(warnings.error());
    });
}

} // namespace bidseal
