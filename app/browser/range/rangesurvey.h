// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/coverage.h"
#include "json/membersurvey.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

namespace Studio
{

class KeyspaceMirror;
struct KeyInterval;

/// Looks at the first records of a range, some in one go, to learn which members their values have. Window's
/// thread.
class RangeSurvey : public QObject
{
    Q_OBJECT

public:
    explicit RangeSurvey(const KeyspaceMirror &mirror, QObject *parent = nullptr);

    /// Forgets what was seen; from now on the records of `interval` count.
    void begin(const KeyInterval &interval);
    /// There may be records by now that nobody has looked at: does so in a moment.
    void lookSoon();
    /// As lookSoon(), at once.
    void lookNow();

    const MemberSurvey &members() const { return m_members; }
    /// Values that were looked at.
    qint64 seen() const { return m_members.records() + m_members.notJson(); }

    static constexpr int recordsAtOnce = 40;
    static constexpr qint64 most = 1000; ///< records in all

signals:
    /// After each go, also when there was nothing new.
    void looked();

private:
    const KeyspaceMirror &m_mirror;
    MemberSurvey m_members;
    Stretch m_stretch;
    QByteArray m_last; ///< keys up to this one were looked at
    qint64 m_passed = 0; ///< how many that were, with and without a value
    QTimer m_timer;
};

} // namespace Studio
