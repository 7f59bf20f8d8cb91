// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/mailbox.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace Studio
{

/// The wake-up of LatestJob, which as a template cannot have slots.
class LatestJobBase : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    virtual void deliver() = 0;
};

/// One thing that is worked out beside the window's thread and of which only the newest answer counts: a
/// later start() cancels what runs and drops its answer. Lives on the window's thread.
template <typename Result>
class LatestJob : public LatestJobBase
{
public:
    /// Looks at `canceled` now and then where it may take long.
    using Work = std::function<Result(const std::atomic_bool &canceled)>;
    using Done = std::function<void(Result)>;

    explicit LatestJob(QObject *parent = nullptr)
        : LatestJobBase(parent)
    {
        m_pool.setMaxThreadCount(1);
        m_answers.setWakeUp([this] { QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection); });
    }
    ~LatestJob() override
    {
        cancel();
        m_answers.close();
        m_pool.waitForDone();
    }

    /// `done` gets the answer on this object's thread, unless start() or cancel() is called before.
    void start(Work work, Done done)
    {
        cancel();
        const auto canceled = std::make_shared<std::atomic_bool>(false);
        m_canceled = canceled;
        m_done = std::move(done);
        m_pool.start([this, canceled, number = m_number, run = std::move(work)] {
            if (!*canceled)
                m_answers.push({number, run(*canceled)});
        });
    }

    void cancel()
    {
        ++m_number;
        m_done = {};
        if (m_canceled)
            *m_canceled = true;
    }
    bool isRunning() const { return bool(m_done); }

    void deliver() override
    {
        for (auto &[number, result] : m_answers.take()) {
            if (number == m_number && m_done)
                std::exchange(m_done, {})(std::move(result));
        }
    }

private:
    QThreadPool m_pool;
    Mailbox<std::pair<quint64, Result>> m_answers;
    std::shared_ptr<std::atomic_bool> m_canceled;
    Done m_done;
    quint64 m_number = 0;
};

} // namespace Studio
