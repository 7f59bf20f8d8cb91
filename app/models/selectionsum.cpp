// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/selectionsum.h"

#include "mirror/keyspacemirror.h"
#include "models/rangecell.h"
#include "models/rangemodel.h"

#include <QElapsedTimer>

namespace Studio
{

namespace
{

constexpr qint64 sliceNs = 4'000'000;
constexpr int restartMs = 200;

} // namespace

SelectionSum::SelectionSum(RangeModel &model, const KeyspaceMirror &mirror, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_mirror(mirror)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &SelectionSum::work);
    m_again.setSingleShot(true);
    m_again.setInterval(restartMs);
    connect(&m_again, &QTimer::timeout, this, [this] { start(m_rows, m_column); });
}

void SelectionSum::start(const QList<std::pair<int, int>> &rows, const RangeColumn &column)
{
    m_again.stop();
    m_rows = rows;
    m_column = column;
    m_range = 0;
    m_row = rows.isEmpty() ? 0 : rows.constFirst().first;
    m_sum = ExactSum();
    m_unread = 0;
    if (rows.isEmpty()) {
        m_timer.stop();
        emit changed();
    } else {
        m_timer.start();
    }
}

void SelectionSum::restart()
{
    // Not restarted: under steady change it would never run.
    if (!m_rows.isEmpty() && !m_again.isActive())
        m_again.start();
}

void SelectionSum::work()
{
    QElapsedTimer clock;
    clock.start();
    RangeCellReader reader({m_column});
    const int count = m_model.rowCount();
    for (int done = 0; m_range < m_rows.size(); ++done) {
        if ((done & 63) == 63 && clock.nsecsElapsed() > sliceNs) {
            emit changed();
            return;
        }
        if (m_row > m_rows[m_range].second || m_row >= count) {
            if (++m_range < m_rows.size())
                m_row = m_rows[m_range].first;
            continue;
        }
        const QByteArray key = m_model.keyAt(m_row++);
        const auto place = m_mirror.lowerBound(key);
        if (m_mirror.isEnd(place) || m_mirror.keyAt(place) != key)
            continue;
        // Not as find(): to be added up does not mean to be in use.
        const Entry entry = m_mirror.entryAt(place);
        reader.read(entry);
        const RangeCell cell = reader.cell(0);
        if (cell.kind == RangeCell::Kind::Unread)
            ++m_unread;
        else if (const QByteArray number = cell.numberText(); !number.isEmpty())
            m_sum.add(number);
    }
    m_timer.stop();
    emit changed();
}

} // namespace Studio
