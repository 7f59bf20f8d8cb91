// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/tilefaces.h"

#include "browser/agetext.h"
#include "dashboard/board/tileview.h"
#include "dashboard/columnwidths.h"
#include "live/livefeed.h"
#include "live/livenote.h"
#include "live/panel/kindcolors.h"
#include "live/valuesource.h"
#include "models/keytext.h"
#include "shell/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTextOption>

#include <cmath>

namespace Studio::TileFaces
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Studio::TileView)
};

constexpr int RowHeight = 24;

QString signedText(const QByteArray &number, const TileConfig &config)
{
    const bool isLess = number.startsWith('-');
    QString plain = numberText(isLess ? number.sliced(1) : number, config.decimals, QLocale());
    if (number == "0")
        return plain;
    return (isLess ? QStringLiteral("− ") : QStringLiteral("+ ")) + plain;
}

/// "in the last hour", or since when it has been watched.
QString changeText(const TileFeed::Change &change, const TileConfig &config)
{
    const QString amount =
        change.difference == "0" ? Text::tr("No change") : signedText(change.difference, config);
    const qint64 seconds = change.within / 1000;
    if (seconds < 120)
        return Text::tr("%1 in the last %2 s").arg(amount).arg(std::max<qint64>(1, seconds));
    if (seconds < 7200)
        return Text::tr("%1 in the last %2 min").arg(amount).arg(seconds / 60);
    return Text::tr("%1 in the last %2 h").arg(amount).arg(seconds / 3600);
}

void paintMissing(const TilePainter &paint, const QRect &rect, const QString &text)
{
    paint.painter().setFont(paint.font());
    paint.painter().setPen(paint.color(ColorRole::TextFaint));
    paint.painter().drawText(rect, Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap, text);
}

bool wasMissing(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    const QString text = missingText(facts.feed);
    if (!text.isEmpty())
        paintMissing(paint, rect, text);
    return !text.isEmpty();
}

/// A length of time, short: "5 s", "2 min", "3 h", "4 d".
QString durationText(qint64 ms)
{
    const QLocale locale;
    const qint64 seconds = std::max<qint64>(0, ms) / 1000;
    if (seconds < 60)
        return Text::tr("%1 s").arg(locale.toString(seconds));
    if (seconds < 60 * 60)
        return Text::tr("%1 min").arg(locale.toString(seconds / 60));
    if (seconds < 24 * 60 * 60)
        return Text::tr("%1 h").arg(locale.toString(seconds / 3600));
    return Text::tr("%1 d").arg(locale.toString(seconds / (24 * 3600)));
}

/// What an alert or staleness says below the value; its height.
int paintState(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    const TileConfig &config = facts.feed.config();
    QString text;
    QColor color = facts.color;
    if (const int alert = facts.feed.firstAlert(); alert >= 0) {
        const AlertRule &rule = config.alerts.at(alert);
        const QString since = ageText(facts.feed.alert(alert).since(), facts.now);
        text = rule.kind == AlertKind::NotChanged ? rule.text() : Text::tr("%1, %2").arg(rule.text(), since);
    } else if (facts.feed.isStale(facts.now)) {
        text = Text::tr("Stale: expected every %1").arg(durationText(config.staleAfterMs));
    } else if (config.kind == TileKind::Number) {
        const auto change = facts.feed.change(facts.now);
        if (!change || change->within < 1000)
            return 0;
        text = changeText(*change, config);
        const bool isLess = change->difference.startsWith('-');
        color = paint.color(isLess || change->difference == "0" ? ColorRole::TextMuted : ColorRole::Created);
    }
    if (text.isEmpty())
        return 0;
    const int height = paint.metric(20);
    paint.text(QRect(rect.left(), rect.top(), rect.width(), height), text, paint.font(-1), color);
    return height;
}

void paintLine(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    const TileConfig &config = facts.feed.config();
    const bool isPlain = facts.color == paint.color(ColorRole::Text);
    paint.sparkline(rect, facts.feed.series(0).points(), facts.now - config.windowMs, facts.now,
                    isPlain ? paint.color(ColorRole::Replaced) : facts.color);
}

