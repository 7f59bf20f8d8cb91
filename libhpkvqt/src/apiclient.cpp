// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include <hpkvqt/apiclient.h>

#include "clientprivate.h"

namespace Hpkv
{

namespace
{

class ApiClientPrivate final : public ClientPrivate
{
public:
    ApiClientPrivate(const ConnectionConfig &config_, const QString &apiKey_)
        : ClientPrivate(config_)
        , apiKey(apiKey_)
    {
    }

    QString apiKey;

protected:
    void fetchCredential(bool, const CredentialCallback &done) override
    {
        if (apiKey.isEmpty())
            done({}, Error(ErrorKind::Authentication, QStringLiteral("There is no API key.")));
        else
            done(apiKey, {});
    }

    void applyCredential(LinkTarget &target, const QString &secret) const override
    {
        if (config.apiKeyInHeader)
            target.headers.append({QByteArrayLiteral("x-api-key"), secret.toUtf8()});
        else
            addQueryItem(target.url, QStringLiteral("apiKey"), secret);
    }
};

} // namespace

ApiClient::ApiClient(QObject *parent)
    : ApiClient(ConnectionConfig(), QString(), parent)
{
}

ApiClient::ApiClient(const ConnectionConfig &config, const QString &apiKey, QObject *parent)
    : Client(std::make_unique<ApiClientPrivate>(config, apiKey), parent)
{
}

ApiClient::~ApiClient() = default;

void ApiClient::setApiKey(const QString &apiKey)
{
    static_cast<ApiClientPrivate *>(d.get())->apiKey = apiKey;
}

} // namespace Hpkv
