// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor/saveflow.h"

#include "editor/jsoneditor.h"
#include "editor/recordcontroller.h"
#include "editor/recordquestion.h"
#include "editor/savepreview.h"
#include "editor/savetexts.h"
#include "editor/textfilesaver.h"
#include "mirror/valuetype.h"
#include "models/keytext.h"
#include "notices/noticecenter.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/wording.h"
#include "json/jsonerror.h"
#include "json/jsonscanner.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace Studio
{

namespace
{

using Presence = RecordController::Presence;
using Trouble = RecordController::Trouble;

constexpr qsizetype PlannedAtOnce = 64 * 1024; ///< bytes; more is worked out beside the window's thread

bool isJson(const QByteArray &text)
{
    const ValueType type = classifyValue(text);
    return type >= ValueType::Object && type <= ValueType::Null && !validateJson(text);
}

/// A name that every file system takes.
QString fileNameFor(const QByteArray &key, const QByteArray &text)
{
    QString name = KeyText::display(key).left(60);
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != u'-' && c != u'.')
            c = u'_';
    }
    if (name.isEmpty() || name.startsWith(u'.'))
        name.prepend(u"value"_qs);
    return name + (isJson(text) ? u".json"_qs : u".txt"_qs);
}

} // namespace

SaveFlow::SaveFlow(const Parts &parts, QWidget *parent)
    : QObject(parent)
    , m(parts)
    , m_tab(parent)
    , m_mode(savedMode(parts.app.settings, parts.session.profile().id))
    , m_saver(new TextFileSaver(this))
{
    connect(m_saver, &TextFileSaver::written, this, [this](const QString &file) {
        m.question.note(Severity::Good, tr("Saved as a file."),
                        tr("The text is in %1. It is not in the store.").arg(QDir::toNativeSeparators(file)));
    });
    connect(m_saver, &TextFileSaver::failed, this, [this](const QString &reason) {
        m.question.note(Severity::Error, tr("Not saved as a file."), reason);
    });
    connect(&m.preview, &SavePreview::escaped, this, &SaveFlow::cancel);
}

SaveFlow::~SaveFlow()
{
    m.app.notices.clear(noticeId());
}

void SaveFlow::setMode(SaveMode mode)
{
    if (m_mode == mode)
        return;
    cancel();
    m_mode = mode;
    rememberMode(m.app.settings, m.session.profile().id, mode);
    emit modeChanged();
}

QString SaveFlow::keyText() const
{
    return KeyText::elided(m.controller.key(), 60);
}

QString SaveFlow::noticeId() const
{
    return QStringLiteral("save/%1/%2").arg(m.session.id(), QString::fromUtf8(m.controller.key()));
}

void SaveFlow::noteFailure(const RecordBanner::Content &content)
{
    const Trouble trouble = m.controller.trouble();
    const bool isFailure = trouble == Trouble::WriteRefused || trouble == Trouble::WriteNotDone
                        || trouble == Trouble::WriteUncertain || trouble == Trouble::WriteUnknown;
    if (!isFailure) {
        m.app.notices.clear(noticeId());
        return;
    }
    if (m.app.notices.notice(noticeId()))
        return;
    Notice notice;
    notice.id = noticeId();
    notice.severity = content.severity;
    notice.title = tr("%1: %2").arg(keyText(), content.title);
    notice.text = content.text;
    notice.details = QStringLiteral("%1 %2").arg(m.controller.error().kindName(), m.controller.error().text);
    notice.context =
        QStringLiteral("record/%1/%2").arg(m.session.id(), QString::fromUtf8(m.controller.key()));
    m.app.notices.raise(notice);
}

QString SaveFlow::excess() const
{
    const Profile &profile = m.session.profile();
    if (m.controller.isNew()) {
        const QString ofKey = SaveTexts::excess(m.controller.key().size(), profile.maxKeySize);
        if (!ofKey.isEmpty())
            return tr("Key: %1").arg(ofKey);
    }
    return SaveTexts::excess(m.editor.size(), profile.maxValueSize);
}

