# Was der Bot auf Telegram von sich aus sagt.

telegram-answered-privately = Ich habe dir in unserem privaten Chat geantwortet.
telegram-start-first = Das ist nur für dich, deshalb würde ich in einem privaten Chat antworten, den du noch nicht geöffnet hast. Öffne ihn, drücke auf „Starten“ und frag mich dort.
telegram-open-chat = Privaten Chat öffnen

error-telegram-not-started = Das ist nur für eine Person, die mir auf Telegram noch nie allein geschrieben hat. Sie öffnet dazu meinen Chat und drückt „Starten“.
error-telegram-token-refused = Telegram lehnt den Token ab, deshalb kommt dort nichts an und nichts hinaus; was wartet, bleibt erhalten. Hol dir bei @BotFather einen neuen Token (/mybots, API Token), trage ihn in RECOMMENDARR_TELEGRAM_TOKEN ein und starte den Dienst neu.
error-telegram-token-malformed = Das ist kein Token von Telegram, deshalb bleibt Telegram aus; alles andere läuft. Ein Token sieht aus wie 123456:ABC…; trage den von @BotFather in RECOMMENDARR_TELEGRAM_TOKEN ein.
error-telegram-conflict = Ein anderes Programm holt die Nachrichten dieses Bots mit demselben Token ab, deshalb gehen einige an dieses verloren. Beende das andere, oder leg bei @BotFather einen eigenen Bot dafür an.
error-telegram-unreachable = Telegram ist gerade nicht zu erreichen. Was auf das Senden wartet, bleibt erhalten und wird später gesendet.
error-telegram-webhook-refused = Telegram nimmt die öffentliche Adresse des Dienstes nicht an, deshalb werden Nachrichten abgeholt; alles funktioniert. Für einen Webhook muss die Adresse mit https:// beginnen und ein gültiges Zertifikat haben.
error-telegram-webhook-failing = Telegram konnte seine Nachrichten zuletzt nicht an die öffentliche Adresse des Dienstes bringen; es behält sie und versucht es wieder. Prüfe, ob die Adresse von außen erreichbar ist, oder setze RECOMMENDARR_TELEGRAM_UPDATES=polling.

telegram-steps =
    1. Schreib auf Telegram /newbot an @BotFather, wähle einen Namen und einen Benutzernamen und kopiere den Token, den du bekommst.
    2. Trage den Token in RECOMMENDARR_TELEGRAM_TOKEN ein und starte den Dienst. Das Menü der Befehle füllt sich von selbst.
    3. Für Gruppen: nimm den Bot in die Gruppe auf. Lass seinen Privatsphäre-Modus an (@BotFather, /setprivacy): dann liest er Befehle, Erwähnungen und Antworten an ihn, sonst nichts.
    4. { $updates ->
        [webhook] Nachrichten werden an { $address } gebracht; das muss von außen erreichbar sein.
       *[polling] Nachrichten werden abgeholt; von außen muss nichts erreichbar sein.
    }
    5. Öffne den Bot und drücke auf „Starten“.
