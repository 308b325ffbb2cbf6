# Die eigenen Konten auf Medienservern.

command-accounts = deine eigenen Konten auf den Medienservern
    .usage = konten [raus]
    .help = Zeigt, ob du mit deinem eigenen Konto angemeldet bist und was ich sonst nicht wissen kann. „konten raus“ nimmt mir deinen Schlüssel wieder weg. Anmelden: verbinden plex, oder verbinden jellyfin. Wer sich hier um alles kümmert, sieht mit „konten alle“, wer angemeldet ist.
    .examples = konten | konten raus
    .aliases = konten
accounts-words-out = raus, abmelden
accounts-words-all = alle
sign-in-page =
    Melde dich mit deinem eigenen { $vendor }-Konto an, damit ich weiß, was du selbst gesehen und bewertet hast. Öffne { $vendor } mit dem Link unten, melde dich dort an und sag es mir dann hier ({ $minutes ->
        [one] du hast eine Minute
       *[other] du hast { $minutes } Minuten
    }).
sign-in-code =
    Melde dich mit deinem eigenen { $vendor }-Konto an, damit ich weiß, was du selbst gesehen und bewertet hast. Öffne in { $vendor }, wo du angemeldet bist, Quick Connect und tippe { $code }; drücke dann hier den Knopf ({ $minutes ->
        [one] du hast eine Minute
       *[other] du hast { $minutes } Minuten
    }).
sign-in-open-button = { $vendor } öffnen
sign-in-done-button = Ich habe mich angemeldet
sign-in-not-yet = Soweit ich sehe, hast du dich noch nicht angemeldet. Tu das zuerst und drücke dann noch einmal den Knopf.
sign-in-welcome = Du bist { $person }, mit deinem eigenen { $vendor }-Konto.
sign-in-moved = Dieses Konto war bis jetzt { $before }; von nun an ist es { $person }.
sign-in-what-now = Was du dort gesehen und bewertet hast, zählt von nun an; ich lese es gerade. Dein Schlüssel liegt hier verschlüsselt; /konten raus nimmt ihn weg.
accounts-signed-in = { service-name }: angemeldet als { $account }.
accounts-refused = { service-name }: Dein Schlüssel gilt nicht mehr. Melde dich neu an, damit ich erfahre, was du dort als gesehen markierst und bewertest.
accounts-not-signed-in = { service-name }: Du bist { $account }, aber nicht angemeldet. Was gespielt wird, höre ich; was du selbst als gesehen markiert oder bewertet hast, kann ich nicht wissen.
accounts-not-joined = { service-name }: Du bist dort mit keinem Konto verbunden. Melde dich an, dann weiß ich, was du öffnen darfst und gesehen hast.
accounts-in-button = Bei { $name } anmelden
accounts-out-button = Abmelden
accounts-revoke-button = { $name } abmelden
accounts-signed-out =
    { $count ->
        [one] Der Schlüssel von { $person } ist vergessen.
       *[other] { $count } Schlüssel von { $person } sind vergessen.
    } Was gelernt wurde, bleibt.
accounts-nothing = Von { $person } gibt es hier keinen Schlüssel.
accounts-of =
    { $person }: { $count ->
        [one] bei einem Server angemeldet
       *[other] bei { $count } Servern angemeldet
    }
accounts-nobody = Niemand ist mit einem eigenen Konto angemeldet.
error-accounts-word = Ich weiß nicht, was „{ $word }“ hier heißen soll. Tippe nur /konten oder /konten raus.
error-sign-in-unknown = Bei { $name } kann man sich hier nicht anmelden, denn es ist nicht eingerichtet. Verbunden wurde nichts. Wer den Dienst betreibt, kann das tun; „recommendarr check“ sagt, wie.
error-sign-in-expired = Diese Anmeldung ist zu alt oder wurde nie begonnen. Beginne neu mit /verbinden plex oder /verbinden jellyfin.
error-no-access-to-server = Dieses Konto hat keinen Zugang zu diesem Medienserver, darum wurde nichts verbunden. Bitte den, dem der Server gehört, ihn für dich freizugeben, und versuche es dann noch einmal.
