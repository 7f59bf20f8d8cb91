// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Studio
{

class ElidedLabel;
class LevelLister;
class Theme;

/// Says which branches could not be read and why, and offers to try again; hidden while there are none.
class LevelProblemBar : public QWidget
{
    Q_OBJECT

public:
    LevelProblemBar(Theme &theme, LevelLister &lister, QWidget *parent = nullptr);

    void update();
    QString text() const;

private:
    QString textOf(const QByteArray &prefix, const QString &reason) const;

    LevelLister &m_lister;
    ElidedLabel *m_text;
};

} // namespace Studio
