// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangetab.h"

#include "browser/emptystate.h"
#include "browser/keyactions.h"
#include "browser/range/rangebars.h"
#include "browser/range/rangefilterrow.h"
#include "browser/range/rangetable.h"
#include "editor/recordbanner.h"
#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "models/rangemodel.h"
#include "session/intervalscan.h"
#include "shell/settings.h"
#include "viewfixture.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace Studio;

namespace
{

/// Writes down what it is asked for.
class NotedActions : public KeyActions
{
public:
    QList<QByteArray> opened;
    KeySelection deleted;
    KeySelection exported;

    void openRecord(const QByteArray &key, bool) override { opened.append(key); }
    void openRange(const KeyInterval &) override { }
    void revealKey(const QByteArray &) override { }
    void revealBranch(const QByteArray &) override { }
    void createKey(const QByteArray &) override { }
    void duplicateKey(const QByteArray &) override { }
    void renameKey(const QByteArray &) override { }
    void renameBranch(const QByteArray &) override { }
    void copyBranch(const QByteArray &) override { }
    void deleteKeys(const KeySelection &selection) override { deleted = selection; }
    void patchKeys(const KeySelection &) override { }
    void incrementKeys(const KeySelection &) override { }
    void exportKeys(const KeySelection &selection) override { exported = selection; }
    void importKeys(const QByteArray &) override { }
    void searchValues(const KeySelection &) override { }
    void showStatistics(const KeySelection &) override { }
    void setWatched(const KeySelection &, bool) override { }
    bool isWatched(const KeySelection &) const override { return false; }
};

QByteArray orderText(int i)
{
    return R"({"status":")" + QByteArray(i % 2 ? "paid" : "new") + R"(", "total":)" + QByteArray::number(i)
         + ".10, \"items\":[1,2]}";
}

} // namespace

class TestRangeTab : public QObject
{
    Q_OBJECT

    struct Stage {
        TestSupport::ViewFixture views;
        TestSupport::Emulator emulator;
        NotedActions actions;
        std::unique_ptr<Session> session;
        std::unique_ptr<RangeTab> tab;

        explicit Stage(SafetyLevel safety = SafetyLevel::Free)
        {
            Profile profile = emulator.profile();
            profile.safety = safety;
            session = std::make_unique<Session>(profile, QStringLiteral("k"), TestSupport::Emulator::quick());
            session->open();
        }
        ~Stage() { tab.reset(); }

        void put(const QByteArray &key, const QByteArray &value)
        {
            emulator.server.put(key.toStdString(), value.toStdString());
        }
        QByteArray stored(const QByteArray &key)
        {
            return QByteArray::fromStdString(emulator.server.get(key.toStdString()).value_or(""));
        }
        void putOrders(int count)
        {
            for (int i = 0; i < count; ++i)
                put("order:" + QByteArray::number(1000 + i), orderText(i));
        }
        RangeTab &open(const KeyInterval &interval)
        {
            tab = std::make_unique<RangeTab>(views.context, *session, &actions, interval);
            tab->resize(1200, 700);
            tab->show();
            return *tab;
        }
        bool isRead() const { return !tab->scan(); }
        template <typename T>
        T *part(const char *name) const
        {
            return tab->findChild<T *>(QString::fromLatin1(name));
        }
        int column(const char *id) const
        {
            return tab->model().columnOf(*RangeColumn::fromId(QString::fromLatin1(id)));
        }
        RecordBanner *banner() const { return part<RecordBanner>("rangeBanner"); }
        RecordBanner *editBanner() const { return part<RecordBanner>("editBanner"); }
        void select(int first, int last) const
        {
            RangeTable &table = tab->table();
            table.setCurrentIndex(tab->model().index(
                first, table.currentIndex().column() < 0 ? 0 : table.currentIndex().column()));
            table.selectionModel()->select(
                QItemSelection(tab->model().index(first, 0),
                               tab->model().index(last, tab->model().columnCount() - 1)),
                QItemSelectionModel::ClearAndSelect);
        }
    };

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void readsPastTheServersLimit();
    void suggestsColumns();
    void countsItsColumnsOnce();
    void runsWhatIsTyped_data();
    void runsWhatIsTyped();
    void pausesAndCancels();
    void sortsAndFilters();
    void showsAnEmptyRange();
    void saysWhatIsRefused();
    void staysThroughALostLine();
    void followsChanges();
    void sumsTheSelection();
    void copiesRows();
    void editsACell();
    void refusesTextThatIsNoJson();
    void noticesAChangeByOthers();
    void noticesADeletionByOthers();
    void asksBeforeWriting();
    void doesNotEditReadOnly();
    void handsRowsToActions();
    void keepsQueries();
    void keepsNoQueriesWhereNothingIsKept_data();
    void keepsNoQueriesWhereNothingIsKept();
    void isReachedByKeyboard();
};

