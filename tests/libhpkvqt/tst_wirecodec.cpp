// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "wirecodec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Hpkv;

class tst_WireCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void encodes_data()
    {
        QTest::addColumn<Request>("request");
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("get") << Request{.operation = Operation::Get, .key = "room:7"}
                             << QByteArray("{\"op\":1,\"key\":\"room:7\",\"messageId\":11}");
        QTest::newRow("set")
            << Request{.operation = Operation::Set, .key = "a\"b", .value = "{\"x\":1}\n"}
            << QByteArray("{\"op\":2,\"key\":\"a\\\"b\",\"value\":\"{\\\"x\\\":1}\\n\",\"messageId\":11}");
        QTest::newRow("patch") << Request{.operation = Operation::Patch, .key = "a", .value = "b"}
                               << QByteArray("{\"op\":3,\"key\":\"a\",\"value\":\"b\",\"messageId\":11}");
        QTest::newRow("delete") << Request{.operation = Operation::Delete, .key = QByteArray("a\0", 2)}
                                << QByteArray("{\"op\":4,\"key\":\"a\\u0000\",\"messageId\":11}");
        QTest::newRow("range")
            << Request{.operation = Operation::Range, .key = "a", .endKey = "b", .limit = 50}
            << QByteArray("{\"op\":5,\"key\":\"a\",\"endKey\":\"b\",\"limit\":50,\"messageId\":11}");
        QTest::newRow("range, default limit")
            << Request{.operation = Operation::Range, .key = "a", .endKey = "b"}
            << QByteArray("{\"op\":5,\"key\":\"a\",\"endKey\":\"b\",\"messageId\":11}");
        QTest::newRow("increment") << Request{.operation = Operation::Increment, .key = "a", .delta = -5}
                                   << QByteArray("{\"op\":6,\"key\":\"a\",\"value\":-5,\"messageId\":11}");
    }

    void encodes()
    {
        QFETCH(Request, request);
        QFETCH(QByteArray, frame);
        QCOMPARE(WireCodec::encode(request, 11), frame);
        QVERIFY(QJsonDocument::fromJson(frame).isObject());
    }

    void judges_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("shown"); // the result as text, or the text of the error
        const auto row = [](const char *name, Operation operation, const char *frame, ErrorKind kind,
                            int code, const QByteArray &shown) {
            QTest::newRow(name) << operation << QByteArray(frame) << kind << code << shown;
        };
        const auto none = ErrorKind::None;
        row("get", Operation::Get, R"({"code":200,"key":"k","value":"v"})", none, 0, "v");
        row("get, escapes", Operation::Get, R"({"code":200,"value":"a\u0000\ud83d\ude00"})", none, 0,
            QByteArray("a\0\xf0\x9f\x98\x80", 6));
        row("get, number", Operation::Get, R"({"code":200,"value":12345678901234567890.10e0})", none, 0,
            "#12345678901234567890.10e0");
        row("get, true", Operation::Get, R"({"code":200,"value":true})", none, 0, "true");
        row("get, object", Operation::Get, R"({"code":200,"value":{"a": [1]}})", none, 0, R"({"a": [1]})");
        row("get, empty", Operation::Get, R"({"code":200,"value":""})", none, 0, "");
        row("get, twice", Operation::Get, R"({"code":404,"value":"a","value":"b","code":200})", none, 0, "b");
        row("get, 201", Operation::Get, R"({"code":201,"value":"v"})", none, 0, "v");
        row("get, 200.0", Operation::Get, R"({"code":200.0,"value":"v"})", none, 0, "v");
        row("get, no code", Operation::Get, R"({"value":"v"})", none, 0, "v");
        row("get, error null", Operation::Get, R"({"value":"v","error":null})", none, 0, "v");
        row("get, no code, error", Operation::Get, R"({"value":"v","error":"bad"})", ErrorKind::Server, 0,
            "bad");
        row("get, no value", Operation::Get, R"({"code":200})", ErrorKind::Protocol, 0, {});
        row("get, null", Operation::Get, R"({"code":200,"value":null})", ErrorKind::Protocol, 0, {});
        row("get, nothing", Operation::Get, R"({})", ErrorKind::Protocol, 0, {});
        row("set", Operation::Set, R"({"code":200,"success":true,"message":"done"})", none, 0, "200 done");
        row("set, only code", Operation::Set, R"({"code":201})", none, 0, "201 ");
        row("set, only success", Operation::Set, R"({"success":true})", none, 0, "200 ");
        row("set, failed", Operation::Set, R"({"code":200,"success":false,"error":"no"})", ErrorKind::Server,
            200, "no");
        row("set, nothing", Operation::Set, R"({"message":"x"})", ErrorKind::Protocol, 0, {});
        row("delete", Operation::Delete, R"({"code":200,"success":true})", none, 0, "200 ");
        row("increment", Operation::Increment, R"({"code":200,"newValue":-6})", none, 0, "-6");
        row("increment, largest", Operation::Increment, R"({"code":200,"newValue":9223372036854775807})",
            none, 0, "9223372036854775807");
        row("increment, text", Operation::Increment, R"({"code":200,"newValue":"6"})", none, 0, "6");
        row("increment, result", Operation::Increment, R"({"code":200,"result":7})", none, 0, "7");
        row("increment, both", Operation::Increment, R"({"result":7,"newValue":8})", none, 0, "8");
        row("increment, fraction", Operation::Increment, R"({"code":200,"newValue":1.5})",
            ErrorKind::Protocol, 0, {});
        row("increment, beyond", Operation::Increment, R"({"code":200,"newValue":9223372036854775808})",
            ErrorKind::Protocol, 0, {});
        row("increment, none", Operation::Increment, R"({"code":200})", ErrorKind::Protocol, 0, {});
        row("range", Operation::Range,
            R"({"code":200,"records":[{"key":"a","value":"1"},{"value":2.50,"key":"b","x":[]}],"count":2,"truncated":true})",
            none, 0, "a=1 b=#2.50 +");
        row("range, empty", Operation::Range, R"({"code":200,"records":[],"count":0,"truncated":false})",
            none, 0, "");
        row("range, no truncated, fewer", Operation::Range, R"({"records":[{"key":"a","value":"1"}]})", none,
            0, "a=1 ");
        row("range, no truncated, as many", Operation::Range,
            R"({"records":[{"key":"a","value":"1"},{"key":"b","value":"2"}]})", none, 0, "a=1 b=2 +");
        row("range, odd records", Operation::Range,
            R"({"records":[1,null,{"value":"x"},{"key":"a","value":"1"}]})", none, 0, "a=1 ");
        row("range, none", Operation::Range, R"({"code":200})", ErrorKind::Protocol, 0, {});
        row("range, no array", Operation::Range, R"({"code":200,"records":{}})", ErrorKind::Protocol, 0, {});
        const auto get = Operation::Get;
        row("400", get, R"({"code":400,"error":"bad"})", ErrorKind::BadRequest, 400, "bad");
        row("401", get, R"({"code":401,"error":"who"})", ErrorKind::Authentication, 401, "who");
        row("403", get, R"({"code":403,"error":"no"})", ErrorKind::AccessDenied, 403, "no");
        row("404", get, R"({"code":404,"error":"Record not found","key":"k"})", ErrorKind::NotFound, 404,
            "Record not found");
        row("409", get, R"({"code":409,"error":"c"})", ErrorKind::Conflict, 409, "c");
        row("413", get, R"({"code":413,"message":"big"})", ErrorKind::TooLarge, 413, "big");
        row("429", get, R"({"code":429,"error":"slow"})", ErrorKind::RateLimited, 429, "slow");
        row("500", get, R"({"code":500})", ErrorKind::Server, 500, "The server answered with code 500.");
        row("odd error", get, R"({"code":500,"error":{"a":1}})", ErrorKind::Server, 500, R"({"a":1})");
        row("199", get, R"({"code":199,"value":"v","error":"x"})", ErrorKind::Server, 199, "x");
        row("code as text", get, R"({"code":"404","error":"x"})", ErrorKind::Server, 0, "x");
    }

    void judges()
    {
        QFETCH(Operation, operation);
        QFETCH(QByteArray, frame);
        QFETCH(ErrorKind, kind);
        QFETCH(int, code);
        QFETCH(QByteArray, shown);
        WireCodec::Frame decoded = WireCodec::decode(frame);
        QCOMPARE(decoded.kind, WireCodec::Frame::Kind::Reply);
        const Request request{.operation = operation, .key = "k", .limit = 2};
        const WireCodec::Verdict verdict = WireCodec::judge(request, std::move(decoded));
        QCOMPARE(verdict.error.kind, kind);
        QCOMPARE(verdict.error.code, code);
        if (kind != ErrorKind::None) {
            QCOMPARE(verdict.error.delivery, Delivery::Answered);
            QVERIFY(!verdict.error.text.isEmpty());
            if (!shown.isEmpty())
                QCOMPARE(verdict.error.text.toUtf8(), shown);
        } else {
            QCOMPARE(text(verdict.outcome), shown);
        }
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("frame");
        for (const char *frame :
             {"", " ", "42", "null", "\"x\"", "[]", "{", "{\"code\":200", "{}x", "{} {}", "{\"code\":}",
              "{\"type\":\"notification\"}", "{\"type\":\"notification\",\"key\":\"\"}",
              "{\"type\":\"notification\",\"key\":1}", "{\"x\":\"\xff\"}", "{\"x\":\"\xed\xa0\x80\"}",
              "{\"records\":[{\"key\":]}", "{\"records\":[1,]}", "{\"value\":01}"})
            QTest::newRow(frame) << QByteArray(frame);
    }

    void malformed()
    {
        QFETCH(QByteArray, frame);
        const WireCodec::Frame decoded = WireCodec::decode(frame);
        QCOMPARE(decoded.kind, WireCodec::Frame::Kind::Malformed);
        QVERIFY(!decoded.problem.isEmpty());
    }

    void notifications_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<Notification>("expected");
        QTest::newRow("text") << QByteArray(
            R"({"type":"notification","key":"k","value":"v","timestamp":1718000000000})")
                              << Notification{"k", "v", false, false, 1718000000000};
        QTest::newRow("deleted") << QByteArray(R"({"value":null,"key":"k","type":"notification"})")
                                 << Notification{"k", {}, true, false, {}};
        QTest::newRow("number") << QByteArray(
            R"({"type":"notification","key":"k","value":1.10,"timestamp":1.5})")
                                << Notification{"k", "1.10", false, true, {}};
        QTest::newRow("timestamp as double")
            << QByteArray(R"({"type":"notification","key":"k","value":"v","timestamp":1.718e12})")
            << Notification{"k", "v", false, false, 1718000000000};
        QTest::newRow("with an id") << QByteArray(
            R"({"type":"notification","key":"k","value":"v","messageId":1})")
                                    << Notification{"k", "v", false, false, {}};
    }

    void notifications()
    {
        QFETCH(QByteArray, frame);
        QFETCH(Notification, expected);
        WireCodec::Frame decoded = WireCodec::decode(frame);
        QCOMPARE(decoded.kind, WireCodec::Frame::Kind::Notification);
        QCOMPARE(WireCodec::toNotification(std::move(decoded)), expected);
    }

    void otherTypesAreReplies()
    {
        QCOMPARE(WireCodec::decode(R"({"type":"Notification","key":"k","messageId":5})").kind,
                 WireCodec::Frame::Kind::Reply);
        QCOMPARE(WireCodec::decode(R"({"type":["notification"],"messageId":5})").messageId, 5);
    }

    // Any damage gives some frame, never a crash; the seed is printed when it fails.
    void randomDamage()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const QByteArray whole(
            R"({"code":200,"records":[{"key":"a\u00e4\ud83d\ude00","value":"1"},{"key":"b","value":2.5e3}],)"
            R"("count":2,"truncated":false,"messageId":12,"other":{"x":[true,null]}})");
        for (int round = 0; round < 20000; ++round) {
            QByteArray damaged = whole;
            for (int i = 0; i <= random.bounded(3); ++i) {
                const auto at = random.bounded(int(damaged.size()));
                switch (random.bounded(3)) {
                case 0:
                    damaged[at] = char(random.bounded(256));
                    break;
                case 1:
                    damaged.remove(at, random.bounded(1, 10));
                    break;
                default:
                    damaged.insert(at, damaged.mid(random.bounded(int(damaged.size())), 5));
                }
                if (damaged.isEmpty())
                    break;
            }
            WireCodec::Frame frame = WireCodec::decode(damaged);
            if (frame.kind == WireCodec::Frame::Kind::Reply) {
                const Request request{.operation = Operation::Range, .key = "a"};
                const WireCodec::Verdict verdict = WireCodec::judge(request, std::move(frame));
                QVERIFY2(verdict.error.isError() || std::holds_alternative<RangePage>(verdict.outcome),
                         qPrintable(QString::number(seed)));
            } else {
                QVERIFY2(frame.kind == WireCodec::Frame::Kind::Notification || !frame.problem.isEmpty(),
                         qPrintable(QString::number(seed)));
            }
        }
    }

private:
    static QByteArray text(const Outcome &outcome)
    {
        if (const auto *get = std::get_if<GetResult>(&outcome))
            return (get->isNumber ? QByteArray("#") : QByteArray()).append(get->value);
        if (const auto *write = std::get_if<WriteResult>(&outcome))
            return QByteArray::number(write->code).append(' ').append(write->message.toUtf8());
        if (const auto *increment = std::get_if<IncrementResult>(&outcome))
            return QByteArray::number(increment->newValue);
        QByteArray result;
        if (const auto *page = std::get_if<RangePage>(&outcome)) {
            for (const Record &record : page->records)
                result.append(record.key)
                    .append(record.isNumber ? "=#" : "=")
                    .append(record.value)
                    .append(' ');
            if (page->truncated)
                result.append('+');
        }
        return result;
    }
};

QTEST_APPLESS_MAIN(tst_WireCodec)
#include "tst_wirecodec.moc"
