// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/profilejson.h"

#include <QJsonArray>
#include <QJsonValue>

#include <array>

namespace Studio
{

namespace
{

template <typename Enum>
struct Name {
    Enum value;
    QLatin1StringView text;
};

constexpr std::array credentialNames{
    Name<CredentialKind>{CredentialKind::ApiKey, QLatin1StringView("apiKey")},
    Name<CredentialKind>{CredentialKind::Token, QLatin1StringView("token")}};
constexpr std::array proxyNames{Name<ProxyMode>{ProxyMode::System, QLatin1StringView("system")},
                                Name<ProxyMode>{ProxyMode::None, QLatin1StringView("none")},
                                Name<ProxyMode>{ProxyMode::Http, QLatin1StringView("http")},
                                Name<ProxyMode>{ProxyMode::Socks5, QLatin1StringView("socks5")}};
constexpr std::array safetyNames{Name<SafetyLevel>{SafetyLevel::ReadOnly, QLatin1StringView("readOnly")},
                                 Name<SafetyLevel>{SafetyLevel::Confirm, QLatin1StringView("confirm")},
                                 Name<SafetyLevel>{SafetyLevel::Free, QLatin1StringView("free")}};

template <typename Names, typename Enum>
QString nameOf(const Names &names, Enum value)
{
    for (const auto &name : names) {
        if (name.value == value)
            return name.text;
    }
    return names.front().text;
}

template <typename Names, typename Enum>
Enum valueOf(const Names &names, const QString &text, Enum fallback)
{
    for (const auto &name : names) {
        if (name.text == text)
            return name.value;
    }
    return fallback;
}

QJsonValue bytesToJson(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesFromJson(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QStringList separatorsFromJson(const QJsonObject &object)
{
    QStringList separators;
    for (const auto &separator : object.value(u"separators").toArray()) {
        if (!separator.toString().isEmpty() && !separators.contains(separator.toString()))
            separators.append(separator.toString());
    }
    if (!separators.isEmpty())
        return separators;
    // Earlier versions knew one only.
    const QString single = object.value(u"separator").toString();
    return single.isEmpty() ? Profile().separators : QStringList{single};
}

} // namespace

QJsonObject profileToJson(const Profile &profile)
{
    QJsonArray prefixes;
    for (const QByteArray &prefix : profile.prefixes)
        prefixes.append(bytesToJson(prefix));
    return {{u"id"_qs, profile.id},
            {u"name"_qs, profile.name},
            {u"baseUrl"_qs, profile.baseUrl.toString()},
            {u"credential"_qs, nameOf(credentialNames, profile.credential)},
            {u"prefixes"_qs, prefixes},
            {u"requestsPerSecond"_qs, profile.requestsPerSecond},
            {u"maxKeySize"_qs, profile.maxKeySize},
            {u"maxValueSize"_qs, profile.maxValueSize},
            {u"proxy"_qs, nameOf(proxyNames, profile.proxyMode)},
            {u"proxyHost"_qs, profile.proxyHost},
            {u"proxyPort"_qs, profile.proxyPort},
            {u"caFile"_qs, profile.caFile},
            {u"safety"_qs, nameOf(safetyNames, profile.safety)},
            {u"color"_qs, profile.color},
            {u"separators"_qs, QJsonArray::fromStringList(profile.separators)},
            {u"rememberSecret"_qs, profile.rememberSecret},
            {u"secretInPlainFile"_qs, profile.secretInPlainFile},
            {u"lastOpened"_qs, profile.lastOpened}};
}

std::optional<Profile> profileFromJson(const QJsonObject &object)
{
    const Profile standard;
    Profile profile;
    profile.id = object.value(u"id").toString();
    if (profile.id.isEmpty())
        return {};
    profile.name = object.value(u"name").toString();
    profile.baseUrl = QUrl(object.value(u"baseUrl").toString());
    profile.credential =
        valueOf(credentialNames, object.value(u"credential").toString(), standard.credential);
    for (const auto &prefix : object.value(u"prefixes").toArray()) {
        const QByteArray bytes = bytesFromJson(prefix);
        if (!bytes.isEmpty())
            profile.prefixes.append(bytes);
    }
    profile.requestsPerSecond = qMax(0, object.value(u"requestsPerSecond").toInt(standard.requestsPerSecond));
    profile.maxKeySize = qMax(0, object.value(u"maxKeySize").toInt());
    profile.maxValueSize = qMax(0, object.value(u"maxValueSize").toInt());
    profile.proxyMode = valueOf(proxyNames, object.value(u"proxy").toString(), standard.proxyMode);
    profile.proxyHost = object.value(u"proxyHost").toString();
    profile.proxyPort = qBound(0, object.value(u"proxyPort").toInt(), 65535);
    profile.caFile = object.value(u"caFile").toString();
    // A level that is damaged or unknown must not open what was closed.
    const QJsonValue safety = object.value(u"safety");
    profile.safety = safety.isUndefined() ? standard.safety
                                          : valueOf(safetyNames, safety.toString(), SafetyLevel::ReadOnly);
    profile.color = object.value(u"color").toString();
    profile.separators = separatorsFromJson(object);
    profile.rememberSecret = object.value(u"rememberSecret").toBool(standard.rememberSecret);
    profile.secretInPlainFile = object.value(u"secretInPlainFile").toBool(standard.secretInPlainFile);
    profile.lastOpened = object.value(u"lastOpened").toInteger();
    return profile;
}

} // namespace Studio
