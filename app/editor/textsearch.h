// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/textedit.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <utility>

namespace Studio
{

/// What is looked for in a text, and what takes its place. Never by the editor component, whose regular
/// expressions crash on long lines. Any thread; takes any time, so beside the window's thread.
struct TextSearch {
    QString wanted;
    bool isRegex = false;
    bool matchCase = false;

    static constexpr qsizetype mostFound = 10'000;
    static constexpr qsizetype mostBytes = 256 * 1024 * 1024; ///< of a text with everything replaced

    struct Found {
        QList<std::pair<qsizetype, qsizetype>> ranges; ///< byte offset, length; none of them empty
        QString problem; ///< a sentence; empty if there is none
        bool isCut = false; ///< there are more than mostFound
    };
    Found find(const QByteArray &text, const std::atomic_bool &canceled) const;

    struct Replaced {
        TextEdit edit; ///< from the first place to the last
        int count = 0;
        QString problem;
    };
    /// Every place, or with `only` >= 0 the one that begins at this byte. In `replacement` of a regular
    /// expression \1 and $1 stand for what the first bracket found, \0 and $0 for all, \n and \t for a line
    /// break and a tabulator, \\ and $$ for themselves.
    Replaced replace(const QByteArray &text, const QString &replacement, qsizetype only,
                     const std::atomic_bool &canceled) const;
};

} // namespace Studio
