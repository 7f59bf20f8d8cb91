// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journal/comparison.h"

#include <QWidget>

#include <memory>

namespace Studio
{

struct AppContext;
class JournalActions;
class JournalModel;
class Session;

/// The dock "Journal": every write of the profile, newest first, with what it changed and how it ended, and
/// the values of the one that is chosen.
class JournalPanel : public QWidget
{
    Q_OBJECT

public:
    JournalPanel(AppContext &app, Session &session, JournalActions &actions, QWidget *parent = nullptr);
    ~JournalPanel() override;

    JournalModel &model() const;
    /// The row that is chosen; 0 = none.
    qint64 currentRow() const;
    void setCurrentRow(qint64 row);
    void setFilterText(const QString &text);
    /// Writes what is shown into `file`: CSV by its ending, else JSON Lines. Tells of its end by a notice.
    void exportTo(const QString &file);

signals:
    void openRequested(const QByteArray &key);
    /// The values before and after are to be looked at side by side.
    void compareRequested(const Studio::Comparison &comparison);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
