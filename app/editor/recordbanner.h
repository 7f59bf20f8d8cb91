// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "notices/notice.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace Studio
{

class Theme;

/// One thing to be said in a record tab, with up to a few answers. Hidden while there is nothing.
class RecordBanner : public QWidget
{
    Q_OBJECT

public:
    struct Answer {
        QString text;
        std::function<void()> run;
        bool isDangerous = false;
        bool operator==(const Answer &other) const
        {
            return text == other.text && isDangerous == other.isDangerous;
        }
    };
    struct Content {
        Severity severity = Severity::Info;
        QString title;
        QString text;
        QList<Answer> answers;
        bool isEmpty() const { return title.isEmpty() && text.isEmpty(); }
    };

    explicit RecordBanner(Theme &theme, QWidget *parent = nullptr);

    /// Buttons stay the same objects as long as their texts do, so that a ticking text takes nobody's focus.
    void show(const Content &content);
    /// Something that is only to be known: its answer closes the banner.
    void tell(Severity severity, const QString &title, const QString &text);
    void clear();
    QString title() const;
    QString text() const;
    QPushButton *button(int index) const;

signals:
    /// Esc was pressed inside.
    void escaped();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    Theme &m_theme;
    QLabel *m_title;
    QLabel *m_text;
    QBoxLayout *m_words;
    QHBoxLayout *m_row;
    QList<QPushButton *> m_buttons;
    Content m_content;
};

} // namespace Studio
