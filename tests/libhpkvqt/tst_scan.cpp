// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "fakelink.h"

#include <hpkvqt/childscan.h>
#include <hpkvqt/keys.h>
#include <hpkvqt/rangescan.h>

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <set>

using namespace Hpkv;

/// Scans over a fake link behind which a small store answers.
class tst_Scan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestSupport::failOnUnannouncedWarning();
        m_store.clear();
        m_answered = 0;
        m_keyLimit = 0;
        m_world = std::make_unique<Fake::World>();
        m_client = std::make_unique<Fake::FakeClient>(Fake::config(), m_world.get());
        m_client->connectToServer();
        m_world->wire().open();
    }

    void cleanup()
    {
        m_client.reset();
        m_world.reset();
    }

    void readsEverything_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("page");
        for (const int count : {0, 1, 9, 10, 11, 100}) {
            for (const int page : {1, 10, 1000})
                QTest::addRow("%d by %d", count, page) << count << page;
        }
    }

    void readsEverything()
    {
        QFETCH(int, count);
        QFETCH(int, page);
        fill(count);
        RangeScan scan(m_client.get(), "k", Keys::prefixEnd("k"));
        scan.setPageSizes(page, page);
        const Seen seen(scan);
        scan.start();
        QVERIFY(scan.isRunning());
        serveAll();
        QCOMPARE(seen.finished.size(), 1);
        QVERIFY2(!scan.error().isError(), qPrintable(scan.error().text));
        QCOMPARE(scan.recordCount(), count);
        QCOMPARE(seen.keys, allKeys());
        QVERIFY(scan.position().isEmpty());
        QCOMPARE(scan.requestCount(), qMax(1, (count + page - 1) / page));
        // The pages cover the interval without a gap.
        QByteArray from = "k";
        for (const ScannedPage &read : seen.pages) {
            QCOMPARE(read.first, from);
            from = Keys::nextStart(read.last);
        }
        QCOMPARE(seen.pages.last().last, Keys::prefixEnd("k"));
    }

    void firstPageIsSmall()
    {
        fill(1500);
        RangeScan scan(m_client.get(), "k", Keys::prefixEnd("k"));
        scan.start();
        serveAll();
        QVERIFY(m_world->wire().sent.at(0).contains("\"limit\":100,"));
        QVERIFY(m_world->wire().sent.at(1).contains("\"limit\":1000,"));
        QCOMPARE(scan.recordCount(), 1500);
    }

    void limit()
    {
        fill(50);
        RangeScan scan(m_client.get(), "k", Keys::prefixEnd("k"));
        scan.setPageSizes(10, 10);
        scan.setLimit(25);
        scan.start();
        serveAll();
        QVERIFY(scan.isFinished());
        QCOMPARE(scan.recordCount(), 25);
        QCOMPARE(scan.requestCount(), 3);
    }

    void pauseAndResume()
    {
        fill(50);
        RangeScan scan(m_client.get(), "k", Keys::prefixEnd("k"));
        scan.setPageSizes(10, 10);
        scan.start();
        scan.pause();
        serveAll(); // one under way still arrives
        QCOMPARE(scan.recordCount(), 10);
        QVERIFY(scan.isPaused());
        serveAll();
        QCOMPARE(scan.recordCount(), 10);
        scan.resume();
        serveAll();
        QCOMPARE(scan.recordCount(), 50);
    }

    void cancelled()
    {
        fill(50);
        RangeScan scan(m_client.get(), "k", Keys::prefixEnd("k"));
        scan.setPageSizes(10, 10);
        const Seen seen(scan);
        connect(&scan, &Scan::pageReady, &scan, &Scan::cancel);
        scan.start();
        serveAll();
        QCOMPARE(seen.finished.size(), 1);
        QCOMPARE(scan.error().kind, ErrorKind::Canceled);
        QCOMPARE(scan.requestCount(), 1);
        scan.cancel();
        scan.resume();
        scan.start();
        QCOMPARE(seen.finished.size(), 1);
        QCOMPARE(m_client->statistics().inFlight, 0);
    }

    void slotDeletesTheScan()
    {
        fill(50);
        for (const bool atEnd : {false, true}) {
            const QPointer<RangeScan> scan(new RangeScan(m_client.get(), "k", Keys::prefixEnd("k")));
            if (atEnd)
                connect(scan, &Scan::finished, this, [scan] { delete scan.data(); });
            else
                connect(scan, &Scan::pageReady, this, [scan] { delete scan.data(); });
            scan->start();
            serveAll();
            QVERIFY(!scan);
        }
        // And one under way.
        delete started();
        QCOMPARE(m_client->statistics().inFlight, 0);
    }

    void clientIsDeleted()
    {
        const std::unique_ptr<RangeScan> scan(started());
        QSignalSpy finished(scan.get(), &Scan::finished);
        m_client.reset();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(scan->error().kind, ErrorKind::Canceled);
        RangeScan late(nullptr, "a", "b");
        late.start();
        QCOMPARE(late.error().kind, ErrorKind::Canceled);
    }

    void goesOnAfterABreak()
    {
        fill(50);
        RangeScan scan(m_client.get(), "k", Keys::prefixEnd("k"));
        scan.setPageSizes(10, 10);
        const Seen seen(scan);
        scan.start();
        serve();
        serve();
        m_world->wire().cut();
        QVERIFY(scan.isRunning());
        m_answered = 0;
        m_world->advance(1000);
        m_world->wire().open();
        serveAll();
        QCOMPARE(seen.keys, allKeys());
        QCOMPARE(seen.finished.size(), 1);
    }

    void endsWhenTheClientGivesUp()
    {
        const std::unique_ptr<RangeScan> scan(started());
        QSignalSpy finished(scan.get(), &Scan::finished);
        m_world->wire().cut();
        QCOMPARE(finished.size(), 0);
        m_client->disconnectFromServer();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(scan->error().kind, ErrorKind::NotConnected);
    }

    void notConnected()
    {
        m_client->disconnectFromServer();
        m_world->advance(200);
        RangeScan scan(m_client.get(), "a", "b");
        QSignalSpy finished(&scan, &Scan::finished);
        scan.start();
        QCOMPARE(finished.size(), 0);
        m_world->settle();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(scan.error().kind, ErrorKind::NotConnected);
    }

    // A page may end at a key of full length; that key and NUL is then too long for the server.
    void keysOfFullLength()
    {
        m_keyLimit = 8;
        for (int i = 0; i < 30; ++i)
            m_store["k" + QByteArray::number(1000000 + i)] = "v";
        RangeScan scan(m_client.get(), "k", "l");
        scan.setPageSizes(10, 10);
        const Seen seen(scan);
        scan.start();
        serveAll();
        QVERIFY2(!scan.error().isError(), qPrintable(scan.error().text));
        QCOMPARE(seen.keys, allKeys());
    }

    void errorsEndIt()
    {
        const std::unique_ptr<RangeScan> scan(started());
        m_world->wire().answer(0, "\"code\":403,\"error\":\"no\"");
        QCOMPARE(scan->error().kind, ErrorKind::AccessDenied);
        // A server that goes round in circles.
        RangeScan circle(m_client.get(), "k", "l");
        circle.start();
        m_world->wire().answer(
            1, "\"code\":200,\"records\":[{\"key\":\"k5\",\"value\":\"v\"}],\"truncated\":true");
        m_world->wire().answer(
            2, "\"code\":200,\"records\":[{\"key\":\"k1\",\"value\":\"v\"}],\"truncated\":true");
        QCOMPARE(circle.error().kind, ErrorKind::Protocol);
        // Truncated and empty is an end.
        RangeScan empty(m_client.get(), "k", "l");
        empty.start();
        m_world->wire().answer(3, "\"code\":200,\"records\":[],\"truncated\":true");
        QVERIFY(empty.isFinished());
        QVERIFY(!empty.error().isError());
    }

    void childrenCostOneRequestABranch()
    {
        for (int branch = 0; branch < 20; ++branch) {
            for (int i = 0; i < 3000; ++i)
                m_store["b" + QByteArray::number(10 + branch) + ":" + QByteArray::number(i)] = "v";
        }
        ChildScan scan(m_client.get(), {});
        QList<Child> children;
        connect(&scan, &ChildScan::childrenFound, this,
                [&](const QList<Child> &found) { children += found; });
        scan.start();
        serveAll();
        QCOMPARE(children.size(), 20);
        QCOMPARE(children.first().key, QByteArray("b10:"));
        QVERIFY(children.first().isBranch);
        QCOMPARE(scan.childCount(), 20);
        QVERIFY2(scan.requestCount() <= 21, qPrintable(QString::number(scan.requestCount())));
    }

    void oddChildren()
    {
        // A key and a branch of the same name with another key between them, the prefix itself, empty names.
        for (const char *key : {"a:", "a::", "a::x", "a:b", "a:b!", "a:b:1", "a:b:2", "a:c:", "b", "a", "a;"})
            m_store[key] = "v";
        for (const int page : {1, 2, 3, 1000}) {
            ChildScan scan(m_client.get(), "a:");
            scan.setPageSizes(page, page);
            QByteArrayList children;
            connect(&scan, &ChildScan::childrenFound, this, [&](const QList<Child> &found) {
                for (const Child &child : found)
                    children.append((child.isBranch ? QByteArray("+") : QByteArray()).append(child.key));
            });
            scan.start();
            serveAll();
            QCOMPARE(children, (QByteArrayList{"a:", "+a::", "a:b", "a:b!", "+a:b:", "+a:c:"}));
        }
    }

    // Whatever the keys and the page sizes: the same children as counted in the store. The seed is printed on
    // failure.
    void randomStores()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int round = 0; round < 150; ++round) {
            m_store.clear();
            static const QByteArrayList parts{
                "a", "b", ":", ":", "\xc3\xa4", "\xf0\x9f\x98\x80", "\xf4\x8f\xbf\xbf", "0"};
            for (int i = random.bounded(60); i > 0; --i) {
                QByteArray key;
                for (int n = random.bounded(1, 6); n > 0; --n)
                    key += parts.at(random.bounded(int(parts.size())));
                m_store[key] = "v";
            }
            const QByteArray prefix = random.bounded(2) ? QByteArray("a:") : QByteArray();
            std::set<QByteArray> expected;
            for (const auto &[key, value] : m_store) {
                if (!key.startsWith(prefix))
                    continue;
                const qsizetype at = key.indexOf(':', prefix.size());
                expected.insert(at < 0 ? "k" + key : "b" + key.left(at + 1));
            }
            ChildScan scan(m_client.get(), prefix);
            const int page = random.bounded(1, 8);
            scan.setPageSizes(page, page);
            std::set<QByteArray> found;
            int told = 0;
            connect(&scan, &ChildScan::childrenFound, this, [&](const QList<Child> &children) {
                for (const Child &child : children)
                    found.insert((child.isBranch ? "b" : "k") + child.key);
                told += int(children.size());
            });
            scan.start();
            serveAll();
            QVERIFY2(found == expected && told == int(found.size()) && !scan.error().isError(),
                     qPrintable(QString::number(seed)));
        }
    }

    void readsAllIntoAFuture()
    {
        fill(25);
        const std::unique_ptr<RangeScan> scan(RangeScan::overPrefix(m_client.get(), "k"));
        scan->setPageSizes(10, 10);
        const QFuture<Result<qint64>> count = scan->future();
        const QFuture<Result<QList<Record>>> all = scan->readAll();
        QVERIFY(!all.isFinished());
        serveAll();
        QVERIFY(all.isFinished() && count.isFinished());
        QVERIFY(!all.result().isError());
        QByteArrayList keys;
        for (const Record &record : all.result().value)
            keys.append(record.key);
        QCOMPARE(keys, allKeys());
        QCOMPARE(count.result().value, 25);
        // Asked for after the end.
        const QFuture<Result<qint64>> late = scan->future();
        QVERIFY(late.isFinished());
        QCOMPARE(late.result().value, 25);
    }

    void wholeStoreByAnEmptyPrefix()
    {
        fill(3);
        m_store["\x7f"] = "last";
        const std::unique_ptr<RangeScan> scan(RangeScan::overPrefix(m_client.get(), {}));
        const QFuture<Result<QList<Record>>> all = scan->readAll();
        serveAll();
        QCOMPARE(all.result().value.size(), 4);
    }

    void childrenIntoAFuture()
    {
        for (const char *key : {"a", "a:1", "a:2", "b:1", "c"})
            m_store[key] = "v";
        ChildScan scan(m_client.get(), {}, ":");
        const QFuture<Result<QList<Child>>> all = scan.readAll();
        serveAll();
        QVERIFY(all.isFinished());
        QByteArrayList keys;
        for (const Child &child : all.result().value)
            keys.append(child.key);
        QCOMPARE(keys, (QByteArrayList{"a", "a:", "b:", "c"}));
    }

    void futuresOfScansEndInAnyCase_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"cancel", "cancel the future", "delete", "disconnect", "delete the client"})
            QTest::newRow(how) << QByteArray(how);
    }
    void futuresOfScansEndInAnyCase()
    {
        QFETCH(const QByteArray, how);
        fill(25);
        auto scan = std::make_unique<RangeScan>(m_client.get(), "k", Keys::prefixEnd("k"));
        scan->setPageSizes(10, 10);
        QFuture<Result<QList<Record>>> all = scan->readAll();
        QVERIFY(serve());
        if (how == "cancel")
            scan->cancel();
        else if (how == "cancel the future")
            all.cancel();
        else if (how == "delete")
            scan.reset();
        else if (how == "disconnect")
            m_client->disconnectFromServer();
        else
            m_client.reset();
        m_world->settle();
        QVERIFY(all.isFinished());
        if (scan)
            QCOMPARE(scan->error().kind, ErrorKind::Canceled);
        if (how == "cancel the future")
            return; // a canceled future takes no result
        QCOMPARE(all.result().error.kind, ErrorKind::Canceled);
        QCOMPARE(all.result().value.size(), 10); // what was read before
    }

    void suspendedFuturesPause()
    {
        fill(25);
        RangeScan scan(m_client.get(), "k", Keys::prefixEnd("k"));
        scan.setPageSizes(10, 10);
        QSignalSpy paused(&scan, &Scan::pausedChanged);
        QFuture<Result<qint64>> future = scan.future();
        scan.start();
        QVERIFY(serve());
        future.suspend();
        m_world->settle();
        QVERIFY(scan.isPaused());
        serveAll();
        QVERIFY(!scan.isFinished());
        future.resume();
        m_world->settle();
        QVERIFY(!scan.isPaused());
        serveAll();
        QVERIFY(scan.isFinished());
        QCOMPARE(future.result().value, 25);
        QCOMPARE(paused.size(), 2);
    }

    void limitIsAProperty()
    {
        RangeScan scan(m_client.get(), "k", "l");
        QSignalSpy spy(&scan, &RangeScan::limitChanged);
        QVERIFY(scan.setProperty("limit", 7));
        QCOMPARE(scan.limit(), 7);
        scan.setLimit(7);
        QCOMPARE(spy.size(), 1);
        scan.setLimit(-1);
        QCOMPARE(scan.limit(), 0);
    }

