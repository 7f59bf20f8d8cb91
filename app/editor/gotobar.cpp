// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/gotobar.h"

#include "editor/codeview.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "json/jsonpointer.h"
#include "json/jsonscanner.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace Studio
{

namespace
{

/// Behind the line break that ends at or behind `at`; -1 if there is none.
qsizetype nextLine(QByteArrayView text, qsizetype at)
{
    for (; at < text.size(); ++at) {
        if (text[at] == '\n')
            return at + 1;
        if (text[at] == '\r')
            return at + (at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1);
    }
    return -1;
}

} // namespace

GoToBar::GoToBar(Theme &theme, CodeView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_field(new QLineEdit(this))
    , m_answer(new QLabel(this))
{
    Look::fill(this, theme, ColorRole::Panel);
    Look::text(m_answer, theme, ColorRole::TextMuted, -1);
    m_answer->setAccessibleName(tr("Where it leads"));
    m_field->setPlaceholderText(tr("Line, line:column or JSON Pointer"));
    m_field->setAccessibleName(tr("Go to line or JSON Pointer"));
    m_field->setMaximumWidth(theme.metric(320));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.metric(12), theme.metric(6), theme.metric(12), theme.metric(6));
    layout->setSpacing(theme.metric(8));
    layout->addWidget(m_field, 1);
    layout->addWidget(m_answer, 1);
    setFocusProxy(m_field);
    setVisible(false);
    connect(m_field, &QLineEdit::textChanged, m_answer, &QLabel::clear);
}

void GoToBar::open()
{
    m_answer->setText(tr("%1 lines", "of the text").arg(QLocale().toString(m_view.lines())));
    setVisible(true);
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void GoToBar::close()
{
    setVisible(false);
    emit closed();
}

std::optional<qsizetype> GoToBar::placeOf(const QString &text, QByteArrayView value)
{
    const QString wanted = text.trimmed();
    if (wanted.startsWith(QLatin1Char('/'))) {
        const auto range = findJsonPointer(value, wanted.toUtf8());
        return range ? std::optional(range->offset) : std::nullopt;
    }
    static const QRegularExpression numbers(QStringLiteral("^(\\d{1,9})(?:[:,](\\d{1,9}))?$"));
    const QRegularExpressionMatch match = numbers.match(wanted);
    if (!match.hasMatch() || match.capturedView(1).toInt() == 0)
        return std::nullopt;
    qsizetype at = 0;
    for (int line = match.capturedView(1).toInt(); line > 1; --line) {
        const qsizetype next = nextLine(value, at);
        if (next < 0)
            break; // the last one
        at = next;
    }
    for (int column = match.capturedView(2).toInt(); column > 1 && at < value.size(); --column) {
        if (value[at] == '\n' || value[at] == '\r')
            break;
        at += std::max(1, utf8CharacterLength(value, at));
    }
    return at;
}

void GoToBar::go()
{
    const auto place = placeOf(m_field->text(), m_view.view());
    if (!place) {
        m_answer->setText(m_field->text().trimmed().startsWith(QLatin1Char('/'))
                              ? tr("There is no such member.")
                              : tr("Type a line, as 12 or 12:5, or a JSON Pointer, as /items/0."));
        return;
    }
    close();
    m_view.setCursor(*place);
    m_view.send(QsciScintillaBase::SCI_VERTICALCENTRECARET);
}

void GoToBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        go();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Studio
