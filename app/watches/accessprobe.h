// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

namespace Studio
{

class KeyspaceMirror;
class Session;

/// Finds out what a session's token may do by asking for known keys in the background lane. A token is never
/// decoded, and nothing is written to find out: one access pattern holds for reading and writing.
class AccessProbe : public QObject
{
    Q_OBJECT

public:
    enum class Verdict : quint8 {
        Waiting,
        Allowed, ///< the value was answered, or that there is none
        Refused, ///< 403
        Failed ///< anything else; says nothing about the token
    };
    struct Row {
        QByteArray key;
        Verdict verdict = Verdict::Waiting;
        QString problem; ///< Failed: why
    };

    explicit AccessProbe(Session &session, QObject *parent = nullptr);

    /// At most `most` known keys, from every part of the key space.
    static QList<QByteArray> sample(const KeyspaceMirror &mirror, qsizetype most);

    /// Asks for these keys too; those asked for already are asked for again.
    void probe(const QList<QByteArray> &keys);
    /// What has not been asked for stays Waiting.
    void cancel();

    const QList<Row> &rows() const { return m_rows; }
    bool isRunning() const { return m_underWay > 0; }
    qsizetype count(Verdict verdict) const;

signals:
    void rowAdded(int row);
    void rowChanged(int row);
    /// Nothing is under way any more.
    void finished();

private:
    void pump();
    int rowOf(const QByteArray &key) const;

    Session &m_session;
    QList<Row> m_rows;
    QList<QByteArray> m_queue;
    int m_underWay = 0;
};

} // namespace Studio