void paintNumber(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    if (wasMissing(paint, rect, facts))
        return;
    const TileConfig &config = facts.feed.config();
    const bool small = config.kind == TileKind::Sparkline;
    const bool onWall = paint.scale() > 1.01;
    const int state = small ? 0 : paint.metric(20);
    const int line =
        std::max(0, std::min(paint.metric(small ? 400 : 34), rect.height() - paint.metric(small ? 34 : 70)));
    const int most = onWall && !small ? rect.height() - line - state : paint.metric(small ? 30 : 48);
    QRect top = rect;
    top.setHeight(std::min(most, rect.height()));
    const QString text = readingText(facts.feed.reading(), config);
    if (small) {
        const int width = paint.text(QRect(top.left(), top.top(), top.width(), paint.metric(26)), text,
                                     paint.font(7, QFont::DemiBold), facts.color);
        paint.text(
            QRect(top.left() + width + paint.metric(5), top.top(), top.width() - width, paint.metric(28)),
            config.unit, paint.font(), paint.color(ColorRole::TextMuted));
    } else {
        paint.value(top, text, config.unit, facts.color);
    }
    const int below = top.bottom() + paint.metric(small ? 4 : 2);
    if (!small)
        paintState(paint, QRect(rect.left(), below, rect.width(), rect.bottom() - below), facts);
    if (line >= paint.metric(12) && facts.feed.seriesCount() > 0)
        paintLine(
            paint,
            QRect(rect.left(), rect.bottom() - line + paint.metric(4), rect.width(), line - paint.metric(3)),
            facts);
}

void paintValue(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    if (wasMissing(paint, rect, facts))
        return;
    const TileReading &reading = facts.feed.reading();
    const QString text = readingText(reading, facts.feed.config());
    QRect room = rect;
    const int state = facts.feed.firstAlert() >= 0 || facts.feed.isStale(facts.now) ? paint.metric(22) : 0;
    room.setHeight(rect.height() - state);
    if (reading.kind == TileReading::Kind::Container || text.size() > 40 || text.contains(u'\n')) {
        paint.painter().setFont(paint.monospace(-1));
        paint.painter().setPen(facts.color);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        paint.painter().drawText(QRectF(room), text.left(4000), option);
    } else {
        QRect top = room;
        top.setHeight(std::min(room.height(), paint.metric(paint.scale() > 1.01 ? 400 : 48)));
        paint.value(top, text, facts.feed.config().unit, facts.color);
    }
    if (state > 0)
        paintState(paint, QRect(rect.left(), room.bottom(), rect.width(), state), facts);
}

void paintGauge(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    const TileConfig &config = facts.feed.config();
    QPainter &painter = paint.painter();
    const int radius = std::min(rect.width() / 2 - paint.metric(8), rect.height() - paint.metric(8));
    if (radius < 10)
        return;
    const qreal thick = std::max<qreal>(6, radius * 0.17);
    const QPointF centre(rect.center().x(), rect.top() + radius + paint.metric(4));
    const QRectF arc(centre.x() - radius + thick / 2, centre.y() - radius + thick / 2, 2 * radius - thick,
                     2 * radius - thick);
    const TileReading &reading = facts.feed.reading();
    const double number = reading.isNumber() ? reading.number() : config.minimum;
    const double span = config.maximum - config.minimum;
    const double share = std::clamp((number - config.minimum) / span, 0.0, 1.0);
    QList<TileRange> ranges = config.ranges;
    const bool isPlain = ranges.isEmpty();
    if (isPlain)
        ranges.append({config.maximum, Tone::Blue});

    // Each range in its colour: full up to the value, pale behind it.
    const auto draw = [&](double from, double to, const QColor &color) {
        if (to - from < 1e-9)
            return;
        QPen pen(color, thick);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawArc(arc, qRound((180 - from * 180) * 16), qRound(-(to - from) * 180 * 16));
    };
    double from = 0;
    const double gap = 0.008;
    for (const TileRange &range : std::as_const(ranges)) {
        const double to = std::clamp((range.to - config.minimum) / span, from, 1.0);
        const QColor color = toneColor(paint.theme(), range.tone);
        QColor pale = isPlain ? paint.color(ColorRole::Line) : color;
        if (!isPlain)
            pale.setAlphaF(0.38F);
        const double end = to < 1 ? to - gap : to;
        draw(from, std::min(end, share), color);
        draw(std::max(from, share), end, pale);
        from = to;
    }
    if (from < 1)
        draw(from, 1, paint.color(ColorRole::Line));
    painter.setBrush(Qt::NoBrush);

    const QString missing = missingText(facts.feed);
    const QString unit = config.unit.isEmpty() ? QString() : u' ' + config.unit;
    const QString text = reading.isShown() ? readingText(reading, config) + unit : QStringLiteral("–");
    const QSize room(int(2 * (radius - thick) * 0.8), int(radius * 0.46));
    const QFont font = paint.fitting(text, room, int(radius * 0.42));
    const QRect middle(int(centre.x()) - radius, int(centre.y()) - room.height() + paint.metric(4),
                       2 * radius, room.height());
    paint.text(middle, text, font, facts.color, Qt::AlignHCenter | Qt::AlignBottom);
    if (!missing.isEmpty())
        paint.text(QRect(rect.left(), rect.bottom() - paint.metric(16), rect.width(), paint.metric(16)),
                   missing, paint.font(-2), paint.color(ColorRole::TextFaint), Qt::AlignCenter);
}

