// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/keyactions.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

#include <optional>

namespace Studio
{

struct AppContext;
class ReadOperation;
class Session;

/// Puts keys on the clipboard in the form that was asked for. Values that are not known for certain are read
/// first, in the interactive lane; a later wish takes the place of one that still reads.
class KeyCopier : public QObject
{
    Q_OBJECT

public:
    /// Values that are read for one copy at most.
    static constexpr int mostReads() { return 200; }

    KeyCopier(AppContext &app, Session &session, QObject *parent);

    void copy(const QList<QByteArray> &keys, KeyForm form);
    /// Straight to the clipboard.
    static void setText(const QByteArray &utf8);

    /// One JSON object over all records, in the order given: values that are JSON as they are, others as JSON
    /// strings. Pure.
    static QByteArray asJson(const QList<std::pair<QByteArray, QByteArray>> &records);

signals:
    /// The clipboard holds it.
    void copied();

private:
    void finish();
    void tell(const QString &title, const QString &text);

    AppContext &m_app;
    Session &m_session;
    QList<QByteArray> m_keys;
    KeyForm m_form = KeyForm::Key;
    QHash<QByteArray, std::optional<QByteArray>> m_values;
    int m_reading = 0;
    quint64 m_number = 0; ///< of the wish; reads of an earlier one do not count
    QString m_problem;
};

} // namespace Studio
