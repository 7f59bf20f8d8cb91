// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/watchwiring.h"

#include "diff/difftab.h"
#include "editor/recordtab.h"
#include "live/gapreport/gapreport.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "profiles/dialog/connectdialog.h"
#include "profiles/dialog/passwordprompt.h"
#include "profiles/secretstore.h"
#include "session/demoserver.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/appcontext.h"
#include "shell/commandregistry.h"
#include "shell/mainwindow.h"
#include "shell/sessionactions.h"
#include "shell/sessionpage.h"
#include "shell/sessionwatches.h"
#include "watches/panel/gaptab.h"
#include "watches/panel/probedialog.h"
#include "watches/panel/tokenviewdialog.h"
#include "watches/panel/watchespanel.h"
#include "watches/watchlist.h"

namespace Studio
{

WatchWiring::WatchWiring(AppContext &app, SessionPage &page, SessionManager &sessions)
    : QObject(&page)
    , m_app(app)
    , m_page(page)
    , m_sessions(sessions)
    , m_panel(new WatchesPanel(app, page.session(), page.actions().watches().list()))
    , m_gap(new GapReport(page.session(), this))
{
    WatchList &list = page.actions().watches().list();
    const auto setPatterns = [this, &list] { m_gap->setPatterns(list.patterns()); };
    setPatterns();
    connect(&list, &WatchList::changed, this, setPatterns);
    connect(m_gap, &GapReport::finished, this, &WatchWiring::tellGap);
    installCommands();
}

WatchWiring::~WatchWiring()
{
    delete m_panel;
}

WatchesPanel *WatchWiring::panel() const
{
    return m_panel;
}

void WatchWiring::installCommands()
{
    const auto on = [this](const char *id, std::function<void()> run, std::function<bool()> enabled = {}) {
        m_app.commands.handle(QString::fromLatin1(id), &m_page, {std::move(run), std::move(enabled), {}});
    };
    const bool hasOnlyToken = m_page.session().profile().credential == CredentialKind::Token;
    on("watches.add", [this] { m_panel->add(); });
    on(
        "watches.undoRemove", [this] { m_panel->bringBack(); }, [this] { return m_panel->canBringBack(); });
    on(
        "token.view", [this] { viewAsToken(); }, [hasOnlyToken] { return !hasOnlyToken; });
    on("token.probe", [this] {
        auto *dialog = new ProbeDialog(m_app, m_page.session(), m_page.window());
        dialog->open();
    });
    on("gap.show", [this] { showGap(); });
}

bool WatchWiring::isDemo() const
{
    const DemoServer *demo = m_sessions.demo();
    return demo && demo->profile().id == m_page.session().profile().id;
}

TokenViewDialog *WatchWiring::viewAsToken()
{
    const auto apiKey = [this, guard = QPointer(this)](const std::function<void(const QString &)> &use) {
        if (!guard)
            return;
        if (isDemo()) {
            use(m_sessions.demo()->secret());
            return;
        }
        const Profile profile = m_page.session().profile();
        m_app.secrets.read(profile.id, this, [this, profile, use](const SecretResult &result) {
            if (result.isOk()) {
                use(result.secret);
                return;
            }
            auto *prompt =
                new PasswordPrompt(m_app, profile, tr("Making a token needs the API key."), m_page.window());
            prompt->setAttribute(Qt::WA_DeleteOnClose);
            connect(prompt, &PasswordPrompt::entered, this, use);
            connect(prompt, &QDialog::rejected, this, [use] { use({}); });
            prompt->open();
        });
    };
    auto *dialog = new TokenViewDialog(m_app, m_page.session(), apiKey, m_page.window());
    QList<QByteArray> texts;
    for (const WatchPattern &pattern : m_page.actions().watches().list().patterns())
        texts.append(pattern.toWire());
    dialog->setRequest({}, texts);
    connect(dialog, &TokenViewDialog::openRequested, this,
            [this](const Profile &profile, const QString &token) {
                // In memory until the program ends: that is longer than a token holds.
                m_app.secrets.write(
                    profile.id, token, SecretPlace::SessionOnly, this, [this, profile](const SecretResult &) {
                        auto *connecting = new ConnectDialog(m_app, profile, m_page.window());
                        connecting->setAttribute(Qt::WA_DeleteOnClose);
                        connect(connecting, &ConnectDialog::connectRequested, this,
                                [this](const Profile &chosen, const QString &secret) {
                                    Session *session = m_sessions.open(chosen, secret);
                                    if (auto *window = qobject_cast<MainWindow *>(m_page.window());
                                        session && window)
                                        window->showSession(session);
                                });
                        connect(connecting, &QDialog::rejected, &m_app.secrets, [this, id = profile.id] {
                            m_app.secrets.remove(id, &m_app.secrets, [](const SecretResult &) {});
                        });
                        connecting->open();
                    });
            });
    dialog->open();
    return dialog;
}

/// A notice once it is known, unless there is nothing to say.
void WatchWiring::tellGap()
{
    const QString id = QStringLiteral("gap/") + m_page.session().id();
    m_app.notices.clear(id);
    const int count = int(m_gap->changes().size());
    if (count == 0 && m_gap->unverified() == 0)
        return;
    Notice notice;
    notice.id = id;
    notice.context = QStringLiteral("session/") + m_page.session().id();
    notice.severity = m_gap->unverified() > 0 ? Severity::Warning : Severity::Info;
    notice.title = count > 0 ? tr("%Ln key(s) changed while disconnected", nullptr, count)
                             : tr("Some watched keys are not verified yet");
    notice.text = GapTab::downText(*m_gap);
    if (m_gap->unverified() > 0)
        notice.text += QLatin1Char(' ')
                     + tr("%Ln watched key(s) are still unverified.", nullptr, int(m_gap->unverified()));
    notice.actionCommand = QStringLiteral("gap.show");
    notice.actionText = tr("Show");
    m_app.notices.raise(notice);
}

void WatchWiring::showGap()
{
    if (m_gapTab) {
        m_page.openTab(m_gapTab);
        return;
    }
    auto *tab = new GapTab(m_app, *m_gap);
    m_gapTab = tab;
    connect(tab, &GapTab::openRequested, this,
            [this](const QByteArray &key) { m_page.openKey(key, true)->setFocus(); });
    connect(tab, &GapTab::differenceRequested, this, [this](const KeyChange &change) {
        m_page.openTab(new DiffTab(
            m_app, tr("Gap of %1").arg(KeyText::elided(change.key, 32)),
            {{tr("Before the line was lost"), change.before},
             {change.kind == KeyChange::Kind::Removed ? tr("Removed") : tr("After"), change.after}},
            0, 1));
    });
    m_page.openTab(tab);
}

} // namespace Studio
