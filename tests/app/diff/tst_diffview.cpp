// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/diffpane.h"
#include "diff/diffview.h"
#include "editor/codeview.h"
#include "editor/recordbanner.h"

#include "../editor/editorfixture.h"
#include "failonwarning.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace Studio;

/// The difference of two values as it is shown and gone through.
class tst_DiffView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void sideBySide();
    void byLine();
    void bothInOne();
    void keyboard();
    void cursorSaysWhereOneIs();
    void scrollsTogether();
    void shorterSideDoesNotHoldTheOther();
    void swaps();
    void nothingDiffers_data();
    void nothingDiffers();
    void bytes();
    void choosesAmongSides();
    void choiceStaysWhenSidesCome();
    void otherKeyIsAsked();
    void formAndLayoutAreRemembered();
    void updateKeepsThePlace();
    void copies();
    void cancels();
    void foldingIsOff();

private:
    void compare(const QByteArray &before, const QByteArray &after);
    DiffPane *pane(int index) const { return m_view->panes().at(index); }
    static QByteArray text(const DiffPane *pane) { return pane->code().view().toByteArray(); }
    QByteArray manyMembers(const QByteArray &status) const;

    std::unique_ptr<EditorFixture> m_app;
    std::unique_ptr<DiffView> m_view;
};

