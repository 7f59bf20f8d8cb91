// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/keylabel.h"
#include "editor/keysiblings.h"
#include "mirror/keyspacemirror.h"

#include "editorfixture.h"
#include "failonwarning.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

class tst_KeyLabel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void paths_data();
    void paths();
    void mouse();
    void keyboard();
    void narrow();
    void tellsTheTime();
    void plainText();
    void siblings_data();
    void siblings();
    void siblingsOfSeveralSeparators();
    void manySiblings();

private:
    Studio::EditorFixture m_fixture;
};

void tst_KeyLabel::paths_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QList<QByteArray>>("separators");
    QTest::addColumn<QList<QByteArray>>("paths");
    const QList<QByteArray> colon{":"};
    QTest::newRow("plain") << QByteArray("a") << colon << QList<QByteArray>{"a"};
    QTest::newRow("three") << QByteArray("a:b:c") << colon << QList<QByteArray>{"a:", "a:b:", "a:b:c"};
    QTest::newRow("doubled") << QByteArray("a::c") << colon << QList<QByteArray>{"a:", "a::", "a::c"};
    QTest::newRow("at the end") << QByteArray("a:b:") << colon << QList<QByteArray>{"a:", "a:b:"};
    QTest::newRow("first") << QByteArray(":a") << colon << QList<QByteArray>{":", ":a"};
    QTest::newRow("none") << QByteArray("a:b") << QList<QByteArray>{} << QList<QByteArray>{"a:b"};
    QTest::newRow("empty") << QByteArray("a:b") << QList<QByteArray>{QByteArray()}
                           << QList<QByteArray>{"a:b"};
    QTest::newRow("long separator") << QByteArray("a->b") << QList<QByteArray>{"->"}
                                    << QList<QByteArray>{"a->", "a->b"};
    QTest::newRow("several") << QByteArray("a/b:c/d") << QList<QByteArray>{":", "/"}
                             << QList<QByteArray>{"a/", "a/b:", "a/b:c/", "a/b:c/d"};
    QTest::newRow("one within another")
        << QByteArray("a->b") << QList<QByteArray>{">", "->"} << QList<QByteArray>{"a->", "a->b"};
}

void tst_KeyLabel::paths()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QList<QByteArray>, separators);
    KeyLabel label(m_fixture.theme, separators);
    label.setKey(key);
    QTEST(label.paths(), "paths");
}

void tst_KeyLabel::mouse()
{
    KeyLabel label(m_fixture.theme, {":"});
    label.setKey("order:2024:5000");
    label.resize(600, 22);
    QSignalSpy branch(&label, &KeyLabel::branchChosen);
    QTest::mouseClick(&label, Qt::LeftButton, {}, label.segmentRect(0).center());
    QCOMPARE(branch.size(), 1);
    QCOMPARE(branch.constFirst().constFirst().toByteArray(), QByteArray("order:"));
    QTest::mouseClick(&label, Qt::LeftButton, {},
                      label.segmentRect(2).center()); // itself: no menu without siblings
    QTest::mouseClick(&label, Qt::LeftButton, {}, QPoint(590, 10));
    QTest::mousePress(&label, Qt::LeftButton, {}, label.segmentRect(0).center());
    QTest::mouseRelease(&label, Qt::LeftButton, {}, label.segmentRect(1).center());
    QCOMPARE(branch.size(), 1);
    QVERIFY(label.segmentRect(1).left() > label.segmentRect(0).right());
}

void tst_KeyLabel::keyboard()
{
    KeyLabel label(m_fixture.theme, {":"});
    label.setKey("order:2024:5000");
    label.resize(600, 22);
    label.setSiblings([](const QByteArray &path) {
        return QList<KeyLabel::Sibling>{{path, path.endsWith(':')}, {"order:2025:", true}};
    });
    label.show();
    QVERIFY(QTest::qWaitForWindowExposed(&label));
    label.setFocus();
    QSignalSpy branch(&label, &KeyLabel::branchChosen);
    QTest::keyClick(&label, Qt::Key_Left);
    QCOMPARE(label.accessibleDescription(), QStringLiteral("2024"));
    QTest::keyClick(&label, Qt::Key_Return);
    QCOMPARE(branch.size(), 1);
    QCOMPARE(branch.constFirst().constFirst().toByteArray(), QByteArray("order:2024:"));
    QTest::keyClick(&label, Qt::Key_Down);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QCOMPARE(menu->actions().size(), 2);
    QCOMPARE(menu->actions().constLast()->text(), QStringLiteral("2025:"));
    menu->actions().constLast()->trigger();
    menu->close();
    QCOMPARE(branch.size(), 2);
    QCOMPARE(branch.constLast().constFirst().toByteArray(), QByteArray("order:2025:"));
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&label, Qt::Key_Left);
    QCOMPARE(label.accessibleDescription(), QStringLiteral("order"));
}

