// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transfer/recordencoder.h"
#include "transfer/recordreader.h"

#include "json/jsonscanner.h"

#include "failonwarning.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

using namespace Studio;
using Item = RecordReader::Item;

namespace
{

constexpr auto Lines = RecordFormat::JsonLines;
constexpr auto Object = RecordFormat::JsonObject;
constexpr auto Csv = RecordFormat::Csv;

QByteArray written(const QList<FileRecord> &records, const RecordWriteOptions &options)
{
    RecordEncoder encoder(options);
    QByteArray out;
    encoder.begin(out);
    for (const FileRecord &record : records)
        encoder.append(out, record.key, record.value);
    encoder.end(out);
    return out;
}

QList<Item> itemsOf(RecordFormat format, const QByteArray &file, const RecordReader::Limits &limits = {})
{
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    const auto reader = RecordReader::create(format, buffer, limits);
    QList<Item> items;
    for (;;) {
        const Item item = reader->next();
        if (item.kind == Item::Kind::End)
            break;
        items.append(item);
        if (item.kind == Item::Kind::Failed)
            break;
    }
    return items;
}

/// One word for each item: "key=value", "line!" for a problem, "line!!" for the end of all.
QList<QByteArray> shortForm(const QList<Item> &items)
{
    QList<QByteArray> list;
    for (const Item &item : items) {
        if (item.kind == Item::Kind::Record)
            list.append(item.record.key + '=' + item.record.value);
        else
            list.append(QByteArray::number(item.line) + (item.kind == Item::Kind::Failed ? "!!" : "!"));
    }
    return list;
}

/// Gives a few bytes at a time, and fails after some.
class FailingDevice : public QIODevice
{
public:
    FailingDevice(QByteArray data, qint64 failAt)
        : m_data(std::move(data))
        , m_failAt(failAt)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *to, qint64 most) override
    {
        if (m_at >= m_failAt) {
            setErrorString(QStringLiteral("the disk is gone"));
            return -1;
        }
        const qint64 count = std::min({most, qint64(3), m_data.size() - m_at, m_failAt - m_at});
        std::copy_n(m_data.constData() + m_at, count, to);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_data;
    qint64 m_failAt;
    qint64 m_at = 0;
};

} // namespace

class tst_RecordFiles : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void written_data();
    void written();
    void read_data();
    void read();
    void sentences_data();
    void sentences();
    void roundTrip_data();
    void roundTrip();
    void anyBytesAreReadOrExplained_data();
    void anyBytesAreReadOrExplained();
    void sizeLimit_data();
    void sizeLimit();
    void failingDevice_data();
    void failingDevice();
    void position();
    void names();
};

void tst_RecordFiles::written_data()
{
    QTest::addColumn<RecordFormat>("format");
    QTest::addColumn<QList<FileRecord>>("records");
    QTest::addColumn<QByteArray>("file");
    const auto row = [](const char *name, RecordFormat format, const QList<FileRecord> &records,
                        const QByteArray &file) { QTest::newRow(name) << format << records << file; };
    row("lines: none", Lines, {}, "");
    row("lines", Lines, {{"a", "{\"x\": 1.0}"}, {"b\n", "\"\xC3\xA9"}},
        "{\"key\":\"a\",\"value\":\"{\\\"x\\\": 1.0}\"}\n{\"key\":\"b\\n\",\"value\":\"\\\"\xC3\xA9\"}\n");
    row("lines: bytes", Lines, {{"\xFF", "\xFE"}}, "{\"key64\":\"/w==\",\"value64\":\"/g==\"}\n");
    row("lines: NUL", Lines, {{QByteArray("\0", 1), QByteArray("\0", 1)}},
        "{\"key\":\"\\u0000\",\"value\":\"\\u0000\"}\n");
    row("object: none", Object, {}, "{}\n");
    row("object", Object,
        {{"a", "{\"x\": 1.0}"}, {"b", "text"}, {"c", "12345678901234567890"}, {"d", "\"s\""}},
        "{\n\"a\": {\"x\": 1.0},\n\"b\": \"text\",\n\"c\": 12345678901234567890,\n\"d\": \"\\\"s\\\"\"\n}\n");
    row("object: blanks", Object, {{"a", " 1"}, {"b", "1\n"}}, "{\n\"a\": \" 1\",\n\"b\": \"1\\n\"\n}\n");
    row("object: bytes", Object, {{"\xFF", "\xFE"}}, "{\n\"$base64:/w==\": {\"$base64\":\"/g==\"}\n}\n");
    row("object: looks like bytes", Object, {{"$base64:", "{\"$base64\":1}"}},
        "{\n\"$base64:JGJhc2U2NDo=\": \"{\\\"$base64\\\":1}\"\n}\n");
    row("csv", Csv, {{"a", "1"}, {"b,", "x\"y\r\nz"}, {"c", " s"}},
        "key,value\r\na,1\r\n\"b,\",\"x\"\"y\r\nz\"\r\nc,\" s\"\r\n");
    row("csv: bytes", Csv, {{"\xFF", QByteArray("a\0", 2)}, {"base64:x", "base64"}},
        "key,value\r\nbase64:/w==,base64:YQA=\r\nbase64:YmFzZTY0Ong=,base64\r\n");
}

