// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codegen/codesnippet.h"
#include "codegen/literals.h"

#include "failonwarning.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

namespace
{

struct Ran {
    bool started = false;
    int code = -1;
    QByteArray output;
    QByteArray problem;
};

Ran run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    Ran ran;
    ran.started = process.waitForStarted();
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(60000);
    ran.code = process.exitCode();
    ran.output = process.readAllStandardOutput();
    ran.problem = process.readAllStandardError();
    return ran;
}

/// Texts that break careless quoting.
QList<QByteArray> odd(bool withNul)
{
    QList<QByteArray> texts{
        "plain",
        "it's \"quoted\" \\ and \\n",
        "line\nbreak\r\n\ttab",
        "$HOME `id` $(id) !x ${a} %s %d # ; & | * ~",
        "?\?/ ?\?= trigraphs",
        QByteArray("\xc3\xa9") + "1", // an escape that would swallow the figure
        QString::fromUcs4(U"\u202Eevil\u2066\u200B\u2028\u2029\uFEFF").toUtf8(),
        QString::fromUcs4(U"\U0001F600\U0010FFFF").toUtf8(),
        "\x01\x1b[31m\x7f",
        "</script><!--",
        "a/b?c=d&e#f+g %41",
        "..",
    };
    if (withNul)
        texts.append(QByteArray("a\0"
                                "12\0",
                                5));
    return texts;
}

CodeRequest request(CodeOperation operation)
{
    CodeRequest request;
    request.operation = operation;
    request.key = "user:1's";
    request.value = R"({"a":"x y"})";
    request.delta = -3;
    request.baseUrl = QStringLiteral("wss://api.example.com/ws");
    return request;
}

} // namespace

class tst_CodeSnippet : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void jsonReadsBack();
    void shellReadsBack();
    void javaScriptReadsBack();
    void cppReadsBack();
    void nothingInvisibleIsLeft();
    void restBase_data();
    void restBase();
    void code_data();
    void code();
    void noCredential();
    void frames();
    void largeBodiesGoThroughStandardInput();
    void curlSendsTheBody();
};

void tst_CodeSnippet::jsonReadsBack()
{
    for (const QByteArray &text : odd(true)) {
        const QByteArray document = "{\"v\":" + Literals::json(text) + '}';
        QCOMPARE(QJsonDocument::fromJson(document).object().value(QLatin1String("v")).toString().toUtf8(),
                 text);
    }
}

void tst_CodeSnippet::shellReadsBack()
{
    for (const QByteArray &text : odd(false)) {
        const Ran ran = run(QStringLiteral("/bin/sh"), {}, "printf %s " + Literals::shell(text) + '\n');
        QVERIFY(ran.started);
        QCOMPARE(ran.output, text);
    }
}

void tst_CodeSnippet::javaScriptReadsBack()
{
    const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
    if (node.isEmpty())
        QSKIP("Node.js is not installed, so that it cannot read its own literals");
    QByteArray program;
    QByteArray expected;
    for (const QByteArray &text : odd(true)) {
        program += "console.log(Buffer.from(" + Literals::javaScript(text) + ").toString('hex'));\n";
        expected += text.toHex() + '\n';
    }
    const Ran ran = run(node, {QStringLiteral("-")}, program);
    QVERIFY2(ran.code == 0, ran.problem.constData());
    QCOMPARE(ran.output, expected);
}

void tst_CodeSnippet::cppReadsBack()
{
    QTemporaryDir folder;
    QByteArray program = "#include <cstdio>\ntemplate <unsigned long n> void show(const char (&t)[n]) {\n"
                         "    for (unsigned long i = 0; i + 1 < n; ++i) std::printf(\"%02x\", "
                         "static_cast<unsigned char>(t[i]));\n    std::printf(\"\\n\");\n}\nint main() {\n";
    QByteArray expected;
    for (const QByteArray &text : odd(true)) {
        program += "show(" + Literals::cpp(text) + ");\n";
        expected += text.toHex() + '\n';
    }
    program += "}\n";
    const QString binary = folder.filePath(QStringLiteral("literals"));
    // -std=c++11: the last one with trigraphs.
    const Ran built = run(QStringLiteral(TEST_CXX),
                          {QStringLiteral("-std=c++11"), QStringLiteral("-x"), QStringLiteral("c++"),
                           QStringLiteral("-o"), binary, QStringLiteral("-")},
                          program);
    QVERIFY2(built.code == 0, built.problem.constData());
    QCOMPARE(run(binary, {}).output, expected);
}

