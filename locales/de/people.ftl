# Konten und Leute: Verbinden, Fremde, wer hereindarf, und wann Ruhe ist.

command-link = ein Profil auf allen Plattformen
    .usage = verbinden [Code]
    .help = Ohne Code gebe ich dir einen, einmal und zehn Minuten gültig. Bestätige ihn auf der Begleitseite, oder tippe ihn in deinem anderen Konto als /verbinden und den Code. Bevor etwas geschieht, sage ich, wer mit wem verbunden würde. In einem Raum antworte ich nur dir. „karten aus“ widerruft die Adressen auf den Karten, die ich dir gezeigt habe; wer sie hat, kann sie öffnen.
    .examples = verbinden | verbinden 7KQ2M9XB | verbinden karten aus
    .aliases = verbinden, lier
command-unlink = ein Konto von dir trennen
    .usage = trennen [Plattform]
    .help = Das Konto ist danach fremd. Was ich gelernt habe, bleibt deins, auf deinen anderen Konten.
    .examples = trennen | trennen telegram
    .aliases = trennen, délier
command-notify = wann ich dich von mir aus anspreche
    .usage = benachrichtigungen [was Wert]
    .help = „ruhe 22:00-08:00“ hält alles bis zum Morgen zurück und sagt es dann in einer Nachricht; „ruhe aus“ beendet das. „hinweise an“ und „neues an“ sagen, wovon du hören willst, „überblick täglich“, „überblick wöchentlich“ oder „überblick aus“, wie oft du alles zusammen willst. „nicht-stören 2h“ oder „nicht-stören 18:00“ gibt dir bis dahin Ruhe.
    .examples = benachrichtigungen | benachrichtigungen ruhe 22:00-08:00 | benachrichtigungen überblick wöchentlich | benachrichtigungen neues an | benachrichtigungen nicht-stören 2h
    .aliases = benachrichtigungen, notifications
command-users = wer hier ist, und wer hereindarf
    .usage = leute [Name]
    .help = Listet alle mit ihren Konten auf. „einladen Rosa in Filme“ legt eine Person an, mit einem Code zum Weitergeben, „code Rosa“ macht einen neuen Code. „entziehen“ nimmt eine Verbindung weg, „sperren“ bringt ein Konto oder eine Person zum Schweigen, „abschalten“ macht eine Person zur Fremden und behält alles, „zulassen“ hebt beides auf. „admin“ lässt eine Person sich hier um alles kümmern, „mitglied“ macht sie wieder zum Mitglied. Leute und Konten gehen nach Namen oder nach dem Code davor. „fremde“ listet Konten auf, die niemandem gehören.
    .examples = leute | leute Rosa | leute einladen Rosa | leute einladen Rosa in Filme, Serien | leute entziehen a1b2c3 | leute sperren a1b2c3 | leute zulassen Rosa | leute admin Rosa | leute fremde
    .aliases = leute, nutzer, gens

people-words-yes = ja, j
people-words-no = nein, abbrechen
people-yes = Ja, verbinden
people-no = Nein
people-platform = { $platform ->
    [telegram] Telegram
    [discord] Discord
    [nextcloud_talk] Nextcloud Talk
    [console] das Terminal
    [plex] Plex
    [jellyfin] Jellyfin
   *[other] { $platform }
}
people-account = { $platform } ({ $name })
people-account-here = { $account } (dieses hier)

