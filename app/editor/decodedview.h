// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "looks/decodedpart.h"
#include "session/latestjob.h"

#include <QByteArray>
#include <QTextEdit>

namespace Studio
{

class Theme;

/// What a value, or what stands in it, is decoded: a heading and a text for each part, read-only. Long values
/// are decoded beside the window's thread.
class DecodedView : public QTextEdit
{
    Q_OBJECT

public:
    explicit DecodedView(Theme &theme, QWidget *parent = nullptr);
    ~DecodedView() override;

    void setValue(const QByteArray &value);
    const QList<DecodedPart> &parts() const { return m_parts; }
    /// Whether there is anything to show.
    bool fits() const { return !m_parts.isEmpty(); }

signals:
    /// parts() is that of the last setValue(); for short values before it returns.
    void decoded();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void take(const QList<DecodedPart> &parts);
    void fill();

    Theme &m_theme;
    QByteArray m_value;
    QList<DecodedPart> m_parts;
    LatestJob<QList<DecodedPart>> m_job;
    bool m_isFilled = true;
};

} // namespace Studio