void tst_CodeSnippet::nothingInvisibleIsLeft()
{
    for (const QByteArray &text : odd(true)) {
        CodeRequest wanted = request(CodeOperation::Set);
        wanted.key = text;
        wanted.value = text;
        for (const CodeLanguage language :
             {CodeLanguage::JavaScript, CodeLanguage::Cpp, CodeLanguage::Curl, CodeLanguage::RawFrame}) {
            for (const char32_t c : codeFor(wanted, language).toUcs4()) {
                if (c == U'\n')
                    continue;
                const QChar::Category category = QChar::category(c);
                QVERIFY(category != QChar::Other_Control && category != QChar::Other_Format);
            }
        }
    }
}

void tst_CodeSnippet::restBase_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("base");
    QTest::newRow("wss") << "wss://api.example.com/ws"
                         << "https://api.example.com";
    QTest::newRow("ws, port") << "ws://localhost:3000"
                              << "http://localhost:3000";
    QTest::newRow("no scheme") << " api.example.com/ "
                               << "https://api.example.com";
    QTest::newRow("path") << "HTTPS://api.example.com/base/ws//"
                          << "https://api.example.com/base";
    QTest::newRow("http") << "http://127.0.0.1:1/"
                          << "http://127.0.0.1:1";
    QTest::newRow("credential") << "wss://me:secret@h/ws?apiKey=secret#secret"
                                << "https://h";
}

void tst_CodeSnippet::restBase()
{
    QFETCH(const QString, typed);
    QTEST(Studio::restBase(typed), "base");
}

void tst_CodeSnippet::code_data()
{
    QTest::addColumn<CodeOperation>("operation");
    QTest::addColumn<CodeLanguage>("language");
    QTest::addColumn<QString>("part");
    using O = CodeOperation;
    using L = CodeLanguage;
    QTest::newRow("js get") << O::Get << L::JavaScript << R"(await client.get('user:1\'s');)";
    QTest::newRow("js set") << O::Set << L::JavaScript << R"(client.set('user:1\'s', '{"a":"x y"}');)";
    QTest::newRow("js patch") << O::Patch << L::JavaScript << R"('{"a":"x y"}', true);)";
    QTest::newRow("js increment") << O::Increment << L::JavaScript << R"(atomicIncrement('user:1\'s', -3);)";
    QTest::newRow("js delete") << O::Delete << L::JavaScript << R"(await client.delete('user:1\'s');)";
    QTest::newRow("cpp get") << O::Get << L::Cpp << R"(client->get(QByteArrayLiteral("user:1's"));)";
    QTest::newRow("cpp set") << O::Set << L::Cpp << R"(, QByteArrayLiteral("{\"a\":\"x y\"}"));)";
    QTest::newRow("cpp patch") << O::Patch << L::Cpp << "Hpkv::WriteReply *reply = client->patch(";
    QTest::newRow("cpp increment") << O::Increment << L::Cpp << R"("user:1's"), -3);)";
    QTest::newRow("cpp delete") << O::Delete << L::Cpp << R"(client->remove(QByteArrayLiteral("user:1's"));)";
    QTest::newRow("curl get") << O::Get << L::Curl << "'https://api.example.com/record/user%3A1%27s'";
    QTest::newRow("curl set") << O::Set << L::Curl << R"({"key":"user:1'\''s","value":"{\"a\":\"x y\"}"})";
    QTest::newRow("curl patch") << O::Patch << L::Curl << R"(,"partialUpdate":true})";
    QTest::newRow("curl increment") << O::Increment << L::Curl << R"(/record/atomic')";
    QTest::newRow("curl delete") << O::Delete << L::Curl << "curl -sS -X DELETE ";
    QTest::newRow("frame") << O::Get << L::RawFrame << R"({"op":1,"key":"user:1's","messageId":1})";
}