link-button = Dieses Konto verbinden
link-page = Zur Begleitseite
link-code-account = Dein Code ist { $code }. Er gilt einmal, zehn Minuten lang und nur für dich. Bestätige ihn auf der Begleitseite, oder tippe /verbinden { $code } in einem Konto von dir, das schon verbunden ist, auf irgendeiner Plattform. Dieses Konto ({ $platform }) gehört dann zu dieser Person.
link-code-person = Dein Code ist { $code }, { $person }. Er gilt einmal, zehn Minuten lang: Wer /verbinden { $code } tippt, verbindet sein Konto mit dir, behalte ihn also für dich. Tippe ihn in deinem neuen Konto, auf irgendeiner Plattform.
link-ask = { $account } mit { $person } verbinden? Listen, Bewertungen, Ausgeblendetes und alles Gelernte sind dort dann die von { $person }.
link-ask-moves = { $account } gehört zurzeit zu { $before }, und dann nicht mehr.
link-ask-last = Es ist das einzige Konto, über das { $before } hereinkommt: Danach lässt nur ein Code von einer Admin-Person { $before } wieder herein. Nichts Gelerntes geht verloren.
link-ask-how = Drück einen Knopf, oder tippe /verbinden ja oder /verbinden nein. Sag nur ja, wenn beide du sind.
link-done = Fertig: { $account } gehört zu { $person }. Es ist jetzt ein Profil auf allen Plattformen; /heute antwortet hier wie überall für { $person }.
link-left = Es wurde nichts verbunden, und der Code gilt nicht mehr.
link-words-cards = karten, karte
link-words-off = aus, widerrufen
link-cards = Jede Karte, die ich dir zeige, hat eine Adresse mit ihrem Bild und Titel, die 60 Tage lang öffnen kann, wer sie hat; über dich sagt sie nichts. Ich kann alle widerrufen, die für dich gemacht wurden.
link-cards-do = Widerrufen
link-cards-off = Erledigt: Keine Adresse, die bisher auf deinen Karten stand, öffnet noch etwas. Die Karten selbst bleiben, und neue bekommen neue Adressen.
me-link = /verbinden nimmt ein weiteres Konto zu dir, /trennen nimmt eins weg.

error-link-code = Dieser Code geht nicht: vertippt, schon benutzt, älter als zehn Minuten oder für jemand anderen bestimmt. Es wurde nichts verbunden. Hol dir mit /verbinden einen neuen.
error-link-own-code = Diesen Code hat genau dieses Konto bekommen, darum kann es ihn nicht bestätigen. Es wurde nichts verbunden. Bestätige ihn auf der Begleitseite oder in einem Konto von dir, das schon verbunden ist.
error-link-already = Dieses Konto gehört schon zu { $person }, es gibt also nichts zu verbinden.
error-link-too-often = Zu viele Codes waren falsch, darum habe ich diesen nicht angesehen. Es wurde nichts verbunden. Warte eine Viertelstunde und hol dir dann mit /verbinden einen neuen.
error-last-admin = Dann käme niemand mehr herein, der sich hier um alles kümmert, darum wurde nichts geändert. Verbinde erst ein anderes Konto einer Admin-Person.

unlink-which = Welches Konto soll ich von dir trennen?
unlink-ask = { $account } von dir trennen? Danach ist es ein fremdes Konto. Was ich gelernt habe, bleibt deins.
unlink-ask-last = Es ist dein letztes Konto: Danach kommst du nur mit einem Code von einer Admin-Person zurück, oder über einen Browser, der noch angemeldet ist. Nichts Gelerntes geht verloren.
unlink-yes = Ja, trennen
unlink-done = { $account } ist nicht mehr mit dir verbunden. /verbinden verbindet es wieder.
error-unlink-unknown = Kein Konto von dir heißt „{ $typed }“, es wurde also nichts geändert. /trennen zeigt, welche es gibt.

stranger-opening = Hier beliebt, für alle:
stranger-hello = Hallo! Ich empfehle den Leuten, die sich einen Medienserver teilen, Filme und Serien, und sage, warum.
stranger-nothing = Noch ist hier nichts so beliebt, dass ich es allen zeigen kann.
stranger-popular = hier beliebt, von { $count } Leuten zu Ende gesehen
stranger-inactive = Dein Zugang ist zurzeit abgeschaltet. Alles von dir bleibt erhalten; wer sich hier um alles kümmert, kann ihn wieder einschalten.

