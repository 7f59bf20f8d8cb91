// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/emptystate.h"
#include "failonwarning.h"
#include "live/livefeed.h"
#include "mirror/keyspacemirror.h"
#include "session/session.h"
#include "viewfixture.h"
#include "watches/accessprobe.h"
#include "watches/panel/patterndialog.h"
#include "watches/panel/probedialog.h"
#include "watches/panel/tokenviewdialog.h"
#include "watches/panel/watchespanel.h"
#include "watches/patterntest.h"
#include "watches/watchesmodel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace Studio;

namespace
{

/// A server, a session that knows what is on it, and the panel.
struct Stage {
    TestSupport::Emulator emulator;
    TestSupport::ViewFixture fixture;
    QWidget window;
    std::unique_ptr<Session> session;
    WatchList list{{}};
    std::unique_ptr<WatchesPanel> panel;

    explicit Stage(const std::string &token = {})
    {
        for (const char *key : {"order:1", "order:2", "user:1", "user:1:temp"})
            emulator.server.put(key, "v");
        Profile profile = emulator.profile();
        if (!token.empty())
            profile.credential = CredentialKind::Token;
        const std::string secret = token.empty() ? "k" : emulator.server.createToken("k", {"user:*"}, token);
        session = std::make_unique<Session>(profile, QString::fromStdString(secret),
                                            TestSupport::Emulator::quick());
        session->open();
        panel = std::make_unique<WatchesPanel>(fixture.context, *session, list, &window);
        panel->resize(900, 260);
        window.resize(900, 260);
        window.show();
    }
    ~Stage() { panel.reset(); }

    void load() const
    {
        QSignalSpy loaded(session.get(), &Session::branchLoaded);
        session->loadBranch({});
        QTRY_COMPARE(loaded.size(), 1);
    }
    template <typename T>
    T *dialog() const
    {
        return window.findChild<T *>();
    }
    template <typename T>
    static T *part(const QWidget *in, const char *name)
    {
        return in->findChild<T *>(QString::fromLatin1(name));
    }
    QTreeView *view() const { return part<QTreeView>(panel.get(), "watches"); }
    QString summary() const { return part<QLabel>(panel.get(), "summary")->text(); }
};

} // namespace

class tst_WatchesPanel : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void saysWhatWouldBeHere();
    void addsByKeyboard();
    void changesAPattern();
    void removesAndBringsBack();
    void switchesRecording();
    void showsTheToken();
    void showsWhatViewsHear();
    void aTokenProfileSaysSo();
    void marksWhatTheServerRefuses();
    void countsWhatIsHeard();
    void patternIsTested();
    void patternErrorsAreSentences();
    void aKeyWithAStarKeepsItsKind();
    void probeTells();
    void tokenViewCounts();
    void tokenViewWritesTheExpression();
    void tokenViewWarns_data();
    void tokenViewWarns();
    void tokenIsMadeAndCopied();
    void tokenOpensAsProfile();
    void noTokenWithoutAKey();
};

void tst_WatchesPanel::saysWhatWouldBeHere()
{
    const Stage stage;
    auto *empty = Stage::part<EmptyState>(stage.panel.get(), "empty");
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->title(), u"Nothing is watched yet"_qs);
    empty->button()->click();
    QVERIFY(stage.dialog<PatternDialog>());
}

void tst_WatchesPanel::addsByKeyboard()
{
    Stage stage;
    stage.panel->add();
    auto *dialog = stage.dialog<PatternDialog>();
    QVERIFY(!dialog->goButton()->isEnabled());
    QTest::keyClicks(Stage::part<QLineEdit>(dialog, "pattern"), u"user:*"_qs);
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(stage.list.patterns(), WatchPatterns{WatchPattern::prefix("user:")});
    QVERIFY(stage.panel->current());
    QVERIFY(stage.view()->isVisible());
}