/// The key without the prefix of the tile.
QString rowName(const QByteArray &key, const TileConfig &config)
{
    const QByteArray prefix = config.key.endsWith('*') ? config.key.chopped(1) : config.key;
    return KeyText::elided(key.size() > prefix.size() ? key.sliced(prefix.size()) : key, 60);
}

/// How many rows there is room for; the rest is counted in a last line.
int rowsWithin(const QRect &rect, const TilePainter &paint, qsizetype wanted, int *height)
{
    *height = paint.metric(RowHeight);
    const int fitting = std::max(1, rect.height() / *height);
    return int(std::min<qsizetype>(wanted, wanted > fitting ? std::max(1, fitting - 1) : fitting));
}

void paintRest(const TilePainter &paint, const QRect &rect, int shown, qsizetype all, int height)
{
    if (all > shown)
        paint.text(QRect(rect.left(), rect.top() + shown * height, rect.width(), height),
                   Text::tr("and %n more", nullptr, int(all) - shown), paint.font(-2),
                   paint.color(ColorRole::TextFaint));
}

void paintBars(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    struct Bar {
        QString name;
        TileReading reading;
        double number;
    };
    const TileConfig &config = facts.feed.config();
    QList<Bar> bars;
    double most = 0;
    for (const QByteArray &key : facts.feed.rows()) {
        TileReading reading = readMember(facts.feed.source(), key, config.pointer);
        if (!reading.isNumber())
            continue;
        const double number = reading.number();
        most = std::max(most, std::abs(number));
        bars.append({rowName(key, config), std::move(reading), number});
    }
    if (bars.isEmpty()) {
        paintMissing(paint, rect, Text::tr("No numbers are known under this prefix"));
        return;
    }
    std::stable_sort(bars.begin(), bars.end(),
                     [](const Bar &a, const Bar &b) { return a.number > b.number; });
    int height = 0;
    const int shown = rowsWithin(rect, paint, bars.size(), &height);
    const QFontMetrics names(paint.font(-1));
    int nameWidth = 0;
    int valueWidth = 0;
    for (int i = 0; i < shown; ++i) {
        nameWidth = std::max(nameWidth, names.horizontalAdvance(bars.at(i).name));
        valueWidth = std::max(
            valueWidth,
            QFontMetrics(paint.tabular(-1)).horizontalAdvance(readingText(bars.at(i).reading, config)));
    }
    nameWidth = std::min(nameWidth, rect.width() * 2 / 5);
    const int barLeft = rect.left() + nameWidth + paint.metric(10);
    const int barWidth = rect.right() - valueWidth - paint.metric(10) - barLeft;
    const int thick = paint.metric(9);
    for (int i = 0; i < shown; ++i) {
        const Bar &bar = bars.at(i);
        const QRect row(rect.left(), rect.top() + i * height, rect.width(), height);
        paint.text(QRect(row.left(), row.top(), nameWidth, height), bar.name, paint.font(-1),
                   paint.color(ColorRole::Text));
        paint.text(row, readingText(bar.reading, config), paint.tabular(-1), paint.color(ColorRole::Text),
                   Qt::AlignRight | Qt::AlignVCenter);
        if (barWidth < paint.metric(12))
            continue;
        paint.painter().setPen(Qt::NoPen);
        const QRectF track(barLeft, row.center().y() - thick / 2.0 + 1, barWidth, thick);
        paint.painter().setBrush(paint.color(ColorRole::Hover));
        paint.painter().drawRoundedRect(track, paint.metric(2), paint.metric(2));
        QRectF filled = track;
        filled.setWidth(most > 0 ? std::max<qreal>(2, barWidth * std::abs(bar.number) / most) : 0);
        const bool isPlain = facts.color == paint.color(ColorRole::Text);
        const QColor usual = isPlain ? paint.color(ColorRole::Replaced) : facts.color;
        paint.painter().setBrush(bar.number < 0 ? paint.color(ColorRole::Removed) : usual);
        paint.painter().drawRoundedRect(filled, paint.metric(2), paint.metric(2));
        paint.painter().setBrush(Qt::NoBrush);
    }
    paintRest(paint, rect, shown, bars.size(), height);
}

