// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "live/livefilter.h"

#include "failonwarning.h"
#include "live/liveexport.h"
#include "live/livenote.h"
#include "live/runmark.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

namespace
{

LiveNote note(const QByteArray &key, const QByteArray &before, const QByteArray &text)
{
    LiveNote made;
    made.number = 7;
    made.at = 1'800'000'000'123;
    made.key = key;
    made.facts.before = before;
    made.facts.beforeSure = true;
    made.facts.text = text;
    return made;
}

LiveFilter keys(const QString &text, KeySearch::Kind kind)
{
    LiveFilter filter;
    filter.setKeys({text, kind, false});
    return filter;
}

LiveFilter condition(const QString &text)
{
    LiveFilter filter;
    filter.setCondition(text);
    return filter;
}

LiveFilter kinds(std::initializer_list<LiveKind> wanted)
{
    LiveFilter filter;
    quint32 bits = 0;
    for (const LiveKind kind : wanted)
        bits |= LiveFilter::bit(kind);
    filter.setKinds(bits);
    return filter;
}

LiveFilter text(const QString &wanted)
{
    LiveFilter filter;
    filter.setText(wanted);
    return filter;
}

} // namespace

/// What the panel does with a note besides showing it: filtering, exporting; and the mark of a crash.
class LiveFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void matches_data()
    {
        QTest::addColumn<LiveFilter>("filter");
        QTest::addColumn<bool>("expected");
        // The note is a patch of sensor:1 from 21.4 to 35, which leaves the unit as it was.
        using Kind = KeySearch::Kind;
        QTest::newRow("nothing asked") << LiveFilter() << true;
        QTest::newRow("key has it") << keys(u"NSOR"_qs, Kind::Substring) << true;
        QTest::newRow("key has it not") << keys(u"order"_qs, Kind::Substring) << false;
        QTest::newRow("wildcard") << keys(u"sensor:?"_qs, Kind::Wildcard) << true;
        QTest::newRow("wildcard of the whole key") << keys(u"sensor"_qs, Kind::Wildcard) << false;
        QTest::newRow("expression") << keys(u"^sensor:\\d$"_qs, Kind::RegularExpression) << true;
        QTest::newRow("invalid expression") << keys(u"("_qs, Kind::RegularExpression) << false;
        QTest::newRow("its kind") << kinds({LiveKind::Removed, LiveKind::Patched}) << true;
        QTest::newRow("other kinds") << kinds({LiveKind::Created, LiveKind::Replaced}) << false;
        QTest::newRow("condition") << condition(u"/temp > 30"_qs) << true;
        QTest::newRow("of a member that was not in the patch") << condition(u"/unit = 'C'"_qs) << true;
        QTest::newRow("not of the value before") << condition(u"/temp < 30"_qs) << false;
        QTest::newRow("invalid condition") << condition(u"/temp >"_qs) << false;
        QTest::newRow("text of a change") << text(u"21.4"_qs) << true;
        QTest::newRow("text of the kind") << text(u"PATCH"_qs) << true;
        QTest::newRow("no such text") << text(u"humidity"_qs) << false;
        LiveFilter all = keys(u"sensor"_qs, Kind::Substring);
        all.setKinds(LiveFilter::bit(LiveKind::Patched));
        all.setCondition(u"/temp >= 35"_qs);
        all.setText(u"temp"_qs);
        QTest::newRow("every part holds") << all << true;
        all.setText(u"nothing"_qs);
        QTest::newRow("one does not") << all << false;
    }
    void matches()
    {
        QFETCH(LiveFilter, filter);
        QFETCH(bool, expected);
        const LiveNote patch = note("sensor:1", R"({"temp":21.4,"unit":"C"})", R"({"temp":35})");
        QCOMPARE(patch.reading().kind, LiveKind::Patched);
        QCOMPARE(filter.matches(patch), expected);
        LiveNote gap;
        gap.gap = LiveKind::LineDown;
        QVERIFY(filter.matches(gap));
    }

    void whatIsRemovedFulfilsNoCondition()
    {
        LiveNote removed = note("a", "{\"t\":40}", {});
        removed.facts.removed = true;
        QVERIFY(!condition(u"/t > 30"_qs).matches(removed));
        QVERIFY(kinds({LiveKind::Removed}).matches(removed));
    }

    void mistakesAreTold()
    {
        QVERIFY(!keys(u"("_qs, KeySearch::Kind::RegularExpression).keysError().isEmpty());
        QVERIFY(bool(condition(u"/temp >"_qs).conditionError()));
        QVERIFY(!condition(u"/temp > 1"_qs).conditionError());
    }

    void exportsJsonLines()
    {
        const QByteArray line =
            LiveExport::jsonLine(note("sensor:1", R"({"temp":21.4,"unit":"C"})", R"({"temp":35})"));
        QVERIFY(line.endsWith('\n'));
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object.value(u"row").toInt(), 7);
        QCOMPARE(object.value(u"time").toString(), u"2027-01-15T08:00:00.123Z"_qs);
        QCOMPARE(object.value(u"kind").toString(), u"patched"_qs);
        QVERIFY(object.value(u"guess").toBool());
        QCOMPARE(object.value(u"key").toString(), u"sensor:1"_qs);
        QCOMPARE(object.value(u"before").toString(), u"{\"temp\":21.4,\"unit\":\"C\"}"_qs);
        QCOMPARE(object.value(u"after").toString(), u"{\"temp\":35,\"unit\":\"C\"}"_qs);
    }

    void exportsCsv()
    {
        QCOMPARE(LiveExport::csvRow(note("a,b", "say \"hi\"", "12")),
                 QByteArray("7,2027-01-15T08:00:00.123Z,replaced,,,\"a,b\",\"say \"\"hi\"\"\",12\r\n"));
        QCOMPARE(LiveExport::csvHead().count(','), LiveExport::csvRow(note("a", "1", "2")).count(','));
    }

    void writesAFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"changes.jsonl"_qs);
        const std::vector<LiveNote> notes(1000, note("a", "1", "2"));
        std::atomic_bool canceled = false;
        qint64 told = 0;
        const LiveExport::Result result = LiveExport::write(notes, path, LiveExport::Format::JsonLines,
                                                            canceled, [&](qint64 rows) { told = rows; });
        QCOMPARE(result.problem, QString());
        QCOMPARE(result.rows, 1000);
        QVERIFY(told > 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 1000);

        // Stopped, the former file stays as it is.
        canceled = true;
        QVERIFY(!LiveExport::write(notes, path, LiveExport::Format::Csv, canceled).problem.isEmpty());
        file.seek(0);
        QCOMPARE(file.readAll().count('\n'), 1000);
        QVERIFY(!LiveExport::write(notes, folder.filePath(u"no/such/folder"_qs), LiveExport::Format::Csv,
                                   canceled)
                     .problem.isEmpty());
    }

    void markTellsOfACrash()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"live.lock"_qs);
        {
            const RunMark first(path);
            QVERIFY(!first.endedBadly());
            const RunMark second(path); // another copy runs
            QVERIFY(!second.endedBadly());
        }
        QVERIFY(!RunMark(path).endedBadly());
        QFile file(path); // of a process that is gone
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("99999999\nhpkv-studio\n" + QSysInfo::machineHostName().toLocal8Bit() + "\n");
        file.close();
        QVERIFY(RunMark(path).endedBadly());
        QVERIFY(!RunMark(path).endedBadly());
    }
};

QTEST_GUILESS_MAIN(LiveFilterTest)
#include "tst_livefilter.moc"
