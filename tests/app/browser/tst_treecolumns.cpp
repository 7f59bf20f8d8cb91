// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keytree.h"
#include "browser/treecolumns.h"
#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "models/keytreemodel.h"
#include "viewfixture.h"

#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

struct Stage {
    TestSupport::ViewFixture fixture;
    KeyspaceMirror mirror;
    KeyTreeModel model{&mirror};
    KeyTree tree{fixture.theme, model};
    TreeColumns &columns{tree.columns()};

    Stage()
    {
        Batch batch;
        for (const char *key : {"a:1", "a:2", "b"}) {
            Learned learned;
            learned.key = key;
            learned.hasValue = true;
            learned.value = "{\n  \"x\": 1\n}";
            learned.state = ValueState::Read;
            batch.items.append(learned);
        }
        mirror.apply(batch);
        tree.resize(700, 300);
        tree.show();
    }
    int width() const
    {
        int sum = 0;
        for (int column = 0; column < KeyTreeModel::ColumnCount; ++column)
            sum += tree.isColumnHidden(column) ? 0 : tree.header()->sectionSize(column);
        return sum;
    }
};

constexpr int Name = KeyTreeModel::NameColumn;
constexpr int Count = KeyTreeModel::CountColumn;
constexpr int Value = KeyTreeModel::ValueColumn;
constexpr int Size = KeyTreeModel::SizeColumn;

} // namespace

class TreeColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void namesOnlyAtFirst()
    {
        Stage stage;
        QVERIFY(stage.tree.isHeaderHidden());
        QCOMPARE(stage.columns.state(), QString());
        QCOMPARE(stage.width(), stage.tree.viewport()->width());
    }

    void choosingAndRestoring()
    {
        Stage stage;
        QSignalSpy changed(&stage.columns, &TreeColumns::changed);
        stage.columns.choose(Value, true);
        stage.columns.choose(Count, true);
        stage.columns.choose(Name, false); // stays
        QCOMPARE(changed.size(), 2);
        QVERIFY(!stage.tree.isHeaderHidden());
        QCOMPARE(stage.columns.state(), QStringLiteral("value,count"));
        QCOMPARE(stage.tree.header()->visualIndex(Name), 0);
        QCOMPARE(stage.tree.header()->visualIndex(Value), 1);
        QCOMPARE(stage.tree.header()->visualIndex(Count), 2);
        QCOMPARE(stage.width(), stage.tree.viewport()->width());

        Stage other;
        other.columns.restore(QStringLiteral("value:210,nonsense,count,value,size:-3,"));
        QCOMPARE(other.columns.state(), QStringLiteral("value:210,count,size"));
        QCOMPARE(other.tree.header()->sectionSize(Value), 210);
        other.columns.reset();
        QCOMPARE(other.columns.state(), QString());
        QVERIFY(other.tree.isHeaderHidden());
    }

    void movingChangesTheOrder()
    {
        Stage stage;
        stage.columns.restore(QStringLiteral("value,count,size"));
        QHeaderView *header = stage.tree.header();
        header->moveSection(header->visualIndex(Size), 1);
        QCOMPARE(stage.columns.state(), QStringLiteral("size,value,count"));
    }

    void sizingTakesFromTheNeighbour()
    {
        Stage stage;
        stage.columns.restore(QStringLiteral("count,value"));
        QHeaderView *header = stage.tree.header();
        const int both = header->sectionSize(Count) + header->sectionSize(Value);
        header->resizeSection(Count, header->sectionSize(Count) + 20);
        QCOMPARE(header->sectionSize(Count) + header->sectionSize(Value), both);
        QCOMPARE(stage.width(), stage.tree.viewport()->width());
        // Never to nothing, and never below what the name needs.
        header->resizeSection(Count, 5000);
        QVERIFY(header->sectionSize(Value) >= header->minimumSectionSize());
        header->resizeSection(Name, 1);
        QVERIFY(header->sectionSize(Name) >= 100);
        QCOMPARE(stage.width(), stage.tree.viewport()->width());
        QVERIFY(stage.columns.state().startsWith(QStringLiteral("count:")));
        const int last = header->sectionSize(Value);
        header->resizeSection(Value, last + 50); // nothing behind it can pay
        QCOMPARE(header->sectionSize(Value), last);
    }

    void narrowDockStaysReadable()
    {
        Stage stage;
        stage.columns.restore(QStringLiteral("count,size,value"));
        stage.tree.resize(300, 300);
        QTRY_VERIFY(!stage.columns.isShown(Value));
        QVERIFY(stage.columns.isShown(Count));
        QVERIFY(stage.columns.isChosen(Value));
        QVERIFY(stage.tree.header()->sectionSize(Name) >= 130);
        QMenu menu;
        stage.columns.fill(menu);
        QVERIFY(menu.actions().at(1)->text().contains(QStringLiteral("no room")));
        QVERIFY(menu.actions().at(1)->isChecked());
        stage.tree.resize(120, 300);
        QTRY_VERIFY(!stage.columns.isShown(Count));
        QCOMPARE(stage.width(), stage.tree.viewport()->width());
        stage.tree.resize(700, 300);
        QTRY_VERIFY(stage.columns.isShown(Value));
        QCOMPARE(stage.columns.state(), QStringLiteral("count,size,value"));
    }

    void menuChooses()
    {
        Stage stage;
        QMenu menu;
        stage.columns.fill(menu);
        QCOMPARE(menu.actions().constFirst()->text(), QStringLiteral("Keys"));
        menu.actions().constFirst()->trigger();
        QVERIFY(stage.columns.isShown(Count));
        QMenu again;
        stage.columns.fill(again);
        again.actions().constLast()->trigger(); // only the names
        QVERIFY(!stage.columns.isChosen(Count));
    }

    void paintsEveryColumn()
    {
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            Stage stage;
            stage.tree.setLayoutDirection(direction);
            stage.tree.resize(1000, 300);
            stage.columns.restore(QStringLiteral("count,value,type,size,changed,rate"));
            stage.tree.expand(stage.model.indexOfBranch("a:"));
            QTRY_COMPARE(stage.width(), stage.tree.viewport()->width());
            const QImage image = stage.tree.viewport()->grab().toImage();
            // Something is written in the value's cell of a key and nothing in that of a branch.
            const auto drawn = [&](const QModelIndex &index) {
                const QRect row = stage.tree.visualRect(index);
                const QRect cell(stage.tree.header()->sectionViewportPosition(Value), row.y(),
                                 stage.tree.header()->sectionSize(Value), row.height());
                const QRgb background = image.pixel(cell.center().x(), cell.bottom() - 1);
                for (int x = cell.left() + 1; x < cell.right(); ++x) {
                    for (int y = cell.top() + 2; y < cell.bottom() - 2; ++y) {
                        if (image.pixel(x, y) != background)
                            return true;
                    }
                }
                return false;
            };
            QVERIFY(drawn(stage.model.indexOfKey("a:1")));
            QVERIFY(!drawn(stage.model.indexOfBranch("a:")));
            QCOMPARE(stage.model.indexOfKey("a:1").data(KeyTreeModel::ValuePreviewRole).toString(),
                     QStringLiteral("{ \"x\": 1 }"));
        }
    }
};

QTEST_MAIN(TreeColumnsTest)
#include "tst_treecolumns.moc"
