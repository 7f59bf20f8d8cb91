// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <string>
#include <string_view>

/// Short ways between the emulator's bytes and what QtTest compares.
namespace Json
{

inline QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// An empty object if it is none.
inline QJsonObject object(const std::string &text)
{
    return QJsonDocument::fromJson(bytes(text)).object();
}

inline std::string quoted(const std::string &text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            static const char *const hex = "0123456789abcdef";
            out += std::string("\\u00") + hex[static_cast<unsigned char>(c) >> 4U] + hex[c & 15];
        } else {
            out += c;
        }
    }
    return out + '"';
}

/// A request frame; `value` is put in as it stands (JSON), `key` as text.
inline std::string request(int op, const std::string &key, const std::string &value = {}, int id = 1)
{
    std::string text = "{\"op\":" + std::to_string(op) + ",\"key\":" + quoted(key);
    if (!value.empty())
        text += ",\"value\":" + value;
    return text + ",\"messageId\":" + std::to_string(id) + '}';
}

inline std::string set(const std::string &key, const std::string &value, int id = 1)
{
    return request(2, key, quoted(value), id);
}

inline std::string range(const std::string &from, const std::string &to, const std::string &limit = {},
                         int id = 1)
{
    return "{\"op\":5,\"key\":" + quoted(from) + ",\"endKey\":" + quoted(to)
         + (limit.empty() ? std::string() : ",\"limit\":" + limit) + ",\"messageId\":" + std::to_string(id)
         + '}';
}

inline int code(const std::string &reply)
{
    return object(reply).value(QLatin1StringView("code")).toInt();
}

inline QString value(const std::string &reply)
{
    return object(reply).value(QLatin1StringView("value")).toString();
}

inline QString error(const std::string &reply)
{
    return object(reply).value(QLatin1StringView("error")).toString();
}

inline QString key(const std::string &reply)
{
    return object(reply).value(QLatin1StringView("key")).toString();
}

} // namespace Json
