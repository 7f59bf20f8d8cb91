// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/keylookup.h"

#include "mirror/keyspacemirror.h"
#include "session/pageoperation.h"
#include "session/session.h"

#include <hpkvqt/keys.h>

#include <QElapsedTimer>

namespace Studio
{

namespace
{

constexpr int DelayMs = 180;
constexpr qint64 FuzzyMs = 250; ///< of one thread for one text
constexpr qsizetype LeastPattern = 2;

} // namespace

KeyLookup::KeyLookup(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(DelayMs);
    connect(&m_timer, &QTimer::timeout, this, &KeyLookup::ask);
}

KeyLookup::~KeyLookup()
{
    cancel();
}

void KeyLookup::setSession(Session *session)
{
    if (m_session == session)
        return;
    stop();
    m_session = session;
}

void KeyLookup::stop()
{
    cancel();
    m_job.cancel();
    m_text.clear();
    m_fuzzy = {};
    setState(State::Idle);
}

void KeyLookup::cancel()
{
    m_timer.stop();
    if (PageOperation *page = m_page) {
        m_page = nullptr;
        page->disconnect(this);
        page->cancel();
    }
}

void KeyLookup::look(const QString &text)
{
    if (text == m_text && m_state != State::Idle)
        return;
    cancel();
    m_job.cancel();
    m_fuzzy = {};
    m_text = text;
    if (!m_session || text.isEmpty()) {
        setState(State::Idle);
        return;
    }
    match();
    const QByteArray prefix = text.toUtf8();
    const Coverage coverage = m_session->mirror().branchCoverage(prefix);
    // What was read at some moment may have more by now; only what is kept up to date is not asked for.
    if (coverage.isComplete() && coverage.live) {
        setState(State::Complete);
    } else if (m_session->status().line != LineState::Connected) {
        setState(State::Offline);
    } else {
        m_timer.start();
        setState(State::Waiting);
    }
}

void KeyLookup::match()
{
    if (m_text.size() < LeastPattern)
        return;
    m_job.start(
        [snapshot = m_session->mirror().snapshot(), text = m_text](const std::atomic_bool &canceled) {
            QElapsedTimer clock;
            clock.start();
            return fuzzyKeys(snapshot, text, mostFuzzy,
                             [&] { return canceled || clock.elapsed() > FuzzyMs; });
        },
        [this](FuzzyKeys found) {
            m_fuzzy = std::move(found);
            emit changed();
        });
}

void KeyLookup::ask()
{
    if (!m_session)
        return;
    const QByteArray prefix = m_text.toUtf8();
    m_page = m_session->readPage(prefix, Hpkv::Keys::prefixEnd(prefix), pageSize);
    connect(m_page, &PageOperation::finished, this, [this, page = m_page.get()] {
        m_page = nullptr;
        answered(*page);
    });
    setState(State::Looking);
}

void KeyLookup::answered(const PageOperation &page)
{
    switch (page.error().kind) {
    case Hpkv::ErrorKind::None:
        match(); // over what is known now
        setState(page.isTruncated() ? State::More : State::Complete);
        emit changed();
        break;
    case Hpkv::ErrorKind::AccessDenied:
        setState(State::Refused);
        break;
    case Hpkv::ErrorKind::NotConnected:
    case Hpkv::ErrorKind::ConnectionLost:
        setState(State::Offline);
        break;
    default:
        m_problem = page.error().text;
        setState(State::Failed);
        break;
    }
}

void KeyLookup::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit changed();
}

QString KeyLookup::stateText() const
{
    switch (m_state) {
    case State::Idle:
        return {};
    case State::Waiting:
    case State::Looking:
        return tr("Looking in the store…");
    case State::Complete:
        return tr("Every key that begins like this is known.");
    case State::More:
        return tr("The store has more keys that begin like this. Type on to find them.");
    case State::Offline:
        return tr("No connection: only keys that are known already are listed.");
    case State::Refused:
        return tr("The key or token may not look here: only keys that are known already are listed.");
    case State::Failed:
        return tr("The store could not be asked: %1").arg(m_problem);
    }
    return {};
}

} // namespace Studio
