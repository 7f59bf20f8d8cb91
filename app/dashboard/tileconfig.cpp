// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/tileconfig.h"

#include "mirror/valuetype.h"
#include "models/keytext.h"
#include "json/jsonpointer.h"
#include "json/jsontree.h"
#include "json/membersurvey.h"

#include <QCoreApplication>
#include <QSet>
#include <QSize>

#include <algorithm>
#include <array>
#include <utility>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::TileConfig)
};

struct KindFacts {
    const char *name;
    const char *text;
    const char *tip;
    QSize size;
    QSize smallest;
};

/// In the order of TileKind.
const KindFacts &facts(TileKind kind)
{
    static const std::array<KindFacts, TileKindCount> all{{
        {"value",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Value"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "The text of a key or of one member"),
         {3, 3},
         {2, 2}},
        {"number",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Number"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "A number with its change since a while"),
         {3, 3},
         {2, 2}},
        {"sparkline",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Sparkline"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "The course of a number as a small line"),
         {3, 3},
         {2, 2}},
        {"lineChart",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Line chart"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Several numbers over time, with axes"),
         {9, 6},
         {4, 4}},
        {"bars",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Bars"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "The numbers under a prefix beside one another"),
         {3, 3},
         {2, 2}},
        {"gauge",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Gauge"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "A number between two ends, with ranges"),
         {3, 3},
         {2, 3}},
        {"rate",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Change rate"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Changes a second of a key or a branch"),
         {3, 3},
         {2, 2}},
        {"table",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Table"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "The keys under a prefix with chosen members"),
         {3, 6},
         {2, 3}},
        {"status",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Status light"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "A light for a word such as ok or failed"),
         {3, 2},
         {2, 2}},
        {"age",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Age"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "How long ago a key or a branch last changed"),
         {3, 3},
         {2, 2}},
        {"events",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Events"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "The latest changes below a prefix"),
         {3, 3},
         {2, 2}},
        {"counter",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Counter"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "A number that − and + change in the store"),
         {3, 3},
         {3, 2}},
        {"note",
         QT_TRANSLATE_NOOP("Studio::TileConfig", "Note"),
         QT_TRANSLATE_NOOP("Studio::TileConfig", "A text of your own"),
         {3, 2},
         {2, 1}},
    }};
    return all.at(size_t(kind));
}

struct ToneFacts {
    const char *name;
    const char *text;
};

const ToneFacts &facts(Tone tone)
{
    static const std::array<ToneFacts, ToneCount> all{{
        {"plain", QT_TRANSLATE_NOOP("Studio::TileConfig", "Plain")},
        {"blue", QT_TRANSLATE_NOOP("Studio::TileConfig", "Blue")},
        {"green", QT_TRANSLATE_NOOP("Studio::TileConfig", "Green")},
        {"violet", QT_TRANSLATE_NOOP("Studio::TileConfig", "Violet")},
        {"indigo", QT_TRANSLATE_NOOP("Studio::TileConfig", "Indigo")},
        {"teal", QT_TRANSLATE_NOOP("Studio::TileConfig", "Teal")},
        {"orange", QT_TRANSLATE_NOOP("Studio::TileConfig", "Orange")},
        {"red", QT_TRANSLATE_NOOP("Studio::TileConfig", "Red")},
        {"muted", QT_TRANSLATE_NOOP("Studio::TileConfig", "Muted")},
    }};
    return all.at(size_t(tone));
}

/// The last part of a JSON Pointer without escapes.
QString lastToken(const QString &pointer)
{
    const auto tokens = jsonPointerTokens(pointer.toUtf8());
    return tokens && !tokens->isEmpty() ? QString::fromUtf8(tokens->last()) : QString();
}

bool isPointer(const QString &pointer)
{
    return jsonPointerTokens(pointer.toUtf8()).has_value();
}

QString memberPointer(QByteArrayView quotedName)
{
    return u'/' + QString::fromUtf8(escapedPointerToken(unescapedJsonString(quotedName)));
}

/// Members that say what a document is about, before others of their type.
bool isTelling(const QByteArray &name)
{
    static const QSet<QByteArray> telling{"value", "temp",  "temperature", "count",  "total",   "status",
                                          "state", "level", "health",      "amount", "reading", "fill"};
    return telling.contains(name.toLower());
}

