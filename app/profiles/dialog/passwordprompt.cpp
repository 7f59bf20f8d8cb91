// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiles/dialog/passwordprompt.h"

#include "profiles/dialog/secretfield.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Studio
{

struct PasswordPrompt::Private {
    Profile profile;
    SecretField *field = nullptr;
    QPushButton *accept = nullptr;
};

PasswordPrompt::PasswordPrompt(AppContext &context, const Profile &profile, const QString &reason,
                               QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>())
{
    Theme &theme = context.theme;
    d->profile = profile;
    const bool token = profile.credential == CredentialKind::Token;
    setWindowTitle(token ? tr("Token") : tr("API key"));
    setModal(true);

    auto *column = new QVBoxLayout(this);
    const int margin = theme.metric(16);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(theme.metric(8));

    auto *title = new QLabel(
        token ? tr("Token for %1").arg(profile.name) : tr("API key for %1").arg(profile.name), this);
    title->setTextFormat(Qt::PlainText);
    Look::text(title, theme, ColorRole::Text, 2, QFont::DemiBold);
    column->addWidget(title);
    auto *place = new QLabel(profile.baseUrl.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), this);
    place->setTextFormat(Qt::PlainText);
    Look::text(place, theme, ColorRole::TextFaint, -1);
    column->addWidget(place);
    if (!reason.isEmpty()) {
        auto *why = new QLabel(reason, this);
        why->setWordWrap(true);
        why->setTextFormat(Qt::PlainText);
        Look::text(why, theme, ColorRole::TextMuted);
        column->addWidget(why);
    }

    d->field = new SecretField(theme, this);
    d->field->setObjectName(QStringLiteral("secret"));
    d->field->setAccessibleName(token ? tr("Token") : tr("API key"));
    d->field->setMinimumWidth(theme.metric(360));
    column->addWidget(d->field);
    auto *note = new QLabel(tr("Kept in memory until the session is closed."), this);
    Look::text(note, theme, ColorRole::TextFaint, -1);
    column->addWidget(note);
    column->addSpacing(theme.metric(8));

    auto *row = new QHBoxLayout;
    row->setSpacing(theme.metric(8));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    d->accept = new QPushButton(tr("Connect"), this);
    d->accept->setObjectName(QStringLiteral("connect"));
    d->accept->setDefault(true);
    d->accept->setEnabled(false);
    cancel->setAutoDefault(false);
    Look::makePrimary(d->accept);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(d->accept);
    column->addLayout(row);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->field, &QLineEdit::textChanged, this,
            [this] { d->accept->setEnabled(!d->field->secret().isEmpty()); });
    connect(d->accept, &QPushButton::clicked, this, [this] {
        emit entered(d->field->secret());
        accept();
    });
    d->field->setFocus();
}

PasswordPrompt::~PasswordPrompt() = default;

const Profile &PasswordPrompt::profile() const
{
    return d->profile;
}

} // namespace Studio
