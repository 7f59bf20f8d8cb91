// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "live/livevalues.h"
#include "mirror/keyspacemirror.h"

#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

Learned item(const QByteArray &key, const QByteArray &value, Origin origin = Origin::Page)
{
    return {key, true, true, value, ValueState::Read, origin, 5, 0};
}

} // namespace

class TestLiveValues : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void showsTheMirror()
    {
        KeyspaceMirror mirror;
        const LiveValues values(mirror);
        QSignalSpy changed(&values, &ValueSource::changed);
        QSignalSpy reset(&values, &ValueSource::reset);
        QVERIFY(!values.value("a"));
        QVERIFY(!values.isKnown("a"));
        QVERIFY(values.isLive());

        Batch page;
        page.items = {item("b:2", "2"), item("a", "1"), item("b:1", "x"), item("b", "0")};
        page.covered = {{"a", "c", 5, false, {}}};
        mirror.apply(page);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.last().first().value<QList<QByteArray>>(),
                 (QList<QByteArray>{"a", "b", "b:1", "b:2"}));
        QCOMPARE(values.value("a")->value, QByteArray("1"));
        QCOMPARE(values.value("a")->state, ValueState::Read);
        QVERIFY(values.isKnown("abc")); // read, and not there
        QVERIFY(!values.value("abc"));
        QVERIFY(!values.isKnown("d"));
        QCOMPARE(values.keysUnder("b:", 10), (QList<QByteArray>{"b:1", "b:2"}));
        QCOMPARE(values.keysUnder("", 2), (QList<QByteArray>{"a", "b"}));

        Batch mixed;
        Learned gone = item("b", {}, Origin::Notification);
        gone.present = gone.hasValue = false;
        mixed.items = {gone, item("c", "new", Origin::Notification), item("a", "7", Origin::Notification)};
        mirror.apply(mixed);
        QCOMPARE(changed.last().first().value<QList<QByteArray>>(), (QList<QByteArray>{"a", "b", "c"}));
        QCOMPARE(values.value("a")->changedAt, 5);
        QVERIFY(!values.value("b"));

        mirror.clear();
        QCOMPARE(reset.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestLiveValues)
#include "tst_livevalues.moc"
