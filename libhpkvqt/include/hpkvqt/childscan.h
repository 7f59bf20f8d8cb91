// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/scan.h>

#include <QList>

namespace Hpkv
{

/// A child of a prefix: a key without a further separator, or a branch.
struct HPKVQT_EXPORT Child {
    QByteArray key; ///< the whole key, or the whole prefix of the branch with its separator
    bool isBranch = false;
    Record record; ///< of a key; of a branch the first record found in it

    bool operator==(const Child &) const = default;
};

/// Lists the children of a prefix by page and jump: a page is read from the prefix; if it ends inside a
/// branch, the next one begins behind that branch, else behind the last key. A million keys in twenty
/// branches cost about twenty requests.
///
/// A key `a` and a branch `a:` are two children. The key that is the prefix itself is a child too.
class HPKVQT_EXPORT ChildScan : public Scan
{
    Q_OBJECT

public:
    /// \param prefix with its separator, such as "user:"; empty for the whole store
    /// \param separator what ends the name of a branch; not empty
    ChildScan(Client *client, const QByteArray &prefix, const QByteArray &separator = ":",
              QObject *parent = nullptr);
    ~ChildScan() override;

    QByteArray prefix() const;
    QByteArray separator() const;
    /// Found so far, in the order of the store.
    qint64 childCount() const;

Q_SIGNALS:
    /// New children, each once, in the order of the store; comes after pageReady().
    void childrenFound(const QList<Hpkv::Child> &children);
};

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::Child)