void tst_CodeSnippet::code()
{
    QFETCH(const CodeOperation, operation);
    QFETCH(const CodeLanguage, language);
    QFETCH(const QString, part);
    const QString text = codeFor(request(operation), language);
    QVERIFY2(text.contains(part), qPrintable(text));
}

void tst_CodeSnippet::noCredential()
{
    CodeRequest wanted = request(CodeOperation::Set);
    wanted.baseUrl = QStringLiteral("wss://me:hunter2@api.example.com/ws?apiKey=hunter2");
    for (const CodeLanguage language :
         {CodeLanguage::JavaScript, CodeLanguage::Cpp, CodeLanguage::Curl, CodeLanguage::RawFrame}) {
        const QString text = codeFor(wanted, language);
        QVERIFY(!text.contains(QLatin1String("hunter2")));
        QCOMPARE(text.contains(QLatin1String("HPKV_API_KEY")), language != CodeLanguage::RawFrame);
    }
}

void tst_CodeSnippet::frames()
{
    const QList<std::pair<CodeOperation, int>> operations{{CodeOperation::Get, 1},
                                                          {CodeOperation::Set, 2},
                                                          {CodeOperation::Patch, 3},
                                                          {CodeOperation::Delete, 4},
                                                          {CodeOperation::Increment, 6}};
    for (const auto &[operation, op] : operations) {
        const CodeRequest wanted = request(operation);
        const QJsonObject frame =
            QJsonDocument::fromJson(codeFor(wanted, CodeLanguage::RawFrame).toUtf8()).object();
        QCOMPARE(frame.value(QLatin1String("op")).toInt(), op);
        QCOMPARE(frame.value(QLatin1String("key")).toString().toUtf8(), wanted.key);
        const QJsonValue value = frame.value(QLatin1String("value"));
        if (op == 2 || op == 3)
            QCOMPARE(value.toString().toUtf8(), wanted.value);
        else if (op == 6)
            QCOMPARE(value.toInteger(), wanted.delta);
        else
            QVERIFY(value.isUndefined());
    }
}

void tst_CodeSnippet::largeBodiesGoThroughStandardInput()
{
    CodeRequest wanted = request(CodeOperation::Set);
    wanted.value = QByteArray(200'000, 'x') + "\nHPKV_END\n";
    const QString text = codeFor(wanted, CodeLanguage::Curl);
    QVERIFY(text.contains(QLatin1String("--data-binary @- <<'HPKV_END'\n")));
    QVERIFY(text.endsWith(QLatin1String("\"}\nHPKV_END\n")));
    QCOMPARE(text.count(QLatin1String("\nHPKV_END\n")), 1);
}

/// The command as a shell takes it apart: curl is one that writes down its arguments.
void tst_CodeSnippet::curlSendsTheBody()
{
    for (const QByteArray &key : odd(true)) {
        CodeRequest wanted = request(CodeOperation::Set);
        wanted.key = key;
        wanted.value = key;
        const QByteArray script = "HPKV_API_KEY=k\ncurl() { for last; do :; done; printf %s \"$last\"; }\n"
                                + codeFor(wanted, CodeLanguage::Curl).toUtf8();
        const Ran ran = run(QStringLiteral("/bin/sh"), {}, script);
        const QJsonObject body = QJsonDocument::fromJson(ran.output).object();
        QCOMPARE(body.value(QLatin1String("key")).toString().toUtf8(), key);
        QCOMPARE(body.value(QLatin1String("value")).toString().toUtf8(), key);
    }
}

QTEST_GUILESS_MAIN(tst_CodeSnippet)
#include "tst_codesnippet.moc"