users-words-invite = einladen, hinzufügen
users-words-code = code
users-words-revoke = entziehen
users-words-ban = sperren
users-words-activate = zulassen, entsperren
users-words-deactivate = abschalten
users-words-strangers = fremde
users-words-admin = admin
users-words-member = mitglied
users-words-in = in, mit
users-heading = { $count ->
    [one] Eine Person (Seite { $page } von { $pages }):
   *[other] { $count } Leute (Seite { $page } von { $pages }):
}
users-usage = Mehr über jemanden: /leute und der Name oder Code. /hilfe leute sagt, was geht.
users-admin = Admin
users-no-account = noch kein Konto
users-seen = zuletzt hier am { $date }
users-never-seen = noch nicht gesehen
users-banned = gesperrt
users-inactive = abgeschaltet
users-page-before = Seite davor
users-page-after = Nächste Seite
users-strangers = Konten, die niemandem gehören, das neueste zuerst:
users-no-strangers = In letzter Zeit war kein Konto hier, das niemandem gehört.
users-invited = { $person } ist jetzt hier und darf öffnen: { $libraries }. Der Code für das erste Konto ist { $code }; er gilt einmal, { $days } Tage lang. { $person } tippt /verbinden { $code } in einem privaten Chat mit mir.
users-code = Der Code für { $person } ist { $code }; er gilt einmal, { $days } Tage lang. { $person } tippt /verbinden { $code } in einem privaten Chat mit mir.
users-do-code = Neuer Code
users-do-revoke = Verbindung entziehen
users-do-ban = Sperren
users-do-activate = Wieder hereinlassen
users-do-deactivate = Abschalten
users-do-admin = Zum Admin machen
users-do-member = Zum Mitglied machen
users-ask-revoke = { $whom } die Verbindung entziehen? Danach ist es ein fremdes Konto.
users-ask-ban = { $whom } sperren? Was von dort kommt, fällt dann wortlos weg.
users-ask-deactivate = { $whom } abschalten? Alles bleibt erhalten, aber niemand kommt als { $whom } herein, bis das aufgehoben ist.
users-ask-admin = { $whom } zum Admin machen? { $whom } sieht und ändert dann alles, was du kannst, und darf auch dich zum Mitglied machen.
users-ask-member = { $whom } zum Mitglied machen? { $whom } kümmert sich dann hier um nichts mehr; alles Persönliche bleibt.
users-done-revoke = { $whom } gehört zu niemandem mehr.
users-done-ban = { $whom } ist gesperrt. /leute zulassen hebt es auf.
users-done-deactivate = { $whom } ist abgeschaltet. /leute zulassen hebt es auf.
users-done-activate = { $whom } darf wieder herein.
users-done-admin = { $whom } ist jetzt Admin. /leute mitglied hebt es auf.
users-done-member = { $whom } ist jetzt Mitglied. /leute admin hebt es auf.
undone-appoint = Die Rolle ist wieder, was sie war.
error-users-is-already = { $role ->
    [admin] { $person } ist schon Admin, es wurde also nichts geändert.
   *[other] { $person } ist schon Mitglied, es wurde also nichts geändert.
}
error-users-unknown = Niemand hier und kein Konto heißt „{ $typed }“, es ist also nichts passiert. /leute listet alle mit ihren Codes auf.
error-users-several = Mehrere Leute heißen { $name }, es ist also nichts passiert. Sag mit dem Code, wen du meinst: { $codes }.
error-users-no-name = Ich brauche einen Namen für die neue Person; es ist nichts passiert. Zum Beispiel: /leute invite Rosa
error-users-name-taken = { $name } gibt es hier schon, darum wurde niemand angelegt. /leute code { $name } macht einen neuen Code; jemand anderes braucht einen anderen Namen.
error-users-no-library = Es gibt keine Bibliothek „{ $name }“, darum wurde niemand angelegt. Es gibt: { $known }.
error-users-not-a-person = „{ $typed }“ ist keine Person, die hereindarf, es ist also nichts passiert. /leute listet alle auf.
error-users-not-an-account = „{ $typed }“ ist eine Person; sag mit dem Code, welches Konto. /leute { $typed } listet sie auf.

