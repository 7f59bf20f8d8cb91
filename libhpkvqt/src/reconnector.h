// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/connectionconfig.h>
#include <hpkvqt/error.h>

namespace Hpkv
{

/// Which failure leads to another attempt, and after which wait. Pure: time and chance come in.
class Reconnector
{
public:
    explicit Reconnector(const ReconnectConfig &config = {});
    void setConfig(const ReconnectConfig &config) { m_config = config; }
    const ReconnectConfig &config() const { return m_config; }

    struct Decision {
        bool again = false;
        int attempt = 0; ///< from 1
        qint64 delay = 0; ///< ms
    };

    /// A connection ended that the caller did not end, or an attempt failed.
    /// \param chance 0..1, for the jitter
    Decision failed(const Error &error, double chance);
    /// A connection has proved to work: the next attempts count from 1 again.
    void succeeded() { m_attempts = 0; }
    /// The caller ended or began something.
    void reset() { m_attempts = 0; }

    /// Attempts in a row, the one under way included.
    int attempts() const { return m_attempts; }

    /// Whether trying again with the same address and credential can help at all.
    static bool canRetry(ErrorKind kind);

private:
    ReconnectConfig m_config;
    int m_attempts = 0;
};

} // namespace Hpkv
