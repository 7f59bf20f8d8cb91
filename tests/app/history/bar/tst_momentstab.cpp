// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../../editor/editorfixture.h"
#include "../historyfixture.h"
#include "failonwarning.h"

#include "browser/emptystate.h"
#include "history/bar/momentfield.h"
#include "history/bar/momentstab.h"
#include "history/bar/timetravel.h"
#include "models/keychangemodel.h"

#include <QDateTime>
#include <QDateTimeEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Studio;

/// The difference between two moments of a branch.
class TestMomentsTab : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listsWhatBecameOfEachKey();
    void takesTheMomentOfTheBar();
    void goesOnWhileItIsNow();
    void comparesARow();
    void whichMomentComesFirstDoesNotMatter();
    void saysThatNothingChanged();

private:
    MomentsTab &make(const QByteArray &prefix = "b:");
    const KeyChange *changeOf(const QByteArray &key) const;

    std::unique_ptr<EditorFixture> m_app;
    std::unique_ptr<HistoryFixture> m_history;
    std::unique_ptr<TimeTravel> m_travel;
    std::unique_ptr<MomentsTab> m_tab;
    qint64 m_begin = 0;
};

/// b:same is written twice and is in the end what it was; c: is another branch.
void TestMomentsTab::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_app = std::make_unique<EditorFixture>();
    m_history = std::make_unique<HistoryFixture>();
    m_begin = QDateTime::currentMSecsSinceEpoch() - 100'000;
    for (const char *key : {"b:changed", "b:gone", "b:same", "c:1"})
        m_history->read(key, "1", m_begin - 1000);
    for (const char *key : {"b:changed", "b:gone", "b:same", "c:1"})
        m_history->hear(key, "2", m_begin);
    m_history->hear("b:changed", "3", m_begin + 10'000);
    m_history->hear("b:same", "3", m_begin + 10'000);
    m_history->hear("b:same", "2", m_begin + 11'000);
    m_history->hear("c:1", "3", m_begin + 12'000);
    m_history->hear("b:new", "1", m_begin + 13'000);
    m_history->hearRemoved("b:gone", m_begin + 14'000);
    QVERIFY(m_history->isRecorded());
    m_travel = std::make_unique<TimeTravel>(m_history->history.reader());
}

void TestMomentsTab::cleanup()
{
    m_tab.reset();
    m_travel.reset();
    m_history.reset();
    m_app.reset();
}

MomentsTab &TestMomentsTab::make(const QByteArray &prefix)
{
    m_tab = std::make_unique<MomentsTab>(m_app->app, *m_travel, m_history->history.recorder(), prefix);
    m_tab->resize(900, 600);
    m_tab->show();
    m_tab->setMoments(m_begin + 5'000, m_begin + 20'000);
    return *m_tab;
}

const KeyChange *TestMomentsTab::changeOf(const QByteArray &key) const
{
    for (int row = 0; row < m_tab->model().rowCount(); ++row) {
        if (m_tab->model().changeAt(row)->key == key)
            return m_tab->model().changeAt(row);
    }
    return nullptr;
}

void TestMomentsTab::listsWhatBecameOfEachKey()
{
    const MomentsTab &tab = make();
    QTRY_VERIFY(tab.isReady());
    QCOMPARE(tab.model().rowCount(), 3);
    QCOMPARE(changeOf("b:changed")->kind, KeyChange::Kind::Changed);
    QCOMPARE(changeOf("b:changed")->before, QByteArray("2"));
    QCOMPARE(changeOf("b:changed")->after, QByteArray("3"));
    QCOMPARE(changeOf("b:gone")->kind, KeyChange::Kind::Removed);
    QCOMPARE(changeOf("b:gone")->before, QByteArray("2"));
    QVERIFY(changeOf("b:new"));
    QCOMPARE(changeOf("b:new")->after, QByteArray("1"));
    QVERIFY2(tab.summary().contains(u"1 removed"_qs), qPrintable(tab.summary()));
    QVERIFY2(tab.title().contains(u"b:"_qs), qPrintable(tab.title()));
    make({});
    QTRY_VERIFY(m_tab->isReady());
    QCOMPARE(m_tab->model().rowCount(), 4);
}

void TestMomentsTab::takesTheMomentOfTheBar()
{
    const MomentsTab &tab = make();
    auto *from = tab.findChild<MomentField *>(QStringLiteral("from"));
    auto *take = from->findChild<QToolButton *>();
    QVERIFY(!take->isEnabled()); // it is now
    m_travel->goTo(m_begin + 10'500);
    QVERIFY(take->isEnabled());
    QTest::mouseClick(take, Qt::LeftButton);
    QCOMPARE(from->moment(), m_begin + 10'500);
    QTRY_VERIFY(tab.isReady());
    QVERIFY(!changeOf("b:changed")); // it was changed before
    QVERIFY(changeOf("b:same")); // it was another value in between
}

void TestMomentsTab::goesOnWhileItIsNow()
{
    const MomentsTab &tab = make();
    auto *to = tab.findChild<MomentField *>(QStringLiteral("to"));
    to->setMoment(0);
    QVERIFY(!to->findChild<QDateTimeEdit *>()->isEnabled());
    QTRY_VERIFY(tab.isReady());
    QCOMPARE(tab.model().rowCount(), 3);
    m_history->hear("b:later", "1", QDateTime::currentMSecsSinceEpoch());
    QTRY_VERIFY(changeOf("b:later"));
}

void TestMomentsTab::comparesARow()
{
    MomentsTab &tab = make();
    QTRY_VERIFY(tab.isReady() && tab.model().rowCount() == 3);
    tab.setCurrent("b:changed");
    QList<DiffSide> sides;
    connect(&tab, &MomentsTab::compareRequested, this,
            [&](const QString &, const QList<DiffSide> &given) { sides = given; });
    tab.findChild<QPushButton *>(QStringLiteral("difference"))->click();
    QCOMPARE(sides.size(), 2);
    QCOMPARE(sides.at(0).bytes, QByteArray("2"));
    QCOMPARE(sides.at(1).bytes, QByteArray("3"));
    QSignalSpy opened(&tab, &MomentsTab::openRequested);
    tab.findChild<QPushButton *>(QStringLiteral("open"))->click();
    QCOMPARE(opened.size(), 1);
    tab.setCurrent("b:gone");
    QVERIFY(!tab.findChild<QPushButton *>(QStringLiteral("open"))->isEnabled());
}

void TestMomentsTab::whichMomentComesFirstDoesNotMatter()
{
    MomentsTab &tab = make();
    tab.setMoments(m_begin + 20'000, m_begin + 5'000);
    QTRY_VERIFY(tab.isReady() && tab.model().rowCount() == 3);
    QCOMPARE(changeOf("b:gone")->kind, KeyChange::Kind::Removed);
}

void TestMomentsTab::saysThatNothingChanged()
{
    MomentsTab &tab = make();
    tab.setMoments(m_begin + 15'000, m_begin + 20'000);
    QTRY_VERIFY(tab.isReady() && tab.model().rowCount() == 0);
    QVERIFY(tab.findChild<EmptyState *>(QStringLiteral("empty"))->isVisible());
}

QTEST_MAIN(TestMomentsTab)
#include "tst_momentstab.moc"
