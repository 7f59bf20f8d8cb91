// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "history/pastvalues.h"

#include <QObject>

namespace Studio
{

class HistoryReader;

/// The moment that a page shows, and where the values of that moment come from. Everything that can be shown
/// of the past follows it. Window's thread.
class TimeTravel : public QObject
{
    Q_OBJECT

public:
    explicit TimeTravel(HistoryReader &reader, QObject *parent = nullptr);

    HistoryReader &reader() const { return m_reader; }
    bool isLive() const { return m_moment == 0; }
    /// ms since 1970; 0 = now.
    qint64 moment() const { return m_moment; }
    /// What tiles, panels and records read from: `live` while it is now, else the past.
    ValueSource *source(ValueSource *live) const;

    void goTo(qint64 at);
    void goToNow();

signals:
    /// moment() is another one.
    void moved();
    /// source() is another object.
    void sourceChanged();

private:
    HistoryReader &m_reader;
    PastValues *m_past;
    qint64 m_moment = 0;
};

} // namespace Studio