void TestRangeTab::readsPastTheServersLimit()
{
    Stage stage;
    stage.putOrders(2500);
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("order:"));
    QAbstractItemModelTester tester(&tab.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(tab.model().rowCount(), 2500);
    QTRY_VERIFY(stage.isRead());
    auto *strip = tab.findChild<RangeProgressStrip *>();
    QTRY_VERIFY2(strip->text().contains(QLocale().toString(2500)), qPrintable(strip->text()));
    QVERIFY(tab.title().startsWith(u"order:"));
}

void TestRangeTab::suggestsColumns()
{
    Stage stage;
    stage.putOrders(100);
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("order:"));
    QTRY_VERIFY(stage.column("/total") > 0);
    QVERIFY(tab.table().isColumnShown(stage.column("/status")));
    QVERIFY(!tab.table().isColumnShown(stage.column("value")));
    QCOMPARE(tab.table().shownColumns().constFirst(), 0);
    QCOMPARE(tab.model().index(3, stage.column("/total")).data().toString(), u"3.10"_qs);
    // Figures stand on the other side, and so do their titles.
    const auto side = [&](const char *column) {
        return tab.model().headerData(stage.column(column), Qt::Horizontal, Qt::TextAlignmentRole).toInt()
             & Qt::AlignHorizontal_Mask;
    };
    QCOMPARE(side("/total"), int(Qt::AlignTrailing));
    QCOMPARE(side("size"), int(Qt::AlignTrailing));
    QCOMPARE(side("/status"), int(Qt::AlignLeading));
    tab.addColumn("/items/0");
    QCOMPARE(tab.model().index(3, stage.column("/items/0")).data().toString(), u"1"_qs);
    // The menu offers what arrays hold.
    stage.part<QToolButton>("addColumn")->click();
    auto *menu = stage.part<QMenu>("columnMenu");
    QVERIFY(menu);
    QStringList texts;
    for (const QMenu *sub : menu->findChildren<QMenu *>()) {
        for (const QAction *action : sub->actions())
            texts.append(action->text());
    }
    QVERIFY2(std::any_of(texts.begin(), texts.end(),
                         [](const QString &text) { return text.startsWith(u"/items"); }),
             qPrintable(texts.join(u',')));
    menu->close();
}

/// A header may lay itself out at any moment, also between a change of the model and being told of it.
void TestRangeTab::countsItsColumnsOnce()
{
    Stage stage;
    stage.put("a", R"({"x":1,"y":2})");
    RangeTab &tab = stage.open(KeyInterval::ofPrefix({}));
    QTRY_VERIFY(stage.isRead());
    const RangeTable &table = tab.table();
    const auto check = [&] {
        const int count = tab.model().columnCount();
        QCOMPARE(table.header()->count(), count);
        QCOMPARE(table.keyHeader()->count(), count);
        QCOMPARE(tab.query().columns.size(), count);
    };
    const auto planLayout = [&] {
        for (QHeaderView *header : {table.header(), table.keyHeader()}) {
            QEvent change(QEvent::FontChange);
            QCoreApplication::sendEvent(header, &change);
        }
    };
    for (const char *pointer : {"/x", "/y", "/z"}) {
        planLayout();
        tab.addColumn(pointer);
        check();
        QVERIFY(table.filterRow()->field(stage.column(pointer)));
    }
    for (const char *pointer : {"/y", "/z", "/x"}) {
        planLayout();
        tab.model().removeColumn(stage.column(pointer));
        check();
    }
}

