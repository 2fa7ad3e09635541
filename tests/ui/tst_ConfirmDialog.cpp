#include "ui/signing/ConfirmDialog.h"

#include "tests/support/SampleSeals.h"
#include "tests/support/SigningFakes.h"
#include "ui/placing/AppearanceCache.h"
#include "ui/signing/OutputPath.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;

class tst_ConfirmDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesSealsPagesAndFingerprint();
    void timestampFollowsTheSettings();
    void neverOverwritesSilently();
    void refusesTheOriginal();
    void refusesForeignSeals();
    void leadsToThePosition();
    void confirmsOnceAndHasNoDefault();
    void suggestsAFreeName();

private:
    template <typename T> T *child(const ConfirmDialog &dialog, const char *name)
    {
        return dialog.findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] static QString texts(const ConfirmDialog &dialog)
    {
        QStringList all;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            all << label->text();
        return all.join(u'\n');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ConfirmQuestion m_question;
    AppearanceCache m_cache;
};

void tst_ConfirmDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    test::FakeSigner signer(test::PkiName::EnterpriseRsa);
    m_question = {};
    m_question.inputPath = m_folder->filePath(QStringLiteral("投标文件.pdf"));
    test::writeFile(m_question.inputPath, "%PDF-1.7\n");
    m_question.outputPath = suggestedOutputPath(m_question.inputPath);
    m_question.facts.pageCount = 128;
    m_question.facts.fileSize = 25795000;
    m_question.fingerprint.sha256 = QByteArray(32, '\x7f');
    m_question.identity = signer.identity();
    const Seal seal = test::sampleCompanySeal();
    for (const int page : {11, 0, 2})
        m_question.placements.push_back({QUuid::createUuid(), page, {100, 100, 200, 200}, seal});
    m_question.placements.push_back(
        {QUuid::createUuid(), 2, {100, 100, 200, 120}, DateStamp{QDate(2026, 11, 23), DateFormat::ChineseNumeric, 6}});
    m_question.identity.certificate.organization = seal.owner;
}

void tst_ConfirmDialog::namesSealsPagesAndFingerprint()
{
    ConfirmDialog dialog(m_question, m_cache);
    const QString all = texts(dialog);
    QVERIFY(all.contains(QStringLiteral("1, 3, 12")));
    QVERIFY(all.contains(QStringLiteral("2026年11月23日")));
    QCOMPARE(child<QLabel>(dialog, "confirmFingerprint")->text(),
             QStringLiteral("7F7F7F7F 7F7F7F7F 7F7F7F7F 7F7F7F7F\n7F7F7F7F 7F7F7F7F 7F7F7F7F 7F7F7F7F"));
    QVERIFY(child<QPushButton>(dialog, "confirmSign")->isEnabled());
}

void tst_ConfirmDialog::timestampFollowsTheSettings()
{
    ConfirmDialog without(m_question, m_cache);
    QVERIFY(!child<QCheckBox>(without, "confirmTimestamp")->isChecked());
    QVERIFY(!child<QCheckBox>(without, "confirmTimestamp")->isEnabled());
    m_question.timestampConfigured = true;
    ConfirmDialog with(m_question, m_cache);
    auto *tick = child<QCheckBox>(with, "confirmTimestamp");
    QVERIFY(tick->isChecked() && tick->isEnabled());
    std::optional<ConfirmAnswer> answer;
    connect(&with, &ConfirmDialog::confirmed, this, [&answer](const ConfirmAnswer &a) { answer = a; });
    tick->setChecked(false);
    QTest::mouseClick(child<QPushButton>(with, "confirmSign"), Qt::LeftButton);
    QVERIFY(answer);
    QCOMPARE(answer->level, SignatureLevel::BB);
}

void tst_ConfirmDialog::neverOverwritesSilently()
{
    const QString taken = m_folder->filePath(QStringLiteral("taken.pdf"));
    test::writeFile(taken, "x");
    ConfirmDialog dialog(m_question, m_cache);
    std::optional<ConfirmAnswer> answer;
    connect(&dialog, &ConfirmDialog::confirmed, this, [&answer](const ConfirmAnswer &a) { answer = a; });
    dialog.setOutputPath(taken);
    auto *sign = child<QPushButton>(dialog, "confirmSign");
    QVERIFY(!sign->isEnabled());
    child<QCheckBox>(dialog, "confirmOverwrite")->setChecked(true);
    QVERIFY(sign->isEnabled());
    QTest::mouseClick(sign, Qt::LeftButton);
    QVERIFY(answer && answer->overwriteOutput);
    QCOMPARE(answer->outputPath, taken);
}

void tst_ConfirmDialog::refusesTheOriginal()
{
    ConfirmDialog dialog(m_question, m_cache);
    dialog.setOutputPath(m_question.inputPath);
    QVERIFY(!child<QPushButton>(dialog, "confirmSign")->isEnabled());
    QVERIFY(child<QCheckBox>(dialog, "confirmOverwrite")->isHidden());
}

void tst_ConfirmDialog::refusesForeignSeals()
{
    Seal foreign = test::sampleCompanySeal();
    foreign.owner = QStringLiteral("样品贸易有限公司");
    m_question.placements.push_back({QUuid::createUuid(), 0, {1, 1, 2, 2}, foreign});
    m_question.identity.certificate.organization = QStringLiteral("示例科技有限公司");
    ConfirmDialog dialog(m_question, m_cache);
    QVERIFY(!child<QPushButton>(dialog, "confirmSign")->isEnabled());
}

void tst_ConfirmDialog::leadsToThePosition()
{
    ConfirmDialog dialog(m_question, m_cache);
    QSignalSpy shown(&dialog, &ConfirmDialog::showRequested);
    QTest::mouseClick(child<QPushButton>(dialog, "confirmShow"), Qt::LeftButton);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown.front().front().value<std::vector<QUuid>>().size(), std::size_t(3));
}

void tst_ConfirmDialog::confirmsOnceAndHasNoDefault()
{
    ConfirmDialog dialog(m_question, m_cache);
    dialog.show();
    auto *sign = child<QPushButton>(dialog, "confirmSign");
    QVERIFY(!sign->isDefault() && !sign->autoDefault());
    int confirmed = 0;
    connect(&dialog, &ConfirmDialog::confirmed, this, [&confirmed] { ++confirmed; });
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(confirmed, 0);
    QTest::mouseClick(sign, Qt::LeftButton);
    QCOMPARE(confirmed, 1);
}

void tst_ConfirmDialog::suggestsAFreeName()
{
    const QString first = suggestedOutputPath(m_question.inputPath);
    QCOMPARE(first, m_folder->filePath(QStringLiteral("投标文件_signed.pdf")));
    test::writeFile(first, "x");
    QCOMPARE(suggestedOutputPath(m_question.inputPath), m_folder->filePath(QStringLiteral("投标文件_signed (2).pdf")));
    QVERIFY(QFile::exists(first));
}

QTEST_MAIN(tst_ConfirmDialog)
#include "tst_ConfirmDialog.moc"
