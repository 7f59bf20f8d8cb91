// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "fakelink.h"

#include <hpkvqt/reply.h>

#include <QEvent>
#include <QEventLoop>
#include <QPointer>
#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

using namespace Hpkv;

namespace
{

const QByteArray found = "\"code\":200,\"value\":\"x\"";

/// Counts the events that delete objects.
class DeletionCounter final : public QObject
{
public:
    DeletionCounter() { QCoreApplication::instance()->installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::DeferredDelete)
            ++count;
        return false;
    }

    int count = 0;
};

/// Does something within an event that is sent, not posted.
class Nested final : public QObject
{
public:
    explicit Nested(std::function<void()> call)
        : m_call(std::move(call))
    {
    }

    static void run(const std::function<void()> &call)
    {
        Nested object(call);
        QEvent event(QEvent::User);
        QCoreApplication::sendEvent(&object, &event);
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_call();
        return true;
    }

private:
    std::function<void()> m_call;
};

/// A reply beside an object that is given to deleteLater() when the reply finishes.
struct Twins {
    explicit Twins(Reply *reply_)
        : reply(reply_)
        , twin(new QObject)
    {
        QObject::connect(reply, &Reply::finished, twin, &QObject::deleteLater);
    }

    /// The reply may go later than its twin, not sooner.
    bool ok() const { return reply || !twin; }
    bool gone() const { return !reply && !twin; }

    QPointer<Reply> reply;
    QPointer<QObject> twin;
};

