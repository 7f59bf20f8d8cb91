// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editor/recordbanner.h"

#include <QWidget>

class QLabel;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace Studio
{

class CodeView;
class Theme;

/// Shows what is about to be sent, with what is to be known about it, below the value. Hidden while there is
/// nothing.
class SavePreview : public QWidget
{
    Q_OBJECT

public:
    struct Note {
        Severity severity = Severity::Warning;
        QString text;
    };
    struct Content {
        QString title;
        QString remark;
        QByteArray code; ///< empty: none is shown
        bool isJson = false;
        std::pair<qsizetype, qsizetype> added{0, 0}; ///< offset and length of what is lit in `code`
        QList<Note> notes;
        QList<RecordBanner::Answer> answers; ///< the first is the one that is proposed
    };

    explicit SavePreview(Theme &theme, QWidget *parent = nullptr);

    /// The first answer gets the keyboard.
    void show(const Content &content);
    void end();
    bool isShown() const { return !isHidden(); }
    QString title() const;
    /// Remark and notes, one a line.
    QString text() const;
    QByteArray code() const;
    QPushButton *button(int index) const { return m_buttons.value(index); }

signals:
    /// Esc was pressed inside.
    void escaped();
    /// It is gone, and the keyboard was in it.
    void focusReleased();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Theme &m_theme;
    QLabel *m_title;
    QLabel *m_remark;
    CodeView *m_code;
    QVBoxLayout *m_notes;
    QHBoxLayout *m_answers;
    QList<QPushButton *> m_buttons;
    QList<QWidget *> m_noteRows;
    Content m_content;
};

} // namespace Studio
