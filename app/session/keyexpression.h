// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QRegularExpression>
#include <QString>

namespace Studio
{

/// A regular expression over keys as the server reads it: ECMAScript's dialect, searched for (not anchored),
/// `$` is the very end of the key. What the two dialects read differently is translated by hand or refused,
/// so that what matches here matches there. Pure; copies may be used in several threads.
class KeyExpression
{
public:
    KeyExpression() = default; ///< matches nothing
    explicit KeyExpression(const QString &text);

    bool isValid() const { return m_error.isEmpty(); }
    /// What is wrong, as a sentence.
    QString error() const { return m_error; }
    /// An expression that runs wild gives up on a key: no match.
    bool matches(QByteArrayView key) const;

private:
    QRegularExpression m_expression;
    QString m_error;
    bool m_ready = false;
};

} // namespace Studio
