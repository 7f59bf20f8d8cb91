// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonscanner.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>

#include <array>
#include <vector>

namespace Studio
{

/// Which members many JSON values have, learnt from one after another: for suggested columns and for
/// statistics. Memory is bounded by the limits below, whatever the values hold. One thread at a time; a copy
/// may be looked at elsewhere.
class MemberSurvey
{
public:
    enum class Type : quint8 { Object, Array, String, Number, Boolean, Null };
    static constexpr int TypeCount = 6;

    struct Limits {
        int members = 2000; ///< different places; further ones are only counted
        int depth = 12; ///< what is nested deeper is not looked into
        int nameBytes = 512; ///< members with longer names are not looked into
        int examples = 3; ///< different ones for each place
        int exampleBytes = 64; ///< source text; longer ones are cut
        int numberBytes = 256; ///< longer numbers take no part in smallest and largest
    };

    /// What was seen at one place.
    struct Member {
        QByteArray pointer; ///< JSON Pointer; elements of an array are all named `*`
        bool isInArray = false; ///< there is a `*` for elements in it, so that it is no pointer for a column
        int depth = 0; ///< 0 = the whole value
        qint64 records = 0; ///< values that have it
        qint64 occurrences = 0; ///< more than `records` inside arrays and with duplicate members
        std::array<qint64, TypeCount> types{}; ///< occurrences of each Type
        QByteArray smallest; ///< number, as it was written; empty = none
        QByteArray largest;
        qint64 shortest = -1; ///< bytes of strings, as written and without quotes; -1 = none
        qint64 longest = -1;
        QList<QByteArray> examples; ///< source texts of scalars; UTF-8, cut ones end with …

        qint64 count(Type type) const { return types[size_t(type)]; }
        qint64 scalars() const { return occurrences - count(Type::Object) - count(Type::Array); }
    };

    MemberSurvey()
        : MemberSurvey(Limits())
    {
    }
    explicit MemberSurvey(const Limits &limits);

    /// Takes in one value. False, and only counted, if it is not JSON. Linear, no recursion.
    bool add(QByteArrayView value);

    qint64 records() const { return m_records; } ///< taken in, those that are not JSON left out
    qint64 notJson() const { return m_notJson; }
    qint64 leftOut() const { return m_leftOut; } ///< occurrences at places that the limits leave out

    /// All places, parents before their members, members in the order in which they were first seen.
    QList<Member> members() const;
    /// Pointers of scalar members worth a column, best first: those that most records have, then the ones
    /// nearer to the top, then in the order of the documents. None that less than `share` (0 to 1) of the
    /// records have.
    QList<QByteArray> suggestedColumns(int max, double share = 0.1) const;

private:
    struct Node {
        int parent = -1;
        qint64 lastRecord = -1;
        QHash<QByteArray, int> members; ///< by name, without escapes
        int element = -1; ///< node of all elements
        Member seen;
    };

    int child(int parent, QByteArrayView nameToken);
    int element(int parent);
    int create(int parent, const QByteArray &token, bool inArray);
    void see(int node, const JsonToken &token, QByteArrayView text);
    void seeNumber(Node &node, QByteArrayView source);
    void seeExample(Member &member, QByteArrayView source) const;

    Limits m_limits;
    std::vector<Node> m_nodes;
    qint64 m_records = 0;
    qint64 m_notJson = 0;
    qint64 m_leftOut = 0;
};

} // namespace Studio
