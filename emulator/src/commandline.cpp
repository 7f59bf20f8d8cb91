// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "commandline.h"

#include <hpkv/emulator/version.h>

#include <CLI/CLI.hpp>

#include <charconv>
#include <iostream>
#include <map>
#include <stdexcept>

namespace hpkv::emulator
{

namespace
{

template <class Enum>
void addSwitch(CLI::App &app, const std::string &name, Enum &value,
               const std::map<std::string, Enum> &choices, const std::string &what)
{
    std::string names;
    std::string preset;
    for (const auto &[text, choice] : choices) {
        names += (names.empty() ? "" : ", ") + text;
        if (choice == value)
            preset = text;
    }
    app.add_option(name, value, what + " (" + names + "; default " + preset + ")")
        ->transform(CLI::CheckedTransformer(choices).description(""))
        ->type_name("")
        ->group("Undocumented points");
}

void addServing(CLI::App &app, Options &options)
{
    app.add_option("--host", options.host, "Address to listen on; only this machine unless given")
        ->capture_default_str();
    app.add_option("--port", options.port, "Port, 0 = any free one")->capture_default_str();
    app.add_option_function<std::vector<std::string>>(
           "--api-key",
           [&options](const std::vector<std::string> &texts) {
               for (const auto &text : texts) {
                   try {
                       options.apiKeys.push_back(parseApiKey(text));
                   } catch (const std::invalid_argument &problem) {
                       throw CLI::ValidationError("--api-key", problem.what());
                   }
               }
           },
           "API key that is accepted; rate=N limits it to N requests a second, ro makes it read-only. "
           "Repeatable; "
           "without any, demo is accepted")
        ->type_name("KEY[,rate=N][,ro]")
        ->type_size(1)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->delimiter('\0');
    app.add_option("--rate-limit", options.rateLimit,
                   "Requests a second for keys without a rate of their own, 0 = none")
        ->capture_default_str();
    app.add_option("--tls-cert", options.tlsCertificate, "Certificate chain (PEM): serve TLS")
        ->type_name("FILE");
    app.add_option("--tls-key", options.tlsKey, "Key of the certificate (PEM)")->type_name("FILE");
    app.add_option_function<double>(
           "--token-lifetime",
           [&options](double seconds) {
               if (!(seconds > 0 && seconds <= 1e9))
                   throw CLI::ValidationError("--token-lifetime", "must be above 0");
               options.tokenLifetime = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
           },
           "Seconds that a token is good for (default 7200)")
        ->type_name("SECONDS");
}

void addStorage(CLI::App &app, Options &options)
{
    app.add_option("--data", options.dataFile, "Keep records in this file; else they live in memory")
        ->type_name("FILE");
    app.add_option("--sync", options.sync,
                   "What a reply of success outlives with --data: normal = kill -9, full = a "
                   "power cut too (default normal)")
        ->transform(CLI::CheckedTransformer(std::map<std::string, SyncMode>{{"normal", SyncMode::Normal},
                                                                            {"full", SyncMode::Full}})
                        .description(""))
        ->type_name("");
    app.add_flag("--seed-demo", options.seedDemo, "Fill an empty store with the demo shop");
    app.add_option("--seed-keys", options.seedKeys, "Fill an empty store with this many generated keys")
        ->type_name("N");
    app.add_option("--activity", options.activity, "Changes a second to the demo data, 0 = none")
        ->type_name("RATE");
    app.add_option("--activity-seed", options.activitySeed,
                   "Make the same changes each time; 0 = different ones");
    app.add_option("--replay", options.replayFile,
                   "Write the changes of this recording (JSON Lines, as HPKV Studio exports its history)")
        ->type_name("FILE");
    app.add_option("--replay-speed", options.replaySpeed,
                   "So many times as fast as they were recorded; 0 = as fast as it goes (default 1)")
        ->type_name("X");
    app.add_option("--max-key", options.maxKey, "Largest key in bytes")->capture_default_str();
    app.add_option("--max-value", options.maxValue, "Largest value in bytes")->capture_default_str();
    app.add_option("--max-head", options.maxHead, "Largest HTTP head in bytes")->capture_default_str();
    app.add_option("--max-connections", options.maxConnections, "Most connections at once")
        ->capture_default_str();
    app.add_option("--max-queued", options.maxQueued,
                   "Bytes that may wait for a connection that does not read before it is closed with 1013")
        ->capture_default_str();
    app.add_option("--max-range-reply", options.maxRangeReply, "Bytes of records in one range reply")
        ->capture_default_str();
    app.add_option("--max-token-patterns", options.maxTokenPatterns,
                   "Most subscriptions of one token, 0 = any number")
        ->capture_default_str();
}

void addSwitches(CLI::App &app, Options &options)
{
    const std::string group = "Undocumented points";
    app.add_option("--missing-credential-status", options.missingCredentialStatus,
                   "HTTP status at the upgrade")
        ->capture_default_str()
        ->group(group);
    app.add_option("--bad-credential-status", options.badCredentialStatus, "HTTP status at the upgrade")
        ->capture_default_str()
        ->group(group);
    addSwitch(app, "--no-access-pattern", options.noAccessPattern,
              {{"deny-all", NoAccessPattern::DenyAll}, {"allow-all", NoAccessPattern::AllowAll}},
              "What a token without accessPattern may do");
    addSwitch(app, "--token-range", options.tokenRange,
              {{"check-ends", TokenRange::CheckEnds}, {"filter-only", TokenRange::FilterOnly}},
              "Range through a token: both ends must match, or records are filtered only");
    addSwitch(app, "--patch-non-object", options.patchNonObject,
              {{"append", PatchNonObject::Append}, {"refuse", PatchNonObject::Refuse}},
              "Patch when not both are JSON objects");
    addSwitch(app, "--patch-empty-member", options.patchEmptyMember,
              {{"store", PatchEmptyMember::Store}, {"remove", PatchEmptyMember::Remove}},
              "Members \"\", {} and [] of a patch");
    addSwitch(app, "--patch-notification", options.patchNotification,
              {{"sent", PatchNotification::SentText}, {"merged", PatchNotification::MergedValue}},
              "Value in the notification of a patch");
    addSwitch(app, "--own-writes", options.ownWrites,
              {{"notify", OwnWrites::Notify}, {"skip", OwnWrites::Skip}},
              "Whether a writer hears of its own writes");
    addSwitch(app, "--counter-value", options.counterValue,
              {{"text", CounterValue::Text}, {"number", CounterValue::Number}},
              "How get and range give a counter");
    addSwitch(app, "--own-notification", options.ownNotificationOrder,
              {{"reply-first", OwnNotificationOrder::ReplyFirst},
               {"notification-first", OwnNotificationOrder::NotificationFirst}},
              "Order of a reply and the notification of the same write");
    addSwitch(app, "--token-expiry", options.tokenExpiry,
              {{"close", TokenExpiry::Close1008}, {"refuse", TokenExpiry::Refuse403}},
              "What an expired token does to an open connection: close 1008, or 403 replies");
    addSwitch(app, "--query-decoding", options.queryDecoding,
              {{"once", QueryDecoding::Once}, {"twice", QueryDecoding::Twice}},
              "How often keys in the query of GET /records are decoded");
    addSwitch(app, "--reply-writes", options.replyWrites,
              {{"each", ReplyWrites::Each}, {"gathered", ReplyWrites::Gathered}},
              "Replies leave in a write of their own each, or together with those that wait");
    app.add_flag_callback(
           "--no-message", [&options] { options.messageInReplies = false; },
           "Leave message out of replies to writes")
        ->group(group);
    app.add_flag_callback(
           "--no-key", [&options] { options.keyInReplies = false; },
           "Leave key out of replies (get keeps it)")
        ->group(group);
    app.add_flag_callback(
           "--no-timestamp", [&options] { options.timestampInNotifications = false; },
           "Leave timestamp out of notifications")
        ->group(group);
}

} // namespace

ApiKey parseApiKey(const std::string &text)
{
    ApiKey key;
    std::size_t begin = 0;
    for (int part = 0;; ++part) {
        const std::size_t comma = text.find(',', begin);
        const std::string item = text.substr(begin, comma == std::string::npos ? comma : comma - begin);
        if (part == 0) {
            key.key = item;
        } else if (item == "ro") {
            key.readOnly = true;
        } else if (item.starts_with("rate=")) {
            const char *const end = item.data() + item.size();
            const auto [stopped, error] = std::from_chars(item.data() + 5, end, key.rate);
            if (error != std::errc() || stopped != end || !(key.rate > 0))
                throw std::invalid_argument("rate must be a number above 0");
        } else {
            throw std::invalid_argument("only rate=N and ro may follow the key");
        }
        if (comma == std::string::npos)
            break;
        begin = comma + 1;
    }
    if (key.key.empty())
        throw std::invalid_argument("the key is empty");
    return key;
}

CommandLine readCommandLine(int argc, char **argv)
{
    CommandLine line;
    CLI::App app("A stand-in for HPKV on this machine: WebSocket, tokens and REST on one port.\n"
                 "When it listens it prints one line of JSON with its addresses. SIGINT and SIGTERM end it.",
                 "hpkv-emulator");
    app.set_version_flag("--version", std::string("hpkv-emulator ") + version);
    addServing(app, line.options);
    addStorage(app, line.options);
    addSwitches(app, line.options);
    app.add_flag("--log", line.log, "Tell on standard error what happens");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &problem) {
        line.exitCode = app.exit(problem, std::cout, std::cerr) == 0 ? 0 : 2;
        return line;
    }
    if (line.options.apiKeys.empty())
        line.options.apiKeys.emplace_back("demo");
    return line;
}

} // namespace hpkv::emulator
