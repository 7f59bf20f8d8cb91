// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "environment.h"

#include "websocketlink.h"

#include <QDateTime>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace Hpkv
{

namespace
{

class RealEnvironment final : public Environment
{
public:
    explicit RealEnvironment(QObject *owner)
        : m_timer(new QTimer(owner))
    {
        m_timer->setSingleShot(true);
        m_timer->setTimerType(Qt::PreciseTimer);
        QObject::connect(m_timer, &QTimer::timeout, m_timer, [this] {
            m_due = -1;
            const auto call = onWake; // the client, and this with it, may end within
            call();
        });
    }

    // The timer itself goes with its parent.
    ~RealEnvironment() override
    {
        if (m_timer)
            m_timer->disconnect();
    }

    qint64 nowUs() override
    {
        using namespace std::chrono;
        return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
    }

    qint64 wallMs() override { return QDateTime::currentMSecsSinceEpoch(); }

    double chance() override { return QRandomGenerator::global()->generateDouble(); }

    void wakeAt(qint64 ms) override
    {
        // A timer that goes off early costs less than setting it anew for each request.
        if (ms >= 0 && m_due >= 0 && m_due <= ms)
            return;
        m_due = ms;
        if (ms < 0) {
            m_timer->stop();
            return;
        }
        constexpr qint64 longest = 24LL * 3600 * 1000;
        m_timer->start(static_cast<int>(std::clamp<qint64>(ms - nowMs(), 0, longest)));
    }

    Link *createLink(LinkListener *listener) override { return new WebSocketLink(listener); }

private:
    QPointer<QTimer> m_timer;
    qint64 m_due = -1;
};

} // namespace

std::unique_ptr<Environment> makeEnvironment(QObject *owner)
{
    return std::make_unique<RealEnvironment>(owner);
}

} // namespace Hpkv