TileConfig guessObject(TileConfig tile, const QByteArray &value)
{
    const auto tree = JsonTree::parse(value);
    if (!tree)
        return tile;
    int number = -1;
    int word = -1;
    for (const int child : tree->children(JsonTree::Root)) {
        const JsonTokenKind kind = tree->node(child).kind;
        const QByteArray name = unescapedJsonString(tree->name(child));
        if (kind == JsonTokenKind::Number && (number < 0 || isTelling(name))) {
            if (number < 0 || !isTelling(unescapedJsonString(tree->name(number))))
                number = child;
        }
        if (kind == JsonTokenKind::String && word < 0 && isTelling(name))
            word = child;
    }
    const int best =
        number >= 0 && (word < 0 || isTelling(unescapedJsonString(tree->name(number)))) ? number : word;
    if (best < 0)
        return tile;
    tile.kind = best == number ? TileKind::Number : TileKind::Status;
    tile.pointer = memberPointer(tree->name(best));
    const int unit = tree->member(JsonTree::Root, "unit");
    if (best == number && unit >= 0 && tree->node(unit).kind == JsonTokenKind::String)
        tile.unit = QString::fromUtf8(unescapedJsonString(tree->source(unit)));
    return tile;
}

} // namespace

bool TileConfig::isBranch() const
{
    switch (kind) {
    case TileKind::Bars:
    case TileKind::Table:
    case TileKind::Events:
        return true;
    case TileKind::Rate:
    case TileKind::Age:
        return key.endsWith('*');
    default:
        return false;
    }
}

QString TileConfig::title() const
{
    if (!label.isEmpty())
        return label;
    if (kind == TileKind::Note)
        return {};
    if (kind == TileKind::LineChart && key.isEmpty() && !series.isEmpty())
        return KeyText::elided(series.first().key, 40);
    QString name = key.isEmpty() && isBranch() ? Text::tr("All keys") : KeyText::elided(key, 40);
    if (isBranch() && !key.endsWith('*') && !key.isEmpty())
        name += u'*';
    const QString member = lastToken(pointer);
    return member.isEmpty() ? name : name + u", "_qs + member;
}

QList<TileSeries> TileConfig::drawnSeries() const
{
    switch (kind) {
    case TileKind::LineChart:
        return series;
    case TileKind::Number:
    case TileKind::Sparkline:
        return {{key, pointer, label, tone}};
    default:
        return {};
    }
}

QString TileConfig::problem() const
{
    const QString name = title().isEmpty() ? tileKindText(kind) : title();
    if (place.width() < 1 || place.height() < 1 || place.x() < 0 || place.y() < 0)
        return Text::tr("The tile “%1” has no place on the grid.").arg(name);
    QStringList pointers{pointer};
    for (const TileSeries &each : series)
        pointers.append(each.pointer);
    for (const TileColumn &each : columns)
        pointers.append(each.pointer);
    for (const QString &each : std::as_const(pointers)) {
        if (!isPointer(each))
            return Text::tr("The tile “%1” has a JSON Pointer that does not begin with /: “%2”.")
                .arg(name, each);
    }
    if (kind == TileKind::LineChart) {
        if (series.isEmpty())
            return Text::tr("The chart “%1” has no series.").arg(name);
        for (const TileSeries &each : series) {
            if (each.key.isEmpty())
                return Text::tr("A series of the chart “%1” has no key.").arg(name);
        }
    } else if (key.isEmpty() && kind != TileKind::Note && !isBranch()) {
        return Text::tr("The tile “%1” has no key.").arg(name);
    }
    if (kind == TileKind::Gauge && !(minimum < maximum))
        return Text::tr("The gauge “%1” ends where it begins.").arg(name);
    for (const AlertRule &alert : alerts) {
        if (const QString problem = alert.problem(); !problem.isEmpty())
            return Text::tr("The tile “%1”: %2").arg(name, problem);
    }
    return {};
}

QString tileKindText(TileKind kind)
{
    return QCoreApplication::translate("Studio::TileConfig", facts(kind).text);
}

QString tileKindTip(TileKind kind)
{
    return QCoreApplication::translate("Studio::TileConfig", facts(kind).tip);
}