void tst_DiffView::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_app = std::make_unique<EditorFixture>();
    m_view = std::make_unique<DiffView>(m_app->app);
    m_view->resize(900, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void tst_DiffView::cleanup()
{
    m_view.reset();
    m_app.reset();
}

void tst_DiffView::compare(const QByteArray &before, const QByteArray &after)
{
    QSignalSpy finished(m_view.get(), &DiffView::finished);
    m_view->setSides({{QStringLiteral("old"), before}, {QStringLiteral("new"), after}}, 0, 1);
    QVERIFY(finished.wait());
}

/// 200 members, of which the 20th and the 150th have `status`.
QByteArray tst_DiffView::manyMembers(const QByteArray &status) const
{
    QByteArray all = "{";
    for (int i = 0; i < 200; ++i)
        all += (i > 0 ? ",\"m" : "\"m") + QByteArray::number(i)
             + "\":" + (i == 20 || i == 150 ? status : QByteArray("true"));
    return all + '}';
}

void tst_DiffView::sideBySide()
{
    compare("{\"a\":1,\"b\":\"one two\"}", "{ \"a\" : 1, \"b\": \"one 2\", \"c\": [] }");
    QCOMPARE(m_view->panes().size(), 2);
    QCOMPARE(text(pane(0)), QByteArray("{\n  \"a\": 1,\n  \"b\": \"one two\"\n\n}"));
    QCOMPARE(text(pane(1)), QByteArray("{\n  \"a\": 1,\n  \"b\": \"one 2\",\n  \"c\": []\n}"));
    QCOMPARE(m_view->difference().changes.size(), size_t(2));
    QCOMPARE(m_view->stateText(), QStringLiteral("change 1 of 2"));
    QVERIFY(pane(0)->code().isReadOnly());
    // Only the word that changed is lit.
    QCOMPARE(pane(0)->text().removedLit.size(), size_t(1));
    const auto [from, length] = pane(0)->text().removedLit[0];
    QCOMPARE(text(pane(0)).mid(from, length), QByteArray("two"));
}

void tst_DiffView::byLine()
{
    compare("{\"a\":1,\n\"b\":2}", "{\"a\":1,\n\"b\":3}");
    QSignalSpy finished(m_view.get(), &DiffView::finished);
    m_view->findChild<QTabBar *>()->setCurrentIndex(1);
    QVERIFY(finished.wait());
    QCOMPARE(m_view->difference().form, DiffForm::Lines);
    QCOMPARE(text(pane(0)), QByteArray("{\"a\":1,\n\"b\":2}"));
    QCOMPARE(text(pane(1)), QByteArray("{\"a\":1,\n\"b\":3}"));
}

void tst_DiffView::bothInOne()
{
    compare("{\"a\":1}", "{\"a\":2}");
    QSignalSpy finished(m_view.get(), &DiffView::finished);
    QVERIFY(m_app->commands.trigger(QStringLiteral("diff.inline")));
    QVERIFY(finished.wait());
    QCOMPARE(m_view->panes().size(), 1);
    QVERIFY(pane(0)->isVisible());
    QCOMPARE(text(pane(0)), QByteArray("{\n  \"a\": 1\n  \"a\": 2\n}"));
    QVERIFY(m_app->commands.action(QStringLiteral("diff.inline"))->isChecked());
    QVERIFY(m_app->commands.trigger(QStringLiteral("diff.inline")));
    QVERIFY(finished.wait());
    QCOMPARE(m_view->panes().size(), 2);
}

void tst_DiffView::keyboard()
{
    compare(manyMembers("1"), manyMembers("2"));
    QAction *next = m_app->commands.action(QStringLiteral("diff.next"));
    QAction *previous = m_app->commands.action(QStringLiteral("diff.previous"));
    QCOMPARE(next->shortcuts(), QList<QKeySequence>{Qt::Key_F8});
    QCOMPARE(previous->shortcuts(), (QList<QKeySequence>{Qt::SHIFT | Qt::Key_F8}));
    QCOMPARE(m_view->currentChange(), 0);
    QCOMPARE(pane(0)->row(), 21);
    QTRY_VERIFY(!previous->isEnabled());
    QVERIFY(m_app->commands.trigger(QStringLiteral("diff.next")));
    QCOMPARE(m_view->currentChange(), 1);
    QCOMPARE(pane(0)->row(), 151);
    QCOMPARE(pane(1)->row(), 151);
    QVERIFY(pane(1)->topRow() > 100 && pane(1)->topRow() <= 151);
    QVERIFY(!m_app->commands.trigger(QStringLiteral("diff.next")));
    QVERIFY(m_app->commands.trigger(QStringLiteral("diff.previous")));
    QCOMPARE(m_view->currentChange(), 0);
    QCOMPARE(m_view->stateText(), QStringLiteral("change 1 of 2"));
}

void tst_DiffView::cursorSaysWhereOneIs()
{
    compare(manyMembers("1"), manyMembers("2"));
    pane(1)->setFocus();
    QTRY_VERIFY(pane(1)->code().hasFocus());
    CodeView &code = pane(1)->code();
    code.setCursor(code.send(QsciScintillaBase::SCI_POSITIONFROMLINE, 100));
    QTRY_COMPARE(m_view->currentChange(), -1);
    QCOMPARE(m_view->stateText(), QStringLiteral("2 change(s)"));
    m_view->goToPrevious();
    QCOMPARE(m_view->currentChange(), 0);
    code.setCursor(code.send(QsciScintillaBase::SCI_POSITIONFROMLINE, 100));
    m_view->goToNext();
    QCOMPARE(m_view->currentChange(), 1);
}

void tst_DiffView::scrollsTogether()
{
    compare(manyMembers("1"), manyMembers("2"));
    pane(0)->code().verticalScrollBar()->setValue(70);
    QCOMPARE(pane(1)->topRow(), 70);
    pane(1)->code().verticalScrollBar()->setValue(30);
    QCOMPARE(pane(0)->topRow(), 30);
}

void tst_DiffView::shorterSideDoesNotHoldTheOther()
{
    compare("short\n" + QByteArray(2000, 'x'), "short\ny");
    QScrollBar *wide = pane(0)->code().horizontalScrollBar();
    QTRY_VERIFY(wide->maximum() > 1000);
    wide->setValue(1000);
    QCOMPARE(wide->value(), 1000);
}

void tst_DiffView::swaps()
{
    compare("a\nb", "a\nc");
    QSignalSpy finished(m_view.get(), &DiffView::finished);
    QVERIFY(m_app->commands.trigger(QStringLiteral("diff.swap")));
    QVERIFY(finished.wait());
    QCOMPARE(text(pane(0)), QByteArray("a\nc"));
    QCOMPARE(m_view->before().title, QStringLiteral("new"));
}

void tst_DiffView::nothingDiffers_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("title");
    QTest::newRow("same") << QByteArray("{\"a\":1}") << QByteArray("{\"a\":1}")
                          << QStringLiteral("No difference.");
    QTest::newRow("space") << QByteArray("{\"a\":1}") << QByteArray("{\"a\": 1}")
                           << QStringLiteral("Only white space differs.");
    QTest::newRow("order") << QByteArray("{\"a\":1,\"b\":2}") << QByteArray("{\"b\":2,\"a\":1}")
                           << QStringLiteral("Only white space or the order of members differs.");
    QTest::newRow("text") << QByteArray("a b") << QByteArray("a  b")
                          << QStringLiteral("Only white space differs.");
    QTest::newRow("different") << QByteArray("a") << QByteArray("b") << QString();
}

