// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <memory>

namespace Studio
{

struct AppContext;
struct Notice;

/// Shows the notice that matters most of one context (Notice::context) as a banner with its action button, or
/// nothing (hidden) when there is none.
class NoticeBanner : public QWidget
{
    Q_OBJECT

public:
    /// `context` as in Notice::context: "window", "session/ID", "record/ID/KEY". Further contexts may be
    /// added.
    NoticeBanner(AppContext &app, QString context, QWidget *parent = nullptr);
    ~NoticeBanner() override;

    /// Notices with one of the ids in `elsewhere` are left out: another place shows them.
    void setContexts(const QStringList &contexts, const QStringList &elsewhere = {});

signals:
    void shownChanged(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