void TestRangeTab::runsWhatIsTyped_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("limit");
    QTest::addColumn<int>("rows"); ///< -1: refused
    QTest::newRow("prefix") << 0 << u"order:10"_qs << QString() << u"all"_qs << 100;
    QTest::newRow("everything") << 0 << QString() << QString() << u"all"_qs << 200;
    QTest::newRow("limit") << 0 << u"order:"_qs << QString() << u"7"_qs << 7;
    QTest::newRow("from and to") << 1 << u"order:1010"_qs << u"order:1019"_qs << u"all"_qs << 10;
    QTest::newRow("from on") << 1 << u"order:1150"_qs << QString() << u"all"_qs << 50;
    QTest::newRow("up to") << 1 << QString() << u"order:1004"_qs << u"all"_qs << 5;
    QTest::newRow("backwards") << 1 << u"b"_qs << u"a"_qs << u"all"_qs << -1;
    QTest::newRow("no number") << 0 << u"order:"_qs << QString() << u"many"_qs << -1;
}

void TestRangeTab::runsWhatIsTyped()
{
    QFETCH(int, mode);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, limit);
    QFETCH(int, rows);
    Stage stage;
    stage.putOrders(200);
    RangeTab &tab = stage.open({"x", "y"});
    QTRY_VERIFY(stage.isRead());
    QCOMPARE(tab.model().rowCount(), 0);
    stage.part<QComboBox>("mode")->setCurrentIndex(mode);
    stage.part<QLineEdit>("from")->setText(from);
    stage.part<QLineEdit>("to")->setText(to);
    stage.part<QComboBox>("limit")->setEditText(limit);
    stage.part<QPushButton>("run")->click();
    if (rows < 0) {
        QVERIFY(!stage.editBanner()->text().isEmpty());
        // It stays until something is asked for that can be.
        QSignalSpy told(&tab, &PageTab::statusTextChanged);
        QVERIFY(stage.views.commands.trigger(u"range.clearFilters"_qs));
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY(stage.editBanner()->isVisibleTo(&tab));
        stage.part<QComboBox>("mode")->setCurrentIndex(0);
        stage.part<QComboBox>("limit")->setEditText(u"3"_qs);
        stage.part<QPushButton>("run")->click();
        QVERIFY(!stage.editBanner()->isVisibleTo(&tab));
        return;
    }
    QTRY_COMPARE(tab.model().rowCount(), rows);
    QTRY_VERIFY(stage.isRead());
    QCOMPARE(tab.model().rowCount(), rows);
}

void TestRangeTab::pausesAndCancels()
{
    Stage stage;
    stage.putOrders(3000);
    QTRY_COMPARE(stage.session->status().line, LineState::Connected);
    // A page takes long enough to be stopped in its middle.
    hpkv::emulator::Faults slow;
    slow.delay =
        hpkv::emulator::DelayFault{std::chrono::milliseconds(300), {.next = {}, .share = 1.0, .op = 5}};
    stage.emulator.server.setFaults(slow);
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("order:"));
    QTRY_VERIFY(tab.model().rowCount() > 0);
    QVERIFY(stage.views.commands.trigger(u"range.pause"_qs));
    auto *strip = tab.findChild<RangeProgressStrip *>();
    QTRY_VERIFY2(strip->text().contains(QLatin1StringView("paused")), qPrintable(strip->text()));
    QVERIFY(tab.model().rowCount() < 3000);
    const int paused = tab.model().rowCount();
    QVERIFY(stage.views.commands.trigger(u"range.pause"_qs));
    QTRY_VERIFY(tab.model().rowCount() > paused); // it goes on
    QVERIFY(stage.views.commands.trigger(u"range.cancel"_qs));
    QTRY_VERIFY(stage.isRead());
    stage.emulator.server.clearFaults();
    QTRY_VERIFY2(strip->text().contains(QLatin1StringView("stopped")), qPrintable(strip->text()));
    QVERIFY(strip->again()->isVisibleTo(&tab));
    strip->again()->click();
    QTRY_COMPARE(tab.model().rowCount(), 3000);
}