QString tileKindName(TileKind kind)
{
    return QString::fromLatin1(facts(kind).name);
}

QString toneText(Tone tone)
{
    return QCoreApplication::translate("Studio::TileConfig", facts(tone).text);
}

QString toneName(Tone tone)
{
    return QString::fromLatin1(facts(tone).name);
}

QSize defaultTileSize(TileKind kind)
{
    return facts(kind).size;
}

QSize smallestTileSize(TileKind kind)
{
    return facts(kind).smallest;
}

Tone toneOfWord(const QString &word, const QList<TileWord> &words)
{
    for (const TileWord &each : words) {
        if (each.text.compare(word, Qt::CaseInsensitive) == 0)
            return each.tone;
    }
    static const QSet<QString> good{u"ok"_qs,      u"up"_qs,     u"true"_qs,    u"online"_qs,
                                    u"healthy"_qs, u"active"_qs, u"running"_qs, u"ready"_qs,
                                    u"done"_qs,    u"paid"_qs,   u"open"_qs,    u"passed"_qs,
                                    u"good"_qs,    u"on"_qs,     u"1"_qs,       u"delivered"_qs};
    static const QSet<QString> doubtful{u"slow"_qs,    u"warning"_qs, u"warn"_qs,     u"degraded"_qs,
                                        u"pending"_qs, u"paused"_qs,  u"starting"_qs, u"waiting"_qs,
                                        u"late"_qs,    u"low"_qs};
    static const QSet<QString> bad{u"down"_qs,    u"false"_qs,     u"failed"_qs,   u"error"_qs,
                                   u"offline"_qs, u"silent"_qs,    u"critical"_qs, u"unhealthy"_qs,
                                   u"dead"_qs,    u"cancelled"_qs, u"refused"_qs,  u"bad"_qs,
                                   u"0"_qs};
    static const QSet<QString> off{u"off"_qs,  u"idle"_qs,   u"disabled"_qs,
                                   u"null"_qs, u"closed"_qs, u"unknown"_qs};
    const QString plain = word.trimmed().toLower();
    if (good.contains(plain))
        return Tone::Green;
    if (doubtful.contains(plain))
        return Tone::Orange;
    if (bad.contains(plain))
        return Tone::Red;
    return off.contains(plain) ? Tone::Muted : Tone::Plain;
}

TileConfig guessTable(const QByteArray &prefix, const QList<QByteArray> &values)
{
    constexpr int lookedAt = 12;
    constexpr qsizetype mostTelling = 3;
    constexpr qsizetype mostOthers = 2;
    constexpr double share = 0.5; // of the records that have a member worth a column
    TileConfig tile;
    tile.key = prefix;
    tile.kind = TileKind::Table;
    MemberSurvey survey;
    for (const QByteArray &value : values) {
        if (classifyValue(value) == ValueType::Object)
            survey.add(value);
    }
    // What is no document has no members: it stands there as it is.
    if (survey.records() * 2 <= values.size())
        return tile;
    const QList<QByteArray> pointers = survey.suggestedColumns(lookedAt, share);
    QList<QByteArray> chosen;
    for (const QByteArray &pointer : pointers) {
        if (isTelling(pointer.sliced(pointer.lastIndexOf('/') + 1)) && chosen.size() < mostTelling)
            chosen.append(pointer);
    }
    if (chosen.isEmpty())
        chosen = pointers.first(std::min(pointers.size(), mostOthers));
    for (const QByteArray &pointer : std::as_const(chosen))
        tile.columns.append({QString::fromUtf8(pointer), {}});
    return tile;
}

TileConfig guessTile(const QByteArray &key, const QByteArray &value)
{
    TileConfig tile;
    tile.key = key;
    switch (classifyValue(value)) {
    case ValueType::Number:
        tile.kind = TileKind::Number;
        break;
    case ValueType::Boolean:
        tile.kind = TileKind::Status;
        break;
    case ValueType::Object:
        tile = guessObject(tile, value);
        break;
    case ValueType::String:
    case ValueType::Text:
        if (value.size() <= 24 && toneOfWord(QString::fromUtf8(value).remove(u'"'), {}) != Tone::Plain)
            tile.kind = TileKind::Status;
        break;
    default:
        break;
    }
    return tile;
}

} // namespace Studio