void tst_RecordFiles::written()
{
    QFETCH(RecordFormat, format);
    QFETCH(QList<FileRecord>, records);
    RecordWriteOptions options;
    options.format = format;
    QTEST(::written(records, options), "file");
}

void tst_RecordFiles::read_data()
{
    QTest::addColumn<RecordFormat>("format");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QList<QByteArray>>("items");
    const auto row = [](const char *name, RecordFormat format, const QByteArray &file,
                        const QList<QByteArray> &items) { QTest::newRow(name) << format << file << items; };
    row("lines: none", Lines, "", {});
    row("lines: blank", Lines, "\n \r\n\t\n", {});
    row("lines", Lines, "{\"key\":\"a\",\"value\":\"1\"}\n{\"value\":\"2\",\"key\":\"b\"}", {"a=1", "b=2"});
    row("lines: BOM, CR LF", Lines,
        "\xEF\xBB\xBF{\"key\":\"a\",\"value\":\"1\"}\r\n\r\n{\"key\":\"b\",\"value\":\"\"}\r\n",
        {"a=1", "b="});
    row("lines: other members", Lines, "{\"at\":5,\"key\":\"a\",\"x\":{},\"value\":\"1\"}", {"a=1"});
    row("lines: value as JSON", Lines,
        "{\"key\":\"a\",\"value\": {\"x\" : 1.0} }\n{\"key\":\"b\",\"value\":null}",
        {"a={\"x\" : 1.0}", "b=null"});
    row("lines: Base64 by either name", Lines,
        "{\"key64\":\"YQ==\",\"value64\":\"Yg==\"}\n{\"keyBase64\":\"Yw==\",\"valueBase64\":\"ZA==\"}",
        {"a=b", "c=d"});
    row("lines: mistakes", Lines,
        "{\"key\":\"a\",\"value\":\"1\"}\n{\"key\":\"b\"\n\r\n[]\n{\"key\":5,\"value\":\"\"}\n{\"value\":"
        "\"\"}\n"
        "{\"key\":\"x\"}\n{\"key64\":\"!\",\"value\":\"\"}\n{\"key\":\"\\ud800\",\"value\":\"\"}\n"
        "{\"key\":\"a\",\"key64\":\"YQ==\",\"value\":\"\"}\n{\"key\":\"z\",\"value\":\"2\"}\n",
        {"a=1", "2!", "4!", "5!", "6!", "7!", "8!", "9!", "10!", "z=2"});
    row("lines: surrogates", Lines, "{\"key\":\"\\ud83d\\ude00\",\"value\":\"\\\\ud800\"}",
        {"\xF0\x9F\x98\x80=\\ud800"});
    row("lines: UTF-16", Lines, QByteArray("\xFF\xFE{\0", 4), {"1!!"});
    row("object: none", Object, " { } \n", {});
    row("object", Object, "{\"a\":1.0,\n\"b\":\"x,}\\\"\",\"c\":{\"d\":[1,{}]} }",
        {"a=1.0", "b=x,}\"", "c={\"d\":[1,{}]}"});
    row("object: bytes", Object, "{\"$base64:YQ==\":{\"$base64\":\"Yg==\"}}", {"a=b"});
    row("object: nearly bytes", Object, "{\"a\":{\"$base64\":\"Yg==\",\"b\":1},\"c\":{\"$base64\":5}}",
        {"a={\"$base64\":\"Yg==\",\"b\":1}", "c={\"$base64\":5}"});
    row("object: BOM", Object, "\xEF\xBB\xBF{\"a\":1}", {"a=1"});
    row("object: mistakes", Object,
        "{\"a\":1,\n\"b\":x,\n\"c\" 2,\n\"d\":{\n]},\n,\"e\":\"\\udc00\",\"$base64:!\":1,\n\"f\":2}",
        {"a=1", "2!", "3!", "5!", "6!", "6!", "6!", "f=2"});
    row("object: comma too many", Object, "{\"a\":1,\n}", {"a=1", "2!"});
    row("object: not closed", Object, "{\"a\":1,\n\"b\":2", {"a=1", "2!!"});
    row("object: cut in a string", Object, "{\"a\":1,\"b\":\"2}", {"a=1", "1!!"});
    row("object: an array", Object, "[1]", {"1!!"});
    row("object: empty file", Object, "\n", {"2!!"});
    row("object: more behind", Object, "{\"a\":1}\n{\"b\":2}", {"a=1", "2!!"});
    row("csv", Csv, "key,value\r\na,1\r\nb,\"x\"\"\r\ny\"\r\n", {"a=1", "b=x\"\r\ny"});
    row("csv: LF, no end", Csv, "value,x,Key\n1,2,a\n,,b", {"a=1", "b="});
    row("csv: semicolons", Csv, "\xEF\xBB\xBFkey;type;value\r\na;number;1,5\r\n", {"a=1,5"});
    row("csv: tabs", Csv, "key\tvalue\na\t1;2\n", {"a=1;2"});
    row("csv: quoted names", Csv, "\"key\",\"value\"\n\"a\",\"\"\n", {"a="});
    row("csv: blank lines", Csv, "key,value\n\na,1\n\n\n", {"a=1"});
    row("csv: bytes", Csv, "key,value\nbase64:YQ==,base64:\nb,base64:!\nbase64:!,\n", {"a=", "3!", "4!"});
    row("csv: mistakes", Csv, "key,value\na\nb,1,2\n,1\nc,\"x\"y\nd,\"1\n2\"\ne,5\n",
        {"2!", "3!", "4!", "5!", "d=1\n2", "e=5"});
    row("csv: cut in quotes", Csv, "key,value\na,1\nb,\"x\ny", {"a=1", "3!"});
    row("csv: no names", Csv, "a,1\nb,2\n", {"1!!"});
    row("csv: empty", Csv, "", {"1!!"});
}

