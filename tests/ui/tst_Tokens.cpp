#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"
#include "ui/theme/Tokens.h"

#include <QTest>

namespace bidseal {

/** The ratios of ui.md, section 2, computed from the table. */
class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratios_data();
    void ratios();
    void styleSheetHasNoOpenMarks();
    void textFactorScalesSizes();
    void everyIconIsDrawn();
    void iconFollowsTheScheme();
};

void TestTokens::ratios_data()
{
    QTest::addColumn<Token>("text");
    QTest::addColumn<Token>("ground");
    QTest::addColumn<double>("light");
    QTest::addColumn<double>("dark");
    const auto row = [](const char *name, Token text, Token ground, double light, double dark) {
        QTest::newRow(name) << text << ground << light << dark;
    };
    row("text", Token::Text, Token::Surface, 16.0, 13.1);
    row("text 2", Token::Text2, Token::Surface, 8.2, 8.0);
    row("text 3", Token::Text3, Token::Surface, 5.5, 5.7);
    row("text 3 on side", Token::Text3, Token::Side, 4.6, 4.57);
    row("text 3 on soft accent", Token::Text3, Token::AccentSoft, 4.6, 4.5);
    row("control border", Token::Control, Token::Surface, 3.0, 3.0);
    row("primary button", Token::OnAccent, Token::Accent, 6.7, 8.4);
    row("primary button, hover", Token::OnAccent, Token::AccentHover, 7.1, 7.1);
    row("accent on soft", Token::Accent, Token::AccentSoft, 5.8, 5.8);
    row("personal", Token::Personal, Token::Surface, 6.2, 7.9);
    row("personal on soft", Token::Personal, Token::PersonalSoft, 5.4, 6.6);
    row("enterprise", Token::Enterprise, Token::Surface, 7.4, 7.5);
    row("enterprise on soft", Token::Enterprise, Token::EnterpriseSoft, 6.3, 6.7);
    row("ok", Token::Ok, Token::OkBackground, 6.1, 7.8);
    row("warn", Token::Warn, Token::WarnBackground, 6.5, 8.1);
    row("bad", Token::Bad, Token::BadBackground, 6.0, 7.1);
    row("red button", Token::OnBad, Token::Bad, 6.8, 6.8);
    row("unknown", Token::Unknown, Token::UnknownBackground, 6.6, 6.7);
    row("info", Token::Info, Token::InfoBackground, 6.9, 7.3);
    row("toast", Token::ToastText, Token::ToastBackground, 7.0, 7.0);
    row("toast action", Token::ToastAction, Token::ToastBackground, 4.5, 4.5);
}

void TestTokens::ratios()
{
    QFETCH(Token, text);
    QFETCH(Token, ground);
    QFETCH(double, light);
    QFETCH(double, dark);
    constexpr double rounding = 0.06; // the paper gives one digit
    const double inLight = contrastRatio(tokenColor(text, Scheme::Light), tokenColor(ground, Scheme::Light));
    const double inDark = contrastRatio(tokenColor(text, Scheme::Dark), tokenColor(ground, Scheme::Dark));
    QVERIFY2(inLight >= light - rounding, qPrintable(QString::number(inLight)));
    QVERIFY2(inDark >= dark - rounding, qPrintable(QString::number(inDark)));
}

void TestTokens::styleSheetHasNoOpenMarks()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const QString sheet = Theme::styleSheetFor(scheme, 100);
        QVERIFY(sheet.contains(tokenColor(Token::Accent, scheme).name()));
        const QString body = sheet.mid(sheet.indexOf(QLatin1String("*/")) + 2);
        QVERIFY2(!body.contains(QLatin1Char('@')), qPrintable(body.mid(body.indexOf(QLatin1Char('@')), 40)));
        QVERIFY2(!body.contains(QLatin1String(": ;")), "a mark without a value");
    }
}

void TestTokens::textFactorScalesSizes()
{
    QVERIFY(Theme::styleSheetFor(Scheme::Light, 130).contains(QLatin1String("font-size: 18px"))); // 14 x 1.3
    QVERIFY(!Theme::styleSheetFor(Scheme::Light, 130).contains(QLatin1String("font-size: 12px")));
}

void TestTokens::everyIconIsDrawn()
{
    Theme theme;
    const QStringList names = themeIconNames();
    QVERIFY(names.contains(QStringLiteral("ukey")));
    for (const QString &name : names) {
        const QImage image = themePixmap(name, 20, Token::Text).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                inked += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
        }
        QVERIFY2(inked > 8, qPrintable(name));
    }
}

void TestTokens::iconFollowsTheScheme()
{
    Theme theme;
    const QIcon icon = themeIcon(QStringLiteral("shield"), Token::Text);
    const auto strongest = [&icon] {
        const QImage image = icon.pixmap(40, 40).toImage().convertToFormat(QImage::Format_ARGB32);
        QColor color;
        int alpha = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() > alpha) {
                    alpha = pixel.alpha();
                    color = pixel;
                }
            }
        }
        return color.lightness();
    };
    theme.setMode(ThemeMode::Light);
    QVERIFY(strongest() < 80);
    theme.setMode(ThemeMode::Dark);
    QVERIFY(strongest() > 180);
}

} // namespace bidseal

QTEST_MAIN(bidseal::TestTokens)
#include "tst_Tokens.moc"
