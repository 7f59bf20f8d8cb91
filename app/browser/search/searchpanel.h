// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/keyselection.h"
#include "session/search/valuequery.h"

#include <QWidget>

#include <memory>

namespace Studio
{

struct AppContext;
class Session;
class ValueSearch;

/// The dock "Search": what is looked for in values and where, how far it is, and the hits as they come.
class SearchPanel : public QWidget
{
    Q_OBJECT

public:
    SearchPanel(AppContext &context, Session &session, QWidget *parent = nullptr);
    ~SearchPanel() override;

    ValueSearch &search() const;

    /// Where the next search looks; empty: everywhere.
    void setScope(const KeySelection &scope);
    const KeySelection &scope() const;
    void setQuery(ValueQuery::Kind kind, const QString &text);
    /// Begins to search for what the field holds; says so if that cannot be understood.
    void start();
    /// Puts the cursor into the field.
    void focusQuery();
    /// Keys of the chosen hits, in the order of the store.
    QList<QByteArray> selectedKeys() const;

signals:
    /// `pinned` false: in the one tab that is used again and again.
    void openRequested(const QByteArray &key, bool pinned);
    /// A hit was right-clicked, or the menu key pressed; `position` on the screen.
    void menuRequested(const QPoint &position);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
