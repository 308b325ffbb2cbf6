# Pourquoi un titre est recommandé. Un message par formulation ; « -1 », « -2 »… disent la même chose autrement, et les
# voisines ne commencent pas par le même mot. Les variables sont expliquées dans le fichier anglais.
# Jamais « de » ni « que » devant un nom ou un titre : l’élision dépendrait du mot qui suit.

reason-votes = { $count ->
    [0] aucun vote
    [one] un vote
    [many] { $count } de votes
   *[other] { $count } votes
}
reason-days-ago = { $count ->
    [0] aujourd’hui
    [1] hier
    [many] il y a { $count } de jours
   *[other] il y a { $count } jours
}
reason-times = { $count ->
    [1] une fois
    [many] { $count } de fois
   *[other] { $count } fois
}
reason-started-titles = { $total ->
    [0] 0 titre commencé
    [one] 1 titre commencé
    [many] { $total } de titres commencés
   *[other] { $total } titres commencés
}
reason-finished-titles = { $count ->
    [0] 0 titre
    [one] 1 titre
    [many] { $count } de titres
   *[other] { $count } titres
}
reason-share = { $whole ->
    [yes] { $total ->
        [one] le seul titre commencé
        [2] les deux titres commencés
        [many] les { $total } de titres commencés
       *[other] les { $total } titres commencés
    }
   *[no] { reason-finished-titles } { $total ->
        [one] sur un seul commencé
       *[other] sur les { $total } commencés
    }
}
reason-doing = { $role ->
    [director] à la réalisation
    [creator] à la création
    [writer] à l’écriture
    [composer] à la musique
    [studio] à la production
   *[actor] à l’affiche
}
reason-dropped-them = { $title_count ->
    [one] abandonné ou pas aimé
   *[other] abandonnés ou pas aimés
}
reason-available = { $total ->
    [one] un titre disponible
    [many] { $total } de titres disponibles
   *[other] { $total } titres disponibles
}
reason-finished-them = { $title_count ->
    [one] terminé
   *[other] terminés
}

## Proche de titres aimés

reason-similar-to-liked-1 = Tu as aimé { $titles }, et ce titre est dans la même veine.
reason-similar-to-liked-2 = Ressemble à { $titles }, { $title_count ->
    [one] un titre que tu as aimé
   *[other] des titres que tu as aimés
}.
reason-similar-to-liked-3 = Comme { $titles } t’{ $title_count ->
    [one] a
   *[other] ont
} plu, voici un titre très voisin.
reason-similar-to-liked-4 = Beaucoup en commun avec { $titles }, et tu { $title_count ->
    [one] l’as aimé
   *[other] les as aimés
}.
reason-similar-to-liked-5 = Parce que tu as aimé { $titles } : celui-ci n’en est pas loin.

## Un genre qui réussit

reason-genre-in-domain = { $genre } ({ $domain ->
    [movie] films
    [tv] séries
    [anime] anime
   *[manga] manga
})

reason-genre-liked-1 = Côté { $genres }, tu as terminé { reason-share }.
reason-genre-liked-2 = Tu as terminé { reason-share } côté { $genres }.
reason-genre-liked-3 = Quand tu commences un titre côté { $genres }, tu vas souvent au bout : { $count } sur { $total }.
reason-genre-liked-4 = Jusqu’ici, côté { $genres }, tu as terminé { reason-share }.
reason-genre-liked-5 = Ton bilan côté { $genres } : { reason-started-titles }, { $count ->
    [one] { $count } terminé
   *[other] { $count } terminés
}.

reason-genre-liked-bare-1 = { $genres_leading } : { $genre_count ->
    [one] un genre qui te plaît
   *[other] des genres qui te plaisent
}.
reason-genre-liked-bare-2 = Tu aimes bien { $genre_count ->
    [one] le genre { $genres }
   *[other] les genres { $genres }
}.
reason-genre-liked-bare-3 = Encore un titre côté { $genres }, et ça te plaît en général.
reason-genre-liked-bare-4 = C’est du côté { $genres }, et ça te réussit d’habitude.

## Quelqu’un derrière des titres terminés

