# Commandes : ce que fait chacune, comment on la tape, l’aide et des exemples (séparés par |), d’autres noms (séparés par des virgules).

command-tonight = quelque chose pour ce soir, parmi ce qui est ici
    .usage = ce-soir [filtres]
    .help = Cinq titres des bibliothèques qui te sont ouvertes et que tu n’as pas vus. Les filtres resserrent : genres, années, durée, langue, type, et plus ou moins de cartes.
    .examples = ce-soir | ce-soir comédie <100min | ce-soir 1990s thriller pas:horreur | ce-soir coréen 3
    .aliases = ce-soir, soir
command-recommend = des cartes de toute sorte, avec tous les filtres
    .usage = recommander [mode] [filtres]
    .help = Modes : ce-soir, humeur, semblable, hasard, redécouvrir. Filtres : genres, langues, pays et années en mots simples ; <100min, >90min, 1990-1999 ; type:anime, bibliothèque:films, pas:horreur, tag:4k, avec:"Song Kang-ho", confiance:haute ; comme:"Parasite" ne garde que ce que ce titre a fait monter, sans:"Saw" l’empêche d’enseigner cette fois ; un nombre dit combien de cartes.
    .examples = recommander | recommander hasard drame 3 | recommander ce-soir type:film <2h | recommander redécouvrir
    .aliases = recommander, recommande
command-mood = dis avec tes mots ce dont tu as envie
    .usage = humeur <ce dont tu as envie>
    .help = N’importe quelle phrase convient, et tu peux laisser de côté le mot « humeur ». Cite des titres auxquels ça devrait ressembler, une durée, une décennie, un pays, ce dont tu te passes.
    .examples = humeur quelque chose de drôle en moins de 100 minutes | humeur jour de pluie douillet, rien de triste | humeur comme Parasite mais plus drôle
    .aliases = humeur, envie
command-similar = des titres comme celui que tu cites
    .usage = semblable <titre>
    .help = Ce qui partage avec lui des gens, un sujet ou un ton, parmi ce qui est ici et que tu n’as pas vu.
    .examples = semblable Parasite | semblable 2
    .aliases = semblable, similaire
command-shuffle = un tirage au sort parmi ce qui devrait te plaire
    .usage = hasard [filtres]
    .help = Tiré au sort, plus souvent ce qui te va. Accepte les mêmes filtres que ce-soir.
    .examples = hasard | hasard comédie 3
    .aliases = hasard, tirage
command-rediscover = ce que tu as aimé il y a longtemps
    .usage = redécouvrir [filtres]
    .help = Des titres finis et aimés il y a plus de six mois, à revoir. Accepte les mêmes filtres que ce-soir.
    .examples = redécouvrir | redécouvrir drame
    .aliases = redécouvrir, revoir
command-why = pourquoi une carte est là
    .usage = pourquoi <numéro>
    .help = Chaque part de son score avec le fait qui la porte. Ôte ce fait, et le score baisse.
    .examples = pourquoi 1 | pourquoi 2
    .aliases = pourquoi
command-whynot = pourquoi un titre n’est pas là
    .usage = pourquoi-pas <titre>
    .help = Ce qui parle contre un titre et ce qui l’écarte. Si je me trompe sur toi, contredis-moi d’un bouton.
    .examples = pourquoi-pas Parasite
    .aliases = pourquoi-pas
command-search = trouver des titres et des gens
    .usage = chercher <texte>
    .help = Les titres dans toutes leurs langues, avec ou sans l’année, fautes de frappe bienvenues ; et les gens qui les ont faits.
    .examples = chercher parasite | chercher Bong Joon Ho
    .aliases = chercher, cherche, recherche
command-rate = donner 1 à 10 points à un titre
    .usage = noter <titre> <1–10>
    .help = Ça compte tout de suite. Une nouvelle note remplace la dernière.
    .examples = noter Parasite 9 | noter Parasite
    .aliases = noter, noté
command-seen = me dire que tu as vu un titre
    .usage = vu <titre>
    .help = Pour ce que tu as vu ailleurs. Il n’est plus proposé, et il m’apprend un peu.
    .examples = vu Parasite
    .aliases = vu
