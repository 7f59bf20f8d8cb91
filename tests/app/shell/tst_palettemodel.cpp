// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/palettemodel.h"

#include "shell/commandregistry.h"
#include "shell/settings.h"
#include "shell/theme.h"

#include "failonwarning.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QTemporaryDir>
#include <QTest>

using namespace Studio;

class TestPaletteModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void commandsOnly();
    void disabledCommandsGoLast();
    void keysBeforeCommands();
    void offersATextThatIsNotKnown();
    void offersTheBranchThatWasTyped();
    void angleAsksForCommands();
    void withoutAStoreThereAreCommands();
    void favouritesAndRecentKeysStandOnTop();
    void marksThatFitStandOnTop();
    void looseMatchesComeBehind();
    void keysOnly();

private:
    QStringList shown() const
    {
        QStringList texts;
        for (int row = 0; row < m_model->rowCount(); ++row)
            texts.append(m_model->entry(row).text);
        return texts;
    }
    void add(const char *id, const char *text, bool enabled)
    {
        CommandSpec spec;
        spec.id = QString::fromLatin1(id);
        spec.text = QString::fromUtf8(text);
        m_registry->add(spec);
        if (enabled)
            m_registry->handle(spec.id, m_window.get(), {[] {}, {}, {}});
    }
    void setKeys(const QList<QByteArray> &keys)
    {
        m_model->setKeySource(
            [keys](const QByteArray &prefix, int limit) {
                QList<QByteArray> found;
                for (const QByteArray &key : keys) {
                    if (key.startsWith(prefix) && found.size() < limit)
                        found.append(key);
                }
                return found;
            },
            {":"});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<CommandRegistry> m_registry;
    std::unique_ptr<PaletteModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

using Mode = PaletteModel::Mode;
using Kind = PaletteModel::Kind;

void TestPaletteModel::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.json")));
    m_theme = std::make_unique<Theme>(*m_settings);
    m_window = std::make_unique<QWidget>();
    m_registry = std::make_unique<CommandRegistry>(*m_theme);
    m_model = std::make_unique<PaletteModel>(*m_registry);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    add("keys.new", "New key…", true);
    add("file.quit", "Quit", true);
    add("record.save", "Save changes", false);
    QTRY_VERIFY(m_registry->action(QStringLiteral("file.quit"))->isEnabled());
}

void TestPaletteModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_registry.reset();
}

void TestPaletteModel::commandsOnly()
{
    setKeys({"a"});
    m_model->setQuery(QStringLiteral("qu"), Mode::CommandsOnly);
    QCOMPARE(shown(), QStringList{QStringLiteral("Quit")});
    QCOMPARE(m_model->entry(0).id, QStringLiteral("file.quit"));
    QCOMPARE(m_model->entry(0).positions, (QList<int>{0, 1}));
}

void TestPaletteModel::disabledCommandsGoLast()
{
    m_model->setQuery({}, Mode::CommandsOnly);
    QCOMPARE(shown(), (QStringList{QStringLiteral("New key…"), QStringLiteral("Quit"),
                                   QStringLiteral("Save changes")}));
    QVERIFY(!m_model->entry(2).enabled);
    QVERIFY(!m_model->flags(m_model->index(2)).testFlag(Qt::ItemIsEnabled));
}

void TestPaletteModel::keysBeforeCommands()
{
    setKeys({"new:1", "new:2", "other"});
    m_model->setQuery(QStringLiteral("new"), Mode::Everything);
    QCOMPARE(shown(), (QStringList{QStringLiteral("new"), QStringLiteral("new:"), QStringLiteral("new:1"),
                                   QStringLiteral("new:2"), QStringLiteral("New key…")}));
    QCOMPARE(m_model->entry(1).kind, Kind::GoToBranch);
    QCOMPARE(m_model->entry(1).key, QByteArray("new:"));
    QCOMPARE(m_model->entry(2).kind, Kind::GoToKey);
}

