// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include "arguments.h"
#include "emulatorprocess.h"

#include <hpkvqt/connectionconfig.h>

#include <memory>

namespace hpkv::bench
{

/// The store that is measured: the one of `--url` and `--api-key`, or an emulator of our own.
class Target
{
public:
    explicit Target(const Arguments &arguments)
    {
        if (arguments.has("url")) {
            m_url = arguments.text("url");
            m_apiKey = arguments.text("api-key");
        } else {
            m_emulator = std::make_unique<EmulatorProcess>();
            m_url = m_emulator->url();
            m_apiKey = "bench";
        }
    }

    const std::string &url() const { return m_url; }
    QString apiKey() const { return QString::fromStdString(m_apiKey); }
    const std::string &apiKeyText() const { return m_apiKey; }
    /// Without a rate limit, all else as it is by default.
    Hpkv::ConnectionConfig config() const
    {
        Hpkv::ConnectionConfig config;
        config.baseUrl = QString::fromStdString(m_url);
        config.throttle.enabled = false;
        return config;
    }

private:
    std::unique_ptr<EmulatorProcess> m_emulator;
    std::string m_url;
    std::string m_apiKey;
};

} // namespace hpkv::bench
