// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/formatguess.h"

#include "failonwarning.h"
#include "transfer/recordencoder.h"

#include <QTest>

using namespace Studio;

class tst_FormatGuess : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void guesses_data();
    void guesses();
    void knowsWhatIsWritten_data();
    void knowsWhatIsWritten();
};

void tst_FormatGuess::guesses_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<int>("expected"); // −1 = nothing
    const int lines = int(RecordFormat::JsonLines);
    const int object = int(RecordFormat::JsonObject);
    const int csv = int(RecordFormat::Csv);
    QTest::newRow("empty") << QByteArray() << true << -1;
    QTest::newRow("blank") << QByteArray(" \r\n\t") << true << -1;
    QTest::newRow("mark alone") << QByteArray("\xEF\xBB\xBF") << true << -1;
    QTest::newRow("lines") << QByteArray("{\"key\":\"a\",\"value\":\"1\"}\n{\"key\":") << false << lines;
    QTest::newRow("one line") << QByteArray("{\"key\":\"a\",\"value\":\"1\"}") << true << lines;
    QTest::newRow("lines behind a mark")
        << QByteArray("\xEF\xBB\xBF{\"key\":\"a\",\"value\":1}\r\n") << true << lines;
    QTest::newRow("long line") << QByteArray("{\"key\":\"a\",\"value\":\"") + QByteArray(1000, 'x') << false
                               << lines;
    QTest::newRow("long line of base64")
        << QByteArray("{\"key64\":\"YQ==\",\"value\":\"xxx") << false << lines;
    QTest::newRow("object") << QByteArray("{\"a\": 1, \"b\": 2}\n") << true << object;
    QTest::newRow("indented object") << QByteArray("{\n  \"key\": 1\n}") << true << object;
    QTest::newRow("long object") << QByteArray("{\"a\": \"") + QByteArray(1000, 'x') << false << object;
    QTest::newRow("csv") << QByteArray("key,value\na,1\n") << true << csv;
    QTest::newRow("quoted csv") << QByteArray("\"key\";\"value\"\n") << true << csv;
}

void tst_FormatGuess::guesses()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, isWhole);
    QFETCH(int, expected);
    const auto format = guessFormat(head, isWhole);
    QCOMPARE(format ? int(*format) : -1, expected);
}

void tst_FormatGuess::knowsWhatIsWritten_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("lines") << int(RecordFormat::JsonLines);
    QTest::newRow("object") << int(RecordFormat::JsonObject);
    QTest::newRow("csv") << int(RecordFormat::Csv);
}

void tst_FormatGuess::knowsWhatIsWritten()
{
    QFETCH(int, format);
    RecordWriteOptions options;
    options.format = RecordFormat(format);
    RecordEncoder encoder(options);
    QByteArray text;
    encoder.begin(text);
    encoder.append(text, "a\xFF", "{\"key\":1}");
    encoder.append(text, "b", "plain");
    encoder.end(text);
    const auto guessed = guessFormat(text, true);
    QVERIFY(guessed.has_value());
    QCOMPARE(int(*guessed), format);
}

QTEST_GUILESS_MAIN(tst_FormatGuess)
#include "tst_formatguess.moc"
