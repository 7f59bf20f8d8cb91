// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/savemode.h"
#include "editor/saveplan.h"
#include "editor/savetexts.h"

#include "failonwarning.h"
#include "shell/settings.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace Studio;
using Obstacle = SavePlan::Obstacle;

Q_DECLARE_METATYPE(Studio::SavePlan::Obstacle)
Q_DECLARE_METATYPE(Studio::SaveMode)
Q_DECLARE_METATYPE(Studio::WriteKind)

namespace
{

constexpr qint64 Largest = std::numeric_limits<qint64>::max();
constexpr qint64 Smallest = std::numeric_limits<qint64>::min();

} // namespace

/// What a mode makes of an edit; without a network and without widgets.
class tst_SavePlan : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void plans_data();
    void plans();
    void saysWhatAPatchCannotExpress_data();
    void saysWhatAPatchCannotExpress();
    void previewOfAnAppend_data();
    void previewOfAnAppend();
    void effect_data();
    void effect();
    void counterValues_data();
    void counterValues();
    void counterSteps_data();
    void counterSteps();
    void counterSums();
    void excess();
    void modeIsRememberedForEachProfile();
};

void tst_SavePlan::plans_data()
{
    QTest::addColumn<SaveMode>("mode");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Obstacle>("obstacle");
    QTest::addColumn<QByteArray>("sent");
    const auto row = [](const char *name, SaveMode mode, const QByteArray &base, const QByteArray &text,
                        Obstacle obstacle, const QByteArray &sent) {
        QTest::newRow(name) << mode << base << text << obstacle << sent;
    };
    row("replace", SaveMode::Replace, "{\"a\":1}", "{\"a\": 2}", Obstacle::None, "{\"a\": 2}");
    row("patch of one member", SaveMode::Patch, "{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":3}", Obstacle::None,
        "{\"b\":3}");
    row("patch of a member inside", SaveMode::Patch, "{\"a\":{\"b\":1,\"c\":1}}", "{\"a\":{\"b\":2,\"c\":1}}",
        Obstacle::None, "{\"a\":{\"b\":2}}");
    row("patch that removes", SaveMode::Patch, "{\"a\":1,\"b\":2}", "{\"b\":2}", Obstacle::None,
        "{\"a\":null}");
    row("patch keeps digits", SaveMode::Patch, "{\"a\":1}", "{\"a\":12345678901234567890.10}", Obstacle::None,
        "{\"a\":12345678901234567890.10}");
    row("patch of white space", SaveMode::Patch, "{\"a\":1}", "{ \"a\": 1 }", Obstacle::Nothing, "{}");
    row("patch of an array", SaveMode::Patch, "[1]", "[2]", Obstacle::NotObjects, "");
    row("patch of a text", SaveMode::Patch, "abc", "abcd", Obstacle::NotObjects, "");
    row("patch to a text", SaveMode::Patch, "{}", "abcd", Obstacle::NotObjects, "");
    row("append", SaveMode::Append, "line 1\n", "line 1\nline 2\n", Obstacle::None, "line 2\n");
    row("append in the middle", SaveMode::Append, "ac", "abc", Obstacle::NotAtEnd, "");
    row("append nothing", SaveMode::Append, "ab", "ab", Obstacle::NotAtEnd, "");
    row("append less", SaveMode::Append, "ab", "a", Obstacle::NotAtEnd, "");
    row("append objects", SaveMode::Append, "{\"a\":1}", "{\"a\":1}{\"b\":2}", Obstacle::WouldMerge,
        "{\"b\":2}");
    row("append to an object", SaveMode::Append, "{\"a\":1}", "{\"a\":1},", Obstacle::None, ",");
    row("append bytes", SaveMode::Append, QByteArray("a\0b", 3), QByteArray("a\0b\0c", 5), Obstacle::None,
        QByteArray("\0c", 2));
}

void tst_SavePlan::plans()
{
    QFETCH(SaveMode, mode);
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, text);
    QFETCH(Obstacle, obstacle);
    QFETCH(QByteArray, sent);
    const SavePlan plan = planSave(mode, base, text);
    QCOMPARE(plan.obstacle, obstacle);
    QCOMPARE(plan.write.text, text);
    if (obstacle == Obstacle::None || obstacle == Obstacle::Nothing || obstacle == Obstacle::WouldMerge)
        QCOMPARE(plan.write.value, sent);
    if (mode != SaveMode::Replace && obstacle != Obstacle::None) {
        const SavePreview::Content content = SaveTexts::preview(plan, base);
        QVERIFY(!content.title.isEmpty());
        QVERIFY(!content.remark.isEmpty());
        QVERIFY(content.code.isEmpty());
    }
}

