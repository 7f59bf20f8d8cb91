// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/bulkdialog.h"

#include "browser/elidedlabel.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/statusparts.h"
#include "shell/theme.h"
#include "shell/windowparts.h"
#include "shell/wording.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int Width = 520;
constexpr int NoteLines = 3;

} // namespace

BulkDialog::BulkDialog(AppContext &app, Session &session, const QString &title, const QString &head,
                       QWidget *parent)
    : QDialog(parent)
    , m_app(app)
    , m_session(session)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    Theme &theme = app.theme;
    auto *column = new QVBoxLayout(this);
    const int margin = theme.metric(16);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.metric(12));

    auto *headLine = new ElidedLabel(this, Qt::ElideMiddle);
    headLine->setObjectName(QStringLiteral("head"));
    headLine->setTextFormat(Qt::PlainText);
    headLine->setText(head);
    Look::text(headLine, theme, ColorRole::Text, 2, QFont::DemiBold);
    auto *profileRow = new QHBoxLayout;
    profileRow->setSpacing(theme.metric(8));
    auto *dot = new Dot(theme, this);
    dot->setColor(profileColor(session.profile(), theme));
    auto *profile = new ElidedLabel(this);
    profile->setObjectName(QStringLiteral("profile"));
    profile->setTextFormat(Qt::PlainText);
    profile->setText(tr("%1 · %2").arg(session.profile().name, Wording::safety(session.profile().safety)));
    Look::text(profile, theme, ColorRole::TextMuted, -1);
    profileRow->addWidget(dot);
    profileRow->addWidget(profile, 1);
    auto *top = new QVBoxLayout;
    top->setSpacing(theme.metric(4));
    top->addWidget(headLine);
    top->addLayout(profileRow);
    column->addLayout(top);

    m_body = new QVBoxLayout;
    m_body->setSpacing(theme.metric(12));
    column->addLayout(m_body, 1);

    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    // Its place is kept, so that the buttons stay where they are while it comes, goes and grows.
    m_note->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_note->setMinimumHeight(NoteLines * m_note->fontMetrics().lineSpacing());
    column->addWidget(m_note);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme.metric(8));
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_go = new QPushButton(this);
    m_go->setObjectName(QStringLiteral("go"));
    m_cancel->setAutoDefault(false);
    m_go->setAutoDefault(false);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_go);
    column->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, [this] { go(); });
    // Its session is what it speaks of.
    connect(&session, &QObject::destroyed, this, &QDialog::reject);
    setMinimumWidth(theme.metric(Width));
}

QString BulkDialog::note() const
{
    return m_note->text();
}

void BulkDialog::setGo(const QString &text, bool dangerous)
{
    const bool isMarked = m_go->isDefault() || m_cancel->isDefault();
    m_go->setText(text);
    if (isMarked && dangerous == m_dangerous)
        return;
    m_dangerous = dangerous;
    if (dangerous) {
        Look::makeDangerous(m_go);
        m_cancel->setDefault(true);
    } else {
        Look::makePrimary(m_go);
        m_go->setDefault(true);
    }
}

void BulkDialog::setReady(bool ready, const QString &note, ColorRole role)
{
    m_go->setEnabled(ready);
    m_note->setText(note);
    Look::text(m_note, m_app.theme, role);
    m_go->setAccessibleDescription(note);
}

QLabel *BulkDialog::addText(const QString &text, ColorRole role)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    Look::text(label, m_app.theme, role);
    m_body->addWidget(label);
    return label;
}

/// Hints, warnings and rows come and go; the dialog grows with them, so that nothing is squeezed.
bool BulkDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        const int wanted = layout()->totalHeightForWidth(width());
        if (wanted > height())
            resize(width(), wanted);
    }
    return handled;
}

void BulkDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter in a field must not press a button that cannot be taken back.
    if (m_dangerous && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && !qobject_cast<QPushButton *>(focusWidget())) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace Studio
