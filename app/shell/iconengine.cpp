// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/iconengine.h"

#include "shell/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

/// The drawings lie in a static library: without this the linker leaves them out. Outside of any namespace,
/// as the macro wants it.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace Studio
{

namespace
{

QString pathOf(const QString &name)
{
    return QStringLiteral(":/icons/") + name + QStringLiteral(".svg");
}

} // namespace

IconEngine::IconEngine(const Theme &theme, QString name, ColorRole role)
    : m_theme(&theme)
    , m_name(std::move(name))
    , m_role(role)
{
}

bool IconEngine::exists(const QString &name)
{
    static const bool ready = (initIcons(), true);
    return ready && !name.isEmpty() && QFile::exists(pathOf(name));
}

QPixmap IconEngine::render(const QString &name, const QColor &color, const QSize &size,
                           qreal devicePixelRatio)
{
    const QString cacheKey = QStringLiteral("studio/%1/%2/%3x%4@%5")
                                 .arg(name, color.name())
                                 .arg(size.width())
                                 .arg(size.height())
                                 .arg(devicePixelRatio);
    QPixmap result;
    if (QPixmapCache::find(cacheKey, &result))
        return result;

    result = QPixmap(size * devicePixelRatio);
    result.fill(Qt::transparent);
    {
        QSvgRenderer renderer(pathOf(name));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&result);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter);
        // The drawings are of one colour: only their coverage counts.
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(result.rect(), color);
    }
    result.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(cacheKey, result);
    return result;
}

QColor IconEngine::colorFor(QIcon::Mode mode) const
{
    if (!m_theme)
        return {};
    if (mode == QIcon::Disabled) {
        QColor faint = m_theme->color(ColorRole::TextFaint);
        faint.setAlphaF(0.5F);
        return faint;
    }
    const bool lively = mode == QIcon::Active || mode == QIcon::Selected;
    return m_theme->color(lively && m_role == ColorRole::TextMuted ? ColorRole::Text : m_role);
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const qreal ratio =
        painter->device() ? painter->device()->devicePixelRatio() : qGuiApp->devicePixelRatio();
    painter->drawPixmap(rect, render(m_name, colorFor(mode), rect.size(), ratio));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    return render(m_name, colorFor(mode), size, 1);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return render(m_name, colorFor(mode), size, scale);
#else
    // `size` is in device pixels here.
    return render(m_name, colorFor(mode), size / scale, scale);
#endif
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

QString IconEngine::key() const
{
    return QStringLiteral("StudioIconEngine");
}

} // namespace Studio
