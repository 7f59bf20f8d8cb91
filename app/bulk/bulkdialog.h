// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "shell/themecolors.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Studio
{

struct AppContext;
class ElidedLabel;
class Session;

/// What the questions of bulk work have in common: a head that names what is worked on and in which profile,
/// a sentence about what will happen, "Cancel" and the one button that starts. Nothing is sent unless that is
/// pressed. Window's thread; goes with its session, and is deleted when it is closed.
class BulkDialog : public QDialog
{
    Q_OBJECT

public:
    /// `head`: what is worked on.
    BulkDialog(AppContext &app, Session &session, const QString &title, const QString &head, QWidget *parent);

    QPushButton *goButton() const { return m_go; }
    QPushButton *cancelButton() const { return m_cancel; }
    /// What will happen, or why it cannot yet.
    QString note() const;

protected:
    static constexpr int longestKey = 512; ///< bytes; more the store certainly refuses

    AppContext &app() const { return m_app; }
    Session &session() const { return m_session; }
    QVBoxLayout *body() const { return m_body; }

    /// The button's verb. A dangerous one is never the default.
    void setGo(const QString &text, bool dangerous = false);
    /// Whether the button may be pressed, and the sentence above it.
    void setReady(bool ready, const QString &note, ColorRole role = ColorRole::TextMuted);
    QLabel *addText(const QString &text, ColorRole role = ColorRole::Text);

    /// The button was pressed: start, then accept().
    virtual void go() = 0;

    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    AppContext &m_app;
    Session &m_session;
    QVBoxLayout *m_body;
    QLabel *m_note;
    QPushButton *m_go;
    QPushButton *m_cancel;
    bool m_dangerous = false;
};

} // namespace Studio
