// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/keycommands.h"

#include "browser/keyactions.h"
#include "failonwarning.h"
#include "viewfixture.h"

#include <QAction>
#include <QMenu>
#include <QTest>

using namespace Studio;

namespace
{

/// Writes down what it is asked for.
class Recorder : public KeyActions
{
public:
    QStringList asked;
    QSet<int> forbidden; ///< verbs
    bool watched = false;
    bool favourite = false;

    bool can(KeyVerb verb, const KeySelection &) const override { return !forbidden.contains(int(verb)); }
    void openRecord(const QByteArray &key, bool pinned) override { note(pinned ? "open+" : "open", key); }
    void openRange(const KeyInterval &interval) override { note("range", interval.first); }
    void revealKey(const QByteArray &key) override { note("revealKey", key); }
    void revealBranch(const QByteArray &prefix) override { note("revealBranch", prefix); }
    void revealLast(const QByteArray &prefix) override { note("last", prefix); }
    void createKey(const QByteArray &prefix) override { note("create", prefix); }
    void duplicateKey(const QByteArray &key) override { note("duplicate", key); }
    void saveTemplate(const QByteArray &key) override { note("saveTemplate", key); }
    void forgetTemplate(const QByteArray &prefix) override { note("forgetTemplate", prefix); }
    bool hasTemplate(const QByteArray &prefix) const override { return prefix == "t:"; }
    void renameKey(const QByteArray &key) override { note("renameKey", key); }
    void renameBranch(const QByteArray &prefix) override { note("renameBranch", prefix); }
    void copyBranch(const QByteArray &prefix) override { note("copyBranch", prefix); }
    void deleteKeys(const KeySelection &selection) override { note("delete", text(selection)); }
    void patchKeys(const KeySelection &selection) override { note("patch", text(selection)); }
    void incrementKeys(const KeySelection &selection) override { note("increment", text(selection)); }
    void exportKeys(const KeySelection &selection) override { note("export", text(selection)); }
    void importKeys(const QByteArray &prefix) override { note("import", prefix); }
    void searchValues(const KeySelection &selection) override { note("search", text(selection)); }
    void showStatistics(const KeySelection &selection) override { note("statistics", text(selection)); }
    void copyKeys(const KeySelection &selection, KeyForm form) override
    {
        const QByteArray name = QByteArrayLiteral("copy") + QByteArray::number(int(form));
        note(name.constData(), text(selection));
    }
    void setWatched(const KeySelection &, bool on) override { watched = on; }
    bool isWatched(const KeySelection &) const override { return watched; }
    void setFavourite(const KeySelection &, bool on) override { favourite = on; }
    bool isFavourite(const KeySelection &) const override { return favourite; }

    static QByteArray text(const KeySelection &selection)
    {
        QByteArray text = selection.keys.join(',');
        for (const KeyInterval &interval : selection.intervals)
            text += '[' + interval.first + ']';
        return text;
    }

private:
    void note(const char *what, const QByteArray &with)
    {
        asked.append(QString::fromLatin1(what) + QLatin1Char(' ') + QString::fromUtf8(with));
    }
};

} // namespace

class tst_KeyCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void runsOnOneKey_data();
    void runsOnOneKey();
    void runsOnOneBranch_data();
    void runsOnOneBranch();
    void runsOnSeveral();
    void nothingSelected();
    void forbiddenIsDisabled();
    void checkable();
    void menuOfAKey();
    void menuOfABranch();
    void menuOfSeveral();
    void prefixes();

private:
    bool trigger(const char *id) { return m_fixture->commands.trigger(QString::fromLatin1(id)); }
    static QStringList idsOf(const QMenu &menu)
    {
        QStringList ids;
        for (const QAction *action : menu.actions()) {
            if (action->menu())
                ids += idsOf(*action->menu());
            else
                ids.append(action->isSeparator() ? QStringLiteral("-") : action->objectName());
        }
        return ids;
    }
    QStringList menuOf(const KeyTarget &target, bool inTree = true)
    {
        QMenu menu;
        fillKeyMenu(menu, m_fixture->commands, target, inTree);
        return idsOf(menu);
    }

    std::unique_ptr<TestSupport::ViewFixture> m_fixture;
    std::unique_ptr<QWidget> m_place;
    Recorder m_actions;
    KeyTarget m_target;
};