reason-person-liked-1 = { $people } { reason-doing }, comme pour { $titles }, que tu as { reason-finished-them }.
reason-person-liked-2 = Tu as terminé { $titles } ; on retrouve ici { $people } { reason-doing }.
reason-person-liked-3 = Revoici { $people } { reason-doing } : tu as terminé { $titles }.
reason-person-liked-4 = Avec { $people } { reason-doing }, comme dans { $titles }, que tu as { reason-finished-them }.
reason-person-liked-5 = Après { $titles }, que tu as { reason-finished-them }, voici encore { $people } { reason-doing }.

reason-person-liked-other-1 = { $people }, que tu connais par { $titles }, a aussi participé à celui-ci.
reason-person-liked-other-2 = Tu as terminé { $titles } ; { $people } a aussi participé à celui-ci.
reason-person-liked-other-3 = Derrière celui-ci aussi : { $people }, déjà là pour { $titles }.
reason-person-liked-other-4 = On retrouve ici { $people }, après { $titles }.

## Notes

reason-quality-1 = Une moyenne à { $figure } sur 10, pour { reason-votes }.
reason-quality-2 = Avec { reason-votes }, la moyenne est à { $figure } sur 10.
reason-quality-3 = La note atteint { $figure } sur 10, d’après { reason-votes }.
reason-quality-4 = Bien accueilli : { $figure } sur 10 pour { reason-votes }.
reason-quality-5 = Ailleurs, on lui donne { $figure } sur 10 ({ reason-votes }).

reason-widely-rated-1 = Souvent noté : { reason-votes } à ce jour.
reason-widely-rated-2 = { $count ->
    [0] Personne ne l’a noté
    [one] Une personne l’a noté
    [many] { $count } de personnes l’ont noté
   *[other] { $count } personnes l’ont noté
}, ce qui donne du poids à sa note.
reason-widely-rated-3 = Il y a beaucoup d’avis derrière sa note : { reason-votes }.
reason-widely-rated-4 = Sa note repose sur { reason-votes }.

## Nouveau

reason-new-in-library-1 = Nouveau ici : ajouté { reason-days-ago }.
reason-new-in-library-2 = Arrivé dans la bibliothèque { reason-days-ago }.
reason-new-in-library-3 = Un ajout récent, fait { reason-days-ago }.
reason-new-in-library-4 = La bibliothèque l’a reçu { reason-days-ago }.

reason-new-release-1 = Nouveau : sorti en { $year }.
reason-new-release-2 = Sorti en { $year }, donc encore récent.
reason-new-release-3 = Un titre récent, sorti en { $year }.
reason-new-release-4 = C’est récent : sorti en { $year }.

## Terminé par d’autres ici

reason-people-here = { $count ->
    [one] une personne
    [many] { $count } de personnes
   *[other] { $count } personnes
}
reason-people-have = { reason-people-here } { $count ->
    [one] l’a terminé
   *[other] l’ont terminé
}
reason-popular-here-1 = Populaire ici : { reason-people-have }.
reason-popular-here-2 = Sur ce serveur, { reason-people-have }.
reason-popular-here-3 = D’autres ici sont allés au bout : { reason-people-here } à ce jour.
reason-popular-here-4 = Terminé ici par { reason-people-here }.

## En commun avec le titre de départ

reason-seed-shared-people-1 = { $people } { reason-doing }, comme pour { $titles }.
reason-seed-shared-people-2 = Comme pour { $titles }, on trouve { $people } { reason-doing }.
reason-seed-shared-people-3 = Le lien avec { $titles } : { $people } { reason-doing }.
reason-seed-shared-people-4 = En commun avec { $titles } : { $people } { reason-doing }.

reason-seed-shared-people-other-1 = { $people } { $person_count ->
    [one] a
   *[other] ont
} aussi participé à { $titles }, à un autre poste.
reason-seed-shared-people-other-2 = Comme pour { $titles }, on trouve { $people }, à un autre poste.
reason-seed-shared-people-other-3 = Le lien avec { $titles } : { $people }, là-bas à un autre poste.
reason-seed-shared-people-other-4 = En commun avec { $titles } : { $people }, à un autre poste.

reason-seed-shared-genres-1 = { $genre_count ->
    [one] Un genre partagé
   *[other] Des genres partagés
} avec { $titles } : { $genres }.
reason-seed-shared-genres-2 = Comme { $titles }, c’est du côté { $genres }.
reason-seed-shared-genres-3 = { $genres_leading }, tout comme { $titles }.
reason-seed-shared-genres-4 = En commun avec { $titles } : { $genres }.