void TestPaletteModel::offersATextThatIsNotKnown()
{
    setKeys({"a:1"});
    m_model->setQuery(QStringLiteral("zzz"), Mode::Everything);
    QCOMPARE(shown(), QStringList{QStringLiteral("zzz")});
    QCOMPARE(m_model->entry(0).kind, Kind::GoToKey);
    QCOMPARE(m_model->entry(0).key, QByteArray("zzz"));
    m_model->setQuery(QStringLiteral("a:1"), Mode::Everything);
    QCOMPARE(shown(), QStringList{QStringLiteral("a:1")}); // known: once
}

void TestPaletteModel::offersTheBranchThatWasTyped()
{
    setKeys({"a:b:1", "a:b:2", "a:c"});
    m_model->setQuery(QStringLiteral("a:"), Mode::Everything);
    QCOMPARE(shown(), (QStringList{QStringLiteral("a:"), QStringLiteral("a:b:"), QStringLiteral("a:b:1"),
                                   QStringLiteral("a:b:2"), QStringLiteral("a:c")}));
    QCOMPARE(m_model->entry(0).kind, Kind::GoToBranch);
}

void TestPaletteModel::angleAsksForCommands()
{
    setKeys({"quit:1"});
    m_model->setQuery(QStringLiteral(">quit"), Mode::Everything);
    QCOMPARE(shown(), QStringList{QStringLiteral("Quit")});
}

void TestPaletteModel::withoutAStoreThereAreCommands()
{
    m_model->setQuery({}, Mode::Everything);
    QCOMPARE(m_model->rowCount(), 3);
    m_model->setQuery(QStringLiteral("nothing like it"), Mode::Everything);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestPaletteModel::favouritesAndRecentKeysStandOnTop()
{
    setKeys({"a:1", "b:1", "c"});
    m_model->setMarks({"c", "b:"}, {"a:1", "c"});
    m_model->setQuery({}, Mode::KeysOnly);
    QCOMPARE(shown(), (QStringList{QStringLiteral("c"), QStringLiteral("b:"), QStringLiteral("a:1"),
                                   QStringLiteral("a:"), QStringLiteral("b:1")}));
    QCOMPARE(m_model->entry(0).detail, QStringLiteral("Favourite"));
    QVERIFY(m_model->entry(0).favourite);
    QVERIFY(m_model->index(0).data(PaletteModel::FavouriteRole).toBool());
    QCOMPARE(m_model->entry(1).kind, Kind::GoToBranch);
    QCOMPARE(m_model->entry(2).detail, QStringLiteral("Opened lately"));
    QVERIFY(!m_model->entry(2).favourite);
}

void TestPaletteModel::marksThatFitStandOnTop()
{
    setKeys({"user:1"});
    m_model->setMarks({"order:2024:", "user:"}, {});
    m_model->setQuery(QStringLiteral("us"), Mode::KeysOnly);
    QCOMPARE(shown(), (QStringList{QStringLiteral("us"), QStringLiteral("user:"), QStringLiteral("user:1")}));
    QCOMPARE(m_model->entry(1).positions, (QList<int>{0, 1}));
    // The favourite is the branch itself: once.
    m_model->setQuery(QStringLiteral("user:"), Mode::KeysOnly);
    QCOMPARE(shown(), (QStringList{QStringLiteral("user:"), QStringLiteral("user:1")}));
}

void TestPaletteModel::looseMatchesComeBehind()
{
    setKeys({"ab", "axb"});
    m_model->setLoose({{"axb", {true, 9, {0, 2}}}, {"ab", {true, 5, {0, 1}}}});
    m_model->setQuery(QStringLiteral("ab"), Mode::KeysOnly);
    QCOMPARE(shown(), (QStringList{QStringLiteral("ab"), QStringLiteral("axb")}));
    QCOMPARE(m_model->entry(1).positions, (QList<int>{0, 2}));
}

void TestPaletteModel::keysOnly()
{
    setKeys({"new:1"});
    m_model->setQuery(QStringLiteral("new"), Mode::KeysOnly);
    QVERIFY(!shown().contains(QStringLiteral("New key…")));
    m_model->setQuery(QStringLiteral(">new"), Mode::KeysOnly); // the way to commands stays open
    QCOMPARE(shown(), QStringList{QStringLiteral("New key…")});
}

QTEST_MAIN(TestPaletteModel)
#include "tst_palettemodel.moc"
