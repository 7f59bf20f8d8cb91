// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/exactdecimal.h"
#include "json/jsonpointer.h"
#include "json/jsontree.h"

#include <valijson/internal/adapter.hpp>
#include <valijson/internal/basic_adapter.hpp>
#include <valijson/internal/frozen_value.hpp>
#include <valijson/validation_results.hpp>

#include <QByteArray>

#include <atomic>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

namespace Studio::SchemaAdapter
{

/// In front of a keyword that the library must not take for its own.
inline constexpr char OurMark = '\x01';

/// Thrown out of the library when nobody waits for the answer any more, or enough was found.
struct Stopped {
};

/// What one validation looks at.
struct Source {
    const JsonTree &tree;
    const std::atomic_bool *canceled = nullptr;
    const valijson::ValidationResults *results = nullptr;
    size_t mostResults = 0;
    bool isSchema = false; ///< see Object::find()

    /// Called wherever the library goes on to another value.
    void goOn() const
    {
        if ((canceled && *canceled) || (results && results->numErrors() > mostResults))
            throw Stopped();
    }
};

class Array;
class Object;

/// One value of a JsonTree, as valijson reads values.
class Value
{
public:
    Value() = default;
    Value(const Source *source, int node)
        : m_source(source)
        , m_node(node)
    {
    }

    valijson::adapters::FrozenValue *freeze() const;
    opt::optional<Array> getArrayOptional() const;
    opt::optional<Object> getObjectOptional() const;
    bool getArraySize(size_t &size) const { return isArray() && getSize(size); }
    bool getObjectSize(size_t &size) const { return isObject() && getSize(size); }
    bool getBool(bool &value) const
    {
        value = kind() == JsonTokenKind::True;
        return isBool();
    }
    bool getDouble(double &value) const
    {
        // Too many digits, or too large a number, are the nearest that there is.
        value = text().toDouble();
        return isNumber();
    }
    bool getInteger(int64_t &value) const;
    bool getString(std::string &value) const
    {
        if (isString())
            value = unescapedJsonString(text()).toStdString();
        return isString();
    }
    static bool hasStrictTypes() { return true; }
    bool isArray() const { return kind() == JsonTokenKind::ArrayBegin; }
    bool isObject() const { return kind() == JsonTokenKind::ObjectBegin; }
    bool isBool() const { return kind() == JsonTokenKind::True || kind() == JsonTokenKind::False; }
    bool isNull() const { return kind() == JsonTokenKind::Null; }
    bool isString() const { return kind() == JsonTokenKind::String; }
    bool isNumber() const { return kind() == JsonTokenKind::Number; }
    /// 1.0 and 1e3 are integers, too, as draft 7 has it.
    bool isInteger() const;
    /// Whether the library is to take it as a double: all that does not fit into 64 bits as it is written.
    bool isDouble() const
    {
        int64_t value = 0;
        return isNumber() && !getInteger(value);
    }

private:
    JsonTokenKind kind() const { return m_source->tree.node(m_node).kind; }
    QByteArrayView text() const { return m_source->tree.source(m_node); }
    bool getSize(size_t &size) const
    {
        size = size_t(m_source->tree.childCount(m_node));
        return true;
    }

    const Source *m_source = nullptr;
    int m_node = 0;
};

class Adapter;
using Member = std::pair<std::string, Adapter>;

/// Goes along the children of one value; what it stands for is made at each look. `Item` is an element or a
/// member.
template <typename Item>
class Iterator
{
public:
    using iterator_category = std::bidirectional_iterator_tag;
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using pointer = Item *;
    using reference = Item;

    Iterator(const Source *source, int parent, int node)
        : m_source(source)
        , m_parent(parent)
        , m_node(node)
    {
    }

    Item operator*() const;
    valijson::adapters::DerefProxy<Item> operator->() const
    {
        return valijson::adapters::DerefProxy<Item>(**this);
    }
    bool operator==(const Iterator &other) const { return m_node == other.m_node; }
    bool operator!=(const Iterator &other) const { return m_node != other.m_node; }
    Iterator &operator++()
    {
        m_source->goOn();
        m_node = m_source->tree.node(m_node).next;
        return *this;
    }
    Iterator operator++(int)
    {
        Iterator before = *this;
        ++*this;
        return before;
    }
    Iterator &operator--()
    {
        const JsonTree &tree = m_source->tree;
        int at = tree.node(m_parent).firstChild;
        while (at >= 0 && tree.node(at).next != m_node)
            at = tree.node(at).next;
        m_node = at;
        return *this;
    }
    void advance(std::ptrdiff_t count)
    {
        for (; count > 0; --count)
            ++*this;
    }

private:
    const Source *m_source;
    int m_parent;
    int m_node; ///< -1: behind the last one
};

class Array
{
public:
    using iterator = Iterator<Adapter>;
    using const_iterator = iterator;

