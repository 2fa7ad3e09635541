#include "ui/theme/FocusRing.h"

#include "ui/common/Button.h"
#include "ui/theme/Theme.h"

#include <QFocusFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace bidseal;

class tst_FocusRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void comesWithTheTabKey();
    void staysAwayFromTheMouse();
    void programFollowsWhatThePersonUses();
    void fieldsMarkThemselves();
    void buttonLooksTheSameInside();
    void standsTwoPixelsAway();
    void enterPressesTheFocusedButton();

private:
    [[nodiscard]] QFocusFrame *frame() const { return m_window->findChild<QFocusFrame *>(); }
    [[nodiscard]] QWidget *ringed() const { return frame() && frame()->isVisible() ? frame()->widget() : nullptr; }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    Button *m_first = nullptr;
    QToolButton *m_second = nullptr;
    QLineEdit *m_field = nullptr;
};

void tst_FocusRing::init()
{
    m_theme = std::make_unique<Theme>();
    m_window = std::make_unique<QWidget>();
    auto *row = new QHBoxLayout(m_window.get());
    row->setContentsMargins(20, 20, 20, 20);
    m_first = new Button(QStringLiteral("Confirm"));
    m_first->setAutoDefault(false);
    m_second = new QToolButton;
    m_second->setFocusPolicy(Qt::StrongFocus);
    m_field = new QLineEdit;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_field, m_first, m_second})
        row->addWidget(widget);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_field->setFocus();
}

void tst_FocusRing::cleanup()
{
    m_window.reset();
    m_theme.reset();
}

void tst_FocusRing::comesWithTheTabKey()
{
    QTest::keyClick(m_field, Qt::Key_Tab);
    QCOMPARE(ringed(), m_first);
    QTest::keyClick(m_first, Qt::Key_Tab);
    QCOMPARE(ringed(), m_second);
    QTest::keyClick(m_second, Qt::Key_Backtab);
    QCOMPARE(ringed(), m_first);
}

void tst_FocusRing::staysAwayFromTheMouse()
{
    QTest::mouseClick(m_first, Qt::LeftButton);
    QVERIFY(m_first->hasFocus());
    QVERIFY(!ringed());
}

void tst_FocusRing::programFollowsWhatThePersonUses()
{
    QTest::mouseClick(m_field, Qt::LeftButton);
    m_first->setFocus();
    QVERIFY(!ringed());
    QTest::keyClick(m_first, Qt::Key_Shift);
    m_second->setFocus();
    QCOMPARE(ringed(), m_second);
}

void tst_FocusRing::fieldsMarkThemselves()
{
    QTest::keyClick(m_second, Qt::Key_Tab);
    m_field->setFocus(Qt::TabFocusReason);
    QVERIFY(!ringed());
}

void tst_FocusRing::buttonLooksTheSameInside()
{
    const QImage before = m_first->grab().toImage();
    m_first->setFocus(Qt::TabFocusReason);
    QCOMPARE(ringed(), m_first);
    QCOMPARE(m_first->grab().toImage(), before);
}

void tst_FocusRing::standsTwoPixelsAway()
{
    m_first->setFocus(Qt::TabFocusReason);
    QCOMPARE(frame()->geometry(), m_first->geometry().adjusted(-4, -4, 4, 4));
    const QImage picture = m_window->grab().toImage();
    const int middle = m_first->geometry().center().y();
    const int left = m_first->geometry().left();
    QCOMPARE(picture.pixelColor(left - 3, middle), Theme::color(Token::Accent));
    QCOMPARE(picture.pixelColor(left - 4, middle), Theme::color(Token::Accent));
    QCOMPARE(picture.pixelColor(left - 1, middle), picture.pixelColor(2, 2));
    QCOMPARE(picture.pixelColor(left - 2, middle), picture.pixelColor(2, 2));
}

void tst_FocusRing::enterPressesTheFocusedButton()
{
    QSignalSpy clicked(m_first, &QPushButton::clicked);
    m_first->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_first, Qt::Key_Return);
    QTest::keyClick(m_first, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(clicked.count(), 2);
    QTest::keyClick(m_first, Qt::Key_Return, Qt::ControlModifier); // a key of the page, not of the button
    QCOMPARE(clicked.count(), 2);
}

QTEST_MAIN(tst_FocusRing)
#include "tst_FocusRing.moc"
