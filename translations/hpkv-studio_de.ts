<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Age</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>BulkTexts</name>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Vergleicht</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Prüft nach</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Löscht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected key(s)</source>
        <translation>
            <numerusform>%Ln ausgewählter Schlüssel</numerusform>
            <numerusform>%Ln ausgewählte Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected item(s)</source>
        <translation>
            <numerusform>%Ln ausgewähltes Element</numerusform>
            <numerusform>%Ln ausgewählte Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>Count %1</source>
        <translation>%1 zählen</translation>
    </message>
    <message>
        <source>Export %1 to %2</source>
        <translation>%1 nach %2 exportieren</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Patch %1</source>
        <translation>%1 patchen</translation>
    </message>
    <message>
        <source>Increment %1</source>
        <translation>%1 erhöhen</translation>
    </message>
    <message>
        <source>Copy %1 to %2</source>
        <translation>%1 nach %2 kopieren</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Move %1 to %2</source>
        <translation>%1 nach %2 verschieben</translation>
    </message>
    <message>
        <source>Receive %1 from %2</source>
        <translation>%1 von %2 empfangen</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Zurücknehmen: %1</translation>
    </message>
    <message>
        <source>Canceling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Noch nicht an der Reihe</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Waiting for the connection</source>
        <translation>Wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>Done with failures</source>
        <translation>Fertig, mit Fehlern</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>• %1 (%2 %)</source>
        <translation>• %1 (%2 %)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2 %</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) counted.</source>
        <translation>
            <numerusform>%Ln Schlüssel gezählt.</numerusform>
            <numerusform>%Ln Schlüssel gezählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) searched.</source>
        <translation>
            <numerusform>%Ln Eintrag durchsucht.</numerusform>
            <numerusform>%Ln Einträge durchsucht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) exported.</source>
        <translation>
            <numerusform>%Ln Eintrag exportiert.</numerusform>
            <numerusform>%Ln Einträge exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) imported.</source>
        <translation>
            <numerusform>%Ln Eintrag importiert.</numerusform>
            <numerusform>%Ln Einträge importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) deleted.</source>
        <translation>
            <numerusform>%Ln Schlüssel gelöscht.</numerusform>
            <numerusform>%Ln Schlüssel gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) patched.</source>
        <translation>
            <numerusform>%Ln Eintrag gepatcht.</numerusform>
            <numerusform>%Ln Einträge gepatcht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) incremented.</source>
        <translation>
            <numerusform>%Ln Eintrag erhöht.</numerusform>
            <numerusform>%Ln Einträge erhöht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) copied.</source>
        <translation>
            <numerusform>%Ln Eintrag kopiert.</numerusform>
            <numerusform>%Ln Einträge kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) moved.</source>
        <translation>
            <numerusform>%Ln Eintrag verschoben.</numerusform>
            <numerusform>%Ln Einträge verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) taken back.</source>
        <translation>
            <numerusform>%Ln Änderung zurückgenommen.</numerusform>
            <numerusform>%Ln Änderungen zurückgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not read: %2</source>
        <translation>%1 wurde nicht gelesen: %2</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>%1 was not deleted: %2</source>
        <translation>%1 wurde nicht gelöscht: %2</translation>
    </message>
    <message>
        <source>%1 was not patched: %2</source>
        <translation>%1 wurde nicht gepatcht: %2</translation>
    </message>
    <message>
        <source>%1 was not incremented: %2</source>
        <translation>%1 wurde nicht erhöht: %2</translation>
    </message>
    <message>
        <source>%1 was not verified: %2</source>
        <translation>%1 wurde nicht nachgeprüft: %2</translation>
    </message>
    <message>
        <source>%1 was left out: %2</source>
        <translation>%1 wurde ausgelassen: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln key(s)</source>
        <translation>
            <numerusform>%1 von %Ln Schlüssel</numerusform>
            <numerusform>%1 von %Ln Schlüsseln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of values.</source>
        <translation>%1 an Werten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed.</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen.</numerusform>
            <numerusform>%Ln fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left alone.</source>
        <translation>
            <numerusform>%Ln belassen.</numerusform>
            <numerusform>%Ln belassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Part of the keys could not be read: %1</source>
        <translation>Ein Teil der Schlüssel konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>%1 durchsuchen</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Open a store with an API key or a token</source>
        <translation>Einen Speicher mit API-Schlüssel oder Token öffnen</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Start a store on this computer that keeps changing</source>
        <translation>Einen Speicher auf diesem Rechner starten, der sich ständig ändert</translation>
    </message>
    <message>
        <source>Manage profiles…</source>
        <translation>Profile verwalten…</translation>
    </message>
    <message>
        <source>Change, copy or delete saved connections</source>
        <translation>Gespeicherte Verbindungen ändern, kopieren oder löschen</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Write the edited value to the store</source>
        <translation>Den bearbeiteten Wert in den Speicher schreiben</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Go back to the value that was read</source>
        <translation>Zurück zum gelesenen Wert</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Tab schließen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Close the current profile and its tabs</source>
        <translation>Das aktuelle Profil und seine Tabs schließen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Theme, fonts, language, what is kept on disk</source>
        <translation>Farbschema, Schriften, Sprache, was auf der Festplatte bleibt</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Find text in the value</source>
        <translation>Text im Wert suchen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formatieren</translation>
    </message>
    <message>
        <source>Indent the JSON; only white space changes</source>
        <translation>Das JSON einrücken; nur Leerraum ändert sich</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Take the white space between JSON members out</source>
        <translation>Den Leerraum zwischen JSON-Elementen entfernen</translation>
    </message>
    <message>
        <source>Go to key or prefix…</source>
        <translation>Zu Schlüssel oder Präfix…</translation>
    </message>
    <message>
        <source>Open a key by typing it</source>
        <translation>Einen Schlüssel durch Eintippen öffnen</translation>
    </message>
    <message>
        <source>Run a command…</source>
        <translation>Befehl ausführen…</translation>
    </message>
    <message>
        <source>Find and run any command</source>
        <translation>Einen beliebigen Befehl suchen und ausführen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Show the tree of keys</source>
        <translation>Den Baum der Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Show changes as they happen</source>
        <translation>Änderungen zeigen, sobald sie geschehen</translation>
    </message>
    <message>
        <source>Go to the keys</source>
        <translation>Zu den Schlüsseln</translation>
    </message>
    <message>
        <source>Go to the record</source>
        <translation>Zum Eintrag</translation>
    </message>
    <message>
        <source>Go to the live changes</source>
        <translation>Zu den Live-Änderungen</translation>
    </message>
    <message>
        <source>Keys on the other side</source>
        <translation>Schlüssel auf die andere Seite</translation>
    </message>
    <message>
        <source>Live below or beside</source>
        <translation>Live darunter oder daneben</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Put every part of the window back in its place</source>
        <translation>Alle Teile des Fensters an ihren Platz zurückbringen</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Farbschema des Systems</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Farbschema</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Farbschema</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Textgröße</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>Write a record that does not exist yet</source>
        <translation>Einen Eintrag schreiben, den es noch nicht gibt</translation>
    </message>
    <message>
        <source>Open in a tab of its own</source>
        <translation>In eigenem Tab öffnen</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Read the record again</source>
        <translation>Eintrag neu lesen</translation>
    </message>
    <message>
        <source>Read the keys again</source>
        <translation>Schlüssel neu lesen</translation>
    </message>
    <message>
        <source>List again what is open in the tree</source>
        <translation>Neu auflisten, was im Baum offen ist</translation>
    </message>
    <message>
        <source>Read the whole branch</source>
        <translation>Ganzen Zweig lesen</translation>
    </message>
    <message>
        <source>Read every record below the current branch in the background</source>
        <translation>Alle Einträge unter dem aktuellen Zweig im Hintergrund lesen</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>Schlüssel filtern</translation>
    </message>
    <message>
        <source>Connect again now</source>
        <translation>Jetzt neu verbinden</translation>
    </message>
    <message>
        <source>Do not wait for the next attempt</source>
        <translation>Nicht auf den nächsten Versuch warten</translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation>Verbindung bearbeiten…</translation>
    </message>
    <message>
        <source>Change the address, the key or the safety level of the current profile</source>
        <translation>Adresse, Schlüssel oder Schreibschutz des aktuellen Profils ändern</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Everything that was reported, in one list</source>
        <translation>Alles, was gemeldet wurde, in einer Liste</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Nächster Tab</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Vorheriger Tab</translation>
    </message>
    <message>
        <source>Switch profile…</source>
        <translation>Profil wechseln…</translation>
    </message>
    <message>
        <source>Open profiles and saved ones</source>
        <translation>Offene und gespeicherte Profile</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About HPKV Studio</source>
        <translation>Über HPKV Studio</translation>
    </message>
    <message>
        <source>Close other tabs</source>
        <translation>Andere Tabs schließen</translation>
    </message>
    <message>
        <source>Close tabs to the right</source>
        <translation>Tabs rechts davon schließen</translation>
    </message>
    <message>
        <source>Reopen closed tab</source>
        <translation>Geschlossenen Tab wieder öffnen</translation>
    </message>
    <message>
        <source>Open again what was closed last</source>
        <translation>Wieder öffnen, was zuletzt geschlossen wurde</translation>
    </message>
    <message>
        <source>Go to key…</source>
        <translation>Zu Schlüssel…</translation>
    </message>
    <message>
        <source>Open a key or a branch by typing its beginning</source>
        <translation>Einen Schlüssel oder Zweig durch Eintippen seines Anfangs öffnen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>To the tab or branch before</source>
        <translation>Zum vorherigen Tab oder Zweig</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Show what was found in values</source>
        <translation>Zeigen, was in Werten gefunden wurde</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Show what takes long: exports, imports, work on many keys</source>
        <translation>Zeigen, was länger dauert: Exporte, Importe, Arbeit an vielen Schlüsseln</translation>
    </message>
    <message>
        <source>Go to the jobs</source>
        <translation>Zu den Aufträgen</translation>
    </message>
    <message>
        <source>Pause job</source>
        <translation>Auftrag anhalten</translation>
    </message>
    <message>
        <source>Send nothing more until it goes on</source>
        <translation>Nichts mehr senden, bis er fortgesetzt wird</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>End it; what has been done stays done</source>
        <translation>Ihn beenden; was getan ist, bleibt getan</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Undo what the job did</source>
        <translation>Rückgängig machen, was der Auftrag getan hat</translation>
    </message>
    <message>
        <source>Try failures again</source>
        <translation>Fehlgeschlagenes erneut versuchen</translation>
    </message>
    <message>
        <source>Start the same for the keys that failed</source>
        <translation>Dasselbe für die fehlgeschlagenen Schlüssel starten</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Write every failure to a file, one a line</source>
        <translation>Jeden Fehler in eine Datei schreiben, einen pro Zeile</translation>
    </message>
    <message>
        <source>Remove finished jobs</source>
        <translation>Fertige Aufträge entfernen</translation>
    </message>
    <message>
        <source>Take jobs that are over off the list</source>
        <translation>Beendete Aufträge aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Take back the last job…</source>
        <translation>Letzten Auftrag zurücknehmen…</translation>
    </message>
    <message>
        <source>Undo what the job did that ended last</source>
        <translation>Rückgängig machen, was der zuletzt beendete Auftrag getan hat</translation>
    </message>
    <message>
        <source>Interrupted jobs…</source>
        <translation>Unterbrochene Aufträge…</translation>
    </message>
    <message>
        <source>Go on with what was interrupted when the program ended, or take it back</source>
        <translation>Fortsetzen, was beim Programmende unterbrochen wurde, oder es zurücknehmen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Read again what has the keyboard: the tree, the record or the range</source>
        <translation>Neu lesen, was den Tastaturfokus hat: den Baum, den Eintrag oder den Bereich</translation>
    </message>
    <message>
        <source>Refresh this branch</source>
        <translation>Diesen Zweig aktualisieren</translation>
    </message>
    <message>
        <source>Read again what is known below the current branch</source>
        <translation>Neu lesen, was unter dem aktuellen Zweig bekannt ist</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Start what is left of the job</source>
        <translation>Den Rest des Auftrags starten</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Show every write, with the value before, and undo it</source>
        <translation>Jeden Schreibvorgang mit dem Wert davor zeigen und rückgängig machen</translation>
    </message>
    <message>
        <source>Go to the journal</source>
        <translation>Zum Journal</translation>
    </message>
</context>
<context>
    <name>DashboardCommands</name>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>Show what matters as tiles that follow the store</source>
        <translation>Zeigt, worauf es ankommt, als Kacheln, die dem Speicher folgen</translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation>Neues Dashboard</translation>
    </message>
    <message>
        <source>An empty dashboard in a tab</source>
        <translation>Ein leeres Dashboard in einem Tab</translation>
    </message>
    <message>
        <source>Import a dashboard…</source>
        <translation>Dashboard importieren …</translation>
    </message>
    <message>
        <source>Open a copy of a dashboard file</source>
        <translation>Öffnet eine Kopie einer Dashboard-Datei</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Add a tile…</source>
        <translation>Kachel hinzufügen …</translation>
    </message>
    <message>
        <source>Add a tile to the dashboard</source>
        <translation>Fügt dem Dashboard eine Kachel hinzu</translation>
    </message>
    <message>
        <source>Show on the whole screen</source>
        <translation>Auf dem ganzen Bildschirm zeigen</translation>
    </message>
    <message>
        <source>The dashboard for a wall; Esc ends it</source>
        <translation>Das Dashboard für eine Wand; Esc beendet es</translation>
    </message>
    <message>
        <source>Rename the dashboard…</source>
        <translation>Dashboard umbenennen …</translation>
    </message>
    <message>
        <source>Duplicate the dashboard</source>
        <translation>Dashboard duplizieren</translation>
    </message>
    <message>
        <source>Export the dashboard…</source>
        <translation>Dashboard exportieren …</translation>
    </message>
    <message>
        <source>Write it to a file that can be shared; it holds no secret</source>
        <translation>Schreibt es in eine Datei zum Weitergeben; sie enthält kein Geheimnis</translation>
    </message>
    <message>
        <source>Delete the dashboard…</source>
        <translation>Dashboard löschen …</translation>
    </message>
    <message>
        <source>Edit the tile…</source>
        <translation>Kachel bearbeiten …</translation>
    </message>
    <message>
        <source>Duplicate the tile</source>
        <translation>Kachel duplizieren</translation>
    </message>
    <message>
        <source>Delete the tile</source>
        <translation>Kachel löschen</translation>
    </message>
    <message>
        <source>Acknowledge the alert</source>
        <translation>Alarm als gesehen markieren</translation>
    </message>
    <message>
        <source>Somebody knows: the alert of the chosen tile stays, but is not new any more</source>
        <translation>Jemand weiß davon: Der Alarm der gewählten Kachel bleibt, ist aber nicht mehr neu</translation>
    </message>
    <message>
        <source>List what the alerts of the dashboards raised</source>
        <translation>Auflisten, was die Alarme der Dashboards gemeldet haben</translation>
    </message>
    <message>
        <source>Acknowledge all alerts</source>
        <translation>Alle Alarme bestätigen</translation>
    </message>
    <message>
        <source>Somebody knows of all that are listed</source>
        <translation>Alle aufgelisteten sind jemandem bekannt</translation>
    </message>
    <message>
        <source>Mute the tile</source>
        <translation>Kachel stumm schalten</translation>
    </message>
    <message>
        <source>Its alerts are shown on the tile and listed, and told nowhere else</source>
        <translation>Ihre Alarme stehen auf der Kachel und in der Liste und werden sonst nirgends gemeldet</translation>
    </message>
    <message>
        <source>Show the tile</source>
        <translation>Kachel zeigen</translation>
    </message>
    <message>
        <source>Open the dashboard at the tile that the alert is about</source>
        <translation>Das Dashboard bei der Kachel öffnen, um die es geht</translation>
    </message>
    <message>
        <source>Clear what is over</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Take alerts that have ended out of the list</source>
        <translation>Beendete Alarme aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>DiffCommands</name>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Go to the next place that differs</source>
        <translation>Zur nächsten Stelle, die anders ist</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorige Änderung</translation>
    </message>
    <message>
        <source>Go to the place before that differs</source>
        <translation>Zur Stelle davor, die anders ist</translation>
    </message>
    <message>
        <source>Both in one</source>
        <translation>Beide in einem</translation>
    </message>
    <message>
        <source>Show what goes and what comes below one another instead of side by side</source>
        <translation>Was geht und was kommt untereinander statt nebeneinander zeigen</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <source>Compare the other way round</source>
        <translation>Anders herum vergleichen</translation>
    </message>
    <message>
        <source>Copy difference</source>
        <translation>Unterschied kopieren</translation>
    </message>
    <message>
        <source>Put the changes on the clipboard as text, each with the lines around it</source>
        <translation>Die Änderungen als Text in die Zwischenablage legen, jede mit den Zeilen um sie herum</translation>
    </message>
    <message>
        <source>Compare edited with stored value</source>
        <translation>Bearbeitetes mit dem Gespeicherten vergleichen</translation>
    </message>
    <message>
        <source>Show what saving would change</source>
        <translation>Zeigen, was das Speichern ändern würde</translation>
    </message>
    <message>
        <source>Merge with the stored value…</source>
        <translation>Mit dem gespeicherten Wert zusammenführen …</translation>
    </message>
    <message>
        <source>Bring your edit and another writer&apos;s change together</source>
        <translation>Die eigene Bearbeitung und die fremde Änderung zusammenführen</translation>
    </message>
</context>
<context>
    <name>EnvImport</name>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>it is larger than 1 MB</source>
        <translation>sie ist größer als 1 MB</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>ExportFile</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>HistoryCommands</name>
    <message>
        <source>Time travel</source>
        <translation>Zeitreise</translation>
    </message>
    <message>
        <source>Show the line of time, to see the store as it was</source>
        <translation>Die Zeitleiste zeigen, um den Speicher zu sehen, wie er war</translation>
    </message>
    <message>
        <source>History of the key</source>
        <translation>Verlauf des Schlüssels</translation>
    </message>
    <message>
        <source>List every recorded change of the open record</source>
        <translation>Jede aufgezeichnete Änderung des offenen Datensatzes auflisten</translation>
    </message>
    <message>
        <source>To the change before</source>
        <translation>Zur Änderung davor</translation>
    </message>
    <message>
        <source>Go back in time to the change before</source>
        <translation>In der Zeit zurück zur Änderung davor</translation>
    </message>
    <message>
        <source>To the next change</source>
        <translation>Zur nächsten Änderung</translation>
    </message>
    <message>
        <source>Go on in time to the next change</source>
        <translation>In der Zeit weiter zur nächsten Änderung</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Show the present again</source>
        <translation>Wieder die Gegenwart zeigen</translation>
    </message>
    <message>
        <source>Export the recording…</source>
        <translation>Aufzeichnung exportieren…</translation>
    </message>
    <message>
        <source>Write what was recorded to a file that hpkv-emulator can replay</source>
        <translation>Das Aufgezeichnete in eine Datei schreiben, die hpkv-emulator wieder abspielen kann</translation>
    </message>
    <message>
        <source>Between two moments</source>
        <translation>Zwischen zwei Zeitpunkten</translation>
    </message>
    <message>
        <source>List which keys were created, changed and removed between two moments</source>
        <translation>Auflisten, welche Schlüssel zwischen zwei Zeitpunkten angelegt, geändert und entfernt wurden</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The key is empty.</source>
        <translation>Der Schlüssel ist leer.</translation>
    </message>
    <message>
        <source>The key is not UTF-8; HPKV cannot hold it.</source>
        <translation>Der Schlüssel ist kein UTF-8; HPKV kann ihn nicht aufnehmen.</translation>
    </message>
    <message>
        <source>The value is empty; HPKV does not take that.</source>
        <translation>Der Wert ist leer; das nimmt HPKV nicht an.</translation>
    </message>
    <message>
        <source>The value is not UTF-8; HPKV cannot hold it.</source>
        <translation>Der Wert ist kein UTF-8; HPKV kann ihn nicht aufnehmen.</translation>
    </message>
    <message numerus="yes">
        <source>The key is %n bytes too long.</source>
        <translation>
            <numerusform>Der Schlüssel ist um %n Byte zu lang.</numerusform>
            <numerusform>Der Schlüssel ist um %n Bytes zu lang.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The value is %n bytes too large.</source>
        <translation>
            <numerusform>Der Wert ist um %n Byte zu groß.</numerusform>
            <numerusform>Der Wert ist um %n Bytes zu groß.</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be merged: not both are JSON objects.</source>
        <translation>Einarbeiten geht nicht: Nicht beide Werte sind JSON-Objekte.</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message numerus="yes">
        <source>%n key(s) failed.</source>
        <extracomment>In the journal, of a job</extracomment>
        <translation>
            <numerusform>%n Schlüssel fehlgeschlagen.</numerusform>
            <numerusform>%n Schlüssel fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The other connection takes no more: its part of the job was canceled, or it was closed.</source>
        <translation>Die andere Verbindung nimmt nichts mehr an: Ihr Teil des Auftrags wurde abgebrochen, oder sie wurde geschlossen.</translation>
    </message>
    <message>
        <source>Not written: the job was stopped.</source>
        <translation>Nicht geschrieben: Der Auftrag wurde abgebrochen.</translation>
    </message>
    <message>
        <source>It was written, but the store holds something else now.</source>
        <translation>Der Wert wurde geschrieben, aber im Speicher steht jetzt etwas anderes.</translation>
    </message>
    <message>
        <source>The new place overlaps the old one: a key would be copied onto another one that is to be copied itself.</source>
        <translation>Der neue Ort überschneidet sich mit dem alten: Ein Schlüssel würde auf einen anderen kopiert, der selbst kopiert werden soll.</translation>
    </message>
    <message>
        <source>The key does not begin with the old prefix.</source>
        <translation>Der Schlüssel beginnt nicht mit dem alten Präfix.</translation>
    </message>
    <message>
        <source>There is no such key.</source>
        <translation>Diesen Schlüssel gibt es nicht.</translation>
    </message>
    <message>
        <source>Something else stands at the new place.</source>
        <translation>Am neuen Ort steht etwas anderes.</translation>
    </message>
    <message>
        <source>Stopped because something else stands at the new place.</source>
        <translation>Abgebrochen, weil am neuen Ort etwas anderes steht.</translation>
    </message>
    <message>
        <source>It was copied, but has changed since; the original stays.</source>
        <translation>Kopiert, aber inzwischen geändert; das Original bleibt.</translation>
    </message>
    <message>
        <source>This file belongs to another connection.</source>
        <translation>Diese Datei gehört zu einer anderen Verbindung.</translation>
    </message>
    <message>
        <source>These increments have been taken back already, at least in part.</source>
        <translation>Diese Erhöhungen wurden bereits zurückgenommen, zumindest teilweise.</translation>
    </message>
    <message>
        <source>It is not known whether this was carried out; it was left alone.</source>
        <translation>Es ist nicht bekannt, ob dies ausgeführt wurde; es blieb unangetastet.</translation>
    </message>
    <message>
        <source>It was changed since; it was left alone.</source>
        <translation>Inzwischen geändert; blieb unangetastet.</translation>
    </message>
    <message>
        <source>The other profile is not open any more.</source>
        <translation>Das andere Profil ist nicht mehr offen.</translation>
    </message>
    <message>
        <source>It changed at this moment; it was left alone.</source>
        <translation>In diesem Moment geändert; blieb unangetastet.</translation>
    </message>
    <message>
        <source>It is no JSON object; it was left alone.</source>
        <translation>Das ist kein JSON-Objekt; blieb unangetastet.</translation>
    </message>
</context>
<context>
    <name>JobFile</name>
    <message>
        <source>The undo file would need %1 and may have %2.</source>
        <translation>Die Sicherungsdatei bräuchte %1, erlaubt sind %2.</translation>
    </message>
    <message>
        <source>The disk has no room for an undo file of %1: %2 are free in %3.</source>
        <translation>Auf der Festplatte ist kein Platz für eine Sicherungsdatei von %1: In %3 sind %2 frei.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>a job has it in use</source>
        <translation>sie wird von einem Auftrag verwendet</translation>
    </message>
    <message>
        <source>The undo file would be larger than the %1 that it may have.</source>
        <translation>Die Sicherungsdatei würde größer als die erlaubten %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>it is no file of a job</source>
        <translation>sie ist keine Auftragsdatei</translation>
    </message>
    <message>
        <source>it ends within its head</source>
        <translation>sie endet mitten im Kopf</translation>
    </message>
    <message>
        <source>%1 is damaged at byte %2.</source>
        <translation>%1 ist bei Byte %2 beschädigt.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>It has been undone already.</source>
        <translation>Es wurde schon rückgängig gemacht.</translation>
    </message>
    <message>
        <source>It was not carried out, so that there is nothing to undo.</source>
        <translation>Es wurde nicht ausgeführt; es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>It is not known whether it was carried out.</source>
        <translation>Ob es ausgeführt wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The value before was not read, so that there is nothing to go back to.</source>
        <translation>Der Wert davor wurde nicht gelesen; es gibt nichts, wohin es zurückgehen könnte.</translation>
    </message>
    <message>
        <source>What came of it was not read back, so that nobody could tell whether somebody else has written since.</source>
        <translation>Was daraus wurde, wurde nicht zurückgelesen; ob seither jemand anders geschrieben hat, könnte niemand sagen.</translation>
    </message>
    <message>
        <source>The key was not there before either.</source>
        <translation>Den Schlüssel gab es auch davor nicht.</translation>
    </message>
    <message>
        <source>There is no opposite step of this size.</source>
        <translation>Einen Gegenschritt dieser Größe gibt es nicht.</translation>
    </message>
    <message>
        <source>The job kept no undo file.</source>
        <translation>Der Auftrag hat keine Rücknahmedatei behalten.</translation>
    </message>
    <message>
        <source>job</source>
        <translation>Auftrag</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) deleted</source>
        <translation>
            <numerusform>%Ln Schlüssel gelöscht</numerusform>
            <numerusform>%Ln Schlüssel gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) patched</source>
        <translation>
            <numerusform>%Ln Schlüssel gepatcht</numerusform>
            <numerusform>%Ln Schlüssel gepatcht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln counter(s) incremented</source>
        <translation>
            <numerusform>%Ln Zähler erhöht</numerusform>
            <numerusform>%Ln Zähler erhöht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) copied</source>
        <translation>
            <numerusform>%Ln Schlüssel kopiert</numerusform>
            <numerusform>%Ln Schlüssel kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) moved</source>
        <translation>
            <numerusform>%Ln Schlüssel verschoben</numerusform>
            <numerusform>%Ln Schlüssel verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) imported</source>
        <translation>
            <numerusform>%Ln Schlüssel importiert</numerusform>
            <numerusform>%Ln Schlüssel importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) taken back</source>
        <translation>
            <numerusform>%Ln Änderung zurückgenommen</numerusform>
            <numerusform>%Ln Änderungen zurückgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>How it ended is not known: it may have been carried out.</source>
        <translation>Wie es endete, ist nicht bekannt: Vielleicht wurde es ausgeführt.</translation>
    </message>
    <message>
        <source>Did again what had been undone.</source>
        <translation>Schrieb erneut, was rückgängig gemacht worden war.</translation>
    </message>
    <message>
        <source>Undid an earlier write.</source>
        <translation>Machte einen früheren Schreibvorgang rückgängig.</translation>
    </message>
    <message>
        <source>It was undone later.</source>
        <translation>Es wurde später rückgängig gemacht.</translation>
    </message>
</context>
<context>
    <name>JournalCommands</name>
    <message>
        <source>Undo the last write</source>
        <translation>Letzten Schreibvorgang rückgängig machen</translation>
    </message>
    <message>
        <source>Bring back what was in the store before, if nobody has changed it since</source>
        <translation>Zurückbringen, was davor im Speicher stand, sofern es seither niemand geändert hat</translation>
    </message>
    <message>
        <source>Redo the undone write</source>
        <translation>Schreibvorgang wiederherstellen</translation>
    </message>
    <message>
        <source>Write again what was undone last, if nobody has changed it since</source>
        <translation>Erneut schreiben, was zuletzt rückgängig gemacht wurde, sofern es seither niemand geändert hat</translation>
    </message>
    <message>
        <source>Undo this write</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Redo this write</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Write again what was undone, if nobody has changed it since</source>
        <translation>Erneut schreiben, was rückgängig gemacht wurde, sofern es seither niemand geändert hat</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>Compare the values before and after</source>
        <translation>Die Werte davor und danach vergleichen</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Search in the journal</source>
        <translation>Im Journal suchen</translation>
    </message>
    <message>
        <source>Export the journal…</source>
        <translation>Journal exportieren …</translation>
    </message>
    <message>
        <source>Write the rows that are shown to a file, with their values</source>
        <translation>Die gezeigten Zeilen mit ihren Werten in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Clear the journal…</source>
        <translation>Journal leeren …</translation>
    </message>
    <message>
        <source>Forget every write and the values before and after</source>
        <translation>Alle Schreibvorgänge und die Werte davor und danach vergessen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Open the record that was not undone</source>
        <translation>Den Datensatz öffnen, der nicht rückgängig gemacht wurde</translation>
    </message>
    <message>
        <source>Show why it was not undone</source>
        <translation>Zeigen, warum es nicht rückgängig gemacht wurde</translation>
    </message>
</context>
<context>
    <name>JsonCondition</name>
    <message>
        <source>Write a condition, for example /price &gt; 100.</source>
        <translation>Eine Bedingung schreiben, zum Beispiel /price &gt; 100.</translation>
    </message>
    <message>
        <source>“and” or “or” is expected here, not %1.</source>
        <translation>Hier wird „and“ oder „or“ erwartet, nicht %1.</translation>
    </message>
    <message>
        <source>This condition is too long or nested too deeply.</source>
        <translation>Diese Bedingung ist zu lang oder zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>This bracket is not closed.</source>
        <translation>Diese Klammer ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>“and”, “or” or a closing bracket is expected here, not %1.</source>
        <translation>Hier wird „and“, „or“ oder eine schließende Klammer erwartet, nicht %1.</translation>
    </message>
    <message>
        <source>A comparison is expected here (=, !=, &lt;, &lt;=, &gt;, &gt;=, ~, contains, exists), not %1.</source>
        <translation>Hier wird ein Vergleich erwartet (=, !=, &lt;, &lt;=, &gt;, &gt;=, ~, contains, exists), nicht %1.</translation>
    </message>
    <message>
        <source>Something is missing at the end, for example /price &gt; 100.</source>
        <translation>Am Ende fehlt etwas, zum Beispiel /price &gt; 100.</translation>
    </message>
    <message>
        <source>A member is named with a slash in front: &quot;/%1&quot;.</source>
        <translation>Ein Element wird mit einem Schrägstrich davor benannt: &quot;/%1&quot;.</translation>
    </message>
    <message>
        <source>A member is named with a slash in front: /%1.</source>
        <translation>Ein Element wird mit einem Schrägstrich davor benannt: /%1.</translation>
    </message>
    <message>
        <source>The place of a member is expected here, such as /price, not %1.</source>
        <translation>Hier wird die Stelle eines Elements erwartet, etwa /price, nicht %1.</translation>
    </message>
    <message>
        <source>This text has no closing quote.</source>
        <translation>Diesem Text fehlt das schließende Anführungszeichen.</translation>
    </message>
    <message>
        <source>A value is missing at the end: a number, a &quot;text&quot;, true, false or null.</source>
        <translation>Am Ende fehlt ein Wert: eine Zahl, ein &quot;Text&quot;, true, false oder null.</translation>
    </message>
    <message>
        <source>%1 is no number of JSON.</source>
        <translation>%1 ist keine Zahl in JSON.</translation>
    </message>
    <message>
        <source>Text stands in double quotes: &quot;%1&quot;.</source>
        <translation>Text steht in doppelten Anführungszeichen: &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>A number, a &quot;text&quot;, true, false or null is expected here, not %1.</source>
        <translation>Hier wird eine Zahl, ein &quot;Text&quot;, true, false oder null erwartet, nicht %1.</translation>
    </message>
    <message>
        <source>true, false and null have no order: only = and != can be asked.</source>
        <translation>true, false und null haben keine Reihenfolge: Sie lassen sich nur mit = und != vergleichen.</translation>
    </message>
    <message>
        <source>A regular expression is missing at the end, for example &quot;^a&quot;.</source>
        <translation>Am Ende fehlt ein regulärer Ausdruck, zum Beispiel &quot;^a&quot;.</translation>
    </message>
    <message>
        <source>This regular expression has no closing slash.</source>
        <translation>Diesem regulären Ausdruck fehlt der schließende Schrägstrich.</translation>
    </message>
    <message>
        <source>A regular expression stands in quotes or slashes: &quot;%1&quot;.</source>
        <translation>Ein regulärer Ausdruck steht in Anführungszeichen oder Schrägstrichen: &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>This is no regular expression: %1.</source>
        <translation>Das ist kein regulärer Ausdruck: %1.</translation>
    </message>