command-hide = écarter un titre pendant quatre mois
    .usage = masquer <titre>
    .help = Il revient tout seul après quatre mois. D’ici là, les titres qui lui ressemblent perdent un peu aussi.
    .examples = masquer Parasite
    .aliases = masquer, cacher
command-watchlist = tes listes de ce que tu veux voir
    .usage = liste [nom]
    .help = Montre une liste ; « ajouter » et « retirer » la changent, « vider » la supprime entièrement. Nomme une liste avec « dans », et elle est créée si elle manque.
    .examples = liste | liste ajouter Parasite | liste ajouter Parasite dans Soirée ciné | liste Soirée ciné | liste retirer Parasite de Soirée ciné | liste vider Soirée ciné
    .aliases = liste, à-voir
command-taste = ce que j’ai appris de tes goûts
    .usage = goûts [type]
    .help = Genres, gens et humeurs, d’après ce que tu as vu et ce que tu m’as dit. Nomme un type (films, séries, animes, mangas) pour ne voir que lui.
    .examples = goûts | goûts films
    .aliases = goûts, goût, profil
command-undo = reprendre la dernière chose que tu m’as dite
    .usage = annuler
    .help = Notes, vu, masqué, listes, pouces, langue et réglages. Encore une fois remonte d’un pas de plus.
    .examples = annuler
    .aliases = annuler, annule
command-settings = jusqu’où je regarde en arrière, et ce qui apprend de quoi
    .usage = réglages [quoi] [valeur]
    .help = « historique 3m, 6m, 12m ou tout » dit jusqu’où ton historique enseigne. « mélanger anime films » laisse deux types apprendre l’un de l’autre ; « mélanger tout » et « mélanger rien » font ce qu’ils disent. « fuseau Europe/Paris » me dit quand c’est le soir chez toi.
    .examples = réglages | réglages historique 6m | réglages mélanger anime films | réglages fuseau Europe/Paris
    .aliases = réglages, réglage
command-language = la langue dans laquelle je te parle
    .usage = langue [langue]
    .help = Pour toi seulement ; chacun a la sienne.
    .examples = langue | langue français
    .aliases = langue
command-me = qui tu es pour moi
    .usage = moi
    .help = Ton nom ici, ce qui t’est ouvert, et combien j’en sais.
    .examples = moi
    .aliases = moi
command-be = être quelqu’un d’autre du foyer de démonstration
    .usage = être <nom>
    .help = Chacun y a ses propres goûts et d’autres étagères ouvertes. Seulement dans la démonstration.
    .examples = être
    .aliases = être
command-start = dire bonjour
    .usage = bonjour
    .help = Dit qui tu es ici, et quoi taper d’abord.
    .examples = bonjour
    .aliases = bonjour, salut
command-help = ce que tu peux demander
    .usage = aide [commande]
    .help = Avec le nom d’une commande : plus de détails, avec des exemples.
    .examples = aide | aide ce-soir
    .aliases = aide

# Boutons, et les mots qu’on peut taper à la place.

press-why = Pourquoi ?
press-like = J’aime
    .done = Aimé
    .words = j'aime, aime, adoré, bien, oui
press-dislike = Pas pour moi
    .done = Pas pour toi
    .words = non, pas
press-save = Garder
    .done = Gardé
    .words = plus tard
press-seen = Déjà vu
    .done = Vu
press-next = Suivant
    .words = suivante, passer
press-open = Détails
    .words = montre, carte
press-similar = Semblables
press-whynot = Pourquoi pas ?
    .words = pourquoi pas
press-more = Encore
    .words = plus, d'autres, autres
press-rate = Noter
press-unsave = Retirer
press-undo = Annuler
press-undo-more = Annuler encore un pas
press-unhide = Le faire revenir
press-override = Ça me plairait

# Mots des réglages, des listes et des filtres.

settings-words-history = historique, mémoire
settings-words-blend = mélanger, mélange
settings-words-timezone = fuseau, heure
settings-words-all = tout, tous
settings-words-none = rien, aucun
watchlist-words-add = ajouter, ajoute
watchlist-words-remove = retirer, retire, enlever
watchlist-words-drop = vider, supprimer

