# Comptes et personnes : lier, inconnus, qui peut entrer, et quand se taire.

command-link = un seul profil sur chaque plateforme
    .usage = lier [code]
    .help = Sans code, je t’en donne un, valable une fois et dix minutes. Confirme-le sur la page compagnon, ou tape-le dans ton autre compte avec /lier suivi du code. Avant que rien ne se passe, je dis qui serait lié à qui. Dans un salon, je ne réponds qu’à toi. « cartes annuler » retire les adresses des cartes que je t’ai montrées, que peut ouvrir quiconque les a.
    .examples = lier | lier 7KQ2M9XB | lier cartes annuler
    .aliases = verbinden, lier
command-unlink = détacher un compte de toi
    .usage = délier [plateforme]
    .help = Le compte est ensuite celui d’un inconnu. Ce que j’ai appris reste à toi, sur tes autres comptes.
    .examples = délier | délier telegram
    .aliases = trennen, délier
command-notify = quand je peux te parler de moi-même
    .usage = notifications [quoi valeur]
    .help = « calme 22:00-08:00 » garde tout jusqu’au matin, puis le dit en un seul message ; « calme non » y met fin. « alertes oui » et « nouveautés oui » disent de quoi tu veux entendre parler, « résumé quotidien », « résumé hebdomadaire » ou « résumé non » combien de fois tu veux tout ensemble. « ne-pas-déranger 2h » ou « ne-pas-déranger 18:00 » te laisse en paix jusque-là.
    .examples = notifications | notifications calme 22:00-08:00 | notifications résumé hebdomadaire | notifications nouveautés oui | notifications ne-pas-déranger 2h
    .aliases = benachrichtigungen, notifications
command-users = qui est ici, et qui peut entrer
    .usage = gens [nom]
    .help = Liste tout le monde avec ses comptes. « inviter Rosa dans Films » crée une personne avec un code à donner, « code Rosa » un nouveau code. « révoquer » retire un lien, « bannir » fait taire un compte ou une personne, « désactiver » fait d’une personne une inconnue et garde tout, « activer » annule les deux. « admin » confie ce lieu à une personne, « membre » en refait un membre. Personnes et comptes se disent par leur nom ou par le code devant eux. « inconnus » liste les comptes qui n’appartiennent à personne.
    .examples = gens | gens Rosa | gens inviter Rosa | gens inviter Rosa dans Films, Séries | gens révoquer a1b2c3 | gens bannir a1b2c3 | gens activer Rosa | gens admin Rosa | gens inconnus
    .aliases = leute, gens

people-words-yes = oui, o
people-words-no = non, annuler
people-yes = Oui, lier
people-no = Non
people-platform = { $platform ->
    [telegram] Telegram
    [discord] Discord
    [nextcloud_talk] Nextcloud Talk
    [console] le terminal
    [plex] Plex
    [jellyfin] Jellyfin
   *[other] { $platform }
}
people-account = { $platform } ({ $name })
people-account-here = { $account } (celui-ci)

link-button = Lier ce compte
link-page = Vers la page compagnon
link-code-account = Ton code est { $code }. Il est valable une fois, dix minutes, et pour toi uniquement. Confirme-le sur la page compagnon, ou tape /lier { $code } dans un de tes comptes déjà liés, sur n’importe quelle plateforme. Ce compte ({ $platform }) sera alors celui de cette personne.
link-code-person = Ton code est { $code }, { $person }. Il est valable une fois, dix minutes : qui tape /lier { $code } lie son compte à toi, garde-le donc pour toi. Tape-le dans ton nouveau compte, sur n’importe quelle plateforme.
link-ask = Lier { $account } à { $person } ? Listes, notes, titres masqués et tout ce qui a été appris y seront ceux de { $person }.
link-ask-moves = { $account } appartient à { $before } en ce moment, et ne lui appartiendrait plus.
link-ask-last = C’est le seul compte par lequel { $before } entre : ensuite, seul un code d’un admin laissera { $before } revenir. Rien de ce qui a été appris n’est perdu.
link-ask-how = Presse un bouton, ou tape /lier oui ou /lier non. Ne dis oui que si les deux, c’est toi.
link-done = C’est fait : { $account } est à { $person }. C’est maintenant un seul profil sur chaque plateforme ; /ce-soir répond ici comme partout pour { $person }.
link-left = Rien n’a été lié, et ce code n’est plus valable.
link-words-cards = cartes, carte
link-words-off = annuler, retirer
link-cards = Chaque carte que je te montre a une adresse avec son image et son titre, que peut ouvrir pendant 60 jours quiconque l’a ; elle ne dit rien de toi. Je peux retirer toutes celles qui ont été faites pour toi.
link-cards-do = Les retirer
link-cards-off = C’est fait : aucune adresse de tes cartes d’avant n’ouvre plus rien. Les cartes elles-mêmes restent, et les nouvelles auront de nouvelles adresses.
me-link = /lier ajoute un autre compte, /délier en retire un.

