// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "failonwarning.h"
#include "fakelink.h"

#include <hpkvqt/reply.h>

#include <QEventLoop>
#include <QPointer>
#include <QTest>

#include <memory>

using namespace Hpkv;

namespace
{

const QByteArray found = "\"code\":200,\"value\":\"x\"";

} // namespace

/// Finished replies go when control returns to the event loop in which they ended, and not before.
class tst_ReplyBin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void allOfOneTurn()
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
        for (int i = 0; i < 4; ++i)
            world.wire().answer(i, found);
        QVERIFY(first && kept && deleted && last);
        delete deleted.data(); // by somebody else, while it waits for its end
        world.settle();
        QVERIFY(!first && !last);
        QVERIFY(kept);
        delete kept.data();
    }

    void outlivesTheClient()
    {
        Fake::World world;
        auto client = std::make_unique<Fake::FakeClient>(Fake::config(), &world);
        client->connectToServer();
        world.wire().open();
        const QPointer<Reply> answered(client->get("a"));
        const QPointer<Reply> canceled(client->get("b"));
        world.wire().answer(0, found);
        client.reset();
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
        const QPointer<Reply> before(client.get("a"));
        const QPointer<Reply> opens(client.get("b"));
        const QPointer<Reply> within(client.get("c"));
        const QPointer<Reply> after(client.get("d"));

        QEventLoop outer;
        connect(opens, &Reply::finished, this, [&] {
            QEventLoop inner;
            connect(within, &QObject::destroyed, &inner, &QEventLoop::quit);
            QMetaObject::invokeMethod(
                this, [&] { world.wire().answer(2, found); }, Qt::QueuedConnection);
            inner.exec();
            QVERIFY(!within);
            QVERIFY(before && opens);
        });
        const auto answer = [&] {
            world.wire().answer(0, found);
            world.wire().answer(1, found);
            world.wire().answer(3, found);
            QVERIFY(before && opens && after);
            connect(after, &QObject::destroyed, &outer, &QEventLoop::quit);
        };
        QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
        outer.exec();
        QTRY_VERIFY(!before && !opens && !within && !after);
    }
};

QTEST_GUILESS_MAIN(tst_ReplyBin)
#include "tst_replybin.moc"