constexpr int LightSize = 9;
constexpr int LightGap = 5;

/// A word with its light, if it has one; the colour is never alone.
void paintWord(const TilePainter &paint, const QRect &rect, const QString &word, Tone tone)
{
    int x = rect.left();
    if (tone != Tone::Plain) {
        const int size = paint.metric(LightSize);
        paint.painter().setPen(Qt::NoPen);
        paint.painter().setBrush(toneColor(paint.theme(), tone));
        paint.painter().drawEllipse(QRectF(x, rect.center().y() - size / 2.0 + 1, size, size));
        paint.painter().setBrush(Qt::NoBrush);
        x += size + paint.metric(LightGap);
    }
    paint.text(QRect(x, rect.top(), rect.right() - x, rect.height()), word, paint.font(-1),
               toneColor(paint.theme(), tone));
}

constexpr int TableGap = 8; // behind each column

struct TableCell {
    QString text;
    bool isNumber = false;
    Tone tone = Tone::Plain;
};

struct TableRow {
    QString name;
    QList<TableCell> cells;
    qint64 changedAt = 0;
};

TableRow readRow(const Facts &facts, const QByteArray &key, const QList<TileColumn> &columns)
{
    constexpr qsizetype mostCharacters = 200;
    const TileConfig &config = facts.feed.config();
    TableRow row;
    row.name = rowName(key, config);
    for (const TileColumn &column : columns) {
        const TileReading reading = readMember(facts.feed.source(), key, column.pointer);
        row.changedAt = reading.changedAt;
        TableCell cell;
        cell.text =
            reading.isShown() ? readingText(reading, config).left(mostCharacters) : QStringLiteral("–");
        cell.isNumber = reading.isNumber();
        if (reading.kind == TileReading::Kind::Text || reading.kind == TileReading::Kind::Literal)
            cell.tone = toneOfWord(cell.text, config.words);
        row.cells.append(cell);
    }
    return row;
}

int widthOf(const TilePainter &paint, const TableCell &cell)
{
    const QFontMetrics metrics(cell.isNumber ? paint.tabular(-1) : paint.font(-1));
    const int light = cell.tone == Tone::Plain ? 0 : paint.metric(LightSize) + paint.metric(LightGap);
    return light + metrics.horizontalAdvance(cell.text) + paint.metric(TableGap) + 1;
}

