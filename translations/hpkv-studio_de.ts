<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Age</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a store with an API key or a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a store on this computer that keeps changing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage profiles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change, copy or delete saved connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the edited value to the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the value that was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the current profile and its tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme, fonts, language, what is kept on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find text in the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indent the JSON; only white space changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the white space between JSON members out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to key or prefix…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a key by typing it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find and run any command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tree of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show changes as they happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the live changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys on the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live below or beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every part of the window back in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a record that does not exist yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in a tab of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the record again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the keys again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List again what is open in the tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the whole branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read every record below the current branch in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the list of changes still; what arrives is counted and waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the record of a change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not wait for the next attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the address, the key or the safety level of the current profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was reported, in one list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open profiles and saved ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About HPKV Studio</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnvImport</name>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonErrors</name>
    <message>
        <source>A number may not begin with 0 before further digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number may not begin with +.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number needs a digit here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number needs a digit behind its decimal point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number needs a digit in its exponent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This string has no closing quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This string has no closing quote on its line. A line break inside a string is written as \n.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tab inside a string is written as \t.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control character %1 inside a string is written as an escape (\u00…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no escape of JSON. A backslash itself is written as \\.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four hexadecimal digits have to follow \u.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON uses double quotes, not single ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This byte is not valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The { of line %1 has to be closed by }, not by ].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The [ of line %1 has to be closed by ], not by }.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The { of line %1 is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The [ of line %1 is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no value here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text begins with a byte order mark, which JSON does not allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is expected here, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a member in double quotes is expected here, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 has to stand in double quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colon is expected behind the name of a member, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma is missing before %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma or } is expected here, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comma or ] is expected here, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This comma is one too many: nothing follows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value is missing before this comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value ends before this; nothing may follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON does not know %1. Text stands in double quotes; true, false and null are written in small letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON has no comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The character %1 has no meaning here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>shown %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filtered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer kept %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emptied %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received %1 = %2 · %3</source>
        <extracomment>the sum of the live panel; %2 is a list of parts joined by plus signs, %3 &quot;0 lost&quot; or &quot;offline since 14:21:53&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes received: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as rows: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden by the filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting while paused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older than what is kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out by “Empty the list”: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LiveKind</name>
    <message>
        <source>created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rewritten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost: changes may be missing from here on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivateFile</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileConnection</name>
    <message>
        <source>No certificate can be read from %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordCommands</name>
    <message>
        <source>Copy key of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the key of the open record on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the whole value on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the member that the cursor stands in on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy JSON Pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the path of the member that the cursor stands in on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the open record from the store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordTexts</name>
    <message>
        <source>This connection may not do that with this key. An API key that may write, or a token whose pattern includes the key, can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept the API key or token. Check it in the profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused it for its rate limit. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value or the key is larger than the server takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no such key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was closed before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests wait already. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another writer changed the record meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server says: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server reports a failure (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again in %1 (attempt %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again now (attempt %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you see may be out of date; your edit stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you see may be out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This record was deleted elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text stays here and can be saved again as a new record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed elsewhere while you were editing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been written; your text stays until you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed elsewhere: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Your text stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection failed on the way. The record was read again: the change was not carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the change was carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading again… Your text stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is read again when the connection is back. Your text stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read %1, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read %1, may be out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of members</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Edited · not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited: white space or order only · not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited: more than %1 members · not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Edited: %n member(s) · not saved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>changed just now by another writer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed %1 ago by another writer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed just now by another writer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed %1 ago by another writer: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>This connection asks before each write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::AboutDialog</name>
    <message>
        <source>About HPKV Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See, change and watch your key-value store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. The library libhpkvqt and the emulator are under the MIT licence.

Not made by or affiliated with the operator of HPKV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on Qt %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::ColorDots</name>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own colour %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::CommandPalette</name>
    <message>
        <source>Go to key, prefix or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key, prefix or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::ConnectDialog</name>
    <message>
        <source>Edit connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to HPKV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address and key stand in your HPKV dashboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From .env</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills in address and key from text with HPKV_API_KEY and HPKV_API_BASE_URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste .env text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open .env file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open .env file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries address, encryption, sign-in and a first request. Changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the connection without opening it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the saved one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain answers, so it was not kept. Choose another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no HPKV_API_KEY and no HPKV_API_BASE_URL in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::ConnectForm</name>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks the windows and tabs of this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https://… as the dashboard shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads and writes the whole store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads and writes what the token was made for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginnings of keys that the token may read, separated by commas. With none, the whole store is tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a plain file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>requests a second, as your plan allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None besides the system&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file with certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PEM file with certificate authorities to trust for this connection only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What divides a key into branches of the tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy, certificates and separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted: whoever is on the way can read the key and the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop (staging)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written, by no path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each write shows what it will change and waits for your word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes go out at once. For stores that you can afford to spoil.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token goes to your system&apos;s keychain and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key goes to your system&apos;s keychain and nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is forgotten when the session is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain answers on this computer. It is forgotten when the session is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever can read your files can read it. No keychain answers on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address that your HPKV dashboard shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address must begin with https://, wss://, http:// or ws://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address has no host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address that can be connected to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no certificate in PEM form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the API key that your HPKV dashboard shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the host name of the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter at least one character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::ConnectionTest</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer on port %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the port, and whether a firewall or proxy lies between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encrypted connection was not set up in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether a proxy or firewall interferes with encrypted connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server took the connection but did not answer the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether the address is that of an HPKV service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer a request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a PEM file, or leave the field empty to use those of the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no usable address: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the base URL as the dashboard shows it, for example https://api-eu-1.hpkv.io.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling of the address and the connection to the internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the certificate is trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers on port %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses connections on port %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port, and whether the server is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy does not let the connection through: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not speak TLS as expected: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a local server without encryption, use ws:// or http:// in the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it was issued by an authority of your own, choose its PEM file under certificate authorities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the connection to the internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address asks for no encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it from your HPKV dashboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key is accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server ended the connection: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (HTTP %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses the token%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have expired: tokens live two hours. Make a new one, or use the API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses the API key%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the key was copied whole and belongs to this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no HPKV service at this address%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the base URL that the dashboard shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not take the connection%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store answers. It holds no key there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store answers with its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token may not list the whole store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token may not list keys below %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the prefixes that the token may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate limit of the account is used up at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment, and check whether other programs use the same key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first request failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer a request: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request and its answer take %1 ms.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::CoverageStrip</name>
    <message>
        <source>Share of the key space that has been read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::DemoServer</name>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::DockGrip</name>
    <message>
        <source>Drag to move this part of the window; double-click to detach it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handle of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::FindBar</name>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This regular expression is not complete: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than %1 places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::GoToField</name>
    <message>
        <source>Go to key, prefix or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a key or prefix, or run a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::HexView</name>
    <message>
        <source>Bytes of the value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::JsonEditor</name>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long lines are not wrapped in values above %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::KeyLabel</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::KeyTreeDelegate</name>
    <message>
        <source>JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known keys: %1, there may be more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept up to date by changes as they happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1; the line was down since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::KeyTreeHead</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 known match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 known · %2 of %3 branches complete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::KeyTreeModel</name>
    <message>
        <source>≥ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::KeyTreeView</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known key contains “%1”. Branches that were not read yet are not searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed to list the whole store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the prefixes that the token may read to the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add prefixes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first one that is written appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys appear here as soon as someone writes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::LevelProblemBar</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <extracomment>%1 is a branch such as &quot;order:&quot;, %2 what the server said</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 branches could not be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::LiveDelegate</name>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes from here on are read again after reconnecting and listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was down for %1 s. What is open or in sight has been read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is open or in sight has been read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guess: HPKV sends the text but not what was done with it. Reading the key settles it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written by this session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::LiveModel</name>
    <message>
        <source>%1, %2, %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::LivePanel</name>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is watched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on (%1 waiting)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what came in since (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the list still; what arrives is counted and waits (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change contains “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes appear here as soon as it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is watched yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches that are in sight in the tree and records that are open are watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each change to what is watched appears here as it happens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::LiveView</name>
    <message>
        <source>%1 new</source>
        <extracomment>on the button that leads to the newest rows of the live list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::MainWindow</name>
    <message>
        <source>Menus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect from %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) are not in the store yet. Disconnecting loses them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit without saving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) are not in the store yet. Quitting loses them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::MemorySecretStore</name>
    <message>
        <source>No secret is kept for this connection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::NewKeyRow</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order:10483</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the new record</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::NoticeBanner</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::NoticeList</name>
    <message>
        <source>Nothing to report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notice in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::NoticeModel</name>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::PaletteModel</name>
    <message>
        <source>Show this branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::PasswordPrompt</name>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in memory until the session is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::PlainFileSecretStore</name>
    <message>
        <source>No secret is kept for this connection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::ProblemStrip</name>
    <message>
        <source>Problem in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::ProfileButton</name>
    <message>
        <source>Profile %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open profiles and saved ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No profile open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::ProfileDelegate</name>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirm writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened %1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened %1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>day and month, in the manner of QDate::toString</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::ProfileManager</name>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections that you save appear here. Make the first one with “New connection…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “%1” and its saved key? The store itself is not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is deleted, its key is still in the keychain: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::ProfileRow</name>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::ProfileStore</name>
    <message>
        <source>The list of connections was damaged. It is kept as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of connections in %1 is damaged and cannot be moved aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier copy was used in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no earlier copy, so the list starts empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of connections cannot be read from %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::RateBar</name>
    <message>
        <source>Share of the rate limit in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of the rate limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::RecordHeader</name>
    <message>
        <source>New record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::RecordSaveBar</name>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Pointer of the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::RecordTab</name>
    <message>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value is not UTF-8 text, so it can be looked at but not edited here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-8 · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves when connected again, after checking for other changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile is read-only. Nothing can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes cannot be edited here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted. The text can be saved again as a new record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the store yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such record. Saving creates it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. Nothing to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record needs a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it in the field above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty text cannot be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HPKV has no empty values. Delete the record instead, or write at least one character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Programs that expect JSON here may fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to the store?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gets the text below, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is taken out of the store if nobody changed it meanwhile. The text stays in this tab until it is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::RecordViewBar</name>
    <message>
        <source>View of the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::SecretField</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::SecretStore</name>
    <message>
        <source>The keychain holds no secret for this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access to the keychain was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no keychain that answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read as a file of secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::Session</name>
    <message>
        <source>The connection was closed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::SessionManager</name>
    <message>
        <source>The demo server could not be started</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::SessionNotices</name>
    <message>
        <source>No connection to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you see may be out of date until the connection is back. It is tried again by itself, and nothing you typed is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has expired or is not valid. Enter a new one to go on; nothing you typed is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses the API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key, and whether it belongs to this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of %1 does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no HPKV service at this address. Check the base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks to slow down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More requests were sent than the rate limit allows. Requests wait for a moment and go on by themselves; nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes on %1 are not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server gave no token for notifications. Browsing and editing work; what others change shows only when it is read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of writes is not kept on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes go on and can be undone until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate authorities of %1 are not used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::SessionPage</name>
    <message>
        <source>No record is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a key on the left, or go to one by typing it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request left, then the line was lost. Read the keys again to see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is removed from the store, for everyone who uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close %1 without saving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its edit is not in the store yet. Closing the tab loses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::Settings</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large to be a settings file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes hold at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font of keys and values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed lines are lit without fading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal of writes, with the values before them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: the journal lives in memory and is gone when the program ends. Holds from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When profiles were last opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size and layout of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files for this person only, in %1. API keys and tokens are kept in the system&apos;s keychain, never in these files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::StatusLine</name>
    <message>
        <source>Status bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last round trip %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests %1 of %2 per s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests %1 per s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: %1 (%2 in the background)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: %1 (background)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live %1 changes/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token renews in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next attempt in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::TestStepsView</name>
    <message>
        <source>Steps of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::Tour</name>
    <message>
        <source>The folder %1 cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no scene %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene %1: waited %2 s in vain until %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the welcome page is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connect dialog is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the connection is tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the branch %1 is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the demo is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first level is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the live panel has rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the change of another writer is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the palette is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the settings are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record is edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the loss is told</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HPKV Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See, change and watch your key-value store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to HPKV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the API key or a token of your account. Secrets go to your system&apos;s keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it without an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a store on this computer with a small shop and a sensor fleet that keep changing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 goes to any key · %2 runs any command · %3 help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::Wording</name>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirm writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened %1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened %1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>A day and month without the year, e.g. &quot;d MMMM&quot; gives &quot;12 November&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting, attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio::Workbench</name>
    <message>
        <source>The settings could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved profiles could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profiles could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
