// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/keyspacemirror.h"

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <memory>
#include <vector>

namespace Studio
{

/// Goes through sorted keys. Good until they change.
class KeyCursor
{
public:
    virtual ~KeyCursor() = default;
    virtual void seek(QByteArrayView key) = 0; ///< to the first key that is not less
    virtual bool atEnd() const = 0;
    virtual QByteArrayView key() const = 0;
    virtual void next() = 0;
};

/// The keys a tree is made of: all known ones, or those that match a filter.
class KeySource
{
public:
    virtual ~KeySource() = default;
    virtual std::unique_ptr<KeyCursor> cursor() const = 0;
    virtual qint64 countWithPrefix(const QByteArray &prefix) const = 0;
    virtual bool contains(const QByteArray &key) const = 0;
};

/// All keys of the mirror.
class MirrorKeys : public KeySource
{
public:
    explicit MirrorKeys(const KeyspaceMirror &mirror)
        : m_mirror(mirror)
    {
    }
    std::unique_ptr<KeyCursor> cursor() const override { return std::make_unique<Cursor>(m_mirror); }
    qint64 countWithPrefix(const QByteArray &prefix) const override
    {
        return m_mirror.countWithPrefix(prefix);
    }
    bool contains(const QByteArray &key) const override { return m_mirror.isKnown(key); }

private:
    class Cursor : public KeyCursor
    {
    public:
        explicit Cursor(const KeyspaceMirror &mirror)
            : m_mirror(mirror)
        {
        }
        void seek(QByteArrayView key) override { m_at = m_mirror.lowerBound(key); }
        bool atEnd() const override { return m_mirror.isEnd(m_at); }
        QByteArrayView key() const override { return m_mirror.keyAt(m_at); }
        void next() override { m_mirror.advance(m_at); }

    private:
        const KeyspaceMirror &m_mirror;
        KeyspaceMirror::Position m_at;
    };

    const KeyspaceMirror &m_mirror;
};

/// A sorted list of keys that it owns.
class ListedKeys : public KeySource
{
public:
    std::vector<QByteArray> keys; ///< sorted, without duplicates

    std::unique_ptr<KeyCursor> cursor() const override { return std::make_unique<Cursor>(keys); }
    qint64 countWithPrefix(const QByteArray &prefix) const override
    {
        const Stretch stretch = CoverageMap::ofPrefix(prefix);
        return place(stretch.to) - place(stretch.from);
    }
    bool contains(const QByteArray &key) const override
    {
        return std::binary_search(keys.begin(), keys.end(), key);
    }

private:
    class Cursor : public KeyCursor
    {
    public:
        explicit Cursor(const std::vector<QByteArray> &keys)
            : m_keys(keys)
        {
        }
        void seek(QByteArrayView key) override
        {
            const auto less = [](const QByteArray &a, QByteArrayView b) { return QByteArrayView(a) < b; };
            m_at = size_t(std::lower_bound(m_keys.begin(), m_keys.end(), key, less) - m_keys.begin());
        }
        bool atEnd() const override { return m_at >= m_keys.size(); }
        QByteArrayView key() const override { return m_keys[m_at]; }
        void next() override { ++m_at; }

    private:
        const std::vector<QByteArray> &m_keys;
        size_t m_at = 0;
    };

    qint64 place(const QByteArray &key) const
    {
        return std::lower_bound(keys.begin(), keys.end(), key) - keys.begin();
    }
};

} // namespace Studio
