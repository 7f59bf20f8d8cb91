// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

namespace Studio
{

class MainWindow;
class Workbench;

/// One step towards a scene: what is done, and when it has happened.
struct TourStep {
    QString what; ///< for the message when it does not happen: "the record is read"
    std::function<void()> act; ///< may be empty
    std::function<bool()> done; ///< asked again and again; empty = at once
};

/// One picture of the running program, light and dark.
struct TourScene {
    QString name; ///< NAME-light.png, NAME-dark.png
    QList<TourStep> steps; ///< from where the scene before ended
    std::function<void()> beforeCapture; ///< again before each of the two pictures; may be empty
    std::function<bool()> ready; ///< after it; may be empty
    std::function<void()> afterwards = {}; ///< once both are taken; may be empty
};

/// What the scenes work with.
struct TourStage {
    Workbench &workbench;
    MainWindow &window;
};

/// The table of scenes, in the order of the tour. Later parts of the program add theirs here.
QList<TourScene> tourScenes(TourStage &stage);

/// Walks through the scenes and saves each as PNG of 1440 × 900, light and dark, once everything that the
/// scene waits for has happened. Never waits for a fixed time alone; what does not happen within the deadline
/// ends the tour.
class Tour : public QObject
{
    Q_OBJECT

public:
    static constexpr int Width = 1440;
    static constexpr int Height = 900;

    /// Saves into `folder`, which is made. `only`: names of the scenes to save (all are walked through);
    /// empty = all.
    Tour(TourStage stage, QString folder, QStringList only, QObject *parent = nullptr);

    void start();

signals:
    /// `problem` is empty when every picture was saved.
    void finished(const QString &problem);

private:
    enum class Phase : quint8 { Steps, Light, Dark };

    void beginStep();
    void poll();
    void advance();
    void preparePicture(bool dark);
    bool save(bool dark);
    void fail(const QString &problem);

    TourStage m_stage;
    QString m_folder;
    QStringList m_only;
    QList<TourScene> m_scenes;
    qsizetype m_scene = 0;
    qsizetype m_step = 0;
    Phase m_phase = Phase::Steps;
    int m_calm = 0; ///< how often in a row the condition held
    QTimer m_timer;
    QElapsedTimer m_waiting;
};

} // namespace Studio
