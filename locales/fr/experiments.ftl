# Des façons de répondre comparées : les essais, leurs bilans et le journal de l’exploration.

command-experiments = comparer des façons de répondre, et ne pas y participer
    .usage = essais [commence, arrête, bilan, exploration, dehors ou dedans] [nom] [bras=part …]
    .help = Le propriétaire du serveur peut répondre aux uns d’une façon, aux autres d’une autre, et voir laquelle plaît mieux. « dehors » te tient à l’écart de tout cela, « dedans » te laisse participer de nouveau. Pour le propriétaire seul : « commence » avec un nom et deux bras ou plus commence un essai, « bilan » dit ce qu’il a montré et s’il faut l’arrêter, « arrête » y met fin, « exploration » dit ce qu’explorer plus ou moins aurait donné.
    .examples = essais dehors | essais commence poids shipped=50 classic=50 | essais bilan poids
    .aliases = essais, essai

experiments-words-start = commence, commencer
experiments-words-stop = arrête, arrêter
experiments-words-report = bilan, résultats
experiments-words-policy = exploration
experiments-words-out = dehors
experiments-words-in = dedans

experiments-none = Aucun essai n’a encore commencé.
experiments-heading = Les essais, le plus récent d’abord :
experiments-running = { $name } · { $arms } · en cours depuis le { $since }
experiments-over = { $name } · { $arms } · du { $since } au { $until }
experiments-how = Les bras : shipped (tel quel), classic (les poids des manuels), no-exploration (rien n’est essayé) et bold (deux fois plus est essayé). Les autres sont comparés au premier. Pour en commencer un : essais commence poids shipped=50 classic=50
experiments-which = Lequel ?
experiments-button-report = Bilan de { $name }
experiments-button-stop = Arrêter { $name }
experiments-button-out = Sans moi
experiments-button-in = Avec moi
experiments-started = Commencé : { $line }
experiments-stopped = { $name } est terminé : tout le monde reçoit de nouveau les réponses habituelles. Le bilan reste.
experiments-own =
    { $running ->
        [0] Aucun essai n’est en cours ici.
        [one] Un essai est en cours ici : pour certains, les titres de ce soir sont choisis autrement.
       *[other] { $running } essais sont en cours ici : pour certains, les titres de ce soir sont choisis autrement.
    } { $part ->
        [yes] Tu peux en être.
       *[no] Tu restes à l’écart.
    }
experiments-left = Désormais tu restes à l’écart de tous les essais et reçois les réponses habituelles.
experiments-joined = Désormais le sort peut te faire participer à des essais.

experiments-share = { $number } %
experiments-arm-unseen = { $arm } : personne n’a encore eu de réponse de cette façon.
experiments-arm =
    { $arm } : { $viewers ->
        [one] une personne
       *[other] { $viewers } personnes
    }, { $slates ->
        [one] une réponse
       *[other] { $slates } réponses
    }, { $picks ->
        [one] un titre
       *[other] { $picks } titres
    }. Dans la semaine, quelque chose a été fini ou aimé pour { $liked } des réponses ({ $low } à { $high }), quelque chose refusé pour { $refused }. { $settled ->
        [0] Personne ne compte encore pour la comparaison.
        [one] Une personne compte pour la comparaison.
       *[other] { $settled } personnes comptent pour la comparaison.
    }
experiments-compared =
    { $arm } à côté de { $first } : { $difference } points, sûrement entre { $low } et { $high } ({ $pairs ->
        [one] une paire
       *[other] { $pairs } paires
    } de personnes).
