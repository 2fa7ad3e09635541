#pragma once

#include "core/model/SignatureReport.h"

#include <QByteArray>
#include <QString>

namespace bidseal {

/**
 * The validation report as one self-contained HTML page in the current language: verdict, file with its SHA-256, and
 * for each signature content, signer, time and revocation, then the technical details. Everything from the file is
 * escaped.
 */
QString reportHtml(const SignatureReport &report, const QByteArray &fileSha256);

/** The sentences of the four facets, as window and report show them. */
QString contentFacetText(const SignatureFacts &signature);
QString signerFacetText(const SignatureFacts &signature);
QString timeFacetText(const SignatureFacts &signature);
QString revocationFacetText(const SignatureFacts &signature);

} // namespace bidseal