void paintTable(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    const TileConfig &config = facts.feed.config();
    const QList<QByteArray> keys = facts.feed.rows();
    if (keys.isEmpty()) {
        paintMissing(paint, rect, Text::tr("No keys are known under this prefix"));
        return;
    }
    QList<TileColumn> columns = config.columns;
    if (columns.isEmpty())
        columns.append({QString(), QString()});
    int height = 0;
    const int shown = rowsWithin(rect, paint, keys.size(), &height);
    QList<TableRow> rows;
    for (const QByteArray &key : keys.first(shown))
        rows.append(readRow(facts, key, columns));

    const int ageWidth =
        QFontMetrics(paint.tabular(-1)).horizontalAdvance(QStringLiteral("00.00.0000")) + paint.metric(4);
    const bool hasAge = rect.width() > paint.metric(240);
    QList<int> wanted(columns.size() + 1);
    for (const TableRow &row : std::as_const(rows)) {
        wanted[0] = std::max(wanted[0], QFontMetrics(paint.monospace(-1)).horizontalAdvance(row.name)
                                            + paint.metric(TableGap));
        for (qsizetype i = 0; i < row.cells.size(); ++i)
            wanted[i + 1] = std::max(wanted[i + 1], widthOf(paint, row.cells.at(i)));
    }
    const QList<int> widths = columnWidths(wanted, rect.width() - (hasAge ? ageWidth : 0));
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const TableRow &row = rows.at(i);
        const QRect line(rect.left(), rect.top() + int(i) * height, rect.width(), height);
        paint.text(QRect(line.left(), line.top(), widths.first() - paint.metric(TableGap), height), row.name,
                   paint.monospace(-1), paint.color(ColorRole::Text), Qt::AlignLeading | Qt::AlignVCenter,
                   Qt::ElideMiddle);
        int x = line.left() + widths.first();
        for (qsizetype column = 0; column < row.cells.size(); ++column) {
            const TableCell &cell = row.cells.at(column);
            const int width = widths.at(column + 1);
            const QRect place(x, line.top(), width - paint.metric(TableGap), height);
            x += width;
            if (cell.isNumber)
                paint.text(place, cell.text, paint.tabular(-1), paint.color(ColorRole::Text));
            else
                paintWord(paint, place, cell.text, cell.tone);
        }
        if (hasAge && row.changedAt > 0)
            paint.text(line, ageText(row.changedAt, facts.now), paint.tabular(-1),
                       paint.color(ColorRole::TextMuted), Qt::AlignRight | Qt::AlignVCenter);
        paint.painter().setPen(paint.color(ColorRole::Line));
        paint.painter().drawLine(line.left(), line.bottom(), line.right(), line.bottom());
    }
    paintRest(paint, rect, shown, keys.size(), height);
}

void paintStatus(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    if (wasMissing(paint, rect, facts))
        return;
    const QString word = readingText(facts.feed.reading(), facts.feed.config());
    Tone tone = toneOfWord(word, facts.feed.config().words);
    if (tone == Tone::Plain)
        tone = Tone::Muted;
    const QColor color = facts.feed.firstAlert() >= 0 || facts.feed.isStale(facts.now)
                           ? facts.color
                           : toneColor(paint.theme(), tone);
    const int most = paint.scale() > 1.01 ? rect.height() : paint.metric(28);
    const int size = std::min(rect.height(), most) * 3 / 5;
    const int height = std::min(rect.height(), std::max(most, size));
    const QRect top(rect.left(), rect.top(), rect.width(), height);
    paint.painter().setPen(Qt::NoPen);
    paint.painter().setBrush(color);
    paint.painter().drawEllipse(QRectF(top.left(), top.center().y() - size / 2.0 + 1, size, size));
    paint.painter().setBrush(Qt::NoBrush);
    const QRect text = top.adjusted(size + paint.metric(10), 0, 0, 0);
    paint.text(text, word, paint.fitting(word, text.size(), most), color);
    paintState(paint,
               QRect(rect.left(), top.bottom() + paint.metric(2), rect.width(), rect.bottom() - top.bottom()),
               facts);
}

/// Room for a line below a value; none where the value needs all there is.
int lineBelow(const TilePainter &paint, const QRect &rect)
{
    return rect.height() >= paint.metric(22 + 24) ? paint.metric(22) : 0;
}

void paintAge(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    if (facts.feed.changedAt() == 0) {
        paintMissing(paint, rect, Text::tr("No change was seen yet"));
        return;
    }
    const int state = lineBelow(paint, rect);
    QRect top = rect;
    top.setHeight(std::min(rect.height() - state, paint.metric(paint.scale() > 1.01 ? 400 : 48)));
    paint.value(top, durationText(facts.now - facts.feed.changedAt()), Text::tr("ago"), facts.color);
    const QRect below(rect.left(), top.bottom() + paint.metric(2), rect.width(), state);
    if (state > 0 && paintState(paint, below, facts) == 0)
        paint.text(below, exactTimeText(facts.feed.changedAt()).section(u'.', 0, -2), paint.tabular(-1),
                   paint.color(ColorRole::TextMuted));
}

