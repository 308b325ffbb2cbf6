# Les mots qu’on retrouve partout. On tutoie.

# Écriture des dates et des nombres quand le pays n’est pas connu.
regional-format = fr-FR
quoted = « { $words } »

yes = Oui
no = Non
unknown = inconnu

domain-movie = Film
domain-tv = Série
domain-anime = Anime
domain-manga = Manga
domains-movie = Films
domains-tv = Séries
domains-anime = Animes
domains-manga = Mangas

role-director = Réalisation
role-creator = Création
role-writer = Scénario
role-composer = Musique
role-actor = Distribution
role-studio = Studio

confidence-high = sûr
confidence-medium = assez sûr
confidence-low = incertain

duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-both = { $hours } h { $minutes } min

genre-action = Action
    .within = action
genre-adventure = Aventure
    .within = aventure
genre-animation = Animation
    .within = animation
genre-comedy = Comédie
    .within = comédie
genre-crime = Policier
    .within = policier
genre-documentary = Documentaire
    .within = documentaire
genre-drama = Drame
    .within = drame
genre-family = Famille
    .within = famille
genre-fantasy = Fantastique
    .within = fantastique
genre-film-noir = Film noir
    .within = film noir
genre-history = Histoire
    .within = histoire
genre-horror = Horreur
    .within = horreur
genre-music = Musique
    .within = musique
genre-mystery = Mystère
    .within = mystère
genre-romance = Romance
    .within = romance
genre-science-fiction = Science-fiction
    .within = science-fiction
genre-thriller = Thriller
    .within = thriller
genre-war = Guerre
    .within = guerre
genre-western = Western
    .within = western
