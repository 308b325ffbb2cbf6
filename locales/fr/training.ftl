# Apprendre de tous : les entraînements et les modèles qui en sortent.

command-train = réapprendre de tout le monde ici
    .usage = entraîner
    .help = Lit ce que chacun a vu et noté, apprend à côté du service et mesure le nouveau modèle sur ce que les gens ont aimé en dernier. S’il est moins bon que l’actuel, il est gardé mais pas utilisé. Cela se fait tout seul la nuit, et dès qu’il y a assez de nouveau. Seulement pour la personne à qui est le serveur.
    .examples = entraîner
    .aliases = entraîner, apprendre
command-models = les modèles appris, et celui qui répond
    .usage = modèles [prends, retour, retire ou montre] [version]
    .help = Sans rien, la liste de ceux qui sont gardés. « prends » met un modèle en service, « retour » ramène le précédent, « retire » en supprime un qui ne sert pas, « montre » dit tout d’un modèle. Une version se nomme par son numéro dans la liste ou par ses derniers signes. Seulement pour la personne à qui est le serveur.
    .examples = modèles | modèles retour | modèles montre 1
    .aliases = modèles

models-words-use = prends, utilise
models-words-rollback = retour, précédent
models-words-remove = retire, supprime
models-words-show = montre, détails

training-progress = J’apprends : { $step } ({ $done }). Demande les modèles pour voir où cela en est.
training-step-gathering = je rassemble ce qui a été vu ici
training-step-reading = je lis les notes et les titres
training-step-describing = je décris les titres encore inconnus
training-step-lists = j’apprends de ce que TMDB cite à côté des titres d’ici
training-step-trial = j’apprends sans ce qui a été vu en dernier
training-step-measuring = je mesure sur ce qui a été vu en dernier
training-step-learning = j’apprends de tout
training-step-saving = j’enregistre
training-learned =
    Appris de { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    } et de { $meetings ->
        [one] { $meetings } titre vu ou noté
       *[other] { $meetings } titres vus ou notés
    }, sur { $titles ->
        [one] { $titles } titre
       *[other] { $titles } titres
    }, en { $seconds } s.
training-unheard =
    { $count ->
        [one] { $count } d’entre eux n’a pas compté : un titre que nomment
       *[other] { $count } d’entre eux n’ont pas compté : des titres que nomment
    } bien plus souvent que tous les autres des gens qui ont peu de titres, vus d’un coup ou tous aimés. Ainsi, une foule de faux comptes ne pousse pas un titre.
training-too-little =
    { $titles ->
        [0] Personne n’a rien aimé récemment que l’on puisse mettre de côté ; il n’a donc pas pu être mesuré.
        [one] Un seul titre aimé a pu être mis de côté, trop peu pour le mesurer.
       *[other] Seuls { $titles } titres aimés ont pu être mis de côté, trop peu pour le mesurer.
    }
training-measured =
    Mesuré sur ce que { $people ->
        [one] { $people } personne a aimé
       *[other] { $people } personnes ont aimé
    } en dernier (NDCG@10) : { $new } ; { $first ->
        [yes] proposer ce qui est populaire ici atteint
       *[other] ce qui répondait jusqu’ici atteint
    } { $present }. La différence est entre { $low } et { $high } (99 %).
training-verdict =
    { $verdict ->
        [better] Le nouveau est meilleur.
        [worse] Le nouveau est moins bon.
       *[same] Aucune différence au-delà du hasard.
    }
