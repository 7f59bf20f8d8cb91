// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QTabBar;
class QToolButton;

namespace Studio
{

class CommandRegistry;
class Theme;

/// How the value is looked at, and what can be done with its look.
class RecordViewBar : public QWidget
{
    Q_OBJECT

public:
    enum class View : quint8 { Json, Tree, Text, Hex, Counter, Decoded };
    Q_ENUM(View)

    RecordViewBar(Theme &theme, CommandRegistry &commands, QWidget *parent = nullptr);

    View view() const;
    /// Without viewChosen().
    void setView(View view);
    /// Only the bytes can be shown.
    void setHexOnly(bool hexOnly);
    /// The value is a whole number.
    void setCounter(bool isCounter);
    /// Something in the value can be decoded.
    void setDecodable(bool decodable);

signals:
    void viewChosen(Studio::RecordViewBar::View view);

private:
    QTabBar *m_tabs;
};

/// Below the value: pointer of the cursor, state, Discard and Save.
class RecordSaveBar : public QWidget
{
    Q_OBJECT

public:
    RecordSaveBar(Theme &theme, CommandRegistry &commands, QWidget *parent = nullptr);

    void setPointer(const QString &pointer);
    void setState(const QString &text, bool isWarning);
    QString state() const;
    void setSaveText(const QString &text);
    /// How Save works, on the button that offers the other ways; hidden where there is only one.
    void setMode(const QString &text, const QString &tip, bool visible);
    void setEnabledActions(bool discard, bool save);
    QPushButton *saveButton() const { return m_save; }
    QPushButton *discardButton() const { return m_discard; }
    QToolButton *modeButton() const { return m_mode; }

signals:
    void saveAsked();
    void discardAsked();

private:
    Theme &m_theme;
    QLabel *m_pointer;
    QLabel *m_state;
    QToolButton *m_mode;
    QPushButton *m_discard;
    QPushButton *m_save;
};

/// The field for the key of a new record.
class NewKeyRow : public QWidget
{
    Q_OBJECT

public:
    explicit NewKeyRow(Theme &theme, QWidget *parent = nullptr);

    QByteArray key() const;
    void setKey(const QByteArray &key);
    void setReadOnly(bool readOnly);
    void focusField();

signals:
    void keyEdited();
    /// Return was pressed: on to the value.
    void done();

private:
    QLineEdit *m_field;
};

} // namespace Studio
