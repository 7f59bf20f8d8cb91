// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bulk/patchdialog.h"

#include "bulk/bulktexts.h"
#include "editor/jsoneditor.h"
#include "models/keytext.h"
#include "session/pageoperation.h"
#include "session/readoperation.h"
#include "session/session.h"
#include "shell/appcontext.h"
#include "shell/look.h"
#include "shell/theme.h"
#include "json/jsonmergepatch.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Studio
{

namespace
{

constexpr int CheckMs = 150; ///< after the last key press
constexpr qsizetype LongestPreview = 200; ///< bytes of a value in a cell
constexpr int EditorHeight = 132;
constexpr int Width = 760;
enum Column { KeyColumn, BeforeColumn, AfterColumn, Columns };

/// A value on one line from `first` on, cut.
QString valueText(const QByteArray &value, qsizetype first = 0)
{
    const QByteArrayView part = QByteArrayView(value).sliced(first);
    const QChar dots(0x2026);
    QString text = KeyText::display(part.first(std::min(part.size(), LongestPreview)));
    if (part.size() > LongestPreview)
        text += dots;
    return first > 0 ? dots + text : text;
}

/// Where the two begin to differ, with a little of what stands before it.
qsizetype differenceOf(const QByteArray &before, const QByteArray &after)
{
    constexpr qsizetype shown = 12; // bytes of what is the same
    const auto [in, out] = std::mismatch(before.cbegin(), before.cend(), after.cbegin(), after.cend());
    qsizetype at = std::max<qsizetype>(0, std::distance(before.cbegin(), in) - shown);
    while (at > 0 && (uchar(before.at(at)) & 0xC0) == 0x80)
        --at; // not within a character
    return at <= shown ? 0 : at;
}

} // namespace

PatchDialog::PatchDialog(AppContext &app, Session &session, const KeySelection &selection, QWidget *parent)
    : BulkDialog(app, session, tr("Patch"), BulkTexts::title(JobKind::Patch, selection, {}), parent)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("patchDialog"));
    QLabel *ask = addText(tr("Members to set in every record, as a JSON object. null removes a member."),
                          ColorRole::TextMuted);
    m_editor = new JsonEditor(app, this);
    m_editor->setLanguage(JsonEditor::Language::Json);
    m_editor->setBytes("{\n  \n}");
    m_editor->setCursor(4);
    m_editor->setMinimumHeight(app.theme.metric(EditorHeight));
    m_editor->setAccessibleName(ask->text());
    body()->addWidget(m_editor, 1);
    m_previewHead = addText({}, ColorRole::Text);
    Look::text(m_previewHead, app.theme, ColorRole::Text, -1, QFont::DemiBold);
    m_preview = new QTableWidget(0, Columns, this);
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setAccessibleName(tr("What becomes of the first records"));
    m_preview->setHorizontalHeaderLabels({tr("Key"), tr("Before"), tr("After")});
    m_preview->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_preview->horizontalHeader()->setHighlightSections(false);
    m_preview->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_preview->verticalHeader()->hide();
    m_preview->verticalHeader()->setMinimumSectionSize(app.theme.metric(24));
    m_preview->verticalHeader()->setDefaultSectionSize(app.theme.metric(24));
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_preview->setShowGrid(false);
    m_preview->setWordWrap(false);
    m_preview->setTabKeyNavigation(false);
    m_preview->setFixedHeight(app.theme.metric(24 * int(Shown) + 32));
    Look::monospace(m_preview, app.theme, -1);
    body()->addWidget(m_preview);
    setGo(tr("Patch"));

    m_wait.setSingleShot(true);
    m_wait.setInterval(CheckMs);
    connect(&m_wait, &QTimer::timeout, this, &PatchDialog::refresh);
    connect(m_editor, &JsonEditor::textChanged, this, [this] {
        setReady(false, note());
        m_wait.start();
    });
    resize(app.theme.metric(Width), app.theme.metric(520));
    m_editor->setFocus();
    readSamples();
    refresh();
}

