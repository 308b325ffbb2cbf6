# Serveurs multimédias : où en est leur lecture, ce qui n’a pas été reconnu, et comment vont les services autour.

command-sync = où en est la lecture des serveurs multimédias, et la relancer
    .usage = synchroniser [serveur]
    .help = Sans nom : ce que l’on sait de chaque serveur, et où en est une lecture en cours. Avec un nom : tout ce serveur est relu en arrière-plan. Cela se fait de soi-même une fois par semaine ; les nouveautés sont cherchées toutes les cinq minutes.
    .examples = synchroniser | synchroniser plex
    .aliases = synchroniser, relire
command-unmatched = ce qui n’a pas été reconnu dans les rayons
    .usage = non-reconnus [code] [numéro ou adresse TMDB]
    .help = Les titres des serveurs qui n’ont pas été reconnus à leurs identifiants, ou seulement de façon douteuse au titre et à l’année. Avec un code : ce que cela peut être. Avec un numéro de TMDB, ou l’adresse de sa page : c’est cela désormais ; ce que l’on en a fait suit.
    .examples = non-reconnus | non-reconnus 3fa9c1 | non-reconnus 3fa9c1 603
    .aliases = non-reconnus
sync-step-light = les personnes et les bibliothèques
sync-step-shelves = ce qui est en rayon
sync-step-history = ce qui a été lu
sync-step-watched = ce que chacun a vu
sync-step-facts = les données de TMDB
sync-progress =
    Lecture de { service-name } : { $step }. { $items ->
        [one] Un titre
       *[other] { $items } titres
    }{ $total ->
        [0] {""}
       *[other] { " " }sur { $total }
    }{ $plays ->
        [0] {""}
        [one] , une lecture
       *[other] , { $plays } lectures
    }{ $wanted ->
        [0] {""}
       *[other] , données de { $facts } sur { $wanted }
    }. Tu peux continuer à demander entre-temps.
sync-begun = La lecture de { service-name } va commencer. /synchroniser dit où elle en est.
sync-never = { service-name } n’a pas encore été lu. Cela commence de soi-même dès qu’il répond.
sync-stopped =
    La lecture de { service-name } s’est arrêtée après { $items ->
        [one] un titre
       *[other] { $items } titres
    } ; elle reprend de là d’elle-même.
sync-done =
    { service-name } a été lu le { $date } : { $items ->
        [one] un titre
       *[other] { $items } titres
    }, { $fresh } nouveaux ou modifiés, { $gone } disparus, { $plays ->
        [one] une lecture
       *[other] { $plays } lectures
    }.
sync-shelves =
    { $items ->
        [one] Un titre est
       *[other] { $items } titres sont
    } en rayon ; { $unmatched ->
        [0] tous ont été reconnus.
        [one] l’un d’eux n’a pas été reconnu avec certitude.
       *[other] { $unmatched } d’entre eux n’ont pas été reconnus avec certitude.
    }
sync-button = Relire { service-name }
sync-unmatched-button = Voir ce qui n’a pas été reconnu
unmatched-none = Tout ce qui est en rayon a été reconnu.
unmatched-heading = Non reconnus avec certitude ({ $first }–{ $last } sur { $total }). Choisis-en un pour dire ce que c’est :
unmatched-more = Suite
unmatched-one = « { $shelf } » n’a pas été reconnu avec certitude. Dis ce que c’est par son numéro ou son adresse chez TMDB : non-reconnus { $code } <numéro>
unmatched-choose = Cela peut être :
unmatched-done = « { $shelf } » est désormais { $title }. Ce que l’on en a fait a suivi.
stack-well = { service-name } : va bien
stack-trouble = { service-name } : { $trouble }{ $again }
stack-again = { " " }Prochain essai à { $time } (UTC).
error-sync-none = Il n’y a pas encore de serveur multimédia ici. Qui gère le service en relie un par les réglages de Plex ou de Jellyfin ; « recommendarr check » dit comment.
error-sync-running = { service-name } est déjà en cours de lecture. /synchroniser dit où elle en est.
error-sync-unknown = Il n’y a pas de serveur multimédia nommé { $name }. /synchroniser énumère ceux qui existent.
error-unmatched-code = Il n’y a rien de non reconnu avec le code { $code }. /non-reconnus montre ce qu’il y a.
error-unmatched-which = « { $word } » n’est ni un numéro de TMDB ni l’adresse d’une de ses pages.
error-unmatched-number = TMDB n’a pas de tel titre sous le numéro { $number }. Rien n’a été modifié.
error-hook-unknown-instance = Le service qui a signalé cela n’est plus configuré.
error-hook-unreadable = Le signalement n’a pas pu être lu.
error-hook-failed = Le signalement n’a pas pu être traité ; le journal dit pourquoi.
stack-heading = Services multimédias :
stack-not-asked = { service-name } : pas encore interrogé
stack-unclear = { $count ->
    [one] { $name } : une personne a des limites à l’intérieur de bibliothèques qui ne peuvent pas être lues. Ces bibliothèques lui restent fermées ici.
   *[other] { $name } : { $count } personnes ont des limites à l’intérieur de bibliothèques qui ne peuvent pas être lues. Ces bibliothèques leur restent fermées ici.
}
stack-hook = { $heard ->
    [yes] { service-name } : les signalements arrivent, le dernier le { $time } (UTC)
   *[no] { service-name } : aucun signalement n’est encore arrivé ; le service est interrogé à la place
}
stack-reports = Signalements d’autres services : { $waiting } attendent, { $dead } n’ont pas pu être traités.
