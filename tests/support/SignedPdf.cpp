#include "tests/support/SignedPdf.h"

#include "core/crypto/CmsBuilder.h"
#include "core/pdf/SignatureRevision.h"
#include "tests/support/PlainPdf.h"
#include "tests/support/SampleSeals.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

namespace bidseal::test {

namespace {

template <typename T> T orDie(Result<T> result)
{
    if (!result)
        qFatal("cannot sign for the test: %s", qPrintable(errorCodeName(result.error().code) + result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

std::vector<Placement> twoSeals()
{
    const Seal seal = sampleCompanySeal();
    return {{QUuid::createUuid(), 0, RectF{100, 500, 219, 619}, seal},
            {QUuid::createUuid(), 0, RectF{300, 200, 419, 319}, seal}};
}

} // namespace

SignedPdf::SignedPdf(int pages)
{
    PlainPdf plain;
    plain.pages.assign(static_cast<std::size_t>(pages), PlainPage{});
    m_bytes = plain.bytes();
}

QString SignedPdf::save()
{
    const QString path = m_folder.filePath(QStringLiteral("%1.pdf").arg(++m_files));
    writeFile(path, m_bytes);
    return path;
}

std::shared_ptr<PdfDocument> SignedPdf::open()
{
    return orDie(PdfDocument::open(save()));
}

void SignedPdf::sign(PkiName signer)
{
    const auto document = open();
    SignatureRevisionRequest request;
    request.placements = twoSeals();
    request.signingTime = QDateTime::currentDateTimeUtc();
    request.signerName = QStringLiteral("Sample");
    PreparedRevision revision = orDie(prepareRevision(*document, request));
    const QByteArray whole = m_bytes.first(revision.originalSize) + revision.appended;
    const auto [first, firstLength, second, secondLength] = revision.byteRange;
    const QByteArray covered = whole.sliced(first, firstLength) + whole.sliced(second, secondLength);

    const TestPki &pki = TestPki::instance();
    CmsBuilder builder = orDie(CmsBuilder::create(
        pki.certificate(signer), pki.chain(), DigestAlgorithm::Sha256, digestOf(DigestAlgorithm::Sha256, covered),
        signer == PkiName::EnterpriseEc ? SignatureScheme::Ecdsa : SignatureScheme::RsaPkcs1));
    orDie(builder.setSignature(pki.sign(signer, builder.toBeSigned())));
    orDie(embedCms(revision, orDie(builder.der())));
    m_bytes = m_bytes.first(revision.originalSize) + revision.appended;
}

void SignedPdf::append(const std::vector<std::pair<int, QByteArray>> &objects, const QByteArray &trailer)
{
    const qsizetype startxref = m_bytes.lastIndexOf("startxref");
    const QByteArray previous = m_bytes.sliced(startxref + 9).trimmed().split('\n').first().trimmed();
    QByteArray table = "xref\n";
    QByteArray added = m_bytes.endsWith('\n') ? QByteArray() : QByteArray("\n");
    int size = freeNumber();
    for (const auto &[number, body] : objects) {
        const qsizetype offset = m_bytes.size() + added.size();
        table +=
            QByteArray::number(number) + " 1\n" + QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
        added += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
        size = std::max(size, number + 1);
    }
    const qsizetype offset = m_bytes.size() + added.size();
    m_bytes += added + table + "trailer\n<< /Size " + QByteArray::number(size) + " /Root 1 0 R /Prev " + previous +
               ' ' + trailer + " >>\nstartxref\n" + QByteArray::number(offset) + "\n%%EOF\n";
}

QByteArray SignedPdf::object(int number) const
{
    const QByteArray head = '\n' + QByteArray::number(number) + " 0 obj";
    const qsizetype at = m_bytes.lastIndexOf(head);
    if (at < 0)
        qFatal("the test file has no object %d", number);
    const qsizetype begin = at + head.size();
    return m_bytes.sliced(begin, m_bytes.indexOf("endobj", begin) - begin).trimmed();
}

int SignedPdf::freeNumber() const
{
    static const QRegularExpression head(QStringLiteral("\\n(\\d+) 0 obj"));
    int highest = 0;
    auto match = head.globalMatch(QString::fromLatin1(m_bytes));
    while (match.hasNext())
        highest = std::max(highest, match.next().captured(1).toInt());
    return highest + 1;
}

} // namespace bidseal::test
