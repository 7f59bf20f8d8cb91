// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keyspacemap.h"

#include "failonwarning.h"
#include "mirror/keyspacemirror.h"

#include <hpkvqt/keys.h>

#include <QTest>

using namespace Studio;
using State = KeySpaceMap::State;

namespace
{

void learn(KeyspaceMirror &mirror, const QList<QByteArray> &keys)
{
    Batch batch;
    for (const QByteArray &key : keys) {
        Learned item;
        item.key = key;
        batch.items.append(item);
    }
    mirror.apply(batch);
}

void cover(KeyspaceMirror &mirror, const QByteArray &first, const QByteArray &last, bool live = false)
{
    Batch batch;
    // What is known there stays.
    for (auto position = mirror.lowerBound(first);
         !mirror.isEnd(position) && mirror.keyAt(position) <= QByteArrayView(last);
         mirror.advance(position)) {
        Learned item;
        item.key = mirror.keyAt(position).toByteArray();
        batch.items.append(item);
    }
    batch.covered.append({first, last, 1000, live, {}});
    mirror.apply(batch);
}

QList<QByteArray> keys(const char *prefix, int count)
{
    QList<QByteArray> keys;
    for (int i = 0; i < count; ++i)
        keys.append(prefix + QByteArray::number(1000 + i));
    return keys;
}

QList<State> states(const KeySpaceMap &map)
{
    QList<State> states;
    for (const KeySpaceMap::Piece &piece : map.pieces())
        states.append(piece.state);
    return states;
}

} // namespace

class tst_KeySpaceMap : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void nothingKnown();
    void everythingRead();
    void partsByKeys();
    void stale();
    void placesAndKeys();
    void manyPiecesAreMerged();
};

void tst_KeySpaceMap::nothingKnown()
{
    QCOMPARE(KeySpaceMap().pieceAt(0), -1);
    KeyspaceMirror mirror;
    const KeySpaceMap map(mirror);
    QCOMPARE(states(map), QList<State>{State::Unread});
    QCOMPARE(map.pieces().constFirst().from, 0.0);
    QCOMPARE(map.pieces().constFirst().to, 1.0);
    QCOMPARE(map.pieceAt(0.5), 0);
    QCOMPARE(map.pieceAt(1.5), -1);
}

void tst_KeySpaceMap::everythingRead()
{
    KeyspaceMirror mirror;
    learn(mirror, keys("a:", 10));
    cover(mirror, Hpkv::Keys::smallestStart(), Hpkv::Keys::prefixEnd({}), true);
    const KeySpaceMap map(mirror);
    QCOMPARE(states(map), QList<State>{State::Live});
    QCOMPARE(map.pieces().constFirst().keys, 10);
}

void tst_KeySpaceMap::partsByKeys()
{
    KeyspaceMirror mirror;
    learn(mirror, keys("a:", 99) + keys("c:", 299));
    cover(mirror, "a:", Hpkv::Keys::prefixEnd("a:"));
    cover(mirror, "c:", Hpkv::Keys::prefixEnd("c:"));
    const KeySpaceMap map(mirror);
    QCOMPARE(states(map),
             (QList<State>{State::Unread, State::Read, State::Unread, State::Read, State::Unread}));
    const auto length = [&map](int i) { return map.pieces().at(i).to - map.pieces().at(i).from; };
    // A third for what was never read, in equal shares; the rest by the number of keys.
    QVERIFY(qAbs(length(0) - 1.0 / 9) < 1e-9);
    QVERIFY(qAbs(length(2) - 1.0 / 9) < 1e-9);
    QVERIFY(qAbs(length(3) - 3 * length(1)) < 1e-9);
    QCOMPARE(map.pieces().constLast().to, 1.0);
    for (qsizetype i = 1; i < map.pieces().size(); ++i) {
        QCOMPARE(map.pieces().at(i).from, map.pieces().at(i - 1).to);
        QCOMPARE(map.pieces().at(i).stretch.from, map.pieces().at(i - 1).stretch.to);
    }
}

void tst_KeySpaceMap::stale()
{
    KeyspaceMirror mirror;
    learn(mirror, keys("a:", 3));
    cover(mirror, "a:", Hpkv::Keys::prefixEnd("a:"), true);
    Batch broken;
    broken.lineBroke = true;
    broken.lineBrokeAt = 2000;
    mirror.apply(broken);
    QCOMPARE(states(KeySpaceMap(mirror)), (QList<State>{State::Unread, State::Stale, State::Unread}));
}

void tst_KeySpaceMap::placesAndKeys()
{
    KeyspaceMirror mirror;
    learn(mirror, keys("a:", 500) + keys("b:", 500));
    cover(mirror, Hpkv::Keys::smallestStart(), Hpkv::Keys::prefixEnd({}));
    const KeySpaceMap map(mirror);
    QCOMPARE(map.keyAt(0, mirror), QByteArray("a:1000"));
    QCOMPARE(map.keyAt(1, mirror), QByteArray("b:1499"));
    QVERIFY(qAbs(map.placeOf("b:1000", mirror) - 0.5) < 0.01);
    double before = -1;
    for (int i = 0; i < 1000; i += 37) {
        const QByteArray key = mirror.keyAt(mirror.positionOf(i)).toByteArray();
        const double place = map.placeOf(key, mirror);
        QVERIFY(place > before && place >= 0 && place <= 1);
        before = place;
        const qint64 there = mirror.rank(map.keyAt(place, mirror));
        QVERIFY(qAbs(there - i) <= 1);
    }
    KeyspaceMirror empty;
    QCOMPARE(KeySpaceMap(empty).keyAt(0.3, empty), QByteArray());
}

void tst_KeySpaceMap::manyPiecesAreMerged()
{
    KeyspaceMirror mirror;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray prefix = "k" + QByteArray::number(1000 + i) + ':';
        learn(mirror, {prefix + '1'});
        cover(mirror, prefix, Hpkv::Keys::prefixEnd(prefix));
    }
    const KeySpaceMap map(mirror);
    QVERIFY(map.pieces().size() <= KeySpaceMap::mostPieces);
    QVERIFY(states(map).contains(State::Partial));
    qint64 keys = 0;
    for (const KeySpaceMap::Piece &piece : map.pieces())
        keys += piece.keys;
    QCOMPARE(keys, 1000);
}

QTEST_MAIN(tst_KeySpaceMap)
#include "tst_keyspacemap.moc"