notify-words-quiet = ruhe, ruhezeit
notify-words-digest = überblick
notify-words-alerts = hinweise
notify-words-news = neues
notify-words-dnd = nicht-stören, pause
notify-words-on = an, ein, ja
notify-words-off = aus, nie, nein
notify-words-daily = täglich
notify-words-weekly = wöchentlich
notify-heading = Wann ich dich von mir aus anspreche:
notify-quiet = Ruhezeit: { $start } bis { $end } ({ $zone }). Was dann anfällt, wartet bis zum Morgen.
notify-no-quiet = Ruhezeit: keine
notify-alerts = Worauf du hingewiesen werden wolltest: { $state ->
    [on] ja
   *[off] nein
}
notify-news = Was dich interessieren könnte: { $state ->
    [on] ja
   *[off] nein
}
notify-digest = Zusammengefasst: { $rhythm ->
    [daily] jeden Morgen
    [weekly] montags
   *[off] nein
}
notify-dnd = Ruhe bis { $date }, { $time }
notify-usage = Ändern: /benachrichtigungen ruhe 22:00-08:00, /benachrichtigungen hinweise, neues oder ruhe an oder aus, /benachrichtigungen überblick täglich, wöchentlich oder aus, /benachrichtigungen nicht-stören 2h.
notify-quiet-to = { $to ->
    [on] Nachts Ruhe
   *[off] Keine Ruhezeit
}
notify-alerts-to = { $to ->
    [on] Hinweise an
   *[off] Hinweise aus
}
notify-news-to = { $to ->
    [on] Neues an
   *[off] Neues aus
}
notify-digest-to = { $to ->
    [weekly] Wöchentlicher Überblick
   *[off] Kein Überblick
}
undone-notify = Wann ich dich von mir aus anspreche, ist wie zuvor.
error-notify-unknown = „{ $typed }“ verstehe ich hier nicht, es wurde also nichts geändert. Zum Beispiel: /benachrichtigungen ruhe 22:00-08:00, /benachrichtigungen überblick wöchentlich, /benachrichtigungen neues an, /benachrichtigungen nicht-stören 2h
kept-heading = { $count ->
    [one] Das hier hat gewartet, bis ich es dir allein sagen konnte:
   *[other] { $count } Nachrichten haben gewartet, bis ich sie dir allein sagen konnte:
}
quiet-heading = { $count ->
    [one] Während du Ruhe hattest, ist eine Nachricht angefallen:
   *[other] Während du Ruhe hattest, sind { $count } Nachrichten angefallen:
}

web-link = Verbundene Konten
    .body = Du bist auf allen Plattformen dieselbe Person. Diese Konten sind deine:
web-link-new = Ein weiteres Konto verbinden
    .body = Du bekommst einen Code, einmal und zehn Minuten gültig. Tippe ihn im neuen Konto.
web-link-make = Code holen
web-link-code = Tippe /verbinden { $code } in einem privaten Chat mit dem Bot, in deinem neuen Konto. Der Code gilt einmal, zehn Minuten lang, und wird nicht noch einmal gezeigt.
web-link-given = Ich habe einen Code aus einem Chat
    .body = Code
web-link-look = Nachsehen, wessen er ist
web-link-ask = { $account } mit { $person } verbinden?
    .body = Die Kennung des Kontos dort ist { $id }. Von da an sind Listen, Bewertungen, Ausgeblendetes und alles Gelernte dort dieselben.
web-link-confirm = Ja, mit { $person } verbinden
web-link-not-mine = Wenn du das nicht gerade selbst wolltest, schließ die Seite: Vielleicht will jemand als du hereinkommen.
web-link-done = Das Konto ist verbunden.
