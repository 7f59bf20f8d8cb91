// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/copyvaluedialog.h"

#include "diff/diffview.h"
#include "editor/recordbanner.h"
#include "models/keytext.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "session/writeoperation.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Studio
{

CopyValueDialog::CopyValueDialog(AppContext &app, const QByteArray &key, QByteArray value,
                                 const QList<Session *> &targets, QWidget *parent)
    : QDialog(parent)
    , m_app(app)
    , m_value(std::move(value))
    , m_targets(targets.begin(), targets.end())
    , m_profiles(new QComboBox(this))
    , m_field(new QLineEdit(QString::fromUtf8(key), this))
    , m_state(new QLabel(this))
    , m_banner(new RecordBanner(app.theme, this))
    , m_difference(new DiffView(app, this))
    , m_copy(new QPushButton(tr("Copy"), this))
{
    setWindowTitle(tr("Copy value to another profile"));
    resize(app.theme.metric(860), app.theme.metric(560));
    for (const Session *session : targets)
        m_profiles->addItem(session->profile().name);
    m_profiles->setAccessibleName(tr("To the profile"));
    m_field->setAccessibleName(tr("As the key"));
    Look::monospace(m_field, app.theme);
    Look::text(m_state, app.theme, ColorRole::Text);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    Look::makePrimary(m_copy);
    m_copy->setText(tr("Replace it there"));
    m_copy->setMinimumWidth(m_copy->sizeHint().width()); // the longer of its two texts
    auto *cancel = new QPushButton(tr("Cancel"), this);

    const int side = app.theme.metric(16);
    auto *form = new QFormLayout;
    form->setContentsMargins(side, side, side, app.theme.metric(4));
    form->addRow(tr("To the profile"), m_profiles);
    form->addRow(tr("As the key"), m_field);
    form->addRow(m_state);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(side, app.theme.metric(8), side, side);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(form);
    layout->addWidget(m_banner);
    // Its room stays its own while there is nothing to compare: the buttons keep their place.
    QSizePolicy keeps = m_difference->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_difference->setSizePolicy(keeps);
    layout->addWidget(m_difference, 1);
    layout->addWidget(Look::hairline(Qt::Horizontal, this));
    layout->addLayout(buttons);

    connect(m_profiles, &QComboBox::currentIndexChanged, this, &CopyValueDialog::look);
    connect(m_field, &QLineEdit::textChanged, this, &CopyValueDialog::look);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &CopyValueDialog::copy);
    for (Session *session : targets)
        connect(session, &QObject::destroyed, this, &CopyValueDialog::refresh);
    m_copy->setDefault(true);
    look();
}

CopyValueDialog::~CopyValueDialog() = default;

Session *CopyValueDialog::target() const
{
    return m_targets.value(m_profiles->currentIndex());
}

QByteArray CopyValueDialog::key() const
{
    return m_field->text().toUtf8();
}

void CopyValueDialog::look()
{
    m_isKnown = false;
    m_there.reset();
    m_banner->clear();
    if (m_read)
        m_read->disconnect(this); // about another key
    m_read = nullptr;
    Session *session = target();
    if (session && !key().isEmpty()) {
        m_read = session->read(key());
        connect(m_read, &ReadOperation::finished, this, [this] {
            const QPointer<ReadOperation> done = std::exchange(m_read, nullptr);
            looked(*done);
        });
    }
    refresh();
}

void CopyValueDialog::looked(const ReadOperation &read)
{
    if (read.error().isError()) {
        m_banner->show({Severity::Error,
                        tr("It could not be looked what is there."),
                        read.error().text,
                        {{tr("Try again"), [this] { look(); }}}});
    } else {
        m_isKnown = true;
        m_there = read.value();
        m_difference->setSides(
            {{tr("There now"), m_there.value_or(QByteArray())}, {tr("What is copied"), m_value}}, 0, 1);
    }
    refresh();
}

void CopyValueDialog::refresh()
{
    const Session *session = target();
    QString text;
    if (!session)
        text = tr("This profile is not open any more.");
    else if (key().isEmpty())
        text = tr("A key is needed.");
    else if (m_write)
        text = tr("Copying…");
    else if (m_read)
        text = tr("Looking what is there…");
    else if (m_isKnown && !m_there)
        text = tr("There is no such key yet: it will be created.");
    else if (m_isKnown && *m_there == m_value)
        text = tr("The same value is there already. Nothing to do.");
    else if (m_isKnown)
        text = tr("There is another value already. It will be replaced by what is on the right.");
    m_state->setText(text);
    m_difference->setVisible(m_isKnown && m_there && *m_there != m_value);
    m_copy->setText(m_isKnown && m_there ? tr("Replace it there") : tr("Copy"));
    m_copy->setEnabled(session && m_isKnown && !m_write && m_there != m_value);
    m_profiles->setEnabled(!m_write);
    m_field->setReadOnly(m_write);
}

void CopyValueDialog::copy()
{
    Session *session = target();
    if (!session || !m_isKnown || m_write)
        return;
    WriteRequest request;
    request.key = key();
    request.value = m_value;
    request.confirmed = true; // this dialog is the question
    request.expected = m_there;
    request.expectAbsent = !m_there.has_value();
    m_banner->clear();
    m_write = session->write(request);
    connect(m_write, &WriteOperation::finished, this, [this] {
        const QPointer<WriteOperation> done = std::exchange(m_write, nullptr);
        copied(*done);
    });
    refresh();
}

void CopyValueDialog::copied(const WriteOperation &write)
{
    switch (write.state()) {
    case WriteOperation::State::Confirmed:
        accept();
        return;
    case WriteOperation::State::Changed:
        look();
        m_banner->show({Severity::Warning,
                        tr("It was changed there meanwhile."),
                        tr("Nothing has been written. Look at it again."),
                        {}});
        break;
    case WriteOperation::State::Unknown:
        look();
        m_banner->show({Severity::Warning,
                        tr("It is not known whether it was copied."),
                        tr("What is there now is read again."),
                        {}});
        break;
    default:
        m_banner->show({Severity::Error, tr("Not copied."), write.error().text, {}});
        break;
    }
    refresh();
}

} // namespace Studio