void tst_WatchesPanel::changesAPattern()
{
    Stage stage;
    stage.list.put({WatchPattern::prefix("user:"), false});
    stage.panel->setCurrent(WatchPattern::prefix("user:"));
    stage.panel->setFocus();
    QVERIFY(stage.fixture.commands.trigger(u"watches.edit"_qs));
    auto *dialog = stage.dialog<PatternDialog>();
    auto *field = Stage::part<QLineEdit>(dialog, "pattern");
    QCOMPARE(field->text(), u"user:*"_qs);
    field->setText(u"*:temp"_qs);
    dialog->goButton()->click();
    QCOMPARE(stage.list.watches(), (QList<Watch>{{WatchPattern::fromText("*:temp"), false}}));
}

void tst_WatchesPanel::removesAndBringsBack()
{
    Stage stage;
    for (const char *text : {"a", "b", "c"})
        stage.list.put({WatchPattern::key(text), true});
    stage.panel->setCurrent(WatchPattern::key("b"));
    stage.panel->setFocus();
    QVERIFY(stage.fixture.commands.trigger(u"watches.remove"_qs));
    QCOMPARE(stage.list.watches().size(), 2);
    const auto notice = stage.fixture.notices.notice(u"watches/test/removed"_qs);
    QVERIFY(notice);
    QCOMPARE(notice->actionCommand, u"watches.undoRemove"_qs);
    QVERIFY(stage.panel->canBringBack());
    stage.panel->bringBack();
    QCOMPARE(stage.list.indexOf(WatchPattern::key("b")), 1);
    QVERIFY(!stage.fixture.notices.notice(u"watches/test/removed"_qs));
    QVERIFY(!stage.panel->canBringBack());
}

void tst_WatchesPanel::switchesRecording()
{
    Stage stage;
    stage.list.put({WatchPattern::key("a"), true});
    stage.panel->setCurrent(WatchPattern::key("a"));
    stage.panel->setFocus();
    QVERIFY(stage.fixture.commands.trigger(u"watches.record"_qs));
    QVERIFY(!stage.list.watches().at(0).record);
    QVERIFY(stage.list.recorded().isEmpty());
}

void tst_WatchesPanel::showsTheToken()
{
    Stage stage;
    stage.list.put({WatchPattern::prefix("user:"), true});
    stage.session->setWatchedPatterns(&stage.window, stage.list.patterns());
    QTRY_VERIFY(stage.summary().contains(u"renewed by itself"_qs));
    QVERIFY(stage.summary().startsWith(u"1 pattern"_qs));
}

void tst_WatchesPanel::showsWhatViewsHear()
{
    Stage stage;
    QObject view;
    stage.session->setInterest(&view, {"order:1"}, {"user:1"});
    QTRY_COMPARE(stage.panel->model().rowCount(), 2);
    QCOMPARE(stage.panel->model().chosenCount(), 0);
    stage.view()->setCurrentIndex(stage.panel->model().index(0, 0));
    QVERIFY(!stage.panel->current());
    stage.panel->setFocus();
    QVERIFY(!stage.fixture.commands.trigger(u"watches.remove"_qs));
}

void tst_WatchesPanel::aTokenProfileSaysSo()
{
    const Stage stage("^user:");
    auto *empty = Stage::part<EmptyState>(stage.panel.get(), "empty");
    QCOMPARE(empty->title(), u"The token says what is heard"_qs);
    QVERIFY(stage.summary().contains(u"the token fixes"_qs));
}

void tst_WatchesPanel::patternIsTested()
{
    Stage stage;
    stage.load();
    stage.panel->add();
    auto *dialog = stage.dialog<PatternDialog>();
    QSignalSpy tested(&dialog->test(), &PatternTest::finished);
    Stage::part<QLineEdit>(dialog, "pattern")->setText(u"/^user:1/"_qs);
    QTRY_COMPARE(tested.size(), 1);
    QCOMPARE(dialog->note(), u"It would match 2 of 4 known keys."_qs);
    const auto *matches = Stage::part<QListWidget>(dialog, "matches");
    QCOMPARE(matches->count(), 2);
    QCOMPARE(matches->item(1)->text(), u"user:1:temp"_qs);
    // The same text as a key matches nothing.
    auto *kind = Stage::part<QComboBox>(dialog, "kind");
    kind->setCurrentIndex(kind->findData(int(WatchPattern::Kind::Key)));
    QTRY_COMPARE(dialog->note(), u"It would match 0 of 4 known keys."_qs);
    QVERIFY(dialog->watch().pattern == WatchPattern::key("/^user:1/"));
}

