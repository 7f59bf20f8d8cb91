// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace Studio
{

class CodeView;
class Theme;

/// Goes to a line, a line and column ("12:5") or, in JSON, a member ("/items/0").
class GoToBar : public QWidget
{
    Q_OBJECT

public:
    GoToBar(Theme &theme, CodeView &view, QWidget *parent = nullptr);

    void open();
    void close();
    /// Byte offset that `text` names in `value`; lines and columns (code points) count from 1 and are bounded
    /// by what there is. Nothing if it names no place.
    static std::optional<qsizetype> placeOf(const QString &text, QByteArrayView value);

signals:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void go();

    CodeView &m_view;
    QLineEdit *m_field;
    QLabel *m_answer;
};

} // namespace Studio
