// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/tour.h"

#include "shell/mainwindow.h"
#include "shell/settings.h"
#include "shell/theme.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QStyleHints>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int PollMs = 20;
constexpr int CalmPolls = 3; ///< a condition has to hold this often in a row, so that nothing is half drawn
constexpr qint64 DeadlineMs = 30'000;

/// The window with every dialog and popup above it.
QImage picture(MainWindow &window, const Theme &theme)
{
    QImage image(Tour::Width, Tour::Height, QImage::Format_RGB32);
    image.fill(theme.color(ColorRole::Window));
    QPainter painter(&image);
    painter.drawPixmap(0, 0, window.grab());
    const QWidgetList tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        // A list of completions is a tool tip to the platform, but no hint.
        if (top == &window || !top->isVisible() || top->inherits("QTipLabel"))
            continue;
        // Dialogs stand in the middle wherever the platform put them; popups know their place.
        const QPoint place = qobject_cast<QDialog *>(top)
                               ? QPoint((Tour::Width - top->width()) / 2, (Tour::Height - top->height()) / 2)
                               : top->mapToGlobal(QPoint()) - window.mapToGlobal(QPoint());
        painter.drawPixmap(place, top->grab());
        painter.setPen(theme.color(ColorRole::LineStrong));
        painter.drawRect(QRect(place, top->size()).adjusted(-1, -1, 0, 0));
    }
    return image;
}

} // namespace

Tour::Tour(TourStage stage, QString folder, QStringList only, QObject *parent)
    : QObject(parent)
    , m_stage(stage)
    , m_folder(std::move(folder))
    , m_only(std::move(only))
    , m_scenes(tourScenes(m_stage))
{
    m_timer.setInterval(PollMs);
    connect(&m_timer, &QTimer::timeout, this, &Tour::poll);
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder)) {
        fail(tr("The folder %1 cannot be made").arg(m_folder));
        return;
    }
    for (const QString &name : std::as_const(m_only)) {
        if (std::none_of(m_scenes.cbegin(), m_scenes.cend(),
                         [&name](const TourScene &scene) { return scene.name == name; })) {
            fail(tr("There is no scene %1").arg(name));
            return;
        }
    }
    m_stage.window.setFixedSize(Width, Height);
    m_stage.window.move(0, 0);
    m_stage.window.show();
    QGuiApplication::styleHints()->setCursorFlashTime(0);
    m_timer.start();
    beginStep();
}

void Tour::beginStep()
{
    m_calm = 0;
    m_waiting.start();
    const TourScene &scene = m_scenes.at(m_scene);
    if (m_phase == Phase::Steps && m_step < scene.steps.size() && scene.steps.at(m_step).act)
        scene.steps.at(m_step).act();
}

void Tour::poll()
{
    const TourScene &scene = m_scenes.at(m_scene);
    const bool inSteps = m_phase == Phase::Steps && m_step < scene.steps.size();
    const std::function<bool()> condition = inSteps                 ? scene.steps.at(m_step).done
                                          : m_phase == Phase::Steps ? std::function<bool()>()
                                                                    : scene.ready;
    if (condition && !condition()) {
        m_calm = 0;
        if (m_waiting.elapsed() > DeadlineMs) {
            const QString what = inSteps ? scene.steps.at(m_step).what : tr("the picture is ready");
            fail(tr("Scene %1: waited %2 s in vain until %3")
                     .arg(scene.name)
                     .arg(DeadlineMs / 1000)
                     .arg(what));
        }
        return;
    }
    if (++m_calm < CalmPolls)
        return;
    advance();
}

void Tour::advance()
{
    const TourScene &scene = m_scenes.at(m_scene);
    switch (m_phase) {
    case Phase::Steps:
        if (m_step + 1 < scene.steps.size()) {
            ++m_step;
            break;
        }
        m_phase = Phase::Light;
        preparePicture(false);
        break;
    case Phase::Light:
        if (!save(false))
            return;
        m_phase = Phase::Dark;
        preparePicture(true);
        break;
    case Phase::Dark:
        if (!save(true))
            return;
        if (scene.afterwards)
            scene.afterwards();
        m_phase = Phase::Steps;
        m_step = 0;
        if (++m_scene == m_scenes.size()) {
            m_timer.stop();
            emit finished({});
            return;
        }
        m_stage.workbench.context().settings.setValue(Key::Theme, QStringLiteral("light"));
        break;
    }
    beginStep();
}

void Tour::preparePicture(bool dark)
{
    m_stage.workbench.context().settings.setValue(Key::Theme,
                                                  dark ? QStringLiteral("dark") : QStringLiteral("light"));
    if (const auto &act = m_scenes.at(m_scene).beforeCapture)
        act();
}

bool Tour::save(bool dark)
{
    const QString name = m_scenes.at(m_scene).name;
    if (!m_only.isEmpty() && !m_only.contains(name))
        return true;
    const QString file = QStringLiteral("%1/%2-%3.png")
                             .arg(m_folder, name, dark ? QStringLiteral("dark") : QStringLiteral("light"));
    if (picture(m_stage.window, m_stage.workbench.context().theme).save(file, "PNG"))
        return true;
    fail(tr("%1 cannot be written").arg(file));
    return false;
}

void Tour::fail(const QString &problem)
{
    m_timer.stop();
    emit finished(problem);
}

} // namespace Studio
