# Words used everywhere. People are spoken to as “you”.

# How dates and numbers of this language are written, where the reader's region is not known.
regional-format = en-GB
quoted = “{ $words }”

yes = Yes
no = No
unknown = unknown

domain-movie = Film
domain-tv = Series
domain-anime = Anime
domain-manga = Manga
domains-movie = Films
domains-tv = Series
domains-anime = Anime
domains-manga = Manga

role-director = Director
role-creator = Creator
role-writer = Writer
role-composer = Composer
role-actor = Actor
role-studio = Studio

confidence-high = sure
confidence-medium = fairly sure
confidence-low = a guess

duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-both = { $hours } h { $minutes } min

genre-action = Action
    .within = action
genre-adventure = Adventure
    .within = adventure
genre-animation = Animation
    .within = animation
genre-comedy = Comedy
    .within = comedy
genre-crime = Crime
    .within = crime
genre-documentary = Documentary
    .within = documentary
genre-drama = Drama
    .within = drama
genre-family = Family
    .within = family
genre-fantasy = Fantasy
    .within = fantasy
genre-film-noir = Film Noir
    .within = film noir
genre-history = History
    .within = history
genre-horror = Horror
    .within = horror
genre-music = Music
    .within = music
genre-mystery = Mystery
    .within = mystery
genre-romance = Romance
    .within = romance
genre-science-fiction = Science Fiction
    .within = science fiction
genre-thriller = Thriller
    .within = thriller
genre-war = War
    .within = war
genre-western = Western
    .within = western

# Tones of a title, as one says them of it.
tone-funny = funny
tone-cozy = cozy
tone-feel-good = feel-good
tone-heartwarming = heartwarming
tone-uplifting = uplifting
tone-romantic = romantic
tone-sad = sad
tone-bleak = bleak
tone-melancholic = melancholic
tone-tense = tense
tone-scary = scary
tone-violent = violent
tone-dark = dark
tone-gritty = gritty
tone-slow-paced = slow-paced
tone-fast-paced = fast-paced
tone-mind-bending = mind-bending
tone-epic = epic
tone-quirky = quirky
tone-satirical = satirical
tone-dreamlike = dreamlike
tone-nostalgic = nostalgic
tone-thought-provoking = thought-provoking
