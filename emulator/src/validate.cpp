// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "validate.h"

#include "text.h"

#include <hpkv/emulator/server.h>

#include <cmath>
#include <set>

namespace hpkv::emulator
{

namespace
{

void require(bool good, const std::string &otherwise)
{
    if (!good)
        throw StartError(otherwise);
}

bool isHttpError(int status)
{
    return status >= 400 && status <= 599;
}

} // namespace

void validate(const Options &options)
{
    std::set<std::string> seen;
    for (const ApiKey &key : options.apiKeys) {
        require(!key.key.empty(), "An API key is empty.");
        require(isValidUtf8(key.key), "An API key is not UTF-8 text.");
        require(seen.insert(key.key).second, "An API key is given twice.");
        require(std::isfinite(key.rate), "The rate of an API key is not a number.");
    }
    require(std::isfinite(options.rateLimit) && options.rateLimit >= 0, "The rate limit is below 0.");
    require(options.tokenLifetime.count() > 0, "The token lifetime is not above 0.");
    require(options.maxKey > 0 && options.maxValue > 0, "A size limit is 0.");
    require(options.maxValue <= 1024U * 1024U * 1024U, "The largest value is above 1 GiB.");
    require(options.maxHead >= 1024 && options.maxHead <= 1024U * 1024U,
            "The HTTP head limit is not 1 KiB to 1 MiB.");
    require(options.maxConnections > 0, "The number of connections is 0.");
    require(options.maxQueued >= 64U * 1024U, "The output limit of a connection is below 64 KiB.");
    require(isHttpError(options.missingCredentialStatus) && isHttpError(options.badCredentialStatus),
            "The status of a refusal is not 400 to 599.");
    require(std::isfinite(options.activity) && options.activity >= 0 && options.activity <= 100'000,
            "The activity rate is not 0 to 100,000 changes a second.");
    require(std::isfinite(options.replaySpeed) && options.replaySpeed >= 0,
            "The speed of the replay is below 0.");
}

} // namespace hpkv::emulator
