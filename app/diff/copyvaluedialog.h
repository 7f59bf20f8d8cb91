// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDialog>
#include <QList>
#include <QPointer>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Studio
{

struct AppContext;
class DiffView;
class ReadOperation;
class RecordBanner;
class Session;
class WriteOperation;

/// Copies one value to another open profile. What that profile holds there is read and shown first, as a
/// difference; the write is checked against exactly that, so that nothing is overwritten unseen.
class CopyValueDialog : public QDialog
{
    Q_OBJECT

public:
    /// `targets`: open sessions that may be written to, one at least.
    CopyValueDialog(AppContext &app, const QByteArray &key, QByteArray value, const QList<Session *> &targets,
                    QWidget *parent);
    ~CopyValueDialog() override;

    QComboBox *profiles() const { return m_profiles; }
    QLineEdit *field() const { return m_field; }
    QPushButton *copyButton() const { return m_copy; }
    QLabel *stateLabel() const { return m_state; }
    RecordBanner *banner() const { return m_banner; }
    DiffView *difference() const { return m_difference; }

private:
    Session *target() const;
    QByteArray key() const;
    /// What the target holds there has to be looked at again.
    void look();
    void looked(const ReadOperation &read);
    void copy();
    void copied(const WriteOperation &write);
    void refresh();

    AppContext &m_app;
    const QByteArray m_value;
    QList<QPointer<Session>> m_targets;
    QComboBox *m_profiles;
    QLineEdit *m_field;
    QLabel *m_state;
    RecordBanner *m_banner;
    DiffView *m_difference;
    QPushButton *m_copy;
    QPointer<ReadOperation> m_read;
    QPointer<WriteOperation> m_write;
    bool m_isKnown = false; ///< m_there is what the target held when it was read
    std::optional<QByteArray> m_there;
};

} // namespace Studio
