// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/emptystate.h"
#include "browser/keytree.h"
#include "browser/keytreedelegate.h"
#include "browser/keytreeview.h"
#include "browser/levelproblembar.h"
#include "failonwarning.h"
#include "mirror/keyspacemirror.h"
#include "models/keytreemodel.h"
#include "viewfixture.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Studio;

namespace
{

/// A view on a store that the test fills first.
struct Stage {
    TestSupport::Emulator emulator;
    TestSupport::ViewFixture fixture;
    Profile profile = emulator.profile();
    std::unique_ptr<Session> session;
    std::unique_ptr<KeyTreeView> view;
    std::unique_ptr<QAbstractItemModelTester> tester;
    KeyTree *tree = nullptr;
    KeyTreeModel *model = nullptr;
    EmptyState *empty = nullptr;
    LevelProblemBar *problems = nullptr;

    explicit Stage(hpkv::emulator::Options options = {})
        : emulator(std::move(options))
    {
    }
    void open(const QString &secret = QStringLiteral("k"))
    {
        session = std::make_unique<Session>(profile, secret, TestSupport::Emulator::quick());
        view = std::make_unique<KeyTreeView>(fixture.context, *session);
        tree = view->findChild<KeyTree *>(QStringLiteral("tree"));
        model = qobject_cast<KeyTreeModel *>(tree->model());
        empty = view->findChild<EmptyState *>(QStringLiteral("empty"));
        problems = view->findChild<LevelProblemBar *>();
        tester = std::make_unique<QAbstractItemModelTester>(
            model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        view->resize(340, 600);
        view->show();
        session->open();
    }
    bool listed() const { return view->isLevelListed({}) && !view->isBusy(); }
    void put(const QByteArray &key) { emulator.server.put(key.toStdString(), "1"); }

    /// The rows of a level: branches as they are, keys in brackets.
    QList<QByteArray> level(const QByteArray &prefix = {}) const
    {
        const QModelIndex parent = prefix.isEmpty() ? QModelIndex() : model->indexOfBranch(prefix);
        QList<QByteArray> rows;
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            rows.append(model->isBranch(index) ? model->keyOf(index) : '[' + model->keyOf(index) + ']');
        }
        return rows;
    }
    /// Opens a branch and waits until its level is there.
    bool expand(const QByteArray &prefix) const
    {
        tree->expand(model->indexOfBranch(prefix));
        return QTest::qWaitFor([&] { return view->isLevelListed(prefix) && !view->isBusy(); });
    }
};

} // namespace

class KeyTreeEdgesTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void oneKey()
    {
        Stage stage;
        stage.put("only");
        stage.open();
        QTRY_VERIFY(stage.listed());
        QCOMPARE(stage.level(), QList<QByteArray>{"[only]"});
        // It goes, and the place says what is there now.
        QTRY_VERIFY(!stage.session->status().watchedPatterns.isEmpty());
        stage.emulator.server.erase("only");
        QTRY_COMPARE(stage.empty->title(), QStringLiteral("No keys yet"));
        QTRY_VERIFY(stage.empty->isVisible());
    }

    void lastByteOnly()
    {
        Stage stage;
        QList<QByteArray> keys;
        for (char c = '!'; c < '0'; ++c)
            keys.append(QByteArray("same:key") + c);
        for (const QByteArray &key : std::as_const(keys))
            stage.put(key);
        stage.open();
        QTRY_VERIFY(stage.listed());
        QVERIFY(stage.expand("same:"));
        QCOMPARE(stage.level("same:").size(), keys.size());
        for (qsizetype i = 0; i < keys.size(); ++i)
            QCOMPARE(stage.level("same:").at(i), QByteArray('[' + keys.at(i) + ']'));
    }

    void separatorFirstLastAndDoubled()
    {
        Stage stage;
        for (const char *key : {":", ":first", "last:", "a::b", "a:", "::"})
            stage.put(key);
        stage.open();
        QTRY_VERIFY(stage.listed());
        QCOMPARE(stage.level(), (QList<QByteArray>{":", "a:", "last:"}));
        QVERIFY(stage.expand(":"));
        QCOMPARE(stage.level(":"), (QList<QByteArray>{"[:]", "::", "[:first]"}));
        QVERIFY(stage.expand("a:"));
        QCOMPARE(stage.level("a:"), (QList<QByteArray>{"[a:]", "a::"}));
        QVERIFY(stage.expand("last:"));
        QCOMPARE(stage.level("last:"), QList<QByteArray>{"[last:]"});
        // None of these rows is without a name.
        for (int row = 0; row < stage.model->rowCount(); ++row)
            QVERIFY(!stage.model->index(row, 0).data(KeyTreeModel::NameRole).toString().isEmpty());
    }

    void keyThatIsAlsoABranch()
    {
        Stage stage;
        stage.profile.separators = {QStringLiteral(":"), QStringLiteral("/")};
        for (const char *key : {"a", "a:1", "a/1", "a!", "b/c:d"})
            stage.put(key);
        stage.open();
        QTRY_VERIFY(stage.listed());
        QCOMPARE(stage.level(), (QList<QByteArray>{"[a]", "a/", "a:", "[a!]", "b/"}));
        QVERIFY(stage.expand("b/"));
        QCOMPARE(stage.level("b/"), QList<QByteArray>{"b/c:"});
        QVERIFY(stage.expand("b/c:"));
        QCOMPARE(stage.level("b/c:"), QList<QByteArray>{"[b/c:d]"});
    }

    void oddKeysAreShownTruly()
    {
        Stage stage;
        const QByteArray rtl = "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D:\xD7\xA2\xD7\x95\xD7\x9C\xD7\x9D";
        const QByteArray override = "a\xE2\x80\xAEgpj.exe";
        const QByteArray nul("n\0l", 3);
        const QByteArray combining = "\xCC\x81"
                                     "accent";
        const QByteArray html = "<b>bold</b><img src='file:///etc/hostname'>";
        const QByteArray longest(512, 'k');
        for (const QByteArray &key : {rtl, override, nul, combining, html, longest, QByteArray(" space ")})
            stage.put(key);
        stage.open();
        QTRY_VERIFY(stage.listed());
        QCOMPARE(stage.model->rowCount(), 7);
        const auto name = [&](const QByteArray &key) {
            return stage.model->indexOfKey(key).data(KeyTreeModel::NameRole).toString();
        };
        QCOMPARE(name(override), QStringLiteral("a⟨U+202E⟩gpj.exe"));
        QCOMPARE(name(nul), QStringLiteral("n␀l"));
        QCOMPARE(name(" space "), QStringLiteral("␣space␣"));
        // Each can be selected and painted, in both directions.
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            stage.view->setLayoutDirection(direction);
            QVERIFY(!stage.tree->grab().isNull());
        }
        // The tooltip holds the whole key as text, in lines that fit a screen.
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const QString tip = KeyTreeDelegate::toolTip(stage.model->indexOfKey(html), now);
        QVERIFY(!tip.contains(QStringLiteral("<img")));
        QVERIFY(tip.contains(QStringLiteral("&lt;img")));
        const QString longTip = KeyTreeDelegate::toolTip(stage.model->indexOfKey(longest), now);
        QCOMPARE(longTip.count(u'k'), 512);
        QVERIFY(longTip.count(QStringLiteral("<div")) >= 7);
    }

    void changesWhileItIsScanned()
    {
        Stage stage;
        for (int i = 0; i < 3000; ++i)
            stage.put("k" + QByteArray::number(10'000 + i));
        hpkv::emulator::Faults faults;
        faults.delay = hpkv::emulator::DelayFault{std::chrono::milliseconds(40), {{}, 1.0, 5}};
        stage.emulator.server.setFaults(faults);
        stage.open();
        // Before, in and behind the page that is under way, while pages come.
        int change = 0;
        connect(&stage.session->mirror(), &KeyspaceMirror::applied, stage.view.get(), [&] {
            if (++change > 20)
                return;
            stage.put("j" + QByteArray::number(change));
            stage.put("k" + QByteArray::number(10'000 + change * 140) + "x");
            stage.put("z" + QByteArray::number(change));
            stage.emulator.server.erase("k" + std::to_string(10'000 + change * 140));
        });
        QTRY_VERIFY_WITH_TIMEOUT(stage.listed() && change > 3, 20000);
        stage.emulator.server.clearFaults();
        change = 100;
        stage.view->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(stage.listed(), 20000);
        QTRY_COMPARE(qint64(stage.model->rowCount()), qint64(stage.emulator.server.size()));
        int row = 0;
        for (const hpkv::emulator::Record &record : stage.emulator.server.records())
            QCOMPARE(stage.model->keyOf(stage.model->index(row++, 0)), QByteArray::fromStdString(record.key));
    }

    void refusedPartOfTheKeySpace()
    {
        Stage stage;
        for (int i = 0; i < 3; ++i) {
            stage.put("mine:" + QByteArray::number(i));
            stage.put("theirs:" + QByteArray::number(i));
        }
        // The token reads one of the two prefixes that the profile names.
        stage.profile.credential = CredentialKind::Token;
        stage.profile.prefixes = {"mine:", "theirs:"};
        stage.open(QString::fromStdString(stage.emulator.server.createToken("k", {"mine:*"}, "^mine:")));
        QTRY_VERIFY(stage.problems->isVisible());
        QVERIFY2(stage.problems->text().startsWith(QStringLiteral("A part of the store could not be read")),
                 qPrintable(stage.problems->text()));
        // What may be read is there and can be opened.
        QCOMPARE(stage.level(), QList<QByteArray>{"mine:"});
        QTRY_VERIFY(stage.tree->isVisible());
        QVERIFY(stage.expand("mine:"));
        QCOMPARE(stage.level("mine:").size(), 3);
    }

    void refusedForItsRateForALongTime()
    {
        Stage stage;
        stage.put("a:1");
        stage.put("b");
        hpkv::emulator::Faults faults;
        faults.code = hpkv::emulator::CodeFault{429, {{}, 1.0, 5}};
        stage.emulator.server.setFaults(faults);
        stage.profile.requestsPerSecond = 20;
        stage.open();
        // It says that it waits, goes on by itself and asks for nothing meanwhile but what the limit allows.
        QTRY_VERIFY_WITH_TIMEOUT(stage.session->status().pauseMs > 0, 10000);
        QTRY_COMPARE(stage.empty->title(), QStringLiteral("Reading keys…"));
        QVERIFY(stage.empty->isVisible());
        QVERIFY(!stage.problems->isVisible());
        stage.emulator.server.clearFaults();
        QTRY_VERIFY_WITH_TIMEOUT(stage.listed(), 30000);
        QCOMPARE(stage.level(), (QList<QByteArray>{"a:", "[b]"}));
    }

    void cutInTheMiddleOfAPage()
    {
        Stage stage;
        for (int i = 0; i < 2500; ++i)
            stage.put("k" + QByteArray::number(10'000 + i));
        stage.open();
        QTRY_COMPARE(stage.model->rowCount(), 2500);
        // The answer to the next page never comes.
        QTRY_VERIFY(stage.listed());
        hpkv::emulator::Faults faults;
        faults.drop = hpkv::emulator::FaultApply{{}, 1.0, 5};
        stage.emulator.server.setFaults(faults);
        const auto asked = [&] { return stage.emulator.server.counters().requests[5]; };
        const auto before = asked();
        stage.view->refresh();
        QTRY_VERIFY(asked() > before);
        stage.emulator.server.cutAll();
        stage.emulator.server.clearFaults();
        QTRY_VERIFY_WITH_TIMEOUT(stage.session->status().line == LineState::Connected && stage.listed(),
                                 20000);
        QCOMPARE(stage.model->rowCount(), 2500);
        QVERIFY(stage.tree->isVisible());
        QVERIFY(!stage.problems->isVisible());
    }

    void allBranchesUnderALimit()
    {
        // 20 branches with 20 regions each; ten requests a second at the server, and as many from us.
        hpkv::emulator::Options options;
        options.seedKeys = 1'000'000;
        options.rateLimit = 10;
        Stage stage(options);
        stage.profile.requestsPerSecond = 10;
        QElapsedTimer clock;
        stage.open();
        QTRY_COMPARE_WITH_TIMEOUT(stage.session->status().line, LineState::Connected, 10000);
        clock.start();
        QTRY_COMPARE_WITH_TIMEOUT(stage.model->rowCount(), 20, 30000);
        const qint64 took = clock.elapsed();
        QTRY_VERIFY_WITH_TIMEOUT(stage.view->isLevelListed({}), 30000);
        QCOMPARE(stage.model->rowCount(), 20);
        // The time is printed, the requests are held to: at ten a second these fit into 3 s.
        const auto pages = stage.emulator.server.counters().requests[5];
        qInfo("20 of 20 branches in %lld ms, %llu pages, 1,000,000 keys, 10 requests/s", took,
              static_cast<unsigned long long>(pages));
        QVERIFY2(pages <= 25, qPrintable(QString::number(pages)));
    }
};

QTEST_MAIN(KeyTreeEdgesTest)
#include "tst_keytreeedges.moc"