void tst_WatchesPanel::patternErrorsAreSentences()
{
    Stage stage;
    stage.list.put({WatchPattern::key("a"), true});
    stage.panel->add();
    auto *dialog = stage.dialog<PatternDialog>();
    auto *field = Stage::part<QLineEdit>(dialog, "pattern");
    field->setText(u"/^(a/"_qs);
    QVERIFY(!dialog->goButton()->isEnabled());
    QVERIFY(field->accessibleDescription().contains(u"never closed"_qs));
    field->setText(u"a"_qs);
    QVERIFY(!dialog->goButton()->isEnabled());
    QVERIFY(field->accessibleDescription().contains(u"watched already"_qs));
    field->setText(u"ab"_qs);
    QVERIFY(dialog->goButton()->isEnabled());
}

void tst_WatchesPanel::aKeyWithAStarKeepsItsKind()
{
    Stage stage;
    const WatchPattern odd = WatchPattern::key("a*b");
    stage.list.put({odd, true});
    stage.panel->setCurrent(odd);
    stage.panel->setFocus();
    QVERIFY(stage.fixture.commands.trigger(u"watches.edit"_qs));
    auto *dialog = stage.dialog<PatternDialog>();
    QVERIFY(dialog->watch().pattern == odd);
    QVERIFY(PatternDialog::patternOf(u"a*b"_qs, {}) == WatchPattern::fromText("a*b"));
}

void tst_WatchesPanel::probeTells()
{
    Stage stage("^user:");
    QTRY_COMPARE(stage.session->status().line, LineState::Connected);
    stage.emulator.server.put("user:1", "heard");
    QTRY_COMPARE(stage.session->feed().ledger().received, quint64(1));
    auto *dialog = new ProbeDialog(stage.fixture.context, *stage.session, &stage.window);
    dialog->show();
    QSignalSpy finished(&dialog->probe(), &AccessProbe::finished);
    QTRY_COMPARE(finished.size(), 1);
    Stage::part<QLineEdit>(dialog, "key")->setText(u"order:1"_qs);
    dialog->goButton()->click();
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(dialog->summary(),
             u"Asked for 2 keys: may read and write 1, refused 1. 1 change(s) were told so far."_qs);
    const auto *rows = Stage::part<QTreeWidget>(dialog, "rows");
    QCOMPARE(rows->topLevelItemCount(), 2);
    QCOMPARE(rows->topLevelItem(0)->text(1), u"may be used"_qs);
    QCOMPARE(rows->topLevelItem(1)->text(1), u"refused"_qs);
}

void tst_WatchesPanel::tokenViewCounts()
{
    Stage stage;
    stage.load();
    auto *dialog = new TokenViewDialog(
        stage.fixture.context, *stage.session, [](const auto &use) { use(u"k"_qs); }, &stage.window);
    dialog->show();
    QSignalSpy tested(&dialog->test(), &PatternTest::finished);
    dialog->setRequest(u"^user:.*$"_qs, {"*:temp", "order:1"});
    QTRY_VERIFY(!tested.isEmpty() && !dialog->test().isRunning());
    QCOMPARE(Stage::part<QLabel>(dialog, "summary")->text(),
             u"Of 4 known keys it could read and write 2 and would be told about 2."_qs);
    const auto *keys = Stage::part<QTreeWidget>(dialog, "keys");
    QStringList rows;
    for (int i = 0; i < keys->topLevelItemCount(); ++i)
        rows.append(QStringList{keys->topLevelItem(i)->text(0), keys->topLevelItem(i)->text(1),
                                keys->topLevelItem(i)->text(2)}
                        .join(u' '));
    QCOMPARE(rows, (QStringList{u"order:1 no yes"_qs, u"user:1 yes no"_qs, u"user:1:temp yes yes"_qs}));
    dialog->setRequest(u"^(user"_qs, {});
    QVERIFY(!dialog->goButton()->isEnabled());
    dialog->setRequest({}, {});
    QCOMPARE(dialog->request().accessPattern, u"^$"_qs);
    QVERIFY(dialog->request().subscribePatterns.isEmpty());
}

