# Wörter, die überall vorkommen. Angesprochen wird mit „du“.

# So werden Datum und Zahlen geschrieben, wenn das Land nicht bekannt ist.
regional-format = de-DE
quoted = „{ $words }“

yes = Ja
no = Nein
unknown = unbekannt

domain-movie = Film
domain-tv = Serie
domain-anime = Anime
domain-manga = Manga
domains-movie = Filme
domains-tv = Serien
domains-anime = Anime
domains-manga = Manga

role-director = Regie
role-creator = Idee
role-writer = Drehbuch
role-composer = Musik
role-actor = Besetzung
role-studio = Studio

confidence-high = sicher
confidence-medium = recht sicher
confidence-low = unsicher

duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-both = { $hours } h { $minutes } min

genre-action = Action
    .within = Action
genre-adventure = Abenteuer
    .within = Abenteuer
genre-animation = Animation
    .within = Animation
genre-comedy = Komödie
    .within = Komödie
genre-crime = Krimi
    .within = Krimi
genre-documentary = Dokumentation
    .within = Dokumentation
genre-drama = Drama
    .within = Drama
genre-family = Familie
    .within = Familie
genre-fantasy = Fantasy
    .within = Fantasy
genre-film-noir = Film noir
    .within = Film noir
genre-history = Historie
    .within = Historie
genre-horror = Horror
    .within = Horror
genre-music = Musik
    .within = Musik
genre-mystery = Mystery
    .within = Mystery
genre-romance = Romanze
    .within = Romanze
genre-science-fiction = Science-Fiction
    .within = Science-Fiction
genre-thriller = Thriller
    .within = Thriller
genre-war = Krieg
    .within = Krieg
genre-western = Western
    .within = Western

# Stimmungen eines Titels, wie man sie von ihm sagt.
tone-funny = lustig
tone-cozy = gemütlich
tone-feel-good = zum Wohlfühlen
tone-heartwarming = herzerwärmend
tone-uplifting = aufbauend
tone-romantic = romantisch
tone-sad = traurig
tone-bleak = trostlos
tone-melancholic = melancholisch
tone-tense = spannend
tone-scary = gruselig
tone-violent = brutal
tone-dark = düster
tone-gritty = rau
tone-slow-paced = ruhig erzählt
tone-fast-paced = rasant
tone-mind-bending = zum Kopfzerbrechen
tone-epic = episch
tone-quirky = schräg
tone-satirical = satirisch
tone-dreamlike = traumartig
tone-nostalgic = nostalgisch
tone-thought-provoking = zum Nachdenken
