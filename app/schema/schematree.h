// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsontree.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QStringList>

#include <vector>

namespace Studio
{

/// The text of a schema, and which of its parts speak of which place of a value. Any thread.
class SchemaTree
{
public:
    /// `text` must be JSON.
    explicit SchemaTree(QByteArray text);
    SchemaTree(const SchemaTree &) = delete;
    SchemaTree &operator=(const SchemaTree &) = delete;

    const JsonTree &tree() const { return m_tree; }
    bool isObject() const { return m_tree.node(JsonTree::Root).kind == JsonTokenKind::ObjectBegin; }
    /// Whether a part of it refers to another document.
    bool refersElsewhere() const;
    /// Whether a part of it speaks of the same value by itself again and again, or on too long a way.
    bool isEndless() const;

    /// Names of members of the object at `pointer`, sorted.
    QStringList memberNames(QByteArrayView pointer) const;
    /// JSON texts that the value at `pointer` may be: those of enum and const, true, false and null. In the
    /// order of the schema.
    QList<QByteArray> values(QByteArrayView pointer) const;
    /// Words of "type" for the value at `pointer`, in the order of the schema.
    QStringList types(QByteArrayView pointer) const;

private:
    int member(int object, QByteArrayView name) const;
    bool isOwn(QByteArrayView document) const;
    int target(int reference) const;
    std::vector<int> sameValue(int schema) const;
    bool endsWithin(int schema, int steps, std::vector<quint8> &known) const;
    std::vector<int> partsAt(QByteArrayView pointer) const;
    void collect(int schema, int depth, std::vector<int> &parts) const;
    void stepInto(int schema, const QByteArray &token, std::vector<int> &next) const;

    QByteArray m_text;
    JsonTree m_tree;
};

} // namespace Studio
