// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/jsoneditor.h"
#include "editor/jsontreeview.h"
#include "editor/recordbars.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "editor/recordviews.h"
#include "models/jsontreemodel.h"
#include "json/jsonformat.h"
#include "json/jsonscanner.h"

#include "../json/jsoncorpus.h"
#include "../session/sessionfixture.h"
#include "editorfixture.h"
#include "failonwarning.h"

#include <QTest>
#include <QTreeView>

using namespace Studio;
using View = RecordViewBar::View;

/// Every text of the corpus through the real record tab: opened, formatted, compacted, edited in the tree and
/// back, saved over a socket. What nobody edited is stored byte for byte as it was.
class tst_Lossless : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { TestSupport::failOnUnannouncedWarning(); }
    void cleanupTestCase();
    void texts_data();
    void texts();

private:
    QByteArray stored() const { return m_server->stored(Key).value_or(QByteArray()); }

    static inline const QByteArray Key = "corpus:text";
    std::unique_ptr<EditorFixture> m_app;
    std::unique_ptr<SessionFixture> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<RecordTab> m_tab;
};

void tst_Lossless::initTestCase()
{
    TestSupport::failOnUnannouncedWarning();
    m_app = std::make_unique<EditorFixture>();
    m_server = std::make_unique<SessionFixture>();
    m_server->options.maxValue = 2'000'000;
    m_server->startServer();
    m_server->put(Key, "{}");
    m_session = m_server->makeSession(m_server->profile(SafetyLevel::Free), QStringLiteral("key"),
                                      SessionFixture::quick());
    m_tab = std::make_unique<RecordTab>(m_app->app, *m_session, Key);
    m_tab->resize(1000, 500);
    m_tab->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_tab.get()));
    QTRY_VERIFY(m_tab->controller().isLive() && m_tab->editor().bytes() == "{}");
}

void tst_Lossless::cleanupTestCase()
{
    m_tab.reset();
    m_session.reset();
    m_server.reset();
    m_app.reset();
}

void tst_Lossless::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isJson");
    for (const CorpusText &text : JsonCorpus::all()) {
        // What is not UTF-8 cannot come over the wire; an empty value cannot be stored.
        if (text.isUtf8 && !text.text.isEmpty())
            QTest::newRow(text.name.toPercentEncoding(" ,:{}[]()").constData()) << text.text << text.isJson;
    }
}

void tst_Lossless::texts()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isJson);
    JsonEditor &editor = m_tab->editor();
    auto *views = m_tab->findChild<RecordViews *>();
    auto *tree = m_tab->findChild<JsonTreeView *>();

    views->showValue(text, false, false); // as it is opened; the store still holds the row before
    QCOMPARE(editor.bytes(), text);
    QVERIFY(!views->isHexOnly());
    for (const View view : {View::Text, View::Hex, View::Decoded, View::Tree, View::Json}) {
        views->choose(view);
        QCOMPARE(editor.bytes(), text);
    }

    if (isJson) {
        editor.format();
        QTRY_COMPARE(editor.bytes(), formatJson(text).text);
        editor.compact();
        QTRY_COMPARE(editor.bytes(), compactJson(text).text);
        while (editor.canUndo())
            editor.undo();
        QCOMPARE(editor.bytes(), text);

        views->choose(View::Tree);
        JsonTreeModel &model = tree->model();
        QTRY_VERIFY(model.isEditable() && model.text() == text);
        const QModelIndex root = model.index(0, 0);
        const int rows = model.rowCount(root);
        const QModelIndex last = rows > 0 ? model.index(rows - 1, 0, root) : root;
        const bool isArray = last.data(JsonTreeModel::JsonTypeRole).toInt() == int(JsonType::Array);
        QVERIFY(model.setType(last, isArray ? JsonType::String : JsonType::Array));
        QTRY_VERIFY(editor.bytes() != text);
        QVERIFY(!validateJson(editor.bytes()));
        editor.undo();
        QCOMPARE(editor.bytes(), text);
        views->choose(View::Json);
    }

    QVERIFY(m_tab->isDirty());
    m_tab->controller().save(editor.bytes(), true);
    QTRY_COMPARE(stored(), text);
    QTRY_VERIFY(!m_tab->controller().isSaving() && !m_tab->isDirty());
    QCOMPARE(editor.bytes(), text);
}

QTEST_MAIN(tst_Lossless)

#include "tst_lossless.moc"