void PatchDialog::readSamples()
{
    m_reading = true;
    m_toRead = m_selection.keys.first(std::min(Shown, m_selection.keys.size()));
    if (m_toRead.size() < Shown && !m_selection.intervals.isEmpty()) {
        const KeyInterval &interval = m_selection.intervals.constFirst();
        m_page = session().readPage(interval.first, interval.last, int(Shown - m_toRead.size()));
        connect(m_page, &PageOperation::finished, this, [this] {
            if (m_page->error().isError())
                m_readProblem = m_page->error().text;
            m_toRead.append(m_page->keys());
            readNext();
        });
        return;
    }
    readNext();
}

void PatchDialog::readNext()
{
    if (m_toRead.isEmpty()) {
        m_reading = false;
        refresh();
        return;
    }
    ReadOperation *read = session().read(m_toRead.takeFirst());
    connect(read, &ReadOperation::finished, this, [this, read] {
        if (read->error().isError())
            m_readProblem = read->error().text;
        else
            m_samples.append({read->key(), read->value()});
        readNext();
    });
}

QString PatchDialog::problem() const
{
    const bool isJson = m_editor->validate().code == JsonErrorCode::None;
    const QByteArray text = m_editor->bytes();
    if (!isJson)
        return tr("This is not JSON yet.");
    if (!isJsonObject(text))
        return tr("A patch is a JSON object with the members to set.");
    // A patch that changes nothing of an empty object names no member at all.
    const auto effect = applyMergePatch("{}", text);
    if (effect && effect->trimmed() == "{}" && !text.contains(':'))
        return tr("This patch changes nothing yet.");
    return {};
}

void PatchDialog::refresh()
{
    const QString wrong = problem();
    const QByteArray patch = m_editor->bytes();
    m_preview->setRowCount(int(m_samples.size()));
    int noObjects = 0;
    for (int row = 0; row < int(m_samples.size()); ++row) {
        const Sample &sample = m_samples.at(row);
        QString before = sample.value ? valueText(*sample.value) : QString();
        QString after;
        if (!sample.value) {
            after = tr("is left alone, as it does not exist");
        } else if (!isJsonObject(*sample.value)) {
            after = tr("is left alone, as it is no JSON object");
            ++noObjects;
        } else if (wrong.isEmpty()) {
            const auto result = applyMergePatch(*sample.value, patch);
            if (!result || *result == *sample.value) {
                after = tr("stays as it is");
            } else {
                const qsizetype at = differenceOf(*sample.value, *result);
                before = valueText(*sample.value, at);
                after = valueText(*result, at);
            }
        }
        const auto cell = [&](int column, const QString &text) {
            auto *item = new QTableWidgetItem(text);
            item->setToolTip(text.toHtmlEscaped());
            m_preview->setItem(row, column, item);
        };
        cell(KeyColumn, KeyText::display(sample.key));
        cell(BeforeColumn, before);
        cell(AfterColumn, after);
    }
    m_previewHead->setText(
        m_reading                  ? tr("Reading the first records…")
        : !m_readProblem.isEmpty() ? tr("Not all of the first records could be read: %1").arg(m_readProblem)
        : m_samples.isEmpty()      ? tr("Nothing to show: there are no such records.")
                                   : tr("The first %Ln record(s)", nullptr, int(m_samples.size())));
    if (!wrong.isEmpty())
        setReady(false, wrong);
    else if (noObjects > 0)
        setReady(true,
                 tr("Records that are no JSON objects are left alone and reported. The values of the others "
                    "are kept in an undo file first, so that it can be undone."),
                 ColorRole::Warning);
    else
        setReady(true,
                 tr("The patch is merged into every record; members that it does not name stay as they are. "
                    "The values are kept in an undo file first, so that it can be undone."));
}

void PatchDialog::go()
{
    if (!problem().isEmpty()) {
        refresh();
        return;
    }
    emit chosen(m_editor->bytes());
    accept();
}

} // namespace Studio
