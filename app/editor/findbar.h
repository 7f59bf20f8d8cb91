// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editor/textsearch.h"
#include "session/latestjob.h"

#include <QList>
#include <QWidget>

#include <utility>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace Studio
{

class CodeView;
class Theme;

/// Finds and replaces text or a regular expression in a CodeView. The search runs beside the window's thread,
/// as a regular expression can take any time on a long line, can be stopped, and ends after 10,000 places;
/// replacing all replaces every place there is.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    using Range = std::pair<qsizetype, qsizetype>; ///< byte offset, length

    FindBar(Theme &theme, CodeView &view, QWidget *parent = nullptr);
    ~FindBar() override;

    /// Shows the bar with the selected text (of one line) in its field, and with the row for replacing.
    void open(bool replace = false);
    void close();
    void findNext();
    void findPrevious();
    /// Places found by the last search that ended.
    const QList<Range> &found() const { return m_result.ranges; }
    bool isSearching() const;
    /// Gives the search or replacement up that is under way.
    void stop();
    void replaceOne();
    void replaceAll();

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    TextSearch search() const;
    void replace(qsizetype only);
    void start(bool jump);
    void show(int index);
    void updateText();

    Theme &m_theme;
    CodeView &m_view;
    QLineEdit *m_field;
    QToolButton *m_case;
    QToolButton *m_regex;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_stop;
    QLabel *m_count;
    QWidget *m_replaceRow;
    QLineEdit *m_replacement;
    QPushButton *m_replaceOne;
    QPushButton *m_replaceAll;
    LatestJob<TextSearch::Found> m_job;
    LatestJob<TextSearch::Replaced> m_replacing;
    TextSearch::Found m_result;
    QString m_answer; ///< of the last replacement
    int m_current = -1;
};

} // namespace Studio
