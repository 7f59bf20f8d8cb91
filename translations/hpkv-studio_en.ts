<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>Studio::FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
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
</TS>
