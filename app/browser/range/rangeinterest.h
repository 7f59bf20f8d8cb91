// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace Studio
{

class RangeModel;
class RangeTable;
class Session;

/// Tells the session which rows of a range are in sight, and has read what of them is not held.
class RangeInterest : public QObject
{
    Q_OBJECT

public:
    RangeInterest(Session &session, RangeTable &table, RangeModel &model, QObject *view);

    /// What is in sight may be something else.
    void touch();
    /// The whole interval is to be heard of, as far as a pattern can say that.
    void setInterval(const KeyInterval &interval);

private:
    void report();

    Session &m_session;
    RangeTable &m_table;
    RangeModel &m_model;
    QObject *m_view;
    QTimer m_timer;
    KeyInterval m_interval;
    QList<QByteArray> m_keys;
    QSet<QByteArray> m_asked; ///< unread rows in sight that were asked for already
    bool m_watched = false;
};

} // namespace Studio