experiments-verdict-goes-on = Pas encore décidé : l’essai continue. Il faut environ { $needed } personnes pour voir une différence de { $matters } points ; { $people } pourraient participer.
experiments-verdict-better = { $arm } est meilleur : arrêter.
experiments-verdict-worse = { $first } est meilleur que { $arm } : arrêter.
experiments-verdict-same = Pas de différence qui vaille { $matters } points : arrêter.
experiments-verdict-too-few =
    { $needed ->
        [0] Il y a trop peu de monde ici pour jamais voir une différence de { $matters } points.
       *[other] Il y a trop peu de monde ici pour jamais voir une différence de { $matters } points : il faudrait environ { $needed } personnes.
    } { $people ->
        [one] Avec la seule personne qui pourrait participer,
       *[other] Avec les { $people } qui pourraient participer,
    } seule une différence de { $visible } points ou plus se verrait.
experiments-rule = Chacun compte une fois, par ses { $days } premiers jours, plus une semaine pour que chaque réponse donne quelque chose. « Sûrement » vaut à 95 %, aussi souvent que l’on regarde.

experiments-policy-logged =
    { $choices ->
        [one] Pour une réponse, le hasard a choisi le dernier titre
       *[other] Pour { $choices } réponses, le hasard a choisi le dernier titre
    }, { $trials ->
        [0] pour aucune d’elles
        [one] pour une d’elles
       *[other] pour { $trials } d’elles
    } afin d’essayer quelque chose. Il a été fini ou aimé dans la semaine pour { $rate } d’entre elles.
experiments-policy-never = Ne jamais rien essayer
experiments-policy-twice = Essayer deux fois plus
experiments-policy =
    { $policy } : { $rate }, entre { $low } et { $high } (95 %), autant que { $effective ->
        [one] le dit une seule réponse
       *[other] le disent { $effective } réponses
    }.
experiments-policy-few =
    { $policy } : { $effective ->
        [one] une seule réponse le dit
       *[other] { $effective } réponses seulement le disent
    }, trop peu pour en juger.
experiments-policy-unknown = { $policy } : rien de ce qui a été montré ne le dit.
experiments-policy-note = Cela ne compte que le dernier titre. Ce que l’on apprend en essayant, et qui sert plus tard, n’y paraît pas.
experiments-policy-none = Rien n’a encore été essayé qui date d’une semaine au moins ; il n’y a donc pas de quoi juger l’exploration.

error-experiments-word = Je ne connais pas « { $word } » ici, rien n’a été changé. Les essais se commencent, s’arrêtent et ont un bilan ; « dehors » et « dedans » sont pour toi-même.
error-experiments-not-yours = Seul le propriétaire du serveur peut faire cela, rien n’a été changé. /essais dehors te tient à l’écart de tous.
error-experiments-unnamed = De quel essai parles-tu ? Rien n’a été changé. /essais les énumère.
error-experiments-name = « { $name } » ne peut pas être un nom, rien n’a été commencé. Prends des lettres a–z, des chiffres et des traits d’union, { $most } au plus.
error-experiments-arm = Il n’y a pas de bras « { $arm } », rien n’a été commencé. Il y a : { $known }.
error-experiments-arms = Il faut au moins deux bras différents, rien n’a été commencé. Il y a : { $known }.
error-experiments-share = Je ne peux pas lire « { $typed } », rien n’a été commencé. Écris des bras avec leur part des gens, comme shipped=50 classic=50.
error-experiments-shares = Chaque part doit être au-dessus de 0 et au-dessous de 100 %, et leur somme de 100 % au plus ; rien n’a été commencé.
error-experiments-taken = Il y a déjà un essai « { $name } », rien n’a été commencé. Prends un autre nom.
error-experiments-overlap = « { $other } » est en cours et change la même chose que « { $name } » changerait ; rien n’a été commencé. Arrête-le d’abord.
error-experiments-unknown = Il n’y a pas d’essai « { $name } », rien n’a été changé. /essais les énumère.
error-experiments-stopped = « { $name } » est déjà terminé ; rien n’a été changé.
error-experiments-unreadable = Ce qui est gardé des essais est illisible ; aucun n’est donc en cours, et tout le monde reçoit les réponses habituelles. Restaure la base de données d’une sauvegarde, ou mets Recommendarr à jour.