filter-key-type = sorte
filter-key-library = bibliothèque, étagère
filter-key-not = pas, non
filter-key-tag = étiquette
filter-key-collection = saga
filter-key-country = pays
filter-key-language = langue
filter-key-person = avec
filter-key-year = année, années
filter-key-runtime = durée
filter-key-confidence = confiance
filter-key-like = comme
filter-key-without = sans
filter-key-limit = nombre
filter-type-movie = films
filter-type-tv = série, séries
filter-type-anime = animes
filter-type-manga = mangas
filter-sure-high = haute, sûr
filter-sure-medium = moyenne
filter-sure-low = basse
filter-not = pas de, pas, sans, sauf, aucun, aucune
filter-fillers = un, une, des, de, du, le, la, les, et, ou, en, dans, quelque chose, bon, bonne, bons, pour, moi, peut-être, seulement, mais
filter-country-us = américain, américaine, américains, états-unis
filter-country-gb = britannique, anglaise, royaume-uni
filter-genre-comedy = comédies, comique
filter-genre-documentary = documentaires, docu, docus
filter-genre-crime = policier, policiers
filter-genre-drama = drames, dramatique
filter-genre-romance = romantique
filter-genre-animation = dessin animé, dessins animés

# Ce qu’on répond à ce qui est tapé.

title-year = { $title } ({ $year })
choose-which = Quel « { $title } » veux-tu dire ?
choose-nearest = Je ne connais pas « { $title } ». Est-ce l’un de ceux-ci ?
courtesy-thanks = merci, merci beaucoup, merci bien, mille mercis, un grand merci, merci à toi
courtesy-welcome = Avec plaisir. Quand tu voudras quelque chose à voir : /recommander.
command-nearest = Je ne connais pas la commande « { $typed } ». Voulais-tu dire /{ $command } ?

like-done = C’est noté : tu aimes { $title }.
like-already = Je sais que tu aimes { $title }.
dislike-done = C’est noté : { $title } n’est pas pour toi, et ce qui lui ressemble viendra moins souvent.
dislike-already = Je sais que { $title } n’est pas pour toi.
seen-done = C’est noté : tu as vu { $title }. Je ne le proposerai plus comme nouveau.
seen-already = Je sais que tu as vu { $title }.
save-done = { $title } est dans « { $list } ».
save-already = { $title } est déjà dans « { $list } ».
unsave-done = { $title } n’est plus dans « { $list } ».
unsave-already = { $title } n’était pas dans « { $list } ».
rate-done = { $title } : { $score } sur 10. Ça compte dès maintenant.
rate-already = { $title } a déjà { $score } sur 10 de ta part.
rate-how-many = Combien de points pour { $title } ?
hide-done = { $title } est masqué jusqu’au { $until }. D’ici là, les titres qui lui ressemblent perdent un peu aussi.
unhide-done = { $title } est de retour.
unhide-already = { $title } n’est pas masqué.
override-done = C’est noté : { $title } te plairait. J’ai corrigé ce que je pensais de tes goûts.
override-already = Je sais que tu aimes { $title }.
next-none = { $title } est passé, et aucun autre titre ne convient. Desserre les filtres, ou reviens quand tu m’en auras dit plus.

undone = C’est repris.
undone-rate = Ta note pour { $title } est reprise.
undone-seen = { $title } compte de nouveau comme non vu.
undone-hide = Le masquage de { $title } est repris.
undone-unhide = { $title } est de nouveau masqué.
undone-like = Ton pouce levé pour { $title } est repris.
undone-dislike = Ton pouce baissé pour { $title } est repris.
undone-save = { $title } n’est plus dans la liste.
undone-unsave = { $title } est de retour dans la liste.
undone-drop = La liste est de retour.
undone-next = { $title } ne compte plus comme passé.
undone-language = La langue est de nouveau celle d’avant.
undone-settings = Les réglages sont de nouveau ceux d’avant.

search-person = { $person } : { $titles }
search-near = Rien ne s’appelle « { $text } » ici. Voici ce qui s’en approche le plus :

watchlist-default = À voir
watchlist-heading = { $count ->
    [one] Un titre dans « { $list } » :
   *[other] { $count } titres dans « { $list } » :
}
watchlist-empty = Il n’y a encore rien dans cette liste. Ajoute quelque chose avec /liste ajouter <titre>.
watchlist-rest = { $count ->
    [one] Et encore un.
   *[other] Et encore { $count }.
}
watchlist-others = Tes autres listes : { $lists }
watchlist-dropped = « { $list } » est supprimée.