void tst_RecordFiles::read()
{
    QFETCH(RecordFormat, format);
    QFETCH(QByteArray, file);
    const QList<Item> items = itemsOf(format, file);
    QTEST(shortForm(items), "items");
    for (const Item &item : items)
        QCOMPARE(item.problem.isEmpty(), item.kind == Item::Kind::Record);
}

void tst_RecordFiles::sentences_data()
{
    QTest::addColumn<RecordFormat>("format");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("part");
    QTest::newRow("column") << Lines << QByteArray("{\"key\":\"a\" \"value\":1}")
                            << QStringLiteral("Column 12: A comma");
    QTest::newRow("key missing") << Lines << QByteArray("{}") << QStringLiteral("“key” is missing");
    QTest::newRow("value missing") << Lines << QByteArray("{\"key\":\"a\"}")
                                   << QStringLiteral("“value” is missing");
    QTest::newRow("surrogate") << Lines << QByteArray("{\"key\":\"\\udc00\",\"value\":1}")
                               << QStringLiteral("surrogate");
    QTest::newRow("cells") << Csv << QByteArray("key,value\na\n")
                           << QStringLiteral("1 cells, the first line has 2");
    QTest::newRow("colon") << Object << QByteArray("{\"a\" 1}") << QStringLiteral("colon");
    QTest::newRow("utf-16") << Csv << QByteArray("\xFE\xFF") << QStringLiteral("UTF-8");
}

void tst_RecordFiles::sentences()
{
    QFETCH(RecordFormat, format);
    QFETCH(QByteArray, file);
    QFETCH(QString, part);
    const QList<Item> items = itemsOf(format, file);
    QCOMPARE(items.size(), 1);
    QVERIFY2(items.first().problem.contains(part), qPrintable(items.first().problem));
}

