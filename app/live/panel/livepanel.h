// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QWidget>

#include <memory>

namespace Studio
{

struct AppContext;
class Session;

/// The dock "Live": every change that was heard, newest first, with what it was, what it changed and the
/// ledger that proves that nothing was lost on the way to the screen.
class LivePanel : public QWidget
{
    Q_OBJECT

public:
    LivePanel(AppContext &context, Session &session, QWidget *parent = nullptr);
    ~LivePanel() override;

    Session &session() const;

    bool isPaused() const;
    QString filterText() const;
    void setFilterText(const QString &text);

public slots:
    /// While paused the rows stand still; what arrives is counted and waits.
    void setPaused(bool paused);
    void togglePaused();
    /// Empties the list; the ledger's totals stay.
    void clear();
    void focusFilter();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// Enter or a double click on a row with a key.
    void openRequested(const QByteArray &key);
    void pausedChanged(bool paused);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
