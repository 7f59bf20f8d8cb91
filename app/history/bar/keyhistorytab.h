// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/diffside.h"
#include "history/historyentry.h"
#include "shell/pagetab.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QTreeView;

namespace Studio
{

struct AppContext;
class Badge;
class EmptyState;
class JsonEditor;
class KeyHistoryModel;
class TimeTravel;

/// Everything that was recorded of one key: the list of its changes, and its value at the moment that the
/// page shows, which cannot be edited. Choosing a row goes to its moment.
class KeyHistoryTab : public PageTab
{
    Q_OBJECT

public:
    KeyHistoryTab(AppContext &app, TimeTravel &travel, const QByteArray &key, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("history"); }
    QString statusText() const override;

    KeyHistoryModel &model() const { return *m_model; }
    const QByteArray &key() const { return m_key; }
    /// What is shown of the moment.
    QString stateText() const;
    /// Whether the value of the moment is shown.
    bool isSettled() const { return !m_isAsking; }
    /// The chosen row, or the two that are chosen, as sides of a difference; empty if there is nothing to
    /// compare.
    QList<DiffSide> sides() const;

signals:
    void compareRequested(const QString &title, const QList<Studio::DiffSide> &sides);

private:
    void showMoment();
    void showState(const PastState &state, qint64 at);
    void chosen();

    AppContext &m_app;
    TimeTravel &m_travel;
    const QByteArray m_key;
    KeyHistoryModel *m_model;
    QTreeView *m_list;
    JsonEditor *m_value;
    QLabel *m_caption;
    Badge *m_badge;
    QPushButton *m_compare;
    EmptyState *m_empty;
    bool m_isFollowing = false; ///< a row is chosen because the moment moved, not the other way round
    bool m_isAsking = false;
};

} // namespace Studio