</context>
<context>
    <name>JsonErrors</name>
    <message>
        <source>A number may not begin with 0 before further digits.</source>
        <translation>Eine Zahl darf nicht mit 0 vor weiteren Ziffern beginnen.</translation>
    </message>
    <message>
        <source>A number may not begin with +.</source>
        <translation>Eine Zahl darf nicht mit + beginnen.</translation>
    </message>
    <message>
        <source>A number needs a digit here.</source>
        <translation>Hier braucht die Zahl eine Ziffer.</translation>
    </message>
    <message>
        <source>A number needs a digit behind its decimal point.</source>
        <translation>Hinter dem Dezimalpunkt braucht die Zahl eine Ziffer.</translation>
    </message>
    <message>
        <source>A number needs a digit in its exponent.</source>
        <translation>Im Exponenten braucht die Zahl eine Ziffer.</translation>
    </message>
    <message>
        <source>This string has no closing quote.</source>
        <translation>Dieser Zeichenkette fehlt das schließende Anführungszeichen.</translation>
    </message>
    <message>
        <source>This string has no closing quote on its line. A line break inside a string is written as \n.</source>
        <translation>Dieser Zeichenkette fehlt das schließende Anführungszeichen in ihrer Zeile. Ein Zeilenumbruch in einer Zeichenkette wird als \n geschrieben.</translation>
    </message>
    <message>
        <source>A tab inside a string is written as \t.</source>
        <translation>Ein Tabulator in einer Zeichenkette wird als \t geschrieben.</translation>
    </message>
    <message>
        <source>The control character %1 inside a string is written as an escape (\u00…).</source>
        <translation>Das Steuerzeichen %1 in einer Zeichenkette wird als Escape-Folge (\u00…) geschrieben.</translation>
    </message>
    <message>
        <source>%1 is no escape of JSON. A backslash itself is written as \\.</source>
        <translation>%1 ist keine Escape-Folge von JSON. Ein Rückstrich selbst wird als \\ geschrieben.</translation>
    </message>
    <message>
        <source>Four hexadecimal digits have to follow \u.</source>
        <translation>Auf \u müssen vier hexadezimale Ziffern folgen.</translation>
    </message>
    <message>
        <source>JSON uses double quotes, not single ones.</source>
        <translation>JSON verwendet doppelte Anführungszeichen, keine einfachen.</translation>
    </message>
    <message>
        <source>This byte is not valid UTF-8.</source>
        <translation>Dieses Byte ist kein gültiges UTF-8.</translation>
    </message>
    <message>
        <source>The { of line %1 has to be closed by }, not by ].</source>
        <translation>Die { aus Zeile %1 muss mit } geschlossen werden, nicht mit ].</translation>
    </message>
    <message>
        <source>The [ of line %1 has to be closed by ], not by }.</source>
        <translation>Die [ aus Zeile %1 muss mit ] geschlossen werden, nicht mit }.</translation>
    </message>
    <message>
        <source>The { of line %1 is not closed.</source>
        <translation>Die { aus Zeile %1 ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The [ of line %1 is not closed.</source>
        <translation>Die [ aus Zeile %1 ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>There is no value here yet.</source>
        <translation>Hier steht noch kein Wert.</translation>
    </message>
    <message>
        <source>The text begins with a byte order mark, which JSON does not allow.</source>
        <translation>Der Text beginnt mit einer Bytereihenfolge-Marke (BOM), die JSON nicht erlaubt.</translation>
    </message>
    <message>
        <source>A value is expected here, not %1.</source>
        <translation>Hier wird ein Wert erwartet, nicht %1.</translation>
    </message>
    <message>
        <source>The name of a member in double quotes is expected here, not %1.</source>
        <translation>Hier wird der Name eines Elements in doppelten Anführungszeichen erwartet, nicht %1.</translation>
    </message>
    <message>
        <source>The name %1 has to stand in double quotes.</source>
        <translation>Der Name %1 muss in doppelten Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>A colon is expected behind the name of a member, not %1.</source>
        <translation>Hinter dem Namen eines Elements wird ein Doppelpunkt erwartet, nicht %1.</translation>
    </message>
    <message>
        <source>A comma is missing before %1.</source>
        <translation>Vor %1 fehlt ein Komma.</translation>
    </message>
    <message>
        <source>A comma or } is expected here, not %1.</source>
        <translation>Hier wird ein Komma oder } erwartet, nicht %1.</translation>
    </message>
    <message>
        <source>A comma or ] is expected here, not %1.</source>
        <translation>Hier wird ein Komma oder ] erwartet, nicht %1.</translation>
    </message>
    <message>
        <source>This comma is one too many: nothing follows it.</source>
        <translation>Dieses Komma ist zu viel: Es folgt nichts darauf.</translation>
    </message>
    <message>
        <source>A value is missing before this comma.</source>
        <translation>Vor diesem Komma fehlt ein Wert.</translation>
    </message>
    <message>
        <source>The value ends before this; nothing may follow it.</source>
        <translation>Der Wert endet davor; danach darf nichts folgen.</translation>
    </message>
    <message>
        <source>JSON does not know %1. Text stands in double quotes; true, false and null are written in small letters.</source>
        <translation>JSON kennt %1 nicht. Text steht in doppelten Anführungszeichen; true, false und null werden kleingeschrieben.</translation>
    </message>
    <message>
        <source>JSON has no comments.</source>
        <translation>JSON hat keine Kommentare.</translation>
    </message>
    <message>
        <source>The character %1 has no meaning here.</source>
        <translation>Das Zeichen %1 hat hier keine Bedeutung.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>A number is written with a point, not with a comma: %1.</source>
        <translation>Eine Zahl wird mit Punkt geschrieben, nicht mit Komma: %1.</translation>
    </message>
</context>
<context>
    <name>KeyCommands</name>
    <message>
        <source>Open as range</source>
        <translation>Als Bereich öffnen</translation>
    </message>
    <message>
        <source>Show the records of the branch as a table</source>
        <translation>Die Einträge des Zweigs als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show in the tree</source>
        <translation>Im Baum zeigen</translation>
    </message>
    <message>
        <source>Go to the last key of the branch</source>
        <translation>Zum letzten Schlüssel des Zweigs</translation>
    </message>
    <message>
        <source>Find the greatest key, which is the newest where keys hold times or numbers</source>
        <translation>Den größten Schlüssel suchen; wo Schlüssel Zeiten oder Zahlen enthalten, ist er der neueste</translation>
    </message>
    <message>
        <source>Stop looking for the last key</source>
        <translation>Suche nach dem letzten Schlüssel anhalten</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>Put the values of the keys on the clipboard</source>
        <translation>Die Werte der Schlüssel in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Put keys and values on the clipboard as one JSON object</source>
        <translation>Schlüssel und Werte als ein JSON-Objekt in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation>Als JavaScript kopieren</translation>
    </message>
    <message>
        <source>Code for the official client that reads the key</source>
        <translation>Code für den offiziellen Client, der den Schlüssel liest</translation>
    </message>
    <message>
        <source>Copy as C++</source>
        <translation>Als C++ kopieren</translation>
    </message>
    <message>
        <source>Code for libhpkvqt that reads the key</source>
        <translation>Code für libhpkvqt, der den Schlüssel liest</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>A command that reads the key over REST</source>
        <translation>Ein Befehl, der den Schlüssel über REST liest</translation>
    </message>
    <message>
        <source>Copy as raw frame</source>
        <translation>Als rohen Frame kopieren</translation>
    </message>
    <message>
        <source>The message that reads the key over the WebSocket</source>
        <translation>Die Nachricht, die den Schlüssel über den WebSocket liest</translation>
    </message>
    <message>
        <source>Watch changes</source>
        <translation>Änderungen beobachten</translation>
    </message>
    <message>
        <source>Hear of every change of the keys while the profile is open</source>
        <translation>Jede Änderung der Schlüssel hören, solange das Profil offen ist</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Keep the key or branch at hand in the list of Go to key</source>
        <translation>Den Schlüssel oder Zweig in der Liste von „Zu Schlüssel“ griffbereit halten</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>Statistik…</translation>
    </message>
    <message>
        <source>Count keys, sizes and types of what is selected</source>
        <translation>Schlüssel, Größen und Arten des Ausgewählten zählen</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Write the value to another key</source>
        <translation>Den Wert in einen anderen Schlüssel schreiben</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Give the key or branch another name</source>
        <translation>Dem Schlüssel oder Zweig einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Copy the branch to…</source>
        <translation>Zweig kopieren nach…</translation>
    </message>
    <message>
        <source>Copy every record to another prefix or another open profile</source>
        <translation>Jeden Eintrag zu einem anderen Präfix oder in ein anderes offenes Profil kopieren</translation>
    </message>
    <message>
        <source>Patch…</source>
        <translation>Patchen…</translation>
    </message>
    <message>
        <source>Merge the same JSON into every selected record</source>
        <translation>Dasselbe JSON in jeden ausgewählten Eintrag einarbeiten</translation>
    </message>
    <message>
        <source>Increment…</source>
        <translation>Erhöhen…</translation>
    </message>
    <message>
        <source>Add to every selected counter</source>
        <translation>Zu jedem ausgewählten Zähler addieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write the records to a file</source>
        <translation>Die Einträge in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Import here…</source>
        <translation>Hierher importieren…</translation>
    </message>
    <message>
        <source>Read records from a file</source>
        <translation>Einträge aus einer Datei lesen</translation>
    </message>
    <message>
        <source>Copy as code</source>
        <translation>Als Code kopieren</translation>
    </message>
    <message>
        <source>Search in values…</source>
        <translation>In Werten suchen…</translation>
    </message>
    <message>
        <source>Find a text, a regular expression or a JSON condition in the values</source>
        <translation>Einen Text, einen regulären Ausdruck oder eine JSON-Bedingung in den Werten suchen</translation>
    </message>
    <message>
        <source>Use as template here</source>
        <translation>Als Vorlage hier verwenden</translation>
    </message>
    <message>
        <source>New keys of the same branch begin with this value</source>
        <translation>Neue Schlüssel desselben Zweigs beginnen mit diesem Wert</translation>
    </message>
    <message>
        <source>Forget the template</source>
        <translation>Vorlage vergessen</translation>
    </message>
    <message>
        <source>New keys of the branch begin with nothing again</source>
        <translation>Neue Schlüssel des Zweigs beginnen wieder leer</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Show what the value and that of another key differ in</source>
        <translation>Zeigen, worin sich der Wert von dem eines anderen Schlüssels unterscheidet</translation>
    </message>
    <message>
        <source>Compare the two keys</source>
        <translation>Die beiden Schlüssel vergleichen</translation>
    </message>
    <message>
        <source>Show what the values of the two selected keys differ in</source>
        <translation>Zeigen, worin sich die Werte der beiden ausgewählten Schlüssel unterscheiden</translation>
    </message>
    <message>
        <source>Copy value to another profile…</source>
        <translation>Wert in ein anderes Profil kopieren …</translation>
    </message>
    <message>
        <source>Write the value to another open profile, after a look at what is there</source>
        <translation>Den Wert in ein anderes offenes Profil schreiben, nach einem Blick auf das, was dort steht</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>List every recorded change of the key</source>
        <translation>Jede aufgezeichnete Änderung des Schlüssels auflisten</translation>
    </message>
    <message>
        <source>Between two moments</source>
        <translation>Zwischen zwei Zeitpunkten</translation>
    </message>
    <message>
        <source>List which keys of the branch were created, changed and removed between two moments</source>
        <translation>Auflisten, welche Schlüssel des Zweigs zwischen zwei Zeitpunkten angelegt, geändert und entfernt wurden</translation>
    </message>
