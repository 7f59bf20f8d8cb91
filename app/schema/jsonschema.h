// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <atomic>
#include <memory>

namespace Studio
{

/// What a schema says against one value inside a text.
struct SchemaProblem {
    QByteArray pointer; ///< of the value
    qsizetype offset = 0; ///< its place in the text: that of the name of a member, if it is one
    qsizetype length = 0;
    QString sentence;
    bool operator==(const SchemaProblem &) const = default;
};

/// A JSON Schema (what draft 7 has in common with valijson; "pattern" and "format" are checked by our own
/// rules). Never fetches anything: a schema that refers to another document is refused. Numbers are compared
/// as doubles, as the library does; what is shown and saved is untouched by that.
///
/// Copies share their data. Any thread; several threads may use one schema at the same time.
class JsonSchema
{
public:
    JsonSchema() = default; ///< allows everything
    /// See error() for what is wrong with it.
    static JsonSchema parse(const QByteArray &text);

    bool isValid() const { return d != nullptr; }
    const QString &error() const { return m_error; } ///< a sentence; empty if there is none

    struct Answer {
        QList<SchemaProblem> problems; ///< in the order of the text
        QString note; ///< why it was not checked; empty if it was
    };
    /// At most `most` problems of a value that is JSON; few of them, and any of them, if `canceled`
    /// meanwhile. The library works as deep as the text: one deeper than 100 levels is not checked.
    Answer check(const QByteArray &value, int most, const std::atomic_bool *canceled = nullptr) const;

    /// Names that the schema has for members of the object at `pointer`, sorted.
    QStringList memberNames(QByteArrayView pointer) const;
    /// The values (JSON texts) that it lists for the place `pointer`.
    QList<QByteArray> values(QByteArrayView pointer) const;

private:
    struct Data;
    std::shared_ptr<const Data> d;
    QString m_error;
};

} // namespace Studio
