// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/journalentry.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace Studio
{

struct AppContext;

/// One row of the journal in full: what it was, how it ended, the values before and after, and what can be
/// done about it.
class JournalDetails : public QWidget
{
    Q_OBJECT

public:
    explicit JournalDetails(AppContext &app, QWidget *parent = nullptr);

    /// Nothing: no row is chosen.
    void show(const std::optional<JournalEntry> &entry);
    const std::optional<JournalEntry> &entry() const { return m_entry; }

    /// Longer values are shown up to here, and it is said.
    static constexpr qsizetype shownBytes = 32 * 1024;

private:
    struct Side {
        QWidget *place = nullptr;
        QLabel *caption = nullptr;
        QPlainTextEdit *text = nullptr;
    };
    Side addSide(const char *name);
    void fill(const Side &side, const QString &caption, const std::optional<QByteArray> &value,
              const QString &otherwise);

    AppContext &m_app;
    QLabel *m_title = nullptr;
    QLabel *m_meta = nullptr;
    Side m_before;
    Side m_after;
    std::optional<JournalEntry> m_entry;
};

} // namespace Studio
