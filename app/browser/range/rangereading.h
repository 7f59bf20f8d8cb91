// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/intervalscan.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Studio
{

class RangeModel;
class Session;

/// The reading of a range: begins and ends it, and says in words how far it is or what the rows are worth.
/// What was asked for is the model's. Window's thread.
class RangeReading : public QObject
{
    Q_OBJECT

public:
    RangeReading(Session &session, const RangeModel &model, QObject *parent = nullptr);
    /// Cancels what is under way.
    ~RangeReading() override;

    /// Reads what the model is about; what is under way is given up.
    void start();
    /// Something else is asked for; nothing of it was read yet.
    void forget();

    /// nullptr while nothing is being read.
    IntervalScan *scan() const { return m_scan; }
    bool isRunning() const { return !m_scan.isNull(); }
    /// Whether anything was read, or tried to be.
    bool hasRun() const { return m_hasRun; }
    /// How the last reading ended.
    const IntervalEnd &end() const { return m_end; }

    /// 0 to 1; < 0: nobody knows how much there is; nothing while nothing is read.
    std::optional<double> share() const;
    /// One line.
    QString text() const;

signals:
    void started();
    /// The scan got further, or pauses.
    void moved();
    void ended();

private:
    void giveUp();
    QString runningText() const;
    QString restText() const;

    Session &m_session;
    const RangeModel &m_model;
    QPointer<IntervalScan> m_scan;
    bool m_hasRun = false;
    IntervalEnd m_end;
    qint64 m_expected = -1; ///< records that it will bring, as far as that is known; < 0 = not
};

} // namespace Studio