reason-seed-shared-keywords-1 = { $keyword_count ->
    [one] Un thème partagé
   *[other] Des thèmes partagés
} avec { $titles } : { $quoted }.
reason-seed-shared-keywords-2 = Comme { $titles }, classé sous { $quoted }.
reason-seed-shared-keywords-3 = Ce qui le relie à { $titles } : { $quoted }.
reason-seed-shared-keywords-4 = Avec { $titles }, il a en commun { $quoted }.

reason-seed-similar-1 = Le sujet et le ton rappellent { $titles }.
reason-seed-similar-2 = Comme { $titles }, par le sujet et par le ton.
reason-seed-similar-3 = Dans le même esprit : { $titles }.
reason-seed-similar-4 = Un air de famille avec { $titles }, dans le sujet et le ton.

## Répond à une demande

reason-mood-match-words-1 = Tu voulais { $quoted }, et ça correspond.
reason-mood-match-words-2 = Répond à ta demande : { $quoted }.
reason-mood-match-words-3 = Choisi pour { $quoted }.
reason-mood-match-words-4 = Voici une réponse à { $quoted }.

reason-mood-match-titles-1 = Tu as cité { $titles }, et ce titre s’en approche.
reason-mood-match-titles-2 = Comme { $titles }, selon ton souhait.
reason-mood-match-titles-3 = Semblable à { $titles }, à ta demande.
reason-mood-match-titles-4 = Avec { $titles } pour point de départ, on arrive tout près.

reason-mood-match-both-1 = Tu voulais { $quoted } et un titre comme { $titles } : celui-ci a les deux.
reason-mood-match-both-2 = Comme { $titles }, et { $quoted }, selon ton souhait.
reason-mood-match-both-3 = Semblable à { $titles }, en accord avec { $quoted }.
reason-mood-match-both-4 = Avec { $titles } pour modèle, et { $quoted } en plus.

reason-mood-match-bare-1 = Proche de ta description.
reason-mood-match-bare-2 = Dans l’ambiance que tu cherchais.
reason-mood-match-bare-3 = Ta description mène ici.
reason-mood-match-bare-4 = Choisi selon ta description.

reason-mood-avoided-1 = Comme demandé : { $quoted }.
reason-mood-avoided-2 = Tu voulais { $quoted }, et ce titre va dans ce sens.
reason-mood-avoided-3 = Selon ton souhait : { $quoted }.
reason-mood-avoided-4 = Ta demande était { $quoted }, et ça s’y accorde.

## Au hasard, encore une fois, ou pour commencer

reason-chance-1 = Tiré au sort parmi les bons candidats.
reason-chance-2 = Les dés ont choisi, parmi les bons candidats.
reason-chance-3 = Pur hasard, mais parmi de bons candidats.
reason-chance-4 = Le sort est tombé sur ce titre, parmi les bons candidats.

reason-loved-before-1 = Tu l’as terminé { reason-times }, la dernière fois en { $when }.
reason-loved-before-2 = La dernière fois, c’était en { $when } ; terminé { reason-times } en tout.
reason-loved-before-3 = Un titre à retrouver : terminé { reason-times }, la dernière fois en { $when }.
reason-loved-before-4 = Ça fait un moment : terminé pour la dernière fois en { $when }.

reason-starter-1 = Pour apprendre à connaître tes goûts : { $genres }.
reason-starter-2 = Un essai côté { $genres }, pour voir ce qui te plaît.
reason-starter-3 = Autre chose dans cette liste : { $genres }.
reason-starter-4 = { $genres_leading } : { $genre_count ->
    [one] un genre qui manquait
   *[other] des genres qui manquaient
} encore à cette liste.

## Relié à des titres aimés

reason-liked-them = { $title_count ->
    [one] un titre que tu as aimé
   *[other] des titres que tu as aimés
}

reason-linked-maker-1 = { $people } { reason-doing }, comme pour { $titles }, { reason-liked-them }.
reason-linked-maker-2 = Tu as aimé { $titles } ; on retrouve ici { $people } { reason-doing }.
reason-linked-maker-3 = Le lien avec { $titles }, { reason-liked-them } : { $people } { reason-doing }.
reason-linked-maker-4 = Encore { $people } { reason-doing } : tu as aimé { $titles }.

