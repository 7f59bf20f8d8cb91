// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/palettemodel.h"

#include "mirror/segment.h"
#include "models/keytext.h"
#include "shell/commandregistry.h"

#include <QAction>
#include <QSet>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int MostKeys = 40;
constexpr int MostBranches = 8;
constexpr qsizetype MostFavourites = 12;
constexpr qsizetype MostRecent = 8;

} // namespace

PaletteModel::PaletteModel(CommandRegistry &commands, QObject *parent)
    : QAbstractListModel(parent)
    , m_commands(commands)
{
}

void PaletteModel::setKeySource(KeySource source, const QList<QByteArray> &separators)
{
    m_keys = std::move(source);
    m_separators = separators;
}

void PaletteModel::setQuery(const QString &text, Mode mode)
{
    QList<Entry> entries;
    if (mode == Mode::CommandsOnly || text.startsWith(QLatin1Char('>'))) {
        addCommands(text.startsWith(QLatin1Char('>')) ? text.mid(1) : text, entries);
    } else {
        if (m_keys) {
            addMarks(text, entries);
            addKeys(text, entries);
        }
        if (mode != Mode::KeysOnly && (!text.trimmed().isEmpty() || !m_keys))
            addCommands(text, entries);
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

void PaletteModel::setMarks(const QList<QByteArray> &favourites, const QList<QByteArray> &recent)
{
    m_favourites = favourites;
    m_recent = recent;
}

PaletteModel::Entry PaletteModel::entryFor(const QByteArray &key) const
{
    const bool isBranch = isBranchPrefix(key, m_separators);
    Entry entry;
    entry.kind = isBranch ? Kind::GoToBranch : Kind::GoToKey;
    entry.text = KeyText::display(key);
    entry.icon = isBranch ? QStringLiteral("branch") : QStringLiteral("key");
    entry.key = key;
    entry.favourite = m_favourites.contains(key);
    return entry;
}

/// Those that fit the text, the best first; all in their own order while nothing is typed.
void PaletteModel::addMarks(const QString &text, QList<Entry> &entries) const
{
    const auto add = [&](const QList<QByteArray> &keys, const QString &detail, qsizetype most) {
        QList<Entry> found;
        for (const QByteArray &key : keys) {
            Entry entry = entryFor(key);
            const FuzzyMatch match = fuzzyMatch(text, entry.text);
            const bool isThere = std::any_of(entries.cbegin(), entries.cend(),
                                             [&key](const Entry &other) { return other.key == key; });
            if (!match.matches || isThere)
                continue;
            entry.positions = match.positions;
            entry.score = match.score;
            entry.detail = detail;
            found.append(entry);
        }
        if (!text.isEmpty())
            std::stable_sort(found.begin(), found.end(),
                             [](const Entry &a, const Entry &b) { return a.score > b.score; });
        entries.append(found.first(std::min(found.size(), most)));
    };
    add(m_favourites, tr("Favourite"), MostFavourites);
    add(m_recent, tr("Opened lately"), MostRecent);
}

/// The text itself first (it may exist without being known), then branches and keys below what was typed.
void PaletteModel::addKeys(const QString &text, QList<Entry> &entries) const
{
    const QByteArray typed = text.toUtf8();
    const QList<QByteArray> known = m_keys(typed, MostKeys * 4);
    QSet<QByteArray> listed;
    for (const Entry &entry : std::as_const(entries))
        listed.insert(entry.key);
    const auto add = [&](const QByteArray &key, const QString &detail, const QList<int> &positions = {}) {
        if (listed.contains(key))
            return;
        listed.insert(key);
        Entry entry = entryFor(key);
        entry.detail = detail;
        entry.positions = positions;
        entries.append(entry);
    };
    const bool typedIsBranch = isBranchPrefix(typed, m_separators);
    if (!typed.isEmpty() && (typedIsBranch || !known.contains(typed)) && !listed.contains(typed)) {
        Entry exact = entryFor(typed);
        exact.text = text;
        exact.detail = typedIsBranch ? tr("Show this branch") : tr("Read this key");
        if (!typedIsBranch)
            exact.icon = QStringLiteral("search");
        listed.insert(typed);
        entries.prepend(exact);
    }

    QList<QByteArray> branches;
    for (const QByteArray &key : known) {
        const qsizetype end = segmentEnd(key, typed.size(), m_separators);
        const QByteArray branch = end < 0 ? QByteArray() : key.left(end);
        if (!branch.isEmpty() && (branches.isEmpty() || branches.last() != branch))
            branches.append(branch);
        if (branches.size() == MostBranches)
            break;
    }
    for (const QByteArray &branch : std::as_const(branches))
        add(branch, tr("Branch"));
    for (const QByteArray &key : known.first(qMin<qsizetype>(known.size(), MostKeys)))
        add(key, {});
    for (const FuzzyKey &loose : m_loose)
        add(loose.key, {}, loose.match.positions);
}

void PaletteModel::addCommands(const QString &text, QList<Entry> &entries) const
{
    QList<Entry> found;
    const QList<CommandSpec> specs = m_commands.commands();
    for (const CommandSpec &spec : specs) {
        const FuzzyMatch match = fuzzyMatch(text, spec.text);
        const QAction *action = m_commands.action(spec.id);
        if (!match.matches || !action)
            continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString icon = spec.icon.isEmpty() ? QString() : spec.icon;
        found.append({Kind::Command,
                      spec.text,
                      keys,
                      icon,
                      spec.id,
                      {},
                      match.positions,
                      action->isEnabled(),
                      match.score});
    }
    // What cannot be done now goes last but stays: it says that it exists.
    std::stable_sort(found.begin(), found.end(), [](const Entry &a, const Entry &b) {
        return a.enabled != b.enabled ? a.enabled : a.score > b.score;
    });
    entries.append(found);
}

const PaletteModel::Entry &PaletteModel::entry(int row) const
{
    return m_entries.at(row);
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &shown = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case Qt::AccessibleTextRole:
        return shown.detail.isEmpty() ? shown.text
                                      : QString(shown.text + QStringLiteral(", ") + shown.detail);
    case KindRole:
        return QVariant::fromValue(int(shown.kind));
    case PositionsRole:
        return QVariant::fromValue(shown.positions);
    case DetailRole:
        return shown.detail;
    case IconRole:
        return shown.icon;
    case EnabledRole:
        return shown.enabled;
    case FavouriteRole:
        return shown.favourite;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags base = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_entries.at(index.row()).enabled ? base | Qt::ItemIsEnabled : base;
}

} // namespace Studio
