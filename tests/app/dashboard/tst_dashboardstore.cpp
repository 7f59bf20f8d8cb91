// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/dashboardstore.h"
#include "failonwarning.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class TestDashboardStore : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void keepsDashboards()
    {
        const QTemporaryDir folder;
        DashboardStore store(DashboardStore::folderFor(folder.path(), QStringLiteral("shop/1")));
        QSignalSpy changed(&store, &DashboardStore::changed);
        QVERIFY(store.files().isEmpty());
        Dashboard dashboard;
        dashboard.title = QStringLiteral("Shop: floor!");
        const QString first = store.add(dashboard);
        const QString second = store.add(dashboard);
        QVERIFY(!first.isEmpty() && !second.isEmpty() && first != second);
        QVERIFY(first.startsWith(QStringLiteral("shop-floor")));
        QCOMPARE(store.freeTitle(dashboard.title), QStringLiteral("Shop: floor! 2"));
        dashboard.title = QStringLiteral("A first one");
        QVERIFY(store.save(second, dashboard));
        QCOMPARE(store.files(), (QStringList{second, first})); // by title
        QCOMPARE(store.title(second), dashboard.title);
        QVERIFY(*store.load(second).dashboard == dashboard);
        QCOMPARE(changed.count(), 3);
        QVERIFY(store.remove(first));
        QVERIFY(!store.remove(first));
        QCOMPARE(store.files(), QStringList{second});
        // The name of a profile goes nowhere else.
        QCOMPARE(QDir(folder.path() + QStringLiteral("/dashboards"))
                     .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
                     .size(),
                 1);
    }

    void oddTitles_data()
    {
        QTest::addColumn<QString>("title");
        QTest::newRow("empty") << QString();
        QTest::newRow("only signs") << QStringLiteral("../..");
        QTest::newRow("letters of others") << QStringLiteral("温度");
        QTest::newRow("long") << QString(500, u'x');
    }
    void oddTitles()
    {
        QFETCH(QString, title);
        const QTemporaryDir folder;
        DashboardStore store(folder.filePath(QStringLiteral("d")));
        Dashboard dashboard;
        dashboard.title = title;
        const QString file = store.add(dashboard);
        QVERIFY(!file.isEmpty() && !file.contains(u'/'));
        QVERIFY(*store.load(file).dashboard == dashboard);
        QCOMPARE(store.files(), QStringList{file});
    }

    void saysWhatIsWrong()
    {
        const QTemporaryDir folder;
        QFile plain(folder.filePath(QStringLiteral("file")));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        plain.close();
        DashboardStore store(plain.fileName()); // a file where the folder should be
        QString problem;
        QVERIFY(store.add({}, &problem).isEmpty());
        QVERIFY(!problem.isEmpty());
        QVERIFY(!store.load(QStringLiteral("none")).problem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDashboardStore)
#include "tst_dashboardstore.moc"
