// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/dashboard.h"

#include "dashboard/gridlayout.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace Studio
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::Dashboard)
};

constexpr qsizetype MostTiles = 500;
constexpr qsizetype LargestFile = 4 * 1024 * 1024;
const auto FileKind = QStringLiteral("hpkv-studio-dashboard");

constexpr std::array AlertNames{QLatin1StringView("above"),      QLatin1StringView("below"),
                                QLatin1StringView("equal"),      QLatin1StringView("changed"),
                                QLatin1StringView("notChanged"), QLatin1StringView("removed"),
                                QLatin1StringView("matches")};

/// Takes members out of an object one by one; what is left is not known to this version.
class Members
{
public:
    explicit Members(const QJsonValue &value)
        : m_rest(value.toObject())
    {
    }

    QJsonValue take(QLatin1StringView name) { return m_rest.take(name); }
    QString text(const char *name) { return take(QLatin1StringView(name)).toString(); }
    QByteArray key(const char *name) { return text(name).toUtf8(); }
    qint64 integer(const char *name, qint64 fallback)
    {
        return take(QLatin1StringView(name)).toInteger(fallback);
    }
    double number(const char *name, double fallback)
    {
        return take(QLatin1StringView(name)).toDouble(fallback);
    }
    QJsonArray list(const char *name) { return take(QLatin1StringView(name)).toArray(); }
    QJsonObject rest() const { return m_rest; }

private:
    QJsonObject m_rest;
};

Tone toneFrom(const QString &name)
{
    for (int i = 0; i < ToneCount; ++i) {
        if (toneName(Tone(i)) == name)
            return Tone(i);
    }
    return Tone::Plain;
}

std::optional<TileKind> kindFrom(const QString &name)
{
    for (int i = 0; i < TileKindCount; ++i) {
        if (tileKindName(TileKind(i)) == name)
            return TileKind(i);
    }
    return {};
}

void put(QJsonObject &object, const char *name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(QLatin1StringView(name), text);
}

void put(QJsonObject &object, const char *name, Tone tone)
{
    if (tone != Tone::Plain)
        object.insert(QLatin1StringView(name), toneName(tone));
}

template <typename Number>
void put(QJsonObject &object, const char *name, Number value, Number standard)
{
    if (value != standard)
        object.insert(QLatin1StringView(name), value);
}

void put(QJsonObject &object, const char *name, const QJsonArray &list)
{
    if (!list.isEmpty())
        object.insert(QLatin1StringView(name), list);
}

template <typename List, typename Write>
QJsonArray arrayOf(const List &list, Write write)
{
    QJsonArray array;
    for (const auto &each : list)
        array.append(write(each));
    return array;
}

QJsonObject alertToJson(const AlertRule &rule)
{
    QJsonObject object = rule.extra;
    object.insert(u"when", AlertNames.at(size_t(rule.kind)));
    put(object, "threshold", rule.threshold);
    put(object, "hysteresis", rule.hysteresis);
    put(object, "holdMs", rule.holdMs, qint64(0));
    put(object, "label", rule.label);
    if (rule.isMuted)
        object.insert(u"muted", true);
    return object;
}

std::optional<AlertRule> alertFromJson(const QJsonValue &value)
{
    Members members(value);
    const QString name = members.text("when");
    const auto found = std::find(AlertNames.begin(), AlertNames.end(), name);
    if (found == AlertNames.end())
        return {};
    AlertRule rule;
    rule.kind = AlertKind(found - AlertNames.begin());
    rule.threshold = members.text("threshold");
    rule.hysteresis = members.text("hysteresis");
    rule.holdMs = members.integer("holdMs", 0);
    rule.label = members.text("label");
    rule.isMuted = members.take(QLatin1StringView("muted")).toBool();
    rule.extra = members.rest();
    return rule;
}

