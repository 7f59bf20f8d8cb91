// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/rangecolumn.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>

namespace Studio
{

class Session;

/// One cell being changed: works out the new value with as few bytes changed as possible and writes it over
/// the value that was shown, so that a change by somebody else is noticed. Knows no widgets. Window's thread.
class RangeEdit : public QObject
{
    Q_OBJECT

public:
    enum class Trouble : quint8 {
        None,
        NotJson, ///< the text is no JSON value; nothing was sent
        Missing, ///< the value has no such member any more
        Changed, ///< somebody else changed the record: nothing was written
        Refused, ///< certainly not carried out
        Unknown ///< it left, then the line was lost
    };

    RangeEdit(Session &session, QObject *parent);

    /// The text that the cell's field begins with; nothing if the cell cannot be changed in a field of one
    /// line.
    static std::optional<QString> textFor(const QByteArray &value, const RangeColumn &column);
    /// The value with the cell changed; nothing if that cannot be: then `*trouble` says why.
    static std::optional<QByteArray> changed(const QByteArray &value, const RangeColumn &column,
                                             const QByteArray &text, Trouble *trouble);

    /// finished() follows.
    void write(const QByteArray &key, const QByteArray &before, const QByteArray &after, bool confirmed);
    bool isWriting() const { return m_writing; }

    const QByteArray &key() const { return m_key; }
    Trouble trouble() const { return m_trouble; }
    const QString &errorText() const { return m_errorText; }
    /// With Trouble::Changed: what the store holds; nothing = the record was deleted.
    const std::optional<QByteArray> &actual() const { return m_actual; }

signals:
    void finished();

private:
    Session &m_session;
    QByteArray m_key;
    Trouble m_trouble = Trouble::None;
    QString m_errorText;
    std::optional<QByteArray> m_actual;
    bool m_writing = false;
};

} // namespace Studio
