// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/fuzzykeys.h"

#include <QAbstractListModel>
#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace Studio
{

class CommandRegistry;

/// What the palette offers for a typed text: keys and branches, commands, or both.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind : quint8 { GoToKey, GoToBranch, Command };
    enum class Mode : quint8 {
        Everything, ///< keys first, then commands
        KeysOnly,
        CommandsOnly
    };
    enum Role { KindRole = Qt::UserRole, PositionsRole, DetailRole, IconRole, EnabledRole, FavouriteRole };

    struct Entry {
        Kind kind = Kind::Command;
        QString text;
        QString detail; ///< the shortcut, or what would happen
        QString icon;
        QString id; ///< of the command
        QByteArray key; ///< key or prefix, UTF-8
        QList<int> positions; ///< matched characters of `text`
        bool enabled = true;
        int score = 0;
        bool favourite = false;
    };

    /// Known keys from `from` on that begin with `prefix`, at most `limit`, in the order of the store.
    using KeySource = std::function<QList<QByteArray>(const QByteArray &prefix, int limit)>;

    explicit PaletteModel(CommandRegistry &commands, QObject *parent = nullptr);

    /// Not set: there is no store open, only commands are offered. `separators` end branches.
    void setKeySource(KeySource source, const QList<QByteArray> &separators);
    /// What stands on top: favourites, then keys opened lately (keys, or prefixes with their separator).
    void setMarks(const QList<QByteArray> &favourites, const QList<QByteArray> &recent);
    /// Known keys that fit the text loosely; they stand behind those that begin with it.
    void setLoose(const QList<FuzzyKey> &keys) { m_loose = keys; }
    /// A text that begins with ">" asks for commands in either mode.
    void setQuery(const QString &text, Mode mode);

    const Entry &entry(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    Entry entryFor(const QByteArray &key) const;
    void addMarks(const QString &text, QList<Entry> &entries) const;
    void addKeys(const QString &text, QList<Entry> &entries) const;
    void addCommands(const QString &text, QList<Entry> &entries) const;

    CommandRegistry &m_commands;
    KeySource m_keys;
    QList<QByteArray> m_separators;
    QList<QByteArray> m_favourites;
    QList<QByteArray> m_recent;
    QList<FuzzyKey> m_loose;
    QList<Entry> m_entries;
};

} // namespace Studio
