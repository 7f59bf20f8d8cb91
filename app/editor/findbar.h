// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/latestjob.h"

#include <QList>
#include <QWidget>

#include <utility>

class QLabel;
class QLineEdit;
class QToolButton;

namespace Studio
{

class CodeView;
class Theme;

/// Finds text or a regular expression in a CodeView. The search runs beside the window's thread, as a regular
/// expression can take any time on a long line, and stops after 10,000 places.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    using Range = std::pair<qsizetype, qsizetype>; ///< byte offset, length

    FindBar(Theme &theme, CodeView &view, QWidget *parent = nullptr);
    ~FindBar() override;

    /// Shows the bar with the selected text (of one line) in its field.
    void open();
    void close();
    void findNext();
    void findPrevious();
    /// Places found by the last search that ended.
    const QList<Range> &found() const { return m_result.found; }
    bool isSearching() const;

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Result {
        QList<Range> found;
        QString problem;
        bool isCut = false;
    };
    static Result search(const QByteArray &bytes, const QString &wanted, bool isRegex, bool matchCase,
                         const std::atomic_bool &canceled);
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
    QLabel *m_count;
    LatestJob<Result> m_job;
    Result m_result;
    int m_current = -1;
};

} // namespace Studio
