// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QWidget>

#include <memory>

namespace Studio
{

struct AppContext;
struct Comparison;
class LiveFilter;
class Session;

/// The dock "Live": every change that was heard, with what it was, what it changed and the ledger that proves
/// that nothing was lost on the way to the screen; the same by key; and who changes most.
class LivePanel : public QWidget
{
    Q_OBJECT

public:
    enum class Show : quint8 { Stream, ByKey, Rates };
    Q_ENUM(Show)

    LivePanel(AppContext &context, Session &session, QWidget *parent = nullptr);
    ~LivePanel() override;

    Session &session() const;

    bool isPaused() const;
    QString filterText() const;
    void setFilterText(const QString &text);
    void setFilter(const LiveFilter &filter);
    Show shown() const;
    void setShown(Show show);

public slots:
    /// While paused the rows stand still; what arrives is counted and waits.
    void setPaused(bool paused);
    void togglePaused();
    /// Empties the list; the ledger's totals stay.
    void clear();
    void focusFilter();
    /// The stream is that of a moment, ms since 1970, from the history; 0 = what is heard now.
    void setMoment(qint64 at);
    /// Goes on behind the oldest change that is held, in the history.
    void showOlder();
    /// Back to what is heard now.
    void leavePast();
    /// Writes the rows that are shown to a file, in the format that its name says.
    void exportTo(const QString &file);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

signals:
    /// Enter or a double click on a row with a key.
    void openRequested(const QByteArray &key);
    /// The same on the end of a gap: what changed meanwhile.
    void gapRequested();
    /// The difference of the row that is chosen.
    void compareRequested(const Studio::Comparison &comparison);
    /// The person wants to be back in the present, and a moment of the time bar is shown.
    void presentRequested();
    void pausedChanged(bool paused);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
