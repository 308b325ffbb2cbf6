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

# Les tons d’un titre, comme on les dit à son propos.
tone-funny = drôle
tone-cozy = douillet
tone-feel-good = qui fait du bien
tone-heartwarming = chaleureux
tone-uplifting = qui remonte le moral
tone-romantic = romantique
tone-sad = triste
tone-bleak = désespéré
tone-melancholic = mélancolique
tone-tense = tendu
tone-scary = effrayant
tone-violent = violent
tone-dark = sombre
tone-gritty = âpre
tone-slow-paced = contemplatif
tone-fast-paced = rythmé
tone-mind-bending = vertigineux
tone-epic = épique
tone-quirky = décalé
tone-satirical = satirique
tone-dreamlike = onirique
tone-nostalgic = nostalgique
tone-thought-provoking = qui fait réfléchir
