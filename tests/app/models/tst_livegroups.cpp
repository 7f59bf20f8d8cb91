// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/livegroups.h"

#include "failonwarning.h"
#include "live/livefeed.h"
#include "mirror/keyspacemirror.h"

#include <QAbstractItemModelTester>
#include <QHash>
#include <QRandomGenerator>
#include <QTest>

using namespace Studio;

namespace
{

Heard change(const QByteArray &key, const QByteArray &after, qint64 at = 1000)
{
    Heard heard;
    heard.key = key;
    heard.wasKnown = true;
    heard.hasValue = true;
    heard.after = after;
    heard.state = ValueState::Presumed;
    heard.at = at;
    return heard;
}

} // namespace

class LiveGroupsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void oneRowForEachKey()
    {
        LiveFeed feed;
        feed.append(change("a", "1"));
        LiveGroups groups(feed);
        groups.setClock([] { return 2000; });
        QAbstractItemModelTester tester(&groups, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(groups.rowCount(), 0); // nobody looks
        groups.setLookedAt(true);
        QCOMPARE(groups.rowCount(), 1); // what the feed holds counts
        feed.append(change("b", "1"));
        feed.append(change("b", "2"));
        feed.lineDown(1500);
        groups.refresh();
        QCOMPARE(groups.rowCount(), 2);
        QCOMPARE(groups.noteAt(0)->key, QByteArray("b")); // the liveliest first
        QCOMPARE(groups.index(0, LiveGroups::CountColumn).data().toString(), QStringLiteral("2"));
        QCOMPARE(groups.index(0, LiveGroups::ValueColumn).data().toString(), QStringLiteral("2"));
        groups.sort(LiveGroups::KeyColumn, Qt::AscendingOrder);
        QCOMPARE(groups.noteAt(0)->key, QByteArray("a"));
        feed.clear();
        QCOMPARE(groups.rowCount(), 0);
    }

    void filterAsksForTheKey()
    {
        LiveFeed feed;
        LiveGroups groups(feed);
        groups.setLookedAt(true);
        QAbstractItemModelTester tester(&groups, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const char *key : {"order:1", "order:2", "user:1"})
            feed.append(change(key, "1"));
        LiveFilter filter;
        filter.setKeys({QStringLiteral("order:*"), KeySearch::Kind::Wildcard, true});
        groups.setFilter(filter);
        QCOMPARE(groups.rowCount(), 2);
        filter.setText(QStringLiteral("ER:2"));
        groups.setFilter(filter);
        QCOMPARE(groups.rowCount(), 1);
        QCOMPARE(groups.noteAt(0)->key, QByteArray("order:2"));
    }

    void quietKeysMakeRoom()
    {
        LiveFeed feed;
        LiveGroups groups(feed);
        groups.setLookedAt(true);
        for (int i = 0; i <= LiveGroups::mostKeys; ++i)
            feed.append(change(QByteArray::number(i), "1"));
        groups.refresh();
        QVERIFY(groups.rowCount() <= LiveGroups::mostKeys);
        QCOMPARE(quint64(groups.rowCount()) + groups.forgotten(), quint64(LiveGroups::mostKeys) + 1);
        groups.sort(LiveGroups::TimeColumn, Qt::DescendingOrder);
        QCOMPARE(groups.noteAt(0)->key, QByteArray::number(LiveGroups::mostKeys));
    }

    void randomChangesKeepIndexesOnTheirRows()
    {
        QRandomGenerator random(5);
        LiveFeed feed;
        LiveGroups groups(feed);
        qint64 now = 1'000'000;
        groups.setClock([&now] { return now; });
        groups.setLookedAt(true);
        QAbstractItemModelTester tester(&groups, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QHash<QByteArray, quint64> counts;
        QPersistentModelIndex kept;
        QByteArray key;
        for (int round = 0; round < 300; ++round) {
            now += random.bounded(300);
            for (int i = random.bounded(8); i > 0; --i) {
                const QByteArray changed = QByteArray::number(random.bounded(1 + round / 8));
                feed.append(change(changed, QByteArray::number(round), now));
                ++counts[changed];
            }
            if (random.bounded(5) == 0) {
                groups.sort(random.bounded(int(LiveGroups::ColumnCount)),
                            random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            }
            groups.refresh();
            if (!key.isEmpty())
                QCOMPARE(groups.noteAt(kept.row())->key, key);
            QCOMPARE(groups.rowCount(), int(counts.size()));
            for (int row = 0; row < groups.rowCount(); ++row) {
                QCOMPARE(
                    groups.index(row, LiveGroups::CountColumn).data().toString().remove(u',').toULongLong(),
                    counts.value(groups.noteAt(row)->key));
            }
            if (groups.rowCount() > 0) {
                kept = groups.index(random.bounded(groups.rowCount()), 0);
                key = groups.noteAt(kept.row())->key;
            }
        }
    }
};

QTEST_GUILESS_MAIN(LiveGroupsTest)
#include "tst_livegroups.moc"
