// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#pragma once

#include <hpkvqt/scan.h>

#include <QList>

namespace Hpkv
{

/// A child of a prefix: a key without a further separator, or a branch.
struct HPKVQT_EXPORT Child {
    Q_GADGET
    Q_PROPERTY(QByteArray key MEMBER key)
    Q_PROPERTY(QString keyText READ keyText)
    Q_PROPERTY(bool isBranch MEMBER isBranch)
    Q_PROPERTY(Hpkv::Record record MEMBER record)

public:
    QByteArray key; ///< the whole key, or the whole prefix of the branch with its separator
    bool isBranch = false; ///< there are keys below it
    Record record; ///< of a key; of a branch the first record found in it

    /// The key as text.
    QString keyText() const { return QString::fromUtf8(key); }

    /// All members are equal.
    bool operator==(const Child &) const = default;
};

/// Prints the key and whether it is a branch.
HPKVQT_EXPORT QDebug operator<<(QDebug debug, const Child &child);

/// Lists the children of a prefix by page and jump: a page is read from the prefix; if it ends inside a
/// branch, the next one begins behind that branch, else behind the last key. A million keys in twenty
/// branches cost about twenty requests.
///
/// A key `a` and a branch `a:` are two children. The key that is the prefix itself is a child too.
///
/// \code
/// auto *scan = new Hpkv::ChildScan(client, "user:", ":", this);
/// connect(scan, &Hpkv::ChildScan::childrenFound, this,
///         [](const QList<Hpkv::Child> &children) { … });
/// connect(scan, &Hpkv::Scan::finished, scan, &QObject::deleteLater);
/// scan->start();
/// \endcode
class HPKVQT_EXPORT ChildScan : public Scan
{
    Q_OBJECT
    Q_PROPERTY(QByteArray prefix READ prefix CONSTANT)
    Q_PROPERTY(QByteArray separator READ separator CONSTANT)
    Q_PROPERTY(qint64 childCount READ childCount NOTIFY childrenFound)

public:
    /// \param client where to read
    /// \param prefix with its separator, such as "user:"; empty for the whole store
    /// \param separator what ends the name of a branch; an empty one counts as ":"
    /// \param parent as for any QObject
    ChildScan(Client *client, const QByteArray &prefix, const QByteArray &separator = ":",
              QObject *parent = nullptr);
    ~ChildScan() override;

    /// As given.
    QByteArray prefix() const;
    /// As given.
    QByteArray separator() const;
    /// Children found so far.
    qint64 childCount() const;

    /// Starts it and gathers all children, in the order of the store. After an error the value has what was
    /// found before it.
    QFuture<Result<QList<Child>>> readAll();

Q_SIGNALS:
    /// New children, each once, in the order of the store; comes after pageReady().
    void childrenFound(const QList<Hpkv::Child> &children);
};

} // namespace Hpkv

Q_DECLARE_METATYPE(Hpkv::Child)