reason-linked-maker-other-1 = { $people } a participé à { $titles }, { reason-liked-them }, et à celui-ci.
reason-linked-maker-other-2 = Tu as aimé { $titles } ; { $people } a aussi participé à celui-ci.
reason-linked-maker-other-3 = Derrière celui-ci aussi : { $people }, après { $titles }, { reason-liked-them }.
reason-linked-maker-other-4 = On retrouve ici { $people }, comme pour { $titles }, { reason-liked-them }.

reason-linked-people-1 = { $people } { reason-doing }, comme pour { $titles }, { reason-liked-them }.
reason-linked-people-2 = Tu as aimé { $titles } ; on retrouve ici { $people } { reason-doing }.
reason-linked-people-3 = Le lien avec { $titles }, { reason-liked-them } : { $people } { reason-doing }.
reason-linked-people-4 = Encore { $people } { reason-doing } : tu as aimé { $titles }.

reason-linked-people-other-1 = { $people } ont participé à { $titles }, { reason-liked-them }, et à celui-ci.
reason-linked-people-other-2 = Tu as aimé { $titles } ; { $people } ont aussi participé à celui-ci.
reason-linked-people-other-3 = Derrière celui-ci aussi : { $people }, après { $titles }, { reason-liked-them }.
reason-linked-people-other-4 = On retrouve ici { $people }, comme pour { $titles }, { reason-liked-them }.

reason-linked-themes-1 = { $keyword_count ->
    [one] Un thème partagé
   *[other] Des thèmes partagés
} avec { $titles }, { reason-liked-them } : { $quoted }.
reason-linked-themes-2 = Tu as aimé { $titles } ; celui-ci aussi est classé sous { $quoted }.
reason-linked-themes-3 = Ce qui le relie à { $titles }, { reason-liked-them } : { $quoted }.
reason-linked-themes-4 = Comme { $titles }, { reason-liked-them }, il est classé sous { $quoted }.

reason-linked-name-1 = { $quoted } apparaît ici comme dans { $titles }, { reason-liked-them }.
reason-linked-name-2 = Tu as aimé { $titles } ; ici aussi, on croise { $quoted }.
reason-linked-name-3 = Comme dans { $titles }, { reason-liked-them }, on croise { $quoted }.
reason-linked-name-4 = L’histoire évoque { $quoted }, tout comme { $titles }, { reason-liked-them }.

reason-linked-series-1 = Fait partie d’une même série avec { $titles }, { reason-liked-them }.
reason-linked-series-2 = Tu as aimé { $titles }, et ce titre va avec.
reason-linked-series-3 = Dans la même série : { $titles }, { reason-liked-them }.
reason-linked-series-4 = Une même série le réunit à { $titles }, { reason-liked-them }.

## Ce qui parle contre

reason-like-abandoned-1 = Ressemble à { $titles }, { $title_count ->
    [one] un titre abandonné ou pas aimé
   *[other] des titres abandonnés ou pas aimés
}.
reason-like-abandoned-2 = Avec { $titles }, ça n’a pas pris, et ce titre est semblable.
reason-like-abandoned-3 = Semblable à { $titles }, et ce n’était pas pour toi.
reason-like-abandoned-4 = Rappelle { $titles }, { $title_count ->
    [one] que tu n’as pas fini ou pas aimé
   *[other] que tu n’as pas finis ou pas aimés
}.

reason-dropped-itself-1 = Tu l’as abandonné ou pas aimé, et ça compte.
reason-dropped-itself-2 = Ici compte le fait de l’avoir abandonné ou pas aimé.
reason-dropped-itself-3 = Abandonné ou pas aimé par toi, il part donc de plus loin.
reason-dropped-itself-4 = C’est ton propre avis qui pèse : abandonné ou pas aimé.

reason-like-hidden-1 = Ressemble à { $titles }, { $title_count ->
    [one] masqué
   *[other] masqués
} pour le moment.
reason-like-hidden-2 = Tu as masqué { $titles }, et ce titre est semblable.
reason-like-hidden-3 = Semblable à { $titles }, { $title_count ->
    [one] un titre masqué
   *[other] des titres masqués
} pour l’instant.
reason-like-hidden-4 = Tant que { $title_count ->
    [one] le titre { $titles } est masqué
   *[other] les titres { $titles } sont masqués
}, ce qui y ressemble compte moins.