void tst_WatchesPanel::tokenViewWritesTheExpression()
{
    Stage stage;
    auto *dialog = new TokenViewDialog(
        stage.fixture.context, *stage.session, [](const auto &use) { use({}); }, &stage.window);
    dialog->show();
    auto *help = Stage::part<QLineEdit>(dialog, "help");
    help->setText(u"user:7."_qs);
    Stage::part<QPushButton>(dialog, "addBranch")->click();
    QCOMPARE(dialog->request().accessPattern, u"^user:7\\.[\\s\\S]*$"_qs);
    help->setText(u"config"_qs);
    Stage::part<QPushButton>(dialog, "addKey")->click();
    QCOMPARE(dialog->request().accessPattern, u"^(?:user:7\\.[\\s\\S]*|config)$"_qs);
    QCOMPARE(TokenViewDialog::warning(dialog->request().accessPattern), QString());
    // Typed over by hand: the helper begins anew.
    dialog->setRequest(u"^x$"_qs, {});
    help->setText(u"y"_qs);
    Stage::part<QPushButton>(dialog, "addKey")->click();
    QCOMPARE(dialog->request().accessPattern, u"^y$"_qs);
}

void tst_WatchesPanel::tokenViewWarns_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("part");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("good") << u"^a:.*$"_qs << QString();
    QTest::newRow("no key") << u"^$"_qs << QString();
    QTest::newRow("star") << u"^product:*$"_qs << u"no wildcard"_qs;
    QTest::newRow("not anchored") << u"user"_qs << u"searched for anywhere"_qs;
    QTest::newRow("open end") << u"^user"_qs << u"searched for anywhere"_qs;
}

void tst_WatchesPanel::tokenViewWarns()
{
    QFETCH(QString, pattern);
    QFETCH(QString, part);
    QCOMPARE(TokenViewDialog::warning(pattern).isEmpty(), part.isEmpty());
    QVERIFY(TokenViewDialog::warning(pattern).contains(part));
}

void tst_WatchesPanel::tokenIsMadeAndCopied()
{
    Stage stage;
    auto *dialog = new TokenViewDialog(
        stage.fixture.context, *stage.session, [](const auto &use) { use(u"k"_qs); }, &stage.window);
    dialog->show();
    dialog->setRequest(u"^user:.*$"_qs, {"order:*"});
    auto *copy = Stage::part<QPushButton>(dialog, "copy");
    QVERIFY(!copy->isEnabled());
    QSignalSpy made(dialog, &TokenViewDialog::tokenMade);
    dialog->goButton()->click();
    QTRY_COMPARE(made.size(), 1);
    QVERIFY(dialog->hasToken());
    copy->click();
    const QString token = QGuiApplication::clipboard()->text();
    QVERIFY(!token.isEmpty());
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        QVERIFY(!label->text().contains(token));
    // It does what was typed.
    Profile profile = stage.emulator.profile();
    profile.id = u"second"_qs;
    profile.credential = CredentialKind::Token;
    Session second(profile, token, TestSupport::Emulator::quick());
    second.open();
    QTRY_COMPARE(second.status().line, LineState::Connected);
    AccessProbe probe(second);
    QSignalSpy finished(&probe, &AccessProbe::finished);
    probe.probe({"user:1", "order:1"});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(probe.rows().at(0).verdict, AccessProbe::Verdict::Allowed);
    QCOMPARE(probe.rows().at(1).verdict, AccessProbe::Verdict::Refused);
    stage.emulator.server.put("order:1", "heard");
    QTRY_VERIFY(second.mirror().isKnown("order:1"));
    // What is typed afterwards is another token.
    dialog->setRequest(u"^x$"_qs, {});
    QVERIFY(!dialog->hasToken());
    QVERIFY(!copy->isEnabled());
}