private:
    struct Seen {
        explicit Seen(Scan &scan)
            : finished(&scan, &Scan::finished)
        {
            QObject::connect(&scan, &Scan::pageReady, &scan, [this](const ScannedPage &page) {
                pages.append(page);
                for (const Record &record : page.records)
                    keys.append(record.key);
            });
        }
        QSignalSpy finished;
        QList<ScannedPage> pages;
        QByteArrayList keys;
    };

    void fill(int count)
    {
        for (int i = 0; i < count; ++i)
            m_store["k" + QByteArray::number(10000 + i)] = "v";
    }

    QByteArrayList allKeys() const
    {
        QByteArrayList keys;
        for (const auto &[key, value] : m_store)
            keys.append(key);
        return keys;
    }

    RangeScan *started()
    {
        auto *scan = new RangeScan(m_client.get(), "k", "l");
        scan->start();
        return scan;
    }

    /// Answers one request, as the store would; false if none waits.
    bool serve()
    {
        Fake::Wire &wire = m_world->wire();
        if (wire.isDisposed() || m_answered >= wire.sent.size())
            return false;
        const qsizetype index = m_answered++;
        const QJsonObject request = QJsonDocument::fromJson(wire.sent.at(index)).object();
        const QByteArray first = request.value(QStringLiteral("key")).toString().toUtf8();
        const QByteArray last = request.value(QStringLiteral("endKey")).toString().toUtf8();
        const int limit = request.value(QStringLiteral("limit")).toInt(100);
        if (m_keyLimit > 0 && first.size() > m_keyLimit) {
            wire.answer(index, "\"code\":400,\"error\":\"key too long\"");
            return true;
        }
        QByteArray records;
        int count = 0;
        bool truncated = false;
        for (auto it = m_store.lower_bound(first); it != m_store.end() && it->first <= last; ++it) {
            if (count == limit) {
                truncated = true;
                break;
            }
            if (count++ > 0)
                records += ',';
            records += "{\"key\":\"";
            records += it->first;
            records += "\",\"value\":\"v\"}";
        }
        wire.answer(index, QByteArray("\"code\":200,\"records\":[") + records
                               + "],\"truncated\":" + (truncated ? "true" : "false"));
        return true;
    }

    void serveAll()
    {
        while (serve())
            m_world->settle();
    }

    std::map<QByteArray, QByteArray> m_store;
    qsizetype m_answered = 0;
    int m_keyLimit = 0;
    std::unique_ptr<Fake::World> m_world;
    std::unique_ptr<Fake::FakeClient> m_client;
};

QTEST_GUILESS_MAIN(tst_Scan)
#include "tst_scan.moc"
