// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT

#include "editorload.h"

#include "emulatorprocess.h"
#include "eventpasses.h"
#include "report.h"
#include "wireclient.h"

#include "editor/codeview.h"
#include "editor/jsoneditor.h"
#include "editor/jsontreeview.h"
#include "editor/recordbars.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "editor/recordviews.h"
#include "models/jsontreemodel.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/mainwindow.h"
#include "shell/sessionpage.h"
#include "shell/workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>
#include <array>
#include <random>
#include <stdexcept>

namespace hpkv::bench
{

namespace
{

using namespace Studio;

constexpr int mostSeconds = 60; // that anything may take
constexpr int opens = 7;
constexpr int keys = 200;
constexpr int scrollSteps = 100;
constexpr int longLine = 100'000;
constexpr qsizetype megabyte = 1'000'000;

/// As a program might write it, indented; `nodes` values in about `size` bytes.
QByteArray document(qsizetype size, int nodes)
{
    constexpr int valuesOfAnOrder = 9;
    const int orders = nodes / valuesOfAnOrder;
    QByteArray text = "{\n";
    for (int i = 0; i < orders; ++i) {
        const QByteArray number = QByteArray::number(i);
        QByteArray order = "  \"order:" + number + "\": {\n    \"id\": " + number
                         + ",\n    \"status\": \"packed\",\n    \"customer\": { \"name\": \"Zo\xC3\xAB\" },\n"
                           "    \"items\": [1, 2.50],\n    \"note\": \"";
        const qsizetype rest = size / orders - order.size() - 8;
        order += QByteArray(std::max<qsizetype>(0, rest), 'n') + "\"\n  }";
        text += (i > 0 ? ",\n" : "") + order;
    }
    return text + "\n}";
}

/// Letters, figures and blanks without a pattern, so that no part of the line is like another; the same each
/// time. In its middle stands what the keys look for.
QByteArray variedLine()
{
    static constexpr char letters[] = "etaoinshrdlcumwfgypbvkjxqzETAOIN0123456789    ";
    std::minstd_rand random(1);
    QByteArray text;
    while (text.size() < longLine)
        text += letters[random() % (sizeof(letters) - 1)];
    return "[\"" + text.replace(longLine / 2 + 1000, 4, "nnnn") + "\"]";
}

void put(WireClient &client, const char *key, const QByteArray &value)
{
    const QJsonObject frame{{QStringLiteral("op"), 2},
                            {QStringLiteral("key"), QLatin1StringView(key)},
                            {QStringLiteral("value"), QString::fromUtf8(value)},
                            {QStringLiteral("messageId"), 1}};
    client.send(QJsonDocument(frame).toJson(QJsonDocument::Compact).toStdString());
    if (client.receive().find("200") == std::string_view::npos)
        throw std::runtime_error("a value was not stored");
}

/// Counts paintings of what it watches.
class Paintings : public QObject
{
public:
    int count = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

/// The window with one open profile.
class Bench
{
public:
    Bench(Workbench &workbench, const EmulatorProcess &emulator)
        : m_workbench(workbench)
        , m_window(workbench.context(), workbench.sessions())
    {
        m_window.resize(1440, 900);
        m_window.show();
        Profile profile;
        profile.id = QStringLiteral("bench");
        profile.name = profile.id;
        profile.baseUrl = QUrl(QString::fromStdString(emulator.url()));
        profile.requestsPerSecond = 0;
        profile.proxyMode = ProxyMode::None;
        profile.safety = SafetyLevel::Free;
        m_session = workbench.sessions().open(profile, QStringLiteral("bench"));
        if (!m_session || !m_window.currentPage())
            throw std::runtime_error("no session");
        run([this] { return m_session->status().line == LineState::Connected; });
    }
    ~Bench() { m_workbench.sessions().close(m_session); }
    Bench(const Bench &) = delete;
    Bench &operator=(const Bench &) = delete;

    EventPasses passes;

