// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editor/recordbanner.h"
#include "editor/savemode.h"
#include "editor/saveplan.h"
#include "session/latestjob.h"

#include <QObject>

#include <functional>

namespace Studio
{

struct AppContext;
class JsonEditor;
class RecordController;
class RecordQuestion;
class SavePreview;
class Session;
class TextFileSaver;

/// The way from "Save" to the write: mode, limits, questions and previews of one record tab. What it has to
/// ask stands in the tab's question or preview; nothing is sent before that is answered.
class SaveFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        AppContext &app;
        Session &session;
        RecordController &controller;
        JsonEditor &editor;
        RecordQuestion &question;
        SavePreview &preview;
    };

    /// `parent`: the tab.
    SaveFlow(const Parts &parts, QWidget *parent);
    ~SaveFlow() override;

    SaveMode mode() const { return m_mode; }
    /// Remembered for the profile.
    void setMode(SaveMode mode);

    /// As Ctrl+S.
    void save();
    /// The person chose the own text over that of others, knowing both.
    void saveOver();
    /// A step of the counter.
    void count(qint64 delta);
    /// The counter is to stand at `value`: sends the difference.
    void countTo(qint64 value);
    void askDelete();
    /// After a failure: the same once more.
    void retry();
    /// For the banner of a failed save: what can be done with the text. Empty after another failure.
    QList<RecordBanner::Answer> rescues();
    /// A failed save also stands in the list of notices until it is mended. `content`: what the banner says.
    void noteFailure(const RecordBanner::Content &content);
    /// What was asked or shown is about another text now.
    void textChanged();
    void cancel();

    /// "1,204 bytes too long"; empty if the record may be sent. For a new key, of the key too.
    QString excess() const;

signals:
    void modeChanged();
    /// The key is missing; the person is to type one.
    void keyWanted();
    /// What others changed has to be decided first.
    void choiceWanted();

private:
    QString keyText() const;
    QString noticeId() const;
    bool mayRefuseJson() const;
    bool refuseTooLong();
    void start();
    void plan(const std::function<void(SavePlan)> &done);
    void askAboutReplace();
    void showPlan(const SavePlan &plan);
    void write(const RecordWrite &write);
    void sendStep(qint64 delta, bool ifUnchanged);

    Parts m;
    QWidget *m_tab;
    SaveMode m_mode;
    RecordWrite m_last;
    std::optional<qint64> m_target; ///< of the last write, where it was "set to"
    LatestJob<SavePlan> m_planning;
    TextFileSaver *m_saver;
};

} // namespace Studio