reason-genre-avoided-1 = { $genres_leading } : rarement pour toi ({ reason-started-titles }, { $count ->
    [one] { $count } terminé
   *[other] { $count } terminés
}).
reason-genre-avoided-2 = Tu vas rarement au bout côté { $genres } : { reason-started-titles }, { $count ->
    [one] { $count } terminé
   *[other] { $count } terminés
}.
reason-genre-avoided-3 = Sur { reason-started-titles } côté { $genres }, tu en as terminé { $count }.
reason-genre-avoided-4 = Ton bilan côté { $genres } est mince : { reason-started-titles }, { $count ->
    [one] { $count } terminé
   *[other] { $count } terminés
}.

reason-genre-avoided-untouched-1 = Tu n’as encore rien commencé côté { $genres }, pour { reason-available }.
reason-genre-avoided-untouched-2 = { $genres_leading } : { reason-available }, et rien de commencé.
reason-genre-avoided-untouched-3 = Jusqu’ici, rien côté { $genres } dans ton historique, pour { reason-available }.
reason-genre-avoided-untouched-4 = Côté { $genres }, tu n’as jamais rien lancé ({ reason-available }).

reason-genre-avoided-bare-1 = Côté { $genres }, ça ne t’a guère réussi ces derniers temps.
reason-genre-avoided-bare-2 = Ces derniers temps, ça n’a pas bien marché côté { $genres }.
reason-genre-avoided-bare-3 = { $genres_leading } : rarement pour toi ces derniers temps.
reason-genre-avoided-bare-4 = Récemment, tu n’as guère trouvé ton bonheur côté { $genres }.

reason-person-dropped-1 = { $people } { reason-doing }, comme pour { $titles }, { reason-dropped-them }.
reason-person-dropped-2 = Avec { $titles }, ça n’a pas pris ; on retrouve ici { $people } { reason-doing }.
reason-person-dropped-3 = Revoici { $people } { reason-doing } : { $titles } { $title_count ->
    [one] n’était
   *[other] n’étaient
} pas pour toi.
reason-person-dropped-4 = On retrouve { $people } { reason-doing }, après { $titles }, { reason-dropped-them }.

reason-person-dropped-other-1 = { $people } a aussi participé à celui-ci, et { $titles } { $title_count ->
    [one] n’était
   *[other] n’étaient
} pas pour toi.
reason-person-dropped-other-2 = Avec { $titles }, ça n’a pas pris, et { $people } a aussi participé à celui-ci.
reason-person-dropped-other-3 = Derrière celui-ci aussi : { $people }, après { $titles }, { reason-dropped-them }.
reason-person-dropped-other-4 = Ici encore { $people }, et tu n’as pas fini ou pas aimé { $titles }.

reason-person-dropped-bare-1 = Les titres des mêmes personnes ne t’ont guère réussi jusqu’ici.
reason-person-dropped-bare-2 = Jusqu’ici, l’équipe derrière ce titre ne t’a guère plu.
reason-person-dropped-bare-3 = Ce que tu connais de cette équipe t’a peu plu.
reason-person-dropped-bare-4 = Avec les mêmes personnes, ça n’a pas bien marché jusqu’ici.

reason-low-quality-1 = Seulement { $figure } sur 10, pour { reason-votes }.
reason-low-quality-2 = La moyenne est basse : { $figure } sur 10 pour { reason-votes }.
reason-low-quality-3 = Avec { reason-votes }, la note en reste à { $figure } sur 10.
reason-low-quality-4 = Une faible moyenne : { $figure } sur 10 avec { reason-votes }.

reason-few-votes-1 = { $count ->
    [0] Aucun vote pour l’instant
    [one] Un seul vote pour l’instant
    [many] Seulement { $count } de votes pour l’instant
   *[other] Seulement { $count } votes pour l’instant
}, donc la note ne dit pas grand-chose.
reason-few-votes-2 = La note est incertaine, avec { $count ->
    [0] aucun vote
    [one] un seul vote
    [many] seulement { $count } de votes
   *[other] seulement { $count } votes
}.
reason-few-votes-3 = Trop peu d’avis pour s’y fier : { reason-votes }.
reason-few-votes-4 = À peine noté : { reason-votes }.

reason-nothing-close-1 = Dans l’ensemble, ça ne ressemble pas à ce que tu as aimé.
reason-nothing-close-2 = C’est plutôt loin de ce que tu as aimé jusqu’ici.
reason-nothing-close-3 = Pris ensemble, les titres que tu as aimés sont d’un autre genre.
reason-nothing-close-4 = Ce que tu as aimé se trouve surtout ailleurs.

