// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace Studio
{

class ElidedLabel;
class EmptyState;
class HistoryReader;
class LiveFilter;
class LiveView;
class PastModel;
class Theme;

/// The live list as it would have been at a moment, from the history: a head that says so, the rows, and how
/// far back they reach.
class PastStream : public QWidget
{
    Q_OBJECT

public:
    PastStream(Theme &theme, HistoryReader &reader, QWidget *parent = nullptr);

    /// Changes up to `at`, as the time bar has it.
    void showMoment(qint64 at);
    /// Changes up to `at`, as the list of what is heard does not reach back any further.
    void showOlder(qint64 at);
    bool isMoment() const { return m_isMoment; }
    void setFilter(const LiveFilter &filter);

    PastModel &model() const { return *m_model; }
    LiveView *view() const { return m_view; }

signals:
    /// Back to what is heard now.
    void leaveRequested();

private:
    void refresh();
    void readOn();

    PastModel *m_model;
    LiveView *m_view;
    ElidedLabel *m_title;
    ElidedLabel *m_foot;
    QPushButton *m_leave;
    EmptyState *m_empty;
    QStackedLayout *m_places;
    bool m_isMoment = false;
};

} // namespace Studio
