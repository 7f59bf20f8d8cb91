// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace Studio
{

class CodeView;

/// Colours and fold levels of a CodeView, worked out when Scintilla asks for them. A fold level follows from
/// all that lies above; but a jump to the end of a large text does not wait for that: what is seen is
/// coloured at once, and the rest follows from the top in slices, one in each pass of the event loop.
class CodeColours : public QObject
{
    Q_OBJECT

public:
    explicit CodeColours(CodeView &view);
    ~CodeColours() override;

    void setJson(bool isJson);
    /// Scintilla wants to paint up to `until`.
    void colourUntil(qsizetype until);
    /// Goes on until the fold that begins in `line` is known as a whole.
    void finishFold(int line);
    /// Bytes are about to change from `offset` on.
    void changedFrom(qsizetype offset);
    /// Whether colours and levels above `offset` are all known.
    bool isKnownUntil(qsizetype offset) const { return m_known >= offset; }

signals:
    /// Fold levels above what is seen have become known.
    void caughtUp();

private:
    void colourLines(int first, int last, bool withFolds);
    void colourSeen(int lastLine);
    void goOn(qsizetype until);
    void step();

    CodeView &m_view;
    QTimer m_timer;
    qsizetype m_known = 0; ///< the beginning of a line, or the end
    qsizetype m_wanted = 0;
    bool m_isJson = true;
};

} // namespace Studio
