#include "ui/theme/ThemeIcon.h"

#include "core/common/Log.h"
#include "ui/theme/Theme.h"

#include <QCache>
#include <QDir>
#include <QIconEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bidseal {

namespace {

constexpr std::array maskSizes{20, 30, 40, 60, 80};

QImage mask(const QString &name, int pixels)
{
    const auto *fit = std::find_if(maskSizes.begin(), maskSizes.end(), [=](int size) { return size >= pixels; });
    const int size = fit == maskSizes.end() ? maskSizes.back() : *fit;
    QImage image(QStringLiteral(":/icons/%1-%2.png").arg(name).arg(size));
    if (image.isNull()) {
        qCWarning(logUi) << "no such icon" << name;
        return {};
    }
    image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    return size == pixels ? image : image.scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QPixmap tinted(const QString &name, int pixels, const QColor &color)
{
    static QCache<QString, QPixmap> cache(512);
    const QString key = QStringLiteral("%1/%2/%3").arg(name).arg(pixels).arg(color.rgba(), 0, 16);
    if (const QPixmap *known = cache.object(key))
        return *known;
    QImage image = mask(name, pixels);
    if (image.isNull())
        return {};
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    painter.end();
    QPixmap pixmap = QPixmap::fromImage(image);
    cache.insert(key, new QPixmap(pixmap)); // the cache owns it
    return pixmap;
}

class ThemeIconEngine final : public QIconEngine
{
public:
    ThemeIconEngine(QString name, Token token, Token checkedToken)
        : m_name(std::move(name))
        , m_token(token)
        , m_checkedToken(checkedToken)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        const int side = std::min(rect.width(), rect.height());
        const QRect place(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
        painter->drawPixmap(place, drawn(static_cast<int>(std::ceil(side * ratio)), mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return drawn(std::min(size.width(), size.height()), mode, state);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new ThemeIconEngine(*this); }
    [[nodiscard]] QString key() const override { return QStringLiteral("bidseal-theme"); }
    QString iconName() override { return m_name; }

private:
    [[nodiscard]] QPixmap drawn(int pixels, QIcon::Mode mode, QIcon::State state) const
    {
        const Token token = mode == QIcon::Disabled ? Token::DisabledText
                            : state == QIcon::On    ? m_checkedToken
                                                    : m_token;
        return pixels > 0 ? tinted(m_name, pixels, Theme::color(token)) : QPixmap();
    }

    QString m_name;
    Token m_token;
    Token m_checkedToken;
};

} // namespace

QIcon themeIcon(const QString &name, Token token)
{
    return themeIcon(name, token, token);
}

QIcon themeIcon(const QString &name, Token token, Token checkedToken)
{
    return QIcon(new ThemeIconEngine(name, token, checkedToken)); // QIcon owns the engine
}

QPixmap themePixmap(const QString &name, int size, Token token, qreal ratio)
{
    QPixmap pixmap = tinted(name, static_cast<int>(std::ceil(size * ratio)), Theme::color(token));
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QStringList themeIconNames()
{
    QStringList names;
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*-20.png")});
    for (const QString &file : files)
        names.append(file.chopped(7));
    return names;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/app-%1.png").arg(size), QSize(size, size));
    return icon;
}

} // namespace bidseal
