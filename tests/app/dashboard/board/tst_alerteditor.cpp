// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/board/alerteditor.h"
#include "dashboard/board/alertform.h"
#include "failonwarning.h"
#include "viewfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Studio;

namespace
{

struct Stage {
    TestSupport::ViewFixture fixture;
    AlertEditor editor{fixture.theme};

    Stage()
    {
        editor.resize(430, 600);
        editor.show();
    }
    AlertForm *form(int index) const
    {
        QList<AlertForm *> shown;
        for (AlertForm *form : editor.findChildren<AlertForm *>()) {
            if (!form->isHidden())
                shown.append(form);
        }
        return shown.value(index);
    }
    template <typename Widget>
    Widget *field(const char *name, int index = 0) const
    {
        return form(index)->findChild<Widget *>(QLatin1StringView(name));
    }
};

} // namespace

class TestAlertEditor : public QObject
{
    Q_OBJECT

private slots:
    void init() { TestSupport::failOnUnannouncedWarning(); }

    void rulesComeBack()
    {
        Stage stage;
        const QList<AlertRule> rules{{AlertKind::Above,
                                      QStringLiteral("30"),
                                      QStringLiteral("0.5"),
                                      5000,
                                      true,
                                      {},
                                      QStringLiteral("Hot")},
                                     {AlertKind::Below, QStringLiteral("-1"), {}, 0, false, {}},
                                     {AlertKind::Equal, QStringLiteral(" down "), {}, 250, false, {}},
                                     {AlertKind::Changed, {}, {}, 0, false, {}},
                                     {AlertKind::NotChanged,
                                      {},
                                      {},
                                      30'000,
                                      false,
                                      {{QStringLiteral("sound"), QStringLiteral("bell")}}},
                                     {AlertKind::Removed, {}, {}, 0, false, {}},
                                     {AlertKind::Matches, QStringLiteral("^err, .*"), {}, 1500, false, {}}};
        stage.editor.setRules(rules);
        QCOMPARE(stage.editor.rules(), rules);
        QCOMPARE(stage.editor.problem(), QString());
        stage.editor.setRules({});
        QVERIFY(stage.editor.rules().isEmpty());
    }

    void fieldsFitTheKind_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("threshold");
        QTest::addColumn<bool>("hysteresis");
        QTest::addColumn<bool>("hold");
        const auto row = [](const char *name, AlertKind kind, bool threshold, bool hysteresis, bool hold) {
            QTest::newRow(name) << int(kind) << threshold << hysteresis << hold;
        };
        row("above", AlertKind::Above, true, true, true);
        row("below", AlertKind::Below, true, true, true);
        row("equal", AlertKind::Equal, true, false, true);
        row("changed", AlertKind::Changed, false, false, false);
        row("not changed", AlertKind::NotChanged, false, false, true);
        row("removed", AlertKind::Removed, false, false, true);
        row("matches", AlertKind::Matches, true, false, true);
    }
    void fieldsFitTheKind()
    {
        QFETCH(int, kind);
        Stage stage;
        stage.editor.setRules({AlertRule()});
        stage.field<QComboBox>("alertKind")->setCurrentIndex(kind);
        QTEST(stage.field<QLineEdit>("alertThreshold")->isVisible(), "threshold");
        QTEST(stage.field<QLineEdit>("alertHysteresis")->isVisible(), "hysteresis");
        QTEST(stage.field<QDoubleSpinBox>("alertHold")->isVisible(), "hold");
    }

    void mistakesAreSaid()
    {
        Stage stage;
        QSignalSpy changed(&stage.editor, &AlertEditor::changed);
        stage.editor.setRules({AlertRule()});
        const auto problem = [&stage] { return stage.field<QLabel>("alertProblem")->text(); };
        // Nothing is typed yet: it cannot be kept, but nobody is blamed.
        QVERIFY(!stage.editor.problem().isEmpty());
        QCOMPARE(problem(), QString());
        auto *threshold = stage.field<QLineEdit>("alertThreshold");
        QTest::keyClicks(threshold, QStringLiteral("hot"));
        QVERIFY(problem().contains(QStringLiteral("hot")));
        QVERIFY(stage.field<QLabel>("alertProblem")->isVisible());
        threshold->clear();
        QTest::keyClicks(threshold, QStringLiteral("30"));
        QCOMPARE(problem(), QString());
        QCOMPARE(stage.editor.problem(), QString());
        QTest::keyClicks(stage.field<QLineEdit>("alertHysteresis"), QStringLiteral("-1"));
        QVERIFY(!problem().isEmpty());
        QVERIFY(changed.count() > 5);
    }

    void byKeyboardAlone()
    {
        Stage stage;
        stage.editor.activateWindow();
        auto *add = stage.editor.findChild<QPushButton *>(QStringLiteral("alertAdd"));
        add->setFocus();
        QTest::keyClick(add, Qt::Key_Space);
        QVERIFY(stage.form(0));
        QTRY_VERIFY(stage.field<QComboBox>("alertKind")->hasFocus());
        const auto tab = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); };
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down); // below
        tab();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("7"));
        tab();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("2"));
        tab();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("1.5"));
        tab();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Low"));
        tab();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        const AlertRule wanted{AlertKind::Below,     QStringLiteral("7"), QStringLiteral("2"), 1500, true, {},
                               QStringLiteral("Low")};
        QCOMPARE(stage.editor.rules(), QList<AlertRule>{wanted});
        tab();
        QCOMPARE(QApplication::focusWidget(), stage.field<QToolButton>("alertRemove"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(stage.editor.rules().isEmpty());
        QVERIFY(add->hasFocus());
    }
};

QTEST_MAIN(TestAlertEditor)
#include "tst_alerteditor.moc"