void tst_SavePlan::saysWhatAPatchCannotExpress_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isExact");
    QTest::addColumn<QString>("note");
    QTest::newRow("null") << QByteArray("{\"a\":1,\"b\":1}") << QByteArray("{\"a\":null,\"b\":2}") << false
                          << QStringLiteral("/a cannot be set to null");
    QTest::newRow("array") << QByteArray("{\"a\":[1,2]}") << QByteArray("{\"a\":[1,3]}") << true
                           << QStringLiteral("/a is sent as a whole");
    QTest::newRow("empty text") << QByteArray("{\"a\":\"x\"}") << QByteArray("{\"a\":\"\"}") << true
                                << QStringLiteral("/a is empty");
    QTest::newRow("empty object") << QByteArray("{\"a\":1}") << QByteArray("{\"a\":{}}") << true
                                  << QStringLiteral("/a is empty");
    QTest::newRow("empty array") << QByteArray("{\"a\":1}") << QByteArray("{\"a\":[]}") << true
                                 << QStringLiteral("/a is empty");
}

void tst_SavePlan::saysWhatAPatchCannotExpress()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, text);
    QFETCH(bool, isExact);
    QFETCH(QString, note);
    const SavePlan plan = planSave(SaveMode::Patch, base, text);
    QCOMPARE(plan.obstacle, Obstacle::None);
    QCOMPARE(plan.patch.isExact(), isExact);
    QStringList notes;
    for (const SavePreview::Note &each : SaveTexts::preview(plan, base).notes)
        notes.append(each.text);
    QVERIFY2(notes.join(u'\n').contains(note), qPrintable(notes.join(u'\n')));
    QCOMPARE(notes.join(u'\n').contains(QStringLiteral("does not lead to the text")), !isExact);
}

void tst_SavePlan::previewOfAnAppend_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("added");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("short") << QByteArray("ab") << QByteArray("cd") << QByteArray("abcd");
    QTest::newRow("three lines before")
        << QByteArray("1\n2\n3\n4\n5") << QByteArray("!") << QByteArray("3\n4\n5!");
    QTest::newRow("line break at the end")
        << QByteArray("1\n2\n3\n4\n") << QByteArray("5\n") << QByteArray("3\n4\n5\n");
    QTest::newRow("one long line") << QByteArray(10'000, 'x') << QByteArray("y")
                                   << QByteArray(QByteArray(4096, 'x') + 'y');
    // A character is not cut: 4,096 bytes back lies within one.
    QTest::newRow("long line of umlauts")
        << QByteArray("a" + QByteArray("\xC3\xA4").repeated(5000) + "b") << QByteArray("y")
        << QByteArray(QByteArray("\xC3\xA4").repeated(2047) + "by");
}

void tst_SavePlan::previewOfAnAppend()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, added);
    QFETCH(QByteArray, shown);
    const SavePreview::Content content =
        SaveTexts::preview(planSave(SaveMode::Append, base, base + added), base);
    QCOMPARE(content.code, shown);
    QCOMPARE(content.code.sliced(content.added.first, content.added.second), added);
}

void tst_SavePlan::effect_data()
{
    QTest::addColumn<WriteKind>("kind");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<qint64>("delta");
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("value"); // null: no such key
    QTest::addColumn<bool>("shows");
    const auto row = [](const char *name, WriteKind kind, const QByteArray &sent, qint64 delta,
                        const QByteArray &base, const QByteArray &value, bool shows) {
        QTest::newRow(name) << kind << sent << delta << base << value << shows;
    };
    row("replaced", WriteKind::Replace, "b", 0, "a", "b", true);
    row("not replaced", WriteKind::Replace, "b", 0, "a", "a", false);
    row("deleted", WriteKind::Delete, "", 0, "a", {}, true);
    row("not deleted", WriteKind::Delete, "", 0, "a", "a", false);
    row("gone", WriteKind::Replace, "b", 0, "a", {}, false);
    row("appended", WriteKind::Append, "b", 0, "a", "ab", true);
    row("not appended", WriteKind::Append, "b", 0, "a", "a", false);
    row("patched", WriteKind::Patch, "{\"a\":2}", 0, "{\"a\":1, \"b\":1}", "{\"b\":1,\"a\":2}", true);
    row("patched beside others", WriteKind::Patch, "{\"a\":2}", 0, "{\"a\":1,\"b\":1}", "{\"a\":2,\"b\":7}",
        true);
    row("not patched", WriteKind::Patch, "{\"a\":2}", 0, "{\"a\":1}", "{\"a\":1}", false);
    row("removal patched", WriteKind::Patch, "{\"a\":null}", 0, "{\"a\":1,\"b\":1}", "{\"b\":1}", true);
    row("removal not patched", WriteKind::Patch, "{\"a\":null}", 0, "{\"a\":1}", "{\"a\":1}", false);
    row("counted", WriteKind::Increment, "", 5, "10", "15", true);
    row("counted by others too", WriteKind::Increment, "", 5, "10", "16", false);
    row("not counted", WriteKind::Increment, "", 5, "10", "10", false);
    row("no counter", WriteKind::Increment, "", 5, "x", "x5", false);
}