</context>
<context>
    <name>KeyExpression</name>
    <message>
        <source>The bracket “(” at character %1 is never closed.</source>
        <translation>Die Klammer „(“ an Zeichen %1 wird nie geschlossen.</translation>
    </message>
    <message>
        <source>The bracket “)” at character %1 closes nothing.</source>
        <translation>Die Klammer „)“ an Zeichen %1 schließt nichts.</translation>
    </message>
    <message>
        <source>There is nothing before the “%1” at character %2 that it could repeat. To match any text write “.*”.</source>
        <translation>Vor dem „%1“ an Zeichen %2 steht nichts, was es wiederholen könnte. Für beliebigen Text schreibt man „.*“.</translation>
    </message>
    <message>
        <source>The server does not understand the “(?” at character %1: only “(?:”, “(?=”, “(?!” and “(?&lt;” have a meaning.</source>
        <translation>Der Server versteht das „(?“ an Zeichen %1 nicht: Nur „(?:“, „(?=“, „(?!“ und „(?&lt;“ haben eine Bedeutung.</translation>
    </message>
    <message>
        <source>The “\” at the end escapes nothing.</source>
        <translation>Das „\“ am Ende maskiert nichts.</translation>
    </message>
    <message>
        <source>“\%1” at character %2 means different things on different servers and cannot be used.</source>
        <translation>„\%1“ an Zeichen %2 bedeutet nicht auf jedem Server dasselbe und ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>“\u” at character %1 needs four hexadecimal digits of a character behind it.</source>
        <translation>Hinter „\u“ an Zeichen %1 müssen vier hexadezimale Ziffern eines Zeichens stehen.</translation>
    </message>
    <message>
        <source>The bracket “[” at character %1 is never closed.</source>
        <translation>Die Klammer „[“ an Zeichen %1 wird nie geschlossen.</translation>
    </message>
    <message>
        <source>An expression is needed; “.*” matches every key.</source>
        <translation>Es fehlt ein Ausdruck; „.*“ passt auf jeden Schlüssel.</translation>
    </message>
    <message>
        <source>The expression cannot be understood: %1.</source>
        <translation>Der Ausdruck ist nicht zu verstehen: %1.</translation>
    </message>
</context>
<context>
    <name>KeyTemplates</name>
    <message>
        <source>The value is no text.</source>
        <translation>Der Wert ist kein Text.</translation>
    </message>
    <message>
        <source>The value is larger than %1 bytes.</source>
        <translation>Der Wert ist größer als %1 Bytes.</translation>
    </message>
    <message>
        <source>There are %1 templates already.</source>
        <translation>Es gibt schon %1 Vorlagen.</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>shown %1</source>
        <translation>%1 gezeigt</translation>
    </message>
    <message>
        <source>filtered %1</source>
        <translation>%1 ausgefiltert</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>no longer kept %1</source>
        <translation>%1 nicht mehr aufbewahrt</translation>
    </message>
    <message>
        <source>emptied %1</source>
        <translation>%1 geleert</translation>
    </message>
    <message>
        <source>offline since %1</source>
        <translation>offline seit %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>received %1 = %2 · %3</source>
        <extracomment>the sum of the live panel; %2 is a list of parts joined by plus signs, %3 &quot;0 lost&quot; or &quot;offline since 14:21:53&quot;</extracomment>
        <translation>%1 empfangen = %2 · %3</translation>
    </message>
    <message>
        <source>Changes received: %1</source>
        <translation>Empfangene Änderungen: %1</translation>
    </message>
    <message>
        <source>Shown as rows: %1</source>
        <translation>Als Zeilen gezeigt: %1</translation>
    </message>
    <message>
        <source>Hidden by the filter: %1</source>
        <translation>Vom Filter verborgen: %1</translation>
    </message>
    <message>
        <source>Waiting while paused: %1</source>
        <translation>Wartend, da angehalten: %1</translation>
    </message>
    <message>
        <source>Older than what is kept: %1</source>
        <translation>Älter als das Aufbewahrte: %1</translation>
    </message>
    <message>
        <source>Taken out by “Empty the list”: %1</source>
        <translation>Mit „Liste leeren“ entfernt: %1</translation>
    </message>
    <message>
        <source>passed over %1</source>
        <translation>%1 übergangen</translation>
    </message>
    <message>
        <source>Passed over, as they came faster than can be shown: %1</source>
        <translation>Übergangen, weil sie schneller kamen, als gezeigt werden kann: %1</translation>
    </message>
</context>
<context>
    <name>LiveCommands</name>
    <message>
        <source>Pause live</source>
        <translation>Live anhalten</translation>
    </message>
    <message>
        <source>Hold the list of changes still; what arrives is counted and waits</source>
        <translation>Die Liste der Änderungen anhalten; was eintrifft, wird gezählt und wartet</translation>
    </message>
    <message>
        <source>Go to the newest change</source>
        <translation>Zur neuesten Änderung</translation>
    </message>
    <message>
        <source>And stay with it as others come</source>
        <translation>Und dort bleiben, wenn weitere kommen</translation>
    </message>
    <message>
        <source>Newest change first</source>
        <translation>Neueste Änderung zuerst</translation>
    </message>
    <message>
        <source>Otherwise it stands at the end</source>
        <translation>Sonst steht sie am Ende</translation>
    </message>
    <message>
        <source>Changes one by one</source>
        <translation>Änderungen einzeln</translation>
    </message>
    <message>
        <source>A row for each change</source>
        <translation>Eine Zeile je Änderung</translation>
    </message>
    <message>
        <source>Changes by key</source>
        <translation>Änderungen nach Schlüssel</translation>
    </message>
    <message>
        <source>A row for each key, with its rate and its last value</source>
        <translation>Eine Zeile je Schlüssel, mit seiner Rate und seinem letzten Wert</translation>
    </message>
    <message>
        <source>Who changes most</source>
        <translation>Wer sich am meisten ändert</translation>
    </message>
    <message>
        <source>Changes a second and a minute by branch</source>
        <translation>Änderungen je Sekunde und Minute nach Zweig</translation>
    </message>
    <message>
        <source>Filter changes</source>
        <translation>Änderungen filtern</translation>
    </message>
    <message>
        <source>Filter changes by key, kind and value</source>
        <translation>Änderungen nach Schlüssel, Art und Wert filtern</translation>
    </message>
    <message>
        <source>Show the row with the other parts of the filter</source>
        <translation>Die Zeile mit den übrigen Teilen des Filters zeigen</translation>
    </message>
    <message>
        <source>Open the record of a change</source>
        <translation>Datensatz einer Änderung öffnen</translation>
    </message>
    <message>
        <source>Show the difference of a change</source>
        <translation>Unterschied einer Änderung zeigen</translation>
    </message>
    <message>
        <source>Compare the values before and after</source>
        <translation>Die Werte davor und danach vergleichen</translation>
    </message>
    <message>
        <source>Show only changes of this branch</source>
        <translation>Nur Änderungen dieses Zweigs zeigen</translation>
    </message>
    <message>
        <source>Copy change</source>
        <translation>Änderung kopieren</translation>
    </message>
    <message>
        <source>Export changes…</source>
        <translation>Änderungen exportieren…</translation>
    </message>
    <message>
        <source>Write the rows that are shown to a file, with their values</source>
        <translation>Die gezeigten Zeilen mit ihren Werten in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Older changes</source>
        <translation>Ältere Änderungen</translation>
    </message>
    <message>
        <source>Go on in the history behind the oldest change that the list holds</source>
        <translation>Hinter der ältesten Änderung, die die Liste hält, im Verlauf weiterlesen</translation>
    </message>
    <message>
        <source>What became of every change</source>
        <translation>Was aus jeder Änderung wurde</translation>
    </message>
    <message>
        <source>Shown, filtered, waiting, no longer held: the parts of the sum of the live list</source>
        <translation>Gezeigt, gefiltert, wartend, nicht mehr gehalten: die Teile der Summe der Live-Liste</translation>
    </message>
</context>
<context>
    <name>LiveExport</name>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>LiveKind</name>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>patched</source>
        <translation>gepatcht</translation>
    </message>
    <message>
        <source>appended</source>
        <translation>angehängt</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>rewritten</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>line down</source>
        <translation>Leitung weg</translation>
    </message>
    <message>
        <source>line up</source>
        <translation>Leitung da</translation>
    </message>
    <message>
        <source>Connection lost: changes may be missing from here on</source>
        <translation>Verbindung verloren: Ab hier können Änderungen fehlen</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>Wieder verbunden</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Browse, edit and watch an HPKV store.</source>
        <translation>Einen HPKV-Speicher ansehen, bearbeiten und beobachten.</translation>
    </message>
    <message>
        <source>Start a store on this computer that keeps changing, and open it.</source>
        <translation>Einen Speicher auf diesem Rechner starten, der sich ständig ändert, und ihn öffnen.</translation>
    </message>
    <message>
        <source>Save pictures of the program, light and dark, into &lt;folder&gt;, and end.</source>
        <translation>Bilder des Programms, hell und dunkel, in &lt;Ordner&gt; speichern und enden.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Only save this scene of the tour; may be repeated.</source>
        <translation>Nur diese Szene der Tour speichern; darf mehrfach stehen.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Keep settings, profiles and journals in &lt;folder&gt;.</source>
        <translation>Einstellungen, Profile und Journale in &lt;Ordner&gt; aufbewahren.</translation>
    </message>
    <message>
        <source>Open the dashboard in &lt;file&gt;.</source>
        <translation>Das Dashboard in &lt;Datei&gt; öffnen.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Show the dashboard alone, on the whole screen; Esc ends it.</source>
        <translation>Nur das Dashboard zeigen, auf dem ganzen Bildschirm; Esc beendet es.</translation>
    </message>
    <message>
        <source>Open this saved profile (name or id) for the dashboard, not the one that its file names.</source>
        <translation>Für das Dashboard dieses gespeicherte Profil (Name oder Kennung) öffnen, nicht das in seiner Datei genannte.</translation>
    </message>
</context>
<context>
    <name>PrivateFile</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be locked.</source>
        <translation>Der Ordner %1 kann nicht gesperrt werden.</translation>
    </message>
</context>
<context>
    <name>ProfileConnection</name>
    <message>
        <source>No certificate can be read from %1.</source>
        <translation>Aus %1 lässt sich kein Zertifikat lesen.</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>RangeCommands</name>
    <message>
        <source>New range…</source>
        <translation>Neuer Bereich…</translation>
    </message>
    <message>
        <source>Show a part of the keys as a table</source>
        <translation>Einen Teil der Schlüssel als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Read the range again</source>
        <translation>Bereich neu lesen</translation>
    </message>
    <message>
        <source>Ask the store for all keys of the range once more</source>
        <translation>Den Speicher noch einmal nach allen Schlüsseln des Bereichs fragen</translation>
    </message>
    <message>
        <source>Pause or go on reading the range</source>
        <translation>Lesen des Bereichs anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Stop reading the range</source>
        <translation>Lesen des Bereichs abbrechen</translation>
    </message>
    <message>
        <source>Sort by the current column</source>
        <translation>Nach der aktuellen Spalte sortieren</translation>
    </message>
    <message>
        <source>Forwards, then backwards, then by key again</source>
        <translation>Aufsteigend, dann absteigend, dann wieder nach Schlüssel</translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>Neu sortieren</translation>
    </message>
    <message>
        <source>Work the order of the rows out anew</source>
        <translation>Die Reihenfolge der Zeilen neu ermitteln</translation>
    </message>
    <message>
        <source>Columns of the range…</source>
        <translation>Spalten des Bereichs…</translation>
    </message>
    <message>
        <source>Add, show, hide and remove columns</source>
        <translation>Spalten hinzufügen, zeigen, ausblenden und entfernen</translation>
    </message>
    <message>
        <source>Filter by the current column</source>
        <translation>Nach der aktuellen Spalte filtern</translation>
    </message>
    <message>
        <source>Filter by a condition</source>
        <translation>Nach einer Bedingung filtern</translation>
    </message>
    <message>
        <source>Show only records that fulfil a condition such as /total &gt; 100</source>
        <translation>Nur Einträge zeigen, die eine Bedingung wie /total &gt; 100 erfüllen</translation>
    </message>
    <message>
        <source>Clear the filters of the range</source>
        <translation>Filter des Bereichs leeren</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Zelle bearbeiten</translation>
    </message>
    <message>
        <source>Change the value or one member of it; all other bytes stay</source>
        <translation>Den Wert oder ein Element davon ändern; alle anderen Bytes bleiben</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>The columns shown, with tabs between them</source>
        <translation>Die gezeigten Spalten, durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>Copy rows as JSON</source>
        <translation>Zeilen als JSON kopieren</translation>
    </message>
    <message>
        <source>Keys and whole values as one JSON object</source>
        <translation>Schlüssel und ganze Werte als ein JSON-Objekt</translation>
    </message>
    <message>
        <source>Patch rows…</source>
        <translation>Zeilen patchen…</translation>
    </message>
    <message>
        <source>One merge patch over many records</source>
        <translation>Ein Merge-Patch für viele Einträge</translation>
    </message>
    <message>
        <source>Increment rows…</source>
        <translation>Zeilen erhöhen…</translation>
    </message>
    <message>
        <source>Export rows…</source>
        <translation>Zeilen exportieren…</translation>
    </message>
    <message>
        <source>Delete rows…</source>
        <translation>Zeilen löschen…</translation>
    </message>
    <message>
        <source>Record below the range</source>
        <translation>Eintrag unter dem Bereich</translation>
    </message>
    <message>
        <source>Show the record of the current row below</source>
        <translation>Den Eintrag der aktuellen Zeile darunter zeigen</translation>
    </message>
    <message>
        <source>Saved and recent ranges…</source>
        <translation>Gespeicherte und letzte Bereiche…</translation>
    </message>
</context>
<context>
    <name>RangeFilter</name>
    <message>
        <source>The regular expression is not valid: %1.</source>
        <translation>Der reguläre Ausdruck ist ungültig: %1.</translation>
    </message>
    <message>
        <source>A number is missing behind the sign.</source>
        <translation>Hinter dem Vergleichszeichen fehlt eine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>RangeQueries</name>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>two keys: from – to</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, first %2</source>
        <extracomment>%1 is a range of keys, %2 a number</extracomment>
        <translation>%1, die ersten %2</translation>
    </message>
    <message>
        <source>Saved queries cannot be read from %1: %2.</source>
        <translation>Gespeicherte Abfragen können nicht aus %1 gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The file of saved queries was damaged. It is kept as %1.</source>
        <translation>Die Datei der gespeicherten Abfragen war beschädigt. Sie ist als %1 aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>RecordCommands</name>
    <message>
        <source>Copy key of the record</source>
        <translation>Schlüssel des Eintrags kopieren</translation>
    </message>
    <message>
        <source>Put the key of the open record on the clipboard</source>
        <translation>Den Schlüssel des offenen Eintrags in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Put the whole value on the clipboard</source>
        <translation>Den ganzen Wert in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Copy value at the cursor</source>
        <translation>Wert an der Schreibmarke kopieren</translation>
    </message>
    <message>
        <source>Put the member that the cursor stands in on the clipboard</source>
        <translation>Das Element, in dem die Schreibmarke steht, in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Copy JSON Pointer</source>
        <translation>JSON Pointer kopieren</translation>
    </message>
    <message>
        <source>Put the path of the member that the cursor stands in on the clipboard</source>
        <translation>Den Pfad des Elements, in dem die Schreibmarke steht, in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Delete record…</source>
        <translation>Eintrag löschen…</translation>
    </message>
    <message>
        <source>Delete the open record from the store</source>
        <translation>Den offenen Eintrag aus dem Speicher löschen</translation>
    </message>
    <message>
        <source>Count up</source>
        <translation>Hochzählen</translation>
    </message>
    <message>
        <source>Add the step to the counter that is open</source>
        <translation>Den Schritt zum offenen Zähler addieren</translation>
    </message>
    <message>
        <source>Count down</source>
        <translation>Herunterzählen</translation>
    </message>
    <message>
        <source>Take the step from the counter that is open</source>
        <translation>Den Schritt vom offenen Zähler abziehen</translation>
    </message>
    <message>
        <source>Save by replacing the value</source>
        <translation>Speichern durch Ersetzen des Werts</translation>
    </message>
    <message>
        <source>Save as a patch</source>
        <translation>Als Patch speichern</translation>
    </message>
    <message>
        <source>Save by appending</source>
        <translation>Speichern durch Anhängen</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Find text in the value and put other text in its place</source>
        <translation>Text im Wert suchen und durch anderen ersetzen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts weitersuchen</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>Gehe zu Zeile …</translation>
    </message>
    <message>
        <source>Go to a line, a line and column or a JSON Pointer of the value</source>
        <translation>Zu einer Zeile, einer Zeile und Spalte oder einem JSON-Pointer des Werts gehen</translation>
    </message>
    <message>
        <source>Sort members</source>
        <translation>Elemente sortieren</translation>
    </message>
    <message>
        <source>Bring the members of every object into the order of their names</source>
        <translation>Die Elemente aller Objekte nach ihrem Namen ordnen</translation>
    </message>
    <message>
        <source>Select next place, too</source>
        <translation>Nächste Stelle dazunehmen</translation>
    </message>
    <message>
        <source>One more cursor at the next place with the selected text</source>
        <translation>Eine weitere Schreibmarke an der nächsten Stelle mit dem ausgewählten Text</translation>
    </message>
    <message>
        <source>Select all places</source>
        <translation>Alle Stellen auswählen</translation>
    </message>
    <message>
        <source>A cursor at every place with the selected text</source>
        <translation>Eine Schreibmarke an jeder Stelle mit dem ausgewählten Text</translation>
    </message>
    <message>
        <source>Cursor in the line above, too</source>
        <translation>Schreibmarke auch in der Zeile darüber</translation>
    </message>
    <message>
        <source>Cursor in the line below, too</source>
        <translation>Schreibmarke auch in der Zeile darunter</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Break lines of values that are wider than the window</source>
        <translation>Zeilen von Werten umbrechen, die breiter als das Fenster sind</translation>
    </message>
    <message>
        <source>Larger value text</source>
        <translation>Werttext größer</translation>
    </message>
    <message>
        <source>Smaller value text</source>
        <translation>Werttext kleiner</translation>
    </message>
    <message>
        <source>Normal value text</source>
        <translation>Werttext in normaler Größe</translation>
    </message>
    <message>
        <source>In the tree view of a record</source>
        <translation>In der Baumansicht eines Eintrags</translation>
    </message>
    <message>
        <source>JSON tree: edit the value</source>
        <translation>JSON-Baum: Wert bearbeiten</translation>
    </message>
    <message>
        <source>JSON tree: rename the member</source>
        <translation>JSON-Baum: Element umbenennen</translation>
    </message>
    <message>
        <source>JSON tree: add a member or element</source>
        <translation>JSON-Baum: Element hinzufügen</translation>
    </message>
    <message>
        <source>JSON tree: remove the member or element</source>
        <translation>JSON-Baum: Element entfernen</translation>
    </message>
    <message>
        <source>JSON tree: move up</source>
        <translation>JSON-Baum: nach oben</translation>
    </message>
    <message>
        <source>JSON tree: move down</source>
        <translation>JSON-Baum: nach unten</translation>
    </message>
    <message>
        <source>JSON tree: expand all below</source>
        <translation>JSON-Baum: alles darunter aufklappen</translation>
    </message>
    <message>
        <source>JSON tree: make it an object</source>
        <translation>JSON-Baum: in ein Objekt umwandeln</translation>
    </message>
    <message>
        <source>JSON tree: make it an array</source>
        <translation>JSON-Baum: in ein Array umwandeln</translation>
    </message>
    <message>
        <source>JSON tree: make it a string</source>
        <translation>JSON-Baum: in eine Zeichenkette umwandeln</translation>
    </message>
    <message>
        <source>JSON tree: make it a number</source>
        <translation>JSON-Baum: in eine Zahl umwandeln</translation>
    </message>
    <message>
        <source>JSON tree: make it true or false</source>
        <translation>JSON-Baum: in wahr oder falsch umwandeln</translation>
    </message>
    <message>
        <source>JSON tree: make it null</source>
        <translation>JSON-Baum: in null umwandeln</translation>
    </message>
    <message>
        <source>JSON Schema…</source>
        <translation>JSON-Schema…</translation>
    </message>
    <message>
        <source>Attach a JSON Schema to the keys of this branch, look at it or take it away</source>
        <translation>Den Schlüsseln dieses Zweigs ein JSON-Schema geben, es ansehen oder wegnehmen</translation>
    </message>
    <message>
        <source>Complete by the schema</source>
        <translation>Nach dem Schema vervollständigen</translation>
    </message>
    <message>
        <source>Offer the names or values that the schema has at the cursor</source>
        <translation>Namen oder Werte anbieten, die das Schema an der Schreibmarke hat</translation>
    </message>
    <message>
        <source>Copy as code…</source>
        <translation>Als Code kopieren…</translation>
    </message>
    <message>
        <source>Code that reads, writes, patches, counts or deletes the open record</source>
        <translation>Code, der den offenen Eintrag liest, schreibt, patcht, zählt oder löscht</translation>
    </message>
</context>
<context>
    <name>RecordReader</name>
    <message>
        <source>The first line has to name the columns, “key” and “value” among them.</source>
        <translation>Die erste Zeile muss die Spalten nennen, darunter „key“ und „value“.</translation>
    </message>
    <message>
        <source>The quotes that open in this row are not closed up to the end of the file.</source>
        <translation>Die in dieser Zeile geöffneten Anführungszeichen werden bis zum Ende der Datei nicht geschlossen.</translation>
    </message>
    <message>
        <source>Text follows a closing quote. A quote inside quotes is written twice.</source>
        <translation>Hinter einem schließenden Anführungszeichen steht Text. Ein Anführungszeichen innerhalb von Anführungszeichen wird doppelt geschrieben.</translation>
    </message>
    <message>
        <source>This row has %1 cells, the first line has %2.</source>
        <translation>Diese Zeile hat %1 Zellen, die erste Zeile hat %2.</translation>
    </message>
    <message>
        <source>The key is no Base64.</source>
        <translation>Der Schlüssel ist kein Base64.</translation>
    </message>
    <message>
        <source>The key is empty.</source>
        <translation>Der Schlüssel ist leer.</translation>
    </message>
    <message>
        <source>The value is no Base64.</source>
        <translation>Der Wert ist kein Base64.</translation>
    </message>
    <message>
        <source>%1 holds half of a surrogate pair, which cannot be stored.</source>
        <translation>%1 enthält ein halbes Surrogatpaar, das sich nicht speichern lässt.</translation>
    </message>
    <message>
        <source>%1 has to be a text.</source>
        <translation>%1 muss ein Text sein.</translation>
    </message>
    <message>
        <source>“%1” stands there twice, as text and as Base64.</source>
        <translation>„%1“ steht zweimal da, als Text und als Base64.</translation>
    </message>
    <message>
        <source>%1 is no Base64.</source>
        <translation>%1 ist kein Base64.</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>An object with “key” and “value” is expected in each line.</source>
        <translation>In jeder Zeile wird ein Objekt mit „key“ und „value“ erwartet.</translation>
    </message>
    <message>
        <source>“key” is missing.</source>
        <translation>„key“ fehlt.</translation>
    </message>
    <message>
        <source>“value” is missing.</source>
        <translation>„value“ fehlt.</translation>
    </message>
    <message>
        <source>A JSON object is expected, which begins with {.</source>
        <translation>Erwartet wird ein JSON-Objekt; es beginnt mit {.</translation>
    </message>
    <message>
        <source>The file ends in the middle: the { of its beginning is not closed.</source>
        <translation>Die Datei endet mittendrin: Die { vom Anfang ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The object ends before this; nothing may follow it.</source>
        <translation>Das Objekt endet davor; danach darf nichts folgen.</translation>
    </message>
    <message>
        <source>A comma is one too many here.</source>
        <translation>Hier steht ein Komma zu viel.</translation>
    </message>
    <message>
        <source>The name of this member cannot be stored as a key.</source>
        <translation>Der Name dieses Elements lässt sich nicht als Schlüssel speichern.</translation>
    </message>
    <message>
        <source>The value of this member cannot be stored: it is no Base64, or holds half of a surrogate pair.</source>
        <translation>Der Wert dieses Elements lässt sich nicht speichern: Er ist kein Base64 oder enthält ein halbes Surrogatpaar.</translation>
    </message>
    <message>
        <source>This file is not UTF-8. Save it as UTF-8 and try again.</source>
        <translation>Diese Datei ist kein UTF-8. Als UTF-8 speichern und erneut versuchen.</translation>
    </message>
    <message>
        <source>The file cannot be read on: %1.</source>
        <translation>Die Datei kann nicht weitergelesen werden: %1.</translation>
    </message>
    <message>
        <source>This record is larger than %1.</source>
        <translation>Dieser Eintrag ist größer als %1.</translation>
    </message>
</context>
<context>
    <name>RecordTexts</name>
    <message>
        <source>This connection may not do that with this key. An API key that may write, or a token whose pattern includes the key, can.</source>
        <translation>Diese Verbindung darf das mit diesem Schlüssel nicht. Ein API-Schlüssel mit Schreibrecht oder ein Token, dessen Muster den Schlüssel einschließt, darf es.</translation>
    </message>
    <message>
        <source>The server does not accept the API key or token. Check it in the profile.</source>
        <translation>Der Server nimmt API-Schlüssel oder Token nicht an. Im Profil prüfen.</translation>
    </message>
    <message>
        <source>The server refused it for its rate limit. Try again in a moment.</source>
        <translation>Der Server hat es wegen der Ratenbegrenzung abgelehnt. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The value or the key is larger than the server takes.</source>
        <translation>Wert oder Schlüssel ist größer, als der Server annimmt.</translation>
    </message>
    <message>
        <source>The server has no such key.</source>
        <translation>Der Server kennt diesen Schlüssel nicht.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>The connection was closed before.</source>
        <translation>Die Verbindung wurde vorher geschlossen.</translation>
    </message>
    <message>
        <source>Too many requests wait already. Try again in a moment.</source>
        <translation>Es warten bereits zu viele Anfragen. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Another writer changed the record meanwhile.</source>
        <translation>Inzwischen wurde der Eintrag von anderer Seite geändert.</translation>
    </message>
    <message>
        <source>The server says: %1 (%2)</source>
        <translation>Der Server meldet: %1 (%2)</translation>
    </message>
    <message>
        <source>The server reports a failure (%1).</source>
        <translation>Der Server meldet einen Fehler (%1).</translation>
    </message>
    <message>
        <source>No connection for %1.</source>
        <translation>Keine Verbindung seit %1.</translation>
    </message>
    <message>
        <source>No connection.</source>
        <translation>Keine Verbindung.</translation>
    </message>
    <message>
        <source>Trying again in %1 (attempt %2).</source>
        <translation>Neuer Versuch in %1 (Versuch %2).</translation>
    </message>
    <message>
        <source>Trying again now (attempt %1).</source>
        <translation>Neuer Versuch läuft (Versuch %1).</translation>
    </message>
    <message>
        <source>What you see may be out of date; your edit stays here.</source>
        <translation>Das Gezeigte kann veraltet sein; die Bearbeitung bleibt hier.</translation>
    </message>
    <message>
        <source>What you see may be out of date.</source>
        <translation>Das Gezeigte kann veraltet sein.</translation>
    </message>
    <message>
        <source>The record could not be read.</source>
        <translation>Der Eintrag konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This record was deleted elsewhere.</source>
        <translation>Dieser Eintrag wurde anderswo gelöscht.</translation>
    </message>
    <message>
        <source>The text stays here and can be saved again as a new record.</source>
        <translation>Der Text bleibt hier und kann als neuer Eintrag wieder gespeichert werden.</translation>
    </message>
    <message>
        <source>This key exists already.</source>
        <translation>Diesen Schlüssel gibt es schon.</translation>
    </message>
    <message>
        <source>Nothing has been written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Changed elsewhere while you were editing.</source>
        <translation>Während der Bearbeitung anderswo geändert.</translation>
    </message>
    <message>
        <source>Nothing has been written; your text stays until you choose.</source>
        <translation>Es wurde nichts geschrieben; der Text bleibt bis zur Entscheidung.</translation>
    </message>
    <message>
        <source>Changed elsewhere: %1.</source>
        <translation>Anderswo geändert: %1.</translation>
    </message>
    <message>
        <source>Not deleted.</source>
        <translation>Nicht gelöscht.</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 Your text stays here.</source>
        <translation>%1 Der Text bleibt hier.</translation>
    </message>
    <message>
        <source>The connection failed on the way. The record was read again: the change was not carried out.</source>
        <translation>Die Verbindung brach unterwegs ab. Der Eintrag wurde neu gelesen: Die Änderung wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>It is not known whether the change was carried out.</source>
        <translation>Es ist nicht bekannt, ob die Änderung ausgeführt wurde.</translation>
    </message>
    <message>
        <source>Reading again… Your text stays here.</source>
        <translation>Wird neu gelesen… Der Text bleibt hier.</translation>
    </message>
    <message>
        <source>It is read again when the connection is back. Your text stays here.</source>
        <translation>Er wird neu gelesen, sobald die Verbindung wieder da ist. Der Text bleibt hier.</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>read %1, live</source>
        <translation>gelesen %1, live</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>gelesen %1</translation>
    </message>
    <message>
        <source>read %1, may be out of date</source>
        <translation>gelesen %1, vielleicht veraltet</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of members</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Edited · not saved</source>
        <translation>Bearbeitet · nicht gespeichert</translation>
    </message>
    <message>
        <source>Edited: white space or order only · not saved</source>
        <translation>Bearbeitet: nur Leerraum oder Reihenfolge · nicht gespeichert</translation>
    </message>
    <message>
        <source>Edited: more than %1 members · not saved</source>
        <translation>Bearbeitet: mehr als %1 Elemente · nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>Edited: %n member(s) · not saved</source>
        <translation>
            <numerusform>Bearbeitet: %n Element · nicht gespeichert</numerusform>
            <numerusform>Bearbeitet: %n Elemente · nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>changed just now by another writer</source>
        <translation>gerade von anderer Seite geändert</translation>
    </message>
    <message>
        <source>changed %1 ago by another writer</source>
        <translation>vor %1 von anderer Seite geändert</translation>
    </message>
    <message>
        <source>changed just now by another writer: %1</source>
        <translation>gerade von anderer Seite geändert: %1</translation>
    </message>
    <message>
        <source>changed %1 ago by another writer: %2</source>
        <translation>vor %1 von anderer Seite geändert: %2</translation>
    </message>
    <message>
        <source>Not counted.</source>
        <translation>Nicht gezählt.</translation>
    </message>
    <message>
        <source>It cannot be told whether the step was counted.</source>
        <translation>Es lässt sich nicht sagen, ob der Schritt gezählt wurde.</translation>
    </message>
    <message>
        <source>The connection failed on the way, and others counted meanwhile. The counter was read again and stands as shown.</source>
        <translation>Die Verbindung brach unterwegs ab, und andere haben inzwischen gezählt. Der Zähler wurde neu gelesen und steht wie gezeigt.</translation>
    </message>
    <message>
        <source>The change was carried out; what it left is not known yet.</source>
        <translation>Die Änderung wurde ausgeführt; was danach dort steht, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Reading again…</source>
        <translation>Wird neu gelesen …</translation>
    </message>
    <message>
        <source>It is read again when the connection is back.</source>
        <translation>Er wird neu gelesen, sobald die Verbindung wieder da ist.</translation>
    </message>
</context>
<context>
    <name>SaveTexts</name>
    <message>
        <source>The value</source>
        <translation>Der Wert</translation>
    </message>
    <message>
        <source>%1 cannot be set to null by a patch: null removes the member.</source>
        <translation>%1 lässt sich mit einem Patch nicht auf null setzen: null entfernt das Element.</translation>
    </message>
    <message>
        <source>%1 has two members of one name, which a patch cannot write.</source>
        <translation>%1 hat zwei Elemente mit demselben Namen, was ein Patch nicht schreiben kann.</translation>
    </message>
    <message>
        <source>%1 is not a JSON object.</source>
        <translation>%1 ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>%1 has its members in another order; the order in the store stays.</source>
        <translation>%1 hat seine Elemente in anderer Reihenfolge; die Reihenfolge im Speicher bleibt.</translation>
    </message>
    <message>
        <source>%1 is sent as a whole, because a patch cannot change an array inside. Changes of others in this array would be lost.</source>
        <translation>%1 wird ganz gesendet, denn ein Patch kann ein Array nicht innen ändern. Änderungen anderer in diesem Array gingen verloren.</translation>
    </message>
    <message>
        <source>%1 is empty (&quot;&quot;, {} or []). Some servers take that for its removal.</source>
        <translation>%1 ist leer (&quot;&quot;, {} oder []). Manche Server verstehen das als Entfernen.</translation>
    </message>
    <message>
        <source>A patch goes from one JSON object to another, and one of these is none.</source>
        <translation>Ein Patch führt von einem JSON-Objekt zu einem anderen, und eines von beiden ist keines.</translation>
    </message>
    <message>
        <source>No member differs in a way that a patch could carry.</source>
        <translation>Kein Element unterscheidet sich so, dass ein Patch es übertragen könnte.</translation>
    </message>
    <message>
        <source>Appending adds at the end only, and this edit changes what stands before it.</source>
        <translation>Anhängen fügt nur am Ende an, und diese Änderung betrifft, was davor steht.</translation>
    </message>
    <message>
        <source>Both parts are JSON objects, which the server merges instead of appending.</source>
        <translation>Beide Teile sind JSON-Objekte; der Server führt sie zusammen, statt anzuhängen.</translation>
    </message>
    <message numerus="yes">
        <source>Patch with %n member(s), %1</source>
        <translation>
            <numerusform>Patch mit %n Element, %1</numerusform>
            <numerusform>Patch mit %n Elementen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Only these members are sent; the others stay as they are in the store, whoever changes them. The server writes the result anew, so white space may become another one.</source>
        <translation>Nur diese Elemente werden gesendet; die anderen bleiben, wie sie im Speicher sind, wer auch immer sie ändert. Der Server schreibt das Ergebnis neu, sodass Leerraum anders werden kann.</translation>
    </message>
    <message>
        <source>Only the beginning is shown.</source>
        <translation>Nur der Anfang wird gezeigt.</translation>
    </message>
    <message>
        <source>The patch does not lead to the text above. Replacing does.</source>
        <translation>Der Patch führt nicht zum Text oben. Ersetzen schon.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>Und %n weiteres.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Append %1</source>
        <translation>%1 anhängen</translation>
    </message>
    <message>
        <source>The end of the value as it will be. What others append meanwhile stays.</source>
        <translation>Das Ende des Werts, wie er sein wird. Was andere inzwischen anhängen, bleibt.</translation>
    </message>
    <message>
        <source>What stands before is not shown.</source>
        <translation>Was davor steht, wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>Both parts are JSON. It is not documented whether the server appends then; the value is read back afterwards.</source>
        <translation>Beide Teile sind JSON. Ob der Server dann anhängt, ist nicht dokumentiert; der Wert wird danach zurückgelesen.</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Patch</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save sends only the members that were changed, after showing them</source>
        <translation>Speichern sendet nur die geänderten Elemente, nachdem es sie gezeigt hat</translation>
    </message>
    <message>
        <source>Save sends only what was added at the end, after showing it</source>
        <translation>Speichern sendet nur, was am Ende hinzugekommen ist, nachdem es das gezeigt hat</translation>
    </message>
    <message>
        <source>Save writes the text byte for byte, if nobody changed the record meanwhile</source>
        <translation>Speichern schreibt den Text Byte für Byte, wenn niemand den Eintrag inzwischen geändert hat</translation>
    </message>
    <message>
        <source>This edit cannot be sent as a patch.</source>
        <translation>Diese Änderung lässt sich nicht als Patch senden.</translation>
    </message>
    <message>
        <source>This edit cannot be appended.</source>
        <translation>Diese Änderung lässt sich nicht anhängen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s) too long</source>
        <translation>
            <numerusform>%Ln Byte zu lang</numerusform>
            <numerusform>%Ln Byte zu lang</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>This connection asks before each write.</source>
        <translation>Diese Verbindung fragt vor jedem Schreiben nach.</translation>
    </message>
    <message>
        <source>This connection is read-only.</source>
        <translation>Diese Verbindung darf nur lesen.</translation>
    </message>
</context>
<context>
    <name>Studio::AboutDialog</name>
    <message>
        <source>About HPKV Studio</source>
        <translation>Über HPKV Studio</translation>
    </message>
    <message>
        <source>See, change and watch your key-value store.</source>
        <translation>Den eigenen Key-Value-Speicher sehen, ändern und beobachten.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. The library libhpkvqt and the emulator are under the MIT licence.

Not made by or affiliated with the operator of HPKV.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Die Bibliothek libhpkvqt und der Emulator stehen unter der MIT-Lizenz.

Nicht vom Betreiber von HPKV und nicht mit ihm verbunden.</translation>
    </message>
    <message>
        <source>Runs on Qt %1.</source>
        <translation>Läuft mit Qt %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Studio::AlertEditor</name>
    <message>
        <source>Add an alert</source>
        <translation>Alarm hinzufügen</translation>
    </message>
</context>
<context>
    <name>Studio::AlertForm</name>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>When it alarms</source>
        <translation>Wann Alarm ist</translation>
    </message>
    <message>
        <source>Ends when &amp;back by</source>
        <translation>Endet &amp;zurück um</translation>
    </message>
    <message>
        <source>How far beyond the limit the number has to go back, so that an alert does not flicker</source>
        <translation>Wie weit die Zahl hinter die Grenze zurückgehen muss, damit ein Alarm nicht flackert</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Label of the alert</source>
        <translation>Beschriftung des Alarms</translation>
    </message>
    <message>
        <source>Shown on the tile and in the log, told nowhere else</source>
        <translation>Auf der Kachel und in der Liste zu sehen, sonst nirgends gemeldet</translation>
    </message>
    <message>
        <source>Remove this alert</source>
        <translation>Diesen Alarm entfernen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Text or number</source>
        <translation>Text oder Zahl</translation>
    </message>
    <message>
        <source>Not changed &amp;for</source>
        <translation>&amp;Unverändert seit</translation>
    </message>
    <message>
        <source>When so &amp;for</source>
        <translation>Wenn es so ist &amp;seit</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>Beschriftung: %1</translation>
    </message>
</context>
<context>
    <name>Studio::AlertLog</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>Vorbei seit %1</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>%1, %2 times</source>
        <translation>%1, %2-mal</translation>
    </message>
    <message>
        <source>Still so when the program ended</source>
        <translation>Beim Beenden des Programms noch aktiv</translation>
    </message>
</context>
<context>
    <name>Studio::AlertNotifier</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Show alerts</source>
        <translation>Alarme zeigen</translation>
    </message>
</context>
<context>
    <name>Studio::AlertRule</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>The threshold of an alert is no number: “%1”.</source>
        <translation>Die Schwelle eines Alarms ist keine Zahl: „%1“.</translation>
    </message>
    <message>
        <source>The hysteresis of an alert is no number of 0 or more: “%1”.</source>
        <translation>Die Hysterese eines Alarms ist keine Zahl ab 0: „%1“.</translation>
    </message>
    <message>
        <source>The expression of an alert cannot be read: “%1”.</source>
        <translation>Der Ausdruck eines Alarms ist nicht lesbar: „%1“.</translation>
    </message>
    <message>
        <source>An alert for what does not change needs a time.</source>
        <translation>Ein Alarm für das, was sich nicht ändert, braucht eine Zeit.</translation>
    </message>
    <message>
        <source>The time of an alert is less than 0.</source>
        <translation>Die Zeit eines Alarms ist kleiner als 0.</translation>
    </message>
    <message>
        <source>Above %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>Below %1</source>
        <translation>Unter %1</translation>
    </message>
    <message>
        <source>Equal to %1</source>
        <translation>Gleich %1</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Not changed for %1</source>
        <translation>Nicht geändert seit %1</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Matches %1</source>
        <translation>Passt auf %1</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Unter</translation>
    </message>
    <message>
        <source>Equal to</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Not changed for …</source>
        <translation>Unverändert seit …</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Passt zu</translation>
    </message>
</context>
<context>
    <name>Studio::AlertsTab</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>There was no alert</source>
        <translation>Es gab keinen Alarm</translation>
    </message>
    <message>
        <source>What the alerts of your dashboards raise is listed here, whether or not they are open.</source>
        <translation>Hier steht, was die Alarme der Dashboards gemeldet haben, ob sie offen sind oder nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) not acknowledged</source>
        <translation>
            <numerusform>%n Alarm nicht bestätigt</numerusform>
            <numerusform>%n Alarme nicht bestätigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::BoardView</name>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>This dashboard is empty</source>
        <translation>Dieses Dashboard ist leer</translation>
    </message>
    <message>
        <source>Drop keys from the tree here, or add a tile.</source>
        <translation>Zieh Schlüssel aus dem Baum hierher oder füge eine Kachel hinzu.</translation>
    </message>
    <message>
        <source>Add a tile…</source>
        <translation>Kachel hinzufügen …</translation>
    </message>
    <message>
        <source>The past cannot be changed</source>
        <translation>Vergangenes lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>This profile writes nothing</source>
        <translation>Dieses Profil schreibt nichts</translation>
    </message>
</context>
<context>
    <name>Studio::BulkDialog</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Studio::CellField</name>
    <message>
        <source>New value of the cell</source>
        <translation>Neuer Wert der Zelle</translation>
    </message>
</context>
<context>
    <name>Studio::ChartTile</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu live</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Back to the moment</source>
        <translation>Zurück zum Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>Studio::ChartView</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>no values for %1 s</source>
        <translation>%1 s ohne Werte</translation>
    </message>
    <message>
        <source>no values for %1 min</source>
        <translation>%1 min ohne Werte</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Studio::ColorDots</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Own colour %1</source>
        <translation>Eigene Farbe %1</translation>
    </message>
</context>
<context>
    <name>Studio::CommandPalette</name>
    <message>
        <source>Go to key, prefix or command</source>
        <translation>Zu Schlüssel, Präfix oder Befehl</translation>
    </message>
    <message>
        <source>Key, prefix or command</source>
        <translation>Schlüssel, Präfix oder Befehl</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Run a command</source>
        <translation>Befehl ausführen</translation>
    </message>
    <message>
        <source>What the store says</source>
        <translation>Was der Speicher meldet</translation>
    </message>
    <message>
        <source>Go to key or prefix</source>
        <translation>Zu Schlüssel oder Präfix</translation>
    </message>
</context>
<context>
    <name>Studio::CompareActions</name>
    <message>
        <source>Compare %1 with…</source>
        <translation>%1 vergleichen mit …</translation>
    </message>
    <message>
        <source>%1 (no such key)</source>
        <translation>%1 (kein solcher Schlüssel)</translation>
    </message>
    <message>
        <source>%1 ↔ %2</source>
        <comment>two keys that are compared</comment>
        <translation>%1 ↔ %2</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 was not copied</source>
        <translation>%1 wurde nicht kopiert</translation>
    </message>
    <message>
        <source>No other profile that can be written to is open.</source>
        <translation>Es ist kein anderes Profil offen, in das geschrieben werden kann.</translation>
    </message>
    <message>
        <source>The store has no such key any more.</source>
        <translation>Diesen Schlüssel gibt es im Speicher nicht mehr.</translation>
    </message>
    <message>
        <source>Compare with the key…</source>
        <translation>Mit dem Schlüssel vergleichen …</translation>
    </message>
</context>
<context>
    <name>Studio::ConflictView</name>
    <message>
        <source>As read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meins</translation>
    </message>
    <message>
        <source>In the store</source>
        <translation>Im Speicher</translation>
    </message>
    <message>
        <source>Result, as it will be saved</source>
        <translation>Ergebnis, wie es gespeichert wird</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>Places that differ</source>
        <translation>Stellen, die anders sind</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Überall meins</translation>
    </message>
    <message>
        <source>All from the store</source>
        <translation>Alles aus dem Speicher</translation>
    </message>
    <message>
        <source>F8 next · ← mine · → in the store</source>
        <translation>F8 nächste · ← meins · → im Speicher</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>Zurück zur Bearbeitung</translation>
    </message>
    <message>
        <source>Edit the result</source>
        <translation>Ergebnis bearbeiten</translation>
    </message>
    <message>
        <source>Put it into the editor as one step that can be undone; nothing is written</source>
        <translation>Als einen Schritt, der sich rückgängig machen lässt, in den Editor übernehmen; geschrieben wird nichts</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Ergebnis speichern</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>(nicht vorhanden)</translation>
    </message>
    <message>
        <source>(the whole value)</source>
        <translation>(der ganze Wert)</translation>
    </message>
    <message>
        <source>As read: %1</source>
        <translation>Wie gelesen: %1</translation>
    </message>
    <message>
        <source>both changed it: choose</source>
        <translation>beide haben es geändert: wählen</translation>
    </message>
    <message>
        <source>from the store, as chosen</source>
        <translation>aus dem Speicher, wie gewählt</translation>
    </message>
    <message>
        <source>mine, as chosen</source>
        <translation>meins, wie gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) merged by themselves</source>
        <translation>
            <numerusform>%n Stelle von selbst zusammengeführt</numerusform>
            <numerusform>%n Stellen von selbst zusammengeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) your choice</source>
        <translation>
            <numerusform>%n ist zu wählen</numerusform>
            <numerusform>%n sind zu wählen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, every choice is made.</source>
        <translation>%1, alles ist gewählt.</translation>
    </message>
    <message>
        <source>%1, nothing to choose.</source>
        <translation>%1, nichts zu wählen.</translation>
    </message>
    <message>
        <source>taken from the store</source>
        <translation>vom Speicher genommen</translation>
    </message>
    <message>
        <source>kept as edited</source>
        <translation>wie bearbeitet</translation>
    </message>
</context>
<context>
    <name>Studio::ConnectDialog</name>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Connect to HPKV</source>
        <translation>Mit HPKV verbinden</translation>
    </message>
    <message>
        <source>Address and key stand in your HPKV dashboard.</source>
        <translation>Adresse und Schlüssel stehen im HPKV-Dashboard.</translation>
    </message>
    <message>
        <source>From .env</source>
        <translation>Aus .env</translation>
    </message>
    <message>
        <source>Fills in address and key from text with HPKV_API_KEY and HPKV_API_BASE_URL</source>
        <translation>Übernimmt Adresse und Schlüssel aus Text mit HPKV_API_KEY und HPKV_API_BASE_URL</translation>
    </message>
    <message>
        <source>Paste .env text</source>
        <translation>.env-Text einfügen</translation>
    </message>
    <message>
        <source>Open .env file…</source>
        <translation>.env-Datei öffnen…</translation>
    </message>
    <message>
        <source>Open .env file</source>
        <translation>.env-Datei öffnen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Tries address, encryption, sign-in and a first request. Changes nothing.</source>
        <translation>Prüft Adresse, Verschlüsselung, Anmeldung und eine erste Anfrage. Ändert nichts.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Keeps the connection without opening it</source>
        <translation>Behält die Verbindung, ohne sie zu öffnen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Filled in from %1.</source>
        <translation>Übernommen aus %1.</translation>
    </message>
    <message>
        <source>Reading the saved one…</source>
        <translation>Gespeicherter wird gelesen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>No keychain answers, so it was not kept. Choose another way.</source>
        <translation>Kein Schlüsselbund antwortet, darum wurde nichts aufbewahrt. Einen anderen Weg wählen.</translation>
    </message>
    <message>
        <source>There is no HPKV_API_KEY and no HPKV_API_BASE_URL in it.</source>
        <translation>Darin steht weder HPKV_API_KEY noch HPKV_API_BASE_URL.</translation>
    </message>
</context>
<context>
    <name>Studio::ConnectForm</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Marks the windows and tabs of this connection</source>
        <translation>Kennzeichnet Fenster und Tabs dieser Verbindung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>https://… as the dashboard shows it</source>
        <translation>https://… wie im Dashboard gezeigt</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Reads and writes the whole store</source>
        <translation>Liest und schreibt den ganzen Speicher</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Reads and writes what the token was made for</source>
        <translation>Liest und schreibt, wofür das Token ausgestellt wurde</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Anmelden mit</translation>
    </message>
    <message>
        <source>May list</source>
        <translation>Darf auflisten</translation>
    </message>
    <message>
        <source>Beginnings of keys that the token may read, separated by commas. With none, the whole store is tried.</source>
        <translation>Schlüsselanfänge, die das Token lesen darf, durch Kommas getrennt. Ohne Angabe wird der ganze Speicher versucht.</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>In a plain file</source>
        <translation>In einer Klartextdatei</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Confirm writes</source>
        <translation>Schreiben bestätigen</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>requests a second, as your plan allows</source>
        <translation>Anfragen pro Sekunde, wie der Tarif erlaubt</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenbegrenzung</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation>Rechner und Port</translation>
    </message>
    <message>
        <source>None besides the system&apos;s</source>
        <translation>Keine außer denen des Systems</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose a file with certificates</source>
        <translation>Eine Datei mit Zertifikaten auswählen</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>A PEM file with certificate authorities to trust for this connection only.</source>
        <translation>Eine PEM-Datei mit Zertifizierungsstellen, denen nur bei dieser Verbindung vertraut wird.</translation>
    </message>
    <message>
        <source>Not encrypted: whoever is on the way can read the key and the data.</source>
        <translation>Unverschlüsselt: Wer auf dem Weg mitliest, sieht Schlüssel und Daten.</translation>
    </message>
    <message>
        <source>Shop (staging)</source>
        <translation>Shop (Staging)</translation>
    </message>
    <message>
        <source>Nothing can be written, by no path.</source>
        <translation>Es kann nichts geschrieben werden, auf keinem Weg.</translation>
    </message>
    <message>
        <source>Each write shows what it will change and waits for your word.</source>
        <translation>Jedes Schreiben zeigt, was es ändern wird, und wartet auf Bestätigung.</translation>
    </message>
    <message>
        <source>Writes go out at once. For stores that you can afford to spoil.</source>
        <translation>Geschrieben wird sofort. Für Speicher, in denen etwas kaputtgehen darf.</translation>
    </message>
    <message>
        <source>The token goes to your system&apos;s keychain and nowhere else.</source>
        <translation>Das Token kommt in den Schlüsselbund des Systems und sonst nirgendwohin.</translation>
    </message>
    <message>
        <source>The key goes to your system&apos;s keychain and nowhere else.</source>
        <translation>Der Schlüssel kommt in den Schlüsselbund des Systems und sonst nirgendwohin.</translation>
    </message>
    <message>
        <source>It is forgotten when the session is closed.</source>
        <translation>Wird vergessen, wenn die Sitzung geschlossen wird.</translation>
    </message>
    <message>
        <source>No keychain answers on this computer. It is forgotten when the session is closed.</source>
        <translation>Auf diesem Rechner antwortet kein Schlüsselbund. Wird vergessen, wenn die Sitzung geschlossen wird.</translation>
    </message>
    <message>
        <source>Whoever can read your files can read it. No keychain answers on this computer.</source>
        <translation>Wer die eigenen Dateien lesen kann, kann auch dies lesen. Auf diesem Rechner antwortet kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>Enter the address that your HPKV dashboard shows.</source>
        <translation>Die Adresse eingeben, die das HPKV-Dashboard zeigt.</translation>
    </message>
    <message>
        <source>The address must begin with https://, wss://, http:// or ws://.</source>
        <translation>Die Adresse muss mit https://, wss://, http:// oder ws:// beginnen.</translation>
    </message>
    <message>
        <source>The address has no host name.</source>
        <translation>Der Adresse fehlt der Rechnername.</translation>
    </message>
    <message>
        <source>This is not an address that can be connected to.</source>
        <translation>Zu dieser Adresse lässt sich keine Verbindung aufbauen.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>The file holds no certificate in PEM form.</source>
        <translation>Die Datei enthält kein Zertifikat im PEM-Format.</translation>
    </message>
    <message>
        <source>Enter the token.</source>
        <translation>Das Token eingeben.</translation>
    </message>
    <message>
        <source>Enter the API key that your HPKV dashboard shows.</source>
        <translation>Den API-Schlüssel eingeben, den das HPKV-Dashboard zeigt.</translation>
    </message>
    <message>
        <source>This is more than one line.</source>
        <translation>Das ist mehr als eine Zeile.</translation>
    </message>
    <message>
        <source>Enter the host name of the proxy.</source>
        <translation>Den Rechnernamen des Proxys eingeben.</translation>
    </message>
    <message>
        <source>File with certificates</source>
        <translation>Datei mit Zertifikaten</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Separators</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>What divides a key into branches of the tree: one, or several with spaces between them, such as “: / .”. Write ␣ for a space.</source>
        <translation>Was einen Schlüssel in Zweige des Baums teilt: eines oder mehrere, durch Leerzeichen getrennt, etwa „: / .“. Für ein Leerzeichen ␣ schreiben.</translation>
    </message>
    <message>
        <source>Enter at least one separator.</source>
        <translation>Mindestens ein Trennzeichen eingeben.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Longest key in bytes</source>
        <translation>Längster Schlüssel in Byte</translation>
    </message>
    <message>
        <source>Longest value in bytes</source>
        <translation>Längster Wert in Byte</translation>
    </message>
    <message>
        <source>bytes a key,</source>
        <translation>Byte je Schlüssel,</translation>
    </message>
    <message>
        <source>bytes a value</source>
        <translation>Byte je Wert</translation>
    </message>
    <message>
        <source>Size limits</source>
        <translation>Größengrenzen</translation>
    </message>
    <message>
        <source>As your plan allows. What is longer is not sent, and the editor says by how much.</source>
        <translation>Wie der Tarif es erlaubt. Was länger ist, wird nicht gesendet, und der Editor sagt, um wie viel.</translation>
    </message>
    <message>
        <source>Proxy, certificates, limits and separators</source>
        <translation>Proxy, Zertifikate, Grenzen und Trennzeichen</translation>
    </message>
</context>
<context>
    <name>Studio::ConnectionTest</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>First request</source>
        <translation>Erste Anfrage</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>%1 does not answer on port %2.</source>
        <translation>%1 antwortet nicht auf Port %2.</translation>
    </message>
    <message>
        <source>Check the address and the port, and whether a firewall or proxy lies between.</source>
        <translation>Adresse und Port prüfen, und ob eine Firewall oder ein Proxy dazwischenliegt.</translation>
    </message>
    <message>
        <source>The encrypted connection was not set up in time.</source>
        <translation>Die verschlüsselte Verbindung kam nicht rechtzeitig zustande.</translation>
    </message>
    <message>
        <source>Check whether a proxy or firewall interferes with encrypted connections.</source>
        <translation>Prüfen, ob ein Proxy oder eine Firewall verschlüsselte Verbindungen stört.</translation>
    </message>
    <message>
        <source>The server took the connection but did not answer the sign-in.</source>
        <translation>Der Server nahm die Verbindung an, beantwortete aber die Anmeldung nicht.</translation>
    </message>
    <message>
        <source>Check whether the address is that of an HPKV service.</source>
        <translation>Prüfen, ob die Adresse zu einem HPKV-Dienst gehört.</translation>
    </message>
    <message>
        <source>The server does not answer a request.</source>
        <translation>Der Server beantwortet eine Anfrage nicht.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Choose a PEM file, or leave the field empty to use those of the system.</source>
        <translation>Eine PEM-Datei auswählen oder das Feld leer lassen, um die des Systems zu verwenden.</translation>
    </message>
    <message>
        <source>This is no usable address: %1</source>
        <translation>Diese Adresse ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>Enter the base URL as the dashboard shows it, for example https://api-eu-1.hpkv.io.</source>
        <translation>Die Basis-URL eingeben, wie das Dashboard sie zeigt, zum Beispiel https://api-eu-1.hpkv.io.</translation>
    </message>
    <message>
        <source>The name %1 is not known.</source>
        <translation>Der Name %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Check the spelling of the address and the connection to the internet.</source>
        <translation>Schreibweise der Adresse und Internetverbindung prüfen.</translation>
    </message>
    <message>
        <source>%1, the certificate is trusted.</source>
        <translation>%1, dem Zertifikat wird vertraut.</translation>
    </message>
    <message>
        <source>%1 answers on port %2.</source>
        <translation>%1 antwortet auf Port %2.</translation>
    </message>
    <message>
        <source>%1 refuses connections on port %2.</source>
        <translation>%1 lehnt Verbindungen auf Port %2 ab.</translation>
    </message>
    <message>
        <source>Check the port, and whether the server is running.</source>
        <translation>Den Port prüfen, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>The proxy does not let the connection through: %1.</source>
        <translation>Der Proxy lässt die Verbindung nicht durch: %1.</translation>
    </message>
    <message>
        <source>Check the proxy settings.</source>
        <translation>Die Proxy-Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>The server does not speak TLS as expected: %1.</source>
        <translation>Der Server spricht nicht wie erwartet TLS: %1.</translation>
    </message>
    <message>
        <source>For a local server without encryption, use ws:// or http:// in the address.</source>
        <translation>Für einen lokalen Server ohne Verschlüsselung ws:// oder http:// in der Adresse verwenden.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted: %1.</source>
        <translation>Dem Zertifikat des Servers wird nicht vertraut: %1.</translation>
    </message>
    <message>
        <source>If it was issued by an authority of your own, choose its PEM file under certificate authorities.</source>
        <translation>Wurde es von einer eigenen Stelle ausgestellt, deren PEM-Datei unter Zertifizierungsstellen auswählen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>Check the address and the connection to the internet.</source>
        <translation>Adresse und Internetverbindung prüfen.</translation>
    </message>
    <message>
        <source>The address asks for no encryption.</source>
        <translation>Die Adresse verlangt keine Verschlüsselung.</translation>
    </message>
    <message>
        <source>There is no token.</source>
        <translation>Es gibt kein Token.</translation>
    </message>
    <message>
        <source>There is no API key.</source>
        <translation>Es gibt keinen API-Schlüssel.</translation>
    </message>
    <message>
        <source>Copy it from your HPKV dashboard.</source>
        <translation>Aus dem HPKV-Dashboard kopieren.</translation>
    </message>
    <message>
        <source>The token is accepted.</source>
        <translation>Das Token wird angenommen.</translation>
    </message>
    <message>
        <source>The API key is accepted.</source>
        <translation>Der API-Schlüssel wird angenommen.</translation>
    </message>
    <message>
        <source>The server ended the connection: %1</source>
        <translation>Der Server beendete die Verbindung: %1</translation>
    </message>
    <message>
        <source> (HTTP %1)</source>
        <translation> (HTTP %1)</translation>
    </message>
    <message>
        <source>The server refuses the token%1.</source>
        <translation>Der Server lehnt das Token ab%1.</translation>
    </message>
    <message>
        <source>It may have expired: tokens live two hours. Make a new one, or use the API key.</source>
        <translation>Vielleicht ist es abgelaufen: Tokens gelten zwei Stunden. Ein neues erstellen oder den API-Schlüssel verwenden.</translation>
    </message>
    <message>
        <source>The server refuses the API key%1.</source>
        <translation>Der Server lehnt den API-Schlüssel ab%1.</translation>
    </message>
    <message>
        <source>Check that the key was copied whole and belongs to this address.</source>
        <translation>Prüfen, ob der Schlüssel ganz kopiert wurde und zu dieser Adresse gehört.</translation>
    </message>
    <message>
        <source>There is no HPKV service at this address%1.</source>
        <translation>Unter dieser Adresse gibt es keinen HPKV-Dienst%1.</translation>
    </message>
    <message>
        <source>Use the base URL that the dashboard shows.</source>
        <translation>Die Basis-URL verwenden, die das Dashboard zeigt.</translation>
    </message>
    <message>
        <source>The server did not take the connection%1: %2</source>
        <translation>Der Server nahm die Verbindung nicht an%1: %2</translation>
    </message>
    <message>
        <source>The store answers. It holds no key there yet.</source>
        <translation>Der Speicher antwortet. Er enthält dort noch keinen Schlüssel.</translation>
    </message>
    <message>
        <source>The store answers with its keys.</source>
        <translation>Der Speicher antwortet mit seinen Schlüsseln.</translation>
    </message>
    <message>
        <source>The token may not list the whole store.</source>
        <translation>Das Token darf nicht den ganzen Speicher auflisten.</translation>
    </message>
    <message>
        <source>The token may not list keys below %1.</source>
        <translation>Das Token darf unter %1 keine Schlüssel auflisten.</translation>
    </message>
    <message>
        <source>Enter the prefixes that the token may read.</source>
        <translation>Die Präfixe eingeben, die das Token lesen darf.</translation>
    </message>
    <message>
        <source>The rate limit of the account is used up at the moment.</source>
        <translation>Die Ratenbegrenzung des Kontos ist gerade ausgeschöpft.</translation>
    </message>
    <message>
        <source>Wait a moment, and check whether other programs use the same key.</source>
        <translation>Kurz warten und prüfen, ob andere Programme denselben Schlüssel verwenden.</translation>
    </message>
    <message>
        <source>The first request failed: %1</source>
        <translation>Die erste Anfrage schlug fehl: %1</translation>
    </message>
    <message>
        <source>The server does not answer a request: %1</source>
        <translation>Der Server beantwortet eine Anfrage nicht: %1</translation>
    </message>
    <message>
        <source>A request and its answer take %1 ms.</source>
        <translation>Eine Anfrage mit Antwort dauert %1 ms.</translation>
    </message>
</context>
<context>
    <name>Studio::CopyValueDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy value to another profile</source>
        <translation>Wert in ein anderes Profil kopieren</translation>
    </message>
    <message>
        <source>To the profile</source>
        <translation>In das Profil</translation>
    </message>
    <message>
        <source>As the key</source>
        <translation>Als Schlüssel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It could not be looked what is there.</source>
        <translation>Was dort steht, ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>There now</source>
        <translation>Jetzt dort</translation>
    </message>
    <message>
        <source>What is copied</source>
        <translation>Was kopiert wird</translation>
    </message>
    <message>
        <source>This profile is not open any more.</source>
        <translation>Dieses Profil ist nicht mehr offen.</translation>
    </message>
    <message>
        <source>A key is needed.</source>
        <translation>Ein Schlüssel wird gebraucht.</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert …</translation>
    </message>
    <message>
        <source>Looking what is there…</source>
        <translation>Es wird nachgesehen, was dort steht …</translation>
    </message>
    <message>
        <source>There is no such key yet: it will be created.</source>
        <translation>Diesen Schlüssel gibt es dort noch nicht: Er wird angelegt.</translation>
    </message>
    <message>
        <source>The same value is there already. Nothing to do.</source>
        <translation>Derselbe Wert steht schon dort. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>There is another value already. It will be replaced by what is on the right.</source>
        <translation>Dort steht schon ein anderer Wert. Er wird durch den rechts ersetzt.</translation>
    </message>
    <message>
        <source>Replace it there</source>
        <translation>Dort ersetzen</translation>
    </message>
    <message>
        <source>It was changed there meanwhile.</source>
        <translation>Es wurde dort inzwischen geändert.</translation>
    </message>
    <message>
        <source>Nothing has been written. Look at it again.</source>
        <translation>Es wurde nichts geschrieben. Bitte noch einmal ansehen.</translation>
    </message>
    <message>
        <source>It is not known whether it was copied.</source>
        <translation>Es ist nicht bekannt, ob es kopiert wurde.</translation>
    </message>
    <message>
        <source>What is there now is read again.</source>
        <translation>Was jetzt dort steht, wird noch einmal gelesen.</translation>
    </message>
    <message>
        <source>Not copied.</source>
        <translation>Nicht kopiert.</translation>
    </message>
</context>
<context>
    <name>Studio::CountField</name>
    <message>
        <source>Counting</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Zählen anhalten</translation>
    </message>
    <message>
        <source>Not counted: %1</source>
        <translation>Nicht gezählt: %1</translation>
    </message>
    <message>
        <source>Not counted.</source>
        <translation>Nicht gezählt.</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Neu zählen</translation>
    </message>
    <message numerus="yes">
        <source>Counting: %Ln key(s) so far, %1</source>
        <translation>
            <numerusform>Zählt: bisher %Ln Schlüssel, %1</numerusform>
            <numerusform>Zählt: bisher %Ln Schlüssel, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) with %1 of values</source>
        <translation>
            <numerusform>%Ln Schlüssel mit %1 an Werten</numerusform>
            <numerusform>%Ln Schlüssel mit %1 an Werten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::CounterTile</name>
    <message>
        <source>Take the step away</source>
        <translation>Schritt abziehen</translation>
    </message>
    <message>
        <source>Add the step</source>
        <translation>Schritt hinzuzählen</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1, counted %2</source>
        <translation>%1, gezählt vor %2</translation>
    </message>
</context>
<context>
    <name>Studio::CounterView</name>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Value of the counter</source>
        <translation>Wert des Zählers</translation>
    </message>
    <message>
        <source>Take the step away (−)</source>
        <translation>Den Schritt abziehen (−)</translation>
    </message>
    <message>
        <source>Add the step (+)</source>
        <translation>Den Schritt addieren (+)</translation>
    </message>
    <message>
        <source>Take the step away</source>
        <translation>Den Schritt abziehen</translation>
    </message>
    <message>
        <source>Add the step</source>
        <translation>Den Schritt addieren</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Set to</source>
        <translation>Setzen auf</translation>
    </message>
    <message>
        <source>A whole number from 1 to %1.</source>
        <translation>Eine ganze Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>Adding it would exceed 64 bits.</source>
        <translation>Addiert überschritte er 64 Bit.</translation>
    </message>
    <message>
        <source>Taking it away would exceed 64 bits.</source>
        <translation>Abgezogen überschritte er 64 Bit.</translation>
    </message>
    <message>
        <source>Sent as a step, so that nobody&apos;s counting is lost.</source>
        <translation>Wird als Schritt gesendet, sodass niemandes Zählen verloren geht.</translation>
    </message>
    <message>
        <source>Sends the difference, so that steps of others stay counted.</source>
        <translation>Sendet den Unterschied, sodass Schritte anderer gezählt bleiben.</translation>
    </message>
    <message>
        <source>This is not a whole number that fits into 64 bits.</source>
        <translation>Das ist keine ganze Zahl, die in 64 Bit passt.</translation>
    </message>
    <message>
        <source>The difference is larger than %1 and cannot be sent in one step.</source>
        <translation>Der Unterschied ist größer als %1 und lässt sich nicht in einem Schritt senden.</translation>
    </message>
    <message>
        <source>That is what it stands at.</source>
        <translation>Darauf steht er schon.</translation>
    </message>
    <message>
        <source>Sends %1.</source>
        <translation>Sendet %1.</translation>
    </message>
    <message>
        <source>Beyond ±%1 programs that read numbers as doubles (JavaScript) see another value.</source>
        <translation>Jenseits von ±%1 sehen Programme, die Zahlen als Gleitkommazahlen lesen (JavaScript), einen anderen Wert.</translation>
    </message>
</context>
<context>
    <name>Studio::CoverageStrip</name>
    <message>
        <source>Share of the key space that has been read</source>
        <translation>Gelesener Anteil des Schlüsselraums</translation>
    </message>
</context>
<context>
    <name>Studio::Dashboard</name>
    <message>
        <source>The file is too large for a dashboard.</source>
        <translation>Die Datei ist zu groß für ein Dashboard.</translation>
    </message>
    <message>
        <source>The file is not JSON: %1 (byte %2).</source>
        <translation>Die Datei ist kein JSON: %1 (Byte %2).</translation>
    </message>
    <message>
        <source>The file is no dashboard of HPKV Studio.</source>
        <translation>Die Datei ist kein Dashboard von HPKV Studio.</translation>
    </message>
    <message>
        <source>The dashboard was written by a newer version of HPKV Studio (format %1).</source>
        <translation>Das Dashboard stammt aus einer neueren Version von HPKV Studio (Format %1).</translation>
    </message>
    <message numerus="yes">
        <source>%n tile(s) of a kind that this version does not know were left out.</source>
        <translation>
            <numerusform>%n Kachel einer Art, die diese Version nicht kennt, wurde ausgelassen.</numerusform>
            <numerusform>%n Kacheln von Arten, die diese Version nicht kennt, wurden ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::DashboardHub</name>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Import a dashboard</source>
        <translation>Dashboard importieren</translation>
    </message>
    <message>
        <source>Dashboard (*.json)</source>
        <translation>Dashboard (*.json)</translation>
    </message>
    <message>
        <source>The dashboard cannot be read.</source>
        <translation>Das Dashboard ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The dashboard was mended.</source>
        <translation>Das Dashboard wurde ausgebessert.</translation>
    </message>
    <message>
        <source>The dashboard could not be saved.</source>
        <translation>Das Dashboard konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Studio::DashboardTab</name>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>Add tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wand</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Delete the dashboard “%1”?</source>
        <translation>Das Dashboard „%1“ löschen?</translation>
    </message>
    <message>
        <source>Its file is deleted; nothing in the store changes.</source>
        <translation>Seine Datei wird gelöscht; im Speicher ändert sich nichts.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The dashboard could not be saved.</source>
        <translation>Das Dashboard konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>No connection: what the tiles show may be out of date.</source>
        <translation>Keine Verbindung: Was die Kacheln zeigen, kann veraltet sein.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Eintrag öffnen</translation>
    </message>
    <message>
        <source>Export the chart…</source>
        <translation>Diagramm exportieren …</translation>
    </message>
    <message>
        <source>Acknowledge the alert</source>
        <translation>Alarm als gesehen markieren</translation>
    </message>
    <message>
        <source>Mute alerts</source>
        <translation>Alarme stummschalten</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The chart could not be written.</source>
        <translation>Das Diagramm konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Rename dashboard</source>
        <translation>Dashboard umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Export the dashboard</source>
        <translation>Dashboard exportieren</translation>
    </message>
    <message>
        <source>Dashboard (*.json)</source>
        <translation>Dashboard (*.json)</translation>
    </message>
    <message>
        <source>The dashboard could not be written.</source>
        <translation>Das Dashboard konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Take %1 from %2?</source>
        <translation>%1 von %2 abziehen?</translation>
    </message>
    <message>
        <source>Add %1 to %2?</source>
        <translation>%1 zu %2 hinzuzählen?</translation>
    </message>
    <message>
        <source>The profile “%1” asks before each write.</source>
        <translation>Das Profil „%1“ fragt vor jedem Schreiben.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>It was not counted.</source>
        <translation>Es wurde nicht gezählt.</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>The past: as it was %1</source>
        <translation>Vergangenheit: Stand vom %1</translation>
    </message>
    <message>
        <source>The past</source>
        <translation>Vergangenheit</translation>
    </message>
</context>
<context>
    <name>Studio::Decoded</name>
    <message>
        <source>Only the beginning is shown.</source>
        <translation>Nur der Anfang ist zu sehen.</translation>
    </message>
    <message>
        <source>expires</source>
        <translation>läuft ab</translation>
    </message>
    <message>
        <source>not before</source>
        <translation>nicht vor</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>ausgestellt</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>JSON Web Token</source>
        <translation>JSON Web Token</translation>
    </message>
    <message>
        <source>The signature is not checked: this says what the token claims, not whether it is genuine.</source>
        <translation>Die Signatur ist nicht geprüft: Hier steht, was das Token behauptet, nicht, ob es echt ist.</translation>
    </message>
    <message>
        <source>The token has no signature: anybody can have written this.</source>
        <translation>Das Token hat keine Signatur: Das kann jeder geschrieben haben.</translation>
    </message>
    <message>
        <source>seconds since 1970</source>
        <translation>Sekunden seit 1970</translation>
    </message>
    <message>
        <source>milliseconds since 1970</source>
        <translation>Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>microseconds since 1970</source>
        <translation>Mikrosekunden seit 1970</translation>
    </message>
    <message>
        <source>Time (%1)</source>
        <translation>Zeitpunkt (%1)</translation>
    </message>
    <message>
        <source>gzip in Base64</source>
        <translation>gzip in Base64</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>URL-encoded text</source>
        <translation>URL-kodierter Text</translation>
    </message>
</context>
<context>
    <name>Studio::DecodedView</name>
    <message>
        <source>Decoded value</source>
        <translation>Dekodierter Wert</translation>
    </message>
</context>
<context>
    <name>Studio::DeleteDialog</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete without a way back</source>
        <translation>Unwiderruflich löschen</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>Zum Bestätigen %1 eingeben:</translation>
    </message>
    <message>
        <source>Nothing is deleted before it is counted and you agree.</source>
        <translation>Gelöscht wird erst, wenn gezählt und zugestimmt ist.</translation>
    </message>
    <message>
        <source>Nothing was deleted. What is to be deleted must be counted first.</source>
        <translation>Es wurde nichts gelöscht. Was gelöscht werden soll, muss zuerst gezählt werden.</translation>
    </message>
    <message>
        <source>The store has none of these keys.</source>
        <translation>Der Speicher enthält keinen dieser Schlüssel.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel löschen</numerusform>
            <numerusform>%Ln Schlüssel löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) will be removed from %1, for everyone who uses it.</source>
        <translation>
            <numerusform>%Ln Schlüssel wird aus %1 entfernt, für alle, die den Speicher verwenden.</numerusform>
            <numerusform>%Ln Schlüssel werden aus %1 entfernt, für alle, die den Speicher verwenden.</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be undone: %1</source>
        <translation>Das lässt sich nicht rückgängig machen: %1</translation>
    </message>
    <message>
        <source>The values are kept in an undo file first, so that it can be undone.</source>
        <translation>Die Werte kommen zuerst in eine Sicherungsdatei, damit es rückgängig gemacht werden kann.</translation>
    </message>
</context>
<context>
    <name>Studio::DemoServer</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>Studio::DiffTab</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::DiffView</name>
    <message>
        <source>Left side</source>
        <translation>Linke Seite</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Rechte Seite</translation>
    </message>
    <message>
        <source>Both sides in one</source>
        <translation>Beide Seiten in einem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>How they are compared</source>
        <translation>Wie verglichen wird</translation>
    </message>
    <message>
        <source>By member</source>
        <translation>Nach Element</translation>
    </message>
    <message>
        <source>By line</source>
        <translation>Nach Zeile</translation>
    </message>
    <message>
        <source>White space and the order of members are no difference</source>
        <translation>Leerraum und Reihenfolge der Elemente zählen nicht als Unterschied</translation>
    </message>
    <message>
        <source>The texts as they are</source>
        <translation>Die Texte, wie sie sind</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>Kein Unterschied.</translation>
    </message>
    <message>
        <source>Both are the same, byte for byte: %1.</source>
        <translation>Beide sind Byte für Byte gleich: %1.</translation>
    </message>
    <message>
        <source>Only white space differs.</source>
        <translation>Nur Leerraum ist anders.</translation>
    </message>
    <message>
        <source>&quot;By line&quot; shows where.</source>
        <translation>„Nach Zeile“ zeigt, wo.</translation>
    </message>
    <message>
        <source>Only white space or the order of members differs.</source>
        <translation>Nur Leerraum oder die Reihenfolge der Elemente ist anders.</translation>
    </message>
    <message>
        <source>Comparing was cancelled.</source>
        <translation>Das Vergleichen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>no changes</source>
        <translation>keine Änderungen</translation>
    </message>
    <message>
        <source>change %1 of %2</source>
        <translation>Änderung %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Another key…</source>
        <translation>Anderer Schlüssel…</translation>
    </message>
</context>
<context>
    <name>Studio::DockGrip</name>
    <message>
        <source>Drag to move this part of the window; double-click to detach it</source>
        <translation>Ziehen verschiebt diesen Teil des Fensters; ein Doppelklick löst ihn</translation>
    </message>
    <message>
        <source>Handle of %1</source>
        <translation>Griff von %1</translation>
    </message>
</context>
<context>
    <name>Studio::DraftOffer</name>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>An edit from %1 is kept.</source>
        <translation>Eine Änderung von %1 ist aufbewahrt.</translation>
    </message>
    <message>
        <source>It was not saved when its tab was closed or the program ended.</source>
        <translation>Sie war nicht gespeichert, als ihr Tab geschlossen wurde oder das Programm endete.</translation>
    </message>
    <message>
        <source>The kept edit cannot be read.</source>
        <translation>Die aufbewahrte Änderung lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Its file is damaged or gone.</source>
        <translation>Ihre Datei ist beschädigt oder fort.</translation>
    </message>
</context>
<context>
    <name>Studio::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Everything in the store</source>
        <translation>Alles im Speicher</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>JSON members</source>
        <translation>JSON-Elemente</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>At least one column is needed.</source>
        <translation>Mindestens eine Spalte ist nötig.</translation>
    </message>
    <message>
        <source>A JSON member is named by its path, such as /address/city.</source>
        <translation>Ein JSON-Element wird mit seinem Pfad benannt, etwa /address/city.</translation>
    </message>
    <message>
        <source>One record a line. Every key and value comes back byte for byte.</source>
        <translation>Ein Eintrag pro Zeile. Jeder Schlüssel und Wert kommt Byte für Byte zurück.</translation>
    </message>
    <message>
        <source>One object, with JSON values as they are. For other programs.</source>
        <translation>Ein einziges Objekt, JSON-Werte unverändert. Für andere Programme.</translation>
    </message>
    <message>
        <source>For spreadsheets. Can be imported again if it has key and value.</source>
        <translation>Für Tabellenprogramme. Lässt sich wieder importieren, wenn Schlüssel und Wert dabei sind.</translation>
    </message>
    <message>
        <source>A file&apos;s name is needed.</source>
        <translation>Ein Dateiname ist nötig.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>This file exists and will be replaced.</source>
        <translation>Diese Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>The records are read in the background and written as they come. The file takes its name when it is complete.</source>
        <translation>Die Einträge werden im Hintergrund gelesen und laufend geschrieben. Die Datei erhält ihren Namen, wenn sie vollständig ist.</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
</context>
<context>
    <name>Studio::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Import from</source>
        <translation>Importieren aus</translation>
    </message>
</context>
<context>
    <name>Studio::FilterField</name>
    <message>
        <source>Filter keys</source>
        <translation>Schlüssel filtern</translation>
    </message>
    <message>
        <source>Keys that contain the text</source>
        <translation>Schlüssel, die den Text enthalten</translation>
    </message>
    <message>
        <source>Filter keys with * and ?</source>
        <translation>Schlüssel mit * und ? filtern</translation>
    </message>
    <message>
        <source>Whole keys: * stands for any text, ? for one character</source>
        <translation>Ganze Schlüssel: * steht für beliebigen Text, ? für ein Zeichen</translation>
    </message>
    <message>
        <source>Filter keys by regular expression</source>
        <translation>Schlüssel mit regulärem Ausdruck filtern</translation>
    </message>
    <message>
        <source>Keys in which the regular expression matches</source>
        <translation>Schlüssel, auf die der reguläre Ausdruck passt</translation>
    </message>
    <message>
        <source>The store is asked for keys that begin with it</source>
        <translation>Der Speicher wird nach Schlüsseln gefragt, die damit beginnen</translation>
    </message>
    <message>
        <source>How to filter</source>
        <translation>Wie gefiltert wird</translation>
    </message>
    <message>
        <source>Text anywhere in the key</source>
        <translation>Text irgendwo im Schlüssel</translation>
    </message>
    <message>
        <source>Wildcards * and ?</source>
        <translation>Platzhalter * und ?</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Look in the store, too</source>
        <translation>Auch im Speicher suchen</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
</context>
<context>
    <name>Studio::FindBar</name>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorherige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Find in the value</source>
        <translation>Im Wert suchen</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Suchleiste schließen</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Gefundene Stellen</translation>
    </message>
    <message>
        <source>This regular expression is not complete: %1</source>
        <translation>Dieser reguläre Ausdruck ist nicht vollständig: %1</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht…</translation>
    </message>
    <message>
        <source>More than %1 places</source>
        <translation>Mehr als %1 Stellen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>Die Suche anhalten</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>In a regular expression \1 stands for what the first bracket found</source>
        <translation>In einem regulären Ausdruck steht \1 für das, was die erste Klammer gefunden hat</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) replaced</source>
        <translation>
            <numerusform>%Ln Stelle ersetzt</numerusform>
            <numerusform>%Ln Stellen ersetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>The search was given up: this expression takes too many steps here.</source>
        <translation>Die Suche wurde aufgegeben: Dieser Ausdruck braucht hier zu viele Schritte.</translation>
    </message>
    <message>
        <source>Nothing was replaced: the text would become too long.</source>
        <translation>Nichts wurde ersetzt: Der Text würde zu lang.</translation>
    </message>
</context>
<context>
    <name>Studio::GapTab</name>
    <message>
        <source>Read the rest</source>
        <translation>Rest lesen</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>Changed while disconnected</source>
        <translation>Geändert ohne Verbindung</translation>
    </message>
    <message>
        <source>The line was not lost since the profile was opened.</source>
        <translation>Die Verbindung ist nicht abgerissen, seit das Profil offen ist.</translation>
    </message>
    <message>
        <source>The line is down since %1.</source>
        <translation>Seit %1 besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>The line was down for %1, from %2 to %3.</source>
        <translation>%1 ohne Verbindung, von %2 bis %3.</translation>
    </message>
    <message>
        <source>nothing changed as far as is known</source>
        <translation>nichts geändert, soweit bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) changed</source>
        <translation>
            <numerusform>%Ln Schlüssel geändert</numerusform>
            <numerusform>%Ln Schlüssel geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>die ersten %1 sind aufgeführt</translation>
    </message>
    <message>
        <source>%1 of %2 watched keys are still being read</source>
        <translation>%1 von %2 beobachteten Schlüsseln werden noch gelesen</translation>
    </message>
    <message>
        <source>%1 of %2 watched keys are still unverified</source>
        <translation>%1 von %2 beobachteten Schlüsseln sind noch ungeprüft</translation>
    </message>
    <message>
        <source>all %1 watched keys are verified</source>
        <translation>alle %1 beobachteten Schlüssel sind geprüft</translation>
    </message>
    <message>
        <source>No gap</source>
        <translation>Keine Lücke</translation>
    </message>
    <message>
        <source>When the line is lost and comes back, what changed meanwhile stands here.</source>
        <translation>Reißt die Verbindung ab und kommt wieder, steht hier, was sich inzwischen geändert hat.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>What is watched is read again when the line is back.</source>
        <translation>Was beobachtet wird, wird neu gelesen, sobald die Verbindung wieder besteht.</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Nichts geändert</translation>
    </message>
    <message>
        <source>What is watched and was known before is as it was, as far as it has been read again.</source>
        <translation>Was beobachtet wird und vorher bekannt war, ist wie zuvor, soweit es neu gelesen ist.</translation>
    </message>
</context>
<context>
    <name>Studio::GoToBar</name>
    <message>
        <source>Where it leads</source>
        <translation>Wohin es führt</translation>
    </message>
    <message>
        <source>Line, line:column or JSON Pointer</source>
        <translation>Zeile, Zeile:Spalte oder JSON-Pointer</translation>
    </message>
    <message>
        <source>Go to line or JSON Pointer</source>
        <translation>Gehe zu Zeile oder JSON-Pointer</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <comment>of the text</comment>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>There is no such member.</source>
        <translation>Dieses Element gibt es nicht.</translation>
    </message>
    <message>
        <source>Type a line, as 12 or 12:5, or a JSON Pointer, as /items/0.</source>
        <translation>Eine Zeile eingeben, etwa 12 oder 12:5, oder einen JSON-Pointer, etwa /items/0.</translation>
    </message>
</context>
<context>
    <name>Studio::GoToField</name>
    <message>
        <source>Go to key, prefix or command</source>
        <translation>Zu Schlüssel, Präfix oder Befehl</translation>
    </message>
    <message>
        <source>Go to a key or prefix, or run a command</source>
        <translation>Zu einem Schlüssel oder Präfix gehen oder einen Befehl ausführen</translation>
    </message>
</context>
<context>
    <name>Studio::HexView</name>
    <message>
        <source>Bytes of the value</source>
        <translation>Bytes des Werts</translation>
    </message>
</context>
<context>
    <name>Studio::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import records</source>
        <translation>Einträge importieren</translation>
    </message>
    <message>
        <source>Import below %1</source>
        <translation>Unter %1 importieren</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So belassen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Merge the file&apos;s members into it</source>
        <translation>Elemente der Datei einarbeiten</translation>
    </message>
    <message>
        <source>What is there already</source>
        <translation>Schon Vorhandenes</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Datei wird geprüft</translation>
    </message>
    <message>
        <source>What would become of the records</source>
        <translation>Was aus den Einträgen würde</translation>
    </message>
    <message>
        <source>Records of the file</source>
        <translation>Einträge der Datei</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Eine Datei auswählen.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>Das ist ein Ordner.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>By the file&apos;s content (%1).</source>
        <translation>Nach dem Inhalt der Datei (%1).</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>The check was canceled.</source>
        <translation>Die Prüfung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Checking the file. Nothing is written.</source>
        <translation>Die Datei wird geprüft. Es wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The file was not checked to its end: %1</source>
        <translation>Die Datei wurde nicht bis zum Ende geprüft: %1</translation>
    </message>
    <message>
        <source>The file is checked first: what would be created, replaced, left alone or refused. Nothing is written by that.</source>
        <translation>Die Datei wird zuerst geprüft: was angelegt, ersetzt, belassen oder abgelehnt würde. Dabei wird nichts geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln record(s)</source>
        <translation>
            <numerusform>%Ln Eintrag importieren</numerusform>
            <numerusform>%Ln Einträge importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to write. The store stays as it is.</source>
        <translation>Es gibt nichts zu schreiben. Der Speicher bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Comes in front of every key of the file. Empty: the keys stay as they are.</source>
        <translation>Kommt vor jeden Schlüssel der Datei. Leer: Die Schlüssel bleiben, wie sie sind.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) in all</source>
        <translation>
            <numerusform>%Ln Eintrag insgesamt</numerusform>
            <numerusform>%Ln Einträge insgesamt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of each kind the first %Ln record(s) are shown.</source>
        <translation>
            <numerusform>Von jeder Sorte wird der erste Eintrag gezeigt.</numerusform>
            <numerusform>Von jeder Sorte werden die ersten %Ln Einträge gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) cannot be written and will be missing. The import can be undone.</source>
        <translation>
            <numerusform>%Ln Eintrag kann nicht geschrieben werden und wird fehlen. Der Import lässt sich rückgängig machen.</numerusform>
            <numerusform>%Ln Einträge können nicht geschrieben werden und werden fehlen. Der Import lässt sich rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Values that are overwritten are kept in an undo file first, so that the import can be undone.</source>
        <translation>Werte, die überschrieben werden, kommen zuerst in eine Sicherungsdatei, damit der Import rückgängig gemacht werden kann.</translation>
    </message>
    <message>
        <source>Nothing that is there is overwritten. The import can be undone.</source>
        <translation>Vorhandenes wird nicht überschrieben. Der Import lässt sich rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>Studio::ImportEntryModel</name>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>patched</source>
        <translation>gepatcht</translation>
    </message>
    <message>
        <source>the same already</source>
        <translation>schon gleich</translation>
    </message>
    <message>
        <source>left alone</source>
        <translation>belassen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Would be</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message numerus="yes">
        <source>%Ln created</source>
        <translation>
            <numerusform>%Ln angelegt</numerusform>
            <numerusform>%Ln angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln ersetzt</numerusform>
            <numerusform>%Ln ersetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln patched</source>
        <translation>
            <numerusform>%Ln gepatcht</numerusform>
            <numerusform>%Ln gepatcht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the same already</source>
        <translation>
            <numerusform>%Ln schon gleich</numerusform>
            <numerusform>%Ln schon gleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left alone</source>
        <translation>
            <numerusform>%Ln belassen</numerusform>
            <numerusform>%Ln belassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unbekannt</numerusform>
            <numerusform>%Ln unbekannt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::IncrementDialog</name>
    <message>
        <source>Increment</source>
        <translation>Erhöhen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Addieren</translation>
    </message>
    <message>
        <source>A negative number takes away.</source>
        <translation>Eine negative Zahl zieht ab.</translation>
    </message>
    <message>
        <source>This is not a whole number that fits into 64 bits.</source>
        <translation>Das ist keine ganze Zahl, die in 64 Bit passt.</translation>
    </message>
    <message>
        <source>Adding 0 changes nothing.</source>
        <translation>0 zu addieren ändert nichts.</translation>
    </message>
    <message>
        <source>%1 is added to each counter.</source>
        <translation>%1 wird zu jedem Zähler addiert.</translation>
    </message>
    <message>
        <source>%1 is taken from each counter.</source>
        <translation>%1 wird von jedem Zähler abgezogen.</translation>
    </message>
    <message>
        <source>Values that are not whole numbers are refused by the server and stay; keys that do not exist are left alone. It can be undone by the opposite step.</source>
        <translation>Werte, die keine ganzen Zahlen sind, lehnt der Server ab; sie bleiben, und Schlüssel, die es nicht gibt, bleiben unangetastet. Rückgängig macht es der umgekehrte Schritt.</translation>
    </message>
</context>
<context>
    <name>Studio::JobActions</name>
    <message>
        <source>Show jobs</source>
        <translation>Aufträge zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back “%1”?</source>
        <translation>„%1“ zurücknehmen?</translation>
    </message>
    <message>
        <source>What it did is undone, for everyone who uses the store. What somebody has changed since is left alone and reported.</source>
        <translation>Die Änderungen des Auftrags werden rückgängig gemacht, für alle, die den Speicher verwenden. Was seither jemand geändert hat, bleibt unangetastet und wird gemeldet.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The program or the profile was closed before it was through. Nothing is lost: it can go on or be taken back.</source>
        <translation>Das Programm oder das Profil wurde geschlossen, bevor alles erledigt war. Nichts ist verloren: Der Auftrag lässt sich fortsetzen oder zurücknehmen.</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more. Nothing is lost: each can go on or be taken back.</source>
        <translation>
            <numerusform>Und %Ln weiterer. Nichts ist verloren: Jeder lässt sich fortsetzen oder zurücknehmen.</numerusform>
            <numerusform>Und %Ln weitere. Nichts ist verloren: Jeder lässt sich fortsetzen oder zurücknehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on or take back…</source>
        <translation>Fortsetzen oder zurücknehmen…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So belassen</translation>
    </message>
    <message>
        <source>It cannot go on yet</source>
        <translation>Kann noch nicht fortgesetzt werden</translation>
    </message>
    <message>
        <source>It writes to another profile, which is not open. Open that profile, then go on.</source>
        <translation>Geschrieben wird in ein anderes Profil, das nicht offen ist. Dieses Profil öffnen, dann fortsetzen.</translation>
    </message>
    <message>
        <source>Interrupted: %1</source>
        <translation>Unterbrochen: %1</translation>
    </message>
    <message>
        <source>It began on %1. Going on finds out from the store what has been done. Taking back restores what was there before. Leaving it keeps the store as it is now.</source>
        <translation>Begonnen wurde am %1. Fortsetzen ermittelt im Speicher, was schon getan ist. Zurücknehmen stellt den alten Stand wieder her. Belassen ändert nichts am jetzigen Stand des Speichers.</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Gestoppt: %1</translation>
    </message>
    <message>
        <source>Not all of it was done: %1</source>
        <translation>Nicht alles wurde erledigt: %1</translation>
    </message>
    <message>
        <source>What was copied but not deleted stands at both places: trying again deletes the old key, undo takes the copy away.</source>
        <translation>Was kopiert, aber nicht gelöscht wurde, steht an beiden Stellen: Ein neuer Versuch löscht den alten Schlüssel, Zurücknehmen entfernt die Kopie.</translation>
    </message>
</context>
<context>
    <name>Studio::JobDelegate</name>
    <message>
        <source>%1 % · %2</source>
        <comment>per cent, then more about the progress</comment>
        <translation>%1 % · %2</translation>
    </message>
</context>
<context>
    <name>Studio::JobTextModel</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>title, state, progress of a job</comment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>Studio::JobsPanel</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So belassen</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Jobs, the newest first</source>
        <translation>Aufträge, neueste zuerst</translation>
    </message>
    <message>
        <source>No jobs</source>
        <translation>Keine Aufträge</translation>
    </message>
    <message>
        <source>What takes long stands here: exports, imports, and work on many keys. Choose some keys, or a branch, and look at its menu.</source>
        <translation>Was länger dauert, steht hier: Exporte, Importe und Arbeit an vielen Schlüsseln. Einige Schlüssel oder einen Zweig auswählen und in dessen Menü sehen.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state and progress</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Interrupted: %1</source>
        <translation>Unterbrochen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Interrupted: %1, and %Ln more</source>
        <translation>
            <numerusform>Unterbrochen: %1 und %Ln weiterer</numerusform>
            <numerusform>Unterbrochen: %1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>failures.jsonl</source>
        <comment>suggested file name</comment>
        <translation>fehler.jsonl</translation>
    </message>
    <message>
        <source>The report was not saved</source>
        <translation>Der Bericht wurde nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>Studio::JournalActions</name>
    <message>
        <source>Write %1 again?</source>
        <translation>%1 erneut schreiben?</translation>
    </message>
    <message>
        <source>Undo the write of %1?</source>
        <translation>Den Schreibvorgang von %1 rückgängig machen?</translation>
    </message>
    <message>
        <source>The write (%1, %2) is looked up in the store first; if somebody has changed the key since, nothing is written.</source>
        <translation>Erst wird nachgesehen, was im Speicher steht (%1, %2); hat jemand den Schlüssel seither geändert, wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 was not written again</source>
        <translation>%1 wurde nicht erneut geschrieben</translation>
    </message>
    <message>
        <source>%1 was not undone</source>
        <translation>%1 wurde nicht rückgängig gemacht</translation>
    </message>
    <message>
        <source>Written again: %1</source>
        <translation>Erneut geschrieben: %1</translation>
    </message>
    <message>
        <source>The store holds what it held before it was undone.</source>
        <translation>Im Speicher steht, was vor dem Rückgängigmachen dort stand.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>The opposite step was added; what others added stays.</source>
        <translation>Der Gegenschritt wurde addiert; was andere addiert haben, bleibt.</translation>
    </message>
    <message>
        <source>The store holds again what it held before the write.</source>
        <translation>Im Speicher steht wieder, was vor dem Schreiben dort stand.</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Somebody has changed it since: it holds something else now. Nothing was written.</source>
        <translation>Jemand hat ihn seither geändert: Dort steht jetzt etwas anderes. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Somebody has deleted it since. Nothing was written.</source>
        <translation>Jemand hat ihn seither gelöscht. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1 may be written again</source>
        <translation>%1 ist vielleicht erneut geschrieben</translation>
    </message>
    <message>
        <source>%1 may be undone</source>
        <translation>%1 ist vielleicht rückgängig gemacht</translation>
    </message>
    <message>
        <source>The request left, then the line was lost. Open the record to see what it holds.</source>
        <translation>Die Anfrage ging hinaus, dann brach die Verbindung ab. Ein Blick in den Datensatz zeigt, was dort steht.</translation>
    </message>
    <message>
        <source>As it was left</source>
        <translation>Wie es hinterlassen wurde</translation>
    </message>
    <message>
        <source>In the store now</source>
        <translation>Jetzt im Speicher</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
</context>
<context>
    <name>Studio::JournalDetails</name>
    <message>
        <source>The key did not exist.</source>
        <translation>Den Schlüssel gab es nicht.</translation>
    </message>
    <message>
        <source>It was not read.</source>
        <translation>Er wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The key is gone.</source>
        <translation>Der Schlüssel ist weg.</translation>
    </message>
    <message>
        <source>It was not read back.</source>
        <translation>Er wurde nicht zurückgelesen.</translation>
    </message>
    <message>
        <source>%1 · %2 bytes</source>
        <translation>%1 · %2 Bytes</translation>
    </message>
    <message>
        <source>%1 · the first %2 of %3 bytes</source>
        <translation>%1 · die ersten %2 von %3 Bytes</translation>
    </message>
    <message>
        <source>Choose a row to see the values before and after.</source>
        <translation>Eine Zeile wählen, um die Werte davor und danach zu sehen.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>kind, end, time</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>It cannot be undone: %1</source>
        <translation>Es lässt sich nicht rückgängig machen: %1</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
</context>
<context>
    <name>Studio::JournalModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
</context>
<context>
    <name>Studio::JournalPanel</name>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Kind of write</source>
        <translation>Art des Schreibens</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Patch</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>Erhöhen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie es endete</translation>
    </message>
    <message>
        <source>All ends</source>
        <translation>Jeder Ausgang</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Search keys and values</source>
        <translation>Schlüssel und Werte durchsuchen</translation>
    </message>
    <message>
        <source>Writes, the newest first</source>
        <translation>Schreibvorgänge, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Nothing was written yet</source>
        <translation>Noch nichts geschrieben</translation>
    </message>
    <message>
        <source>Every write of this profile stands here, with the value before and after, and can be undone.</source>
        <translation>Hier steht jeder Schreibvorgang dieses Profils mit dem Wert davor und danach, und er lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>No write in the journal is like that.</source>
        <translation>Kein Schreibvorgang im Journal ist so.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Before, %1</source>
        <translation>Davor, %1</translation>
    </message>
    <message>
        <source>After (%1)</source>
        <translation>Danach (%1)</translation>
    </message>
    <message>
        <source>Export the journal</source>
        <translation>Journal exportieren</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>journal.jsonl</source>
        <comment>suggested file name</comment>
        <translation>journal.jsonl</translation>
    </message>
    <message>
        <source>Clear the journal of %1?</source>
        <translation>Das Journal von %1 leeren?</translation>
    </message>
    <message>
        <source>Every row goes, with the values before and after, from the disk too. Writes can no longer be undone from here. What is in the store stays as it is.</source>
        <translation>Alle Zeilen mit den Werten davor und danach werden gelöscht, auch auf der Platte. Schreibvorgänge lassen sich hier nicht mehr rückgängig machen. Was im Speicher steht, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Clear the journal</source>
        <translation>Journal leeren</translation>
    </message>
    <message>
        <source>The journal was exported</source>
        <translation>Das Journal wurde exportiert</translation>
    </message>
    <message>
        <source>The journal was not exported</source>
        <translation>Das Journal wurde nicht exportiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in %1</source>
        <translation>
            <numerusform>%Ln Zeile in %1</numerusform>
            <numerusform>%Ln Zeilen in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>keeps %1 writes or %2 MB</source>
        <translation>behält %1 Schreibvorgänge oder %2 MB</translation>
    </message>
    <message>
        <source>in memory only · %1</source>
        <translation>nur im Arbeitsspeicher · %1</translation>
    </message>
    <message>
        <source>It is gone when the profile is closed. Beyond this size the oldest writes go.</source>
        <translation>Es ist weg, wenn das Profil geschlossen wird. Über diese Größe hinaus gehen die ältesten Schreibvorgänge.</translation>
    </message>
    <message>
        <source>Beyond this size the oldest writes go; see Settings, Kept on disk.</source>
        <translation>Über diese Größe hinaus gehen die ältesten Schreibvorgänge; siehe Einstellungen, Auf der Platte.</translation>
    </message>
</context>
<context>
    <name>Studio::JournalSides</name>
    <message>
        <source>%1, %2: after</source>
        <comment>time and kind of a write</comment>
        <translation>%1, %2: danach</translation>
    </message>
    <message>
        <source>%1, %2: before</source>
        <comment>time and kind of a write</comment>
        <translation>%1, %2: davor</translation>
    </message>
</context>
<context>
    <name>Studio::JournalUndo</name>
    <message>
        <source>The journal does not hold this write any more.</source>
        <translation>Das Journal enthält diesen Schreibvorgang nicht mehr.</translation>
    </message>
    <message>
        <source>It has not been undone.</source>
        <translation>Es wurde nicht rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Nothing was written that can be undone.</source>
        <translation>Es wurde nichts geschrieben, was sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>Nothing was undone that can be done again.</source>
        <translation>Es wurde nichts rückgängig gemacht, was sich wiederherstellen lässt.</translation>
    </message>
    <message>
        <source>The job&apos;s undo file is gone; such files are kept for some days.</source>
        <translation>Die Rücknahmedatei des Auftrags ist weg; solche Dateien bleiben einige Tage.</translation>
    </message>
    <message>
        <source>There is no number any more.</source>
        <translation>Dort steht keine Zahl mehr.</translation>
    </message>
    <message>
        <source>It has been changed since; nothing was written.</source>
        <translation>Es wurde seither geändert; nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>Studio::JsonEditor</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Long lines are not wrapped in values above %1.</source>
        <translation>Lange Zeilen werden in Werten über %1 nicht umbrochen.</translation>
    </message>
    <message>
        <source>There are more than %1 such places. Use Replace instead.</source>
        <translation>Es gibt mehr als %1 solche Stellen. Dafür ist Ersetzen da.</translation>
    </message>
    <message>
        <source>Long lines are not wrapped in a value with a line above %1.</source>
        <translation>Lange Zeilen werden in einem Wert mit einer Zeile über %1 nicht umbrochen.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %Ln more)</source>
        <comment>a problem, how many others there are</comment>
        <translation>
            <numerusform>%1 (und %Ln weiteres)</numerusform>
            <numerusform>%1 (und %Ln weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>The schema has nothing to offer at this place.</source>
        <translation>Das Schema hat an dieser Stelle nichts anzubieten.</translation>
    </message>
</context>
<context>
    <name>Studio::JsonSchema</name>
    <message>
        <source>Not checked against the schema: the text is not valid JSON.</source>
        <translation>Nicht gegen das Schema geprüft: Der Text ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>Not checked against the schema: the text is nested too deep.</source>
        <translation>Nicht gegen das Schema geprüft: Der Text ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>Not checked against the schema: a name is too long for its patterns.</source>
        <translation>Nicht gegen das Schema geprüft: Ein Name ist zu lang für dessen Muster.</translation>
    </message>
    <message>
        <source>The schema cannot be used: “%1” has a value of the wrong kind.</source>
        <translation>Das Schema ist nicht verwendbar: „%1“ hat einen Wert falscher Art.</translation>
    </message>
    <message>
        <source>The schema cannot be used. %1</source>
        <translation>Das Schema ist nicht verwendbar. %1</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>ein Array</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>eine Zeichenkette</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>The schema is nested too deep.</source>
        <translation>Das Schema ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>A schema is a JSON object.</source>
        <translation>Ein Schema ist ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The schema refers to another document. Such are never fetched.</source>
        <translation>Das Schema verweist auf ein anderes Dokument. Solche werden nie geholt.</translation>
    </message>
    <message>
        <source>The schema refers to itself without an end.</source>
        <translation>Das Schema verweist ohne Ende auf sich selbst.</translation>
    </message>
    <message>
        <source>The schema wants %1 here.</source>
        <comment>a type, such as: an object</comment>
        <translation>Das Schema verlangt hier %1.</translation>
    </message>
    <message>
        <source>The schema wants one of these here: %1.</source>
        <translation>Das Schema verlangt hier eines davon: %1.</translation>
    </message>
    <message>
        <source>The schema allows only %1 here.</source>
        <translation>Das Schema erlaubt hier nur %1.</translation>
    </message>
    <message>
        <source>Not checked against the schema: %1</source>
        <translation>Nicht gegen das Schema geprüft: %1</translation>
    </message>
    <message>
        <source>The pattern “%1” is no regular expression.</source>
        <translation>Das Muster „%1“ ist kein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>The text does not fit the pattern %1 of the schema.</source>
        <translation>Der Text passt nicht zum Muster %1 des Schemas.</translation>
    </message>
    <message>
        <source>The schema wants a date here, such as 2026-11-27.</source>
        <translation>Das Schema verlangt hier ein Datum, etwa 2026-11-27.</translation>
    </message>
    <message>
        <source>The schema wants a time here, such as 09:30:00Z.</source>
        <translation>Das Schema verlangt hier eine Uhrzeit, etwa 09:30:00Z.</translation>
    </message>
    <message>
        <source>The schema wants a date with a time here, such as 2026-11-27T09:30:00Z.</source>
        <translation>Das Schema verlangt hier ein Datum mit Uhrzeit, etwa 2026-11-27T09:30:00Z.</translation>
    </message>
    <message>
        <source>The schema wants an e-mail address here.</source>
        <translation>Das Schema verlangt hier eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>The schema wants an address with its scheme here (https://…).</source>
        <translation>Das Schema verlangt hier eine Adresse mit Schema (https://…).</translation>
    </message>
    <message>
        <source>The schema wants an IPv4 address here.</source>
        <translation>Das Schema verlangt hier eine IPv4-Adresse.</translation>
    </message>
    <message>
        <source>The schema wants an IPv6 address here.</source>
        <translation>Das Schema verlangt hier eine IPv6-Adresse.</translation>
    </message>
</context>
<context>
    <name>Studio::JsonTreeDelegate</name>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>Studio::JsonTreeModel</name>
    <message>
        <source>This change cannot be made here.</source>
        <translation>Diese Änderung ist hier nicht möglich.</translation>
    </message>
    <message>
        <source>“%1” is no JSON value. For text, choose the type “%2” first.</source>
        <translation>„%1“ ist kein JSON-Wert. Für Text zuerst die Art „%2“ wählen.</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>string</source>
        <translation>Zeichenkette</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>The text is long and still being read. Nothing was changed; try again in a moment.</source>
        <translation>Der Text ist lang und wird noch gelesen. Nichts wurde geändert; gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>There is a member “%1” already. Most programs see only the last one of them.</source>
        <translation>Es gibt schon ein Element „%1“. Die meisten Programme sehen nur das letzte davon.</translation>
    </message>
</context>
<context>
    <name>Studio::JsonTreeView</name>
    <message>
        <source>Value as a tree</source>
        <translation>Wert als Baum</translation>
    </message>
    <message>
        <source>There is no value yet.</source>
        <translation>Es gibt noch keinen Wert.</translation>
    </message>
    <message>
        <source>Its members will stand here.</source>
        <translation>Hier stehen dann seine Elemente.</translation>
    </message>
    <message>
        <source>Begin with an object</source>
        <translation>Mit einem Objekt beginnen</translation>
    </message>
    <message>
        <source>The text is not valid JSON, so there is no tree of it.</source>
        <translation>Der Text ist kein gültiges JSON, darum gibt es keinen Baum davon.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Hingehen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Copy JSON Pointer</source>
        <translation>JSON Pointer kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) are too many to be opened all at once.</source>
        <translation>
            <numerusform>%Ln Wert ist zu viel, um alles auf einmal aufzuklappen.</numerusform>
            <numerusform>%Ln Werte sind zu viele, um alle auf einmal aufzuklappen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alles aufklappen</translation>
    </message>
</context>
<context>
    <name>Studio::KeptEdits</name>
    <message>
        <source>Open kept edits</source>
        <translation>Aufbewahrte Änderungen öffnen</translation>
    </message>
    <message>
        <source>Open the records with edits that were not saved when their tab or the program was closed</source>
        <translation>Die Einträge öffnen, deren Änderungen nicht gespeichert waren, als ihr Tab oder das Programm geschlossen wurde</translation>
    </message>
    <message>
        <source>a new key</source>
        <translation>ein neuer Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) that were not saved are kept.</source>
        <translation>
            <numerusform>%n nicht gespeicherte Änderung ist aufbewahrt.</numerusform>
            <numerusform>%n nicht gespeicherte Änderungen sind aufbewahrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of keys</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>Studio::KeyChangeModel</name>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>%1?</source>
        <comment>a guess</comment>
        <translation>%1?</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Perhaps it was like that before already: the value before was worked out from a notification, or is not known.</source>
        <translation>Vielleicht war es schon vorher so: Der Wert davor ist aus einer Benachrichtigung erschlossen oder nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>Studio::KeyCopier</name>
    <message>
        <source>Nothing was copied</source>
        <translation>Es wurde nichts kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) would have to be read for it. Read the branch first, or export it.</source>
        <translation>
            <numerusform>Dafür müsste %n Wert gelesen werden. Zuerst den Zweig lesen oder ihn exportieren.</numerusform>
            <numerusform>Dafür müssten %n Werte gelesen werden. Zuerst den Zweig lesen oder ihn exportieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>A value could not be read: %1</source>
        <translation>Ein Wert konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The store has no such key any more.</source>
        <translation>Der Speicher enthält diesen Schlüssel nicht mehr.</translation>
    </message>
</context>
<context>
    <name>Studio::KeyDate</name>
    <message>
        <source>from the ULID</source>
        <translation>aus der ULID</translation>
    </message>
    <message>
        <source>from the UUID</source>
        <translation>aus der UUID</translation>
    </message>
    <message>
        <source>from the KSUID</source>
        <translation>aus der KSUID</translation>
    </message>
    <message>
        <source>if it counts seconds</source>
        <translation>falls Sekunden gezählt sind</translation>
    </message>
    <message>
        <source>if it counts milliseconds</source>
        <translation>falls Millisekunden gezählt sind</translation>
    </message>
    <message>
        <source>if it counts microseconds</source>
        <translation>falls Mikrosekunden gezählt sind</translation>
    </message>
    <message>
        <source>if it counts nanoseconds</source>
        <translation>falls Nanosekunden gezählt sind</translation>
    </message>
</context>
<context>
    <name>Studio::KeyHistoryModel</name>
    <message>
        <source>Worked out from the value before; HPKV does not say which operation it was.</source>
        <translation>Aus dem vorherigen Wert erschlossen; HPKV sagt nicht, welche Operation es war.</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>Nothing was heard from here on</source>
        <translation>Ab hier wurde nichts gehört</translation>
    </message>
    <message>
        <source>Heard again</source>
        <translation>Wieder gehört</translation>
    </message>
    <message>
        <source>The key was not there</source>
        <translation>Der Schlüssel war nicht da</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Value from then on</source>
        <translation>Wert von da an</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>found</source>
        <translation>vorgefunden</translation>
    </message>
</context>
<context>
    <name>Studio::KeyHistoryTab</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Changes of the key</source>
        <translation>Änderungen des Schlüssels</translation>
    </message>
    <message>
        <source>Show the difference of the two chosen changes, or of the chosen one and the value before it</source>
        <translation>Den Unterschied der beiden gewählten Änderungen zeigen, oder der gewählten und des Werts davor</translation>
    </message>
    <message>
        <source>Value at the moment</source>
        <translation>Wert zu diesem Zeitpunkt</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message numerus="yes">
        <source>more than %n row(s)</source>
        <translation>
            <numerusform>mehr als %n Zeile</numerusform>
            <numerusform>mehr als %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>What the key held at %1 was not recorded.</source>
        <translation>Was der Schlüssel am %1 enthielt, wurde nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>At %1 the key did not exist.</source>
        <translation>Am %1 gab es den Schlüssel nicht.</translation>
    </message>
    <message>
        <source>The value is not known</source>
        <translation>Der Wert ist nicht bekannt</translation>
    </message>
    <message>
        <source>At %1 only a change of it was heard.</source>
        <translation>Am %1 wurde nur gehört, dass er sich geändert hat.</translation>
    </message>
    <message>
        <source>Latest recorded</source>
        <translation>Zuletzt aufgezeichnet</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vergangenheit</translation>
    </message>
    <message>
        <source>Cannot be edited here</source>
        <translation>Kann hier nicht bearbeitet werden</translation>
    </message>
    <message>
        <source>As of %1, cannot be edited</source>
        <translation>Stand %1, kann nicht bearbeitet werden</translation>
    </message>
    <message>
        <source>not certain: worked out, or the line was down in between</source>
        <translation>nicht sicher: erschlossen, oder die Verbindung war dazwischen unterbrochen</translation>
    </message>
</context>
<context>
    <name>Studio::KeyLabel</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Nothing beside it is known</source>
        <translation>Daneben ist nichts bekannt</translation>
    </message>
    <message>
        <source>Copy prefix</source>
        <translation>Präfix kopieren</translation>
    </message>
    <message>
        <source>Show in the tree</source>
        <translation>Im Baum zeigen</translation>
    </message>
    <message>
        <source>Beside it</source>
        <translation>Daneben</translation>
    </message>
</context>
<context>
    <name>Studio::KeyLookup</name>
    <message>
        <source>Looking in the store…</source>
        <translation>Sucht im Speicher…</translation>
    </message>
    <message>
        <source>Every key that begins like this is known.</source>
        <translation>Alle Schlüssel, die so beginnen, sind bekannt.</translation>
    </message>
    <message>
        <source>The store has more keys that begin like this. Type on to find them.</source>
        <translation>Der Speicher enthält weitere Schlüssel, die so beginnen. Weiteres Tippen findet sie.</translation>
    </message>
    <message>
        <source>No connection: only keys that are known already are listed.</source>
        <translation>Keine Verbindung: Nur schon bekannte Schlüssel sind aufgeführt.</translation>
    </message>
    <message>
        <source>The key or token may not look here: only keys that are known already are listed.</source>
        <translation>Schlüssel oder Token darf hier nicht nachsehen: Nur schon bekannte Schlüssel sind aufgeführt.</translation>
    </message>
    <message>
        <source>The store could not be asked: %1</source>
        <translation>Der Speicher konnte nicht gefragt werden: %1</translation>
    </message>
</context>
<context>
    <name>Studio::KeyMarks</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is too large to be a list of keys</source>
        <translation>%1 ist zu groß für eine Liste von Schlüsseln</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made</source>
        <translation>Der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Another program holds %1</source>
        <translation>Ein anderes Programm hält %1 fest</translation>
    </message>
</context>
<context>
    <name>Studio::KeySpaceStrip</name>
    <message>
        <source>Map of the key space</source>
        <translation>Karte des Schlüsselraums</translation>
    </message>
    <message>
        <source>Nothing is known yet</source>
        <translation>Noch ist nichts bekannt</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
    <message numerus="yes">
        <source>%n known key(s)</source>
        <translation>
            <numerusform>%n bekannter Schlüssel</numerusform>
            <numerusform>%n bekannte Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Not read; %1</source>
        <translation>Nicht gelesen; %1</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Read in parts; %1</source>
        <translation>Teilweise gelesen; %1</translation>
    </message>
    <message>
        <source>Read as of %1; %2</source>
        <translation>Gelesen, Stand %1; %2</translation>
    </message>
    <message>
        <source>Read and kept up to date; %1</source>
        <translation>Gelesen und aktuell gehalten; %1</translation>
    </message>
    <message>
        <source>Read as of %1, the line was down since; %2</source>
        <translation>Gelesen, Stand %1, seitdem war die Leitung unterbrochen; %2</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) here in the last minute</source>
        <translation>
            <numerusform>%n Änderung hier in der letzten Minute</numerusform>
            <numerusform>%n Änderungen hier in der letzten Minute</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::KeyTreeDelegate</name>
    <message>
        <source>JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>JSON array</source>
        <translation>JSON-Array</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>JSON text</source>
        <translation>JSON-Text</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>Keys: %1</source>
        <translation>Schlüssel: %1</translation>
    </message>
    <message>
        <source>Known keys: %1, there may be more</source>
        <translation>Bekannte Schlüssel: %1, es kann mehr geben</translation>
    </message>
    <message>
        <source>Kept up to date by changes as they happen</source>
        <translation>Wird durch laufende Änderungen aktuell gehalten</translation>
    </message>
    <message>
        <source>As of %1; the line was down since</source>
        <translation>Stand %1; seitdem war die Leitung unterbrochen</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1, %2 bytes</source>
        <translation>%1, %2 Bytes</translation>
    </message>
    <message>
        <source>Changed %1 (%2)</source>
        <translation>Geändert %1 (%2)</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Time in the key: %1</source>
        <translation>Zeit im Schlüssel: %1</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
</context>
<context>
    <name>Studio::KeyTreeHead</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1 of %2 known match</source>
        <translation>%1 von %2 bekannten passen</translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation>%1 bekannt</translation>
    </message>
    <message>
        <source>%1 known · %2 of %3 branches complete</source>
        <translation>%1 bekannt · %2 von %3 Zweigen vollständig</translation>
    </message>
    <message>
        <source>Columns of the tree</source>
        <translation>Spalten des Baums</translation>
    </message>
    <message>
        <source>%1 · looking in the store…</source>
        <translation>%1 · sucht im Speicher…</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n out of date</source>
        <translation>
            <numerusform>%1 · %n veraltet</numerusform>
            <numerusform>%1 · %n veraltet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::KeyTreeModel</name>
    <message>
        <source>≥ %1</source>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>string</source>
        <translation>Zeichenkette</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>binär</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>%1 is a number: so many changes a second, a minute</extracomment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1/min</source>
        <translation>%1/min</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
</context>
<context>
    <name>Studio::KeyTreeView</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Not allowed to list the whole store</source>
        <translation>Der ganze Speicher darf nicht aufgelistet werden</translation>
    </message>
    <message>
        <source>Add the prefixes that the token may read to the connection.</source>
        <translation>Der Verbindung die Präfixe hinzufügen, die das Token lesen darf.</translation>
    </message>
    <message>
        <source>Add prefixes…</source>
        <translation>Präfixe hinzufügen…</translation>
    </message>
    <message>
        <source>The keys could not be read</source>
        <translation>Die Schlüssel konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet…</translation>
    </message>
    <message>
        <source>Reading keys…</source>
        <translation>Schlüssel werden gelesen…</translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>Noch keine Schlüssel</translation>
    </message>
    <message>
        <source>The first one that is written appears here.</source>
        <translation>Der erste, der geschrieben wird, erscheint hier.</translation>
    </message>
    <message>
        <source>Keys appear here as soon as someone writes them.</source>
        <translation>Schlüssel erscheinen hier, sobald jemand sie schreibt.</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Not a regular expression: %1</source>
        <translation>Kein regulärer Ausdruck: %1</translation>
    </message>
    <message>
        <source>No known key matches “%1”. Branches that were not read yet are not searched.</source>
        <translation>Kein bekannter Schlüssel passt zu „%1“. Noch nicht gelesene Zweige werden nicht durchsucht.</translation>
    </message>
    <message>
        <source>Looking in the store…</source>
        <translation>Sucht im Speicher…</translation>
    </message>
    <message>
        <source>No known key matches “%1”.</source>
        <translation>Kein bekannter Schlüssel passt zu „%1“.</translation>
    </message>
    <message>
        <source>No known key matches “%1”. The store can be asked for keys that begin with it.</source>
        <translation>Kein bekannter Schlüssel passt zu „%1“. Der Speicher kann nach Schlüsseln gefragt werden, die damit beginnen.</translation>
    </message>
    <message>
        <source>Look in the store</source>
        <translation>Im Speicher suchen</translation>
    </message>
</context>
<context>
    <name>Studio::LevelProblemBar</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 branches could not be read: %2</source>
        <translation>%1 Zweige konnten nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The store could not be read again: %1</source>
        <extracomment>%1 is a branch such as &quot;order:&quot;, %2 what the server said</extracomment>
        <translation>Der Speicher konnte nicht neu gelesen werden: %1</translation>
    </message>
    <message>
        <source>%1 could not be read again: %2</source>
        <translation>%1 konnte nicht neu gelesen werden: %2</translation>
    </message>
    <message>
        <source>A part of the store could not be read: %1</source>
        <translation>Ein Teil des Speichers konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>A part of %1 could not be read: %2</source>
        <translation>Ein Teil von %1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The store could not be read: %1</source>
        <translation>Der Speicher konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>Studio::LiveDelegate</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Line down.</source>
        <translation>Leitung unterbrochen.</translation>
    </message>
    <message>
        <source>Line up again.</source>
        <translation>Leitung wieder da.</translation>
    </message>
    <message>
        <source>Changes from here on are read again after reconnecting and listed.</source>
        <translation>Änderungen ab hier werden nach dem Verbinden neu gelesen und aufgeführt.</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>the same value</source>
        <translation>derselbe Wert</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>A guess: HPKV sends the text but not what was done with it. Reading the key settles it.</source>
        <translation>Eine Vermutung: HPKV schickt den Text, aber nicht, was damit geschah. Lesen des Schlüssels klärt es.</translation>
    </message>
    <message>
        <source>Written by this session</source>
        <translation>Von dieser Sitzung geschrieben</translation>
    </message>
    <message>
        <source>MM-dd HH:mm:ss</source>
        <extracomment>A day and month and a time, as narrow as can be; see Qt&apos;s format of dates</extracomment>
        <translation>dd.MM. HH:mm:ss</translation>
    </message>
    <message>
        <source>What is open or in sight has been read again. Open the row to see what changed meanwhile.</source>
        <translation>Was offen oder zu sehen ist, wurde neu gelesen. Die Zeile öffnen, um zu sehen, was sich inzwischen geändert hat.</translation>
    </message>
    <message>
        <source>It was down for %1.</source>
        <translation>Sie war %1 unterbrochen.</translation>
    </message>
</context>
<context>
    <name>Studio::LiveFilterRow</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>What the key is like</source>
        <translation>Wie der Schlüssel aussieht</translation>
    </message>
    <message>
        <source>How the key is compared</source>
        <translation>Wie der Schlüssel verglichen wird</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>enthält</translation>
    </message>
    <message>
        <source>wildcard</source>
        <translation>Platzhalter</translation>
    </message>
    <message>
        <source>regular expression</source>
        <translation>regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Condition, such as /temp &gt; 30</source>
        <translation>Bedingung, etwa /temp &gt; 30</translation>
    </message>
    <message>
        <source>What the value must fulfil</source>
        <translation>Was der Wert erfüllen muss</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message numerus="yes">
        <source>%n kinds</source>
        <translation>
            <numerusform>%n Art</numerusform>
            <numerusform>%n Arten</numerusform>
        </translation>
    </message>
    <message>
        <source>Kinds of change: %1</source>
        <translation>Arten der Änderung: %1</translation>
    </message>
    <message>
        <source>Kinds of change that are shown</source>
        <translation>Arten der Änderung, die gezeigt werden</translation>
    </message>
</context>
<context>
    <name>Studio::LiveGroups</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>Je Sekunde</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>Studio::LiveModel</name>
    <message>
        <source>%1, %2, %3: %4</source>
        <translation>%1, %2, %3: %4</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>Studio::LivePanel</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Filter changes</source>
        <translation>Änderungen filtern</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>nothing is watched yet</source>
        <translation>noch wird nichts beobachtet</translation>
    </message>
    <message>
        <source>Watched: %1</source>
        <translation>Beobachtet: %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on (%1 waiting)</source>
        <translation>Weiter (%1 warten)</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Show what came in since (Space)</source>
        <translation>Zeigen, was seitdem eintraf (Leertaste)</translation>
    </message>
    <message>
        <source>Hold the list still; what arrives is counted and waits (Space)</source>
        <translation>Die Liste anhalten; was eintrifft, wird gezählt und wartet (Leertaste)</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No change contains “%1”.</source>
        <translation>Keine Änderung enthält „%1“.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Changes appear here as soon as it is there.</source>
        <translation>Änderungen erscheinen hier, sobald sie da ist.</translation>
    </message>
    <message>
        <source>Nothing is watched yet</source>
        <translation>Noch wird nichts beobachtet</translation>
    </message>
    <message>
        <source>Branches that are in sight in the tree and records that are open are watched.</source>
        <translation>Beobachtet werden im Baum sichtbare Zweige und offene Einträge.</translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation>Noch keine Änderungen</translation>
    </message>
    <message>
        <source>Each change to what is watched appears here as it happens.</source>
        <translation>Jede Änderung an Beobachtetem erscheint hier, sobald sie geschieht.</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>By key</source>
        <translation>Nach Schlüssel</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Ältere zeigen</translation>
    </message>
    <message>
        <source>Older changes are in the history</source>
        <translation>Ältere Änderungen stehen im Verlauf</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Changes by key</source>
        <translation>Änderungen nach Schlüssel</translation>
    </message>
    <message>
        <source>Changes by branch</source>
        <translation>Änderungen nach Zweig</translation>
    </message>
    <message>
        <source>The list of changes is paused</source>
        <translation>Die Liste der Änderungen ist angehalten</translation>
    </message>
    <message>
        <source>HPKV Studio did not come to its end the last time. What arrives is counted and waits until you go on.</source>
        <translation>HPKV Studio wurde das letzte Mal nicht ordentlich beendet. Was eintrifft, wird gezählt und wartet, bis es weitergehen soll.</translation>
    </message>
    <message>
        <source>Exporting… %1 %</source>
        <translation>Export läuft… %1 %</translation>
    </message>
    <message>
        <source>In all %1 per second; %2 in the last minute.</source>
        <translation>Insgesamt %1 je Sekunde; %2 in der letzten Minute.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 quiet ones are no longer held.</source>
        <translation>%1 ruhige werden nicht mehr gehalten.</translation>
    </message>
    <message>
        <source>The newest %1 changes are held, in %2 at most.</source>
        <translation>Die neuesten %1 Änderungen werden gehalten, in höchstens %2.</translation>
    </message>
    <message>
        <source>No change matches all parts of the filter.</source>
        <translation>Keine Änderung passt zu allen Teilen des Filters.</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>After %1, as it is thought to be</source>
        <translation>Nach %1, wie er vermutlich ist</translation>
    </message>
    <message>
        <source>Before %1</source>
        <translation>Vor %1</translation>
    </message>
    <message>
        <source>This is of now, not of the moment of the time bar.</source>
        <translation>Das gilt für jetzt, nicht für den Zeitpunkt der Zeitleiste.</translation>
    </message>
    <message>
        <source>What became of every change</source>
        <translation>Was aus jeder Änderung wurde</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Studio::LiveSaving</name>
    <message>
        <source>Export changes</source>
        <translation>Änderungen exportieren</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>changes.jsonl</source>
        <comment>suggested file name</comment>
        <translation>aenderungen.jsonl</translation>
    </message>
    <message>
        <source>The changes were exported</source>
        <translation>Die Änderungen wurden exportiert</translation>
    </message>
    <message>
        <source>The changes were not exported</source>
        <translation>Die Änderungen wurden nicht exportiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) in %1</source>
        <translation>
            <numerusform>%Ln Zeile in %1</numerusform>
            <numerusform>%Ln Zeilen in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::LiveSides</name>
    <message>
        <source>Heard %1: after, as it is thought to be</source>
        <translation>Gehört %1: danach, wie vermutet</translation>
    </message>
    <message>
        <source>Heard %1: after</source>
        <translation>Gehört %1: danach</translation>
    </message>
    <message>
        <source>Heard %1: before</source>
        <translation>Gehört %1: davor</translation>
    </message>
</context>
<context>
    <name>Studio::LiveView</name>
    <message>
        <source>%1 new</source>
        <extracomment>on the button that leads to the newest rows of the live list</extracomment>
        <translation>%1 neu</translation>
    </message>
</context>
<context>
    <name>Studio::MainWindow</name>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Disconnect from %1?</source>
        <translation>Von %1 trennen?</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) are not in the store yet. Disconnecting loses them.</source>
        <translation>
            <numerusform>%n Bearbeitung steht noch nicht im Speicher. Beim Trennen geht sie verloren.</numerusform>
            <numerusform>%n Bearbeitungen stehen noch nicht im Speicher. Beim Trennen gehen sie verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Quit without saving?</source>
        <translation>Ohne Speichern beenden?</translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) are not in the store yet. Quitting loses them.</source>
        <translation>
            <numerusform>%n Bearbeitung steht noch nicht im Speicher. Beim Beenden geht sie verloren.</numerusform>
            <numerusform>%n Bearbeitungen stehen noch nicht im Speicher. Beim Beenden gehen sie verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>Ohne Speichern beenden</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Quit while jobs are under way?</source>
        <translation>Beenden, während Aufträge laufen?</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) end before they are through. What they have done stays done; copies, moves and imports can go on when the profile is opened again.</source>
        <translation>
            <numerusform>%n Auftrag endet, bevor er erledigt ist. Was er getan hat, bleibt; Kopieren, Verschieben und Importieren lassen sich fortsetzen, wenn das Profil wieder geöffnet wird.</numerusform>
            <numerusform>%n Aufträge enden, bevor sie erledigt sind. Was sie getan haben, bleibt; Kopieren, Verschieben und Importieren lassen sich fortsetzen, wenn das Profil wieder geöffnet wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
