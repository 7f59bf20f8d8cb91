// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"

#include "notices/noticecenter.h"

#include <QSignalSpy>
#include <QTest>

using namespace Studio;

class TestNoticeCenter : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void raisesOnceForEachId();
    void countsAndReplaces();
    void clearsById();
    void clearsContextAndBelow();
    void findsTheMostImportant();
    void namesTheNameless();
    void mayBeChangedFromASlot();

private:
    static Notice notice(const QString &id, Severity severity = Severity::Info,
                         const QString &context = u"window"_qs, qint64 at = 1)
    {
        Notice made;
        made.id = id;
        made.severity = severity;
        made.title = id;
        made.context = context;
        made.at = at;
        return made;
    }
};

void TestNoticeCenter::raisesOnceForEachId()
{
    NoticeCenter center;
    QSignalSpy added(&center, &NoticeCenter::added);
    center.raise(notice(u"a"_qs));
    center.raise(notice(u"b"_qs));
    QCOMPARE(center.notices().size(), 2);
    QCOMPARE(added.size(), 2);
    QCOMPARE(added.at(1).at(0).toInt(), 1);
    Notice undated = notice(u"c"_qs);
    undated.at = 0;
    center.raise(undated);
    QVERIFY(center.notice(u"c"_qs)->at > 0);
}

void TestNoticeCenter::countsAndReplaces()
{
    NoticeCenter center;
    QSignalSpy updated(&center, &NoticeCenter::updated);
    center.raise(notice(u"a"_qs));
    Notice again = notice(u"a"_qs, Severity::Error);
    again.title = u"later"_qs;
    center.raise(again);
    center.raise(again);
    QCOMPARE(center.notices().size(), 1);
    QCOMPARE(updated.size(), 2);
    QCOMPARE(center.notice(u"a"_qs)->count, 3);
    QCOMPARE(center.notice(u"a"_qs)->title, u"later"_qs);
    QCOMPARE(center.notice(u"a"_qs)->severity, Severity::Error);
}

void TestNoticeCenter::clearsById()
{
    NoticeCenter center;
    center.raise(notice(u"a"_qs));
    center.raise(notice(u"b"_qs));
    QSignalSpy removed(&center, &NoticeCenter::removed);
    center.clear(u"a"_qs);
    center.clear(u"none"_qs);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(0).toInt(), 0);
    QCOMPARE(removed.at(0).at(1).toString(), u"a"_qs);
    QVERIFY(!center.notice(u"a"_qs));
    // A mended cause that comes back starts counting anew.
    center.raise(notice(u"a"_qs));
    QCOMPARE(center.notice(u"a"_qs)->count, 1);
}

void TestNoticeCenter::clearsContextAndBelow()
{
    NoticeCenter center;
    center.raise(notice(u"1"_qs, Severity::Info, u"session/a"_qs));
    center.raise(notice(u"2"_qs, Severity::Info, u"session/a/x"_qs));
    center.raise(notice(u"3"_qs, Severity::Info, u"session/ab"_qs));
    center.clearContext(u"session/a"_qs);
    QCOMPARE(center.notices().size(), 1);
    QCOMPARE(center.notices().constFirst().id, u"3"_qs);
    center.clearAll();
    QVERIFY(center.notices().isEmpty());
}

void TestNoticeCenter::findsTheMostImportant()
{
    NoticeCenter center;
    QVERIFY(!center.mostImportant({u"window"_qs}));
    center.raise(notice(u"old"_qs, Severity::Warning, u"window"_qs, 1));
    center.raise(notice(u"new"_qs, Severity::Warning, u"window"_qs, 2));
    center.raise(notice(u"info"_qs, Severity::Info, u"window"_qs, 3));
    center.raise(notice(u"elsewhere"_qs, Severity::Error, u"session/a"_qs, 4));
    QCOMPARE(center.mostImportant({u"window"_qs})->id, u"new"_qs);
    QCOMPARE(center.mostImportant({u"window"_qs, u"session/a"_qs})->id, u"elsewhere"_qs);
}

void TestNoticeCenter::namesTheNameless()
{
    NoticeCenter center;
    center.raise(notice({}));
    center.raise(notice({}));
    QCOMPARE(center.notices().size(), 2);
    QVERIFY(!center.notices().at(0).id.isEmpty());
    QVERIFY(center.notices().at(0).id != center.notices().at(1).id);
}

void TestNoticeCenter::mayBeChangedFromASlot()
{
    NoticeCenter center;
    for (const QString &id : {u"a"_qs, u"b"_qs, u"c"_qs})
        center.raise(notice(id, Severity::Info, u"session/s"_qs));
    connect(&center, &NoticeCenter::removed, this, [&] { center.clearAll(); });
    center.clearContext(u"session/s"_qs);
    QVERIFY(center.notices().isEmpty());
}

QTEST_GUILESS_MAIN(TestNoticeCenter)
#include "tst_noticecenter.moc"
