# Discord: was die Plattform selbst sagt.

error-discord-token-rejected = Discord nimmt das Token des Bots nicht an. Alle Anfragen bleiben erhalten. Erzeuge im Entwicklerportal ein neues Token, trage es in RECOMMENDARR_DISCORD_TOKEN ein und starte neu.
error-discord-session-refused = Discord lehnt die Verbindung dauerhaft ab. Alle Anfragen bleiben erhalten. Prüfe die Einstellungen des Bots im Entwicklerportal; „recommendarr check“ nennt die Schritte.
error-discord-unreachable = Discord ist gerade nicht zu erreichen. Alle Anfragen bleiben erhalten, und ich versuche es weiter.
error-discord-closed = Discord lässt mich dieser Person nicht privat schreiben. Verloren ist nichts, was ein Befehl nicht wieder zeigt; sie muss Direktnachrichten von Mitgliedern des Servers erlauben.
discord-closed-here = Meine Antwort ist nur für eine Person, und Discord lässt mich ihr nicht privat schreiben. Erlaube Direktnachrichten von Mitgliedern dieses Servers, oder frag mich hier noch einmal.
discord-steps =
    1. Öffne { $portal }, wähle „New Application“ und gib einen Namen ein.
    2. Wähle unter „Bot“ die Schaltfläche „Reset Token“ und kopiere das Token. Privilegierte Intents sind nicht nötig.
    3. Trage es in RECOMMENDARR_DISCORD_TOKEN ein und starte den Dienst.
    4. Lass unter „General Information“ das Feld „Interactions Endpoint URL“ leer.
    5. Lade den Bot auf deinen Server ein (er bittet um: Kanäle ansehen, Nachrichten senden, Links einbetten, Dateien anhängen, Nachrichten in Threads senden):
    { $invite }
    6. Tippe / in einen Kanal: Die Befehle erscheinen innerhalb einer Minute.