</context>
<context>
    <name>Studio::MemorySecretStore</name>
    <message>
        <source>No secret is kept for this connection.</source>
        <translation>Für diese Verbindung ist kein Geheimnis aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>Studio::MomentField</name>
    <message>
        <source>Take the moment of the time bar</source>
        <translation>Den Zeitpunkt der Zeitleiste übernehmen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Up to the present, and on with it</source>
        <translation>Bis zur Gegenwart, und mit ihr weiter</translation>
    </message>
</context>
<context>
    <name>Studio::MomentsTab</name>
    <message>
        <source>Changes between two moments</source>
        <translation>Änderungen zwischen zwei Zeitpunkten</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>In front of the earlier of two moments</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Earlier moment</source>
        <translation>Früherer Zeitpunkt</translation>
    </message>
    <message>
        <source>to</source>
        <extracomment>In front of the later of two moments</extracomment>
        <translation>bis</translation>
    </message>
    <message>
        <source>Later moment</source>
        <translation>Späterer Zeitpunkt</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Eintrag öffnen</translation>
    </message>
    <message>
        <source>History of the key</source>
        <translation>Verlauf des Schlüssels</translation>
    </message>
    <message>
        <source>Show the difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>Between two moments</source>
        <translation>Zwischen zwei Zeitpunkten</translation>
    </message>
    <message>
        <source>%1 between two moments</source>
        <translation>%1 zwischen zwei Zeitpunkten</translation>
    </message>
    <message>
        <source>%1 created</source>
        <translation>%1 angelegt</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>only the first %1 are listed</source>
        <translation>nur die ersten %1 sind aufgelistet</translation>
    </message>
    <message>
        <source>as far as it was recorded</source>
        <translation>soweit es aufgezeichnet wurde</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>What was recorded is the same at both moments. What is not watched is not recorded.</source>
        <translation>Was aufgezeichnet wurde, ist zu beiden Zeitpunkten gleich. Was nicht beobachtet wird, wird nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Change of %1</source>
        <translation>Änderung von %1</translation>
    </message>
