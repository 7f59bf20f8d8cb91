// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"

#include <hpkvqt/accesspattern.h>
#include <hpkvqt/childscan.h>
#include <hpkvqt/connectionconfig.h>
#include <hpkvqt/error.h>
#include <hpkvqt/keys.h>
#include <hpkvqt/notificationfilter.h>
#include <hpkvqt/statistics.h>
#include <hpkvqt/tokenmanager.h>
#include <hpkvqt/types.h>
#include <hpkvqt/version.h>

#include <QDebug>
#include <QRegularExpression>
#include <QTest>

using namespace Hpkv;

/// Value types and the helpers for keys, patterns and addresses.
class tst_Values : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void addresses_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("ws"); // empty = refused
        QTest::addColumn<QString>("http");
        const auto row = [](const char *base, const char *ws, const char *http) {
            QTest::newRow(base) << QString::fromUtf8(base) << QString::fromUtf8(ws)
                                << QString::fromUtf8(http);
        };
        row("https://h", "wss://h/ws", "https://h");
        row("https://h/", "wss://h/ws", "https://h");
        row("https://h///", "wss://h/ws", "https://h");
        row("HTTPS://H.example", "wss://h.example/ws", "https://h.example");
        row("http://h:3000", "ws://h:3000/ws", "http://h:3000");
        row("ws://h/ws", "ws://h/ws", "http://h");
        row("wss://h/ws/", "wss://h/ws", "https://h");
        row("h", "wss://h/ws", "https://h");
        row("localhost:3000", "wss://localhost:3000/ws", "https://localhost:3000");
        row("  h/base/ \n", "wss://h/base/ws", "https://h/base");
        row("h/base/ws", "wss://h/base/ws", "https://h/base");
        row("h/news", "wss://h/news/ws", "https://h/news");
        row("https://h/?a=1&b=x%20y#frag", "wss://h/ws?a=1&b=x%20y", "https://h");
        row("https://h/a%2Fb", "wss://h/a%2Fb/ws", "https://h/a%2Fb");
        row("http://[::1]:8080", "ws://[::1]:8080/ws", "http://[::1]:8080");
        row("h/p?u=http://x", "wss://h/p/ws?u=http://x", "https://h/p");
        row("", "", "");
        row("   ", "", "");
        row("ftp://h", "", "");
        row("https://", "", "");
        row("https:///path", "", "");
        row("https://h:port", "", "");
    }

    void addresses()
    {
        QFETCH(QString, base);
        QFETCH(QString, ws);
        QFETCH(QString, http);
        ConnectionConfig config;
        config.baseUrl = base;
        QString why;
        const QUrl url = config.webSocketUrl(&why);
        QCOMPARE(url.toString(QUrl::FullyEncoded), ws);
        QCOMPARE(url.isValid(), !ws.isEmpty());
        QCOMPARE(why.isEmpty(), !ws.isEmpty());
        QCOMPARE(config.httpUrl().toString(QUrl::FullyEncoded), http);
    }

    void configPrintsNoSecret()
    {
        ConnectionConfig config;
        config.baseUrl = QStringLiteral("https://user:pass@h/?apiKey=secret");
        config.headers.append(qMakePair(QByteArray("x-secret"), QByteArray("secret")));
        QString text;
        QDebug(&text) << config;
        QVERIFY(text.contains(QStringLiteral("wss://h/ws")));
        QVERIFY(!text.contains(QStringLiteral("secret")));
        QVERIFY(!text.contains(QStringLiteral("pass")));
        QCOMPARE(config, ConnectionConfig(config));
    }

    void prefixEnd()
    {
        const QByteArray last("\xf4\x8f\xbf\xbf");
        QCOMPARE(Keys::prefixEnd("a:"), QByteArray("a:") + last.repeated(8));
        QCOMPARE(Keys::prefixEnd(QByteArray(391, 'a')), QByteArray(391, 'a') + last.repeated(2));
        QCOMPARE(Keys::prefixEnd(QByteArray(400, 'a')), QByteArray(400, 'a') + last);
        QVERIFY(Keys::isUtf8(Keys::prefixEnd(QByteArray(390, 'a'))));
        QCOMPARE(Keys::nextStart("a"), QByteArray("a\0", 2));
        QCOMPARE(Keys::smallestStart(), QByteArray("\0", 1));
    }

    void branchSuccessor_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("next"); // empty = none
        QTest::newRow("colon") << QByteArray("a:") << QByteArray("a;");
        QTest::newRow("DEL") << QByteArray("a\x7f") << QByteArray("a\xc2\x80");
        QTest::newRow("two bytes") << QByteArray("\xc3\xa4") << QByteArray("\xc3\xa5");
        QTest::newRow("last of two") << QByteArray("\xdf\xbf") << QByteArray("\xe0\xa0\x80");
        QTest::newRow("before the surrogates") << QByteArray("x\xed\x9f\xbf") << QByteArray("x\xee\x80\x80");
        QTest::newRow("last of three") << QByteArray("\xef\xbf\xbf") << QByteArray("\xf0\x90\x80\x80");
        QTest::newRow("last of all") << QByteArray("ab\xf4\x8f\xbf\xbf") << QByteArray("ac");
        QTest::newRow("only last") << QByteArray("\xf4\x8f\xbf\xbf\xf4\x8f\xbf\xbf") << QByteArray();
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("NUL") << QByteArray("\0", 1) << QByteArray("\x01");
    }

    void branchSuccessor()
    {
        QFETCH(QByteArray, prefix);
        QFETCH(QByteArray, next);
        const std::optional<QByteArray> successor = Keys::branchSuccessor(prefix);
        QCOMPARE(successor.has_value(), !next.isEmpty());
        if (successor) {
            QCOMPARE(*successor, next);
            QVERIFY(Keys::isUtf8(next));
            QVERIFY(*successor > Keys::prefixEnd(prefix));
        }
    }

    void utf8()
    {
        QVERIFY(Keys::isUtf8("\xf0\x9f\x98\x80"));
        QVERIFY(!Keys::isUtf8("\xff"));
        QVERIFY(!Keys::isUtf8("\xed\xa0\x80")); // a surrogate
        QVERIFY(!Keys::isUtf8("\xc0\x80")); // too long for NUL
        QVERIFY(!Keys::isUtf8("\xf4\x90\x80\x80"));
    }

    void accessPattern_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QByteArrayList>("admitted");
        QTest::addColumn<QByteArrayList>("refused");
        QTest::newRow("nothing") << AccessPattern().toString() << QByteArrayList{}
                                 << QByteArrayList{"a", "\n"};
        QTest::newRow("empty key") << AccessPattern::keys({""}).toString() << QByteArrayList{}
                                   << QByteArrayList{"a"};
        QTest::newRow("everything") << AccessPattern::everything().toString()
                                    << QByteArrayList{"a", "a\nb", "\xc3\xa4"} << QByteArrayList{};
        QTest::newRow("keys") << AccessPattern::keys({"a.b", "c|d", "(e)", "f/g", "$^*+?[]{}\\-"}).toString()
                              << QByteArrayList{"a.b", "c|d", "(e)", "f/g", "$^*+?[]{}\\-"}
                              << QByteArrayList{"axb", "c", "d", "e", "xa.b", "a.bx"};
        QTest::newRow("prefix") << AccessPattern::prefix("user:").toString()
                                << QByteArrayList{"user:", "user:1:2", "user:a\nb"}
                                << QByteArrayList{"user", "xuser:1", "User:1"};
        QTest::newRow("both") << AccessPattern().addPrefix("a:").addKey("b").toString()
                              << QByteArrayList{"a:1", "b"} << QByteArrayList{"b:1", "a", "xb"};
        QTest::newRow("Unicode") << AccessPattern::prefix("\xf0\x9f\x98\x80").toString()
                                 << QByteArrayList{"\xf0\x9f\x98\x80x"}
                                 << QByteArrayList{"\xf0\x9f\x98\x81x"};
    }

    void accessPattern()
    {
        QFETCH(QString, pattern);
        QFETCH(QByteArrayList, admitted);
        QFETCH(QByteArrayList, refused);
        // In ECMAScript `$` does not admit a line feed at the end, in PCRE it does.
        QVERIFY(pattern.startsWith(QLatin1Char('^')) && pattern.endsWith(QLatin1Char('$')));
        const QRegularExpression expression(QString(pattern.chopped(1) + QStringLiteral("\\z")),
                                            QRegularExpression::DontCaptureOption);
        QVERIFY2(expression.isValid(), qPrintable(pattern));
        for (const QByteArray &key : admitted)
            QVERIFY2(expression.match(QString::fromUtf8(key)).hasMatch(), key.constData());
        for (const QByteArray &key : refused)
            QVERIFY2(!expression.match(QString::fromUtf8(key)).hasMatch(), key.constData());
    }

    void filters_data()
    {
        QTest::addColumn<NotificationFilter>("filter");
        QTest::addColumn<QByteArrayList>("passed");
        QTest::addColumn<QByteArrayList>("held");
        using Filter = NotificationFilter;
        QTest::newRow("everything") << Filter() << QByteArrayList{"", "a"} << QByteArrayList{};
        QTest::newRow("exact") << Filter::exact("a.b") << QByteArrayList{"a.b"}
                               << QByteArrayList{"axb", "a.bc", ""};
        QTest::newRow("prefix") << Filter::prefix("a:") << QByteArrayList{"a:", "a:b:c"}
                                << QByteArrayList{"a", "b:a:"};
        QTest::newRow("suffix") << Filter::suffix(":z") << QByteArrayList{":z", "a:z"}
                                << QByteArrayList{"z", "a:zz"};
        QTest::newRow("wildcard") << Filter::wildcard("a:*:z") << QByteArrayList{"a::z", "a:b:c:z", "a:/\n:z"}
                                  << QByteArrayList{"a:z", "xa:b:z", "a:b:zz", ""};
        QTest::newRow("stars") << Filter::wildcard("**a*b**") << QByteArrayList{"ab", "xaxbx", "aab", "abab"}
                               << QByteArrayList{"ba", "a", ""};
        QTest::newRow("literal") << Filter::wildcard("a?[b].") << QByteArrayList{"a?[b]."}
                                 << QByteArrayList{"axb."};
        QTest::newRow("nothing") << Filter::wildcard("") << QByteArrayList{""} << QByteArrayList{"a"};
        QTest::newRow("expression") << Filter::regularExpression(
            QRegularExpression(QStringLiteral("\\Aa[0-9]+\\z")))
                                    << QByteArrayList{"a1", "a12"} << QByteArrayList{"a", "ba1", "a1\n"};
        QTest::newRow("broken expression")
            << Filter::regularExpression(QRegularExpression(QStringLiteral("("))) << QByteArrayList{}
            << QByteArrayList{"", "("};
    }

    void filters()
    {
        QFETCH(NotificationFilter, filter);
        QFETCH(QByteArrayList, passed);
        QFETCH(QByteArrayList, held);
        for (const QByteArray &key : passed)
            QVERIFY2(filter.matches(key), key.constData());
        for (const QByteArray &key : held)
            QVERIFY2(!filter.matches(key), key.constData());
        QCOMPARE(filter, NotificationFilter(filter));
    }

    void errors()
    {
        QVERIFY(!Error().isError());
        const Error error(ErrorKind::NotFound, QStringLiteral("gone"), Delivery::Answered, 404);
        QVERIFY(error.isError() && error.isNotFound());
        QCOMPARE(error.kindName(), QStringLiteral("NotFound"));
        QCOMPARE(Error::deliveryName(Delivery::Unknown), QStringLiteral("Unknown"));
        QVERIFY(!error.isSafeToRepeat());
        QVERIFY(Error(ErrorKind::RateLimited, {}, Delivery::Answered, 429).isSafeToRepeat());
        QVERIFY(!Error(ErrorKind::Timeout, {}, Delivery::Unknown).isSafeToRepeat());
        QVERIFY(Error(ErrorKind::Timeout, {}, Delivery::NotSent).isSafeToRepeat());
        QString text;
        QDebug(&text) << error;
        QCOMPARE(text.trimmed(), QStringLiteral("Hpkv::Error(NotFound, 404, \"gone\", Answered)"));
        text.clear();
        QDebug(&text) << Error();
        QCOMPARE(text.trimmed(), QStringLiteral("Hpkv::Error(None)"));
    }

    void debugOutput()
    {
        QString text;
        QDebug(&text) << Record{"k", "v", false} << Notification{"k", {}, true, false, 5}
                      << RangePage{{}, true} << DisconnectInfo() << ReconnectInfo() << Statistics();
        for (const char *part :
             {"Record(\"k\", \"v\")", "\"k\", deleted, 5", "truncated", "DisconnectInfo", "1 of 3"})
            QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(text));
    }

    /// What is printed, and that nothing that may be a secret is.
    void debugOutputOfTheRest()
    {
        ConnectionConfig config =
            ConnectionConfig::fromUrl(QStringLiteral("https://user:hush@h.example/base?apiKey=hush#hush"));
        config.headers = {{"x-secret", "hush"}};
        config.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("p"), 1, QStringLiteral("u"),
                                     QStringLiteral("hush"));
        QString text;
        QDebug(&text) << config;
        QVERIFY2(text.contains(QStringLiteral("wss://h.example/base/ws")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("hush")), qPrintable(text));

        RoundTripSummary summary;
        summary.count = 3;
        summary.p95 = 9.5;
        const auto printed = [](const auto &value) {
            QString result;
            QDebug(&result) << value;
            return result.trimmed();
        };
        QVERIFY(printed(summary).contains(QStringLiteral("3 replies")));
        QVERIFY(printed(summary).contains(QStringLiteral("9.5")));
        QVERIFY(printed(ThrottleStatus()).contains(QStringLiteral("rate 0 of 10")));
        QVERIFY(printed(Statistics()).contains(QStringLiteral("RoundTripSummary")));
        QVERIFY(printed(ReconnectConfig()).contains(QStringLiteral("3 attempts, 1000...30000 ms")));
        QVERIFY(printed(ThrottleConfig()).contains(QStringLiteral("10/s")));
        QVERIFY(printed(CallOptions::background()).contains(QStringLiteral("Background, repeats")));
        QCOMPARE(printed(GetResult{"1", true}), QStringLiteral("Hpkv::GetResult(\"1\", number)"));
        QCOMPARE(printed(WriteResult()), QStringLiteral("Hpkv::WriteResult(200, \"\")"));
        QCOMPARE(printed(IncrementResult{7}), QStringLiteral("Hpkv::IncrementResult(7)"));
        QCOMPARE(printed(ResyncSpan{1, 2}), QStringLiteral("Hpkv::ResyncSpan(1...2)"));
        QCOMPARE(printed(Child{"a:", true, {}}), QStringLiteral("Hpkv::Child(\"a:\", branch)"));
        QCOMPARE(printed(ScannedPage{"a", "b", {Record()}, 5}),
                 QStringLiteral("Hpkv::ScannedPage(\"a\"...\"b\", 1 records)"));
        QVERIFY(printed(TokenRequest::forPrefix("p:")).contains(QStringLiteral("p:*")));
    }

    void tokenRequests()
    {
        const TokenRequest prefix = TokenRequest::forPrefix("a.b:");
        QCOMPARE(prefix.subscribePatterns, QList<QByteArray>{"a.b:*"});
        QCOMPARE(prefix.accessPattern, AccessPattern::prefix("a.b:").toString());
        const TokenRequest keys = TokenRequest::forKeys({"x", "y"});
        QCOMPARE(keys.subscribePatterns, (QList<QByteArray>{"x", "y"}));
        QCOMPARE(keys.accessPattern, QStringLiteral("^(?:x|y)$"));
        QVERIFY(keys.subscribeKeys.isEmpty());
        QCOMPARE(TokenRequest::forPrefix({}).accessPattern, AccessPattern::everything().toString());
    }

    /// Durations are whole milliseconds for the meta-object system.
    void propertiesOfValues()
    {
        ConnectionConfig config;
        const QMetaObject &meta = ConnectionConfig::staticMetaObject;
        const auto property = [&meta](const char *name) { return meta.property(meta.indexOfProperty(name)); };
        QVERIFY(property("callTimeoutMs").writeOnGadget(&config, 1234));
        QCOMPARE(config.callTimeout.count(), 1234);
        QCOMPARE(property("connectTimeoutMs").readOnGadget(&config).toInt(), 5000);
        Notification notification;
        const QMetaObject &other = Notification::staticMetaObject;
        const QMetaProperty timestamp = other.property(other.indexOfProperty("timestamp"));
        QVERIFY(!timestamp.readOnGadget(&notification).isValid());
        notification.timestamp = 5;
        QCOMPARE(timestamp.readOnGadget(&notification).toLongLong(), 5);
    }

    void versions()
    {
        QCOMPARE(QByteArray(version()), QByteArray(HPKVQT_VERSION_STRING));
        static_assert(HPKVQT_VERSION > HPKVQT_VERSION_CHECK(0, 9, 9));
        static_assert(HPKVQT_VERSION_CHECK(1, 2, 3) > HPKVQT_VERSION_CHECK(1, 2, 2));
    }
};

QTEST_APPLESS_MAIN(tst_Values)
#include "tst_values.moc"
