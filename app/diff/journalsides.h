// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/diffside.h"
#include "session/journalentry.h"

#include <QList>
#include <QObject>

namespace Studio
{

class Journal;

/// What the latest writes of one key found and left, as sides of a difference. Window's thread.
class JournalSides : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostWrites = 10;

    /// The journal outlives it.
    explicit JournalSides(Journal &journal, QObject *parent = nullptr);

    /// Reads those of `key`; changed() follows when there is something else than before.
    void load(const QByteArray &key);
    const QList<DiffSide> &sides() const { return m_sides; }

    /// The newest write first; a value that stands there already is left out.
    static QList<DiffSide> of(const QList<JournalEntry> &entries);

signals:
    void changed();

private:
    void read(qint64 below);
    void take(const JournalPage &page);

    Journal &m_journal;
    QByteArray m_key;
    QList<JournalEntry> m_found;
    QList<DiffSide> m_sides;
    int m_pages = 0;
    quint64 m_generation = 0; ///< answers of an earlier one are dropped
};

} // namespace Studio
