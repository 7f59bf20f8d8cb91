// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/recordquestion.h"

#include <QPushButton>

namespace Studio
{

RecordQuestion::RecordQuestion(Theme &theme, QWidget *parent)
    : RecordBanner(theme, parent)
{
    connect(this, &RecordBanner::escaped, this, &RecordQuestion::end);
}

void RecordQuestion::ask(const Content &content)
{
    show(content);
    m_isAsking = true;
    // What destroys is not on the Return key.
    const int first = !content.answers.isEmpty() && content.answers.first().isDangerous ? 1 : 0;
    if (QPushButton *answer = button(first))
        answer->setFocus(Qt::OtherFocusReason);
}

void RecordQuestion::note(Severity severity, const QString &title, const QString &text)
{
    m_isAsking = false;
    show({severity, title, text, {{tr("Close"), [this] { end(); }}}});
}

void RecordQuestion::end()
{
    if (isHidden())
        return;
    m_isAsking = false;
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    clear();
    if (hadFocus)
        emit focusReleased();
}

} // namespace Studio