void tst_DiffView::nothingDiffers()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    compare(before, after);
    const auto *banner = m_view->findChild<RecordBanner *>();
    QTEST(banner->title(), "title");
    QCOMPARE(banner->isVisible(), !banner->title().isEmpty());
}

void tst_DiffView::bytes()
{
    compare(QByteArray("\x00\xFF\x10", 3) + QByteArray(20, 'a'),
            QByteArray("\x00\xFE\x10", 3) + QByteArray(20, 'a'));
    QCOMPARE(m_view->difference().form, DiffForm::Bytes);
    QVERIFY(!m_view->findChild<QTabBar *>()->isVisible());
    QVERIFY(text(pane(0)).startsWith("00 ff 10 61"));
    const auto [from, length] = pane(0)->text().removedLit.at(0);
    QCOMPARE(text(pane(0)).mid(from, length), QByteArray("ff"));
}

void tst_DiffView::choosesAmongSides()
{
    QSignalSpy finished(m_view.get(), &DiffView::finished);
    m_view->setSides(
        {{QStringLiteral("read"), "1"}, {QStringLiteral("edited"), "2"}, {QStringLiteral("stored"), "3"}}, 0,
        1);
    QVERIFY(finished.wait());
    QList<QComboBox *> choices;
    for (auto *choice : m_view->findChildren<QComboBox *>()) {
        if (choice->isVisible())
            choices.append(choice);
    }
    QCOMPARE(choices.size(), 2);
    std::sort(choices.begin(), choices.end(), [](const QComboBox *a, const QComboBox *b) {
        return a->mapToGlobal(QPoint()).x() < b->mapToGlobal(QPoint()).x();
    });
    QCOMPARE(choices.at(1)->currentText(), QStringLiteral("edited"));
    choices.at(1)->setCurrentIndex(2);
    emit choices.at(1)->activated(2);
    QVERIFY(finished.wait());
    QCOMPARE(text(pane(1)), QByteArray("3"));
}

void tst_DiffView::choiceStaysWhenSidesCome()
{
    const QList<DiffSide> sides{
        {QStringLiteral("a"), "1"}, {QStringLiteral("b"), "2"}, {QStringLiteral("c"), "3"}};
    m_view->setSides(sides, 0, 2);
    // Nobody has chosen yet: what is proposed counts.
    m_view->setSides(sides + QList<DiffSide>{{QStringLiteral("d"), "4"}}, 0, 3);
    QCOMPARE(m_view->after().title, QStringLiteral("d"));
    m_view->choose(true, 1);
    m_view->setSides(QList<DiffSide>{{QStringLiteral("new"), "0"}} + sides, 0, 3);
    QCOMPARE(m_view->before().title, QStringLiteral("a"));
    QCOMPARE(m_view->after().title, QStringLiteral("b"));
    // It is gone.
    m_view->setSides({sides[0], sides[2]}, 0, 1);
    QCOMPARE(m_view->after().title, QStringLiteral("c"));
    QTRY_VERIFY(!m_view->isWorking());
}

