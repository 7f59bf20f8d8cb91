// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/windowparts.h"

#include "mirror/keyspacemirror.h"
#include "mirror/segment.h"
#include "models/keytext.h"
#include "profiles/keymarks.h"
#include "profiles/profilestore.h"
#include "session/session.h"
#include "session/sessionmanager.h"
#include "shell/theme.h"
#include "shell/wording.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPainter>
#include <QPointer>

namespace Studio
{

namespace
{

constexpr int LineHeight = 2;
constexpr qsizetype MostProfiles = 12;
constexpr qsizetype MostMarks = 30;
constexpr int LongestKey = 60;

struct WindowParts {
    Q_DECLARE_TR_FUNCTIONS(Studio::WindowParts)
};

QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

ColorLine::ColorLine(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(LineHeight);
    setVisible(false);
}

void ColorLine::setColor(const QColor &color)
{
    m_color = color;
    setVisible(color.isValid());
    update();
}

void ColorLine::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_color);
}

QColor profileColor(const Profile &profile, const Theme &theme)
{
    const QColor own(profile.color);
    return own.isValid() ? own : theme.color(ColorRole::Accent);
}

QIcon profileIcon(const QColor &color, const Theme &theme)
{
    QIcon icon;
    for (const int scale : {1, 2}) {
        const int side = theme.metric(16) * scale;
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        const double inset = side * 0.22;
        painter.drawEllipse(QRectF(pixmap.rect()).adjusted(inset, inset, -inset, -inset));
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        icon.addPixmap(pixmap);
    }
    return icon;
}

void addSessionActions(QMenu &menu, const SessionManager &sessions, const Theme &theme,
                       const Session *current, const std::function<void(Session *)> &chosen)
{
    const QList<Session *> open = sessions.sessions();
    for (Session *session : open) {
        QAction *action = menu.addAction(QStringLiteral("%1 — %2").arg(menuText(session->profile().name),
                                                                       Wording::line(session->status())));
        action->setIcon(profileIcon(profileColor(session->profile(), theme), theme));
        if (session == current) {
            QFont font = theme.font(0, QFont::DemiBold);
            action->setFont(font);
        }
        QObject::connect(action, &QAction::triggered, session, [chosen, session] { chosen(session); });
    }
}

void addProfileActions(QMenu &menu, const SessionManager &sessions, const ProfileStore &profiles,
                       const Theme &theme, const std::function<void(const Profile &)> &chosen)
{
    QList<Profile> saved = profiles.profiles();
    saved.removeIf([&sessions](const Profile &profile) { return sessions.sessionOf(profile.id) != nullptr; });
    for (const Profile &profile : saved.first(qMin(saved.size(), MostProfiles))) {
        QAction *action = menu.addAction(menuText(profile.name));
        action->setIcon(profileIcon(profileColor(profile, theme), theme));
        QObject::connect(action, &QAction::triggered, &menu, [chosen, profile] { chosen(profile); });
    }
}

void addMarkActions(QMenu &menu, const KeyMarks &marks, const Theme &theme, const Session &session,
                    const std::function<void(const NavPlace &)> &chosen)
{
    const QList<QByteArray> separators = session.profile().separatorBytes();
    const auto add = [&](const QString &title, const QString &icon, const QList<QByteArray> &keys) {
        QMenu *list = menu.addMenu(theme.icon(icon), title);
        list->setEnabled(!keys.isEmpty());
        for (const QByteArray &key : keys.first(qMin(keys.size(), MostMarks))) {
            const bool isBranch = isBranchPrefix(key, separators);
            QAction *action =
                list->addAction(theme.icon(isBranch ? QStringLiteral("branch") : QStringLiteral("key")),
                                menuText(KeyText::elided(key, LongestKey)));
            QObject::connect(action, &QAction::triggered, &menu, [chosen, key, isBranch] {
                chosen(isBranch ? NavPlace::branch(key) : NavPlace::record(key));
            });
        }
    };
    add(WindowParts::tr("Favourites"), QStringLiteral("star"), marks.favourites());
    add(WindowParts::tr("Opened lately"), QStringLiteral("history"), marks.recent());
}

PaletteModel::KeySource keySourceOf(Session &session)
{
    return [guarded = QPointer<Session>(&session)](const QByteArray &prefix, int limit) {
        QList<QByteArray> keys;
        if (!guarded)
            return keys;
        const KeyspaceMirror &mirror = guarded->mirror();
        for (auto at = mirror.lowerBound(prefix); !mirror.isEnd(at) && keys.size() < limit;
             mirror.advance(at)) {
            const QByteArrayView key = mirror.keyAt(at);
            if (!key.startsWith(prefix))
                break;
            keys.append(key.toByteArray());
        }
        return keys;
    };
}

} // namespace Studio