    Array() = default;
    Array(const Source *source, int node)
        : m_source(source)
        , m_node(node)
    {
    }
    iterator begin() const
    {
        return {m_source, m_node, m_source ? m_source->tree.node(m_node).firstChild : -1};
    }
    iterator end() const { return {m_source, m_node, -1}; }
    size_t size() const { return m_source ? size_t(m_source->tree.childCount(m_node)) : 0; }

private:
    const Source *m_source = nullptr;
    int m_node = -1;
};

class Object
{
public:
    using iterator = Iterator<Member>;
    using const_iterator = iterator;

    Object() = default;
    Object(const Source *source, int node)
        : m_source(source)
        , m_node(node)
    {
    }
    iterator begin() const
    {
        return {m_source, m_node, m_source ? m_source->tree.node(m_node).firstChild : -1};
    }
    iterator end() const { return {m_source, m_node, -1}; }
    iterator find(const std::string &name) const
    {
        if (!m_source)
            return end();
        m_source->goOn();
        const QByteArrayView wanted(name.data(), qsizetype(name.size()));
        return {m_source, m_node,
                m_source->isSchema ? findKeyword(wanted) : m_source->tree.member(m_node, wanted)};
    }
    size_t size() const { return m_source ? size_t(m_source->tree.childCount(m_node)) : 0; }

private:
    /// The library would check patterns and formats with expressions that recurse as deep as a string is long
    /// and may never end. It does not see them; our own constraints (textrules.h) see them under another
    /// name.
    int findKeyword(QByteArrayView name) const
    {
        const bool isOurs = name.startsWith(OurMark);
        const QByteArrayView plain = isOurs ? name.sliced(1) : name;
        const int node = m_source->tree.member(m_node, plain);
        const bool isTextRule = (plain == "pattern" || plain == "format") && node >= 0
                             && m_source->tree.node(node).kind == JsonTokenKind::String;
        return isOurs == isTextRule ? node : -1;
    }

    const Source *m_source = nullptr;
    int m_node = -1;
};

class Adapter : public valijson::adapters::BasicAdapter<Adapter, Array, Member, Object, Value>
{
public:
    Adapter(const Source *source, int node)
        : BasicAdapter(Value(source, node))
    {
    }
    explicit Adapter(const Source &source)
        : Adapter(&source, JsonTree::Root)
    {
    }
};

/// A value with a text of its own.
class Frozen : public valijson::adapters::FrozenValue
{
public:
    explicit Frozen(QByteArray text)
        : m_text(std::move(text))
        , m_tree(*JsonTree::parse(m_text))
        , m_source{m_tree}
    {
    }
    FrozenValue *clone() const override { return new Frozen(m_text); }
    bool equalTo(const valijson::adapters::Adapter &other, bool strict) const override
    {
        return Adapter(&m_source, JsonTree::Root).equalTo(other, strict);
    }

private:
    QByteArray m_text;
    JsonTree m_tree;
    Source m_source;
};

template <>
inline Adapter Iterator<Adapter>::operator*() const
{
    return {m_source, m_node};
}

template <>
inline Member Iterator<Member>::operator*() const
{
    return {unescapedJsonString(m_source->tree.name(m_node)).toStdString(), Adapter(m_source, m_node)};
}

inline bool Value::isInteger() const
{
    int64_t value = 0;
    if (!isNumber() || getInteger(value))
        return isNumber();
    const auto number = ExactDecimal::fromJson(text());
    return number && number->digits().size() <= number->magnitude();
}

inline bool Value::getInteger(int64_t &value) const
{
    constexpr qint64 mostDigits = 19;
    if (!isNumber())
        return false;
    bool fits = false;
    value = text().toLongLong(&fits);
    if (fits)
        return true;
    // 1.0, 1e3
    const auto number = ExactDecimal::fromJson(text());
    if (!number || number->magnitude() > mostDigits || number->digits().size() > number->magnitude())
        return false;
    value = number->toJson().toLongLong(&fits);
    return fits;
}

inline valijson::adapters::FrozenValue *Value::freeze() const
{
    return new Frozen(text().toByteArray());
}

inline opt::optional<Array> Value::getArrayOptional() const
{
    return isArray() ? opt::optional<Array>(Array(m_source, m_node)) : opt::nullopt;
}

inline opt::optional<Object> Value::getObjectOptional() const
{
    return isObject() ? opt::optional<Object>(Object(m_source, m_node)) : opt::nullopt;
}

} // namespace Studio::SchemaAdapter

template <>
struct valijson::adapters::AdapterTraits<Studio::SchemaAdapter::Adapter> {
    using DocumentType = Studio::SchemaAdapter::Source;
    static std::string adapterName() { return "JsonTree"; }
};
