// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/keypattern.h"

#include <QLineEdit>
#include <QList>

class QMenu;

namespace Studio
{

class Theme;

/// The field of the key filter. How its text is meant, whether the store is asked, too, and what was looked
/// for before stand in the menu at its leading end (Alt+Down).
class FilterField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(Theme &theme, QWidget *parent = nullptr);

    KeySearch search() const;
    void setSearch(const KeySearch &search);
    /// What the store has may be looked for, too, not only what is known of it.
    bool looksInStore() const { return m_looksInStore; }
    void setLooksInStore(bool looks);

    /// The current search goes to the front of the history.
    void remember();
    const QList<KeySearch> &history() const { return m_history; }
    /// The history as one text, for the settings.
    QString savedHistory() const;
    void restoreHistory(const QString &saved);

    static constexpr int mostRemembered = 12;

signals:
    /// The text, or how it is meant.
    void searchChanged();
    void looksInStoreChanged();
    /// Something was added by the person, or all of it was forgotten.
    void historyChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showMenu();
    void fill(QMenu &menu);
    void setKind(KeySearch::Kind kind);
    void setCaseSensitive(bool sensitive);
    void showMode();

    QAction *m_action;
    Theme &m_theme;
    KeySearch m_search; ///< without the text
    bool m_looksInStore = false;
    QList<KeySearch> m_history; ///< the latest first
};

} // namespace Studio
