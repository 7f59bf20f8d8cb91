<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BulkTexts</name>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected key(s)</source>
        <translation>
            <numerusform>%Ln selected key</numerusform>
            <numerusform>%Ln selected keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected item(s)</source>
        <translation>
            <numerusform>%Ln selected item</numerusform>
            <numerusform>%Ln selected items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) counted.</source>
        <translation>
            <numerusform>%Ln key counted.</numerusform>
            <numerusform>%Ln keys counted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) searched.</source>
        <translation>
            <numerusform>%Ln record searched.</numerusform>
            <numerusform>%Ln records searched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) exported.</source>
        <translation>
            <numerusform>%Ln record exported.</numerusform>
            <numerusform>%Ln records exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) imported.</source>
        <translation>
            <numerusform>%Ln record imported.</numerusform>
            <numerusform>%Ln records imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) deleted.</source>
        <translation>
            <numerusform>%Ln key deleted.</numerusform>
            <numerusform>%Ln keys deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) patched.</source>
        <translation>
            <numerusform>%Ln record patched.</numerusform>
            <numerusform>%Ln records patched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) incremented.</source>
        <translation>
            <numerusform>%Ln record incremented.</numerusform>
            <numerusform>%Ln records incremented.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) copied.</source>
        <translation>
            <numerusform>%Ln record copied.</numerusform>
            <numerusform>%Ln records copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) moved.</source>
        <translation>
            <numerusform>%Ln record moved.</numerusform>
            <numerusform>%Ln records moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) taken back.</source>
        <translation>
            <numerusform>%Ln change taken back.</numerusform>
            <numerusform>%Ln changes taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln key(s)</source>
        <translation>
            <numerusform>%1 of %Ln key</numerusform>
            <numerusform>%1 of %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed.</source>
        <translation>
            <numerusform>%Ln failed.</numerusform>
            <numerusform>%Ln failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left alone.</source>
        <translation>
            <numerusform>%Ln left alone.</numerusform>
            <numerusform>%Ln left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>The key is %n bytes too long.</source>
        <translation>
            <numerusform>The key is %n byte too long.</numerusform>
            <numerusform>The key is %n bytes too long.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The value is %n bytes too large.</source>
        <translation>
            <numerusform>The value is %n byte too large.</numerusform>
            <numerusform>The value is %n bytes too large.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>%n key(s) failed.</source>
        <extracomment>In the journal, of a job</extracomment>
        <translation>
            <numerusform>%n key failed.</numerusform>
            <numerusform>%n keys failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message numerus="yes">
        <source>%Ln key(s) deleted</source>
        <translation>
            <numerusform>%Ln key deleted</numerusform>
            <numerusform>%Ln keys deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) patched</source>
        <translation>
            <numerusform>%Ln key patched</numerusform>
            <numerusform>%Ln keys patched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln counter(s) incremented</source>
        <translation>
            <numerusform>%Ln counter incremented</numerusform>
            <numerusform>%Ln counters incremented</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) copied</source>
        <translation>
            <numerusform>%Ln key copied</numerusform>
            <numerusform>%Ln keys copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) moved</source>
        <translation>
            <numerusform>%Ln key moved</numerusform>
            <numerusform>%Ln keys moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) imported</source>
        <translation>
            <numerusform>%Ln key imported</numerusform>
            <numerusform>%Ln keys imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) taken back</source>
        <translation>
            <numerusform>%Ln change taken back</numerusform>
            <numerusform>%Ln changes taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordTexts</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edited: %n member(s) · not saved</source>
        <translation>
            <numerusform>Edited: %n member · not saved</numerusform>
            <numerusform>Edited: %n members · not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveTexts</name>
    <message numerus="yes">
        <source>Patch with %n member(s), %1</source>
        <translation>
            <numerusform>Patch with %n member, %1</numerusform>
            <numerusform>Patch with %n members, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) too long</source>
        <translation>
            <numerusform>%Ln byte too long</numerusform>
            <numerusform>%Ln bytes too long</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::AlertNotifier</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::AlertsTab</name>
    <message numerus="yes">
        <source>%n alert(s) not acknowledged</source>
        <translation>
            <numerusform>%n alert not acknowledged</numerusform>
            <numerusform>%n alerts not acknowledged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::ConflictView</name>
    <message numerus="yes">
        <source>%n place(s) merged by themselves</source>
        <translation>
            <numerusform>%n place merged by itself</numerusform>
            <numerusform>%n places merged by themselves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your choice</source>
        <translation>
            <numerusform>%n needs your choice</numerusform>
            <numerusform>%n need your choice</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::CountField</name>
    <message numerus="yes">
        <source>Counting: %Ln key(s) so far, %1</source>
        <translation>
            <numerusform>Counting: %Ln key so far, %1</numerusform>
            <numerusform>Counting: %Ln keys so far, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) with %1 of values</source>
        <translation>
            <numerusform>%Ln key with %1 of values</numerusform>
            <numerusform>%Ln keys with %1 of values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::Dashboard</name>
    <message numerus="yes">
        <source>%n tile(s) of a kind that this version does not know were left out.</source>
        <translation>
            <numerusform>%n tile of a kind that this version does not know was left out.</numerusform>
            <numerusform>%n tiles of kinds that this version does not know were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::DeleteDialog</name>
    <message numerus="yes">
        <source>Delete %Ln key(s)</source>
        <translation>
            <numerusform>Delete %Ln key</numerusform>
            <numerusform>Delete %Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) will be removed from %1, for everyone who uses it.</source>
        <translation>
            <numerusform>%Ln key will be removed from %1, for everyone who uses it.</numerusform>
            <numerusform>%Ln keys will be removed from %1, for everyone who uses it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::DiffTab</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::DiffView</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) replaced</source>
        <translation>
            <numerusform>%Ln place replaced</numerusform>
            <numerusform>%Ln places replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::GapTab</name>
    <message numerus="yes">
        <source>%Ln key(s) changed</source>
        <translation>
            <numerusform>%Ln key changed</numerusform>
            <numerusform>%Ln keys changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::ImportDialog</name>
    <message numerus="yes">
        <source>Import %Ln record(s)</source>
        <translation>
            <numerusform>Import %Ln record</numerusform>
            <numerusform>Import %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) in all</source>
        <translation>
            <numerusform>%Ln record in all</numerusform>
            <numerusform>%Ln records in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of each kind the first %Ln record(s) are shown.</source>
        <translation>
            <numerusform>Of each kind the first record is shown.</numerusform>
            <numerusform>Of each kind the first %Ln records are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) cannot be written and will be missing. The import can be undone.</source>
        <translation>
            <numerusform>%Ln record cannot be written and will be missing. The import can be undone.</numerusform>
            <numerusform>%Ln records cannot be written and will be missing. The import can be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::ImportEntryModel</name>
    <message numerus="yes">
        <source>%Ln created</source>
        <translation>
            <numerusform>%Ln created</numerusform>
            <numerusform>%Ln created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln replaced</numerusform>
            <numerusform>%Ln replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patched</source>
        <translation>
            <numerusform>%Ln patched</numerusform>
            <numerusform>%Ln patched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the same already</source>
        <translation>
            <numerusform>%Ln the same already</numerusform>
            <numerusform>%Ln the same already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left alone</source>
        <translation>
            <numerusform>%Ln left alone</numerusform>
            <numerusform>%Ln left alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unknown</numerusform>
            <numerusform>%Ln unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::JobActions</name>
    <message numerus="yes">
        <source>And %Ln more. Nothing is lost: each can go on or be taken back.</source>
        <translation>
            <numerusform>And %Ln more. Nothing is lost: it can go on or be taken back.</numerusform>
            <numerusform>And %Ln more. Nothing is lost: each can go on or be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::JobsPanel</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: %1, and %Ln more</source>
        <translation>
            <numerusform>Interrupted: %1, and %Ln more</numerusform>
            <numerusform>Interrupted: %1, and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::JournalPanel</name>
    <message numerus="yes">
        <source>%Ln row(s) in %1</source>
        <translation>
            <numerusform>%Ln row in %1</numerusform>
            <numerusform>%Ln rows in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::JsonEditor</name>
    <message numerus="yes">
        <source>%1 (and %Ln more)</source>
        <comment>a problem, how many others there are</comment>
        <translation>
            <numerusform>%1 (and %Ln more)</numerusform>
            <numerusform>%1 (and %Ln more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::JsonTreeView</name>
    <message numerus="yes">
        <source>%Ln value(s) are too many to be opened all at once.</source>
        <translation>
            <numerusform>%Ln value is too many to be opened all at once.</numerusform>
            <numerusform>%Ln values are too many to be opened all at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::KeptEdits</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) that were not saved are kept.</source>
        <translation>
            <numerusform>%n edit that was not saved is kept.</numerusform>
            <numerusform>%n edits that were not saved are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::KeyCopier</name>
    <message numerus="yes">
        <source>%n value(s) would have to be read for it. Read the branch first, or export it.</source>
        <translation>
            <numerusform>%n value would have to be read for it. Read the branch first, or export it.</numerusform>
            <numerusform>%n values would have to be read for it. Read the branch first, or export it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::KeyHistoryTab</name>
    <message numerus="yes">
        <source>more than %n row(s)</source>
        <translation>
            <numerusform>more than %n row</numerusform>
            <numerusform>more than %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::KeySpaceStrip</name>
    <message numerus="yes">
        <source>%n known key(s)</source>
        <translation>
            <numerusform>%n known key</numerusform>
            <numerusform>%n known keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) here in the last minute</source>
        <translation>
            <numerusform>%n change here in the last minute</numerusform>
            <numerusform>%n changes here in the last minute</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::KeyTreeHead</name>
    <message numerus="yes">
        <source>%1 · %n out of date</source>
        <translation>
            <numerusform>%1 · %n out of date</numerusform>
            <numerusform>%1 · %n out of date</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::LiveFilterRow</name>
    <message numerus="yes">
        <source>%n kinds</source>
        <translation>
            <numerusform>%n kind</numerusform>
            <numerusform>%n kinds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::LivePanel</name>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::LiveSaving</name>
    <message numerus="yes">
        <source>%Ln row(s) in %1</source>
        <translation>
            <numerusform>%Ln row in %1</numerusform>
            <numerusform>%Ln rows in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::MainWindow</name>
    <message numerus="yes">
        <source>%n edit(s) are not in the store yet. Disconnecting loses them.</source>
        <translation>
            <numerusform>%n edit is not in the store yet. Disconnecting loses it.</numerusform>
            <numerusform>%n edits are not in the store yet. Disconnecting loses them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) are not in the store yet. Quitting loses them.</source>
        <translation>
            <numerusform>%n edit is not in the store yet. Quitting loses it.</numerusform>
            <numerusform>%n edits are not in the store yet. Quitting loses them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) end before they are through. What they have done stays done; copies, moves and imports can go on when the profile is opened again.</source>
        <translation>
            <numerusform>%n job ends before it is through. What it has done stays done; copies, moves and imports can go on when the profile is opened again.</numerusform>
            <numerusform>%n jobs end before they are through. What they have done stays done; copies, moves and imports can go on when the profile is opened again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::NoticeModel</name>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (once)</numerusform>
            <numerusform>%1 (%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::PageHistory</name>
    <message numerus="yes">
        <source>%n row(s) of the history exported</source>
        <translation>
            <numerusform>%n row of the history exported</numerusform>
            <numerusform>%n rows of the history exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::PatchDialog</name>
    <message numerus="yes">
        <source>The first %Ln record(s)</source>
        <translation>
            <numerusform>The first record</numerusform>
            <numerusform>The first %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::ProbeDialog</name>
    <message numerus="yes">
        <source>%Ln change(s) were told so far.</source>
        <translation>
            <numerusform>%Ln change was told so far.</numerusform>
            <numerusform>%Ln changes were told so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::RangeReading</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::RangeSelectionBar</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::RangeTab</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <extracomment>in the status bar</extracomment>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::RelocateDialog</name>
    <message numerus="yes">
        <source>This is %Ln byte(s) long; a key has %1 at most.</source>
        <translation>
            <numerusform>This is %Ln byte long; a key has %1 at most.</numerusform>
            <numerusform>This is %Ln bytes long; a key has %1 at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::SearchPanel</name>
    <message numerus="yes">
        <source>%n chosen part(s)</source>
        <translation>
            <numerusform>%n chosen part</numerusform>
            <numerusform>%n chosen parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the store may not be read with this token</source>
        <translation>
            <numerusform>%n part of the store may not be read with this token</numerusform>
            <numerusform>%n parts of the store may not be read with this token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) could not be read: %1</source>
        <translation>
            <numerusform>%n part could not be read: %1</numerusform>
            <numerusform>%n parts could not be read: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::SessionActions</name>
    <message numerus="yes">
        <source>The search ended after %n request(s).</source>
        <translation>
            <numerusform>The search ended after %n request.</numerusform>
            <numerusform>The search ended after %n requests.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::SessionPage</name>
    <message numerus="yes">
        <source>Close %n tab(s) without saving?</source>
        <translation>
            <numerusform>Close %n tab without saving?</numerusform>
            <numerusform>Close %n tabs without saving?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::SessionWatches</name>
    <message numerus="yes">
        <source>%n of the patterns is not watched</source>
        <translation>
            <numerusform>%n of the patterns is not watched</numerusform>
            <numerusform>%n of the patterns are not watched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::StatisticsDialog</name>
    <message numerus="yes">
        <source>%n selected item(s)</source>
        <translation>
            <numerusform>%n selected item</numerusform>
            <numerusform>%n selected items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The size of %n value(s) is not known.</source>
        <translation>
            <numerusform>The size of %n value is not known.</numerusform>
            <numerusform>The sizes of %n values are not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are as they were notified, which may be a part only.</source>
        <translation>
            <numerusform>%n value is as it was notified, which may be a part only.</numerusform>
            <numerusform>%n values are as they were notified, which may be a part only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::StatusLine</name>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n notice</numerusform>
            <numerusform>%n notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::TileView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::WatchWiring</name>
    <message numerus="yes">
        <source>%Ln key(s) changed while disconnected</source>
        <translation>
            <numerusform>%Ln key changed while disconnected</numerusform>
            <numerusform>%Ln keys changed while disconnected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln watched key(s) are still unverified.</source>
        <translation>
            <numerusform>%Ln watched key is still unverified.</numerusform>
            <numerusform>%Ln watched keys are still unverified.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::WatchesPanel</name>
    <message numerus="yes">
        <source>%Ln pattern(s)</source>
        <translation>
            <numerusform>%Ln pattern</numerusform>
            <numerusform>%Ln patterns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused by the server</source>
        <translation>
            <numerusform>%Ln refused by the server</numerusform>
            <numerusform>%Ln refused by the server</numerusform>
        </translation>
    </message>
</context>
</TS>