</context>
<context>
    <name>Studio::NewKeyRow</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>order:10483</source>
        <translation>order:10483</translation>
    </message>
    <message>
        <source>Key of the new record</source>
        <translation>Schlüssel des neuen Eintrags</translation>
    </message>
</context>
<context>
    <name>Studio::NewKeys</name>
    <message>
        <source>The store has no such key any more.</source>
        <translation>Der Speicher hat diesen Schlüssel nicht mehr.</translation>
    </message>
    <message>
        <source>New keys below %1 begin with this value</source>
        <translation>Neue Schlüssel unter %1 beginnen mit diesem Wert</translation>
    </message>
    <message>
        <source>It is kept on this computer. New key… takes it from now on.</source>
        <translation>Er bleibt auf diesem Rechner. „Neuer Schlüssel …“ nimmt ihn von jetzt an.</translation>
    </message>
    <message>
        <source>The template for %1 was not saved</source>
        <translation>Die Vorlage für %1 wurde nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>Studio::NoticeBanner</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation>%1 (%2-mal)</translation>
    </message>
</context>
<context>
    <name>Studio::NoticeList</name>
    <message>
        <source>Nothing to report.</source>
        <translation>Nichts zu melden.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>The notice in full</source>
        <translation>Die ganze Meldung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Studio::NoticeModel</name>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <translation>
            <numerusform>%1 (%n-mal)</numerusform>
            <numerusform>%1 (%n-mal)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::PageHistory</name>
    <message>
        <source>Export the recording</source>
        <translation>Aufzeichnung exportieren</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the history exported</source>
        <translation>
            <numerusform>%n Zeile des Verlaufs exportiert</numerusform>
            <numerusform>%n Zeilen des Verlaufs exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The recording could not be exported</source>
        <translation>Die Aufzeichnung konnte nicht exportiert werden</translation>
    </message>
    <message>
        <source>The record is shown as it is now.</source>
        <translation>Der Eintrag ist so zu sehen, wie er jetzt ist.</translation>
    </message>
