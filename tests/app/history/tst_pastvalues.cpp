// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failonwarning.h"
#include "historyfixture.h"

#include "history/pastvalues.h"

#include <QSignalSpy>
#include <QTest>

using namespace Studio;

/// Values and keys at a moment, without waiting.
class TestPastValues : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsWhenItKnows();
    void movesAsAWhole();
    void keysComeAndGo();
    void onlyTheLatestMomentCounts();
    void whatIsNotSureSaysSo();

private:
    std::unique_ptr<HistoryFixture> m_fixture;
    std::unique_ptr<PastValues> m_past;
};

void TestPastValues::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_past.reset();
    m_fixture = std::make_unique<HistoryFixture>();
    m_fixture->read("u:1", "base", 500);
    m_fixture->hear("u:1", "one", 1000);
    m_fixture->hear("u:2", "other", 1500);
    m_fixture->hear("u:1", "two", 2000);
    m_fixture->hearRemoved("u:1", 3000);
    QVERIFY(m_fixture->isRecorded());
    m_past = std::make_unique<PastValues>(m_fixture->history.reader());
    QVERIFY(!m_past->isLive());
}

void TestPastValues::tellsWhenItKnows()
{
    QSignalSpy reset(m_past.get(), &ValueSource::reset);
    m_past->setMoment(1200);
    QVERIFY(reset.wait());
    QCOMPARE(m_past->moment(), 1200);
    const QSignalSpy changed(m_past.get(), &ValueSource::changed);
    QVERIFY(!m_past->value("u:1"));
    QVERIFY(!m_past->isKnown("u:9"));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<QList<QByteArray>>(), (QList<QByteArray>{"u:1", "u:9"}));
    const std::optional<SourcedValue> value = m_past->value("u:1");
    QVERIFY(value);
    QCOMPARE(value->value, "one");
    QCOMPARE(value->changedAt, 1000);
    QVERIFY(!m_past->isKnown("u:9"));
}

void TestPastValues::movesAsAWhole()
{
    QSignalSpy reset(m_past.get(), &ValueSource::reset);
    m_past->setMoment(1200);
    QVERIFY(reset.wait());
    m_past->value("u:1");
    QTRY_VERIFY(m_past->value("u:1"));
    m_past->setMoment(2500);
    // Until all of it is there it shows the moment before.
    QCOMPARE(m_past->value("u:1")->value, "one");
    QVERIFY(reset.wait());
    QCOMPARE(m_past->moment(), 2500);
    QCOMPARE(m_past->value("u:1")->value, "two");
    m_past->setMoment(600);
    QVERIFY(reset.wait());
    QCOMPARE(m_past->value("u:1")->value, "base");
    m_past->setMoment(3500);
    QVERIFY(reset.wait());
    QVERIFY(!m_past->value("u:1"));
    QVERIFY(m_past->isKnown("u:1"));
}

void TestPastValues::keysComeAndGo()
{
    QSignalSpy reset(m_past.get(), &ValueSource::reset);
    m_past->setMoment(1700);
    QVERIFY(reset.wait());
    m_past->keysUnder("u:", 10);
    QTRY_COMPARE(m_past->keysUnder("u:", 10), (QList<QByteArray>{"u:1", "u:2"}));
    QCOMPARE(m_past->keysUnder("u:", 1), (QList<QByteArray>{"u:1"}));
    m_past->setMoment(3500);
    QVERIFY(reset.wait());
    QCOMPARE(m_past->keysUnder("u:", 10), (QList<QByteArray>{"u:2"}));
}

void TestPastValues::onlyTheLatestMomentCounts()
{
    const QSignalSpy reset(m_past.get(), &ValueSource::reset);
    for (qint64 at = 1000; at < 1500; at += 10)
        m_past->setMoment(at);
    m_past->setMoment(2500);
    QTRY_COMPARE(m_past->moment(), 2500);
    QCOMPARE(reset.size(), 2);
}

void TestPastValues::whatIsNotSureSaysSo()
{
    QSignalSpy reset(m_past.get(), &ValueSource::reset);
    m_past->setMoment(1700);
    QVERIFY(reset.wait());
    m_past->value("u:2"); // nothing was known of it before: it may have been an append
    QTRY_VERIFY(m_past->value("u:2"));
    QCOMPARE(m_past->value("u:2")->state, ValueState::Presumed);
}

QTEST_GUILESS_MAIN(TestPastValues)
#include "tst_pastvalues.moc"