void TestRangeTab::sortsAndFilters()
{
    Stage stage;
    stage.putOrders(120);
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("order:"));
    QTRY_VERIFY(stage.isRead());
    QTRY_VERIFY(stage.column("/total") > 0);
    emit tab.table().sortRequested(stage.column("/total"));
    emit tab.table().sortRequested(stage.column("/total"));
    QTRY_VERIFY(!tab.model().orderState().isWorking);
    // As numbers: 119.10 stands above 99.10.
    QCOMPARE(tab.model().keyAt(0), QByteArray("order:1119"));
    QCOMPARE(tab.table().header()->sortIndicatorSection(), stage.column("/total"));
    QCOMPARE(tab.table().header()->sortIndicatorOrder(), Qt::DescendingOrder);
    QLineEdit *field = tab.table().filterRow()->field(stage.column("/status"));
    field->setText(u"paid"_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(tab.model().rowCount(), 60);
    stage.part<QLineEdit>("condition")->setText(u"/total > 100"_qs);
    QTest::keyClick(stage.part<QLineEdit>("condition"), Qt::Key_Return);
    QTRY_COMPARE(tab.model().rowCount(), 10);
    stage.part<QLineEdit>("condition")->setText(u"/total > "_qs);
    QTest::keyClick(stage.part<QLineEdit>("condition"), Qt::Key_Return);
    QVERIFY(!stage.part<QLineEdit>("condition")->toolTip().isEmpty());
    QTRY_COMPARE(tab.model().rowCount(), 60);
    QVERIFY(stage.views.commands.trigger(u"range.clearFilters"_qs));
    QTRY_COMPARE(tab.model().rowCount(), 120);
    // A third time: by key again.
    emit tab.table().sortRequested(stage.column("/total"));
    QTRY_VERIFY(tab.model().orderState().isByKey);
    // Nor by a column that is gone.
    emit tab.table().sortRequested(stage.column("/total"));
    QVERIFY(tab.model().spec().sort);
    tab.model().removeColumn(stage.column("/total"));
    QVERIFY(!tab.model().spec().sort);
}

void TestRangeTab::showsAnEmptyRange()
{
    Stage stage;
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("nothing:"));
    auto *empty = stage.part<EmptyState>("empty");
    QTRY_VERIFY(stage.isRead());
    QTRY_VERIFY(empty->isVisibleTo(&tab));
    QTRY_VERIFY2(empty->title().startsWith(u"No keys"), qPrintable(empty->title()));
    QTRY_VERIFY(stage.session->status().watching);
    stage.put("nothing:1", "here");
    QTRY_COMPARE(tab.model().rowCount(), 1);
    QTRY_VERIFY(!empty->isVisibleTo(&tab));
}

void TestRangeTab::saysWhatIsRefused()
{
    Stage stage;
    stage.put("a:1", "1");
    stage.put("b:1", "1");
    const std::string token = stage.emulator.server.createToken("k", {}, "^a:");
    Profile profile = stage.emulator.profile();
    profile.credential = CredentialKind::Token;
    profile.prefixes = {"a:", "b:"};
    stage.session =
        std::make_unique<Session>(profile, QString::fromStdString(token), TestSupport::Emulator::quick());
    stage.session->open();
    RangeTab &tab = stage.open(KeyInterval::ofPrefix({}));
    QTRY_VERIFY(stage.isRead());
    QCOMPARE(tab.model().rowCount(), 1);
    QTRY_VERIFY2(stage.banner()->text().contains(QLatin1StringView("b:")),
                 qPrintable(stage.banner()->text()));
    // Nothing of it may be read.
    RangeQuery query;
    query.interval = KeyInterval::ofPrefix("b:");
    tab.open(query);
    QTRY_VERIFY(stage.isRead());
    QTRY_VERIFY(stage.part<EmptyState>("empty")->isVisibleTo(&tab));
    QTRY_VERIFY(stage.part<EmptyState>("empty")->title().contains(QLatin1StringView("may not be read")));
}

