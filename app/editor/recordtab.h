// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diff/diffside.h"
#include "shell/pagetab.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace Studio
{

struct AppContext;
struct Draft;
class JsonEditor;
class RecordController;
class Session;

/// One record in a tab: header, views of the value, editor, and the bar with Discard and Save. Installs the
/// handlers of the commands record.* and edit.* for itself. Shows what there is to say as a banner of its
/// own, never as a modal box.
class RecordTab : public PageTab
{
    Q_OBJECT

public:
    /// Reads `key` at once. An empty `key` makes a tab for a new record, which gets its key from a field and
    /// is written only if the store has no such key.
    RecordTab(AppContext &app, Session &session, QByteArray key, QWidget *parent = nullptr);
    ~RecordTab() override;

    /// Empty while a new record has not been saved.
    QByteArray key() const;
    Session &session() const;
    bool isNew() const;
    /// Whether the editor holds something that is not in the store. Closing such a tab loses it: ask first.
    bool isDirty() const override;
    bool keepsEdit() const override;
    /// For the tab: the key as one line, or "New key".
    QString title() const override;
    std::optional<NavPlace> place() const override;
    /// For the status bar: "UTF-8 · 412 bytes", and the time that the key holds.
    QString statusText() const override;
    /// Fills the key field of a new record ("order:").
    void setSuggestedKey(const QByteArray &key);
    JsonEditor &editor() const;
    RecordController &controller() const;

    /// Brings back the value as it was read.
    void discard();
    /// As Ctrl+S: asks inline where a question is due.
    void save() override;
    /// Takes up an edit that was kept: its text comes into the editor, over what it began from. A new record
    /// gets its key, too.
    void restoreDraft(const Studio::Draft &draft);

signals:
    /// A new record was written and is now the record `key`.
    void keyChanged(const QByteArray &key);
    /// A branch above the key, or beside it, is to be shown in the tree.
    void revealRequested(const QByteArray &prefix);
    /// A key beside this one is to be opened.
    void openRequested(const QByteArray &key);
    /// Two of the sides are to be shown beside one another, in a tab of their own.
    void differenceRequested(const QString &title, const QList<Studio::DiffSide> &sides, int before,
                             int after);

    /// The value of another key is to be a side of a difference.
    void otherKeyWanted(const Studio::TakeSide &take);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
