// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editor/recordbanner.h"

namespace Studio
{

/// The banner of a record tab that asks, or notes something that the person has to know.
class RecordQuestion : public RecordBanner
{
    Q_OBJECT

public:
    explicit RecordQuestion(Theme &theme, QWidget *parent = nullptr);

    /// The first answer that does not destroy anything gets the keyboard.
    void ask(const Content &content);
    void note(Severity severity, const QString &title, const QString &text);
    /// Whether something is asked, not only noted.
    bool isAsking() const { return m_isAsking; }
    void end();

signals:
    /// It is gone, and the keyboard was in it.
    void focusReleased();

private:
    bool m_isAsking = false;
};

} // namespace Studio
