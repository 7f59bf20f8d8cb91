// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mirror/valuetype.h"

#include <QByteArray>
#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace Studio
{

class Badge;
class KeyLabel;
class Theme;

/// Head of a record tab: key, type, size, when it was read, what others did to it.
class RecordHeader : public QWidget
{
    Q_OBJECT

public:
    explicit RecordHeader(Theme &theme, QList<QByteArray> separators, QWidget *parent = nullptr);

    void setKey(const QByteArray &key);
    void setNewKey(); ///< no key yet
    /// At the end of the key's line.
    void addButton(QWidget *button);
    KeyLabel *keyLabel() const { return m_key; }
    void setType(ValueType type);
    /// `bytes` < 0 = unknown; `limit` 0 = not known.
    void setSize(qint64 bytes, int limit = 0);
    /// "read 14:22:07, live"; `details` for the tooltip.
    void setReadText(const QString &text, const QString &details);
    /// With a dot in the colour of fresh changes; empty = none.
    void setForeignText(const QString &text);
    /// In the colour of warnings; empty = none.
    void setEditedText(const QString &text);

private:
    KeyLabel *m_key;
    QHBoxLayout *m_first;
    QWidget *m_meta;
    Badge *m_type;
    QLabel *m_size;
    QLabel *m_read;
    QWidget *m_dot;
    QLabel *m_foreign;
    QLabel *m_edited;
};

} // namespace Studio