/// Whether a text that is not JSON would surprise those who read this record.
bool SaveFlow::mayRefuseJson() const
{
    if (m.controller.presence() == Presence::Present)
        return isJson(m.controller.base());
    const ValueType type = classifyValue(m.editor.bytes());
    return type == ValueType::Object || type == ValueType::Array;
}

bool SaveFlow::refuseTooLong()
{
    const Profile &profile = m.session.profile();
    const bool isKey =
        m.controller.isNew() && profile.maxKeySize > 0 && m.controller.key().size() > profile.maxKeySize;
    const QString text = excess();
    if (text.isEmpty())
        return false;
    const QString limit = QLocale().toString(isKey ? profile.maxKeySize : profile.maxValueSize);
    RecordBanner::Content content;
    content.severity = Severity::Error;
    content.title =
        isKey ? tr("The key is %1.").arg(SaveTexts::excess(m.controller.key().size(), profile.maxKeySize))
              : tr("The value is %1.").arg(text);
    content.text = isKey ? tr("The profile allows keys of %1 bytes. Nothing has been sent.").arg(limit)
                         : tr("The profile allows values of %1 bytes. Nothing has been sent.").arg(limit);
    content.answers = rescues();
    content.answers.append({tr("Close"), [this] { m.question.end(); }});
    m.question.ask(content);
    return true;
}

void SaveFlow::save()
{
    m.question.end();
    if (m.preview.isShown()) {
        // What is about to be sent stands there already.
        if (QPushButton *send = m.preview.button(0))
            send->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m.controller.trouble() == Trouble::ChangedElsewhere) {
        emit choiceWanted();
        return;
    }
    if (m.controller.key().isEmpty()) {
        m.question.note(Severity::Warning, tr("The record needs a key."), tr("Type it in the field above."));
        emit keyWanted();
        return;
    }
    if (m.editor.size() == 0) {
        m.question.note(
            Severity::Warning, tr("An empty text cannot be saved."),
            tr("HPKV has no empty values. Delete the record instead, or write at least one character."));
        return;
    }
    if (!refuseTooLong())
        start();
}

void SaveFlow::start()
{
    // What is not there yet can be neither patched nor appended to.
    if (m_mode == SaveMode::Replace || m.controller.presence() != Presence::Present)
        askAboutReplace();
    else
        plan([this](const SavePlan &plan) { showPlan(plan); });
}

void SaveFlow::plan(const std::function<void(SavePlan)> &done)
{
    const QByteArray base = m.controller.base();
    const QByteArray text = m.editor.bytes();
    if (base.size() + text.size() <= PlannedAtOnce) {
        done(planSave(m_mode, base, text));
        return;
    }
    m_planning.start(
        [mode = m_mode, base, text](const std::atomic_bool &) { return planSave(mode, base, text); }, done);
}

void SaveFlow::askAboutReplace()
{
    const QByteArray text = m.editor.bytes();
    const RecordWrite replace = planSave(SaveMode::Replace, m.controller.base(), text).write;
    const auto send = [this, replace] {
        m.question.end();
        m.preview.end();
        write(replace);
    };
    const RecordBanner::Answer back{tr("Back to editing"), [this] { m.question.end(); }};
    const JsonError error = mayRefuseJson() ? validateJson(text) : JsonError();
    if (error) {
        m.question.ask({Severity::Warning,
                        tr("This is not valid JSON."),
                        tr("%1 Programs that expect JSON here may fail.").arg(jsonErrorSentence(error, text)),
                        {{tr("Save anyway"), send}, back}});
    } else if (m.controller.needsConfirmation()) {
        m.question.ask({Severity::Info,
                        tr("Write to the store?"),
                        tr("%1 gets the text below, %2.").arg(keyText(), Wording::size(text.size())),
                        {{tr("Save changes"), send}, back}});
    } else {
        send();
    }
}

