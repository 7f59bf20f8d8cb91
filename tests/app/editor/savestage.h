// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editor/counterview.h"
#include "editor/jsoneditor.h"
#include "editor/recordbanner.h"
#include "editor/recordbars.h"
#include "editor/recordcontroller.h"
#include "editor/recordtab.h"
#include "editor/savepreview.h"

#include "../session/sessionfixture.h"
#include "editorfixture.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <memory>

namespace Studio
{

/// A record tab on a session over a real socket, and the words on it.
struct SaveStage {
    EditorFixture app;
    SessionFixture server;
    std::unique_ptr<Session> session;
    std::unique_ptr<RecordTab> tab;

    SaveStage()
    {
        server.options.maxValue = 100'000;
        server.startServer();
    }
    ~SaveStage()
    {
        tab.reset();
        session.reset();
    }

    /// Empty key: a new record. False if it was not read.
    bool open(const QByteArray &key, const Profile &profile)
    {
        SessionOptions options = SessionFixture::quick();
        options.callTimeout = std::chrono::milliseconds(400);
        session = server.makeSession(profile, QStringLiteral("key"), options);
        return openTab(key);
    }
    bool open(const QByteArray &key) { return open(key, server.profile()); }
    bool openTab(const QByteArray &key)
    {
        tab = std::make_unique<RecordTab>(app.app, *session, key);
        tab->resize(1000, 500);
        tab->show();
        if (!QTest::qWaitForWindowExposed(tab.get()))
            return false;
        return QTest::qWaitFor([this, key] {
            const RecordController &controller = tab->controller();
            return key.isEmpty()
                     ? controller.isConnected()
                     : controller.presence() != RecordController::Presence::Unknown && controller.isLive();
        });
    }

    void edit(const QByteArray &text) const { tab->editor().updateBytes(text, false, true); }
    QByteArray text() const { return tab->editor().bytes(); }
    QString state() const { return tab->findChild<RecordSaveBar *>()->state(); }
    SavePreview &preview() const { return *tab->findChild<SavePreview *>(); }
    CounterView &counter() const { return *tab->findChild<CounterView *>(); }

    /// The button with this text on a banner or preview that is shown.
    QPushButton *answer(const QString &text) const
    {
        for (const RecordBanner *banner : tab->findChildren<RecordBanner *>()) {
            for (int i = 0; !banner->isHidden() && banner->button(i); ++i) {
                if (banner->button(i)->text() == text)
                    return banner->button(i);
            }
        }
        for (int i = 0; preview().isShown() && preview().button(i); ++i) {
            if (preview().button(i)->text() == text)
                return preview().button(i);
        }
        return nullptr;
    }
    bool press(const QString &text) const
    {
        QPushButton *button = answer(text);
        if (!button || !button->isEnabled())
            return false;
        button->click();
        return true;
    }
    bool says(const QString &text) const
    {
        const auto banners = tab->findChildren<RecordBanner *>();
        return std::any_of(banners.cbegin(), banners.cend(), [&text](const RecordBanner *banner) {
            return !banner->isHidden()
                && QString(banner->title() + QLatin1Char(' ') + banner->text()).contains(text);
        });
    }
    bool count(int step) const
    {
        counter()
            .findChild<QLineEdit *>(QStringLiteral("counterStep"))
            ->setText(QString::number(std::abs(step)));
        auto *button = counter().findChild<QPushButton *>(step > 0 ? QStringLiteral("counterPlus")
                                                                   : QStringLiteral("counterMinus"));
        if (!button->isEnabled())
            return false;
        button->click();
        return true;
    }
    bool countTo(qint64 value) const
    {
        counter().findChild<QLineEdit *>(QStringLiteral("counterTarget"))->setText(QString::number(value));
        auto *button = counter().findChild<QPushButton *>(QStringLiteral("counterSet"));
        if (!button->isEnabled())
            return false;
        button->click();
        return true;
    }
};

} // namespace Studio
