# Souhaits : ce qui vaut la peine, demander des titres, les suivre, et savoir quand on peut les regarder.

command-grab = ce qui manque ici et vaut la peine
    .usage = obtenir [filtres]
    .help = Des titres qui ne sont dans aucune bibliothèque d’ici et que personne n’a encore demandés, selon tes goûts, leurs chances d’être trouvés et leur nouveauté. « Demander » en demande un, la cloche te prévient quand il est là. Accepte les mêmes filtres que « ce-soir ».
    .examples = obtenir | obtenir comédie 3 | obtenir type:tv 2024
    .aliases = obtenir
command-request = demander un titre qui n’est pas ici
    .usage = demander <titre>
    .help = Cherche le titre ici et, s’il n’y est pas connu, dans le monde ; le demande en ton nom et te dit ce qu’il en advient. Une année aide quand plusieurs titres portent le même nom.
    .examples = demander Dune 2021 | demander 2
    .aliases = demander, demande
command-requests = ce que tu as demandé, et où cela en est
    .usage = demandes
    .help = Tes demandes et leur état. Qui gère le service voit aussi ce qui attend un oui ou un non, avec des boutons.
    .examples = demandes
    .aliases = demandes
command-want = préviens-moi quand un titre peut être regardé
    .usage = veux [titre]
    .help = Tu es prévenu une fois, là où tu l’as demandé, dès que le titre est dans une bibliothèque que tu peux ouvrir, avec la raison pour laquelle il t’a été recommandé. Sans titre : ce que tu attends.
    .examples = veux Dune 2021 | veux
    .aliases = veux, préviens-moi
press-request = Demander
press-want = Préviens-moi
    .done = Tu seras prévenu
press-approve = Approuver
press-decline = Refuser
press-cancel = Annuler la demande
press-cancel-one = Annuler : { $title }
card-opening-grab = Pas encore ici, et cela vaut la peine, { $person } :
contribution-availability = Si on peut l’avoir, et sa nouveauté
grab-no-metadata = Je ne sais rien des nouveaux titres, car TMDB n’est pas configuré. Qui gère le service définit RECOMMENDARR_TMDB_TOKEN ; « recommendarr check » dit comment.
grab-no-requests = Rien ne peut être demandé, car ni Seerr, ni Radarr, ni Sonarr n’est configuré. Qui gère le service peut le faire ; « recommendarr check » dit comment.
grab-looking = Je cherche en ce moment des titres qui ne sont pas ici. Redemande dans une minute.
grab-nothing-known = Je ne connais aucun titre en dehors de ceux d’ici.
request-size = à prendre, ~{ $size } Go
card-source-tmdb = Infos : TMDB
request-choice-here = { $title } · déjà ici
request-seasons = Quelles saisons de { $title } veux-tu ?
request-seasons-all =
    { $count ->
        [one] La seule saison
       *[other] Les { $count } saisons
    }
request-season = Saison { $season }
request-specials = Épisodes spéciaux
request-seasons-earlier = Saisons précédentes
request-seasons-later = Saisons suivantes
request-done = { $title } est demandé. Tu sauras ici quand tu pourras le regarder.
request-done-pending = { $title } est demandé et attend un oui. Tu sauras ici ce qu’il en advient.
request-done-available = { $title } est demandé et, d’après le service, déjà là. Tu sauras ici quand tu pourras l’ouvrir.
request-joined = { $title } est déjà là, ou quelqu’un l’a déjà demandé : rien de nouveau n’a été demandé. Tu attends avec les autres : tu sauras ici quand tu pourras l’ouvrir.
request-state-pending = Attend un oui
request-state-approved = Demandé
request-state-declined = Refusé
request-state-available = Téléchargé
request-state-failed = Échoué
request-state-gone = Retiré
request-state-cancelled = Annulé
request-told-approved = Ta demande pour { $title } a été approuvée. Tu sauras ici quand tu pourras le regarder.
request-told-cancelled = { $person } a annulé ta demande pour { $title }. Plus rien n’est cherché pour elle.
request-told-declined = Ta demande pour { $title } a été refusée. Rien n’est cherché ; vois avec qui gère le service si tu veux savoir pourquoi.
request-told-failed = { $name } a du mal avec { $title }, que tu as demandé. Ta demande reste ; qui gère le service peut regarder.
request-told-failed-reason = { $name } a du mal avec { $title }, que tu as demandé : { $reason } Ta demande reste ; qui gère le service peut regarder.
request-ready = Tu peux regarder { $title }. Tu l’attendais depuis le { $when }.
request-ready-reason = Tu peux regarder { $title }. Tu l’attendais depuis le { $when } ; il t’a été recommandé pour cette raison : { $reason }
request-approved = Approuvé : { $title }.
request-declined = Refusé : { $title }.
want-here = { $title } est déjà ici, dans une bibliothèque que tu peux ouvrir.
want-done = Tu sauras ici quand { $title } pourra être regardé.
want-already = Tu attends déjà { $title }. Rien n’a changé.
want-dropped = Tu n’entendras plus parler de { $title }.
want-none = Tu n’attends rien. /veux suivi d’un titre change cela.
want-heading =
    { $count ->
        [one] Tu attends un titre.
       *[other] Tu attends { $count } titres.
    } Appuie sur l’un d’eux pour ne plus l’attendre :