void tst_WatchesPanel::tokenOpensAsProfile()
{
    Stage stage;
    auto *dialog = new TokenViewDialog(
        stage.fixture.context, *stage.session, [](const auto &use) { use(u"k"_qs); }, &stage.window);
    dialog->show();
    dialog->setRequest(u"^user:.*$"_qs, {"user:*", "*:temp"});
    QSignalSpy made(dialog, &TokenViewDialog::tokenMade);
    Profile profile;
    QString token;
    connect(dialog, &TokenViewDialog::openRequested, this, [&](const Profile &asked, const QString &secret) {
        profile = asked;
        token = secret;
    });
    dialog->goButton()->click();
    QTRY_COMPARE(made.size(), 1);
    Stage::part<QPushButton>(dialog, "open")->click();
    QVERIFY(!token.isEmpty());
    QCOMPARE(profile.credential, CredentialKind::Token);
    QVERIFY(profile.id != stage.session->profile().id);
    QCOMPARE(profile.prefixes, QList<QByteArray>{"user:"});
    QVERIFY(!profile.rememberSecret);
}

void tst_WatchesPanel::noTokenWithoutAKey()
{
    Stage stage;
    QString key;
    auto *dialog = new TokenViewDialog(
        stage.fixture.context, *stage.session, [&key](const auto &use) { use(key); }, &stage.window);
    dialog->show();
    dialog->setRequest(u"^a$"_qs, {});
    dialog->goButton()->click();
    QVERIFY(dialog->note().contains(u"needs the API key"_qs));
    key = u"wrong"_qs;
    dialog->goButton()->click();
    QTRY_VERIFY(dialog->note().startsWith(u"No token was made"_qs));
    QVERIFY(!dialog->hasToken());
    QVERIFY(dialog->goButton()->isEnabled());
}

/// Compiles here and not in the server: see tst_watching.
void tst_WatchesPanel::marksWhatTheServerRefuses()
{
    Stage stage;
    const WatchPattern refused =
        WatchPattern::fromText("/(?:" + QByteArray("\xE2\x82\xAC").repeated(100) + "){200}/");
    stage.list.put({WatchPattern::prefix("user:"), true});
    stage.list.put({refused, true});
    stage.session->setWatchedPatterns(stage.panel.get(), stage.list.patterns());
    QTRY_VERIFY(stage.panel->model().refusalAt(1));
    QVERIFY(!stage.panel->model().refusalAt(0));
    const QString kind = stage.view()->model()->index(1, WatchesModel::KindColumn).data().toString();
    QVERIFY2(kind.contains(u"refused"_qs), qPrintable(kind));
    const QString tip =
        stage.view()->model()->index(1, WatchesModel::KindColumn).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"too large"_qs), qPrintable(tip));
    QVERIFY2(stage.summary().contains(u"1 refused"_qs), qPrintable(stage.summary()));
}

void tst_WatchesPanel::countsWhatIsHeard()
{
    Stage stage;
    stage.list.put({WatchPattern::prefix("user:"), true});
    stage.session->setWatchedPatterns(stage.panel.get(), stage.list.patterns());
    QTRY_COMPARE(stage.session->status().watchedPatterns, QList<QByteArray>{"user:*"});
    for (int i = 0; i < 5; ++i)
        stage.emulator.server.put("user:1", std::to_string(i));
    QTRY_COMPARE(stage.view()->model()->index(0, WatchesModel::MinuteColumn).data().toString(), u"5"_qs);
}

QTEST_MAIN(tst_WatchesPanel)
#include "tst_watchespanel.moc"
