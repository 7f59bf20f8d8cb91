// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <map>
#include <optional>

namespace Studio
{

/// One line of the files of jobs: a JSON object whose members are texts, whole numbers, true, false or null.
/// Bytes go through unchanged: UTF-8 as a JSON string, anything else as Base64 under the member's name with
/// "64" behind it. Any thread.
class JobLine
{
public:
    JobLine &text(QByteArrayView name, QByteArrayView bytes);
    JobLine &optionalText(QByteArrayView name, const std::optional<QByteArray> &bytes); ///< null if empty
    JobLine &number(QByteArrayView name, qint64 value);
    JobLine &flag(QByteArrayView name, bool value);
    /// The object with a line feed behind it.
    QByteArray toLine() const;

    /// Nothing if `line` is not such an object.
    static std::optional<JobLine> fromLine(QByteArrayView line);

    bool has(QByteArrayView name) const;
    bool isNull(QByteArrayView name) const;
    /// Empty optional: not there, or not a text.
    std::optional<QByteArray> text(QByteArrayView name) const;
    std::optional<qint64> number(QByteArrayView name) const;
    bool flag(QByteArrayView name) const;

private:
    void add(QByteArrayView name, const QByteArray &source);
    const QByteArray *source(QByteArrayView name) const;

    QByteArray m_text; ///< what was built so far
    std::map<QByteArray, QByteArray> m_members; ///< source texts by name, of a line that was read
};

} // namespace Studio
