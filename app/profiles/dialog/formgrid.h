// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/themecolors.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;

namespace Studio
{

class Theme;

/// One line of a form: label, field, and below the field either what is wrong with it or a hint.
class FormRow : public QObject
{
    Q_OBJECT

public:
    FormRow(Theme &theme, QLabel *label, QWidget *field, QWidget *message, QObject *parent);

    void setLabel(const QString &text);
    void setHint(const QString &hint);
    /// Something to think about that is no mistake; shown in place of the hint.
    void setWarning(const QString &warning);
    /// Empty: nothing is wrong. Also what a screen reader says about the field.
    void setError(const QString &error);
    QString error() const { return m_error; }
    void setVisible(bool visible);
    QWidget *field() const { return m_field; }

private:
    void update();
    void show(const QString &text, ColorRole role, const QString &icon);

    Theme &m_theme;
    QLabel *m_label;
    QWidget *m_field;
    QWidget *m_message;
    QLabel *m_icon;
    QLabel *m_text;
    QString m_hint;
    QString m_warning;
    QString m_error;
    bool m_visible = true;
};

/// Labels on the leading side, fields beside them, all on the 4 px grid.
class FormGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FormGrid(Theme &theme, QWidget *parent = nullptr);

    /// `field` may be a row of widgets; then `focus` is the one that the label names.
    FormRow *addRow(const QString &label, QWidget *field, QWidget *focus = nullptr);

private:
    Theme &m_theme;
    QGridLayout *m_grid;
};

/// Widgets side by side without margins; `stretch` is the index of the one that grows (-1: none, space at the
/// end).
QWidget *sideBySide(Theme &theme, const QList<QWidget *> &widgets, int stretch);

} // namespace Studio
