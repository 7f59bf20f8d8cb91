// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/filterfield.h"

#include "models/keytext.h"
#include "shell/theme.h"

#include <QActionGroup>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QMenu>

#include <array>

namespace Studio
{

namespace
{

using Kind = KeySearch::Kind;

constexpr int longestInMenu = 40; // characters

struct Name {
    Kind kind;
    const char *saved;
    const char *icon;
};

constexpr std::array names{Name{Kind::Substring, "substring", "filter"},
                           Name{Kind::Wildcard, "wildcard", "wildcard"},
                           Name{Kind::RegularExpression, "expression", "expression"}};

const Name &nameOf(Kind kind)
{
    return names[size_t(kind)];
}

} // namespace

FilterField::FilterField(Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_action(addAction(theme.icon(QStringLiteral("filter")), QLineEdit::LeadingPosition))
    , m_theme(theme)
{
    setClearButtonEnabled(true);
    setAccessibleName(tr("Filter keys"));
    m_action->setText(tr("How to filter"));
    connect(m_action, &QAction::triggered, this, &FilterField::showMenu);
    connect(this, &QLineEdit::textChanged, this, &FilterField::searchChanged);
    showMode();
}

KeySearch FilterField::search() const
{
    KeySearch search = m_search;
    search.text = text();
    return search;
}

void FilterField::setSearch(const KeySearch &search)
{
    if (search == this->search())
        return;
    m_search = search;
    showMode();
    if (search.text == text())
        emit searchChanged();
    else
        setText(search.text); // tells by itself
}

void FilterField::setLooksInStore(bool looks)
{
    if (std::exchange(m_looksInStore, looks) == looks)
        return;
    showMode();
    emit looksInStoreChanged();
}

void FilterField::setKind(Kind kind)
{
    KeySearch search = this->search();
    search.kind = kind;
    setSearch(search);
}

void FilterField::setCaseSensitive(bool sensitive)
{
    KeySearch search = this->search();
    search.caseSensitive = sensitive;
    setSearch(search);
}

void FilterField::showMode()
{
    QString hint;
    switch (m_search.kind) {
    case Kind::Substring:
        setPlaceholderText(tr("Filter keys"));
        hint = tr("Keys that contain the text");
        break;
    case Kind::Wildcard:
        setPlaceholderText(tr("Filter keys with * and ?"));
        hint = tr("Whole keys: * stands for any text, ? for one character");
        break;
    case Kind::RegularExpression:
        setPlaceholderText(tr("Filter keys by regular expression"));
        hint = tr("Keys in which the regular expression matches");
        break;
    }
    QStringList lines{hint};
    if (m_search.caseSensitive)
        lines.append(tr("Match case"));
    if (m_looksInStore)
        lines.append(tr("The store is asked for keys that begin with it"));
    setToolTip(lines.join(u'\n'));
    const bool usual = m_search.kind == Kind::Substring && !m_search.caseSensitive && !m_looksInStore;
    m_action->setIcon(m_theme.icon(QLatin1StringView(nameOf(m_search.kind).icon),
                                   usual ? ColorRole::TextMuted : ColorRole::Accent));
    m_action->setToolTip(tr("How to filter"));
}

void FilterField::fill(QMenu &menu)
{
    auto *kinds = new QActionGroup(&menu);
    const auto addKind = [&](Kind kind, const QString &text) {
        QAction *action = menu.addAction(text, this, [this, kind] { setKind(kind); });
        action->setCheckable(true);
        action->setChecked(m_search.kind == kind);
        kinds->addAction(action);
    };
    addKind(Kind::Substring, tr("Text anywhere in the key"));
    addKind(Kind::Wildcard, tr("Wildcards * and ?"));
    addKind(Kind::RegularExpression, tr("Regular expression"));
    menu.addSeparator();
    const auto addSwitch = [&](const QString &text, bool on, auto set) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::triggered, this, set);
    };
    addSwitch(tr("Match case"), m_search.caseSensitive, [this](bool on) { setCaseSensitive(on); });
    addSwitch(tr("Look in the store, too"), m_looksInStore, [this](bool on) { setLooksInStore(on); });
    if (m_history.isEmpty())
        return;
    menu.addSeparator();
    for (const KeySearch &former : std::as_const(m_history)) {
        QString text = KeyText::elided(former.text.toUtf8(), longestInMenu);
        text.replace(u'&', QStringLiteral("&&"));
        menu.addAction(m_theme.icon(QLatin1StringView(nameOf(former.kind).icon)), text, this,
                       [this, former] { setSearch(former); });
    }
    menu.addAction(tr("Forget these"), this, [this] {
        m_history.clear();
        emit historyChanged();
    });
}

void FilterField::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu);
    menu->popup(mapToGlobal(
        QPoint(layoutDirection() == Qt::RightToLeft ? width() - menu->sizeHint().width() : 0, height())));
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier)) {
        showMenu();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterField::remember()
{
    const KeySearch now = search();
    if (now.text.isEmpty() || (!m_history.isEmpty() && m_history.constFirst() == now))
        return;
    m_history.removeAll(now);
    m_history.prepend(now);
    if (m_history.size() > mostRemembered)
        m_history.removeLast();
    emit historyChanged();
}

QString FilterField::savedHistory() const
{
    QJsonArray list;
    for (const KeySearch &former : m_history) {
        list.append(QJsonObject{{QStringLiteral("text"), former.text},
                                {QStringLiteral("kind"), QLatin1StringView(nameOf(former.kind).saved)},
                                {QStringLiteral("case"), former.caseSensitive}});
    }
    return list.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

void FilterField::restoreHistory(const QString &saved)
{
    m_history.clear();
    const QJsonArray list = QJsonDocument::fromJson(saved.toUtf8()).array();
    for (const QJsonValue &value : list) {
        KeySearch former;
        former.text = value[QStringLiteral("text")].toString();
        former.caseSensitive = value[QStringLiteral("case")].toBool();
        for (const Name &name : names) {
            if (value[QStringLiteral("kind")].toString() == QLatin1StringView(name.saved))
                former.kind = name.kind;
        }
        if (!former.text.isEmpty() && m_history.size() < mostRemembered)
            m_history.append(former);
    }
}

} // namespace Studio
