// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "notices/noticecenter.h"
#include "notices/noticemodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

class TestNoticeModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void showsNewestFirst();
    void followsChanges();
    void survivesRandomChanges();
};

namespace
{

Notice notice(const QString &id)
{
    Notice made;
    made.id = id;
    made.title = u"Title "_qs + id;
    made.text = u"Text"_qs;
    made.severity = Severity::Warning;
    made.at = 42;
    return made;
}

} // namespace

void TestNoticeModel::showsNewestFirst()
{
    NoticeCenter center;
    center.raise(notice(u"a"_qs));
    NoticeModel model(center);
    const QAbstractItemModelTester tester(&model);
    center.raise(notice(u"b"_qs));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data(NoticeModel::IdRole).toString(), u"b"_qs);
    QCOMPARE(model.index(1).data().toString(), u"Title a"_qs);
    QCOMPARE(model.index(0).data(NoticeModel::SeverityRole).toInt(), int(Severity::Warning));
    QCOMPARE(model.index(0).data(NoticeModel::TimeRole).toLongLong(), 42);
    QCOMPARE(model.roleNames().value(NoticeModel::TextRole), QByteArray("text"));
}

void TestNoticeModel::followsChanges()
{
    NoticeCenter center;
    NoticeModel model(center);
    const QAbstractItemModelTester tester(&model);
    center.raise(notice(u"a"_qs));
    center.raise(notice(u"b"_qs));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    center.raise(notice(u"a"_qs));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(model.index(1).data(NoticeModel::CountRole).toInt(), 2);
    QVERIFY(model.index(1).data().toString().contains(u'2'));
    center.clear(u"b"_qs);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(NoticeModel::IdRole).toString(), u"a"_qs);
}

void TestNoticeModel::survivesRandomChanges()
{
    NoticeCenter center;
    NoticeModel model(center);
    const QAbstractItemModelTester tester(&model);
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        const QString id = QString::number(random.bounded(12));
        if (random.bounded(3) > 0)
            center.raise(notice(id));
        else
            center.clear(id);
        QCOMPARE(model.rowCount(), int(center.notices().size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.index(row).data(NoticeModel::IdRole).toString(),
                     center.notices().at(center.notices().size() - 1 - row).id);
        }
    }
}

QTEST_GUILESS_MAIN(TestNoticeModel)
#include "tst_noticemodel.moc"