void tst_KeyLabel::narrow()
{
    KeyLabel label(m_fixture.theme, {":"});
    label.setKey("first:second:third:fourth:fifth:the last segment of them all");
    label.show();
    QVERIFY(QTest::qWaitForWindowExposed(&label)); // a hidden widget hears of its size later
    label.resize(5000, 22);
    for (int i = 0; i < 6; ++i)
        QVERIFY(!label.segmentRect(i).isNull());
    label.resize(260, 22);
    QVERIFY(!label.segmentRect(5).isNull());
    QVERIFY(label.segmentRect(2).isNull());
    QVERIFY(label.segmentRect(5).right() <= 262);
    for (int width = 0; width < 700; width += 13) {
        label.resize(width, 22);
        QVERIFY(!label.grab().isNull() || width == 0);
    }
}

void tst_KeyLabel::tellsTheTime()
{
    KeyLabel label(m_fixture.theme, {":"});
    label.setKey("log:01ARYZ6S41TSV4RRFFQ69G5FAV");
    QVERIFY2(label.toolTip().contains(QLatin1String("from the ULID")), qPrintable(label.toolTip()));
    label.setKey("log:<b>");
    QVERIFY(label.toolTip().contains(QLatin1String("&lt;b&gt;")));
    QVERIFY(!label.toolTip().contains(QLatin1String("ULID")));
}

void tst_KeyLabel::plainText()
{
    KeyLabel label(m_fixture.theme, {":"});
    label.setText(QStringLiteral("New record: 1"));
    label.resize(300, 22);
    QVERIFY(label.paths().isEmpty());
    QSignalSpy branch(&label, &KeyLabel::branchChosen);
    QTest::mouseClick(&label, Qt::LeftButton, {}, QPoint(10, 10));
    QVERIFY(branch.isEmpty());
    QVERIFY(!label.grab().isNull());
}

void tst_KeyLabel::siblings_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QList<QByteArray>>("beside");
    QTest::newRow("top branch") << QByteArray("b:") << QList<QByteArray>{"a:", "b", "b:", "c"};
    QTest::newRow("top key") << QByteArray("c") << QList<QByteArray>{"a:", "b", "b:", "c"};
    QTest::newRow("inner key") << QByteArray("b:2") << QList<QByteArray>{"b:1", "b:2", "b:x:", "b:y:"};
    QTest::newRow("inner branch") << QByteArray("b:x:") << QList<QByteArray>{"b:1", "b:2", "b:x:", "b:y:"};
    QTest::newRow("unknown") << QByteArray("b:3") << QList<QByteArray>{"b:1", "b:2", "b:x:", "b:y:"};
    QTest::newRow("elsewhere") << QByteArray("q:1") << QList<QByteArray>{};
}

void tst_KeyLabel::siblings()
{
    QFETCH(const QByteArray, path);
    KeyspaceMirror mirror;
    Batch batch;
    for (const char *key : {"a:1", "a:2", "b", "b:1", "b:2", "b:x:1", "b:x:2", "b:y:1", "c"}) {
        Learned item;
        item.key = key;
        batch.items.append(item);
    }
    mirror.apply(batch);
    QList<QByteArray> beside;
    for (const KeyLabel::Sibling &sibling : siblingsOf(mirror, {":"}, path)) {
        QCOMPARE(sibling.isBranch, sibling.key.endsWith(':'));
        beside.append(sibling.key);
    }
    QTEST(beside, "beside");
}

void tst_KeyLabel::siblingsOfSeveralSeparators()
{
    KeyspaceMirror mirror;
    Batch batch;
    for (const char *key : {"a/1:x", "a/2", "a/3/y", "a:1", "b"}) {
        Learned item;
        item.key = key;
        batch.items.append(item);
    }
    mirror.apply(batch);
    QList<QByteArray> beside;
    for (const KeyLabel::Sibling &sibling : siblingsOf(mirror, {":", "/"}, "a/3/"))
        beside.append(sibling.key);
    QCOMPARE(beside, (QList<QByteArray>{"a/1:", "a/2", "a/3/"}));
    beside.clear();
    for (const KeyLabel::Sibling &sibling : siblingsOf(mirror, {":", "/"}, "a/"))
        beside.append(sibling.key);
    QCOMPARE(beside, (QList<QByteArray>{"a/", "a:", "b"}));
}

void tst_KeyLabel::manySiblings()
{
    KeyspaceMirror mirror;
    Batch batch;
    for (int i = 0; i < 1000; ++i) {
        Learned item;
        item.key = "k:" + QByteArray::number(1000 + i) + ":x";
        batch.items.append(item);
    }
    mirror.apply(batch);
    const QList<KeyLabel::Sibling> found = siblingsOf(mirror, {":"}, "k:1500:", 10);
    QCOMPARE(found.size(), 10);
    QCOMPARE(found.constFirst().key, QByteArray("k:1495:"));
    QCOMPARE(found.constLast().key, QByteArray("k:1504:"));
}

QTEST_MAIN(tst_KeyLabel)
#include "tst_keylabel.moc"