void tst_RecordFiles::roundTrip_data()
{
    QTest::addColumn<RecordWriteOptions>("options");
    RecordWriteOptions options;
    QTest::newRow("lines") << options;
    options.format = Object;
    QTest::newRow("object") << options;
    options.format = Csv;
    QTest::newRow("csv") << options;
    options.separator = ';';
    options.byteOrderMark = true;
    QTest::newRow("csv ;") << options;
    options.separator = '\t';
    options.columns = {{CsvColumn::Kind::Size, {}},          {CsvColumn::Kind::Value, {}},
                       {CsvColumn::Kind::Pointer, "/a,\"b"}, {CsvColumn::Kind::Type, {}},
                       {CsvColumn::Kind::Pointer, "/0"},     {CsvColumn::Kind::Key, {}}};
    QTest::newRow("csv columns") << options;
}

void tst_RecordFiles::roundTrip()
{
    QFETCH(RecordWriteOptions, options);
    const QList<QByteArray> parts{"a",
                                  "\"",
                                  ",",
                                  ";",
                                  "\t",
                                  "\r\n",
                                  "\n",
                                  "\r",
                                  " ",
                                  "{",
                                  "}",
                                  "[1]",
                                  "\\",
                                  "\\u0041",
                                  "base64:",
                                  "$base64:",
                                  "\xC3\xA9",
                                  "\xF0\x9F\x98\x80",
                                  "\xEF\xBB\xBF",
                                  "\xFF",
                                  "\xC3",
                                  "\xED\xA0\x80",
                                  "1.0",
                                  "{\"$base64\":\"x\"}",
                                  "{\"0\":\"x;\"}",
                                  "null",
                                  "=1+1",
                                  "'",
                                  QByteArray(1, '\0'),
                                  QByteArray("\x01\x7F")};
    for (quint32 seed = 1; seed <= 300; ++seed) {
        QRandomGenerator random(seed);
        QList<FileRecord> records;
        const auto bytes = [&](int least) {
            QByteArray text;
            for (int i = int(random.bounded(5)) + least; i > 0; --i)
                text += random.bounded(4) == 0 ? QByteArray(1, char(random.bounded(256)))
                                               : parts[random.bounded(int(parts.size()))];
            return text;
        };
        for (int i = int(random.bounded(12)); i > 0; --i)
            records.append({bytes(1), bytes(0)});
        const QByteArray file = ::written(records, options);
        if (options.format == Object)
            QVERIFY(!validateJson(file));
        QVERIFY2(isValidUtf8(file), qPrintable(QStringLiteral("seed %1").arg(seed)));
        QList<FileRecord> back;
        for (const Item &item : itemsOf(options.format, file)) {
            QVERIFY2(item.kind == Item::Kind::Record,
                     qPrintable(
                         QStringLiteral("seed %1, line %2: %3").arg(seed).arg(item.line).arg(item.problem)));
            back.append(item.record);
        }
        QVERIFY2(back == records, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

void tst_RecordFiles::anyBytesAreReadOrExplained_data()
{
    QTest::addColumn<RecordFormat>("format");
    QTest::newRow("lines") << Lines;
    QTest::newRow("object") << Object;
    QTest::newRow("csv") << Csv;
}

/// Good files with some bytes changed: never a crash, a record or a sentence each time, and it ends.
void tst_RecordFiles::anyBytesAreReadOrExplained()
{
    QFETCH(RecordFormat, format);
    RecordWriteOptions options;
    options.format = format;
    const QByteArray good = ::written(
        {{"a", "1"}, {"b", "{\"x\":[1,\"\xC3\xA9\"]}"}, {"c", "t,e\"x\nt"}, {"d", "\xFF"}}, options);
    int problems = 0;
    for (quint32 seed = 1; seed <= 3000; ++seed) {
        QRandomGenerator random(seed);
        QByteArray file = good;
        for (int i = int(random.bounded(4)); i >= 0; --i) {
            const auto at = qsizetype(random.bounded(int(file.size())));
            if (random.bounded(2) == 0)
                file[at] = char(random.bounded(256));
            else
                file.remove(at, 1 + qsizetype(random.bounded(3)));
        }
        const QList<Item> items = itemsOf(format, file);
        QVERIFY(items.size() < 40);
        for (const Item &item : items) {
            problems += item.kind == Item::Kind::Record ? 0 : 1;
            QVERIFY(item.line >= 1);
            QCOMPARE(item.problem.isEmpty(), item.kind == Item::Kind::Record);
        }
    }
    QVERIFY(problems > 500);
}

void tst_RecordFiles::sizeLimit_data()
{
    QTest::addColumn<RecordFormat>("format");
    QTest::addColumn<QByteArray>("file");
    const QByteArray large(100, 'x');
    QTest::newRow("lines") << Lines
                           << "{\"key\":\"a\",\"value\":\"1\"}\n{\"key\":\"b\",\"value\":\"" + large
                                  + "\"}\n{\"key\":\"c\",\"value\":\"2\"}\n";
    QTest::newRow("object") << Object << "{\"a\":1,\n\"b\":\"" + large + "\",\n\"c\":2}";
    QTest::newRow("csv") << Csv << "key,value\na,1\nb,\"x\"\"" + large + "\"\nc,2\n";
    QTest::newRow("csv: many cells") << Csv << "key,value\na,1\n" + QByteArray(500, ',') + "\nc,2\n";
}

void tst_RecordFiles::sizeLimit()
{
    QFETCH(RecordFormat, format);
    QFETCH(QByteArray, file);
    RecordReader::Limits limits;
    limits.recordBytes = 40;
    const QList<QByteArray> items = shortForm(itemsOf(format, file, limits));
    QCOMPARE(items.size(), 3);
    QCOMPARE(items[0], QByteArray("a=1"));
    QVERIFY(items[1].endsWith('!'));
    QCOMPARE(items[2], QByteArray("c=2"));
}

void tst_RecordFiles::failingDevice_data()
{
    QTest::addColumn<RecordFormat>("format");
    QTest::newRow("lines") << Lines;
    QTest::newRow("object") << Object;
    QTest::newRow("csv") << Csv;
}

/// Wherever the device fails: the file's end is not mistaken for that, and no half record is read.
void tst_RecordFiles::failingDevice()
{
    QFETCH(RecordFormat, format);
    RecordWriteOptions options;
    options.format = format;
    const QByteArray file = ::written({{"aa", "11"}, {"bb", "22"}}, options);
    for (qint64 failAt = 0; failAt < file.size(); ++failAt) {
        FailingDevice device(file, failAt);
        const auto reader = RecordReader::create(format, device);
        Item item = reader->next();
        while (item.kind == Item::Kind::Record) {
            QVERIFY(item.record == (FileRecord{"aa", "11"}) || item.record == (FileRecord{"bb", "22"}));
            item = reader->next();
        }
        QCOMPARE(item.kind, Item::Kind::Failed);
        QVERIFY2(item.problem.contains(QLatin1String("the disk is gone")), qPrintable(item.problem));
        QCOMPARE(reader->next().kind, Item::Kind::Failed);
    }
}

void tst_RecordFiles::position()
{
    const QByteArray first = "{\"key\":\"a\",\"value\":\"1\"}\n";
    QBuffer buffer;
    buffer.setData(first + first + "\n");
    buffer.open(QIODevice::ReadOnly);
    const auto reader = RecordReader::create(Lines, buffer);
    QCOMPARE(reader->position(), 0);
    QCOMPARE(reader->next().line, 1);
    QCOMPARE(reader->position(), first.size());
    QCOMPARE(reader->next().line, 2);
    QCOMPARE(reader->next().kind, Item::Kind::End);
    QCOMPARE(reader->position(), buffer.data().size());
    QCOMPARE(reader->next().kind, Item::Kind::End);
}

void tst_RecordFiles::names()
{
    for (const RecordFormat format : {Lines, Object, Csv})
        QCOMPARE(formatOfFile(QStringLiteral("/x/y.z.") + fileSuffix(format).toUpper()),
                 std::optional(format));
    QVERIFY(!formatOfFile(QStringLiteral("x")));
    QVERIFY(!formatOfFile(QStringLiteral("x.txt")));
}

QTEST_GUILESS_MAIN(tst_RecordFiles)

#include "tst_recordfiles.moc"
