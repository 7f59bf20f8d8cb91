// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Studio
{

class Theme;

/// A line below the text: what is wrong with it (a click goes there), else a note, else nothing (hidden).
class ProblemStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemStrip(Theme &theme, QWidget *parent = nullptr);

    /// An error ends the value as JSON; a warning is what a schema says against it.
    enum class Kind : quint8 { Error, Warning };
    /// Empty: there is no problem.
    void showProblem(const QString &sentence, Kind kind = Kind::Error);
    void setNote(const QString &note);

signals:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_go;
    QString m_problem;
    Kind m_kind = Kind::Error;
    QString m_note;
};

} // namespace Studio