void paintRate(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    if (!facts.feed.source().isLive()) {
        paintMissing(paint, rect, Text::tr("The rate is known of the present only"));
        return;
    }
    const int state = lineBelow(paint, rect);
    QRect top = rect;
    top.setHeight(std::min(rect.height() - state, paint.metric(paint.scale() > 1.01 ? 400 : 48)));
    paint.value(top, QLocale().toString(facts.feed.rate(facts.now), 'f', 1), Text::tr("changes/s"),
                facts.color);
    const QRect below(rect.left(), top.bottom() + paint.metric(2), rect.width(), state);
    if (state > 0 && paintState(paint, below, facts) == 0)
        paint.text(below, Text::tr("Mean of the last 10 s"), paint.font(-1),
                   paint.color(ColorRole::TextMuted));
}

void paintEvents(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    const TileConfig &config = facts.feed.config();
    const QByteArray prefix = config.key.endsWith('*') ? config.key.chopped(1) : config.key;
    const int height = paint.metric(RowHeight);
    const int most = std::min(config.limit, std::max(1, rect.height() / height));
    QList<SharedLiveEntry> rows;
    if (facts.events) {
        const auto &notes = facts.events->notes();
        for (auto note = notes.crbegin(); note != notes.crend() && rows.size() < most; ++note) {
            if (!(*note)->isBreak() && (*note)->at <= facts.now && (*note)->key.startsWith(prefix))
                rows.append((*note)->entry());
        }
    }
    if (rows.isEmpty()) {
        paintMissing(paint, rect,
                     facts.feed.source().isLive()
                         ? Text::tr("Nothing has changed here yet")
                         : Text::tr("No change before this moment is held in the list"));
        return;
    }
    const QFont time = paint.tabular(-1);
    const QFont badge = paint.font(-2, QFont::DemiBold);
    const int timeWidth = QFontMetrics(time).horizontalAdvance(QStringLiteral("00:00:00")) + paint.metric(8);
    int y = rect.top();
    for (const SharedLiveEntry &entry : std::as_const(rows)) {
        const QRect row(rect.left(), y, rect.width(), height);
        paint.text(QRect(row.left(), y, timeWidth, height),
                   QDateTime::fromMSecsSinceEpoch(entry->at).time().toString(QStringLiteral("HH:mm:ss")),
                   time, paint.color(ColorRole::TextMuted));
        const QString word = liveKindText(entry->kind);
        const int width = QFontMetrics(badge).horizontalAdvance(word) + paint.metric(12);
        const QRect box(row.left() + timeWidth, y + paint.metric(3), width, height - paint.metric(6));
        const KindColors colors = colorsOf(entry->kind);
        paint.painter().setPen(Qt::NoPen);
        paint.painter().setBrush(paint.color(colors.soft));
        paint.painter().drawRoundedRect(box, paint.metric(4), paint.metric(4));
        paint.painter().setBrush(Qt::NoBrush);
        paint.text(box, word, badge, paint.color(colors.strong), Qt::AlignCenter);
        const int left = box.right() + paint.metric(8);
        paint.text(QRect(left, y, row.right() - left, height), KeyText::display(entry->key),
                   paint.monospace(-1), paint.color(ColorRole::Text), Qt::AlignLeading | Qt::AlignVCenter,
                   Qt::ElideMiddle);
        y += height;
    }
}

void paintNote(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    const QString text = facts.feed.config().text;
    if (text.isEmpty()) {
        paintMissing(paint, rect, Text::tr("An empty note"));
        return;
    }
    paint.painter().setFont(paint.font());
    paint.painter().setPen(facts.color);
    paint.painter().drawText(rect, Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap, text);
}

} // namespace

void paint(const TilePainter &paint, const QRect &rect, const Facts &facts)
{
    switch (facts.feed.config().kind) {
    case TileKind::Value:
        return paintValue(paint, rect, facts);
    case TileKind::Number:
    case TileKind::Sparkline:
        return paintNumber(paint, rect, facts);
    case TileKind::Bars:
        return paintBars(paint, rect, facts);
    case TileKind::Gauge:
        return paintGauge(paint, rect, facts);
    case TileKind::Rate:
        return paintRate(paint, rect, facts);
    case TileKind::Table:
        return paintTable(paint, rect, facts);
    case TileKind::Status:
        return paintStatus(paint, rect, facts);
    case TileKind::Age:
        return paintAge(paint, rect, facts);
    case TileKind::Events:
        return paintEvents(paint, rect, facts);
    case TileKind::Note:
        return paintNote(paint, rect, facts);
    case TileKind::LineChart:
    case TileKind::Counter:
        return; // widgets of their own
    }
}

} // namespace Studio::TileFaces
