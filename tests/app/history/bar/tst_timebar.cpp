// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../../editor/editorfixture.h"
#include "../historyfixture.h"
#include "failonwarning.h"

#include "history/bar/timebar.h"
#include "history/bar/timetrack.h"
#include "history/bar/timetravel.h"

#include <QComboBox>
#include <QDateTime>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

/// The line of time: pointer, keyboard, steps, play.
class TestTimeBar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void pointerPicksAMoment();
    void keyboard();
    void stepsFromChangeToChange();
    void playsUpToNow();
    void sourceIsThatOfTheMoment();
    void saysThatThereIsNothing();

private:
    void make();
    TimeTrack &track() const { return m_bar->track(); }

    std::unique_ptr<EditorFixture> m_app;
    std::unique_ptr<HistoryFixture> m_history;
    std::unique_ptr<TimeTravel> m_travel;
    std::unique_ptr<TimeBar> m_bar;
    qint64 m_begin = 0;
};

void TestTimeBar::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_app = std::make_unique<EditorFixture>();
    m_history = std::make_unique<HistoryFixture>();
    m_begin = QDateTime::currentMSecsSinceEpoch() - 100'000;
}

void TestTimeBar::cleanup()
{
    m_bar.reset();
    m_travel.reset();
    m_history.reset();
    m_app.reset();
}

/// Changes 100, 50 and 10 seconds ago.
void TestTimeBar::make()
{
    m_history->hear("a", "1", m_begin);
    m_history->hear("b", "1", m_begin + 50'000);
    m_history->hear("a", "2", m_begin + 90'000);
    QVERIFY(m_history->isRecorded());
    m_travel = std::make_unique<TimeTravel>(m_history->history.reader());
    m_bar = std::make_unique<TimeBar>(m_app->theme, *m_travel, m_history->history.recorder());
    m_bar->resize(900, 60);
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    QTRY_COMPARE(track().from(), m_begin);
}

void TestTimeBar::pointerPicksAMoment()
{
    make();
    QVERIFY(m_travel->isLive());
    QTest::mouseClick(&track(), Qt::LeftButton, {}, QPoint(track().width() / 2, 10));
    QVERIFY(!m_travel->isLive());
    const qint64 middle = (track().from() + track().to()) / 2;
    QVERIFY2(std::abs(m_travel->moment() - middle) < 1000,
             qPrintable(QString::number(m_travel->moment() - middle)));
    QTest::mouseClick(&track(), Qt::LeftButton, {}, QPoint(track().width() - 1, 10));
    QVERIFY(m_travel->isLive());
}

void TestTimeBar::keyboard()
{
    make();
    QTest::keyClick(&track(), Qt::Key_Home);
    QCOMPARE(m_travel->moment(), m_begin);
    QTest::keyClick(&track(), Qt::Key_Left); // not before the beginning
    QCOMPARE(m_travel->moment(), m_begin);
    QTest::keyClick(&track(), Qt::Key_PageDown);
    QVERIFY(m_travel->moment() > m_begin + 9'000 && m_travel->moment() < m_begin + 12'000);
    QTest::keyClick(&track(), Qt::Key_End);
    QVERIFY(m_travel->isLive());
}

void TestTimeBar::stepsFromChangeToChange()
{
    make();
    m_bar->step(false);
    QTRY_COMPARE(m_travel->moment(), m_begin + 90'000);
    m_bar->step(false);
    QTRY_COMPARE(m_travel->moment(), m_begin + 50'000);
    m_bar->setScope({"a", {}});
    m_bar->step(true);
    QTRY_COMPARE(m_travel->moment(), m_begin + 90'000);
    // Behind the last one is now.
    m_bar->step(true);
    QTRY_VERIFY(m_travel->isLive());
}

void TestTimeBar::playsUpToNow()
{
    make();
    auto *speed = m_bar->findChild<QComboBox *>();
    speed->setCurrentIndex(speed->count() - 1);
    QCOMPARE(speed->currentData().toInt(), 100);
    const QSignalSpy moved(m_travel.get(), &TimeTravel::moved);
    m_bar->setPlaying(true);
    QCOMPARE(m_travel->moment(), m_begin);
    QTRY_VERIFY(!m_bar->isPlaying());
    QVERIFY(m_travel->isLive());
    QVERIFY(moved.size() > 5);
}

void TestTimeBar::sourceIsThatOfTheMoment()
{
    make();
    PastValues live(m_history->history.reader()); // stands in for the live one
    QCOMPARE(m_travel->source(&live), &live);
    const QSignalSpy changed(m_travel.get(), &TimeTravel::sourceChanged);
    m_travel->goTo(m_begin + 60'000);
    ValueSource *past = m_travel->source(&live);
    QVERIFY(past != &live);
    QTRY_COMPARE(past->moment(), m_begin + 60'000);
    past->value("a");
    QTRY_VERIFY(past->value("a"));
    QCOMPARE(past->value("a")->value, "1");
    m_travel->goTo(m_begin + 95'000);
    QTRY_COMPARE(past->value("a").value_or(SourcedValue()).value, "2");
    m_travel->goToNow();
    QCOMPARE(m_travel->source(&live), &live);
    QCOMPARE(changed.size(), 2);
}

void TestTimeBar::saysThatThereIsNothing()
{
    m_travel = std::make_unique<TimeTravel>(m_history->history.reader());
    m_bar = std::make_unique<TimeBar>(m_app->theme, *m_travel, m_history->history.recorder());
    m_bar->show();
    QTRY_VERIFY(m_bar->isReady());
    QCOMPARE(track().from(), 0);
    QTest::keyClick(&track(), Qt::Key_Home);
    QVERIFY(m_travel->isLive());
}

QTEST_MAIN(TestTimeBar)
#include "tst_timebar.moc"