    void run(const std::function<bool()> &done)
    {
        if (!passes.run(done, mostSeconds))
            throw std::runtime_error("the window has not come to an end");
    }
    void rest(int milliseconds)
    {
        QElapsedTimer clock;
        clock.start();
        run([&] { return clock.elapsed() >= milliseconds; });
    }
    /// From the wish to the painted text. \return ms
    double open(const char *key)
    {
        QElapsedTimer clock;
        clock.start();
        RecordTab *tab = m_window.currentPage()->openKey(key, true);
        Paintings paintings;
        view().viewport()->installEventFilter(&paintings);
        int before = -1;
        run([&] {
            if (before < 0 && tab->editor().size() > 0)
                before = paintings.count;
            return before >= 0 && paintings.count > before;
        });
        return milliseconds(clock);
    }
    void close()
    {
        m_window.currentPage()->closeCurrentTab();
        rest(50);
    }
    CodeView &view() const { return *m_window.currentPage()->currentRecord()->findChild<CodeView *>(); }
    RecordViews &views() const
    {
        return *m_window.currentPage()->currentRecord()->findChild<RecordViews *>();
    }
    JsonEditor &editor() const { return m_window.currentPage()->currentRecord()->editor(); }
    /// From the key to the painted text. \return ms
    double press(int key, Qt::KeyboardModifiers modifiers, const QString &text)
    {
        Paintings paintings;
        CodeView &code = view();
        code.viewport()->installEventFilter(&paintings);
        QElapsedTimer clock;
        clock.start();
        QKeyEvent press(QEvent::KeyPress, key, modifiers, text);
        QCoreApplication::sendEvent(&code, &press);
        run([&paintings] { return paintings.count > 0; });
        return milliseconds(clock);
    }
    static double milliseconds(const QElapsedTimer &clock)
    {
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }

private:
    Workbench &m_workbench;
    MainWindow m_window;
    Session *m_session = nullptr;
};

void measureOpening(Bench &bench)
{
    std::vector<double> took;
    for (int i = 0; i < opens; ++i) {
        took.push_back(bench.open("1mb"));
        bench.close();
    }
    report("open_1mb_ms", percentile(took, 0.5), "ms");
    report("open_1mb_max_ms", percentile(took, 1), "ms");
}

/// Typing at several speeds, so that a check begins, is under way or has just ended when the next key comes.
void measureKeys(Bench &bench, const char *key, const char *name)
{
    bench.passes.clear();
    bench.open(key);
    bench.rest(500);
    const double openHold = bench.passes.longest();
    JsonEditor &editor = bench.editor();
    const QByteArray bytes = editor.bytes();
    editor.setCursor(bytes.indexOf("nnnn", bytes.size() / 2) + 2);
    bench.view().setFocus();
    bench.rest(200);
    bench.passes.clear();
    std::vector<double> took;
    constexpr std::array pauses{10, 40, 155, 165, 220};
    for (int i = 0; i < keys; ++i) {
        took.push_back(bench.press(Qt::Key_X, Qt::NoModifier, QStringLiteral("x")));
        bench.rest(pauses[static_cast<size_t>(i) % pauses.size()]);
    }
    if (editor.size() != bytes.size() + keys)
        throw std::runtime_error("keys were lost");
    report((std::string(name) + "_p99_ms").c_str(), percentile(took, 0.99), "ms");
    report((std::string(name) + "_p50_ms").c_str(), percentile(took, 0.5), "ms");
    report((std::string(name) + "_hold_max_ms").c_str(), bench.passes.longest(), "ms");
    report((std::string(name) + "_open_hold_ms").c_str(), openHold, "ms");
    while (editor.canUndo())
        editor.undo();
    bench.close();
}

/// Everything a person does first with a large value; how long the window stood still at most.
void measureLarge(Bench &bench)
{
    bench.rest(200);
    bench.passes.clear();
    const double opened = bench.open("5mb");
    bench.rest(1000); // checked, decoded, counted beside
    const double openHold = bench.passes.longest();
    QScrollBar *bar = bench.view().verticalScrollBar();
    bench.passes.clear();
    int step = 0;
    bench.run([&] {
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / (scrollSteps * 50)));
        return ++step > scrollSteps;
    });
    const double scrollHold = bench.passes.longest();
    bench.passes.clear();
    std::vector<double> took;
    for (int i = 0; i < 20; ++i) {
        took.push_back(bench.press(Qt::Key_Space, Qt::NoModifier, QStringLiteral(" ")));
        bench.rest(i % 2 ? 20 : 400);
    }
    const double editHold = std::max(bench.passes.longest(), percentile(took, 1));
    while (bench.editor().canUndo())
        bench.editor().undo();
    bench.rest(500);
    report("open_5mb_ms", opened, "ms");
    report("open_5mb_hold_ms", std::max({openHold, scrollHold, editHold}), "ms");
    report("open_5mb_open_hold_ms", openHold, "ms");
    report("open_5mb_scroll_hold_ms", scrollHold, "ms");
    report("open_5mb_edit_hold_ms", editHold, "ms");
    report("jump_5mb_end_ms", bench.press(Qt::Key_End, Qt::ControlModifier, {}), "ms");
    bench.close();
}

/// The same value as a tree: read, scrolled, a value of it changed and taken back.
void measureTree(Bench &bench)
{
    bench.open("5mb");
    bench.rest(1000);
    RecordViews &views = bench.views();
    QTreeView *tree = &views.findChild<JsonTreeView *>()->tree();
    const auto isThere = [tree] { return tree->model()->rowCount() > 0; };
    bench.passes.clear();
    views.choose(RecordViewBar::View::Tree);
    bench.run(isThere);
    const QModelIndex whole = tree->model()->index(0, 0);
    tree->expand(whole);
    bench.rest(500);
    const double openHold = bench.passes.longest();
    bench.passes.clear();
    int step = 0;
    QScrollBar *bar = tree->verticalScrollBar();
    bench.run([&] {
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / scrollSteps));
        return ++step > scrollSteps;
    });
    const double scrollHold = bench.passes.longest();
    bench.passes.clear();
    const qsizetype size = bench.editor().size();
    const QModelIndex order = tree->model()->index(tree->model()->rowCount(whole) / 2, 0, whole);
    const QModelIndex id = tree->model()->index(0, JsonTreeModel::ValueColumn, order);
    QElapsedTimer clock;
    clock.start();
    tree->model()->setData(id, QStringLiteral("1234567890123"), Qt::EditRole);
    const double edited = Bench::milliseconds(clock);
    bench.run([&] { return bench.editor().size() != size; });
    bench.rest(1000);
    bench.editor().undo();
    bench.rest(1000);
    if (bench.editor().size() != size)
        throw std::runtime_error("the edit of the tree was not taken back");
    report("tree_5mb_hold_ms", std::max({openHold, scrollHold, bench.passes.longest(), edited}), "ms");
    report("tree_5mb_open_hold_ms", openHold, "ms");
    report("tree_5mb_scroll_hold_ms", scrollHold, "ms");
    report("tree_5mb_edit_hold_ms", std::max(bench.passes.longest(), edited), "ms");
    views.choose(RecordViewBar::View::Json);
    bench.close();
}

} // namespace

void measureEditor(Workbench &workbench, const std::string &only)
{
    const EmulatorProcess emulator({"--max-value", "10000000"});
    {
        WireClient client(emulator.port(), "apiKey=bench");
        put(client, "1mb", document(megabyte, 40'000));
        put(client, "5mb", document(5 * megabyte, 200'000));
        put(client, "line", variedLine());
    }
    Bench bench(workbench, emulator);
    const auto wanted = [&only](const char *part) { return only.empty() || only == part; };
    if (wanted("open"))
        measureOpening(bench);
    if (wanted("keys"))
        measureKeys(bench, "1mb", "key");
    if (wanted("line"))
        measureKeys(bench, "line", "key_long_line");
    if (wanted("large"))
        measureLarge(bench);
    if (wanted("tree"))
        measureTree(bench);
}

} // namespace hpkv::bench
