// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "historyfixture.h"

#include "history/recordingexport.h"

#include <hpkv/emulator/server.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Studio;

/// What is recorded, as a file that the emulator replays.
class TestRecordingExport : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void lines();
    void isReplayed();
    void saysWhatIsWrong();
};

void TestRecordingExport::lines()
{
    HistoryEntry entry;
    entry.at = 1000;
    entry.kind = HistoryKind::Patched;
    entry.key = "k \xC3\xA9";
    entry.value = QByteArray("{\"a\":\n1}");
    entry.guess = true;
    entry.own = true;
    entry.serverTimestamp = 9'007'199'254'740'993;
    const QJsonObject line = QJsonDocument::fromJson(recordingLine(entry)).object();
    QVERIFY(!recordingLine(entry).contains('\n'));
    QCOMPARE(line.value(u"at"_qs).toInteger(), 1000);
    QCOMPARE(line.value(u"kind"_qs).toString(), u"patched"_qs);
    QCOMPARE(line.value(u"key"_qs).toString(), u"k é"_qs);
    QCOMPARE(line.value(u"value"_qs).toString(), u"{\"a\":\n1}"_qs);
    QCOMPARE(line.value(u"serverTimestamp"_qs).toString(), u"9007199254740993"_qs);
    QVERIFY(line.value(u"guess"_qs).toBool() && line.value(u"own"_qs).toBool());
    HistoryEntry down;
    down.kind = HistoryKind::LineDown;
    down.at = 5;
    QCOMPARE(recordingLine(down), QByteArray(R"({"at":5,"kind":"lineDown"})"));
}

void TestRecordingExport::isReplayed()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"recording.jsonl"_qs);
    HistoryFixture fixture;
    fixture.read("base", "0", 500);
    fixture.read("gone", "0", 500);
    fixture.hear("base", "1", 1000);
    fixture.hearRemoved("gone", 1001);
    for (int i = 0; i < 6000; ++i) // more than a piece
        fixture.hear("busy", QByteArray::number(i), 2000 + i);
    QVERIFY(fixture.isRecorded());
    RecordingExport writing(fixture.history.historyThread(), {}, file);
    QSignalSpy finished(&writing, &RecordingExport::finished);
    writing.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished[0][1].toString(), QString());
    QCOMPARE(finished[0][0].toLongLong(), 6005); // with the line and two bases
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

    hpkv::emulator::Options options;
    options.apiKeys = {"key"};
    options.replayFile = file.toStdString();
    options.replaySpeed = 0;
    hpkv::emulator::Server server(options);
    server.start();
    QTRY_COMPARE(server.get("busy"), std::optional<std::string>("5999"));
    QCOMPARE(server.get("base"), std::optional<std::string>("1"));
    QVERIFY(!server.get("gone"));
}

void TestRecordingExport::saysWhatIsWrong()
{
    HistoryFixture fixture;
    RecordingExport writing(fixture.history.historyThread(), {}, u"/nowhere/at/all.jsonl"_qs);
    QSignalSpy finished(&writing, &RecordingExport::finished);
    writing.start();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!finished[0][1].toString().isEmpty());
}

QTEST_GUILESS_MAIN(TestRecordingExport)
#include "tst_recordingexport.moc"