</context>
<context>
    <name>Studio::PaletteModel</name>
    <message>
        <source>Show this branch</source>
        <translation>Diesen Zweig zeigen</translation>
    </message>
    <message>
        <source>Read this key</source>
        <translation>Diesen Schlüssel lesen</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>Studio::PasswordPrompt</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Token for %1</source>
        <translation>Token für %1</translation>
    </message>
    <message>
        <source>API key for %1</source>
        <translation>API-Schlüssel für %1</translation>
    </message>
    <message>
        <source>Kept in memory until the session is closed.</source>
        <translation>Bleibt im Arbeitsspeicher, bis die Sitzung geschlossen wird.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
</context>
<context>
    <name>Studio::PastModel</name>
    <message>
        <source>found</source>
        <translation>vorgefunden</translation>
    </message>
</context>
<context>
    <name>Studio::PastStream</name>
    <message>
        <source>Changes from the history</source>
        <translation>Änderungen aus dem Verlauf</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>What had changed up to the moment of the time bar</source>
        <translation>Was sich bis zum Zeitpunkt der Zeitleiste geändert hatte</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
    <message>
        <source>Older changes, from the history</source>
        <translation>Ältere Änderungen, aus dem Verlauf</translation>
    </message>
    <message>
        <source>Back to the stream</source>
        <translation>Zurück zum Strom</translation>
    </message>
    <message>
        <source>Nothing was recorded</source>
        <translation>Nichts wurde aufgezeichnet</translation>
    </message>
    <message>
        <source>No change from before this moment is in the history, or none that the filter lets through.</source>
        <translation>Im Verlauf ist keine Änderung vor diesem Zeitpunkt, oder keine, die der Filter durchlässt.</translation>
    </message>
    <message>
        <source>Scroll down to read on.</source>
        <translation>Zum Weiterlesen nach unten blättern.</translation>
    </message>
    <message>
        <source>What was recorded before %1 had to go, as the history has a bound.</source>
        <translation>Was vor %1 aufgezeichnet wurde, musste weichen, da der Verlauf eine Grenze hat.</translation>
    </message>
    <message>
        <source>This is where the history begins.</source>
        <translation>Hier beginnt der Verlauf.</translation>
    </message>
</context>
<context>
    <name>Studio::PatchDialog</name>
    <message>
        <source>Patch</source>
        <translation>Patchen</translation>
    </message>
    <message>
        <source>Members to set in every record, as a JSON object. null removes a member.</source>
        <translation>Elemente, die in jedem Eintrag gesetzt werden, als JSON-Objekt. null entfernt ein Element.</translation>
    </message>
    <message>
        <source>What becomes of the first records</source>
        <translation>Was aus den ersten Einträgen wird</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>This is not JSON yet.</source>
        <translation>Das ist noch kein JSON.</translation>
    </message>
    <message>
        <source>This patch changes nothing yet.</source>
        <translation>Dieser Patch ändert noch nichts.</translation>
    </message>
    <message>
        <source>is left alone, as it does not exist</source>
        <translation>bleibt unangetastet, da es ihn nicht gibt</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Reading the first records…</source>
        <translation>Die ersten Einträge werden gelesen…</translation>
    </message>
    <message>
        <source>Not all of the first records could be read: %1</source>
        <translation>Nicht alle der ersten Einträge konnten gelesen werden: %1</translation>
    </message>
    <message>
        <source>Nothing to show: there are no such records.</source>
        <translation>Nichts zu zeigen: Diese Einträge gibt es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln record(s)</source>
        <translation>
            <numerusform>Der erste Eintrag</numerusform>
            <numerusform>Die ersten %Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>A patch is a JSON object with the members to set.</source>
        <translation>Ein Patch ist ein JSON-Objekt mit den Elementen, die gesetzt werden.</translation>
    </message>
    <message>
        <source>is left alone, as it is no JSON object</source>
        <translation>bleibt unangetastet, da es kein JSON-Objekt ist</translation>
    </message>
    <message>
        <source>Records that are no JSON objects are left alone and reported. The values of the others are kept in an undo file first, so that it can be undone.</source>
        <translation>Einträge, die keine JSON-Objekte sind, bleiben unangetastet und werden gemeldet. Die Werte der anderen kommen zuerst in eine Sicherungsdatei, damit es rückgängig gemacht werden kann.</translation>
    </message>
    <message>
        <source>The patch is merged into every record; members that it does not name stay as they are. The values are kept in an undo file first, so that it can be undone.</source>
        <translation>Der Patch wird in jeden Eintrag eingearbeitet; Elemente, die er nicht nennt, bleiben, wie sie sind. Die Werte kommen zuerst in eine Sicherungsdatei, damit es rückgängig gemacht werden kann.</translation>
    </message>
</context>
<context>
    <name>Studio::PatternDialog</name>
    <message>
        <source>Watch a pattern</source>
        <translation>Muster beobachten</translation>
    </message>
    <message>
        <source>Change a watched pattern</source>
        <translation>Beobachtetes Muster ändern</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>By its form</source>
        <translation>Nach seiner Form</translation>
    </message>
    <message>
        <source>One key</source>
        <translation>Ein Schlüssel</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Ends with</source>
        <translation>Endet mit</translation>
    </message>
    <message>
        <source>Wildcard (* for any text)</source>
        <translation>Platzhalter (* für beliebigen Text)</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Bedeutet</translation>
    </message>
    <message>
        <source>Record what is heard into the history</source>
        <translation>Gehörtes in den Verlauf aufnehmen</translation>
    </message>
    <message>
        <source>Known keys that match</source>
        <translation>Bekannte Schlüssel, die passen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>This pattern is watched already.</source>
        <translation>Dieses Muster wird schon beobachtet.</translation>
    </message>
    <message>
        <source>A profile watches %1 patterns at most.</source>
        <translation>Ein Profil beobachtet höchstens %1 Muster.</translation>
    </message>
    <message>
        <source>user:* begins with, *:temp ends with, a:*:b holds any text between, /^a:[0-9]+$/ is a regular expression.</source>
        <translation>user:* beginnt so, *:temp endet so, a:*:b hat beliebigen Text dazwischen, /^a:[0-9]+$/ ist ein regulärer Ausdruck.</translation>
    </message>
    <message>
        <source>Read as: %1</source>
        <translation>Verstanden als: %1</translation>
    </message>
    <message>
        <source>Type a pattern to see which of the known keys it matches.</source>
        <translation>Muster eingeben, um zu sehen, auf welche bekannten Schlüssel es passt.</translation>
    </message>
    <message>
        <source>No key is known yet, so there is nothing to test the pattern against.</source>
        <translation>Noch ist kein Schlüssel bekannt, an dem sich das Muster prüfen ließe.</translation>
    </message>
    <message>
        <source>It would match %1 of %2 known keys.</source>
        <translation>Es würde auf %1 von %2 bekannten Schlüsseln passen.</translation>
    </message>
    <message>
        <source>The first %1:</source>
        <translation>Die ersten %1:</translation>
    </message>
</context>
<context>
    <name>Studio::PlainFileSecretStore</name>
    <message>
        <source>No secret is kept for this connection.</source>
        <translation>Für diese Verbindung ist kein Geheimnis aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>Studio::ProbeDialog</name>
    <message>
        <source>asking…</source>
        <translation>wird gefragt …</translation>
    </message>
    <message>
        <source>may be used</source>
        <translation>darf benutzt werden</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>not answered: %1</source>
        <translation>nicht beantwortet: %1</translation>
    </message>
    <message>
        <source>What may this token do</source>
        <translation>Was darf dieses Token</translation>
    </message>
    <message>
        <source>What this token may do</source>
        <translation>Was dieses Token darf</translation>
    </message>
    <message>
        <source>Keys that were asked for</source>
        <translation>Abgefragte Schlüssel</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Weiterer Schlüssel</translation>
    </message>
    <message>
        <source>Keys are asked for, never written: one access pattern holds for reading and writing, so what may be read may be written too. The token itself is not looked into.</source>
        <translation>Schlüssel werden abgefragt, nie geschrieben: Ein Zugriffsmuster gilt für Lesen und Schreiben, was gelesen werden darf, darf also auch geschrieben werden. In das Token selbst wird nicht geschaut.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No key is known yet. Type one that the token should reach.</source>
        <translation>Noch ist kein Schlüssel bekannt. Einen eingeben, den das Token erreichen soll.</translation>
    </message>
    <message>
        <source>Asking for known keys…</source>
        <translation>Bekannte Schlüssel werden abgefragt …</translation>
    </message>
    <message>
        <source>Asked for %1 keys: may read and write %2, refused %3.</source>
        <translation>%1 Schlüssel abgefragt: %2 lesbar und schreibbar, %3 abgelehnt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) were told so far.</source>
        <translation>
            <numerusform>%Ln Änderung wurde bisher gemeldet.</numerusform>
            <numerusform>%Ln Änderungen wurden bisher gemeldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>No change was told so far.</source>
        <translation>Bisher wurde keine Änderung gemeldet.</translation>
    </message>
    <message>
        <source>This key is asked for once.</source>
        <translation>Dieser Schlüssel wird einmal abgefragt.</translation>
    </message>
</context>
<context>
    <name>Studio::ProblemStrip</name>
    <message>
        <source>Problem in the text</source>
        <translation>Fehler im Text</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Hingehen</translation>
    </message>
</context>
<context>
    <name>Studio::ProfileButton</name>
    <message>
        <source>Profile %1, %2</source>
        <translation>Profil %1, %2</translation>
    </message>
    <message>
        <source>Open profiles and saved ones</source>
        <translation>Offene und gespeicherte Profile</translation>
    </message>
    <message>
        <source>No profile open</source>
        <translation>Kein Profil offen</translation>
    </message>
</context>
<context>
    <name>Studio::ProfileDelegate</name>
    <message>
        <source>read-only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>confirm writes</source>
        <translation>Schreiben bestätigen</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>never opened</source>
        <translation>nie geöffnet</translation>
    </message>
    <message>
        <source>opened just now</source>
        <translation>gerade geöffnet</translation>
    </message>
    <message>
        <source>opened %1 min ago</source>
        <translation>vor %1 min geöffnet</translation>
    </message>
    <message>
        <source>opened %1 h ago</source>
        <translation>vor %1 h geöffnet</translation>
    </message>
    <message>
        <source>opened yesterday</source>
        <translation>gestern geöffnet</translation>
    </message>
    <message>
        <source>opened on %1</source>
        <translation>am %1 geöffnet</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>day and month, in the manner of QDate::toString</extracomment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>Studio::ProfileManager</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>New connection…</source>
        <translation>Neue Verbindung…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Gespeicherte Verbindungen</translation>
    </message>
    <message>
        <source>Connections that you save appear here. Make the first one with “New connection…”.</source>
        <translation>Gespeicherte Verbindungen erscheinen hier. Die erste entsteht mit „Neue Verbindung…“.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Delete “%1” and its saved key? The store itself is not touched.</source>
        <translation>„%1“ und den gespeicherten Schlüssel löschen? Der Speicher selbst bleibt unberührt.</translation>
    </message>
    <message>
        <source>The connection is deleted, its key is still in the keychain: %1</source>
        <translation>Die Verbindung ist gelöscht, ihr Schlüssel ist noch im Schlüsselbund: %1</translation>
    </message>
</context>
<context>
    <name>Studio::ProfileRow</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>Studio::ProfileStore</name>
    <message>
        <source>The list of connections was damaged. It is kept as %1.</source>
        <translation>Die Liste der Verbindungen war beschädigt. Sie ist als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The list of connections in %1 is damaged and cannot be moved aside.</source>
        <translation>Die Liste der Verbindungen in %1 ist beschädigt und lässt sich nicht beiseitelegen.</translation>
    </message>
    <message>
        <source>An earlier copy was used in its place.</source>
        <translation>An ihrer Stelle wurde eine frühere Kopie verwendet.</translation>
    </message>
    <message>
        <source>There is no earlier copy, so the list starts empty.</source>
        <translation>Eine frühere Kopie gibt es nicht, darum beginnt die Liste leer.</translation>
    </message>
    <message>
        <source>The list of connections cannot be read from %1: %2.</source>
        <translation>Die Liste der Verbindungen kann nicht aus %1 gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is in use by another program.</source>
        <translation>%1 wird von einem anderen Programm verwendet.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>Studio::RangeCellEditor</name>
    <message>
        <source>%1 could not be read</source>
        <translation>%1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The value has no such member, or it does not fit into one line.</source>
        <translation>Der Wert hat kein solches Element, oder es passt nicht in eine Zeile.</translation>
    </message>
    <message>
        <source>The value does not fit into one line.</source>
        <translation>Der Wert passt nicht in eine Zeile.</translation>
    </message>
    <message>
        <source>This cell is edited in its record</source>
        <translation>Diese Zelle wird in ihrem Eintrag bearbeitet</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Eintrag öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This is no JSON value. Texts stand in quotes: &quot;paid&quot;</source>
        <translation>Das ist kein JSON-Wert. Texte stehen in Anführungszeichen: &quot;paid&quot;</translation>
    </message>
    <message>
        <source>The value has no such member any more</source>
        <translation>Der Wert hat dieses Element nicht mehr</translation>
    </message>
    <message>
        <source>An empty value cannot be stored; delete the record instead</source>
        <translation>Ein leerer Wert lässt sich nicht speichern; den Eintrag stattdessen löschen</translation>
    </message>
    <message>
        <source>Write %1 of %2?</source>
        <extracomment>%1 is a column, %2 a key</extracomment>
        <translation>%1 von %2 schreiben?</translation>
    </message>
    <message>
        <source>The new value is %1.</source>
        <translation>Der neue Wert ist %1.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 was deleted by someone else</source>
        <translation>%1 wurde von jemand anderem gelöscht</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>%1 was changed by someone else</source>
        <translation>%1 wurde von anderer Seite geändert</translation>
    </message>
    <message>
        <source>Nothing was written. Your text stays in the field; Enter writes it into the value as it is now.</source>
        <translation>Es wurde nichts geschrieben. Der Text bleibt im Feld; die Eingabetaste schreibt ihn in den Wert, wie er jetzt ist.</translation>
    </message>
    <message>
        <source>%1 was not written</source>
        <translation>%1 wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>%1 Your text stays in the field.</source>
        <translation>%1 Der Text bleibt im Feld.</translation>
    </message>
    <message>
        <source>%1 may be written</source>
        <translation>%1 ist vielleicht geschrieben</translation>
    </message>
    <message>
        <source>The request left, then the line was lost. It is read again when the line is back.</source>
        <translation>Die Anfrage ging hinaus, dann brach die Leitung ab. Es wird neu gelesen, wenn die Leitung wieder da ist.</translation>
    </message>
</context>
<context>
    <name>Studio::RangeColumns</name>
    <message>
        <source>Sort forwards</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort backwards</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>Diese Spalte ausblenden</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>Diese Spalte entfernen</translation>
    </message>
    <message>
        <source>Members of these records</source>
        <translation>Elemente dieser Einträge</translation>
    </message>
    <message>
        <source>JSON Pointer, e.g. /customer/name</source>
        <translation>JSON Pointer, z. B. /customer/name</translation>
    </message>
    <message>
        <source>%1: how many</source>
        <extracomment>%1 is the place of a JSON array</extracomment>
        <translation>%1: Anzahl</translation>
    </message>
</context>
<context>
    <name>Studio::RangeDelegate</name>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>Changed %1 (%2)</source>
        <translation>Geändert %1 (%2)</translation>
    </message>
    <message>
        <source>No change was noticed since it was read</source>
        <translation>Seit dem Lesen wurde keine Änderung bemerkt</translation>
    </message>
    <message>
        <source>The value has no such member</source>
        <translation>Der Wert hat kein solches Element</translation>
    </message>
    <message>
        <source>As it was notified last; it is read again to be sure</source>
        <translation>Wie zuletzt gemeldet; wird zur Sicherheit neu gelesen</translation>
    </message>
    <message>
        <source>The value is not in memory; it is read as soon as it is in sight</source>
        <translation>Der Wert ist nicht im Arbeitsspeicher; er wird gelesen, sobald er sichtbar ist</translation>
    </message>
    <message>
        <source>Deleted since the rows were sorted</source>
        <translation>Gelöscht, seit die Zeilen sortiert wurden</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
</context>
<context>
    <name>Studio::RangeDetail</name>
    <message>
        <source>Record of the current row</source>
        <translation>Eintrag der aktuellen Zeile</translation>
    </message>
    <message>
        <source>No row is current</source>
        <translation>Keine aktuelle Zeile</translation>
    </message>
    <message>
        <source>The record was deleted</source>
        <translation>Der Eintrag wurde gelöscht</translation>
    </message>
    <message>
        <source>The value is being read…</source>
        <translation>Der Wert wird gelesen…</translation>
    </message>
    <message>
        <source>%1, %2 bytes</source>
        <translation>%1, %2 Bytes</translation>
    </message>
    <message>
        <source>not shown here as it is no text; open the record</source>
        <translation>hier nicht gezeigt, da er kein Text ist; den Eintrag öffnen</translation>
    </message>
</context>
<context>
    <name>Studio::RangeFilterRow</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter of %1</source>
        <translation>Filter von %1</translation>
    </message>
    <message>
        <source>A part of the text, /expression/, &gt; 100, = paid, is number, not missing</source>
        <translation>Ein Teil des Texts, /Ausdruck/, &gt; 100, = paid, is number, not missing</translation>
    </message>
</context>
<context>
    <name>Studio::RangeModel</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size, bytes</source>
        <translation>Größe, Bytes</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
</context>
<context>
    <name>Studio::RangeProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
</context>
<context>
    <name>Studio::RangeQueryBar</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Von – bis</translation>
    </message>
    <message>
        <source>How the range is given</source>
        <translation>Wie der Bereich angegeben ist</translation>
    </message>
    <message>
        <source>The last key, itself included</source>
        <translation>Der letzte Schlüssel, selbst eingeschlossen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Filter, e.g. /total &gt; 100</source>
        <translation>Filter, z. B. /total &gt; 100</translation>
    </message>
    <message>
        <source>Condition on the values</source>
        <translation>Bedingung für die Werte</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle Schlüssel</translation>
    </message>
    <message>
        <source>the first key</source>
        <translation>der erste Schlüssel</translation>
    </message>
    <message>
        <source>the last key</source>
        <translation>der letzte Schlüssel</translation>
    </message>
    <message>
        <source>The range ends before it begins: “To” stands before “From” in the order of the store.</source>
        <translation>Der Bereich endet, bevor er beginnt: „Bis“ steht in der Reihenfolge des Speichers vor „Von“.</translation>
    </message>
    <message>
        <source>The limit is a number above 0, or “all”.</source>
        <translation>Die Grenze ist eine Zahl über 0 oder „alle“.</translation>
    </message>
</context>
<context>
    <name>Studio::RangeReading</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>%1 of about %2 records</source>
        <extracomment>how many of how many records were read</extracomment>
        <translation>%1 von etwa %2 Einträgen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>goes on when the connection is back</source>
        <translation>geht weiter, wenn die Verbindung wieder da ist</translation>
    </message>
    <message>
        <source>waiting, as the server allows no more requests for now</source>
        <translation>wartet, da der Server gerade keine weiteren Anfragen erlaubt</translation>
    </message>
    <message>
        <source>%1 per s</source>
        <translation>%1 pro s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 of %2 records</source>
        <translation>%1 von %2 Einträgen</translation>
    </message>
    <message>
        <source>the limit was reached, there are more</source>
        <translation>die Grenze ist erreicht, es gibt mehr</translation>
    </message>
    <message>
        <source>reading was stopped, there may be more</source>
        <translation>das Lesen wurde abgebrochen, es kann mehr geben</translation>
    </message>
    <message>
        <source>a part is missing</source>
        <translation>ein Teil fehlt</translation>
    </message>
    <message>
        <source>kept up to date by changes as they happen</source>
        <translation>wird durch laufende Änderungen aktuell gehalten</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>values out of sight may be dropped from memory and are read again when needed</source>
        <translation>nicht sichtbare Werte können aus dem Arbeitsspeicher fallen und werden bei Bedarf neu gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::RangeRemark</name>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>A part may not be read</source>
        <translation>Ein Teil darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>A part could not be read</source>
        <translation>Ein Teil konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Missing: %1. %2</source>
        <extracomment>%1 lists parts of the keys, %2 is the reason</extracomment>
        <translation>Es fehlt: %1. %2</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>What you see may be out of date; reading goes on when the line is back.</source>
        <translation>Das Gezeigte kann veraltet sein; das Lesen geht weiter, wenn die Leitung wieder da ist.</translation>
    </message>
    <message>
        <source>What you see may be out of date.</source>
        <translation>Das Gezeigte kann veraltet sein.</translation>
    </message>
    <message>
        <source>May be out of date</source>
        <translation>Vielleicht veraltet</translation>
    </message>
    <message>
        <source>The line was down since these records were read; changes may have been missed.</source>
        <translation>Seit diese Einträge gelesen wurden, war die Leitung unterbrochen; Änderungen können entgangen sein.</translation>
    </message>
    <message>
        <source>Which keys?</source>
        <translation>Welche Schlüssel?</translation>
    </message>
    <message>
        <source>Give a prefix, or the first and the last key, and press Run.</source>
        <translation>Ein Präfix oder den ersten und letzten Schlüssel angeben und auf „Ausführen“ drücken.</translation>
    </message>
    <message>
        <source>Waiting for the connection…</source>
        <translation>Wartet auf die Verbindung…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Reading was stopped</source>
        <translation>Das Lesen wurde abgebrochen</translation>
    </message>
    <message>
        <source>No record was read before.</source>
        <translation>Davor wurde kein Eintrag gelesen.</translation>
    </message>
    <message>
        <source>These keys may not be read</source>
        <translation>Diese Schlüssel dürfen nicht gelesen werden</translation>
    </message>
    <message>
        <source>The range could not be read</source>
        <translation>Der Bereich konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>No keys in this range</source>
        <translation>Keine Schlüssel in diesem Bereich</translation>
    </message>
    <message>
        <source>Keys appear here as soon as someone writes them.</source>
        <translation>Schlüssel erscheinen hier, sobald jemand sie schreibt.</translation>
    </message>
</context>
<context>
    <name>Studio::RangeSaved</name>
    <message>
        <source>Save this range as</source>
        <translation>Diesen Bereich speichern als</translation>
    </message>
    <message>
        <source>The query was not saved</source>
        <translation>Die Abfrage wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Delete saved</source>
        <translation>Gespeicherten löschen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>Studio::RangeSelection</name>
    <message>
        <source>Too many rows for the clipboard</source>
        <translation>Zu viele Zeilen für die Zwischenablage</translation>
    </message>
    <message>
        <source>At most %1 rows can be copied; export them instead.</source>
        <translation>Höchstens %1 Zeilen lassen sich kopieren; mehr lassen sich exportieren.</translation>
    </message>
    <message>
        <source>Not all values were copied</source>
        <translation>Nicht alle Werte wurden kopiert</translation>
    </message>
    <message>
        <source>%1 values are not in memory; they were copied as null.</source>
        <translation>Werte, die nicht im Arbeitsspeicher sind: %1; sie wurden als null kopiert.</translation>
    </message>
    <message>
        <source>Too many rows</source>
        <translation>Zu viele Zeilen</translation>
    </message>
    <message>
        <source>At most %1 sorted or filtered rows can be chosen at once. More are possible by key, without a filter.</source>
        <translation>Höchstens %1 sortierte oder gefilterte Zeilen lassen sich auf einmal auswählen. Nach Schlüssel und ohne Filter sind mehr möglich.</translation>
    </message>
</context>
<context>
    <name>Studio::RangeSelectionBar</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Patch…</source>
        <translation>Patchen…</translation>
    </message>
    <message>
        <source>Increment…</source>
        <translation>Erhöhen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Show the record of the current row below</source>
        <translation>Den Eintrag der aktuellen Zeile darunter zeigen</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Delete %1…</source>
        <translation>%1 löschen…</translation>
    </message>
    <message>
        <source>Sum %1 %2</source>
        <extracomment>%1 is a column&apos;s title, %2 a number</extracomment>
        <translation>Summe %1 %2</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>%1: too far apart to be added up</source>
        <translation>%1: zu weit auseinander zum Summieren</translation>
    </message>
    <message>
        <source>min %1</source>
        <translation>Min. %1</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>Max. %1</translation>
    </message>
    <message>
        <source>%1 numbers</source>
        <translation>Zahlen: %1</translation>
    </message>
    <message>
        <source>%1 not read</source>
        <translation>%1 nicht gelesen</translation>
    </message>
    <message>
        <source>adding up…</source>
        <translation>summiert…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::RangeSorting</name>
    <message>
        <source>Order as of %1, being sorted again…</source>
        <extracomment>%1 is a time</extracomment>
        <translation>Reihenfolge von %1, wird neu sortiert…</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Wird sortiert…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Order as of %1, %2 changes since</source>
        <extracomment>%1 is a time, %2 a number</extracomment>
        <translation>Reihenfolge von %1, Änderungen seitdem: %2</translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>Neu sortieren</translation>
    </message>
    <message>
        <source>%1 values are not in memory and were not looked at</source>
        <translation>Nicht im Arbeitsspeicher und darum nicht betrachtete Werte: %1</translation>
    </message>
</context>
<context>
    <name>Studio::RangeTab</name>
    <message>
        <source>Records of the range</source>
        <translation>Einträge des Bereichs</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Add, show and hide columns</source>
        <translation>Spalten hinzufügen, zeigen und ausblenden</translation>
    </message>
    <message>
        <source>This cannot be asked for</source>
        <translation>Danach kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>%1 range</source>
        <extracomment>%1 is the beginning of keys</extracomment>
        <translation>Bereich %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <extracomment>in the status bar</extracomment>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::RateBar</name>
    <message>
        <source>Share of the rate limit in use</source>
        <translation>Genutzter Anteil der Ratenbegrenzung</translation>
    </message>
    <message>
        <source>%1 % of the rate limit</source>
        <translation>%1 % der Ratenbegrenzung</translation>
    </message>
</context>
<context>
    <name>Studio::RatesModel</name>
    <message>
        <source>keys without a branch</source>
        <translation>Schlüssel ohne Zweig</translation>
    </message>
    <message>
        <source>%1 % of all changes of the last minute</source>
        <translation>%1 % aller Änderungen der letzten Minute</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>Je Sekunde</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Letzte Minute</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
</context>
<context>
    <name>Studio::RecordBanner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Studio::RecordCompare</name>
    <message>
        <source>Back to editing</source>
        <translation>Zurück zur Bearbeitung</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen …</translation>
    </message>
    <message>
        <source>In the store</source>
        <translation>Im Speicher</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
</context>
<context>
    <name>Studio::RecordHeader</name>
    <message>
        <source>New record</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>JSON object</source>
        <translation>JSON-Objekt</translation>
    </message>
    <message>
        <source>JSON array</source>
        <translation>JSON-Array</translation>
    </message>
    <message>
        <source>JSON string</source>
        <translation>JSON-Zeichenkette</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 von %2 Byte</translation>
    </message>
</context>
<context>
    <name>Studio::RecordQuestion</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Studio::RecordSaveBar</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>JSON Pointer of the cursor</source>
        <translation>JSON Pointer der Schreibmarke</translation>
    </message>
    <message>
        <source>State of the edit</source>
        <translation>Stand der Bearbeitung</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>How to save: %1</source>
        <translation>Art des Speicherns: %1</translation>
    </message>
</context>
<context>
    <name>Studio::RecordSchema</name>
    <message>
        <source>The schema of “%1” is not used. %2</source>
        <translation>Das Schema von „%1“ wird nicht verwendet. %2</translation>
    </message>
</context>
<context>
    <name>Studio::RecordTab</name>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>Shown as bytes.</source>
        <translation>Als Bytes gezeigt.</translation>
    </message>
    <message>
        <source>Bytes · %1</source>
        <translation>Bytes · %1</translation>
    </message>
    <message>
        <source>UTF-8 · %1</source>
        <translation>UTF-8 · %1</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Fremden Wert übernehmen</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Eigenen darüberspeichern</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Eigenen behalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Saves when connected again, after checking for other changes</source>
        <translation>Wird nach dem Verbinden gespeichert, sobald andere Änderungen geprüft sind</translation>
    </message>
    <message>
        <source>This profile is read-only. Nothing can be changed.</source>
        <translation>Dieses Profil darf nur lesen. Es kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>Bytes cannot be edited here.</source>
        <translation>Bytes können hier nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Deleted. The text can be saved again as a new record.</source>
        <translation>Gelöscht. Der Text kann als neuer Eintrag wieder gespeichert werden.</translation>
    </message>
    <message>
        <source>Not in the store yet</source>
        <translation>Noch nicht im Speicher</translation>
    </message>
    <message>
        <source>There is no such record. Saving creates it.</source>
        <translation>Diesen Eintrag gibt es nicht. Speichern legt ihn an.</translation>
    </message>
    <message>
        <source>Saved. Nothing to send.</source>
        <translation>Gespeichert. Nichts zu senden.</translation>
    </message>
    <message>
        <source>Create record</source>
        <translation>Eintrag anlegen</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>size and the time that the key holds</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Saved. The store holds more than your change.</source>
        <translation>Gespeichert. Im Speicher steht mehr als diese Änderung.</translation>
    </message>
    <message>
        <source>The value was read back and is shown as it is there.</source>
        <translation>Der Wert wurde zurückgelesen und wird gezeigt, wie er dort steht.</translation>
    </message>
    <message>
        <source>The value was read back and is shown as it is there: %1.</source>
        <translation>Der Wert wurde zurückgelesen und wird gezeigt, wie er dort steht: %1.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>state of the edit, what is wrong with it</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es besteht keine Verbindung.</translation>
    </message>
    <message>
        <source>The text was edited: save or discard it first.</source>
        <translation>Der Text wurde geändert: erst speichern oder verwerfen.</translation>
    </message>
    <message>
        <source>It is not known whether the last step was counted.</source>
        <translation>Es ist nicht bekannt, ob der letzte Schritt gezählt wurde.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>%1: kept edit</source>
        <translation>%1: aufbewahrte Änderung</translation>
    </message>
    <message>
        <source>What the edit began from</source>
        <translation>Wovon die Änderung ausging</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message>
        <source>Kept edit</source>
        <translation>Aufbewahrte Änderung</translation>
    </message>