void tst_DiffView::otherKeyIsAsked()
{
    compare("1", "2");
    const auto choices = [this] {
        QList<QComboBox *> shown;
        for (QComboBox *box : m_view->findChildren<QComboBox *>()) {
            if (box->isVisible() && box->accessibleName() == QStringLiteral("Right side"))
                shown.append(box);
        }
        return shown;
    };
    QVERIFY(choices().isEmpty());
    m_view->setOffersOtherKey(true);
    QCOMPARE(choices().size(), 1);
    QSignalSpy wanted(m_view.get(), &DiffView::otherKeyWanted);
    QComboBox *right = choices().last();
    QCOMPARE(right->count(), 3);
    emit right->activated(2);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toBool(), true);
    QCOMPARE(m_view->after().title, QStringLiteral("new")); // as it was
    QCOMPARE(right->currentIndex(), 1);
}

void tst_DiffView::formAndLayoutAreRemembered()
{
    compare("{\"a\":1}", "{\"a\":2}");
    QSignalSpy finished(m_view.get(), &DiffView::finished);
    m_view->findChild<QTabBar *>()->setCurrentIndex(1);
    QVERIFY(finished.wait());
    QVERIFY(m_app->commands.trigger(QStringLiteral("diff.inline")));
    QVERIFY(finished.wait());
    m_view = std::make_unique<DiffView>(m_app->app);
    m_view->show();
    compare("{\"a\":1}", "{\"a\":2}");
    QCOMPARE(m_view->difference().form, DiffForm::Lines);
    QVERIFY(m_view->isInline());
    // And back.
    m_view->findChild<QTabBar *>()->setCurrentIndex(0);
    QVERIFY(m_app->commands.trigger(QStringLiteral("diff.inline")));
    m_view = std::make_unique<DiffView>(m_app->app);
    m_view->show();
    compare("{\"a\":1}", "{\"a\":2}");
    QCOMPARE(m_view->difference().form, DiffForm::Members);
    QVERIFY(!m_view->isInline());
}

void tst_DiffView::updateKeepsThePlace()
{
    compare(manyMembers("1"), manyMembers("2"));
    m_view->goToNext();
    const int top = pane(0)->topRow();
    QVERIFY(top > 50);
    compare(manyMembers("1"), manyMembers("3"));
    QCOMPARE(pane(0)->topRow(), top);
    QCOMPARE(pane(0)->row(), 151);
    QVERIFY(text(pane(1)).contains("\"m150\": 3"));
}

void tst_DiffView::copies()
{
    compare("a\nb\nc", "a\nx\nc");
    QVERIFY(m_app->commands.trigger(QStringLiteral("diff.copy")));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("--- old\n+++ new\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"));
    // What only fills is not copied.
    compare("a\nc", "a\nb\nc");
    pane(0)->code().selectAll();
    pane(0)->setFocus();
    QTest::keyClick(&pane(0)->code(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a\nc"));
}

void tst_DiffView::cancels()
{
    QByteArray before = "[";
    for (int i = 0; i < 300'000; ++i)
        before += QByteArray::number(i) + ',';
    const QByteArray after = before + "0]";
    before += "1]";
    m_view->setSides({{QStringLiteral("old"), before}, {QStringLiteral("new"), after}}, 0, 1);
    QVERIFY(m_view->isWorking());
    QCOMPARE(m_view->stateText(), QString());
    m_view->cancel();
    QVERIFY(!m_view->isWorking());
    auto *banner = m_view->findChild<RecordBanner *>();
    QCOMPARE(banner->title(), QStringLiteral("Comparing was cancelled."));
    QSignalSpy finished(m_view.get(), &DiffView::finished);
    banner->button(0)->click();
    QVERIFY(finished.wait());
    QCOMPARE(m_view->difference().changes.size(), size_t(1));
    QCOMPARE(banner->title(), QString());
}

void tst_DiffView::foldingIsOff()
{
    compare(manyMembers("1"), manyMembers("2"));
    CodeView &code = pane(0)->code();
    code.send(QsciScintillaBase::SCI_COLOURISE, 0, -1);
    code.setCursor(0);
    QVERIFY(code.isFoldHeader(0));
    QTest::keyClick(&code, Qt::Key_BracketLeft, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!code.isFolded(0));
}

QTEST_MAIN(tst_DiffView)

#include "tst_diffview.moc"
