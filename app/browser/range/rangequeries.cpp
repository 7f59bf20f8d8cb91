// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangequeries.h"

#include "models/keytext.h"
#include "profiles/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace Studio
{

namespace
{

constexpr int formatVersion = 1;
constexpr int longestTitleKey = 40;

struct RangeQueriesText {
    Q_DECLARE_TR_FUNCTIONS(RangeQueries)
};

QJsonObject toJson(const RangeQuery &query)
{
    QJsonObject object;
    object.insert(u"first", QString::fromUtf8(query.interval.first));
    object.insert(u"last", QString::fromUtf8(query.interval.last));
    if (query.limit >= 0)
        object.insert(u"limit", query.limit);
    if (!query.sort.isEmpty())
        object.insert(u"sort", query.sort);
    if (query.descending)
        object.insert(u"descending", true);
    if (!query.condition.isEmpty())
        object.insert(u"condition", query.condition);
    QJsonObject filters;
    for (auto it = query.filters.cbegin(); it != query.filters.cend(); ++it)
        filters.insert(it.key(), it.value());
    if (!filters.isEmpty())
        object.insert(u"filters", filters);
    QJsonArray columns;
    for (const RangeQuery::Column &column : query.columns) {
        QJsonObject entry{{QStringLiteral("id"), column.id}, {QStringLiteral("width"), column.width}};
        if (!column.shown)
            entry.insert(u"shown", false);
        columns.append(entry);
    }
    if (!columns.isEmpty())
        object.insert(u"columns", columns);
    return object;
}

std::optional<RangeQuery> queryFromJson(const QJsonObject &object)
{
    RangeQuery query;
    query.interval.first = object.value(u"first").toString().toUtf8();
    query.interval.last = object.value(u"last").toString().toUtf8();
    if (query.interval.first.isEmpty() || query.interval.last.isEmpty())
        return {};
    query.limit = object.value(u"limit").toInteger(-1);
    query.sort = object.value(u"sort").toString();
    query.descending = object.value(u"descending").toBool();
    query.condition = object.value(u"condition").toString();
    const QJsonObject filters = object.value(u"filters").toObject();
    for (auto it = filters.begin(); it != filters.end(); ++it)
        query.filters.insert(it.key(), it.value().toString());
    for (const QJsonValue &value : object.value(u"columns").toArray()) {
        const QJsonObject entry = value.toObject();
        query.columns.append({entry.value(u"id").toString(),
                              std::clamp(entry.value(u"width").toInt(), 0, 4000),
                              entry.value(u"shown").toBool(true)});
    }
    return query;
}

} // namespace

std::optional<QByteArray> RangeQuery::prefix() const
{
    const QByteArray prefix = interval.first == Hpkv::Keys::smallestStart() ? QByteArray() : interval.first;
    return KeyInterval::ofPrefix(prefix) == interval ? std::optional(prefix) : std::nullopt;
}

QString RangeQuery::title() const
{
    const std::optional<QByteArray> begin = prefix();
    QString text;
    if (begin)
        text = begin->isEmpty() ? RangeQueriesText::tr("All keys") : KeyText::elided(*begin, longestTitleKey);
    else
        //: two keys: from – to
        text = RangeQueriesText::tr("%1 – %2").arg(KeyText::elided(interval.first, longestTitleKey),
                                                   KeyText::elided(interval.last, longestTitleKey));
    if (limit < 0)
        return text;
    //: %1 is a range of keys, %2 a number
    return RangeQueriesText::tr("%1, first %2").arg(text, QLocale().toString(limit));
}

RangeQueries::RangeQueries(QString file)
    : m_file(std::move(file))
{
    load();
}

QString RangeQueries::fileFor(const QString &profilesFile, const QString &profileId)
{
    // An id is ours, but it names a file here: nothing in it may lead elsewhere.
    const QByteArray safe = profileId.toUtf8().toPercentEncoding();
    return QFileInfo(profilesFile).absolutePath() + QStringLiteral("/ranges/") + QString::fromLatin1(safe)
         + QStringLiteral(".json");
}

void RangeQueries::adopt(const QByteArray &bytes, bool &damaged)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject root = document.object();
    damaged = !document.isObject() || !root.value(u"version").isDouble();
    if (damaged)
        return;
    m_saved.clear();
    m_recent.clear();
    for (const QJsonValue &value : root.value(u"saved").toArray()) {
        const QJsonObject entry = value.toObject();
        const QString name = entry.value(u"name").toString();
        if (const auto query = queryFromJson(entry.value(u"query").toObject()); query && !name.isEmpty())
            m_saved.append({name, *query});
    }
    for (const QJsonValue &value : root.value(u"recent").toArray()) {
        if (const auto query = queryFromJson(value.toObject()); query && m_recent.size() < mostRecent)
            m_recent.append(*query);
    }
}

void RangeQueries::load()
{
    QFile in(m_file);
    if (m_file.isEmpty() || !in.exists())
        return;
    bool damaged = false;
    if (!in.open(QIODevice::ReadOnly)) {
        m_problem = RangeQueriesText::tr("Saved queries cannot be read from %1: %2.")
                        .arg(QDir::toNativeSeparators(m_file), in.errorString());
        return;
    }
    adopt(in.readAll(), damaged);
    in.close();
    if (!damaged)
        return;
    const QString aside = m_file + QStringLiteral(".damaged");
    QFile::remove(aside);
    QFile::rename(m_file, aside);
    m_problem = RangeQueriesText::tr("The file of saved queries was damaged. It is kept as %1.")
                    .arg(QDir::toNativeSeparators(aside));
}

bool RangeQueries::write()
{
    if (m_file.isEmpty())
        return true;
    QJsonArray saved;
    for (const SavedRange &entry : std::as_const(m_saved))
        saved.append(QJsonObject{{QStringLiteral("name"), entry.name},
                                 {QStringLiteral("query"), toJson(entry.query)}});
    QJsonArray recent;
    for (const RangeQuery &query : std::as_const(m_recent))
        recent.append(toJson(query));
    const QJsonObject root{{QStringLiteral("version"), formatVersion},
                           {QStringLiteral("saved"), saved},
                           {QStringLiteral("recent"), recent}};
    m_problem.clear();
    return PrivateFile::write(m_file, QJsonDocument(root).toJson(), &m_problem);
}

std::optional<RangeQuery> RangeQueries::find(const QString &name) const
{
    for (const SavedRange &entry : m_saved) {
        if (entry.name == name)
            return entry.query;
    }
    return {};
}

std::optional<RangeQuery> RangeQueries::lastFor(const RangeQuery &query) const
{
    for (const RangeQuery &known : m_recent) {
        if (known.interval == query.interval)
            return known;
    }
    return {};
}

bool RangeQueries::save(const QString &name, const RangeQuery &query)
{
    // Another tab of the same profile may have saved meanwhile.
    load();
    const auto known = std::find_if(m_saved.begin(), m_saved.end(),
                                    [&](const SavedRange &entry) { return entry.name == name; });
    if (known != m_saved.end())
        known->query = query;
    else
        m_saved.append({name, query});
    return write();
}

bool RangeQueries::remove(const QString &name)
{
    load();
    m_saved.removeIf([&](const SavedRange &entry) { return entry.name == name; });
    return write();
}

bool RangeQueries::note(const RangeQuery &query)
{
    load();
    m_recent.removeIf([&](const RangeQuery &known) { return known.asksTheSame(query); });
    m_recent.prepend(query);
    if (m_recent.size() > mostRecent)
        m_recent.resize(mostRecent);
    return write();
}

} // namespace Studio
