#include "tests/support/UiFakes.h"
#include "ui/common/ErrorBar.h"
#include "ui/common/FileDialogs.h"
#include "ui/common/MessageBoxes.h"
#include "ui/common/TimestampProbe.h"
#include "ui/settings/AppearanceSection.h"
#include "ui/settings/TimestampSection.h"
#include "ui/settings/TrustSection.h"
#include "ui/settings/UkeySection.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

namespace bidseal {

class TestSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void choicesAreKept();
    void addsAndOrdersServices();
    void refusesWhatIsNoService();
    void testAsksTheService();
    void refusesWhatIsNoCertificate();
    void addsAndRemovesAnAnchor();
    void addsADriver();

private:
    [[nodiscard]] QStringList stored(const char *key) const;

    std::unique_ptr<test::UiFakes> m_fakes;
    std::unique_ptr<TimestampProbe> m_probe;
    SettingsPorts m_ports;
};

namespace {

QPushButton *buttonNamed(const QWidget &widget, const char *text)
{
    const auto buttons = widget.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QString::fromUtf8(text))
            return button;
    }
    return nullptr;
}

} // namespace

void TestSettingsPage::init()
{
    m_fakes = std::make_unique<test::UiFakes>();
    m_probe = std::make_unique<TimestampProbe>(&m_fakes->timestamps, &m_fakes->clock);
    m_ports = {m_fakes->services(), m_probe.get(), {}, [] { return QStringList{QStringLiteral("/opt/found.so")}; }};
}

void TestSettingsPage::cleanup()
{
    FileDialogs::setAnswerer({});
    MessageBoxes::setAnswerer({});
}

QStringList TestSettingsPage::stored(const char *key) const
{
    return m_fakes->settings.value(QLatin1String(key)).toStringList();
}

void TestSettingsPage::choicesAreKept()
{
    AppearanceSection section(&m_fakes->settings);
    const auto boxes = section.findChildren<QComboBox *>();
    QCOMPARE(boxes.size(), 3);
    boxes.at(1)->setCurrentIndex(2);
    Q_EMIT boxes.at(1)->activated(2);
    QCOMPARE(m_fakes->settings.value(QLatin1String(settingKey::theme)).toString(), QStringLiteral("dark"));
}

void TestSettingsPage::addsAndOrdersServices()
{
    TimestampSection section(m_ports);
    auto *edit = section.findChild<QLineEdit *>();
    for (const char *url : {"http://one.example.com/tsa", "https://two.example.com/tsa"}) {
        edit->setText(QLatin1String(url));
        buttonNamed(section, "Add")->click();
    }
    QCOMPARE(stored(settingKey::timestampServices).size(), 2);
    buttonNamed(section, "Move up")->click();
    QCOMPARE(stored(settingKey::timestampServices).front(), QStringLiteral("https://two.example.com/tsa"));
    buttonNamed(section, "Remove")->click();
    QCOMPARE(stored(settingKey::timestampServices), QStringList{QStringLiteral("http://one.example.com/tsa")});
}

void TestSettingsPage::refusesWhatIsNoService()
{
    TimestampSection section(m_ports);
    section.findChild<QLineEdit *>()->setText(QStringLiteral("ftp://example.com"));
    buttonNamed(section, "Add")->click();
    QVERIFY(stored(settingKey::timestampServices).isEmpty());
    QVERIFY(section.findChild<QLineEdit *>()->property("error").toBool());
}

void TestSettingsPage::testAsksTheService()
{
    m_fakes->settings.setValue(QLatin1String(settingKey::timestampServices),
                               QStringList{QStringLiteral("http://dead.example.com")});
    QUrl asked;
    m_ports.testService = [&](const QUrl &url) {
        asked = url;
        return QtFuture::makeReadyFuture(Result<TimestampFacts>(fail(ErrorCode::TimestampUnreachable)));
    };
    TimestampSection section(m_ports);
    section.show();
    section.findChild<QListWidget *>()->setCurrentRow(0);
    buttonNamed(section, "Test")->click();
    QCOMPARE(asked, QUrl(QStringLiteral("http://dead.example.com")));
    auto *bar = section.findChild<ErrorBar *>();
    QTRY_VERIFY(bar->error().has_value());
    QCOMPARE(bar->error()->code, ErrorCode::TimestampUnreachable);
    QVERIFY(buttonNamed(section, "Test")->isEnabled());
}

void TestSettingsPage::refusesWhatIsNoCertificate()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("fake.cer")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no certificate");
    file.close();
    TrustSection section(&m_fakes->settings);
    section.show();
    FileDialogs::setAnswerer([&](const FileQuestion &) { return QStringList{file.fileName()}; });
    buttonNamed(section, "Add file…")->click();
    QVERIFY(stored(settingKey::trustFolders).isEmpty());
    QVERIFY(section.findChild<ErrorBar *>()->isVisible());
}

void TestSettingsPage::addsAndRemovesAnAnchor()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("root.cer")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_fakes->signers.add(test::PkiName::EnterpriseRsa);
    file.write(m_fakes->signers.identities().front().certificate.der);
    file.close();
    TrustSection section(&m_fakes->settings);
    FileDialogs::setAnswerer([&](const FileQuestion &) { return QStringList{file.fileName()}; });
    buttonNamed(section, "Add file…")->click();
    QCOMPARE(stored(settingKey::trustFolders), QStringList{file.fileName()});
    QTRY_COMPARE(section.anchorCount(), 1);
    MessageBoxes::setAnswerer([](const Question &) { return true; });
    section.findChild<QTableWidget *>()->selectRow(0);
    buttonNamed(section, "Remove")->click();
    QVERIFY(stored(settingKey::trustFolders).isEmpty());
    QTRY_COMPARE(section.anchorCount(), 0);
}

void TestSettingsPage::addsADriver()
{
    UkeySection section(m_ports);
    auto *list = section.findChild<QListWidget *>();
    QCOMPARE(list->count(), 1);
    FileDialogs::setAnswerer([](const FileQuestion &) { return QStringList{QStringLiteral("/opt/mine.so")}; });
    buttonNamed(section, "Add file…")->click();
    QCOMPARE(stored(settingKey::pkcs11Modules), QStringList{QStringLiteral("/opt/mine.so")});
    QCOMPARE(list->count(), 2);
}

} // namespace bidseal

QTEST_MAIN(bidseal::TestSettingsPage)
#include "tst_SettingsPage.moc"
