// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <atomic>
#include <vector>

namespace Studio
{

/// How two values are laid against each other.
enum class DiffForm : quint8 {
    Members, ///< both are JSON objects or arrays: indented, members of one name beside one another
    Lines, ///< the texts as they are
    Bytes ///< one of them is no text: rows of bytes in hexadecimal digits
};

enum class DiffState : quint8 {
    Different,
    Same, ///< byte for byte
    SpaceOnly, ///< nothing but white space differs
    OrderOnly ///< JSON: nothing but white space and the order of members
};

/// Text as lines without their breaks.
class DiffText
{
public:
    void addLine(QByteArrayView line)
    {
        m_text += line;
        m_ends.push_back(m_text.size());
    }
    int lineCount() const { return int(m_ends.size()); }
    QByteArrayView line(int index) const
    {
        const qsizetype start = index > 0 ? m_ends[size_t(index) - 1] : 0;
        return QByteArrayView(m_text).sliced(start, m_ends[size_t(index)] - start);
    }

private:
    QByteArray m_text;
    std::vector<qsizetype> m_ends;
};

/// Two lines beside one another, None where a side has none.
struct DiffRow {
    static constexpr int None = -1;
    int before = None;
    int after = None;
    bool isChanged = false;
};

/// What differs within a line, in bytes.
struct DiffSpan {
    int line = 0;
    qsizetype from = 0;
    qsizetype length = 0;
    bool operator==(const DiffSpan &) const = default;
};

/// What a person counts as one change and goes to: a stretch of rows.
struct DiffChange {
    int row = 0;
    int rows = 0;
    QByteArray pointer; ///< Members: of the member
    bool operator==(const DiffChange &) const = default;
};

struct Difference {
    DiffForm form = DiffForm::Lines;
    DiffState state = DiffState::Same;
    bool hasMembers = false; ///< DiffForm::Members is possible
    bool isJson = false; ///< the lines are those of JSON texts
    DiffText before;
    DiffText after;
    std::vector<DiffRow> rows; ///< each line of both sides once, in order
    std::vector<DiffSpan> beforeLit; ///< in order of lines
    std::vector<DiffSpan> afterLit;
    std::vector<DiffChange> changes;
};

/// How the thread that works it out hears and tells.
struct DiffRun {
    const std::atomic_bool *canceled = nullptr;
    std::atomic_int *percent = nullptr;

    bool isCanceled() const { return canceled && *canceled; }
    void tell(int done) const
    {
        if (percent)
            *percent = done;
    }
};

/// In the form that is wanted, if that is possible; otherwise by line, or by bytes where one of the two is no
/// text. By member, white space, line breaks and the order of members are no difference, how a number or a
/// string is written is one. Ends early, with any answer, once it is cancelled. Any thread.
Difference compareValues(QByteArrayView before, QByteArrayView after, DiffForm wanted,
                         const DiffRun &run = {});

} // namespace Studio