QJsonObject tileToJson(const TileConfig &tile)
{
    const TileConfig standard;
    QJsonObject object = tile.extra;
    object.insert(u"id", tile.id);
    object.insert(u"kind", tileKindName(tile.kind));
    object.insert(u"place",
                  QJsonArray{tile.place.x(), tile.place.y(), tile.place.width(), tile.place.height()});
    put(object, "label", tile.label);
    put(object, "key", QString::fromUtf8(tile.key));
    put(object, "pointer", tile.pointer);
    put(object, "series", arrayOf(tile.series, [](const TileSeries &series) {
            QJsonObject each{{u"key"_qs, QString::fromUtf8(series.key)}};
            put(each, "pointer", series.pointer);
            put(each, "label", series.label);
            put(each, "color", series.tone);
            return each;
        }));
    put(object, "columns", arrayOf(tile.columns, [](const TileColumn &column) {
            QJsonObject each{{u"pointer"_qs, column.pointer}};
            put(each, "label", column.label);
            return each;
        }));
    put(object, "unit", tile.unit);
    put(object, "decimals", tile.decimals, standard.decimals);
    put(object, "color", tile.tone);
    put(object, "sinceMs", tile.sinceMs, standard.sinceMs);
    put(object, "windowMs", tile.windowMs, standard.windowMs);
    put(object, "minimum", tile.minimum, standard.minimum);
    put(object, "maximum", tile.maximum, standard.maximum);
    put(object, "ranges", arrayOf(tile.ranges, [](const TileRange &range) {
            return QJsonObject{{u"to"_qs, range.to}, {u"color"_qs, toneName(range.tone)}};
        }));
    put(object, "words", arrayOf(tile.words, [](const TileWord &word) {
            return QJsonObject{{u"text"_qs, word.text}, {u"color"_qs, toneName(word.tone)}};
        }));
    put(object, "staleAfterMs", tile.staleAfterMs, standard.staleAfterMs);
    put(object, "step", tile.step, standard.step);
    put(object, "limit", tile.limit, standard.limit);
    put(object, "text", tile.text);
    put(object, "alerts", arrayOf(tile.alerts, alertToJson));
    return object;
}

