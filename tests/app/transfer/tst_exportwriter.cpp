// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "memorysink.h"
#include "transfer/exportwriter.h"

#include <QTest>

using namespace Studio;

namespace
{

constexpr int pieces = 200;
constexpr int pieceSize = 50;

QList<Hpkv::Record> piece(int number)
{
    QList<Hpkv::Record> records;
    for (int i = 0; i < pieceSize; ++i)
        records.append({QByteArray::number(number * pieceSize + i), "v", false});
    return records;
}

QByteArray line(int number)
{
    return "{\"key\":\"" + QByteArray::number(number) + "\",\"value\":\"v\"}\n";
}

} // namespace

/// Records become bytes beside the thread that has them.
class tst_ExportWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void manyPieces()
    {
        MemorySink::State state;
        ExportWriter writer({}, std::make_unique<MemorySink>(&state));
        QVERIFY(writer.open());
        QByteArray expected;
        for (int i = 0; i < pieces; ++i) {
            QVERIFY(writer.write(piece(i)));
            for (int k = 0; k < pieceSize; ++k)
                expected += line(i * pieceSize + k);
        }
        QVERIFY(writer.commit());
        QVERIFY(state.committed);
        QCOMPARE(state.bytes, expected);
    }

    void nothingAtAll()
    {
        MemorySink::State state;
        ExportWriter writer({}, std::make_unique<MemorySink>(&state));
        QVERIFY(writer.open());
        QVERIFY(writer.commit());
        QVERIFY(state.bytes.isEmpty());
    }

    // What cannot be written is said by a later call, by the last one at the latest, and nothing is written
    // behind it.
    void fullDisk()
    {
        MemorySink::State state;
        state.room = 3 * pieceSize * line(0).size();
        ExportWriter writer({}, std::make_unique<MemorySink>(&state));
        QVERIFY(writer.open());
        int taken = 0;
        while (taken < pieces && writer.write(piece(taken)))
            ++taken;
        QVERIFY(taken < pieces);
        QVERIFY(!writer.write(piece(0)));
        QVERIFY(!writer.commit());
        QVERIFY(!state.committed);
        QVERIFY(state.bytes.size() < state.room + pieceSize * line(pieces * pieceSize).size());
        QCOMPARE(writer.problem(), QStringLiteral("The disk is full."));
        writer.discard();
        QVERIFY(state.discarded);
    }

    // What has been taken is written to the end, also if nobody waits for it.
    void goesWhileWriting()
    {
        MemorySink::State state;
        {
            ExportWriter writer({}, std::make_unique<MemorySink>(&state));
            QVERIFY(writer.open());
            for (int i = 0; i < 3; ++i)
                QVERIFY(writer.write(piece(i)));
        }
        QCOMPARE(state.bytes.count('\n'), 3 * pieceSize);
        QVERIFY(!state.committed);
    }
};

QTEST_GUILESS_MAIN(tst_ExportWriter)
#include "tst_exportwriter.moc"
