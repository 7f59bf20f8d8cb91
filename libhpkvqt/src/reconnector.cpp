// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "reconnector.h"

#include <algorithm>

namespace Hpkv
{

Reconnector::Reconnector(const ReconnectConfig &config)
    : m_config(config)
{
}

bool Reconnector::canRetry(ErrorKind kind)
{
    return kind != ErrorKind::Authentication && kind != ErrorKind::Configuration
        && kind != ErrorKind::Canceled;
}

Reconnector::Decision Reconnector::failed(const Error &error, double chance)
{
    if (!canRetry(error.kind) || (m_config.maxAttempts >= 0 && m_attempts >= m_config.maxAttempts))
        return {};
    ++m_attempts;
    // 2^30 times the initial delay lies beyond every maximum that makes sense.
    const int doublings = std::min(m_attempts - 1, 30);
    const double initial = static_cast<double>(m_config.initialDelay.count());
    const double grown = initial * static_cast<double>(1LL << doublings)
                       + static_cast<double>(m_config.jitter.count()) * std::clamp(chance, 0.0, 1.0);
    const double delay = std::min(grown, static_cast<double>(m_config.maxDelay.count()));
    return {true, m_attempts, std::max<qint64>(0, static_cast<qint64>(delay))};
}

} // namespace Hpkv