void TestRangeTab::staysThroughALostLine()
{
    Stage stage;
    stage.putOrders(3000);
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("order:"));
    QTRY_VERIFY(tab.model().rowCount() > 0);
    stage.emulator.server.cutAll();
    QTRY_COMPARE(tab.model().rowCount(), 3000);
    QTRY_VERIFY(stage.isRead());
    stage.emulator.server.stop();
    QTRY_VERIFY2(stage.banner()->title().contains(QLatin1StringView("No connection")),
                 qPrintable(stage.banner()->title()));
    QCOMPARE(tab.model().rowCount(), 3000);
}

void TestRangeTab::followsChanges()
{
    Stage stage;
    stage.putOrders(50);
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("order:"));
    QTRY_VERIFY(stage.isRead());
    QTRY_VERIFY(stage.session->status().watching);
    stage.put("order:2000", orderText(7));
    QTRY_COMPARE(tab.model().rowCount(), 51);
    emit tab.table().sortRequested(stage.column("/total"));
    QTRY_VERIFY(!tab.model().orderState().isWorking);
    stage.put("order:1000", R"({"total":5000})");
    QTRY_COMPARE(tab.model().keyAt(50), QByteArray("order:1000"));
    QVERIFY(!tab.model().orderState().isOutdated);
}

void TestRangeTab::sumsTheSelection()
{
    Stage stage;
    stage.putOrders(50);
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("order:"));
    QTRY_VERIFY(stage.isRead());
    QTRY_VERIFY(stage.column("/total") > 0);
    tab.table().setCurrentIndex(tab.model().index(1, stage.column("/total")));
    stage.select(1, 3);
    auto *bar = tab.findChild<RangeSelectionBar *>();
    // 1.10 + 2.10 + 3.10, exactly.
    QTRY_VERIFY2(bar->sumText().contains(QLatin1StringView("6.3")), qPrintable(bar->sumText()));
    QTRY_VERIFY2(bar->sumText().contains(QLatin1StringView("mean 2.1 ")), qPrintable(bar->sumText()));
    QVERIFY(bar->remove()->text().contains(u'3'));
}

void TestRangeTab::copiesRows()
{
    Stage stage;
    stage.put("a", "{\"n\": 1.50}");
    stage.put("b", "two\tparts");
    RangeTab &tab = stage.open(KeyInterval::ofPrefix({}));
    QTRY_VERIFY(stage.isRead());
    for (int column = 1; column < tab.model().columnCount(); ++column)
        tab.table().setColumnShown(column, tab.model().columns()[column].kind == RangeColumn::Kind::Value);
    stage.select(0, 1);
    QVERIFY(stage.views.commands.trigger(u"range.copyTsv"_qs));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Key\tValue\na\t{\"n\": 1.50}\nb\ttwo\\tparts\n"_qs);
    QVERIFY(stage.views.commands.trigger(u"range.copyJson"_qs));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"{\n  \"a\": {\"n\": 1.50},\n  \"b\": \"two\\tparts\"\n}\n"_qs);
}