void inEventLoop(const std::function<void()> &call)
{
    QEventLoop loop;
    QMetaObject::invokeMethod(
        &loop,
        [&] {
            call();
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    loop.exec();
}

} // namespace

/// Finished replies go when control returns to the event loop in which they ended, and not before.
class tst_ReplyBin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void series()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        client.connectToServer();
        world.wire().open();
        const QPointer<Reply> first(client.get("a"));
        const QPointer<Reply> kept(client.get("b"));
        const QPointer<Reply> deleted(client.get("c"));
        const QPointer<Reply> last(client.get("d"));
        connect(kept, &Reply::finished, kept, &Reply::keep);
        QByteArrayList frames;
        for (int i = 0; i < 4; ++i)
            frames.append(world.wire().answerTo(i, found));
        const DeletionCounter deletions;
        world.wire().receiveTogether(frames);
        QVERIFY(first && kept && deleted && last);
        delete deleted.data(); // by somebody else, while it waits for its end
        world.settle();
        QVERIFY(!first && !last);
        QCOMPARE(deletions.count, 1);
        QVERIFY(kept);
        delete kept.data();
    }

    void oneByOne()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        client.connectToServer();
        world.wire().open();
        const QPointer<Reply> answered(client.get("a"));
        const QPointer<Reply> aborted(client.get("b"));
        world.wire().answer(0, found);
        aborted->abort();
        QVERIFY(answered && aborted);
        world.settle();
        QVERIFY(!answered && !aborted);
    }

    void outlivesTheClient()
    {
        Fake::World world;
        auto client = std::make_unique<Fake::FakeClient>(Fake::config(), &world);
        client->connectToServer();
        world.wire().open();
        const QPointer<Reply> answered(client->get("a"));
        const QPointer<Reply> canceled(client->get("b"));
        // A slot ends the client, and with it the link whose series it is.
        connect(answered, &Reply::finished, this, [&client] { client.reset(); });
        const std::shared_ptr<Fake::Wire> wire = world.wires.back();
        wire->receiveTogether({wire->answerTo(0, found), wire->answerTo(1, found)});
        QVERIFY(!client && wire->isDisposed());
        QVERIFY(answered && canceled);
        QCOMPARE(canceled->error().kind, ErrorKind::Canceled);
        world.settle();
        QVERIFY(!answered && !canceled);
    }

    // A slot that opens an event loop still has its reply afterwards; what ends meanwhile does not wait for
    // it.
    void innerLoop()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        client.connectToServer();
        world.wire().open();
        const Twins before(client.get("a"));
        const Twins opens(client.get("b"));
        const Twins within(client.get("c"));
        const Twins after(client.get("d"));
        connect(opens.reply, &Reply::finished, this, [&] {
            QEventLoop inner;
            connect(within.reply, &QObject::destroyed, &inner, &QEventLoop::quit);
            QMetaObject::invokeMethod(within.reply, &Reply::abort, Qt::QueuedConnection);
            inner.exec();
            QVERIFY(within.gone());
            QVERIFY(before.reply && opens.reply && after.reply);
        });
        inEventLoop([&] {
            world.wire().receiveTogether({world.wire().answerTo(0, found), world.wire().answerTo(1, found),
                                          world.wire().answerTo(3, found)});
            QVERIFY(before.reply && opens.reply && after.reply);
        });
        QVERIFY(before.gone() && opens.gone() && after.gone());
    }

    // processEvents() deletes what was given up deeper inside, and nothing of the level at which it is
    // called.
    void notBeforeDeleteLater_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::newRow("answers") << true;
        QTest::newRow("abort") << false;
    }

    void notBeforeDeleteLater()
    {
        QFETCH(bool, answered);
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        client.connectToServer();
        world.wire().open();
        const Twins nested(client.get("a"));
        const Twins outer(client.get("b"));
        const Twins queued(client.get("c"));
        const auto end = [&](const Twins &twins, int index) {
            if (answered)
                world.wire().receiveTogether({world.wire().answerTo(index, found)});
            else
                twins.reply->abort();
        };
        inEventLoop([&] {
            Nested::run([&] { end(nested, 0); });
            end(outer, 1);
            QVERIFY(nested.reply && outer.reply);
            QCoreApplication::processEvents();
            QVERIFY(nested.gone()); // it is not kept for ever either
            QVERIFY(outer.twin); // what is shown here
            QVERIFY(outer.ok());
            Nested::run([&] {
                end(queued, 2);
                QCoreApplication::processEvents();
                QVERIFY(queued.ok() && outer.ok());
            });
        });
        QVERIFY(outer.gone() && queued.gone());
    }

    // All that a disconnection ends goes with one event.
    void disconnection()
    {
        Fake::World world;
        Fake::FakeClient client(Fake::config(), &world);
        client.connectToServer();
        world.wire().open();
        const QPointer<Reply> first(client.get("a"));
        const QPointer<Reply> last(client.get("b"));
        const DeletionCounter deletions;
        client.disconnectFromServer();
        QVERIFY(first && last);
        QVERIFY(first->isFinished() && last->isFinished());
        world.settle();
        QVERIFY(!first && !last);
        QCOMPARE(deletions.count, 1);
    }

    // A client that goes when its thread has ended: nobody looks at that thread's events any more.
    void endOfThread_data()
    {
        QTest::addColumn<bool>("within");
        QTest::newRow("by the thread's own end") << true;
        QTest::newRow("by somebody else") << false;
    }

    void endOfThread()
    {
        QFETCH(bool, within);
        Fake::World world;
        auto *const client = new Fake::FakeClient(Fake::config(), &world);
        // What the thread sanitizer sees handed over: Qt's own locks it does not know.
        std::atomic<int> gone = 0;
        std::atomic<bool> ended = false;
        QThread thread;
        client->moveToThread(&thread);
        connect(&thread, &QThread::started, client, [&] {
            client->connectToServer();
            world.wire().open();
            Reply *const answered = client->get("a");
            Reply *const open = client->get("b");
            for (Reply *const reply : {answered, open})
                connect(reply, &QObject::destroyed, [&gone] { ++gone; });
            connect(answered, &Reply::finished, client, [&thread] { thread.quit(); });
            world.wire().answer(0, found);
        });
        connect(&thread, &QThread::finished, [&ended] { ended = true; });
        if (within)
            connect(&thread, &QThread::finished, client, &QObject::deleteLater);
        thread.start();
        QVERIFY(thread.wait(30'000));
        QVERIFY(ended);
        if (!within) {
            delete client;
            world.settle();
        }
        QCOMPARE(gone.load(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_ReplyBin)
#include "tst_replybin.moc"
