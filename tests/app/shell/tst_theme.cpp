// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/theme.h"

#include "shell/settings.h"
#include "shell/stylepainter.h"

#include "failonwarning.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyle>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Studio;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void textIsReadable_data();
    void textIsReadable();
    void badgesAreReadable_data();
    void badgesAreReadable();
    void jsonOnLitLinesIsReadable_data();
    void jsonOnLitLinesIsReadable();
    void contrastIsThatOfTheStandard();
    void followsTheSettings();
    void sizesFollowTheFont_data();
    void sizesFollowTheFont();
    void fontOutOfBoundsIsBounded();
    void missingFontFamilyFallsBack();
    void everyIconDraws();
    void iconHasTheColourOfItsRole();
    void iconFollowsTheTheme();
    void unknownIconIsEmpty();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
};

namespace
{

struct Named {
    const char *name;
    ColorRole role;
};

constexpr Named TextRoles[]{
    {"text", ColorRole::Text},       {"textMuted", ColorRole::TextMuted}, {"textFaint", ColorRole::TextFaint},
    {"accent", ColorRole::Accent},   {"created", ColorRole::Created},     {"replaced", ColorRole::Replaced},
    {"patched", ColorRole::Patched}, {"appended", ColorRole::Appended},   {"counted", ColorRole::Counted},
    {"removed", ColorRole::Removed}, {"warning", ColorRole::Warning},
};

constexpr Named JsonRoles[]{
    {"jsonKey", ColorRole::JsonKey},
    {"jsonString", ColorRole::JsonString},
    {"jsonNumber", ColorRole::JsonNumber},
    {"jsonLiteral", ColorRole::JsonLiteral},
};

constexpr Named Grounds[]{
    {"window", ColorRole::Window},
    {"panel", ColorRole::Panel},
    {"base", ColorRole::Base},
    {"selection", ColorRole::Selection},
};

void addPair(const char *text, ColorRole textRole, const char *ground, ColorRole groundRole)
{
    for (const bool dark : {false, true})
        QTest::addRow("%s on %s, %s", text, ground, dark ? "dark" : "light")
            << textRole << groundRole << dark;
}

void addPairColumns()
{
    QTest::addColumn<ColorRole>("text");
    QTest::addColumn<ColorRole>("ground");
    QTest::addColumn<bool>("dark");
}

void checkPair()
{
    QFETCH(ColorRole, text);
    QFETCH(ColorRole, ground);
    QFETCH(bool, dark);
    const double ratio = contrastRatio(themeColor(text, dark), themeColor(ground, dark));
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

} // namespace

void TestTheme::init()
{
    TestSupport::failOnUnannouncedWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.json")));
    m_settings->setValue(Key::Theme, QStringLiteral("light"));
    m_theme = std::make_unique<Theme>(*m_settings);
    m_theme->applyTo(*qApp);
}

void TestTheme::cleanup()
{
    QApplication::setStyle(QStringLiteral("fusion")); // the style reads the theme
    m_theme.reset();
    m_settings.reset();
}

void TestTheme::textIsReadable_data()
{
    addPairColumns();
    for (const Named &text : TextRoles) {
        for (const Named &ground : Grounds)
            addPair(text.name, text.role, ground.name, ground.role);
    }
    addPair("text", ColorRole::Text, "raised", ColorRole::Raised);
    addPair("text", ColorRole::Text, "hover", ColorRole::Hover);
    addPair("onAccent", ColorRole::OnAccent, "accent", ColorRole::Accent);
}

void TestTheme::textIsReadable()
{
    checkPair();
}

void TestTheme::badgesAreReadable_data()
{
    addPairColumns();
    addPair("created", ColorRole::Created, "createdSoft", ColorRole::CreatedSoft);
    addPair("replaced", ColorRole::Replaced, "replacedSoft", ColorRole::ReplacedSoft);
    addPair("appended", ColorRole::Appended, "replacedSoft", ColorRole::ReplacedSoft);
    addPair("patched", ColorRole::Patched, "patchedSoft", ColorRole::PatchedSoft);
    addPair("counted", ColorRole::Counted, "countedSoft", ColorRole::CountedSoft);
    addPair("removed", ColorRole::Removed, "removedSoft", ColorRole::RemovedSoft);
    addPair("warning", ColorRole::Warning, "warningSoft", ColorRole::WarningSoft);
    addPair("accent", ColorRole::Accent, "accentSoft", ColorRole::AccentSoft);
    addPair("text", ColorRole::Text, "warningSoft", ColorRole::WarningSoft);
    addPair("text", ColorRole::Text, "removedSoft", ColorRole::RemovedSoft);
}

void TestTheme::badgesAreReadable()
{
    checkPair();
}

void TestTheme::jsonOnLitLinesIsReadable_data()
{
    addPairColumns();
    for (const Named &json : JsonRoles) {
        addPair(json.name, json.role, "base", ColorRole::Base);
        addPair(json.name, json.role, "patchedSoft", ColorRole::PatchedSoft);
    }
}

void TestTheme::jsonOnLitLinesIsReadable()
{
    checkPair();
}

void TestTheme::contrastIsThatOfTheStandard()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    // A pair whose ratio is well known: #767676 on white is the lightest grey that passes.
    QVERIFY(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
    QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
}

void TestTheme::followsTheSettings()
{
    const QSignalSpy changed(m_theme.get(), &Theme::changed);
    QVERIFY(!m_theme->isDark());
    m_settings->setValue(Key::Theme, QStringLiteral("dark"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_theme->isDark());
    QCOMPARE(m_theme->color(ColorRole::Base), themeColor(ColorRole::Base, true));
    QCOMPARE(QApplication::palette().color(QPalette::Base), themeColor(ColorRole::Base, true));
    m_settings->setValue(Key::KeepJournal, false);
    QCOMPARE(changed.size(), 1); // not about looks
    m_settings->setValue(Key::ReducedMotion, true);
    QVERIFY(m_theme->reducedMotion());
}

void TestTheme::sizesFollowTheFont_data()
{
    QTest::addColumn<int>("fontSize");
    QTest::newRow("100 %") << 13;
    QTest::newRow("double") << 26;
    QTest::newRow("larger") << 18;
}

void TestTheme::sizesFollowTheFont()
{
    QFETCH(int, fontSize);
    m_settings->setValue(Key::FontSize, fontSize);
    const int size = qMin(fontSize, 24);
    const auto scaled = [size](int px) { return qRound(px * size / 13.0); };
    QCOMPARE(m_theme->font().pixelSize(), size);
    QCOMPARE(m_theme->monospaceFont().pixelSize(), size);

    const QLineEdit input;
    const QPushButton button(QStringLiteral("Save changes"));
    QToolButton tool;
    tool.setText(QStringLiteral("New key"));
    tool.setToolButtonStyle(Qt::ToolButtonTextOnly);
    QTabBar tabs;
    tabs.addTab(QStringLiteral("order:10482"));
    QListWidget list;
    list.addItem(QStringLiteral("row"));
    QCOMPARE(input.sizeHint().height(), scaled(28));
    QCOMPARE(button.sizeHint().height(), scaled(28));
    QCOMPARE(tool.sizeHint().height(), scaled(28));
    QCOMPARE(tabs.sizeHint().height(), scaled(36));
    QCOMPARE(list.sizeHintForRow(0), scaled(24));
    QVERIFY(button.sizeHint().width() > QFontMetrics(m_theme->font()).horizontalAdvance(button.text()));
}

void TestTheme::fontOutOfBoundsIsBounded()
{
    m_settings->setValue(Key::FontSize, 900);
    QCOMPARE(m_theme->font().pixelSize(), 24);
    m_settings->setValue(Key::FontSize, -3);
    QCOMPARE(m_theme->font().pixelSize(), 9);
}

void TestTheme::missingFontFamilyFallsBack()
{
    m_settings->setValue(Key::InterfaceFont, QStringLiteral("No Such Family"));
    m_settings->setValue(Key::MonospaceFont, QStringLiteral("No Such Family"));
    QVERIFY(QFontDatabase::hasFamily(m_theme->font().family()));
    QVERIFY(QFontInfo(m_theme->monospaceFont()).fixedPitch());
}

void TestTheme::everyIconDraws()
{
    QVERIFY(!m_theme->icon(QStringLiteral("close")).isNull());
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() > 40);
    for (const QString &file : files) {
        const QString name = file.chopped(4);
        for (const double ratio : {1.0, 2.0}) {
            const QPixmap pixmap = m_theme->pixmap(name, ColorRole::Text, 16, ratio);
            QCOMPARE(pixmap.size(), QSize(16, 16) * ratio);
            const QImage image = pixmap.toImage();
            bool anything = false;
            for (int y = 0; y < image.height() && !anything; ++y) {
                for (int x = 0; x < image.width() && !anything; ++x)
                    anything = qAlpha(image.pixel(x, y)) > 128;
            }
            QVERIFY2(anything, qPrintable(name));
        }
    }
}

void TestTheme::iconHasTheColourOfItsRole()
{
    const QImage image = m_theme->pixmap(QStringLiteral("check"), ColorRole::Removed, 64, 1).toImage();
    const QColor wanted = m_theme->color(ColorRole::Removed);
    int solid = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() == 255) {
                QCOMPARE(pixel.rgb(), wanted.rgb());
                ++solid;
            }
        }
    }
    QVERIFY(solid > 20);
}

void TestTheme::iconFollowsTheTheme()
{
    const QIcon icon = m_theme->icon(QStringLiteral("search"));
    const QImage light = icon.pixmap(QSize(16, 16), 1.0).toImage();
    m_settings->setValue(Key::Theme, QStringLiteral("dark"));
    QVERIFY(icon.pixmap(QSize(16, 16), 1.0).toImage() != light);
    QCOMPARE(icon.pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
}

void TestTheme::unknownIconIsEmpty()
{
    QVERIFY(m_theme->icon(QStringLiteral("no-such-icon")).isNull());
    QVERIFY(m_theme->icon(QString()).isNull());
    QVERIFY(m_theme->pixmap(QStringLiteral("no-such-icon"), ColorRole::Text, 16, 1).isNull());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