error-link-code = Ce code ne peut pas servir : mal tapé, déjà utilisé, plus vieux que dix minutes, ou destiné à quelqu’un d’autre. Rien n’a été lié. Demandes-en un nouveau avec /lier.
error-link-own-code = Ce code a été fait par ce compte même, il ne peut donc pas le confirmer. Rien n’a été lié. Confirme-le sur la page compagnon, ou dans un de tes comptes déjà liés.
error-link-already = Ce compte est déjà à { $person }, il n’y a donc rien à lier.
error-link-too-often = Trop de codes étaient faux, je n’ai donc pas regardé celui-ci. Rien n’a été lié. Attends un quart d’heure, puis demandes-en un nouveau avec /lier.
error-last-admin = Alors plus personne qui s’occupe d’ici ne pourrait entrer, rien n’a donc été changé. Lie d’abord un autre compte d’un admin.

unlink-which = Quel compte dois-je détacher de toi ?
unlink-ask = Détacher { $account } de toi ? Ce sera ensuite le compte d’un inconnu. Ce que j’ai appris reste à toi.
unlink-ask-last = C’est ton dernier compte : ensuite tu ne reviendras qu’avec un code d’un admin, ou par un navigateur encore connecté. Rien de ce qui a été appris n’est perdu.
unlink-yes = Oui, détacher
unlink-done = { $account } n’est plus lié à toi. /lier le lie de nouveau.
error-unlink-unknown = Aucun de tes comptes ne s’appelle « { $typed } », rien n’a donc été changé. /délier montre lesquels il y a.

stranger-opening = Populaire ici, pour tout le monde :
stranger-hello = Bonjour ! Je recommande des films et des séries à ceux qui partagent un serveur multimédia, et je dis pourquoi.
stranger-nothing = Rien n’est encore assez populaire ici pour être montré à tout le monde.
stranger-popular = populaire ici, vu jusqu’au bout par { $count } personnes
stranger-inactive = Ton accès est désactivé en ce moment. Tout ce qui est à toi est gardé ; la personne qui s’occupe d’ici peut le réactiver.

users-words-invite = inviter, ajouter
users-words-code = code
users-words-revoke = révoquer
users-words-ban = bannir
users-words-activate = activer, débannir
users-words-deactivate = désactiver
users-words-strangers = inconnus
users-words-admin = admin
users-words-member = membre
users-words-in = dans, avec
users-heading = { $count ->
    [one] Une personne (page { $page } sur { $pages }) :
   *[other] { $count } personnes (page { $page } sur { $pages }) :
}
users-usage = Plus sur quelqu’un : /gens et le nom ou le code. /aide gens dit ce qu’on peut faire.
users-admin = admin
users-no-account = pas encore de compte
users-seen = ici pour la dernière fois le { $date }
users-never-seen = pas encore vu
users-banned = banni
users-inactive = désactivé
users-page-before = Page précédente
users-page-after = Page suivante
users-strangers = Comptes qui n’appartiennent à personne, le plus récent d’abord :
users-no-strangers = Aucun compte qui n’appartient à personne n’est venu ces temps-ci.
users-invited = { $person } est ici maintenant et peut ouvrir : { $libraries }. Le code pour le premier compte est { $code } ; il est valable une fois, { $days } jours. { $person } tape /lier { $code } dans une conversation privée avec moi.
users-code = Le code pour { $person } est { $code } ; il est valable une fois, { $days } jours. { $person } tape /lier { $code } dans une conversation privée avec moi.
users-do-code = Nouveau code
users-do-revoke = Retirer le lien
users-do-ban = Bannir
users-do-activate = Laisser revenir
users-do-deactivate = Désactiver
users-do-admin = Nommer admin
users-do-member = Rendre membre
users-ask-revoke = Retirer le lien de { $whom } ? Ce sera ensuite le compte d’un inconnu.
users-ask-ban = Bannir { $whom } ? Ce qui vient de là sera ignoré sans un mot.
users-ask-deactivate = Désactiver { $whom } ? Tout est gardé, mais personne n’entre comme { $whom } tant que ce n’est pas annulé.
users-ask-admin = Nommer { $whom } admin ? { $whom } verra et changera alors tout ce que tu peux, et pourra te rendre membre.
users-ask-member = Faire de { $whom } un membre ? { $whom } ne s’occupera plus de rien ici ; tout ce qui est personnel reste.
users-done-revoke = { $whom } n’est plus lié à personne.
users-done-ban = { $whom } est banni. /gens activer l’annule.
users-done-deactivate = { $whom } est désactivé. /gens activer l’annule.
users-done-activate = { $whom } peut de nouveau entrer.
users-done-admin = { $whom } est admin maintenant. /gens membre l’annule.
users-done-member = { $whom } est membre maintenant. /gens admin l’annule.
undone-appoint = Le rôle est de nouveau ce qu’il était.
error-users-is-already = { $role ->
    [admin] { $person } est déjà admin, rien n’a donc été changé.
   *[other] { $person } est déjà membre, rien n’a donc été changé.
}
error-users-unknown = Personne ici et aucun compte ne s’appelle « { $typed } », alors rien n’a été fait. /gens liste tout le monde avec les codes.
error-users-several = Plusieurs personnes s’appellent { $name }, alors rien n’a été fait. Dis laquelle par son code : { $codes }.
error-users-no-name = Il me faut un nom pour la nouvelle personne ; rien n’a été fait. Par exemple : /gens invite Rosa
error-users-name-taken = Il y a déjà { $name } ici, personne n’a donc été ajouté. /gens code { $name } fait un nouveau code ; quelqu’un d’autre a besoin d’un autre nom.
error-users-no-library = Il n’y a pas de bibliothèque « { $name } », personne n’a donc été ajouté. Il y a : { $known }.
error-users-not-a-person = « { $typed } » n’est pas une personne qui peut entrer, alors rien n’a été fait. /gens liste tout le monde.
error-users-not-an-account = « { $typed } » est une personne ; dis quel compte par son code. /gens { $typed } les liste.