reason-unlike-lately-1 = Dans l’ensemble, ça ne ressemble pas à ce que tu as aimé récemment.
reason-unlike-lately-2 = C’est plutôt loin de ce qui t’a plu ces derniers temps.
reason-unlike-lately-3 = Par rapport à ce que tu as aimé ces dernières semaines, c’est autre chose.
reason-unlike-lately-4 = Ce que tu as aimé récemment mène ailleurs.

reason-loosely-linked-1 = Peu de choses le relient à ce que tu as aimé jusqu’ici.
reason-loosely-linked-2 = Il partage peu de gens et de thèmes avec ce que tu as aimé.
reason-loosely-linked-3 = Entre ce que tu as aimé et ce titre, le chemin est long.
reason-loosely-linked-4 = Rares sont les liens entre ce que tu as aimé et ce titre.

reason-old-news-1 = Il est ici depuis un moment.
reason-old-news-2 = Pas un ajout récent dans la bibliothèque.
reason-old-news-3 = Déjà en rayon depuis quelque temps.
reason-old-news-4 = Voilà un moment qu’il est en rayon.

## Quand aucun fait précis ne peut être dit

reason-general-taste-1 = Va bien avec tes goûts dans l’ensemble.
reason-general-taste-2 = Tes goûts, pris ensemble, mènent ici.
reason-general-taste-3 = Dans l’ensemble, c’est un titre pour toi.
reason-general-taste-4 = Globalement, il va bien avec tes goûts.

reason-general-request-1 = Répond bien à ta demande dans l’ensemble.
reason-general-request-2 = Ta demande, prise en entier, mène ici.
reason-general-request-3 = Dans l’ensemble, proche de ce que tu voulais.
reason-general-request-4 = Globalement, il répond bien à ta demande.

reason-general-rating-1 = Bien noté dans l’ensemble.
reason-general-rating-2 = Ses notes parlent pour lui.
reason-general-rating-3 = De bonnes notes l’ont amené ici.
reason-general-rating-4 = C’est surtout sa note qui parle pour lui.

reason-general-any-1 = Un bon choix dans l’ensemble.
reason-general-any-2 = Dans l’ensemble, il s’en sort bien.
reason-general-any-3 = Tout bien compté, il arrive en bonne place.
reason-general-any-4 = Globalement, il obtient un bon score.

## Un second fait dans la même phrase

reason-joined = { $first } ; { $also }.
reason-also-quality = et noté { $figure } sur 10
reason-also-new-in-library = ajouté { reason-days-ago }
reason-also-new-release = sorti en { $year }
reason-also-popular-here = ici, { reason-people-have }
reason-also-person-liked = et { $people } { reason-doing }, comme pour { $titles }
reason-also-person-liked-other = et { $people }, déjà là pour { $titles }, y a participé

## Les parts d’un score

contribution-content = Proche de ce que tu aimes
contribution-genre = Genres
contribution-personnel = Artistes et équipe
contribution-collaborative = Aimé par des gens aux goûts voisins
contribution-quality = Note
contribution-confidence = Nombre de votes
contribution-freshness = Nouveauté
contribution-popularity = Popularité ici
contribution-anti-profile = Proche de ce que tu as abandonné
contribution-hidden-penalty = Proche de ce que tu as masqué
contribution-present = Proche de ce que tu as aimé récemment
contribution-seed-similar = Proche du titre choisi
contribution-seed-shared = En commun avec le titre choisi
contribution-starter = Nouveau dans cette liste
contribution-mood = Ta demande
contribution-chance = Hasard
contribution-loved-before = Déjà adoré
contribution-graph = Liens

why-line = { $label } : { $points }
why-line-facts = { $label } : { $points } – { $facts }
why-none = Sans effet cette fois : { $labels }.
why-sum = Au total : { $points } points.
why-match-high = Correspondance { $match } : à peu près cette part des titres ainsi notés plaît au final, et ici la confiance est élevée.
why-match-medium = Correspondance { $match } : à peu près cette part des titres ainsi notés plaît au final, et ici la confiance est moyenne.
why-match-low = Correspondance { $match } : à peu près cette part des titres ainsi notés plaît au final, mais ici j’en sais trop peu ; c’est à prendre comme une supposition.

