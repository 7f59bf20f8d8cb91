// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/statisticsdialog.h"

#include "browser/keyactions.h"
#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "viewfixture.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

class Opened : public KeyActions
{
public:
    QList<QByteArray> keys;

    void openRecord(const QByteArray &key, bool) override { keys.append(key); }
    void openRange(const KeyInterval &) override { }
    void revealKey(const QByteArray &) override { }
    void revealBranch(const QByteArray &) override { }
    void createKey(const QByteArray &) override { }
    void duplicateKey(const QByteArray &) override { }
    void renameKey(const QByteArray &) override { }
    void renameBranch(const QByteArray &) override { }
    void copyBranch(const QByteArray &) override { }
    void deleteKeys(const KeySelection &) override { }
    void patchKeys(const KeySelection &) override { }
    void incrementKeys(const KeySelection &) override { }
    void exportKeys(const KeySelection &) override { }
    void importKeys(const QByteArray &) override { }
    void searchValues(const KeySelection &) override { }
    void showStatistics(const KeySelection &) override { }
    void setWatched(const KeySelection &, bool) override { }
    bool isWatched(const KeySelection &) const override { return false; }
};

struct Stage {
    TestSupport::Emulator emulator;
    TestSupport::ViewFixture fixture;
    Opened actions;
    std::unique_ptr<Session> session;
    std::unique_ptr<StatisticsDialog> dialog;

    Stage()
    {
        for (int i = 0; i < 1500; ++i)
            emulator.server.put("log:" + std::to_string(10000 + i), std::string(size_t(1 + i), 'x'));
        emulator.server.put("user:1", "{}");
        session = std::make_unique<Session>(emulator.profile(), QStringLiteral("k"),
                                            TestSupport::Emulator::quick());
        session->open();
    }
    bool connected() const { return session->status().line == LineState::Connected; }
    void show(const KeySelection &selection)
    {
        dialog = std::make_unique<StatisticsDialog>(fixture.context, *session, actions, selection);
        dialog->show();
    }
    QPushButton *button(const char *name) const
    {
        return dialog->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    qint64 keys() const { return dialog->statistics() ? dialog->statistics()->keys : -1; }
};

} // namespace

class tst_StatisticsDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void readsAll();
    void saysWhatItIsBasedOn();
    void opensABigOne();
    void readingFails();
    void goesWithTheSession();
};

void tst_StatisticsDialog::readsAll()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.show(KeySelection::ofPrefix("log:"));
    QTRY_COMPARE(stage.keys(), 0);
    QVERIFY(stage.dialog->basis().contains(QLatin1String("Not everything")));
    QPushButton *read = stage.button("readAll");
    QVERIFY(read->isVisible());
    read->click();
    QVERIFY(stage.dialog->isReading());
    QVERIFY(!read->isVisible());
    QVERIFY(stage.button("stop")->isVisible());
    QTRY_COMPARE(stage.keys(), 1500);
    QTRY_VERIFY(!stage.dialog->isReading());
    QTRY_VERIFY2(stage.dialog->basis().contains(QLatin1String("Everything here has been read")),
                 qPrintable(stage.dialog->basis()));
    QVERIFY(!stage.button("stop")->isVisible());
    QVERIFY(!read->isVisible());
    QCOMPARE(stage.dialog->statistics()->valueBytes, 1500ll * 1501 / 2);
}

void tst_StatisticsDialog::saysWhatItIsBasedOn()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    QSignalSpy read(stage.session.get(), &Session::branchLoaded);
    stage.session->loadBranch("user:");
    QVERIFY(read.wait());
    stage.show(KeySelection::ofPrefix("user:"));
    QTRY_COMPARE(stage.keys(), 1);
    QVERIFY(stage.dialog->basis().contains(QLatin1String("Everything")));
    stage.show(KeySelection::ofKeys({"user:1", "log:10000"}));
    QTRY_COMPARE(stage.keys(), 1);
    QVERIFY(stage.dialog->basis().contains(QLatin1String("Not everything")));
    QVERIFY(!stage.button("readAll")->isVisible()); // single keys are read by opening them
}

void tst_StatisticsDialog::opensABigOne()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    QSignalSpy read(stage.session.get(), &Session::branchLoaded);
    stage.session->loadBranch("log:");
    QVERIFY(read.wait());
    stage.show(KeySelection::ofPrefix("log:"));
    auto *biggest = stage.dialog->findChild<QListWidget *>(QStringLiteral("biggest"));
    QTRY_COMPARE(biggest->count(), int(KeyStatistics::mostBiggest));
    QVERIFY(biggest->item(0)->text().contains(QLatin1String("log:11499")));
    emit biggest->itemActivated(biggest->item(0));
    QCOMPARE(stage.actions.keys, QList<QByteArray>{"log:11499"});
}

void tst_StatisticsDialog::readingFails()
{
    Stage stage;
    QTRY_VERIFY(stage.connected());
    stage.show(KeySelection::ofPrefix("log:"));
    hpkv::emulator::Faults faults;
    faults.code = hpkv::emulator::CodeFault{403, {std::nullopt, std::nullopt, 5}};
    stage.emulator.server.setFaults(faults);
    stage.button("readAll")->click();
    QTRY_VERIFY(!stage.dialog->isReading());
    QTRY_VERIFY2(stage.dialog->basis().contains(QLatin1String("Reading ended")),
                 qPrintable(stage.dialog->basis()));
    QVERIFY(stage.button("readAll")->isVisible());
}

void tst_StatisticsDialog::goesWithTheSession()
{
    Stage stage;
    stage.show(KeySelection::ofPrefix({}));
    stage.session.reset();
    QVERIFY(!stage.dialog->isVisible());
}

QTEST_MAIN(tst_StatisticsDialog)
#include "tst_statisticsdialog.moc"