notify-words-quiet = calme
notify-words-digest = résumé
notify-words-alerts = alertes
notify-words-news = nouveautés
notify-words-dnd = ne-pas-déranger, pause
notify-words-on = oui, activé
notify-words-off = non, jamais
notify-words-daily = quotidien
notify-words-weekly = hebdomadaire
notify-heading = Quand je te parle de moi-même :
notify-quiet = Heures calmes : de { $start } à { $end } ({ $zone }). Ce qui arrive alors attend le matin.
notify-no-quiet = Heures calmes : aucune
notify-alerts = Ce dont tu voulais être averti : { $state ->
    [on] oui
   *[off] non
}
notify-news = Ce qui pourrait t’intéresser : { $state ->
    [on] oui
   *[off] non
}
notify-digest = En résumé : { $rhythm ->
    [daily] chaque matin
    [weekly] le lundi
   *[off] non
}
notify-dnd = Tranquille jusqu’au { $date }, { $time }
notify-usage = Pour changer : /notifications calme 22:00-08:00, /notifications alertes, nouveautés ou calme oui ou non, /notifications résumé quotidien, hebdomadaire ou non, /notifications ne-pas-déranger 2h.
notify-quiet-to = { $to ->
    [on] Calme la nuit
   *[off] Pas d’heures calmes
}
notify-alerts-to = { $to ->
    [on] Alertes : oui
   *[off] Alertes : non
}
notify-news-to = { $to ->
    [on] Nouveautés : oui
   *[off] Nouveautés : non
}
notify-digest-to = { $to ->
    [weekly] Résumé hebdomadaire
   *[off] Pas de résumé
}
undone-notify = Tes réglages pour ce que je dis de moi-même sont de nouveau ceux d’avant.
error-notify-unknown = Je ne comprends pas « { $typed } » ici, rien n’a donc été changé. Par exemple : /notifications calme 22:00-08:00, /notifications résumé hebdomadaire, /notifications nouveautés oui, /notifications ne-pas-déranger 2h
kept-heading = { $count ->
    [one] Ceci attendait que je puisse te le dire en privé :
   *[other] { $count } messages attendaient que je puisse te les dire en privé :
}
quiet-heading = { $count ->
    [one] Pendant que tu étais au calme, un message est arrivé :
   *[other] Pendant que tu étais au calme, { $count } messages sont arrivés :
}

web-link = Comptes liés
    .body = Tu es la même personne sur chaque plateforme. Ces comptes sont à toi :
web-link-new = Lier un autre compte
    .body = Tu reçois un code, valable une fois et dix minutes. Tape-le dans le nouveau compte.
web-link-make = Obtenir un code
web-link-code = Tape /lier { $code } dans une conversation privée avec le bot, dans ton nouveau compte. Le code est valable une fois, dix minutes, et n’est pas montré une seconde fois.
web-link-given = J’ai un code d’une conversation
    .body = Code
web-link-look = Voir de qui il est
web-link-ask = Lier { $account } à { $person } ?
    .body = L’identifiant du compte là-bas est { $id }. Désormais, listes, notes, titres masqués et tout ce qui a été appris y seront les mêmes.
web-link-confirm = Oui, lier à { $person }
web-link-not-mine = Si tu ne l’as pas demandé toi-même à l’instant, ferme la page : quelqu’un veut peut-être entrer à ta place.
web-link-done = Le compte est lié.
