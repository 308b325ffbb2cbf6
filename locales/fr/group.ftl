# La soirée d’un groupe dans un salon. $people est une liste de noms quand $count dit combien ; sinon un nombre.

command-group = une soirée à plusieurs, décidée ensemble
    .usage = groupe [noms] [filtres]
    .help = Dans un salon : qui appuie sur « J’en suis » en est. Puis viennent trois à cinq titres qui vous vont à tous, que personne n’a vus et que tous peuvent ouvrir. Chacun vote et a un veto. Dans une discussion privée, nomme les gens : groupe anna ben. Les filtres et les humeurs marchent comme toujours. À taper : groupe présent, groupe dehors, groupe montrer, groupe voter 2, groupe veto 2, groupe décider, groupe nouveau.
    .examples = groupe | groupe comédie douce de moins de 2 heures | groupe anna ben thriller | groupe voter 2
    .aliases = groupe, soirée
press-vote = Voter
    .words = voter pour
press-veto = Veto
    .words = véto

group-words-in = présent, présente, j’en suis
group-words-out = dehors, sans moi
group-words-show = montrer, propositions
group-words-vote = voter
group-words-veto = veto, véto
group-words-decide = décider
group-words-on = continuer
group-words-new = nouveau, nouvelle

group-gathering = Soirée en groupe ! Qui en est ?
group-gathering-how = « J’en suis » vous inscrit, même si votre compte n’est pas lié. Puis affichez les propositions : elles sont classées pour tous ceux qui en sont.
group-nobody = Personne n’en est encore.
group-people = En sont ({ $count }) : { $people }
group-more = { $count } de plus
group-wanted = Envie : { $wanted }
group-in = J’en suis
group-out = Sans moi
group-show = Voir les propositions
group-goes-on = Une soirée en groupe est déjà en cours ici. La continuer, ou recommencer ?
group-go-on = Continuer
group-anew = Recommencer
group-joined-late = Tu en es. Les propositions sont fixées, tu votes seulement.
group-left = Tu n’en es plus, et tes votes non plus.

group-picks = { $count ->
        [one] Un titre pour vous tous :
       *[other] { $count } titres pour vous tous :
    }
group-match = au moins { $match } pour chacun
group-line = { $person } : { $match }, { $sure }
group-line-genre = { $person } : { $match }, { $sure } · aime : { $genre }
group-line-others = { $count ->
        [one] Une autre personne devrait l’aimer encore plus.
       *[other] { $count } autres devraient l’aimer encore plus.
    }
group-line-guests = { $count ->
        [one] En visite : { $people }
       *[other] En visite : { $people }
    }
group-votes = 👍 { $votes }
group-instead = à la place d’un titre écarté par un veto
group-rule = Votez 👍 pour autant de titres que vous voulez ; chacun a un veto. C’est décidé quand tous ceux qui en sont ont voté, ou quand le dit qui a ouvert la soirée. Le plus de votes l’emporte ; à égalité, le titre le meilleur pour qui il convient le moins, puis le premier de la liste.
group-rule-alone = Vote 👍 pour autant de titres que tu veux ; tu as un veto pour chacun de vous. Décide quand tu es prêt. Le plus de votes l’emporte ; à égalité, le titre le meilleur pour qui il convient le moins, puis le premier de la liste.
group-decide = Décider
group-voted = Ton vote pour { $title } compte. 👍 { $votes } pour lui ; { $voted } sur { $people } ont voté.
group-unvoted = Ton vote pour { $title } est retiré. 👍 { $votes } pour lui ; { $voted } sur { $people } ont voté.
group-vetoed = Ce titre est écarté par un veto ; il n’y en a pas d’autre à sa place.

group-decided = Décidé : { $title }
group-decided-votes = Le plus de votes : { $votes } sur { $people }.
group-decided-score = { $votes ->
    [0] Personne n’a voté : c’est le titre le meilleur pour qui il convient le moins.
   *[other] Autant de votes qu’un autre ({ $votes } sur { $people }), et meilleur pour qui il convient le moins.
}
group-decided-order = { $votes ->
    [0] Personne n’a voté, et les meilleurs conviennent autant à tous ; celui-ci est le premier de la liste.
   *[other] Autant de votes qu’un autre ({ $votes } sur { $people }) et aussi bon pour tous, mais plus haut dans la liste.
}
group-decided-gone = C’est décidé, mais quelqu’un qui lit ici ne peut pas ouvrir le titre, il n’est donc pas nommé.
group-open = Ouvrir la page

error-group-over = Cette soirée en groupe est finie, alors rien n’a été fait. /groupe en ouvre une nouvelle.
error-group-full = Il y a déjà { $most } personnes, tu n’as donc pas été ajouté. Ceux qui en sont peuvent continuer.
error-group-not-in = Tu n’en es pas, alors rien n’a été fait. Appuie d’abord sur « J’en suis », ou tape /groupe présent.
error-group-empty = Personne n’en est, il n’y a donc personne pour qui choisir. Appuyez d’abord sur « J’en suis », ou tapez /groupe présent.
error-group-nothing = Il ne reste rien que vous puissiez tous ouvrir, que personne n’ait vu et qui convienne à votre envie. Qui en est le reste ; /groupe nouveau recommence avec d’autres envies.
error-group-shown-already = Les propositions sont déjà là, alors rien n’a été fait. Votez, ou tapez /groupe continuer pour les revoir.
error-group-not-begun = Il n’y a encore rien à voter, alors rien n’a été fait. Affichez d’abord les propositions, ou tapez /groupe montrer.
error-group-pick-gone = Ce titre a été écarté entre-temps par un veto, alors rien n’a été fait. /groupe continuer montre ce qui reste.
error-group-veto-spent = Ton veto est utilisé, le titre reste donc. Tu peux encore voter pour d’autres.
error-group-veto-last = Il ne reste rien d’autre, le dernier titre reste donc. /groupe nouveau recommence avec d’autres envies.
error-group-opener-only = Seule la personne qui a ouvert la soirée peut décider plus tôt, elle continue donc. Quand tous ont voté, c’est décidé aussitôt.
error-group-late = Les propositions ont été choisies pour ceux qui en étaient alors, tu n’as donc pas été ajouté. /groupe nouveau commence une soirée avec toi.
error-group-names-missing = Dans une discussion privée, je dois savoir pour qui ; rien n’a donc été choisi : /{ $usage }, avec des noms de ce foyer. Dans un salon, chacun appuie sur « J’en suis » ; même un compte qui n’est pas encore lié peut le faire là.
error-group-number-missing = Lequel ? Rien n’a été fait. Tape le numéro d’une carte, comme dans /groupe voter 2.
error-group-filter-personal = « comme: », « sans: » et « confiance: » regardent dans l’historique d’une personne ; ils ne sont pas pour un groupe, et rien n’a été choisi. Tous les autres filtres marchent.
