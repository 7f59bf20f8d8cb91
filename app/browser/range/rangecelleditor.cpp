// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/range/rangecelleditor.h"

#include "browser/range/rangetable.h"
#include "editor/recordbanner.h"
#include "models/keytext.h"
#include "models/rangemodel.h"
#include "session/readoperation.h"
#include "session/session.h"

#include <QPushButton>

namespace Studio
{

namespace
{

constexpr int LongestName = 60;

bool isEditable(const RangeColumn &column)
{
    return column.kind == RangeColumn::Kind::Value || column.kind == RangeColumn::Kind::Member;
}

} // namespace

RangeCellEditor::RangeCellEditor(Session &session, RangeModel &model, RangeTable &table, RecordBanner &banner,
                                 QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_model(model)
    , m_table(table)
    , m_banner(banner)
    , m_edit(new RangeEdit(session, this))
{
    connect(&table, &RangeTable::editRequested, this, &RangeCellEditor::begin);
    connect(&table, &RangeTable::committed, this, &RangeCellEditor::commit);
    connect(m_edit, &RangeEdit::finished, this, &RangeCellEditor::ended);
}

bool RangeCellEditor::canBegin(const QModelIndex &index) const
{
    return index.isValid() && m_session.profile().safety != SafetyLevel::ReadOnly && !m_edit->isWriting();
}

/// Never from a value that is only presumed: such a one is read first.
void RangeCellEditor::begin(const QModelIndex &index)
{
    if (!canBegin(index))
        return;
    const RangeColumn column = m_model.columns()[index.column()];
    const QByteArray key = m_model.keyAt(index.row());
    if (!isEditable(column)) {
        emit openRequested(key);
        return;
    }
    const auto state = m_model.rowState(index.row());
    if (state == RangeModel::RowState::Gone)
        return;
    if (state == RangeModel::RowState::Read) {
        openField(key, index.column());
        return;
    }
    ReadOperation *read = m_session.read(key);
    connect(read, &ReadOperation::finished, this, [this, read, column] {
        const int at = m_model.columnOf(column);
        if (read->error().isError())
            m_banner.tell(Severity::Error,
                          tr("%1 could not be read").arg(KeyText::elided(read->key(), LongestName)),
                          read->error().text);
        else if (at >= 0)
            openField(read->key(), at);
    });
}

void RangeCellEditor::openField(const QByteArray &key, int column)
{
    const int row = m_model.rowOf(key);
    const std::optional<Entry> entry = row < 0 ? std::nullopt : m_model.entryAt(row);
    if (!entry || !entry->hasValue)
        return;
    const QByteArray value = entry->value;
    const std::optional<QString> text = RangeEdit::textFor(value, m_model.columns()[column]);
    if (!text) {
        const bool isMember = m_model.columns()[column].kind == RangeColumn::Kind::Member;
        offerRecord(key, isMember ? tr("The value has no such member, or it does not fit into one line.")
                                  : tr("The value does not fit into one line."));
        return;
    }
    m_before = value;
    m_banner.clear();
    m_table.editCell(m_model.index(row, column), *text);
}

void RangeCellEditor::offerRecord(const QByteArray &key, const QString &reason)
{
    m_banner.show({Severity::Info,
                   tr("This cell is edited in its record"),
                   reason,
                   {{tr("Open the record"),
                     [this, key] {
                         m_banner.clear();
                         emit openRequested(key);
                     }},
                    {tr("Close"), [this] { m_banner.clear(); }}}});
}

void RangeCellEditor::commit(const QByteArray &key, int column, const QString &text)
{
    RangeEdit::Trouble trouble = RangeEdit::Trouble::None;
    const std::optional<QByteArray> after =
        RangeEdit::changed(m_before, m_model.columns()[column], text.toUtf8(), &trouble);
    if (!after)
        m_table.showEditProblem(trouble == RangeEdit::Trouble::NotJson
                                    ? tr("This is no JSON value. Texts stand in quotes: \"paid\"")
                                    : tr("The value has no such member any more"));
    else if (after->isEmpty())
        m_table.showEditProblem(tr("An empty value cannot be stored; delete the record instead"));
    else if (*after == m_before)
        m_table.closeField();
    else if (m_session.profile().safety == SafetyLevel::Confirm)
        ask(key, column, text, *after);
    else
        write(key, *after, false);
}

void RangeCellEditor::ask(const QByteArray &key, int column, const QString &text, const QByteArray &after)
{
    const QString what = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    m_banner.show({Severity::Warning,
                   //: %1 is a column, %2 a key
                   tr("Write %1 of %2?").arg(what, KeyText::elided(key, LongestName)),
                   tr("The new value is %1.").arg(KeyText::elided(text.toUtf8(), LongestName)),
                   {{tr("Write"), [this, key, after] { write(key, after, true); }}, {tr("Cancel"), [this] {
                                                                                         m_banner.clear();
                                                                                         m_table.closeField();
                                                                                     }}}});
    if (QPushButton *first = m_banner.button(0))
        first->setFocus();
}

void RangeCellEditor::write(const QByteArray &key, const QByteArray &after, bool confirmed)
{
    m_banner.clear();
    m_edit->write(key, m_before, after, confirmed);
}

void RangeCellEditor::ended()
{
    const QString name = KeyText::elided(m_edit->key(), LongestName);
    const RecordBanner::Answer close{tr("Close"), [this] {
                                         m_banner.clear();
                                         m_table.closeField();
                                     }};
    switch (m_edit->trouble()) {
    case RangeEdit::Trouble::Changed:
        if (!m_edit->actual()) {
            m_banner.tell(Severity::Warning, tr("%1 was deleted by someone else").arg(name),
                          tr("Nothing was written."));
            m_table.closeField();
            break;
        }
        // The field keeps what was typed; the cell below shows what the store holds now.
        m_before = *m_edit->actual();
        m_banner.show(
            {Severity::Warning,
             tr("%1 was changed by someone else").arg(name),
             tr("Nothing was written. Your text stays in the field; Enter writes it into the value as it "
                "is now."),
             {close}});
        break;
    case RangeEdit::Trouble::Refused:
        m_banner.show({Severity::Error,
                       tr("%1 was not written").arg(name),
                       tr("%1 Your text stays in the field.").arg(m_edit->errorText()),
                       {close}});
        break;
    case RangeEdit::Trouble::Unknown:
        m_banner.show(
            {Severity::Warning,
             tr("%1 may be written").arg(name),
             tr("The request left, then the line was lost. It is read again when the line is back."),
             {close}});
        m_table.closeField();
        break;
    default:
        m_banner.clear();
        m_table.closeField();
        break;
    }
}

} // namespace Studio
