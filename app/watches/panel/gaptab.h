// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "live/keychange.h"
#include "shell/pagetab.h"

class QLabel;
class QPushButton;

namespace Studio
{

struct AppContext;
class EmptyState;
class GapReport;
class KeyChangeModel;
class KeyChangeTable;

/// The tab "Changed while disconnected": what is not as it was before the line was lost, and how much of what
/// is watched is not verified yet. Follows the report.
class GapTab : public PageTab
{
    Q_OBJECT

public:
    GapTab(AppContext &app, GapReport &report, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("offline"); }
    QString statusText() const override;
    KeyChangeModel &model() const { return *m_model; }
    /// nullptr: none is chosen.
    const KeyChange *current() const;
    void setCurrent(const QByteArray &key);
    QString summary() const;

    /// "The line was down for 2 min, from 10:02:11 to 10:04:20."
    static QString downText(const GapReport &report);

signals:
    void openRequested(const QByteArray &key);
    void differenceRequested(const Studio::KeyChange &change);

private:
    void refresh();

    AppContext &m_app;
    GapReport &m_report;
    KeyChangeModel *m_model;
    KeyChangeTable *m_view;
    EmptyState *m_empty;
    QLabel *m_down;
    QLabel *m_summary;
    QPushButton *m_more;
    QPushButton *m_difference;
    QPushButton *m_open;
};

} // namespace Studio
