// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keyspacestrip.h"

#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "viewfixture.h"

#include <hpkvqt/keys.h>

#include <QSignalSpy>
#include <QTest>

using namespace Studio;

class tst_KeySpaceStrip : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tells();
    void clickGoesThere();
    void keyboard();
    void countsWrites();
    void paints_data();
    void paints();

private:
    TestSupport::ViewFixture m_fixture;
    std::unique_ptr<KeyspaceMirror> m_mirror;
    std::unique_ptr<KeySpaceStrip> m_strip;
};

void tst_KeySpaceStrip::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_strip.reset();
    m_mirror = std::make_unique<KeyspaceMirror>();
    Batch batch;
    for (int i = 0; i < 100; ++i) {
        Learned item;
        item.key = "a:" + QByteArray::number(1000 + i);
        batch.items.append(item);
    }
    batch.covered.append({"a:", Hpkv::Keys::prefixEnd("a:"), 1000, true, {}});
    m_mirror->apply(batch);
    m_strip = std::make_unique<KeySpaceStrip>(m_fixture.theme, *m_mirror);
    m_strip->resize(10, 300);
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
}

void tst_KeySpaceStrip::tells()
{
    QCOMPARE(m_strip->map().pieces().size(), 3);
    QVERIFY(m_strip->textAt(0).contains(QLatin1String("Not read")));
    const QString middle = m_strip->textAt(0.5);
    QVERIFY2(middle.contains(QLatin1String("kept up to date")), qPrintable(middle));
    QVERIFY(middle.contains(QLatin1String("a:10")));
    QVERIFY(middle.contains(QLatin1String("100")));
    QVERIFY(!m_strip->accessibleName().isEmpty());
    QVERIFY(!m_strip->accessibleDescription().isEmpty());
}

void tst_KeySpaceStrip::clickGoesThere()
{
    QSignalSpy chosen(m_strip.get(), &KeySpaceStrip::chosen);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, QPoint(5, 150));
    QCOMPARE(chosen.size(), 1);
    QVERIFY(m_mirror->isKnown(chosen.constFirst().constFirst().toByteArray()));
    QTest::mouseClick(m_strip.get(), Qt::RightButton, {}, QPoint(5, 150));
    QCOMPARE(chosen.size(), 1);
}

void tst_KeySpaceStrip::keyboard()
{
    QSignalSpy chosen(m_strip.get(), &KeySpaceStrip::chosen);
    m_strip->setFocus();
    QTest::keyClick(m_strip.get(), Qt::Key_PageDown); // to the read stretch
    QCOMPARE(m_strip->cursorPlace(), m_strip->map().pieces().at(1).from);
    QTest::keyClick(m_strip.get(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toByteArray(), QByteArray("a:1000"));
    QTest::keyClick(m_strip.get(), Qt::Key_Down);
    QVERIFY(m_strip->cursorPlace() > m_strip->map().pieces().at(1).from);
    QTest::keyClick(m_strip.get(), Qt::Key_End);
    QCOMPARE(m_strip->cursorPlace(), 1.0);
    QTest::keyClick(m_strip.get(), Qt::Key_Home);
    QCOMPARE(m_strip->cursorPlace(), 0.0);
    QTest::keyClick(m_strip.get(), Qt::Key_Up);
    QCOMPARE(m_strip->cursorPlace(), 0.0);
}

void tst_KeySpaceStrip::countsWrites()
{
    Batch batch;
    Learned item;
    item.key = "a:1050";
    item.hasValue = true;
    item.value = "2";
    item.origin = Origin::Notification;
    item.state = ValueState::Presumed;
    batch.items.append(item);
    m_mirror->apply(batch);
    m_strip->refresh();
    QVERIFY2(m_strip->textAt(0.5).contains(QLatin1String("1 change")), qPrintable(m_strip->textAt(0.5)));
    QVERIFY(!m_strip->textAt(0).contains(QLatin1String("change")));
}

void tst_KeySpaceStrip::paints_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << QStringLiteral("light");
    QTest::newRow("dark") << QStringLiteral("dark");
}

void tst_KeySpaceStrip::paints()
{
    QFETCH(const QString, theme);
    m_fixture.settings.setValue(Key::Theme, theme);
    const QImage image = m_strip->grab().toImage();
    // What was read and what was not look different.
    QVERIFY(image.copy(0, 5, 10, 20) != image.copy(0, 140, 10, 20));
    m_fixture.settings.setValue(Key::Theme, QString());
}

QTEST_MAIN(tst_KeySpaceStrip)
#include "tst_keyspacestrip.moc"