void tst_KeyCommands::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_fixture = std::make_unique<TestSupport::ViewFixture>();
    m_place = std::make_unique<QWidget>();
    m_actions = {};
    m_target = {};
    installKeyCommands(m_fixture->commands, m_place.get(), m_actions, [this] { return m_target; });
    m_place->show();
}

void tst_KeyCommands::cleanup()
{
    m_place.reset();
    m_fixture.reset();
}

void tst_KeyCommands::runsOnOneKey_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("asked");
    const auto row = [](const char *id, const char *asked) {
        QTest::newRow(id) << QByteArray(id) << QString::fromLatin1(asked);
    };
    row("keys.open", "open+ a:1");
    row("keys.reveal", "revealKey a:1");
    row("keys.new", "create a:");
    row("keys.duplicate", "duplicate a:1");
    row("keys.saveTemplate", "saveTemplate a:1");
    row("keys.forgetTemplate", ""); // there is none
    row("keys.rename", "renameKey a:1");
    row("keys.delete", "delete a:1");
    row("keys.patch", "patch a:1");
    row("keys.increment", "increment a:1");
    row("keys.export", "export a:1");
    row("keys.import", "import a:");
    row("keys.statistics", "statistics a:1");
    row("keys.copyKey", "copy0 a:1");
    row("keys.copyValue", "copy1 a:1");
    row("keys.copyJson", "copy2 a:1");
    row("keys.copyJavaScript", "copy3 a:1");
    row("keys.copyCpp", "copy4 a:1");
    row("keys.copyCurl", "copy5 a:1");
    row("keys.copyFrame", "copy6 a:1");
    row("keys.openRange", "");
    row("keys.last", "");
    row("keys.copyTo", "");
}

void tst_KeyCommands::runsOnOneKey()
{
    QFETCH(const QByteArray, id);
    QFETCH(const QString, asked);
    m_target = {KeySelection::ofKey("a:1"), "a:"};
    QCOMPARE(trigger(id.constData()), !asked.isEmpty());
    QCOMPARE(m_actions.asked, asked.isEmpty() ? QStringList() : QStringList{asked});
}

void tst_KeyCommands::runsOnOneBranch_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("asked");
    const auto row = [](const char *id, const char *asked) {
        QTest::newRow(id) << QByteArray(id) << QString::fromLatin1(asked);
    };
    row("keys.openRange", "range a:");
    row("keys.reveal", "revealBranch a:");
    row("keys.last", "last a:");
    row("keys.rename", "renameBranch a:");
    row("keys.copyTo", "copyBranch a:");
    row("keys.delete", "delete [a:]");
    row("keys.statistics", "statistics [a:]");
    row("keys.copyKey", "copy0 [a:]");
    row("keys.open", "");
    row("keys.duplicate", "");
    row("keys.copyValue", "");
    row("keys.copyCurl", "");
}

void tst_KeyCommands::runsOnOneBranch()
{
    QFETCH(const QByteArray, id);
    QFETCH(const QString, asked);
    m_target = {KeySelection::ofPrefix("a:"), "a:"};
    QCOMPARE(trigger(id.constData()), !asked.isEmpty());
    QCOMPARE(m_actions.asked, asked.isEmpty() ? QStringList() : QStringList{asked});
}

void tst_KeyCommands::runsOnSeveral()
{
    m_target = {KeySelection::ofKeys({"a", "b"}), {}};
    QVERIFY(trigger("keys.open"));
    QCOMPARE(m_actions.asked, (QStringList{QStringLiteral("open+ a"), QStringLiteral("open+ b")}));
    m_actions.asked.clear();
    QVERIFY(trigger("keys.delete"));
    QCOMPARE(m_actions.asked, QStringList{QStringLiteral("delete a,b")});
    for (const char *id : {"keys.rename", "keys.duplicate", "keys.copyCpp", "keys.reveal", "keys.openRange"})
        QVERIFY(!trigger(id));
    m_target.selection.keys = QList<QByteArray>(100, "k");
    QVERIFY(!trigger("keys.open")); // a hundred tabs by a slip
    m_target.selection = KeySelection::ofPrefix("a:");
    m_target.selection.keys = {"b"};
    QVERIFY(!trigger("keys.open"));
    QVERIFY(trigger("keys.export"));
}

