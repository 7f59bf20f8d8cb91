// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/tiletexts.h"

#include <QStringList>

namespace Studio::TileTexts
{

namespace
{

/// The lines that are not empty, each as its parts.
QList<QStringList> parts(const QString &text)
{
    QList<QStringList> lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        QStringList fields = line.split(u',');
        for (QString &field : fields)
            field = field.trimmed();
        if (!fields.join(QString()).isEmpty())
            lines.append(fields);
    }
    return lines;
}

QString line(QStringList fields)
{
    while (fields.size() > 1 && fields.constLast().isEmpty())
        fields.removeLast();
    return fields.join(QStringLiteral(", "));
}

template <typename List, typename Write>
QString linesOf(const List &list, Write write)
{
    QStringList lines;
    for (const auto &each : list)
        lines.append(line(write(each)));
    return lines.join(u'\n');
}

QString toneWord(Tone tone)
{
    return tone == Tone::Plain ? QString() : toneName(tone);
}

Tone toneIn(const QString &word)
{
    for (int i = 0; i < ToneCount; ++i) {
        if (toneName(Tone(i)) == word.toLower() || toneText(Tone(i)).compare(word, Qt::CaseInsensitive) == 0)
            return Tone(i);
    }
    return Tone::Plain;
}

} // namespace

QString series(const QList<TileSeries> &series)
{
    return linesOf(series, [](const TileSeries &each) {
        return QStringList{QString::fromUtf8(each.key), each.pointer, each.label, toneWord(each.tone)};
    });
}

QList<TileSeries> seriesIn(const QString &text)
{
    QList<TileSeries> all;
    for (const QStringList &fields : parts(text))
        all.append({fields.value(0).toUtf8(), fields.value(1), fields.value(2), toneIn(fields.value(3))});
    return all;
}

QString columns(const QList<TileColumn> &columns)
{
    return linesOf(columns, [](const TileColumn &each) { return QStringList{each.pointer, each.label}; });
}

QList<TileColumn> columnsIn(const QString &text)
{
    QList<TileColumn> all;
    for (const QStringList &fields : parts(text))
        all.append({fields.value(0), fields.value(1)});
    return all;
}

QString ranges(const QList<TileRange> &ranges)
{
    return linesOf(ranges, [](const TileRange &each) {
        return QStringList{QString::number(each.to, 'g', 12), toneName(each.tone)};
    });
}

QList<TileRange> rangesIn(const QString &text)
{
    QList<TileRange> all;
    for (const QStringList &fields : parts(text)) {
        bool isNumber = false;
        const double to = fields.value(0).toDouble(&isNumber);
        if (isNumber)
            all.append({to, toneIn(fields.value(1))});
    }
    return all;
}

QString words(const QList<TileWord> &words)
{
    return linesOf(words, [](const TileWord &each) { return QStringList{each.text, toneWord(each.tone)}; });
}

QList<TileWord> wordsIn(const QString &text)
{
    QList<TileWord> all;
    for (const QStringList &fields : parts(text))
        all.append({fields.value(0), toneIn(fields.value(1))});
    return all;
}

} // namespace Studio::TileTexts
