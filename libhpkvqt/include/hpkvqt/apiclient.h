// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/client.h>
#include <hpkvqt/export.h>

namespace Hpkv
{

/// Connects with an API key: full access to the store, no notifications.
class HPKVQT_EXPORT ApiClient : public Client
{
    Q_OBJECT

public:
    ApiClient(const ConnectionConfig &config, const QString &apiKey, QObject *parent = nullptr);
    ~ApiClient() override;

    /// Takes effect at the next connection.
    void setApiKey(const QString &apiKey);
};

} // namespace Hpkv