</context>
<context>
    <name>Studio::RecordViewBar</name>
    <message>
        <source>View of the value</source>
        <translation>Ansicht des Werts</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Decoded</source>
        <translation>Dekodiert</translation>
    </message>
</context>
<context>
    <name>Studio::RecordViews</name>
    <message>
        <source>Byte %1 (0x%2) is not UTF-8, so this value can be looked at but not edited here.</source>
        <translation>Byte %1 (0x%2) ist kein UTF-8, daher lässt sich dieser Wert hier ansehen, aber nicht bearbeiten.</translation>
    </message>
    <message>
        <source>The text editor would not give this value back byte for byte, so it can be looked at but not edited here.</source>
        <translation>Der Texteditor gäbe diesen Wert nicht Byte für Byte zurück, daher lässt er sich hier ansehen, aber nicht bearbeiten.</translation>
    </message>
</context>
<context>
    <name>Studio::RelocateDialog</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Move branch</source>
        <translation>Zweig verschieben</translation>
    </message>
    <message>
        <source>Copy branch</source>
        <translation>Zweig kopieren</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>New prefix</source>
        <translation>Neues Präfix</translation>
    </message>
    <message>
        <source>Leave it, and the old key, as they are</source>
        <translation>Beides belassen, auch den alten Schlüssel</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Stop there</source>
        <translation>Dort abbrechen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So belassen</translation>
    </message>
    <message>
        <source>What is there already</source>
        <translation>Schon Vorhandenes</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>This profile has been closed.</source>
        <translation>Dieses Profil wurde geschlossen.</translation>
    </message>
    <message>
        <source>A key cannot be empty.</source>
        <translation>Ein Schlüssel kann nicht leer sein.</translation>
    </message>
    <message>
        <source>A prefix is needed here.</source>
        <translation>Hier ist ein Präfix nötig.</translation>
    </message>
    <message>
        <source>This text is not valid Unicode.</source>
        <translation>Dieser Text ist kein gültiges Unicode.</translation>
    </message>
    <message>
        <source>This is its name now.</source>
        <translation>So heißt der Schlüssel schon.</translation>
    </message>
    <message>
        <source>This is where it is now.</source>
        <translation>Dort liegt der Zweig schon.</translation>
    </message>
    <message>
        <source>The old and the new place must not lie within each other.</source>
        <translation>Der alte und der neue Ort dürfen nicht ineinander liegen.</translation>
    </message>
    <message>
        <source>The value is copied to %1 and read back; only then the old key is deleted.</source>
        <translation>Der Wert wird nach %1 kopiert und zurückgelesen; erst dann wird der alte Schlüssel gelöscht.</translation>
    </message>
    <message>
        <source>Every record is copied to %1 and read back; only what was read back is deleted here.</source>
        <translation>Jeder Eintrag wird nach %1 kopiert und zurückgelesen; nur was zurückgelesen wurde, wird hier gelöscht.</translation>
    </message>
    <message>
        <source>Every record is copied to %1 and read back. Nothing changes here.</source>
        <translation>Jeder Eintrag wird nach %1 kopiert und zurückgelesen. Hier ändert sich nichts.</translation>
    </message>
    <message>
        <source>This key exists.</source>
        <translation>Diesen Schlüssel gibt es schon.</translation>
    </message>
    <message>
        <source>There are keys already.</source>
        <translation>Dort gibt es schon Schlüssel.</translation>
    </message>
    <message>
        <source>Whether something is there could not be read.</source>
        <translation>Ob dort etwas ist, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Some servers take no keys longer than %1 bytes.</source>
        <translation>Manche Server nehmen keine Schlüssel an, die länger als %1 Bytes sind.</translation>
    </message>
    <message>
        <source>Nothing is there yet.</source>
        <translation>Dort ist noch nichts.</translation>
    </message>
    <message>
        <source>With this choice nothing would happen.</source>
        <translation>Mit dieser Wahl würde nichts geschehen.</translation>
    </message>
    <message numerus="yes">
        <source>This is %Ln byte(s) long; a key has %1 at most.</source>
        <translation>
            <numerusform>Das ist %Ln Byte; ein Schlüssel hat höchstens %1.</numerusform>
            <numerusform>Das sind %Ln Bytes; ein Schlüssel hat höchstens %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>the top level</source>
        <translation>ganz oben</translation>
    </message>
    <message>
        <source>It goes to the profile %1.</source>
        <translation>Ziel ist das Profil %1.</translation>
    </message>
    <message>
        <source>What is there is overwritten.</source>
        <translation>Vorhandenes wird überschrieben.</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>Studio::SaveFlow</name>
    <message>
        <source>Saved as a file.</source>
        <translation>Als Datei gespeichert.</translation>
    </message>
    <message>
        <source>The text is in %1. It is not in the store.</source>
        <translation>Der Text ist in %1. Im Speicher ist er nicht.</translation>
    </message>
    <message>
        <source>Not saved as a file.</source>
        <translation>Nicht als Datei gespeichert.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Schlüssel: %1</translation>
    </message>
    <message>
        <source>The key is %1.</source>
        <translation>Der Schlüssel ist %1.</translation>
    </message>
    <message>
        <source>The value is %1.</source>
        <translation>Der Wert ist %1.</translation>
    </message>
    <message>
        <source>The profile allows keys of %1 bytes. Nothing has been sent.</source>
        <translation>Das Profil erlaubt Schlüssel von %1 Byte. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The profile allows values of %1 bytes. Nothing has been sent.</source>
        <translation>Das Profil erlaubt Werte von %1 Byte. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The record needs a key.</source>
        <translation>Der Eintrag braucht einen Schlüssel.</translation>
    </message>
    <message>
        <source>Type it in the field above.</source>
        <translation>Ihn oben im Feld eingeben.</translation>
    </message>
    <message>
        <source>An empty text cannot be saved.</source>
        <translation>Ein leerer Text kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>HPKV has no empty values. Delete the record instead, or write at least one character.</source>
        <translation>HPKV kennt keine leeren Werte. Den Eintrag löschen oder mindestens ein Zeichen schreiben.</translation>
    </message>
    <message>
        <source>Back to editing</source>
        <translation>Zurück zum Bearbeiten</translation>
    </message>
    <message>
        <source>This is not valid JSON.</source>
        <translation>Das ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>%1 Programs that expect JSON here may fail.</source>
        <translation>%1 Programme, die hier JSON erwarten, können scheitern.</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Write to the store?</source>
        <translation>In den Speicher schreiben?</translation>
    </message>
    <message>
        <source>%1 gets the text below, %2.</source>
        <translation>%1 erhält den Text unten, %2.</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Replace the whole value</source>
        <translation>Den ganzen Wert ersetzen</translation>
    </message>
    <message>
        <source>Send the patch anyway</source>
        <translation>Patch trotzdem senden</translation>
    </message>
    <message>
        <source>Send patch</source>
        <translation>Patch senden</translation>
    </message>
    <message>
        <source>Append</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Count %1?</source>
        <translation>%1 zählen?</translation>
    </message>
    <message>
        <source>%1 goes from %2 to %3, and further if others count too.</source>
        <translation>%1 geht von %2 auf %3, und weiter, wenn auch andere zählen.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>It is taken out of the store if nobody changed it meanwhile. The text stays in this tab until it is closed.</source>
        <translation>Er wird aus dem Speicher entfernt, wenn ihn inzwischen niemand geändert hat. Der Text bleibt in diesem Tab, bis er geschlossen wird.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>Als Datei speichern …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>Studio::SavePreview</name>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
</context>
<context>
    <name>Studio::SchemaBook</name>
    <message>
        <source>The schema is larger than %1 bytes.</source>
        <translation>Das Schema ist größer als %1 Bytes.</translation>
    </message>
    <message>
        <source>There are %1 schemas already.</source>
        <translation>Es gibt schon %1 Schemas.</translation>
    </message>
</context>
<context>
    <name>Studio::SchemaDialog</name>
    <message>
        <source>JSON Schema</source>
        <translation>JSON-Schema</translation>
    </message>
    <message>
        <source>JSON Schema for the keys of a branch</source>
        <translation>JSON-Schema für die Schlüssel eines Zweigs</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Paste a JSON Schema here (draft 7), or read it from a file.</source>
        <translation>Hier ein JSON-Schema einfügen (Entwurf 7) oder aus einer Datei lesen.</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>Keys that begin with</source>
        <translation>Schlüssel, die beginnen mit</translation>
    </message>
    <message>
        <source>Nothing: all keys. Of several schemas that of the longest beginning counts.</source>
        <translation>Nichts: alle Schlüssel. Von mehreren Schemas gilt das mit dem längsten Anfang.</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Values are marked where they are not as the schema says. Saving is never refused because of that.</source>
        <translation>Werte werden dort markiert, wo sie nicht sind, wie das Schema es sagt. Gespeichert werden kann trotzdem immer.</translation>
    </message>
    <message>
        <source>The schema can be used. Saving is never refused because of it.</source>
        <translation>Das Schema ist verwendbar. Gespeichert werden kann trotzdem immer.</translation>
    </message>
    <message>
        <source>Read a JSON Schema</source>
        <translation>JSON-Schema lesen</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The schema is larger than %1 bytes.</source>
        <translation>Das Schema ist größer als %1 Bytes.</translation>
    </message>
</context>
<context>
    <name>Studio::SchemaSentence</name>
    <message>
        <source>The schema wants another type here.</source>
        <translation>Das Schema verlangt hier einen anderen Typ.</translation>
    </message>
    <message>
        <source>The member “%1” is missing.</source>
        <translation>Das Element „%1“ fehlt.</translation>
    </message>
    <message>
        <source>The schema has no member “%1” here.</source>
        <translation>Das Schema kennt hier kein Element „%1“.</translation>
    </message>
    <message>
        <source>The member “%1” must be there, too.</source>
        <translation>Das Element „%1“ muss auch da sein.</translation>
    </message>
    <message>
        <source>This is none of the values that the schema lists.</source>
        <translation>Das ist keiner der Werte, die das Schema aufzählt.</translation>
    </message>
    <message>
        <source>The schema allows one value only here, and this is another.</source>
        <translation>Das Schema erlaubt hier nur einen Wert, und dies ist ein anderer.</translation>
    </message>
    <message>
        <source>The number must be at least %1.</source>
        <translation>Die Zahl muss mindestens %1 sein.</translation>
    </message>
    <message>
        <source>The number must be greater than %1.</source>
        <translation>Die Zahl muss größer als %1 sein.</translation>
    </message>
    <message>
        <source>The number must be at most %1.</source>
        <translation>Die Zahl darf höchstens %1 sein.</translation>
    </message>
    <message>
        <source>The number must be smaller than %1.</source>
        <translation>Die Zahl muss kleiner als %1 sein.</translation>
    </message>
    <message>
        <source>The number must be a multiple of %1.</source>
        <translation>Die Zahl muss ein Vielfaches von %1 sein.</translation>
    </message>
    <message>
        <source>The text is too short: the schema wants at least %1 characters.</source>
        <translation>Der Text ist zu kurz: Das Schema verlangt mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The text is too long: the schema wants at most %1 characters.</source>
        <translation>Der Text ist zu lang: Das Schema erlaubt höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The array is too short: the schema wants at least %1 elements.</source>
        <translation>Das Array ist zu kurz: Das Schema verlangt mindestens %1 Elemente.</translation>
    </message>
    <message>
        <source>The array is too long: the schema wants at most %1 elements.</source>
        <translation>Das Array ist zu lang: Das Schema erlaubt höchstens %1 Elemente.</translation>
    </message>
    <message>
        <source>The array has more elements than the schema allows.</source>
        <translation>Das Array hat mehr Elemente, als das Schema erlaubt.</translation>
    </message>
    <message>
        <source>Two elements of this array are the same; the schema wants different ones.</source>
        <translation>Zwei Elemente dieses Arrays sind gleich; das Schema verlangt verschiedene.</translation>
    </message>
    <message>
        <source>The object is too small: the schema wants at least %1 members.</source>
        <translation>Das Objekt ist zu klein: Das Schema verlangt mindestens %1 Elemente.</translation>
    </message>
    <message>
        <source>The object is too large: the schema wants at most %1 members.</source>
        <translation>Das Objekt ist zu groß: Das Schema erlaubt höchstens %1 Elemente.</translation>
    </message>
    <message>
        <source>No element of this array is what the schema wants in it.</source>
        <translation>Kein Element dieses Arrays ist, was das Schema darin verlangt.</translation>
    </message>
    <message>
        <source>The schema forbids a value like this here.</source>
        <translation>Das Schema verbietet hier einen solchen Wert.</translation>
    </message>
    <message>
        <source>The value fits none of the forms that the schema offers.</source>
        <translation>Der Wert passt zu keiner der Formen, die das Schema anbietet.</translation>
    </message>
    <message>
        <source>The value must fit exactly one of the forms that the schema offers.</source>
        <translation>Der Wert muss zu genau einer der Formen passen, die das Schema anbietet.</translation>
    </message>
    <message>
        <source>The value does not fit what the schema wants in this case.</source>
        <translation>Der Wert passt nicht zu dem, was das Schema in diesem Fall verlangt.</translation>
    </message>
    <message>
        <source>The number is too large to be checked.</source>
        <translation>Die Zahl ist zu groß, um geprüft zu werden.</translation>
    </message>
</context>
<context>
    <name>Studio::SearchModel</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value around the match</source>
        <translation>Wert um die Fundstelle</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
</context>
<context>
    <name>Studio::SearchPanel</name>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen part(s)</source>
        <translation>
            <numerusform>%n ausgewählter Teil</numerusform>
            <numerusform>%n ausgewählte Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>What is looked for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>A text as it stands in the value</source>
        <translation>Ein Text, wie er im Wert steht</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>A regular expression</source>
        <translation>Ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>A condition on JSON members, such as /price &gt; 100</source>
        <translation>Eine Bedingung für JSON-Elemente, etwa /price &gt; 100</translation>
    </message>
    <message>
        <source>Search in values</source>
        <translation>In Werten suchen</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Searched: %1</source>
        <translation>Durchsucht: %1</translation>
    </message>
    <message>
        <source>Text in values</source>
        <translation>Text in Werten</translation>
    </message>
    <message>
        <source>Regular expression, such as &quot;id&quot;:\s*\d{5}</source>
        <translation>Regulärer Ausdruck, etwa &quot;id&quot;:\s*\d{5}</translation>
    </message>
    <message>
        <source>Condition, such as /price &gt; 100 and not /sold</source>
        <translation>Bedingung, etwa /price &gt; 100 and not /sold</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 values searched</source>
        <translation>durchsuchte Werte: %1</translation>
    </message>
    <message>
        <source>waiting for the connection</source>
        <translation>wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>the server asked to slow down</source>
        <translation>der Server bat um langsamere Anfragen</translation>
    </message>
    <message>
        <source>%1 records/s</source>
        <translation>%1 Einträge/s</translation>
    </message>
    <message>
        <source>reading behind %1</source>
        <translation>liest hinter %1</translation>
    </message>
    <message>
        <source>more are not kept: ask for less, or search a part</source>
        <translation>mehr werden nicht behalten: enger suchen oder nur einen Teil durchsuchen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>hits follow every change</source>
        <translation>Treffer folgen jeder Änderung</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the store may not be read with this token</source>
        <translation>
            <numerusform>%n Teil des Speichers darf mit diesem Token nicht gelesen werden</numerusform>
            <numerusform>%n Teile des Speichers dürfen mit diesem Token nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) could not be read: %1</source>
        <translation>
            <numerusform>%n Teil konnte nicht gelesen werden: %1</numerusform>
            <numerusform>%n Teile konnten nicht gelesen werden: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Hits appear while the store is read, and what is known already is searched at once. Reading goes on in the background; stop and go on as you like.</source>
        <translation>Treffer erscheinen, während der Speicher gelesen wird; was schon bekannt ist, wird sofort durchsucht. Gelesen wird im Hintergrund und lässt sich jederzeit anhalten und fortsetzen.</translation>
    </message>
    <message>
        <source>No hit so far</source>
        <translation>Bisher kein Treffer</translation>
    </message>
    <message>
        <source>The search goes on.</source>
        <translation>Die Suche läuft weiter.</translation>
    </message>
    <message>
        <source>The search was stopped before everything was read.</source>
        <translation>Die Suche wurde angehalten, bevor alles gelesen war.</translation>
    </message>
    <message>
        <source>No hit</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>None of the %1 values matches.</source>
        <translation>Keiner der durchsuchten Werte passt (%1).</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
</context>
<context>
    <name>Studio::SecretField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Eingabe verbergen</translation>
    </message>
</context>
<context>
    <name>Studio::SecretStore</name>
    <message>
        <source>The keychain holds no secret for this connection.</source>
        <translation>Der Schlüsselbund enthält kein Geheimnis für diese Verbindung.</translation>
    </message>
    <message>
        <source>Access to the keychain was refused.</source>
        <translation>Der Zugriff auf den Schlüsselbund wurde verweigert.</translation>
    </message>
    <message>
        <source>This system has no keychain that answers.</source>
        <translation>Dieses System hat keinen Schlüsselbund, der antwortet.</translation>
    </message>
    <message>
        <source>%1 cannot be read as a file of secrets.</source>
        <translation>%1 kann nicht als Datei mit Geheimnissen gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is in use by another program.</source>
        <translation>%1 wird von einem anderen Programm verwendet.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Der Schlüsselbund antwortete nicht rechtzeitig.</translation>
    </message>
</context>
<context>
    <name>Studio::Session</name>
    <message>
        <source>The connection was closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>It was canceled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Studio::SessionActions</name>
    <message>
        <source>Favourites and recent keys could not be read</source>
        <translation>Favoriten und zuletzt geöffnete Schlüssel konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Favourites and recent keys could not be saved</source>
        <translation>Favoriten und zuletzt geöffnete Schlüssel konnten nicht gespeichert werden</translation>
    </message>
    <message>
        <source>the store</source>
        <translation>der Speicher</translation>
    </message>
    <message>
        <source>Looking for the last key of %1</source>
        <translation>Sucht den letzten Schlüssel: %1</translation>
    </message>
    <message>
        <source>The store reads forwards only, so that this takes some small requests one after another.</source>
        <translation>Der Speicher liest nur vorwärts, darum braucht es einige kleine Anfragen nacheinander.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The last key of %1 was not found</source>
        <translation>Der letzte Schlüssel wurde nicht gefunden: %1</translation>
    </message>
    <message>
        <source>%1 has no keys</source>
        <translation>%1 enthält keine Schlüssel</translation>
    </message>
    <message>
        <source>The store said so just now.</source>
        <translation>Das meldete der Speicher gerade eben.</translation>
    </message>
    <message>
        <source>This may not be the last key of %1</source>
        <translation>Vielleicht nicht der letzte Schlüssel: %1</translation>
    </message>
    <message numerus="yes">
        <source>The search ended after %n request(s).</source>
        <translation>
            <numerusform>Die Suche endete nach %n Anfrage.</numerusform>
            <numerusform>Die Suche endete nach %n Anfragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not duplicated</source>
        <translation>%1 wurde nicht dupliziert</translation>
    </message>
    <message>
        <source>Its value could not be read: %1</source>
        <translation>Der Wert konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The store has no such key any more.</source>
        <translation>Der Speicher enthält diesen Schlüssel nicht mehr.</translation>
    </message>
</context>
<context>
    <name>Studio::SessionManager</name>
    <message>
        <source>The demo server could not be started</source>
        <translation>Der Demo-Server konnte nicht gestartet werden</translation>
    </message>
</context>
<context>
    <name>Studio::SessionNotices</name>
    <message>
        <source>No connection to %1</source>
        <translation>Keine Verbindung zu %1</translation>
    </message>
    <message>
        <source>What you see may be out of date until the connection is back. It is tried again by itself, and nothing you typed is lost.</source>
        <translation>Das Gezeigte kann veraltet sein, bis die Verbindung wieder da ist. Sie wird von selbst wieder versucht, und nichts Eingegebenes ist verloren.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>%1 refuses the token</source>
        <translation>%1 lehnt das Token ab</translation>
    </message>
    <message>
        <source>It has expired or is not valid. Enter a new one to go on; nothing you typed is lost.</source>
        <translation>Es ist abgelaufen oder ungültig. Ein neues eingeben, um weiterzumachen; nichts Eingegebenes ist verloren.</translation>
    </message>
    <message>
        <source>%1 refuses the API key</source>
        <translation>%1 lehnt den API-Schlüssel ab</translation>
    </message>
    <message>
        <source>Check the key, and whether it belongs to this address.</source>
        <translation>Den Schlüssel prüfen, und ob er zu dieser Adresse gehört.</translation>
    </message>
    <message>
        <source>The address of %1 does not work</source>
        <translation>Die Adresse von %1 funktioniert nicht</translation>
    </message>
    <message>
        <source>There is no HPKV service at this address. Check the base URL.</source>
        <translation>Unter dieser Adresse gibt es keinen HPKV-Dienst. Die Basis-URL prüfen.</translation>
    </message>
    <message>
        <source>It is not tried again by itself.</source>
        <translation>Es wird nicht von selbst wieder versucht.</translation>
    </message>
    <message>
        <source>%1 asks to slow down</source>
        <translation>%1 bittet um langsamere Anfragen</translation>
    </message>
    <message>
        <source>More requests were sent than the rate limit allows. Requests wait for a moment and go on by themselves; nothing was lost.</source>
        <translation>Es wurden mehr Anfragen gesendet, als die Ratenbegrenzung erlaubt. Anfragen warten kurz und gehen von selbst weiter; nichts ging verloren.</translation>
    </message>
    <message>
        <source>Changes on %1 are not heard</source>
        <translation>Änderungen auf %1 werden nicht gehört</translation>
    </message>
    <message>
        <source>The server gave no token for notifications. Browsing and editing work; what others change shows only when it is read again.</source>
        <translation>Der Server gab kein Token für Benachrichtigungen. Ansehen und Bearbeiten funktionieren; was andere ändern, zeigt sich erst beim nächsten Lesen.</translation>
    </message>
    <message>
        <source>The journal of writes is not kept on disk</source>
        <translation>Das Schreibjournal bleibt nicht auf der Festplatte</translation>
    </message>
    <message>
        <source>Writes go on and can be undone until the program ends.</source>
        <translation>Geschrieben wird weiter, und es lässt sich rückgängig machen, bis das Programm endet.</translation>
    </message>
    <message>
        <source>The certificate authorities of %1 are not used</source>
        <translation>Die Zertifizierungsstellen von %1 werden nicht verwendet</translation>
    </message>
    <message>
        <source>Changes on %1 are not recorded</source>
        <translation>Änderungen auf %1 werden nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>The history cannot be written. Everything else works; recording goes on by itself as soon as there is room, and the history shows what is missing as a gap.</source>
        <translation>Der Verlauf kann nicht geschrieben werden. Alles andere funktioniert; die Aufzeichnung geht von selbst weiter, sobald Platz ist, und der Verlauf zeigt als Lücke, was fehlt.</translation>
    </message>
</context>
<context>
    <name>Studio::SessionPage</name>
    <message>
        <source>No record is open</source>
        <translation>Kein Eintrag ist offen</translation>
    </message>
    <message>
        <source>Choose a key on the left, or go to one by typing it.</source>
        <translation>Links einen Schlüssel wählen oder einen eintippen.</translation>
    </message>
    <message>
        <source>Go to key…</source>
        <translation>Zu Schlüssel…</translation>
    </message>
    <message>
        <source>%1 may be deleted</source>
        <translation>%1 ist vielleicht gelöscht</translation>
    </message>
    <message>
        <source>The request left, then the line was lost. Read the keys again to see.</source>
        <translation>Die Anfrage ging hinaus, dann brach die Leitung ab. Erneutes Lesen der Schlüssel zeigt es.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>%1 was not deleted</source>
        <translation>%1 wurde nicht gelöscht</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>The record is removed from the store, for everyone who uses it.</source>
        <translation>Der Eintrag wird aus dem Speicher entfernt, für alle, die ihn verwenden.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Close %1 without saving?</source>
        <translation>%1 ohne Speichern schließen?</translation>
    </message>
    <message>
        <source>Its edit is not in the store yet. Closing the tab loses it.</source>
        <translation>Die Bearbeitung steht noch nicht im Speicher. Beim Schließen des Tabs geht sie verloren.</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>Open tabs</source>
        <translation>Offene Tabs</translation>
    </message>
    <message numerus="yes">
        <source>Close %n tab(s) without saving?</source>
        <translation>
            <numerusform>%n Tab ohne Speichern schließen?</numerusform>
            <numerusform>%n Tabs ohne Speichern schließen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their edits are not in the store yet. Closing the tabs loses them.</source>
        <translation>Ihre Bearbeitungen stehen noch nicht im Speicher. Beim Schließen der Tabs gehen sie verloren.</translation>
    </message>
    <message>
        <source>Write of %1</source>
        <translation>Schreiben von %1</translation>
    </message>
    <message>
        <source>%1 was deleted</source>
        <translation>%1 wurde gelöscht</translation>
    </message>
    <message>
        <source>The journal holds the value that it had.</source>
        <translation>Das Journal hat den Wert, der dort stand.</translation>
    </message>
    <message>
        <source>Change of %1</source>
        <translation>Änderung von %1</translation>
    </message>
    <message>
        <source>Now, as far as is known</source>
        <translation>Jetzt, soweit bekannt</translation>
    </message>
</context>
<context>
    <name>Studio::SessionWatches</name>
    <message>
        <source>The watched patterns could not be read</source>
        <translation>Die beobachteten Muster waren nicht zu lesen</translation>
    </message>
    <message>
        <source>The watched patterns could not be saved</source>
        <translation>Die beobachteten Muster waren nicht zu speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n of the patterns is not watched</source>
        <translation>
            <numerusform>%n der Muster wird nicht beobachtet</numerusform>
            <numerusform>%n der Muster werden nicht beobachtet</numerusform>
        </translation>
    </message>
    <message>
        <source>A profile watches %1 patterns at most. A branch or a wildcard takes the place of many keys.</source>
        <translation>Ein Profil beobachtet höchstens %1 Muster. Ein Zweig oder ein Platzhalter ersetzt viele Schlüssel.</translation>
    </message>
    <message>
        <source>The server does not take %1</source>
        <translation>Der Server nimmt %1 nicht an</translation>
    </message>
    <message>
        <source>It says: %1. The other patterns are watched.</source>
        <translation>Er sagt: %1. Die anderen Muster werden beobachtet.</translation>
    </message>
    <message>
        <source>Show what is watched</source>
        <translation>Zeigen, was beobachtet wird</translation>
    </message>
</context>
<context>
    <name>Studio::Settings</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is too large to be a settings file</source>
        <translation>%1 ist zu groß für eine Einstellungsdatei</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made</source>
        <translation>Der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Another program holds %1</source>
        <translation>Ein anderes Programm hält %1 fest</translation>
    </message>
</context>
<context>
    <name>Studio::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Changes hold at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Kept on disk</source>
        <translation>Auf der Festplatte</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Interface font</source>
        <translation>Schrift der Oberfläche</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Font of keys and values</source>
        <translation>Schrift für Schlüssel und Werte</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Changed lines are lit without fading.</source>
        <translation>Geänderte Zeilen leuchten ohne Ausblenden.</translation>
    </message>
    <message>
        <source>Holds from the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Journal of writes, with the values before them</source>
        <translation>Journal der Schreibvorgänge mit den Werten davor</translation>
    </message>
    <message>
        <source>When profiles were last opened</source>
        <translation>Wann Profile zuletzt geöffnet wurden</translation>
    </message>
    <message>
        <source>Size and layout of the window</source>
        <translation>Größe und Anordnung des Fensters</translation>
    </message>
    <message>
        <source>Files for this person only, in %1. API keys and tokens are kept in the system&apos;s keychain, never in these files.</source>
        <translation>Dateien nur für diese Person, in %1. API-Schlüssel und Tokens liegen im Schlüsselbund des Systems, nie in diesen Dateien.</translation>
    </message>
    <message>
        <source>Which keys were opened lately</source>
        <translation>Welche Schlüssel zuletzt geöffnet wurden</translation>
    </message>
    <message>
        <source>Edits that are not saved yet</source>
        <translation>Änderungen, die noch nicht gespeichert sind</translation>
    </message>
    <message>
        <source>They outlive a crash and are offered when the key is opened again. Off: they go with their tab, and what has been kept is deleted.</source>
        <translation>Sie überstehen einen Absturz und werden angeboten, wenn der Schlüssel wieder geöffnet wird. Aus: Sie gehen mit ihrem Tab, und was aufbewahrt wurde, wird gelöscht.</translation>
    </message>
    <message>
        <source>Off: the journal lives in memory and is gone when the program ends. Holds from the next start. What is on disk stays until the journal is cleared.</source>
        <translation>Aus: Das Journal lebt im Arbeitsspeicher und ist weg, wenn das Programm endet. Gilt ab dem nächsten Start. Was auf der Platte ist, bleibt, bis das Journal geleert wird.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Size of each journal</source>
        <translation>Größe jedes Journals</translation>
    </message>
    <message>
        <source>Beyond this, or %1 writes, the oldest writes go and can no longer be undone.</source>
        <translation>Darüber, oder über %1 Schreibvorgänge, gehen die ältesten und lassen sich nicht mehr rückgängig machen.</translation>
    </message>
    <message>
        <source>History of changes that were heard</source>
        <translation>Verlauf der Änderungen, die gemeldet wurden</translation>
    </message>
    <message>
        <source>Size of each history</source>
        <translation>Größe jedes Verlaufs</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>as long as there is room</source>
        <translation>solange Platz ist</translation>
    </message>
    <message>
        <source>Beyond either the oldest changes go. Off: the history lives in memory, holds the latest 64 MB and is gone when the connection is closed.</source>
        <translation>Darüber hinaus fallen die ältesten Änderungen weg. Aus: Der Verlauf liegt im Speicher, fasst die letzten 64 MB und ist weg, wenn die Verbindung geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>Studio::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Studio::SnippetDialog</name>
    <message>
        <source>Copy as code</source>
        <translation>Als Code kopieren</translation>
    </message>
    <message>
        <source>Read the value</source>
        <translation>Den Wert lesen</translation>
    </message>
    <message>
        <source>Write the value as it is shown</source>
        <translation>Den Wert schreiben, wie er zu sehen ist</translation>
    </message>
    <message>
        <source>Patch what was edited</source>
        <translation>Das Bearbeitete patchen</translation>
    </message>
    <message>
        <source>Count up by one</source>
        <translation>Um eins hochzählen</translation>
    </message>
    <message>
        <source>Delete the record</source>
        <translation>Den Eintrag löschen</translation>
    </message>
    <message>
        <source>JavaScript (official client)</source>
        <translation>JavaScript (offizieller Client)</translation>
    </message>
    <message>
        <source>C++ (libhpkvqt)</source>
        <translation>C++ (libhpkvqt)</translation>
    </message>
    <message>
        <source>curl (REST)</source>
        <translation>curl (REST)</translation>
    </message>
    <message>
        <source>Raw frame (WebSocket)</source>
        <translation>Roher Frame (WebSocket)</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Writing it down…</source>
        <translation>Wird aufgeschrieben…</translation>
    </message>
    <message>
        <source>A merge patch cannot express this edit. Write the whole value instead.</source>
        <translation>Ein Merge-Patch kann diese Änderung nicht ausdrücken. Schreib stattdessen den ganzen Wert.</translation>
    </message>
    <message>
        <source>All %1 characters are copied; the beginning is shown.</source>
        <translation>Alle %1 Zeichen werden kopiert; zu sehen ist der Anfang.</translation>
    </message>
    <message>
        <source>The API key is not part of it: the code reads it from HPKV_API_KEY.</source>
        <translation>Der API-Schlüssel steht nicht darin: Der Code liest ihn aus HPKV_API_KEY.</translation>
    </message>
</context>
<context>
    <name>Studio::StatisticsDialog</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>The whole store</source>
        <translation>Der ganze Speicher</translation>
    </message>
    <message numerus="yes">
        <source>%n selected item(s)</source>
        <translation>
            <numerusform>%n ausgewähltes Element</numerusform>
            <numerusform>%n ausgewählte Elemente</numerusform>
        </translation>
    </message>
    <message>
        <source>Read all</source>
        <translation>Alles lesen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Mean value</source>
        <translation>Mittlere Größe</translation>
    </message>
    <message>
        <source>Names of keys</source>
        <translation>Schlüsselnamen</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Sizes of values</source>
        <translation>Größen der Werte</translation>
    </message>
    <message>
        <source>Biggest values</source>
        <translation>Größte Werte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>Reading in the background. The figures grow until everything has been read.</source>
        <translation>Wird im Hintergrund gelesen. Die Zahlen wachsen, bis alles gelesen ist.</translation>
    </message>
    <message>
        <source>Reading ended: %1 The figures are of what is known.</source>
        <translation>Das Lesen endete: %1 Die Zahlen gelten für das Bekannte.</translation>
    </message>
    <message>
        <source>Not everything here has been read. The figures are of what is known.</source>
        <translation>Hier ist nicht alles gelesen. Die Zahlen gelten für das Bekannte.</translation>
    </message>
    <message>
        <source>Everything was read, but the line was down since: some of it may be out of date.</source>
        <translation>Alles wurde gelesen, aber seitdem war die Leitung unterbrochen: Manches kann veraltet sein.</translation>
    </message>
    <message>
        <source>Everything here has been read.</source>
        <translation>Hier ist alles gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>The size of %n value(s) is not known.</source>
        <translation>
            <numerusform>Die Größe von %n Wert ist nicht bekannt.</numerusform>
            <numerusform>Die Größe von %n Werten ist nicht bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are as they were notified, which may be a part only.</source>
        <translation>
            <numerusform>%n Wert steht hier so, wie er gemeldet wurde; das kann nur ein Teil sein.</numerusform>
            <numerusform>%n Werte stehen hier so, wie sie gemeldet wurden; das kann jeweils nur ein Teil sein.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::StatusLine</name>
    <message>
        <source>Status bar</source>
        <translation>Statusleiste</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Waiting requests</source>
        <translation>Wartende Anfragen</translation>
    </message>
    <message>
        <source>Live changes</source>
        <translation>Live-Änderungen</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Current record</source>
        <translation>Aktueller Eintrag</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>last round trip %1 ms</source>
        <translation>letzte Umlaufzeit %1 ms</translation>
    </message>
    <message>
        <source>Requests %1 of %2 per s</source>
        <translation>Anfragen: %1 von %2 pro s</translation>
    </message>
    <message>
        <source>Requests %1 per s</source>
        <translation>Anfragen: %1 pro s</translation>
    </message>
    <message>
        <source>Waiting: %1 (%2 in the background)</source>
        <translation>Wartend: %1 (%2 im Hintergrund)</translation>
    </message>
    <message>
        <source>Waiting: %1 (background)</source>
        <translation>Wartend: %1 (Hintergrund)</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Wartend: %1</translation>
    </message>
    <message>
        <source>Live %1 changes/s</source>
        <translation>Live: %1 Änderungen/s</translation>
    </message>
    <message>
        <source>Token renews in %1</source>
        <translation>Token wird in %1 erneuert</translation>
    </message>
    <message>
        <source>Next attempt in %1</source>
        <translation>Nächster Versuch in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s)</source>
        <translation>
            <numerusform>%n Meldung</numerusform>
            <numerusform>%n Meldungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::TestStepsView</name>
    <message>
        <source>Steps of the test</source>
        <translation>Schritte der Prüfung</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>below %1 ms</source>
        <translation>unter %1 ms</translation>
    </message>
