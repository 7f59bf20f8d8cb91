// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff/compareactions.h"

#include "diff/copyvaluedialog.h"
#include "diff/difftab.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/appcontext.h"
#include "shell/commandpalette.h"

#include <QLineEdit>
#include <QWidget>

namespace Studio
{

namespace
{

constexpr int LongestTitle = 60;

} // namespace

CompareActions::CompareActions(AppContext &app, Session &session, SessionManager &sessions,
                               std::function<void(PageTab *)> openTab, QWidget *page)
    : QObject(page)
    , m_app(app)
    , m_session(session)
    , m_sessions(sessions)
    , m_openTab(std::move(openTab))
    , m_page(page)
{
}

void CompareActions::give(SessionActions &actions)
{
    m_marks = &actions.marks();
    actions.given.compareKeys = [this](const QList<QByteArray> &keys) { compareKeys(keys); };
    actions.given.copyValue = [this](const QByteArray &key) { copyValue(key); };
    actions.given.canCopyValue = [this] { return !targets().isEmpty(); };
}

// --- comparing

void CompareActions::compareKeys(const QList<QByteArray> &keys)
{
    if (keys.size() == 2)
        compare(keys[0], keys[1]);
    else if (keys.size() == 1)
        askForOther(keys.constFirst());
}

void CompareActions::askForOther(const QByteArray &key)
{
    askForKey(tr("Compare %1 with…").arg(KeyText::elided(key, LongestTitle)),
              [this, key](const QByteArray &other) { compare(key, other); });
}

void CompareActions::chooseSide(const TakeSide &take)
{
    askForKey(tr("Compare with the key…"), [this, take](const QByteArray &key) {
        read(key, [take, key](const std::optional<QByteArray> &value) { take(sideOf(key, value)); });
    });
}

void CompareActions::askForKey(const QString &placeholder,
                               const std::function<void(const QByteArray &)> &then)
{
    m_then = then;
    if (!m_choice) {
        m_choice = new CommandPalette(m_app.theme, m_app.commands, m_page);
        m_choice->setSession(&m_session, m_marks);
        connect(m_choice, &CommandPalette::keyChosen, this, [this](const QByteArray &key) { m_then(key); });
        // A branch is no value, but a way to one.
        connect(m_choice, &CommandPalette::branchChosen, this, [this](const QByteArray &prefix) {
            askForKey(m_choice->field()->placeholderText(), m_then);
            m_choice->field()->setText(QString::fromUtf8(prefix));
        });
    }
    m_choice->popUp(PaletteModel::Mode::KeysOnly, nullptr);
    m_choice->field()->setPlaceholderText(placeholder);
}

DiffSide CompareActions::sideOf(const QByteArray &key, const std::optional<QByteArray> &value)
{
    const QString name = KeyText::elided(key, LongestTitle);
    return {value ? name : tr("%1 (no such key)").arg(name), value.value_or(QByteArray())};
}

void CompareActions::compare(const QByteArray &left, const QByteArray &right)
{
    read(left, [this, left, right](const std::optional<QByteArray> &leftValue) {
        read(right, [this, left, right, leftValue](const std::optional<QByteArray> &rightValue) {
            m_openTab(new DiffTab(
                m_app,
                tr("%1 ↔ %2", "two keys that are compared")
                    .arg(KeyText::elided(left, LongestTitle), KeyText::elided(right, LongestTitle)),
                {sideOf(left, leftValue), sideOf(right, rightValue)}, 0, 1));
        });
    });
}

void CompareActions::read(const QByteArray &key,
                          const std::function<void(const std::optional<QByteArray> &)> &then)
{
    ReadOperation *operation = m_session.read(key);
    connect(operation, &ReadOperation::finished, this, [this, operation, then] {
        const QString id = QStringLiteral("compare/") + m_session.id();
        if (!operation->error().isError()) {
            m_app.notices.clear(id);
            then(operation->value());
            return;
        }
        Notice notice;
        notice.id = id;
        notice.severity = Severity::Error;
        notice.context = QStringLiteral("session/") + m_session.id();
        notice.title = tr("%1 could not be read").arg(KeyText::elided(operation->key(), LongestTitle));
        notice.text = operation->error().text;
        m_app.notices.raise(notice);
    });
}

// --- copying

QList<Session *> CompareActions::targets() const
{
    QList<Session *> others;
    const QList<Session *> open = m_sessions.sessions();
    for (Session *session : open) {
        if (session != &m_session && session->profile().safety != SafetyLevel::ReadOnly)
            others.append(session);
    }
    return others;
}

void CompareActions::copyValue(const QByteArray &key)
{
    read(key, [this, key](const std::optional<QByteArray> &value) {
        const QList<Session *> others = targets();
        if (!value || others.isEmpty()) {
            Notice notice;
            notice.id = QStringLiteral("compare/") + m_session.id();
            notice.severity = Severity::Error;
            notice.context = QStringLiteral("session/") + m_session.id();
            notice.title = tr("%1 was not copied").arg(KeyText::elided(key, LongestTitle));
            notice.text = value ? tr("No other profile that can be written to is open.")
                                : tr("The store has no such key any more.");
            m_app.notices.raise(notice);
            return;
        }
        auto *dialog = new CopyValueDialog(m_app, key, *value, others, m_page->window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        // It goes with the page.
        connect(this, &QObject::destroyed, dialog, &QWidget::close);
        dialog->open();
    });
}

} // namespace Studio