void tst_SavePlan::effect()
{
    QFETCH(WriteKind, kind);
    QFETCH(QByteArray, sent);
    QFETCH(qint64, delta);
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, value);
    QFETCH(bool, shows);
    WriteRequest request;
    request.kind = kind;
    request.value = sent;
    request.delta = delta;
    QCOMPARE(showsEffect(request, base, value.isNull() ? std::nullopt : std::optional(value)), shows);
}

void tst_SavePlan::counterValues_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isCounter");
    for (const char *counter : {"0", "7", "-7", "9223372036854775807", "-9223372036854775808"})
        QTest::newRow(counter) << QByteArray(counter) << true;
    for (const char *other :
         {"", "-", "+7", "07", "-0", "7.0", "1e3", " 7", "7 ", "7\n", "0x7", "9223372036854775808",
          "-9223372036854775809", "99999999999999999999999", "seven"})
        QTest::addRow("\"%s\"", other) << QByteArray(other) << false;
}

void tst_SavePlan::counterValues()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, isCounter);
    const std::optional<qint64> number = counterValue(value);
    QCOMPARE(number.has_value(), isCounter);
    if (number)
        QCOMPARE(QByteArray::number(*number), value);
}

void tst_SavePlan::counterSteps_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<bool>("fits");
    QTest::newRow("up") << qint64(10) << qint64(15) << true;
    QTest::newRow("down") << qint64(10) << qint64(-15) << true;
    QTest::newRow("none") << qint64(10) << qint64(10) << true;
    QTest::newRow("largest step") << qint64(0) << MaxCounterStep << true;
    QTest::newRow("largest step down") << qint64(0) << -MaxCounterStep << true;
    QTest::newRow("one more") << qint64(0) << MaxCounterStep + 1 << false;
    QTest::newRow("one more down") << qint64(0) << -MaxCounterStep - 1 << false;
    QTest::newRow("end to end") << Smallest << Largest << false;
    QTest::newRow("end to end down") << Largest << Smallest << false;
    QTest::newRow("at the end") << Largest << Largest - 1 << true;
    QTest::newRow("at the other end") << Smallest << Smallest + 1 << true;
}

void tst_SavePlan::counterSteps()
{
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(bool, fits);
    const std::optional<qint64> step = counterStep(from, to);
    QCOMPARE(step.has_value(), fits);
    if (step)
        QVERIFY(counterSum(from, *step) == to);
}

void tst_SavePlan::counterSums()
{
    QVERIFY(counterSum(1, 2) == 3);
    QVERIFY(counterSum(Largest, 0) == Largest);
    QVERIFY(!counterSum(Largest, 1));
    QVERIFY(!counterSum(Smallest, -1));
    QVERIFY(counterSum(Smallest, Largest) == -1);
    QVERIFY(!counterSum(Smallest, Smallest));
}

void tst_SavePlan::excess()
{
    QVERIFY(SaveTexts::excess(3072, 3072).isEmpty());
    QVERIFY(SaveTexts::excess(1'000'000, 0).isEmpty());
    QVERIFY(SaveTexts::excess(4276, 3072).contains(QStringLiteral("1,204 byte")));
}

void tst_SavePlan::modeIsRememberedForEachProfile()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.json"));
    {
        Settings settings(file);
        QCOMPARE(savedMode(settings, QStringLiteral("a")), SaveMode::Replace);
        rememberMode(settings, QStringLiteral("a"), SaveMode::Patch);
        rememberMode(settings, QStringLiteral("b"), SaveMode::Append);
    }
    const Settings settings(file);
    QCOMPARE(savedMode(settings, QStringLiteral("a")), SaveMode::Patch);
    QCOMPARE(savedMode(settings, QStringLiteral("b")), SaveMode::Append);
    QCOMPARE(savedMode(settings, QStringLiteral("c")), SaveMode::Replace);
}

QTEST_GUILESS_MAIN(tst_SavePlan)

#include "tst_saveplan.moc"
