// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/filterfield.h"
#include "failonwarning.h"
#include "viewfixture.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

using Kind = KeySearch::Kind;

class FilterFieldTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void tellsOnceForEachChange()
    {
        TestSupport::ViewFixture fixture;
        FilterField field(fixture.theme);
        QSignalSpy changed(&field, &FilterField::searchChanged);
        field.setSearch({QStringLiteral("a"), Kind::Wildcard, true});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(field.search(), (KeySearch{QStringLiteral("a"), Kind::Wildcard, true}));
        field.setSearch({QStringLiteral("a"), Kind::Substring, true});
        QCOMPARE(changed.size(), 2);
        field.setSearch({QStringLiteral("a"), Kind::Substring, true});
        QCOMPARE(changed.size(), 2);
    }

    void menuChangesHowTheTextIsMeant()
    {
        TestSupport::ViewFixture fixture;
        FilterField field(fixture.theme);
        field.show();
        QTest::keyClicks(&field, QStringLiteral("x"));
        const auto choose = [&field](const QString &text) {
            QTest::keyClick(&field, Qt::Key_Down, Qt::AltModifier);
            auto *menu = field.findChild<QMenu *>({}, Qt::FindDirectChildrenOnly);
            QVERIFY(menu != nullptr && menu->isVisible());
            bool found = false;
            const QList<QAction *> actions = menu->actions();
            for (QAction *action : actions) {
                if (action->text() == text) {
                    action->trigger();
                    found = true;
                    break;
                }
            }
            QVERIFY2(found, qPrintable(text));
            menu->close();
            QTRY_VERIFY(field.findChild<QMenu *>({}, Qt::FindDirectChildrenOnly) == nullptr);
        };
        choose(QStringLiteral("Regular expression"));
        QCOMPARE(field.search().kind, Kind::RegularExpression);
        choose(QStringLiteral("Match case"));
        QVERIFY(field.search().caseSensitive);
        QSignalSpy looks(&field, &FilterField::looksInStoreChanged);
        choose(QStringLiteral("Look in the store, too"));
        QCOMPARE(looks.size(), 1);
        QVERIFY(field.looksInStore());
        field.remember();
        field.clear();
        choose(QStringLiteral("x"));
        QCOMPARE(field.search(), (KeySearch{QStringLiteral("x"), Kind::RegularExpression, true}));
        choose(QStringLiteral("Forget these"));
        QVERIFY(field.history().isEmpty());
    }

    void rememberedSearches()
    {
        TestSupport::ViewFixture fixture;
        FilterField field(fixture.theme);
        field.remember(); // nothing to remember
        QVERIFY(field.history().isEmpty());
        for (int i = 0; i < FilterField::mostRemembered + 3; ++i) {
            field.setSearch(
                {QString::number(i), i % 2 ? Kind::Wildcard : Kind::RegularExpression, i % 3 == 0});
            field.remember();
            field.remember();
        }
        QCOMPARE(field.history().size(), FilterField::mostRemembered);
        QCOMPARE(field.history().constFirst().text, QString::number(FilterField::mostRemembered + 2));
        // One that is used again moves to the front.
        const KeySearch last = field.history().constLast();
        field.setSearch(last);
        field.remember();
        QCOMPARE(field.history().constFirst(), last);
        QCOMPARE(field.history().size(), FilterField::mostRemembered);

        FilterField other(fixture.theme);
        other.restoreHistory(field.savedHistory());
        QCOMPARE(other.history(), field.history());
        other.restoreHistory(QStringLiteral("damaged"));
        QVERIFY(other.history().isEmpty());
        other.restoreHistory(QStringLiteral(R"([1,{"text":""},{"text":"t","kind":"other"}])"));
        QCOMPARE(other.history(), QList<KeySearch>{(KeySearch{QStringLiteral("t"), Kind::Substring, false})});
        QCOMPARE(FilterField(fixture.theme).savedHistory(), QString());
    }
};

QTEST_MAIN(FilterFieldTest)
#include "tst_filterfield.moc"
