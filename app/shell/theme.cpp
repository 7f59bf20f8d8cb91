// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/theme.h"

#include "shell/iconengine.h"
#include "shell/settings.h"
#include "shell/studiostyle.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPalette>
#include <QPointer>
#include <QStyleHints>
#include <QTimer>
#include <QToolTip>

namespace Studio
{

namespace
{

constexpr int DefaultFontSize = 13;
constexpr int SmallestFontSize = 9;
constexpr int LargestFontSize = 24;

/// The family of the interface: what the desktop says; without a desktop's say Inter where it is installed.
QString interfaceFamily(const QString &chosen, const QFont &platformFont)
{
    if (!chosen.isEmpty() && QFontDatabase::hasFamily(chosen))
        return chosen;
    const QString platform = platformFont.families().value(0);
    // Platforms without a desktop answer with a mere alias or with nothing.
    const bool desktopSays =
        qEnvironmentVariableIsSet("XDG_CURRENT_DESKTOP") && QFontDatabase::hasFamily(platform);
    const QString inter = QStringLiteral("Inter");
    if (!desktopSays && QFontDatabase::hasFamily(inter))
        return inter;
    return platform;
}

QString monospaceFamily(const QString &chosen)
{
    if (!chosen.isEmpty() && QFontDatabase::hasFamily(chosen))
        return chosen;
    const QString preferred = QStringLiteral("JetBrains Mono");
    if (QFontDatabase::hasFamily(preferred))
        return preferred;
    return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
}

bool systemIsDark(const QPalette &platformPalette)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return platformPalette.color(QPalette::WindowText).lightness()
         > platformPalette.color(QPalette::Window).lightness();
}

} // namespace

struct Theme::Private {
    explicit Private(Settings &settingsToUse)
        : settings(settingsToUse)
    {
    }

    void update();

    Settings &settings;
    QPointer<QApplication> app;
    QFont platformFont; ///< before this theme replaced it
    QPalette platformPalette;
    QFont interfaceFont;
    QFont monospaceFont;
    int fontSize = DefaultFontSize;
    bool dark = false;
    bool reducedMotion = false;
};

void Theme::Private::update()
{
    const QString choice = settings.value(Key::Theme);
    dark = choice == QLatin1StringView("dark")
        || (choice != QLatin1StringView("light") && systemIsDark(platformPalette));
    fontSize = qBound(SmallestFontSize, settings.value(Key::FontSize), LargestFontSize);
    interfaceFont = QFont(interfaceFamily(settings.value(Key::InterfaceFont), platformFont));
    interfaceFont.setPixelSize(fontSize);
    monospaceFont = QFont(monospaceFamily(settings.value(Key::MonospaceFont)));
    monospaceFont.setStyleHint(QFont::Monospace);
    monospaceFont.setPixelSize(fontSize);
    reducedMotion = settings.value(Key::ReducedMotion);
}

Theme::Theme(Settings &settings, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(settings))
{
    d->platformFont = QGuiApplication::font();
    d->platformPalette = QGuiApplication::palette();
    d->update();

    const auto refresh = [this] {
        d->update();
        if (d->app) {
            d->app->setFont(d->interfaceFont);
            d->app->setPalette(palette());
            QToolTip::setFont(font(-1));
            QToolTip::setPalette(palette());
        }
        emit changed();
    };
    connect(&settings, &Settings::changed, this, [refresh](const QString &name) {
        if (name.startsWith(QLatin1StringView("appearance/")))
            refresh();
    });
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, refresh);
#endif
}

Theme::~Theme() = default;

bool Theme::isDark() const
{
    return d->dark;
}

QColor Theme::color(ColorRole role) const
{
    return themeColor(role, d->dark);
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, ColorRole ours) { palette.setColor(role, color(ours)); };
    set(QPalette::Window, ColorRole::Window);
    set(QPalette::WindowText, ColorRole::Text);
    set(QPalette::Base, ColorRole::Base);
    set(QPalette::AlternateBase, ColorRole::Panel);
    set(QPalette::Text, ColorRole::Text);
    set(QPalette::PlaceholderText, ColorRole::TextFaint);
    set(QPalette::Button, ColorRole::Base);
    set(QPalette::ButtonText, ColorRole::Text);
    set(QPalette::BrightText, ColorRole::Removed);
    set(QPalette::ToolTipBase, ColorRole::Raised);
    set(QPalette::ToolTipText, ColorRole::Text);
    set(QPalette::Highlight, ColorRole::Selection);
    set(QPalette::HighlightedText, ColorRole::Text);
    set(QPalette::Link, ColorRole::Accent);
    set(QPalette::LinkVisited, ColorRole::Accent);
    set(QPalette::Light, ColorRole::Raised);
    set(QPalette::Midlight, ColorRole::Hover);
    set(QPalette::Mid, ColorRole::LineStrong);
    set(QPalette::Dark, ColorRole::LineStrong);
    set(QPalette::Shadow, ColorRole::LineStrong);
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    set(QPalette::Accent, ColorRole::Accent);
#endif
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(ColorRole::TextFaint));
    return palette;
}

QFont Theme::font(qreal delta, int weight) const
{
    QFont font = d->interfaceFont;
    font.setPixelSize(qMax(6, qRound((DefaultFontSize + delta) * d->fontSize / DefaultFontSize)));
    font.setWeight(QFont::Weight(weight));
    return font;
}

QFont Theme::tabularFont(qreal delta) const
{
    QFont result = font(delta);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    result.setFeature("tnum", 1);
#endif
    return result;
}

QFont Theme::monospaceFont(qreal delta) const
{
    QFont font = d->monospaceFont;
    font.setPixelSize(qMax(6, qRound((DefaultFontSize + delta) * d->fontSize / DefaultFontSize)));
    return font;
}

QIcon Theme::icon(const QString &name) const
{
    return IconEngine::exists(name) ? QIcon(new IconEngine(*this, name, ColorRole::TextMuted)) : QIcon();
}

QIcon Theme::icon(const QString &name, ColorRole role) const
{
    return IconEngine::exists(name) ? QIcon(new IconEngine(*this, name, role)) : QIcon();
}

QPixmap Theme::pixmap(const QString &name, ColorRole role, int size, qreal devicePixelRatio) const
{
    if (!IconEngine::exists(name))
        return {};
    return IconEngine::render(name, color(role), QSize(size, size), devicePixelRatio);
}

int Theme::metric(int px) const
{
    return px <= 1 ? px : qRound(double(px) * d->fontSize / DefaultFontSize);
}

bool Theme::reducedMotion() const
{
    return d->reducedMotion;
}

void Theme::applyTo(QApplication &app)
{
    d->app = &app;
    app.setFont(d->interfaceFont);
    app.setStyle(new StudioStyle(*this)); // taken over by the application
    app.setPalette(palette());
    QToolTip::setFont(font(-1));
    QToolTip::setPalette(palette());
}

} // namespace Studio