void tst_KeyCommands::nothingSelected()
{
    QVERIFY(trigger("keys.new"));
    QVERIFY(trigger("keys.import"));
    for (const char *id : {"keys.delete", "keys.copyKey", "keys.statistics", "keys.watch", "keys.favourite"})
        QVERIFY(!trigger(id));
}

void tst_KeyCommands::forbiddenIsDisabled()
{
    m_target = {KeySelection::ofKey("a"), {}};
    m_actions.forbidden = {int(KeyVerb::Delete), int(KeyVerb::Create), int(KeyVerb::Watch)};
    QVERIFY(!trigger("keys.delete"));
    QVERIFY(!trigger("keys.new"));
    QVERIFY(!trigger("keys.watch"));
    QVERIFY(trigger("keys.statistics"));
}

void tst_KeyCommands::checkable()
{
    m_target = {KeySelection::ofKey("a"), {}};
    const QAction *watch = m_fixture->commands.action(QStringLiteral("keys.watch"));
    QVERIFY(watch->isCheckable());
    QVERIFY(trigger("keys.watch"));
    QVERIFY(m_actions.watched);
    QTRY_VERIFY(watch->isChecked());
    QVERIFY(trigger("keys.watch"));
    QVERIFY(!m_actions.watched);
    QVERIFY(trigger("keys.favourite"));
    QVERIFY(m_actions.favourite);
}

void tst_KeyCommands::menuOfAKey()
{
    const QStringList ids = menuOf({KeySelection::ofKey("a"), {}});
    QCOMPARE(ids.constFirst(), QStringLiteral("keys.open"));
    QCOMPARE(ids.constLast(), QStringLiteral("keys.delete"));
    QCOMPARE(ids.at(ids.size() - 2), QStringLiteral("-")); // apart
    QVERIFY(ids.contains(QStringLiteral("keys.copyCurl")));
    QVERIFY(!ids.contains(QStringLiteral("keys.openRange")));
    QVERIFY(!ids.contains(QStringLiteral("keys.reveal")));
    QVERIFY(menuOf({KeySelection::ofKey("a"), {}}, false).contains(QStringLiteral("keys.reveal")));
}

void tst_KeyCommands::menuOfABranch()
{
    const QStringList ids = menuOf({KeySelection::ofPrefix("a:"), {}});
    QCOMPARE(ids.constFirst(), QStringLiteral("keys.openRange"));
    QVERIFY(ids.contains(QStringLiteral("keys.last")));
    QVERIFY(ids.contains(QStringLiteral("keys.refreshBranch")));
    QVERIFY(ids.contains(QStringLiteral("keys.loadBranch")));
    QVERIFY(!ids.contains(QStringLiteral("keys.copyValue")));
    QCOMPARE(ids.constLast(), QStringLiteral("keys.delete"));
}

void tst_KeyCommands::menuOfSeveral()
{
    const QStringList ids = menuOf({KeySelection::ofKeys({"a", "b"}), {}});
    QVERIFY(ids.contains(QStringLiteral("keys.copyJson")));
    QVERIFY(!ids.contains(QStringLiteral("keys.rename")));
    QVERIFY(!ids.contains(QStringLiteral("keys.copyCurl")));
    const QStringList none = menuOf({});
    QVERIFY(none.contains(QStringLiteral("keys.new")));
    QVERIFY(!none.contains(QStringLiteral("keys.delete")));
}

void tst_KeyCommands::prefixes()
{
    QCOMPARE(prefixOf(KeyInterval::ofPrefix("a:")), std::optional(QByteArray("a:")));
    QCOMPARE(prefixOf(KeyInterval::ofPrefix({})), std::optional(QByteArray()));
    QVERIFY(!prefixOf({"a", "b"}));
    QCOMPARE(KeyTarget({KeySelection::ofPrefix({}), {}}).branch(), std::optional(QByteArray()));
    QVERIFY(!KeyTarget({KeySelection::ofKey("a"), {}}).branch());
}

QTEST_MAIN(tst_KeyCommands)
#include "tst_keycommands.moc"
