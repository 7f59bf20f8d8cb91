// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/diffside.h"
#include "history/historyentry.h"
#include "live/keychange.h"
#include "shell/pagetab.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace Studio
{

struct AppContext;
class EmptyState;
class HistoryRecorder;
class KeyChangeModel;
class KeyChangeTable;
class MomentField;
class TimeTravel;

/// Keys of a branch that are not the same at two moments, as far as they were recorded: created, changed and
/// removed, each with the values then. Goes on while the later moment is now.
class MomentsTab : public PageTab
{
    Q_OBJECT

public:
    /// Of every key that begins with `prefix`.
    MomentsTab(AppContext &app, TimeTravel &travel, HistoryRecorder &recorder, const QByteArray &prefix,
               QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("diff"); }
    QString statusText() const override;

    const QByteArray &prefix() const { return m_prefix; }
    /// ms since 1970; `to` 0 = now.
    void setMoments(qint64 from, qint64 to);
    KeyChangeModel &model() const { return *m_model; }
    /// Whether what is listed is that of the moments that are set.
    bool isReady() const { return !m_isAsking && !m_isStale; }
    QString summary() const;
    void setCurrent(const QByteArray &key);

    /// What became of a key between the two.
    static KeyChange changeOf(const PastDifference &difference);

signals:
    void openRequested(const QByteArray &key);
    void historyRequested(const QByteArray &key);
    void compareRequested(const QString &title, const QList<Studio::DiffSide> &sides);

private:
    QWidget *buildHead();
    void momentsChanged();
    void ask();
    void take(const QList<PastDifference> &differences);
    void refresh();
    void compare();
    const KeyChange *current() const;

    AppContext &m_app;
    TimeTravel &m_travel;
    const QByteArray m_prefix;
    KeyChangeModel *m_model;
    KeyChangeTable *m_view;
    MomentField *m_from;
    MomentField *m_to;
    QLabel *m_summary;
    QPushButton *m_open;
    QPushButton *m_history;
    QPushButton *m_difference;
    EmptyState *m_empty;
    QStackedLayout *m_places;
    QTimer m_follow;
    qint64 m_asked = 0; ///< the later moment that is listed
    bool m_hasMore = false; ///< than can be listed
    bool m_isAsking = false;
    bool m_isStale = true; ///< to be asked again once there is an answer
};

} // namespace Studio