void TestRangeTab::editsACell()
{
    Stage stage;
    stage.put("a", "{ \"x\" : 1.0,\n  \"s\":\"old\" }");
    RangeTab &tab = stage.open(KeyInterval::ofPrefix({}));
    QTRY_VERIFY(stage.isRead());
    tab.addColumn("/s");
    emit tab.table().editRequested(tab.model().index(0, stage.column("/s")));
    auto *field = stage.part<QLineEdit>("cellEditor");
    QVERIFY(field);
    QCOMPARE(field->text(), u"\"old\""_qs);
    field->setText(u"\"new\""_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(stage.stored("a"), QByteArray("{ \"x\" : 1.0,\n  \"s\":\"new\" }"));
    QTRY_VERIFY(!tab.table().isEditing());
    QTRY_COMPARE(tab.model().index(0, stage.column("/s")).data().toString(), u"new"_qs);
}

void TestRangeTab::refusesTextThatIsNoJson()
{
    Stage stage;
    stage.put("a", "{\"s\":\"old\"}");
    RangeTab &tab = stage.open(KeyInterval::ofPrefix({}));
    QTRY_VERIFY(stage.isRead());
    tab.addColumn("/s");
    emit tab.table().editRequested(tab.model().index(0, stage.column("/s")));
    auto *field = stage.part<QLineEdit>("cellEditor");
    field->setText(u"new"_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(tab.table().isEditing());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!tab.table().isEditing());
    QCOMPARE(stage.stored("a"), QByteArray("{\"s\":\"old\"}"));
}

void TestRangeTab::noticesAChangeByOthers()
{
    Stage stage;
    stage.put("a", "{\"s\":1,\"t\":1}");
    RangeTab &tab = stage.open(KeyInterval::ofPrefix({}));
    QTRY_VERIFY(stage.isRead());
    tab.addColumn("/s");
    emit tab.table().editRequested(tab.model().index(0, stage.column("/s")));
    auto *field = stage.part<QLineEdit>("cellEditor");
    QVERIFY(field);
    stage.put("a", "{\"s\":1,\"t\":2}");
    field->setText(u"5"_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY2(stage.editBanner()->title().contains(QLatin1StringView("someone else")),
                 qPrintable(stage.editBanner()->title()));
    QCOMPARE(stage.stored("a"), QByteArray("{\"s\":1,\"t\":2}"));
    // What was typed is still there, and goes into the value as it is by now.
    QVERIFY(tab.table().isEditing());
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(stage.stored("a"), QByteArray("{\"s\":5,\"t\":2}"));
}

void TestRangeTab::noticesADeletionByOthers()
{
    Stage stage;
    stage.put("a", "{\"s\":1}");
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("a"));
    QTRY_VERIFY(stage.isRead());
    tab.addColumn("/s");
    emit tab.table().editRequested(tab.model().index(0, stage.column("/s")));
    auto *field = stage.part<QLineEdit>("cellEditor");
    QVERIFY(field);
    QVERIFY(stage.emulator.server.erase("a"));
    field->setText(u"5"_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY2(stage.editBanner()->title().contains(QLatin1StringView("deleted")),
                 qPrintable(stage.editBanner()->title()));
    QVERIFY(!tab.table().isEditing());
    QVERIFY(!stage.emulator.server.get("a"));
}

void TestRangeTab::asksBeforeWriting()
{
    Stage stage(SafetyLevel::Confirm);
    stage.put("a", "{\"s\":1}");
    RangeTab &tab = stage.open(KeyInterval::ofPrefix({}));
    QTRY_VERIFY(stage.isRead());
    tab.addColumn("/s");
    emit tab.table().editRequested(tab.model().index(0, stage.column("/s")));
    auto *field = stage.part<QLineEdit>("cellEditor");
    field->setText(u"2"_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(stage.editBanner()->isVisibleTo(&tab));
    QCOMPARE(stage.stored("a"), QByteArray("{\"s\":1}"));
    stage.editBanner()->button(0)->click();
    QTRY_COMPARE(stage.stored("a"), QByteArray("{\"s\":2}"));
}

void TestRangeTab::doesNotEditReadOnly()
{
    Stage stage(SafetyLevel::ReadOnly);
    stage.put("a", "{\"s\":1}");
    RangeTab &tab = stage.open(KeyInterval::ofPrefix({}));
    QTRY_VERIFY(stage.isRead());
    tab.addColumn("/s");
    emit tab.table().editRequested(tab.model().index(0, stage.column("/s")));
    QVERIFY(!tab.table().isEditing());
    stage.select(0, 0);
    auto *bar = tab.findChild<RangeSelectionBar *>();
    QVERIFY(!bar->remove()->isVisibleTo(&tab));
    QVERIFY(bar->copy()->isVisibleTo(&tab));
}

void TestRangeTab::handsRowsToActions()
{
    Stage stage;
    stage.putOrders(10);
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("order:"));
    QTRY_VERIFY(stage.isRead());
    stage.select(2, 4);
    auto *bar = tab.findChild<RangeSelectionBar *>();
    bar->remove()->click();
    QCOMPARE(stage.actions.deleted.keys, (QList<QByteArray>{"order:1002", "order:1003", "order:1004"}));
    QVERIFY(stage.actions.deleted.intervals.isEmpty());
    bar->exportRows()->click();
    QCOMPARE(stage.actions.exported.keys.size(), 3);
    emit tab.table().openRequested("order:1002");
    QCOMPARE(stage.actions.opened, QList<QByteArray>{"order:1002"});
}

void TestRangeTab::keepsQueries()
{
    Stage stage;
    stage.putOrders(30);
    QVERIFY(stage.views.profiles.save(stage.session->profile()));
    const QString file = RangeQueries::fileFor(stage.views.profiles.file(), u"test"_qs);
    {
        RangeTab &tab = stage.open(KeyInterval::ofPrefix("order:"));
        QTRY_VERIFY(stage.isRead());
        tab.addColumn("/items/1");
        tab.table().setColumnWidth(stage.column("/items/1"), 222);
        tab.table().setColumnShown(stage.column("size"), false);
        emit tab.table().sortRequested(stage.column("/total"));
        RangeQueries queries(file);
        QVERIFY2(queries.save(u"Mine"_qs, tab.query()), qPrintable(queries.problem()));
        stage.tab.reset(); // notes what was shown last
    }
    QCOMPARE(QFile::permissions(file) & ~QFileDevice::Permissions(0x6600), QFileDevice::Permissions());
    const RangeQueries queries(file);
    QCOMPARE(queries.saved().size(), 1);
    QCOMPARE(queries.recent().size(), 1);
    const RangeQuery query = *queries.find(u"Mine"_qs);
    QCOMPARE(query.sort, u"/total"_qs);
    // Another tab over the same keys looks as the last one did.
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("order:"));
    QCOMPARE(tab.table().columnWidth(stage.column("/items/1")), 222);
    QVERIFY(!tab.table().isColumnShown(stage.column("size")));
    tab.open(query);
    QTRY_VERIFY(!tab.model().orderState().isWorking);
    QCOMPARE(tab.query().sort, u"/total"_qs);
}

void TestRangeTab::keepsNoQueriesWhereNothingIsKept_data()
{
    QTest::addColumn<bool>("saved");
    QTest::addColumn<bool>("keep");
    QTest::newRow("kept") << true << true;
    QTest::newRow("profile not saved") << false << true;
    QTest::newRow("switched off") << true << false;
}

void TestRangeTab::keepsNoQueriesWhereNothingIsKept()
{
    QFETCH(bool, saved);
    QFETCH(bool, keep);
    Stage stage;
    stage.putOrders(3);
    if (saved)
        QVERIFY(stage.views.profiles.save(stage.session->profile()));
    stage.views.settings.setValue(Key::KeepRecentKeys, keep);
    stage.open(KeyInterval::ofPrefix("order:"));
    QTRY_VERIFY(stage.isRead());
    stage.tab.reset();
    const QString file = RangeQueries::fileFor(stage.views.profiles.file(), u"test"_qs);
    QCOMPARE(QFile::exists(file), saved && keep);
}

void TestRangeTab::isReachedByKeyboard()
{
    Stage stage;
    stage.putOrders(100);
    RangeTab &tab = stage.open(KeyInterval::ofPrefix("order:"));
    QTRY_VERIFY(stage.isRead());
    RangeTable &table = tab.table();
    table.setFocus();
    table.setCurrentIndex(tab.model().index(0, 0));
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(table.currentIndex().row(), 1);
    QTest::keyClick(&table, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(table.currentIndex().row(), 99);
    QVERIFY(table.rowsInSight().first > 0);
    QVERIFY(table.viewport()->rect().contains(table.visualRect(table.currentIndex())));
    QTest::keyClick(&table, Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(table.selectedCount(), 100);
    QTest::keyClick(&table, Qt::Key_Right);
    QVERIFY(table.currentIndex().column() > 0);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(stage.actions.opened, QList<QByteArray>{"order:1000"});
    QTest::keyClick(&table, Qt::Key_Delete);
    QCOMPARE(stage.actions.deleted.keys, QList<QByteArray>{"order:1000"});
    QVERIFY(stage.views.commands.trigger(u"range.sort"_qs));
    QVERIFY(tab.model().spec().sort);
}

QTEST_MAIN(TestRangeTab)
#include "tst_rangetab.moc"