QRect placeFrom(const QJsonArray &numbers)
{
    if (numbers.size() != 4)
        return {};
    const auto at = [&numbers](int i) { return std::clamp(numbers.at(i).toInt(), 0, 100'000); };
    return {at(0), at(1), at(2), at(3)};
}

std::optional<TileConfig> tileFromJson(const QJsonValue &value)
{
    const TileConfig standard;
    Members members(value);
    const std::optional<TileKind> kind = kindFrom(members.text("kind"));
    if (!kind)
        return {};
    TileConfig tile;
    tile.kind = *kind;
    tile.id = members.text("id");
    tile.place = placeFrom(members.list("place"));
    tile.label = members.text("label");
    tile.key = members.key("key");
    tile.pointer = members.text("pointer");
    for (const QJsonValue &each : members.list("series")) {
        Members of(each);
        tile.series.append({of.key("key"), of.text("pointer"), of.text("label"), toneFrom(of.text("color"))});
    }
    for (const QJsonValue &each : members.list("columns")) {
        Members of(each);
        tile.columns.append({of.text("pointer"), of.text("label")});
    }
    tile.unit = members.text("unit");
    tile.decimals = int(std::clamp<qint64>(members.integer("decimals", standard.decimals), -1, 20));
    tile.tone = toneFrom(members.text("color"));
    tile.sinceMs = std::max<qint64>(1000, members.integer("sinceMs", standard.sinceMs));
    tile.windowMs = std::max<qint64>(1000, members.integer("windowMs", standard.windowMs));
    tile.minimum = members.number("minimum", standard.minimum);
    tile.maximum = members.number("maximum", standard.maximum);
    for (const QJsonValue &each : members.list("ranges")) {
        Members of(each);
        const double to = of.number("to", 0);
        tile.ranges.append({to, toneFrom(of.text("color"))});
    }
    for (const QJsonValue &each : members.list("words")) {
        Members of(each);
        const QString text = of.text("text");
        tile.words.append({text, toneFrom(of.text("color"))});
    }
    tile.staleAfterMs = std::max<qint64>(0, members.integer("staleAfterMs", standard.staleAfterMs));
    tile.step = members.integer("step", standard.step);
    tile.limit = int(std::clamp<qint64>(members.integer("limit", standard.limit), 1, 1000));
    tile.text = members.text("text");
    for (const QJsonValue &each : members.list("alerts")) {
        if (const auto rule = alertFromJson(each))
            tile.alerts.append(*rule);
    }
    tile.extra = members.rest();
    return tile;
}

} // namespace

qsizetype Dashboard::indexOf(const QString &id) const
{
    for (qsizetype i = 0; i < tiles.size(); ++i) {
        if (tiles.at(i).id == id)
            return i;
    }
    return -1;
}

QString Dashboard::freeId() const
{
    for (qsizetype number = tiles.size() + 1;; ++number) {
        const QString id = QString::number(number);
        if (indexOf(id) < 0)
            return id;
    }
}

const TileConfig &Dashboard::add(TileConfig tile)
{
    tile.id = freeId();
    const QSize size = tile.place.isEmpty() ? defaultTileSize(tile.kind) : tile.place.size();
    tile.place = GridLayout::freePlace(places(), size);
    tiles.append(std::move(tile));
    return tiles.constLast();
}

QList<QRect> Dashboard::places() const
{
    QList<QRect> places;
    for (const TileConfig &tile : tiles)
        places.append(tile.place);
    return places;
}

void Dashboard::setPlaces(const QList<QRect> &places)
{
    for (qsizetype i = 0; i < std::min(places.size(), tiles.size()); ++i)
        tiles[i].place = places.at(i);
}

DashboardReading readDashboard(const QByteArray &file)
{
    if (file.size() > LargestFile)
        return {{}, Text::tr("The file is too large for a dashboard.")};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file, &error);
    if (error.error != QJsonParseError::NoError)
        return {{},
                Text::tr("The file is not JSON: %1 (byte %2).").arg(error.errorString()).arg(error.offset)};
    Members members(document.object());
    if (members.text("file") != FileKind)
        return {{}, Text::tr("The file is no dashboard of HPKV Studio.")};
    if (const qint64 version = members.integer("version", 0); version < 1 || version > Dashboard::Version)
        return {{},
                Text::tr("The dashboard was written by a newer version of HPKV Studio (format %1).")
                    .arg(version)};

    Dashboard dashboard;
    dashboard.title = members.text("title");
    dashboard.profileName = members.text("profile");
    dashboard.baseUrl = members.text("baseUrl");
    int leftOut = 0;
    QString problem;
    QSet<QString> ids;
    for (const QJsonValue &value : members.list("tiles")) {
        std::optional<TileConfig> tile = tileFromJson(value);
        if (!tile || dashboard.tiles.size() >= MostTiles) {
            ++leftOut;
            continue;
        }
        if (tile->id.isEmpty() || ids.contains(tile->id))
            tile->id = dashboard.freeId();
        ids.insert(tile->id);
        if (tile->place.isEmpty())
            tile->place = GridLayout::freePlace(dashboard.places(), defaultTileSize(tile->kind));
        if (problem.isEmpty())
            problem = tile->problem();
        dashboard.tiles.append(*std::move(tile));
    }
    dashboard.setPlaces(GridLayout::untangled(dashboard.places()));
    dashboard.extra = members.rest();
    if (leftOut > 0)
        problem =
            Text::tr("%n tile(s) of a kind that this version does not know were left out.", nullptr, leftOut);
    return {dashboard, problem};
}

QByteArray writeDashboard(const Dashboard &dashboard)
{
    QJsonObject object = dashboard.extra;
    object.insert(u"file", FileKind);
    object.insert(u"version", Dashboard::Version);
    object.insert(u"title", dashboard.title);
    put(object, "profile", dashboard.profileName);
    put(object, "baseUrl", dashboard.baseUrl);
    object.insert(u"tiles", arrayOf(dashboard.tiles, tileToJson));
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace Studio