## Pourquoi pas

whynot-watched = Tu l’as déjà vu ou terminé.
whynot-watched-on = Tu l’as déjà vu ou terminé, le { $when }.
whynot-in-progress = Tu es en plein milieu, il n’est donc pas proposé comme nouveauté.
whynot-hidden = Tu l’as masqué pour le moment.
whynot-hidden-on = Tu l’as masqué jusqu’au { $when }.
whynot-given-up = Tu l’as abandonné.
whynot-given-up-on = Tu l’as abandonné le { $when }.
whynot-disliked = Tu ne l’as pas aimé.
whynot-disliked-on = Tu ne l’as pas aimé, dernier avis le { $when }.
whynot-anti-profile = Il est trop proche d’un titre que tu as abandonné ou pas aimé.
whynot-anti-profile-title = Il ressemble trop à { $title }, que tu as abandonné ou pas aimé.
whynot-sequel = Une autre partie vient avant.
whynot-sequel-title = Avant lui vient { $title }, et tu ne l’as pas encore terminé.
whynot-skipped = Tu l’as passé trois fois ou plus quand il t’était proposé.
whynot-on-no-shelf = Il n’est dans aucune bibliothèque ici.
whynot-filtered = Il ne passe pas les filtres choisis.

whynot-against = Ce qui parle contre :
whynot-nothing-against = Rien ne parle contre ; d’autres ont simplement un meilleur score.
whynot-place-number = { $ordinal ->
    [one] { $place }re
   *[other] { $place }e
}
whynot-rank = Il est à la { whynot-place-number } place sur { $of }, avec { $points } points ; le dernier montré en a { $needed }.
whynot-rank-allowed = Sans cela, il serait à la { whynot-place-number } place sur { $of }, avec { $points } points ; le dernier montré en a { $needed }.
whynot-rank-known = S’il était proposé quand même, ce que tu en as fait compterait, et il serait à la { whynot-place-number } place sur { $of }, avec { $points } points ; le dernier montré en a { $needed }.
whynot-override = Si tu le veux quand même, passe outre pour ce titre ; ta parole compte tout de suite.
whynot-override-seen = Tu le connais déjà, il n’y a donc rien à forcer. /semblable trouve des titres qui lui ressemblent.
whynot-override-hidden = Tu peux le faire revenir quand tu veux ; il comptera alors comme avant.
whynot-override-no-shelf = Passer outre n’aide pas ici : il doit d’abord être dans une bibliothèque que tu peux ouvrir.

## Ce qu’une réponse dit d’elle-même

note-thin-history = { $count ->
    [0] Je ne sais encore rien de tes goûts, alors voici ce qui est populaire ici
    [one] Je ne sais encore qu’une chose sur tes goûts, alors ce qui est populaire ici compte davantage
    [many] Je ne sais encore que { $count } de choses sur tes goûts, alors ce qui est populaire ici compte davantage
   *[other] Je ne sais encore que { $count } choses sur tes goûts, alors ce qui est populaire ici compte davantage
}. Note cinq titres pour que la liste devienne la tienne.
note-nothing-left = { $count ->
    [0] Rien ne correspond à ta demande
    [one] Un seul titre correspond à ta demande, et il n’y a rien de plus à montrer
    [many] Seulement { $count } de titres correspondent à ta demande, et il n’y a rien de plus à montrer
   *[other] Seulement { $count } titres correspondent à ta demande, et il n’y a rien de plus à montrer
}. Assouplis un filtre pour en voir d’autres.
note-empty-library = Il n’y a encore rien dans les bibliothèques que tu peux ouvrir. La personne qui gère le serveur peut ajouter des titres ou t’y donner accès.
note-unknown-reference = Je ne connais pas { $subject }, alors j’ai cherché sans ce titre. Vérifie l’orthographe ou cite un autre titre.
note-wording-unknown = Je n’ai pas compris { $subject } : ces suggestions suivent donc ton goût plus que tes mots. Essaie d’autres mots, en français, en anglais ou en allemand.
note-semantic-search-warming = Je lis encore le catalogue ({ $share } faits) ; d’ici là, je me fie aux genres, aux équipes et aux notes.
note-source-unavailable = La source { $subject } n’a pas répondu, cette réponse s’en passe donc. Redemande plus tard.