</context>
<context>
    <name>Studio::TextFileSaver</name>
    <message>
        <source>Save the text as a file</source>
        <translation>Den Text als Datei speichern</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>Studio::TileConfig</name>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The text of a key or of one member</source>
        <translation>Der Text eines Schlüssels oder eines Members</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>A number with its change since a while</source>
        <translation>Eine Zahl und wie sie sich in letzter Zeit geändert hat</translation>
    </message>
    <message>
        <source>Sparkline</source>
        <translation>Sparkline</translation>
    </message>
    <message>
        <source>The course of a number as a small line</source>
        <translation>Der Verlauf einer Zahl als kleine Linie</translation>
    </message>
    <message>
        <source>Line chart</source>
        <translation>Liniendiagramm</translation>
    </message>
    <message>
        <source>Several numbers over time, with axes</source>
        <translation>Mehrere Zahlen über der Zeit, mit Achsen</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>The numbers under a prefix beside one another</source>
        <translation>Die Zahlen unter einem Präfix im Vergleich</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>A number between two ends, with ranges</source>
        <translation>Eine Zahl zwischen zwei Enden, mit Bereichen</translation>
    </message>
    <message>
        <source>Change rate</source>
        <translation>Änderungsrate</translation>
    </message>
    <message>
        <source>Changes a second of a key or a branch</source>
        <translation>Änderungen je Sekunde eines Schlüssels oder Zweigs</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>The keys under a prefix with chosen members</source>
        <translation>Die Schlüssel unter einem Präfix mit gewählten Members</translation>
    </message>
    <message>
        <source>Status light</source>
        <translation>Statuslampe</translation>
    </message>
    <message>
        <source>A light for a word such as ok or failed</source>
        <translation>Eine Lampe für ein Wort wie ok oder failed</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>How long ago a key or a branch last changed</source>
        <translation>Wann sich ein Schlüssel oder Zweig zuletzt geändert hat</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>The latest changes below a prefix</source>
        <translation>Die letzten Änderungen unter einem Präfix</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>A number that − and + change in the store</source>
        <translation>Eine Zahl, die − und + im Speicher ändern</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>A text of your own</source>
        <translation>Ein eigener Text</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Schlicht</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Indigo</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Blass</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>The tile “%1” has no place on the grid.</source>
        <translation>Die Kachel „%1“ hat keinen Platz im Raster.</translation>
    </message>
    <message>
        <source>The tile “%1” has a JSON Pointer that does not begin with /: “%2”.</source>
        <translation>Die Kachel „%1“ hat einen JSON Pointer, der nicht mit / beginnt: „%2“.</translation>
    </message>
    <message>
        <source>The chart “%1” has no series.</source>
        <translation>Das Diagramm „%1“ hat keine Reihe.</translation>
    </message>
    <message>
        <source>A series of the chart “%1” has no key.</source>
        <translation>Eine Reihe des Diagramms „%1“ hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>The tile “%1” has no key.</source>
        <translation>Die Kachel „%1“ hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>The gauge “%1” ends where it begins.</source>
        <translation>Die Anzeige „%1“ endet, wo sie beginnt.</translation>
    </message>
    <message>
        <source>The tile “%1”: %2</source>
        <translation>Die Kachel „%1“: %2</translation>
    </message>
</context>
<context>
    <name>Studio::TileDialog</name>
    <message>
        <source>New tile</source>
        <translation>Neue Kachel</translation>
    </message>
    <message>
        <source>Edit tile</source>
        <translation>Kachel bearbeiten</translation>
    </message>
    <message>
        <source>JSON Pointer, empty for the whole value</source>
        <translation>JSON Pointer, leer für den ganzen Wert</translation>
    </message>
    <message>
        <source>as in the value</source>
        <translation>wie im Wert</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>One a line: key, member, label, colour</source>
        <translation>Eine je Zeile: Schlüssel, Member, Beschriftung, Farbe</translation>
    </message>
    <message>
        <source>One a line: member, label</source>
        <translation>Eines je Zeile: Member, Beschriftung</translation>
    </message>
    <message>
        <source>One a line: up to, colour (“80, green”)</source>
        <translation>Einer je Zeile: bis, Farbe („80, grün“)</translation>
    </message>
    <message>
        <source>One a line: word, colour (“slow, orange”)</source>
        <translation>Eines je Zeile: Wort, Farbe („slow, orange“)</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Nachkommastellen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>Gezeigte Zeit</translation>
    </message>
    <message>
        <source>Change within</source>
        <translation>Änderung in</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Most rows</source>
        <translation>Höchstens Zeilen</translation>
    </message>
    <message>
        <source>Stale after</source>
        <translation>Veraltet nach</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
</context>
<context>
    <name>Studio::TileView</name>
    <message>
        <source>No change</source>
        <translation>Keine Änderung</translation>
    </message>
    <message>
        <source>%1 in the last %2 s</source>
        <translation>%1 in den letzten %2 s</translation>
    </message>
    <message>
        <source>%1 in the last %2 min</source>
        <translation>%1 in den letzten %2 min</translation>
    </message>
    <message>
        <source>%1 in the last %2 h</source>
        <translation>%1 in den letzten %2 h</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Stale: expected every %1</source>
        <translation>Veraltet: erwartet alle %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>No numbers are known under this prefix</source>
        <translation>Unter diesem Präfix sind keine Zahlen bekannt</translation>
    </message>
    <message>
        <source>No keys are known under this prefix</source>
        <translation>Unter diesem Präfix sind keine Schlüssel bekannt</translation>
    </message>
    <message>
        <source>No change was seen yet</source>
        <translation>Noch keine Änderung gesehen</translation>
    </message>
    <message>
        <source>ago</source>
        <translation>her</translation>
    </message>
    <message>
        <source>changes/s</source>
        <translation>Änderungen/s</translation>
    </message>
    <message>
        <source>Mean of the last 10 s</source>
        <translation>Mittel der letzten 10 s</translation>
    </message>
    <message>
        <source>Nothing has changed here yet</source>
        <translation>Hier hat sich noch nichts geändert</translation>
    </message>
    <message>
        <source>An empty note</source>
        <translation>Eine leere Notiz</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>alert, seen</source>
        <translation>Alarm, gesehen</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Waiting for the value</source>
        <translation>Wartet auf den Wert</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>Diesen Schlüssel gibt es nicht</translation>
    </message>
    <message>
        <source>The value has no such member</source>
        <translation>Der Wert hat kein solches Member</translation>
    </message>
    <message>
        <source>The rate is known of the present only</source>
        <translation>Die Rate ist nur für die Gegenwart bekannt</translation>
    </message>
    <message>
        <source>No change before this moment is held in the list</source>
        <translation>Die Liste enthält keine Änderung vor diesem Zeitpunkt</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>Stand von damals</translation>
    </message>
    <message>
        <source>Nothing is recorded of it at this moment</source>
        <translation>Für diesen Zeitpunkt ist nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>There was no such key at this moment</source>
        <translation>Diesen Schlüssel gab es zu diesem Zeitpunkt nicht</translation>
    </message>
</context>
<context>
    <name>Studio::TimeBar</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorherige Änderung</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>How fast it is played</source>
        <translation>Wie schnell abgespielt wird</translation>
    </message>
    <message>
        <source>Back to the present</source>
        <translation>Zurück zur Gegenwart</translation>
    </message>
    <message>
        <source>Nothing recorded yet</source>
        <translation>Noch nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What changed since this moment</source>
        <translation>Was sich seit diesem Zeitpunkt geändert hat</translation>
    </message>
    <message>
        <source>Show it as it was</source>
        <translation>Zeigen, wie er war</translation>
    </message>
</context>
<context>
    <name>Studio::TimeTrack</name>
    <message>
        <source>Moment</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>Studio::TokenViewDialog</name>
    <message>
        <source>View as token</source>
        <translation>Als Token ansehen</translation>
    </message>
    <message>
        <source>Create token</source>
        <translation>Token erzeugen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>May read and write</source>
        <translation>Darf lesen und schreiben</translation>
    </message>
    <message>
        <source>user: or a key</source>
        <translation>user: oder ein Schlüssel</translation>
    </message>
    <message>
        <source>Add branch</source>
        <translation>Zweig zulassen</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Schlüssel zulassen</translation>
    </message>
    <message>
        <source>Write it for me</source>
        <translation>Für mich schreiben</translation>
    </message>
    <message>
        <source>Adds to the expression above, escaped and anchored.</source>
        <translation>Ergänzt den Ausdruck oben, maskiert und verankert.</translation>
    </message>
    <message>
        <source>Is told about</source>
        <translation>Erfährt von</translation>
    </message>
    <message>
        <source>Known keys that the token reaches</source>
        <translation>Bekannte Schlüssel, die das Token erreicht</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>Lesen und schreiben</translation>
    </message>
    <message>
        <source>Told about</source>
        <translation>Erfährt davon</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Open as profile…</source>
        <translation>Als Profil öffnen …</translation>
    </message>
    <message>
        <source>The * is no wildcard in an expression: it repeats the colon. For a branch write “:.*”.</source>
        <translation>Das * ist in einem Ausdruck kein Platzhalter: Es wiederholt den Doppelpunkt. Für einen Zweig schreibt man „:.*“.</translation>
    </message>
    <message>
        <source>It is searched for anywhere in a key. Begin it with ^ and end it with $ to say which keys are meant as a whole.</source>
        <translation>Es wird irgendwo im Schlüssel gesucht. Mit ^ am Anfang und $ am Ende gilt es für ganze Schlüssel.</translation>
    </message>
    <message>
        <source>Empty: no key.</source>
        <translation>Leer: kein Schlüssel.</translation>
    </message>
    <message>
        <source>One pattern a line, as in the list of what is watched. What a token is told about is not limited by what it may read.</source>
        <translation>Ein Muster je Zeile, wie in der Liste des Beobachteten. Wovon ein Token erfährt, ist nicht durch das begrenzt, was es lesen darf.</translation>
    </message>
    <message>
        <source>Nothing is made until you say so.</source>
        <translation>Erzeugt wird erst auf Knopfdruck.</translation>
    </message>
    <message>
        <source>No key is known yet, so there is nothing to show.</source>
        <translation>Noch ist kein Schlüssel bekannt, also gibt es nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Of %1 known keys it could read and write %2 and would be told about %3.</source>
        <translation>Von %1 bekannten Schlüsseln könnte es %2 lesen und schreiben und erführe von %3.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>The token is being made…</source>
        <translation>Das Token wird erzeugt …</translation>
    </message>
    <message>
        <source>Making a token needs the API key of the profile.</source>
        <translation>Zum Erzeugen eines Tokens braucht es den API-Schlüssel des Profils.</translation>
    </message>
    <message>
        <source>No token was made: %1</source>
        <translation>Kein Token erzeugt: %1</translation>
    </message>
    <message>
        <source>The token is made and holds for about two hours. Whoever has it has this access.</source>
        <translation>Das Token ist erzeugt und gilt etwa zwei Stunden. Wer es hat, hat diesen Zugriff.</translation>
    </message>
    <message>
        <source>The token is on the clipboard.</source>
        <translation>Das Token ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>%1 as token</source>
        <translation>%1 als Token</translation>
    </message>
</context>
<context>
    <name>Studio::Tour</name>
    <message>
        <source>The folder %1 cannot be made</source>
        <translation>Der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>There is no scene %1</source>
        <translation>Es gibt keine Szene %1</translation>
    </message>
    <message>
        <source>the picture is ready</source>
        <translation>das Bild fertig ist</translation>
    </message>
    <message>
        <source>Scene %1: waited %2 s in vain until %3</source>
        <translation>Szene %1: %2 s vergeblich gewartet, bis %3</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the welcome page is shown</source>
        <translation>die Willkommensseite gezeigt wird</translation>
    </message>
    <message>
        <source>the connect dialog is open</source>
        <translation>der Verbindungsdialog offen ist</translation>
    </message>
    <message>
        <source>the connection is tested</source>
        <translation>die Verbindung geprüft ist</translation>
    </message>
    <message>
        <source>the branch %1 is listed</source>
        <translation>der Zweig %1 aufgelistet ist</translation>
    </message>
    <message>
        <source>the demo is connected</source>
        <translation>die Demo verbunden ist</translation>
    </message>
    <message>
        <source>the first level is listed</source>
        <translation>die erste Ebene aufgelistet ist</translation>
    </message>
    <message>
        <source>the record is read</source>
        <translation>der Eintrag gelesen ist</translation>
    </message>
    <message>
        <source>the live panel has rows</source>
        <translation>der Live-Bereich Zeilen hat</translation>
    </message>
    <message>
        <source>the change of another writer is shown</source>
        <translation>die fremde Änderung gezeigt wird</translation>
    </message>
    <message>
        <source>the palette is open</source>
        <translation>die Palette offen ist</translation>
    </message>
    <message>
        <source>the settings are open</source>
        <translation>die Einstellungen offen sind</translation>
    </message>
    <message>
        <source>the record is edited</source>
        <translation>der Eintrag bearbeitet ist</translation>
    </message>
    <message>
        <source>the line is down</source>
        <translation>die Leitung unterbrochen ist</translation>
    </message>
    <message>
        <source>the loss is told</source>
        <translation>die Unterbrechung gemeldet ist</translation>
    </message>
    <message>
        <source>the store has answered</source>
        <translation>der Speicher geantwortet hat</translation>
    </message>
    <message>
        <source>the menu is open</source>
        <translation>das Menü offen ist</translation>
    </message>
    <message>
        <source>the statistics are open</source>
        <translation>die Statistik offen ist</translation>
    </message>
    <message>
        <source>the branch is read</source>
        <translation>der Zweig gelesen ist</translation>
    </message>
    <message>
        <source>the keys are counted</source>
        <translation>die Schlüssel gezählt sind</translation>
    </message>
    <message>
        <source>the import is open</source>
        <translation>der Import offen ist</translation>
    </message>
    <message>
        <source>the file is checked</source>
        <translation>die Datei geprüft ist</translation>
    </message>
    <message>
        <source>a job is done</source>
        <translation>ein Auftrag fertig ist</translation>
    </message>
    <message>
        <source>a job has failed</source>
        <translation>ein Auftrag gescheitert ist</translation>
    </message>
    <message>
        <source>a job is under way</source>
        <translation>ein Auftrag läuft</translation>
    </message>
    <message>
        <source>two branches are read as a whole</source>
        <translation>zwei Zweige ganz gelesen sind</translation>
    </message>
    <message>
        <source>the filter has found something</source>
        <translation>der Filter etwas gefunden hat</translation>
    </message>
    <message>
        <source>the range is read</source>
        <translation>der Bereich gelesen ist</translation>
    </message>
    <message>
        <source>rows are selected</source>
        <translation>Zeilen ausgewählt sind</translation>
    </message>
    <message>
        <source>a page is read</source>
        <translation>eine Seite gelesen ist</translation>
    </message>
    <message>
        <source>a job is paused</source>
        <translation>ein Auftrag angehalten ist</translation>
    </message>
    <message>
        <source>the tree is shown</source>
        <translation>der Baum gezeigt wird</translation>
    </message>
    <message>
        <source>the counter is shown</source>
        <translation>der Zähler gezeigt wird</translation>
    </message>
    <message>
        <source>the patch is shown</source>
        <translation>der Patch gezeigt wird</translation>
    </message>
    <message>
        <source>it is written</source>
        <translation>es geschrieben ist</translation>
    </message>
    <message>
        <source>a write is refused</source>
        <translation>ein Schreibvorgang abgelehnt ist</translation>
    </message>
    <message>
        <source>a write is undone</source>
        <translation>ein Schreibvorgang rückgängig gemacht ist</translation>
    </message>
    <message>
        <source>the journal is shown</source>
        <translation>das Journal zu sehen ist</translation>
    </message>
    <message>
        <source>the value is decoded</source>
        <translation>der Wert dekodiert ist</translation>
    </message>
    <message>
        <source>the error is marked</source>
        <translation>der Fehler markiert ist</translation>
    </message>
    <message>
        <source>the bytes are shown</source>
        <translation>die Bytes zu sehen sind</translation>
    </message>
    <message>
        <source>the difference is shown</source>
        <translation>der Unterschied wird gezeigt</translation>
    </message>
    <message>
        <source>another writer changed the record</source>
        <translation>ein anderer hat den Datensatz geändert</translation>
    </message>
    <message>
        <source>the three sides are shown</source>
        <translation>die drei Seiten werden gezeigt</translation>
    </message>
    <message>
        <source>the branches are watched</source>
        <translation>die Zweige sind beobachtet</translation>
    </message>
    <message>
        <source>changes come one by one</source>
        <translation>Änderungen kommen eine nach der anderen</translation>
    </message>
    <message>
        <source>rates by branch</source>
        <translation>Raten nach Zweig</translation>
    </message>
    <message>
        <source>changes by key</source>
        <translation>Änderungen nach Schlüssel</translation>
    </message>
    <message>
        <source>the filter has several parts</source>
        <translation>der Filter hat mehrere Teile</translation>
    </message>
    <message>
        <source>the filter is cleared</source>
        <translation>der Filter ist leer</translation>
    </message>
    <message>
        <source>the list is paused</source>
        <translation>die Liste ist angehalten</translation>
    </message>
    <message>
        <source>the schema is shown</source>
        <translation>das Schema gezeigt ist</translation>
    </message>
    <message>
        <source>the dialog is closed</source>
        <translation>der Dialog geschlossen ist</translation>
    </message>
    <message>
        <source>the problems are marked</source>
        <translation>die Probleme markiert sind</translation>
    </message>
    <message>
        <source>patterns are watched</source>
        <translation>Muster beobachtet werden</translation>
    </message>
    <message>
        <source>what is watched has been read again</source>
        <translation>das Beobachtete neu gelesen ist</translation>
    </message>
    <message>
        <source>the report is shown</source>
        <translation>der Bericht gezeigt wird</translation>
    </message>
    <message>
        <source>the pattern has been tested</source>
        <translation>das Muster geprüft ist</translation>
    </message>
    <message>
        <source>the token has been tried on known keys</source>
        <translation>das Token an bekannten Schlüsseln geprüft ist</translation>
    </message>
    <message>
        <source>a key changes</source>
        <translation>ein Schlüssel ändert sich</translation>
    </message>
    <message>
        <source>its history is open</source>
        <translation>sein Verlauf ist offen</translation>
    </message>
    <message>
        <source>a moment is shown</source>
        <translation>ein Zeitpunkt wird gezeigt</translation>
    </message>
    <message>
        <source>Shop floor</source>
        <translation>Ladenfläche</translation>
    </message>
    <message>
        <source>Orders today</source>
        <translation>Bestellungen heute</translation>
    </message>
    <message>
        <source>Open carts</source>
        <translation>Offene Warenkörbe</translation>
    </message>
    <message>
        <source>carts</source>
        <translation>Warenkörbe</translation>
    </message>
    <message>
        <source>Osaka, temperature</source>
        <translation>Osaka, Temperatur</translation>
    </message>
    <message>
        <source>Worker 3, heartbeat</source>
        <translation>Worker 3, Lebenszeichen</translation>
    </message>
    <message>
        <source>Temperature by site</source>
        <translation>Temperatur nach Standort</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Orders by status</source>
        <translation>Bestellungen nach Status</translation>
    </message>
    <message>
        <source>Queue fill</source>
        <translation>Füllung der Warteschlange</translation>
    </message>
    <message>
        <source>Signups</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Latest changes</source>
        <translation>Letzte Änderungen</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>Changes of all keys</source>
        <translation>Änderungen aller Schlüssel</translation>
    </message>
    <message>
        <source>Banner</source>
        <translation>Banner</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Ring 4711 when two lights are red.</source>
        <translation>4711 anrufen, wenn zwei Lampen rot sind.</translation>
    </message>
    <message>
        <source>the server is back</source>
        <translation>der Server zurück ist</translation>
    </message>
    <message>
        <source>the dashboard is watched</source>
        <translation>das Dashboard beobachtet wird</translation>
    </message>
    <message>
        <source>the tiles show values, one of them stale</source>
        <translation>die Kacheln Werte zeigen, eine veraltete darunter</translation>
    </message>
    <message>
        <source>the chart is zoomed in</source>
        <translation>das Diagramm vergrößert ist</translation>
    </message>
    <message>
        <source>the tile is edited</source>
        <translation>die Kachel bearbeitet wird</translation>
    </message>
    <message>
        <source>the editor is closed</source>
        <translation>der Editor zu ist</translation>
    </message>
    <message>
        <source>the alert ends</source>
        <translation>der Alarm endet</translation>
    </message>
    <message>
        <source>the alerts are listed</source>
        <translation>die Alarme gelistet sind</translation>
    </message>
    <message>
        <source>the code is shown</source>
        <translation>der Code zu sehen ist</translation>
    </message>
    <message>
        <source>the present is shown</source>
        <translation>die Gegenwart wird gezeigt</translation>
    </message>
    <message>
        <source>the alerts are edited</source>
        <translation>die Alarme werden bearbeitet</translation>
    </message>
    <message>
        <source>Payments stand still</source>
        <translation>Zahlungen stehen still</translation>
    </message>
    <message>
        <source>another one is raised</source>
        <translation>ein anderer wird ausgelöst</translation>
    </message>
    <message>
        <source>the moments are compared</source>
        <translation>die Zeitpunkte sind verglichen</translation>
    </message>
    <message>
        <source>older changes are read</source>
        <translation>ältere Änderungen sind gelesen</translation>
    </message>
</context>
<context>
    <name>Studio::TreeColumns</name>
    <message>
        <source>%1 (no room)</source>
        <extracomment>%1 is the name of a column</extracomment>
        <translation>%1 (kein Platz)</translation>
    </message>
    <message>
        <source>Only the names</source>
        <translation>Nur die Namen</translation>
    </message>
</context>
<context>
    <name>Studio::WallStart</name>
    <message>
        <source>%1 cannot be shown: %2</source>
        <translation>%1 kann nicht gezeigt werden: %2</translation>
    </message>
    <message>
        <source>No saved profile fits the dashboard; name one with --profile.</source>
        <translation>Kein gespeichertes Profil passt zum Dashboard; nenne eines mit --profile.</translation>
    </message>
    <message>
        <source>There is no saved profile “%1”.</source>
        <translation>Es gibt kein gespeichertes Profil „%1“.</translation>
    </message>
</context>
<context>
    <name>Studio::WallWindow</name>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>%1: connected</source>
        <translation>%1: verbunden</translation>
    </message>
    <message>
        <source>%1: connecting</source>
        <translation>%1: verbindet</translation>
    </message>
    <message>
        <source>%1: no connection, all of this is from before %2</source>
        <translation>%1: keine Verbindung, alles hier ist von vor %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Studio::WatchButton</name>
    <message>
        <source>Watched</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Every change of the key is heard. Press to end that.</source>
        <translation>Jede Änderung des Schlüssels wird gehört. Drücken, um das zu beenden.</translation>
    </message>
    <message>
        <source>Heard through %1</source>
        <translation>Wird durch %1 gehört</translation>
    </message>
    <message>
        <source>Hear of every change of the key while the profile is open</source>
        <translation>Von jeder Änderung des Schlüssels hören, solange das Profil offen ist</translation>
    </message>
</context>
<context>
    <name>Studio::WatchList</name>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht zu lesen: %2</translation>
    </message>
    <message>
        <source>%1 is too large to be a list of patterns</source>
        <translation>%1 ist zu groß für eine Liste von Mustern</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 ist beschädigt: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made</source>
        <translation>Der Ordner %1 ist nicht anzulegen</translation>
    </message>
    <message>
        <source>Another program holds %1</source>
        <translation>Ein anderes Programm hält %1</translation>
    </message>
</context>
<context>
    <name>Studio::WatchWiring</name>
    <message>
        <source>Making a token needs the API key.</source>
        <translation>Zum Erzeugen eines Tokens braucht es den API-Schlüssel.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) changed while disconnected</source>
        <translation>
            <numerusform>%Ln Schlüssel ohne Verbindung geändert</numerusform>
            <numerusform>%Ln Schlüssel ohne Verbindung geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Some watched keys are not verified yet</source>
        <translation>Einige beobachtete Schlüssel sind noch ungeprüft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln watched key(s) are still unverified.</source>
        <translation>
            <numerusform>%Ln beobachteter Schlüssel ist noch ungeprüft.</numerusform>
            <numerusform>%Ln beobachtete Schlüssel sind noch ungeprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Gap of %1</source>
        <translation>Lücke bei %1</translation>
    </message>
    <message>
        <source>Before the line was lost</source>
        <translation>Vor dem Abriss</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
</context>
<context>
    <name>Studio::WatchesModel</name>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>suffix</source>
        <translation>Suffix</translation>
    </message>
    <message>
        <source>wildcard</source>
        <translation>Platzhalter</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>%1, while in sight</source>
        <translation>%1, solange sichtbar</translation>
    </message>
    <message>
        <source>Heard because it is open or in sight; it goes by itself.</source>
        <translation>Wird gehört, weil es offen oder sichtbar ist; endet von selbst.</translation>
    </message>
    <message>
        <source>What is heard goes into the history</source>
        <translation>Gehörtes kommt in den Verlauf</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>wird aufgezeichnet</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>wird nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Known keys</source>
        <translation>Bekannte Schlüssel</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>%1, refused by the server</source>
        <translation>%1, vom Server abgelehnt</translation>
    </message>
    <message>
        <source>The server does not take this pattern: %1</source>
        <translation>Der Server nimmt dieses Muster nicht an: %1</translation>
    </message>
    <message>
        <source>Changes that were heard through it; one that several patterns match counts for each</source>
        <translation>Änderungen, die dadurch gehört wurden; eine, auf die mehrere Muster passen, zählt bei jedem</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>Je Sekunde</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Letzte Minute</translation>
    </message>
</context>
<context>
    <name>Studio::WatchesPanel</name>
    <message>
        <source>Watching</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>What is watched</source>
        <translation>Was beobachtet wird</translation>
    </message>
    <message>
        <source>the token fixes what is heard</source>
        <translation>das Token legt fest, was gehört wird</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pattern(s)</source>
        <translation>
            <numerusform>%Ln Muster</numerusform>
            <numerusform>%Ln Muster</numerusform>
        </translation>
    </message>
    <message>
        <source>token holds for %1, renewed by itself</source>
        <translation>Token gilt noch %1, wird von selbst erneuert</translation>
    </message>
    <message>
        <source>not connected; changes apply when the line is back</source>
        <translation>nicht verbunden; Änderungen gelten, sobald die Verbindung besteht</translation>
    </message>
    <message>
        <source>a token is being made</source>
        <translation>ein Token wird erzeugt</translation>
    </message>
    <message>
        <source>The token says what is heard</source>
        <translation>Das Token bestimmt, was gehört wird</translation>
    </message>
    <message>
        <source>This profile has a token and no API key. What it hears and may do was fixed when the token was made.</source>
        <translation>Dieses Profil hat ein Token und keinen API-Schlüssel. Was es hört und darf, wurde beim Erzeugen des Tokens festgelegt.</translation>
    </message>
    <message>
        <source>What may it do…</source>
        <translation>Was darf es …</translation>
    </message>
    <message>
        <source>Nothing is watched yet</source>
        <translation>Noch wird nichts beobachtet</translation>
    </message>
    <message>
        <source>What you watch is heard all the time, whatever is in sight: a key, a branch, or every key that a pattern matches.</source>
        <translation>Beobachtetes wird immer gehört, gleich was gerade sichtbar ist: ein Schlüssel, ein Zweig oder jeder Schlüssel, auf den ein Muster passt.</translation>
    </message>
    <message>
        <source>Watch a pattern…</source>
        <translation>Muster beobachten …</translation>
    </message>
    <message>
        <source>%1 is not watched any more</source>
        <translation>%1 wird nicht mehr beobachtet</translation>
    </message>
    <message>
        <source>What was recorded stays in the history.</source>
        <translation>Aufgezeichnetes bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>Wieder beobachten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused by the server</source>
        <translation>
            <numerusform>%Ln vom Server abgelehnt</numerusform>
            <numerusform>%Ln vom Server abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>HPKV Studio</source>
        <translation>HPKV Studio</translation>
    </message>
    <message>
        <source>See, change and watch your key-value store.</source>
        <translation>Den eigenen Key-Value-Speicher sehen, ändern und beobachten.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Connect to HPKV</source>
        <translation>Mit HPKV verbinden</translation>
    </message>
    <message>
        <source>With the API key or a token of your account. Secrets go to your system&apos;s keychain.</source>
        <translation>Mit dem API-Schlüssel oder einem Token des eigenen Kontos. Geheimnisse kommen in den Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Try it without an account</source>
        <translation>Ohne Konto ausprobieren</translation>
    </message>
    <message>
        <source>Starts a store on this computer with a small shop and a sensor fleet that keep changing.</source>
        <translation>Startet auf diesem Rechner einen Speicher mit einem kleinen Shop und vielen Sensoren, die sich ständig ändern.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Manage…</source>
        <translation>Verwalten…</translation>
    </message>
    <message>
        <source>%1 goes to any key · %2 runs any command · %3 help</source>
        <translation>%1 führt zu jedem Schlüssel · %2 führt jeden Befehl aus · %3 Hilfe</translation>
    </message>
</context>
<context>
    <name>Studio::WindowParts</name>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>Studio::Wording</name>
    <message>
        <source>read-only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>confirm writes</source>
        <translation>Schreiben bestätigen</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>opened just now</source>
        <translation>gerade geöffnet</translation>
    </message>
    <message>
        <source>opened %1 min ago</source>
        <translation>vor %1 min geöffnet</translation>
    </message>
    <message>
        <source>opened %1 h ago</source>
        <translation>vor %1 h geöffnet</translation>
    </message>
    <message>
        <source>opened yesterday</source>
        <translation>gestern geöffnet</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>A day and month without the year, e.g. &quot;d MMMM&quot; gives &quot;12 November&quot;.</extracomment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>opened on %1</source>
        <translation>am %1 geöffnet</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Reconnecting, attempt %1</source>
        <translation>Neuer Verbindungsversuch %1</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Verbindet neu</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>Studio::Workbench</name>
    <message>
        <source>The settings could not be read.</source>
        <translation>Die Einstellungen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The saved profiles could not be read.</source>
        <translation>Die gespeicherten Profile konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The settings could not be saved.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The profiles could not be saved.</source>
        <translation>Die Profile konnten nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Edits that are not saved cannot be kept on disk.</source>
        <translation>Nicht gespeicherte Änderungen können nicht auf der Platte aufbewahrt werden.</translation>
    </message>
</context>
<context>
    <name>ValueQuery</name>
    <message>
        <source>This is no regular expression: %1.</source>
        <translation>Das ist kein regulärer Ausdruck: %1.</translation>
    </message>
</context>
<context>
    <name>WatchCommands</name>
    <message>
        <source>Watching</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Show what is watched</source>
        <translation>Zeigen, was beobachtet wird</translation>
    </message>
    <message>
        <source>Go to what is watched</source>
        <translation>Zum Beobachteten</translation>
    </message>
    <message>
        <source>Watch a pattern…</source>
        <translation>Muster beobachten …</translation>
    </message>
    <message>
        <source>Hear of every change of the keys that a prefix, a wildcard or an expression matches</source>
        <translation>Von jeder Änderung der Schlüssel erfahren, auf die ein Präfix, ein Platzhalter oder ein Ausdruck passt</translation>
    </message>
    <message>
        <source>View as token…</source>
        <translation>Als Token ansehen …</translation>
    </message>
    <message>
        <source>See what a token could read, write and hear, and make it</source>
        <translation>Sehen, was ein Token lesen, schreiben und hören könnte, und es erzeugen</translation>
    </message>
    <message>
        <source>What may this token do…</source>
        <translation>Was darf dieses Token …</translation>
    </message>
    <message>
        <source>Ask for known keys to find out which of them the token of this profile may use</source>
        <translation>Bekannte Schlüssel abfragen, um zu sehen, welche das Token dieses Profils benutzen darf</translation>
    </message>
    <message>
        <source>Changed while disconnected</source>
        <translation>Geändert ohne Verbindung</translation>
    </message>
    <message>
        <source>Show what is not as it was before the line was lost</source>
        <translation>Zeigen, was nicht mehr ist wie vor dem Abriss der Verbindung</translation>
    </message>
    <message>
        <source>Change the pattern…</source>
        <translation>Muster ändern …</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Nicht mehr beobachten</translation>
    </message>
    <message>
        <source>Hear of these changes no longer, unless a view shows them</source>
        <translation>Von diesen Änderungen nicht mehr hören, außer eine Ansicht zeigt sie</translation>
    </message>
    <message>
        <source>Record into the history</source>
        <translation>In den Verlauf aufnehmen</translation>
    </message>
    <message>
        <source>Keep what is heard through this pattern on disk</source>
        <translation>Auf der Platte behalten, was durch dieses Muster gehört wird</translation>
    </message>
    <message>
        <source>Copy pattern</source>
        <translation>Muster kopieren</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>Wieder beobachten</translation>
    </message>
</context>
<context>
    <name>WatchPattern</name>
    <message>
        <source>A pattern is needed; “*” stands for every key.</source>
        <translation>Es fehlt ein Muster; „*“ steht für jeden Schlüssel.</translation>
    </message>
    <message>
        <source>A wildcard needs a “*” somewhere; without one it is a key.</source>
        <translation>Ein Platzhaltermuster braucht irgendwo ein „*“; ohne ist es ein Schlüssel.</translation>
    </message>
</context>
</TS>