taste-known = { $count ->
    [one] Je sais une chose de toi.
   *[other] Je sais { $count } choses que tu as vues ou que tu m’as dites.
}
taste-nothing = Je ne sais encore rien de tes goûts. Cite-moi quelques titres avec /vu ou /noter, et ça commence.
taste-thin = C’est encore peu ; à partir de dix, ça veut dire quelque chose.
taste-genres = Genres
taste-people = Gens
taste-moods = Humeurs
taste-disliked = Pas pour toi
taste-finished = { $finished } finis sur { $started }
taste-mood-titles = comme { $titles }
taste-page = Tes goûts en image

language-own-name = Français
language-which = Dans quelle langue veux-tu que je te parle ?
language-done = À partir de maintenant, je te parle français.

settings-heading = Tes réglages
settings-done = C’est fait. { $state }
settings-history = Historique : { $depth }
settings-history-usage = à changer avec /réglages historique 3m, 6m, 12m ou tout
settings-history-which = Jusqu’où ton historique doit-il enseigner ?
settings-depth = { $months ->
    [3] trois mois
    [6] six mois
    [12] douze mois
   *[other] tout, en s’estompant
}
settings-blend = Apprennent l’un de l’autre : { $pairs }
settings-blend-none = rien, chaque type à part
settings-blend-usage = à changer avec /réglages mélanger anime films, mélanger tout ou mélanger rien
settings-timezone = Fuseau horaire : { $zone }
settings-timezone-usage = à changer avec /réglages fuseau Europe/Paris

me-name = Tu es { $person }{ $role ->
    [admin] , et c’est toi qui t’occupes d’ici.
   *[member] .
}
me-libraries = Tu peux ouvrir : { $libraries }.
me-no-libraries = Aucune étagère ne t’est encore ouverte ; la personne qui s’occupe d’ici peut y remédier.
me-accounts = Comptes liés : { $platforms }.
me-known = { $count ->
    [0] Je ne sais encore rien de tes goûts.
    [one] Je sais une chose que tu as vue ou que tu m’as dite.
   *[other] Je sais { $count } choses que tu as vues ou que tu m’as dites.
}
me-page = Page compagnon
me-sign-in = Le lien vers la page compagnon t’y connecte. Il sert une fois, dans les dix minutes.

be-done = Tu es { $person } maintenant. Essaie /ce-soir ou /goûts.
be-who = Qui veux-tu être ?
be-unknown = Personne ne s’appelle ainsi ici. Qui veux-tu être ?
stranger = Ce compte n’appartient encore à personne ici. Si tu es d’ici, /lier te donne un code, et tout ce que je sais de toi sera ici aussi. Si tu arrives, demande un code à la personne qui s’occupe d’ici.
stranger-demo = Bienvenue dans la démonstration. Qui veux-tu être ?

start = Bonjour { $person }. Tape /ce-soir pour quelque chose à voir, dis avec tes mots ce dont tu as envie, ou tape /aide.
start-demo = Bonjour, tu es { $person } dans ce foyer de démonstration. Tape /ce-soir pour quelque chose à voir, dis avec tes mots ce dont tu as envie, ou /être pour être quelqu’un d’autre. /aide montre le reste.

help-heading = Tu peux simplement dire ce dont tu as envie, ou taper :
help-others = Aussi : { $commands }
help-cards = Sur les cartes : 1 ouvre la première, pourquoi 1, oui 1, non 1, garder 1, suivant 1, encore.
help-more = Plus sur une commande : /aide ce-soir
help-examples = Par exemple :
help-aliases = Répond aussi à : { $names }

went-wrong = Quelque chose a mal tourné de mon côté (code { $code }). Tout ce que tu m’as dit avant est gardé ; si ce dernier message a compté, je ne peux pas le dire. Essaie encore une fois – rien ne comptera double –, et si ça recommence, donne le code à la personne qui s’occupe d’ici.

# La console.

console-interrupted = Arrêté. Ce qui était gardé avant le reste.
console-working = j’y travaille encore …
console-bye = Bonne nuit !
console-numbers = Il n’y a pas de { $typed } ici. Le choix va de { $first } à { $last }.
console-only = Il n’y a pas de { $typed } ici, seulement { $first }.

page-at = La page compagnon se trouve sur { $url }