training-in-use = C’est lui qui répond désormais (version { $version }).
training-held-back = Il est gardé, mais pas utilisé ; ce qui répondait jusqu’ici continue de répondre. Pour l’utiliser quand même : modèles prends { $version }
training-saved = Le modèle est dans { $file } ({ $size } Mo). Il contient des titres et des chiffres, aucune personne.
training-terms = Qui peut l’avoir dépend de ce dont il a appris : un modèle tiré des notes de MovieLens, par exemple, ne peut être transmis qu’à leurs conditions, et ne peut être vendu.
training-public-in-use = Il aide à répondre désormais (modèle public, version { $version }).
training-no-household = Personne ici n’a encore rien vu ni noté ; il répond donc seul.
training-reading =
    { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, { $meetings ->
        [one] { $meetings } note
       *[other] { $meetings } notes
    } et { $titles ->
        [one] { $titles } titre
       *[other] { $titles } titres
    } : tout est lu.
training-lists =
    { $lists ->
        [one] { $lists } liste de titres semblables lue
       *[other] { $lists } listes de titres semblables lues
    }, sur { $titles ->
        [one] { $titles } titre
       *[other] { $titles } titres
    }.

models-none = Aucun modèle n’a encore été appris. Cela se fait tout seul dès qu’il y a de quoi apprendre, ou tout de suite avec /entraîner
models-heading = Modèles appris, les plus récents d’abord :
models-line = { $number }. { $version } · { $kind } · { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, { $meetings ->
        [one] { $meetings } titre vu
       *[other] { $meetings } titres vus
    } · NDCG@10 { $measured }{ $state }
models-line-broken = { $number }. { $version } · abîmé, ou pas de nous
models-state-in-use = { " · en service" }
models-state-held-back = { " · mis de côté" }
models-state-previous = { " · en service avant" }
models-kind-household = de ce foyer
models-kind-public = public
models-learned = appris le { $date } par Recommendarr { $product }
models-figures =
    { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, { $meetings ->
        [one] { $meetings } titre vu
       *[other] { $meetings } titres vus
    }, { $titles ->
        [one] { $titles } titre
       *[other] { $titles } titres
    }, { $size } Mo
models-fingerprint = appris de données dont l’empreinte est { $fingerprint }…
models-measured =
    NDCG@10 { $ndcg } sur ce que { $people ->
        [one] { $people } personne a aimé
       *[other] { $people } personnes ont aimé
    } en dernier ; ce à quoi il a été comparé : { $present }
models-broken = Ce fichier est abîmé, ou n’est pas de nous ; on ne peut que le retirer.
models-which = Un autre ?
models-use = Prendre { $version }
models-rollback = Revenir au précédent
models-button = Modèles
models-used = { $version } répond désormais. /modèles retour revient en arrière.
models-removed = { $version } est supprimé.
models-added = { $version } est gardé.
models-last = Le dernier entraînement : { $told }

error-training-off = Rien n’est appris en arrière-plan ici, il n’y a donc pas de modèles. Lance le service avec « recommendarr run ».
error-training-running = Un entraînement est déjà en cours ; celui-ci n’a pas été lancé. Demande les modèles pour voir où il en est.
error-training-nothing = Personne ici n’a encore rien vu ni noté, il n’y avait donc rien à apprendre. Les modèles existants restent tels quels. Importe un historique, ou regarde d’abord quelque chose.
error-training-ended = L’entraînement s’est arrêté avant la fin (code { $code }), peut-être faute de mémoire. Le modèle actuel continue de répondre.
error-training-two-sources = Donne --data ou --similar, l’un après l’autre. Rien n’a été changé.
error-training-out-alone = --out a besoin de quelque chose à apprendre : nomme-le avec --data ou --similar. Un modèle de ce foyer n’est pas écrit dans un fichier, car il connaît ses gens. Rien n’a été changé.
error-models-not-writable = Les modèles ne peuvent pas être enregistrés dans { $path } ({ $reason }). Ceux qui y sont n’ont pas changé. Autorise l’écriture, puis réessaie.
error-training-too-few-people = Ce que moins de { $fewest } personnes ont regardé ne se transmet pas : un modèle en dirait à qui c’est. Rien n’a été écrit. Sans --out, on peut en apprendre ici.
error-not-a-file = « { $path } » n’est pas un fichier qu’on puisse écrire ou lire, mais un dossier ou un appareil. Rien n’a été fait. Indique un fichier.
error-models-word = Je ne connais pas « { $word } » ici, rien n’a été changé. Les modèles peuvent être listés, pris, ramenés, retirés et montrés.
error-model-missing = Quel modèle veux-tu dire ? Rien n’a été changé. Nomme-le par son numéro dans la liste, ou par ses derniers signes.
error-model-unknown = Il n’y a pas de modèle « { $version } » ici, rien n’a été changé. /modèles liste ceux qui sont gardés.
error-model-unclear = « { $version } » pourrait désigner plusieurs modèles, rien n’a été changé. Écris-en davantage.
error-model-in-use = { $version } est en service et n’a pas été retiré. Mets-en d’abord un autre en service.
error-model-no-previous = Il n’y a pas de modèle auquel revenir ; rien n’a été changé.
error-model-file-unnamed = Quel fichier ? Rien n’a été changé. Indique-le : recommendarr models add FICHIER.
error-model-file-missing = Il n’y a pas de fichier { $path }, rien n’a été changé. Vérifie le chemin.
error-model-too-large = C’est plus grand qu’un modèle ne peut l’être ({ $limit } Mo) et n’a pas été lu. Rien n’a été changé.
error-model-foreign = Ce n’est pas un modèle de Recommendarr, il n’a pas été lu. Rien n’a été changé. Les modèles se font avec « recommendarr train ».
error-model-unreadable = Ce modèle est abîmé ou coupé ({ $reason }), il n’est pas utilisé. Rien d’autre n’a été changé. Reprends le fichier, ou entraîne à nouveau.
error-model-newer = Ce modèle vient d’une version plus récente de Recommendarr (format { $found } ; celle-ci lit { $known }), il n’est pas utilisé. Mets Recommendarr à jour.
error-model-other-catalogue =
    Ce modèle est d’un autre catalogue : de ses { $titles } titres, { $known ->
        [0] aucun n’est
        [one] un seul est
       *[other] { $known } seulement sont
    } ici, il n’est donc pas utilisé. Rien n’a été changé. Entraînes-en un sur des titres que tu as.
error-similar-bad-line = { $file } ne peut pas être lu à la ligne { $line } ({ $reason }), rien n’a été appris. Corrige cette ligne et réessaie.
