// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "json/jsonerror.h"

#include <QByteArray>
#include <QList>
#include <QWidget>

#include <memory>

namespace Studio
{

struct AppContext;
class JsonSchema;
struct JsonFormatResult;
struct TextEdit;
struct TextFindings;

/// A text editor for one value: JSON or plain text, as the bytes it is. Bytes go in and come out by length,
/// so that NUL and every odd byte survive. Undo and redo are its own.
class JsonEditor : public QWidget
{
    Q_OBJECT

public:
    enum class Language : quint8 { Json, PlainText };

    explicit JsonEditor(AppContext &app, QWidget *parent = nullptr);
    ~JsonEditor() override;

    /// Replaces everything and forgets the undo history. False if the editor does not give back the same
    /// bytes: then it is empty and the caller shows the value otherwise.
    bool setBytes(const QByteArray &bytes);
    QByteArray bytes() const;
    /// Good until the next change.
    QByteArrayView view() const;
    qsizetype size() const;
    bool isEqualTo(const QByteArray &bytes) const;

    /// Brings the text to `bytes` by changing only the lines that differ, so that cursor, scroll position and
    /// folding stay, and lights those lines for a moment if `light`. The undo history is forgotten unless
    /// `undoable`; then it is one step.
    void updateBytes(const QByteArray &bytes, bool light, bool undoable = false);

    /// Carries out an edit as one undo step. False if the editor is read-only.
    bool applyEdit(const TextEdit &edit);

    void setLanguage(Language language);
    Language language() const;
    void setReadOnly(bool readOnly);
    bool isReadOnly() const;
    /// Long lines are wrapped where the settings say so, in values up to 300 kB and in lines up to 30 kB
    /// (above, a line below the text says so).
    bool isWrapped() const;

    /// White space only, as one undo step. False (and the error is shown) if the text is not JSON. Long texts
    /// are worked on beside; then the answer is true, and nothing happens if the text changes meanwhile.
    bool format();
    bool compact();
    /// Members of every object by name; as format().
    bool sortMembers();

    /// Byte offset of the cursor.
    qsizetype cursor() const;
    void setCursor(qsizetype offset);
    /// JSON Pointer of the cursor; empty in plain text and for the whole value.
    QByteArray pointer() const;

    /// What the text is checked against beside being JSON. `note`: what is to be said of it (why it is not
    /// used).
    void setSchema(const JsonSchema &schema, const QString &note = {});
    /// Offers what the schema has for the place of the cursor.
    void complete();
    bool canComplete() const;

    /// What the members that changed are counted against.
    void setBase(const QByteArray &base);
    /// Result of the last check, which follows a change after a moment.
    const TextFindings &findings() const;
    /// As findings().error, but checked now.
    JsonError validate() const;

    bool canUndo() const;
    bool canRedo() const;
    bool hasSelection() const;
    void undo();
    void redo();
    void cut();
    void copy();
    void paste();
    void selectAll();
    /// Opens the find bar with what is selected.
    void showFind(bool replace = false);
    void findNext();
    void findPrevious();
    /// Opens the bar that leads to a line or member.
    void showGoTo();
    /// More cursors: one in the next line (`by` 1) or the one before (-1); at the next place with what is
    /// selected; at all of them.
    void addCursor(int by);
    void selectNext();
    void selectAllPlaces();

signals:
    /// The text changed, by whomever.
    void textChanged();
    /// A check ended, see findings().
    void checked();
    void pointerChanged(const QByteArray &pointer);
    /// Selection, undo or redo state may be another one.
    void stateChanged();

private:
    void announce();
    bool rewrite(JsonFormatResult (*work)(QByteArrayView));
    bool take(const JsonFormatResult &result);
    void refreshWrap();
    void refreshNote();
    void findPointer();
    void say(const QString &note);
    void showFindings();
    void goToProblem();
    void takeCompletion(const QByteArray &text);
    void zoom();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Studio
