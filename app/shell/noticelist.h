// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

class QLabel;
class QListView;
class QPushButton;

namespace Studio
{

struct AppContext;

/// Everything that was reported and is not mended yet, newest first, with what can be done.
class NoticeList : public QDialog
{
    Q_OBJECT

public:
    explicit NoticeList(AppContext &app, QWidget *parent = nullptr);

private:
    void showCurrent();

    AppContext &m_app;
    QListView *m_list;
    QLabel *m_empty;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_clear;
};

} // namespace Studio