void SaveFlow::showPlan(const SavePlan &plan)
{
    SavePreview::Content content = SaveTexts::preview(plan, m.controller.base());
    const RecordBanner::Answer back{tr("Back to editing"), [this] { cancel(); }};
    const RecordBanner::Answer replace{tr("Replace the whole value"), [this] {
                                           m.preview.end();
                                           askAboutReplace();
                                       }};
    const auto sendIt = [this, what = plan.write] {
        m.preview.end();
        write(what);
    };
    const bool isPatch = plan.mode == SaveMode::Patch;
    if (plan.obstacle != SavePlan::Obstacle::None)
        content.answers = {replace, back};
    else if (isPatch && !plan.patch.isExact())
        content.answers = {replace, {tr("Send the patch anyway"), sendIt}, back};
    else
        content.answers = {{isPatch ? tr("Send patch") : tr("Append"), sendIt}, replace, back};
    m.preview.show(content);
}

void SaveFlow::write(const RecordWrite &write)
{
    m_last = write;
    if (write.kind != WriteKind::Increment)
        m_target.reset();
    m.controller.write(write, true);
}

void SaveFlow::saveOver()
{
    const bool atOnce = m.controller.changeMetBySave();
    m.controller.keepMine();
    if (!atOnce)
        return;
    // The person has just chosen it, knowing what is there.
    const QByteArray text = m.editor.bytes();
    write(planSave(SaveMode::Replace, m.controller.base(), text).write);
}

void SaveFlow::count(qint64 delta)
{
    m_target.reset();
    sendStep(delta, false);
}

void SaveFlow::countTo(qint64 value)
{
    const std::optional<qint64> now = counterValue(m.controller.base());
    const std::optional<qint64> delta = now ? counterStep(*now, value) : std::nullopt;
    if (!delta || *delta == 0)
        return;
    m_target = value;
    sendStep(*delta, true);
}

void SaveFlow::sendStep(qint64 delta, bool ifUnchanged)
{
    RecordWrite step;
    step.kind = WriteKind::Increment;
    step.text = m.controller.base();
    step.delta = delta;
    step.ifUnchanged = ifUnchanged;
    const auto send = [this, step] {
        m.question.end();
        write(step);
    };
    if (!m.controller.needsConfirmation()) {
        send();
        return;
    }
    const std::optional<qint64> now = counterValue(m.controller.base());
    const std::optional<qint64> after = now ? counterSum(*now, delta) : std::nullopt;
    if (!after)
        return;
    const QLocale locale;
    const QString amount = delta < 0 ? locale.toString(delta) : QLatin1Char('+') + locale.toString(delta);
    m.question.ask({Severity::Info,
                    tr("Count %1?").arg(amount),
                    tr("%1 goes from %2 to %3, and further if others count too.")
                        .arg(keyText(), locale.toString(*now), locale.toString(*after)),
                    {{tr("Count"), send}, {tr("Leave it"), [this] { m.question.end(); }}}});
}

void SaveFlow::askDelete()
{
    if (m.controller.isReadOnly() || m.controller.presence() != Presence::Present)
        return;
    m.question.ask({Severity::Error,
                    tr("Delete %1?").arg(keyText()),
                    tr("It is taken out of the store if nobody changed it meanwhile. The text stays in this "
                       "tab until it "
                       "is closed."),
                    {{tr("Delete"),
                      [this] {
                          m.question.end();
                          m.controller.remove(true);
                      },
                      true},
                     {tr("Keep"), [this] { m.question.end(); }}}});
}

void SaveFlow::retry()
{
    if (m.controller.wasRemoval())
        askDelete();
    else if (m.controller.lastKind() != WriteKind::Increment)
        save();
    else if (m_target)
        countTo(*m_target);
    else
        count(m_last.delta);
}

QList<RecordBanner::Answer> SaveFlow::rescues()
{
    if (m.controller.trouble() != Trouble::None
        && (m.controller.wasRemoval() || m.controller.lastKind() == WriteKind::Increment))
        return {};
    return {
        {tr("Save as file…"),
         [this] {
             const QByteArray text = m.editor.bytes();
             m_saver->ask(m_tab->window(), fileNameFor(m.controller.key(), text), text);
         }},
        {tr("Copy"), [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m.editor.bytes())); }}};
}

void SaveFlow::textChanged()
{
    m_planning.cancel();
    m.preview.end();
    if (m.question.isAsking())
        m.question.end();
}

void SaveFlow::cancel()
{
    m_planning.cancel();
    m.preview.end();
}

} // namespace Studio
