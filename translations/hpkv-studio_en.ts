<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
