// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangetable.h"

#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "models/rangemodel.h"
#include "viewfixture.h"

#include <QScrollBar>
#include <QTest>

using namespace Studio;

namespace
{

/// Counts how often something is painted.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget *widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    int count = 0;
};

Batch rows(int first, int count)
{
    Batch batch;
    for (int i = first; i < first + count; ++i) {
        const QByteArray key = "row:" + QByteArray::number(i).rightJustified(6, '0');
        batch.items.append({key, true, true, "v", ValueState::Read, Origin::Page, 1, 0});
    }
    return batch;
}

} // namespace

class TestRangeTable : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    // While a range is read, rows come in below the screen by the thousand.
    void rowsOutOfSightPaintNothing_data()
    {
        QTest::addColumn<int>("present");
        QTest::addColumn<bool>("paints");
        QTest::newRow("below") << 500 << false;
        QTest::newRow("in sight") << 3 << true;
    }

    void rowsOutOfSightPaintNothing()
    {
        QFETCH(int, present);
        QFETCH(bool, paints);
        TestSupport::ViewFixture views;
        KeyspaceMirror mirror;
        mirror.apply(rows(0, present));
        mirror.flush();
        RangeModel model(&mirror);
        model.setRange(KeyInterval::ofPrefix("row:"), -1);
        RangeTable table(views.theme, model);
        table.resize(600, 400);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QCoreApplication::processEvents();
        PaintCounter paint(table.viewport());
        const int before = table.verticalScrollBar()->maximum();
        mirror.apply(rows(present, 1000));
        mirror.flush();
        QCOMPARE(model.rowCount(), present + 1000);
        QTRY_VERIFY(table.verticalScrollBar()->maximum() > before);
        QTRY_VERIFY(!paints || paint.count > 0);
        QCoreApplication::processEvents();
        QVERIFY(paints || paint.count == 0);
        // The last row can be scrolled to at once.
        table.scrollTo(model.index(model.rowCount() - 1, 0));
        QCOMPARE(table.rowsInSight().second, model.rowCount() - 1);
    }
};

QTEST_MAIN(TestRangeTable)
#include "tst_rangetable.moc"