want-stop = Ne plus attendre : { $title }
requests-heading =
    { $count ->
        [one] Ta demande :
       *[other] Tes { $count } dernières demandes :
    }
requests-none = Tu n’as encore rien demandé. /obtenir montre ce qui vaut la peine.
requests-line = • { $title } : { $state } ({ $when })
requests-seasons = { $title }, saisons { $seasons }
requests-4k = { $title }, en 4K
requests-ready = prêt à regarder
requests-progress = { $done } téléchargé
requests-progress-left = { $done } téléchargé, encore { $left } environ
requests-silent = Aucune nouvelle de { $names } pour le moment : l’avancement peut manquer.
requests-pending = Attend un oui ou un non : { $title }
requests-pending-by = { $person } voudrait { $title }.
requests-more =
    { $count ->
        [one] Une autre attend.
       *[other] { $count } autres attendent.
    }
error-request-nobody = Rien ne peut être demandé ici, car aucun service n’est configuré pour cela : Seerr, Radarr ou Sonarr. Rien n’a été fait. Qui gère le service peut en configurer un ; « recommendarr check » dit comment.
error-request-no-number = « { $title } » n’a pas de numéro chez TMDB : personne ne peut être sollicité, et rien n’a été fait.
error-request-here = { $title } est déjà ici, dans une bibliothèque que tu peux ouvrir : rien n’a été demandé.
error-request-yours = Tu as déjà demandé { $title } : rien de nouveau n’a été demandé. /demandes dit où cela en est.
error-request-no-account = Les demandes sont faites en ton nom, et je ne connais pas ton compte sur le serveur multimédia : rien n’a été demandé. Connecte-toi avec /lier plex ou /lier jellyfin, puis redemande.
error-request-admins = Seule la personne qui gère le service décide des demandes. Rien n’a changé.

# Annuler une demande.

cancel-ask = Annuler ta demande pour { $title } ? Tu n’en entendras plus parler non plus.
cancel-ask-other = Annuler la demande pour { $title } ? La personne qui l’a faite en sera informée.
cancel-asked-already = Tu as déjà demandé { $title } : { $state }. Annuler cette demande ? Tu n’en entendras plus parler non plus.
cancel-on-its-way = Tu as déjà demandé { $title } : { $state }. On s’en occupe déjà : seul qui gère le service pourrait l’arrêter. « veux » dit ce que tu attends, et y met fin.
cancel-means-got = { $name } s’en occupe déjà : le titre ne sera plus cherché, mais ce qui se télécharge déjà peut encore arriver.
cancel-means-told = La demande a été approuvée : elle disparaît de { $name }, mais ce que { $name } a transmis à Radarr ou Sonarr y reste.
cancel-yes = Oui, annuler
cancel-no = La garder
cancel-kept = Ta demande reste telle quelle.
cancel-done = Ta demande pour { $title } est annulée. Rien n’est cherché pour elle, et tu n’en entendras plus parler.
cancel-done-got = { $title } est annulé : { $name } ne le cherche plus. Ce qui se téléchargeait déjà peut encore arriver.
cancel-done-told = La demande pour { $title } est retirée de { $name }. Ce que { $name } a transmis à Radarr ou Sonarr y reste ; retire-le là aussi si personne n’en veut.

# Ce qui est demandé aux administrateurs.

petition = Quelqu’un sur { $name } aimerait ce titre.
petition-by = { $person } aimerait ce titre.
petition-approved = Approuvé.
petition-approved-by = Approuvé par { $person }.
petition-declined = Refusé.
petition-declined-by = Refusé par { $person }.
petition-cancelled = Annulé par la personne qui l’avait demandé.
petition-cancelled-by = Annulé par { $person }.
petition-settled = Plus aucune décision n’est nécessaire.
petition-late = { $title } : la décision était déjà prise quand tu as appuyé, rien n’a changé. { $what }
petitions-many = { $count } demandes attendent un oui ou un non. « demandes » les montre.

error-petition-nobody = { $name } n’est plus configuré ici : rien n’a été décidé, rien n’a changé. Qui gère le service peut le configurer de nouveau.
error-request-gone = Cette demande n’existe plus. Rien n’a changé.
error-cancel-late = On s’occupe déjà de { $title } : seul qui gère le service pourrait l’arrêter. Rien n’a changé.
error-cancel-over = Il n’y a plus rien à annuler pour { $title }. Rien n’a changé ; « demandes » dit où cela en est.
error-cancel-too-late = { $title } est déjà là : il n’y a plus rien à annuler. Rien n’a changé.
error-cancel-refused = { $name } ne te laisse pas annuler cette demande, peut-être parce qu’une décision a été prise entre-temps. Rien n’a changé ; « demandes » dit où cela en est.
