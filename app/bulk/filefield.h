// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;

namespace Studio
{

class Theme;

/// A file's name to type, or to choose with "Choose…".
class FileField : public QWidget
{
    Q_OBJECT

public:
    enum class For : quint8 { Reading, Writing };

    FileField(Theme &theme, For what, QWidget *parent);

    QLineEdit *field() const { return m_field; }
    QString file() const;
    void setFile(const QString &file);

signals:
    void changed();

private:
    void choose();

    const For m_for;
    QLineEdit *m_field;
};

} // namespace Studio
