# Ce qu'un import a fait. Les lignes restées sans suite viennent à la fin, chacune avec sa place dans le fichier.

import-resumed = Un import interrompu reprend ; ce qui était déjà enregistré ne l’est pas deux fois.
import-done-facts =
    { $added ->
        [0] Rien de nouveau : { $rows ->
            [one] { $rows } ligne lue
           *[other] { $rows } lignes lues
        } en { $seconds } s.
        [one] { $added } information ajoutée, à partir de { $rows ->
            [one] { $rows } ligne
           *[other] { $rows } lignes
        }, en { $seconds } s.
       *[other] { $added } informations ajoutées, à partir de { $rows ->
            [one] { $rows } ligne
           *[other] { $rows } lignes
        }, en { $seconds } s.
    }
import-done-titles =
    { $added ->
        [0] Aucun nouveau titre : { $rows ->
            [one] { $rows } ligne lue
           *[other] { $rows } lignes lues
        } en { $seconds } s.
        [one] { $added } titre ajouté, à partir de { $rows ->
            [one] { $rows } ligne
           *[other] { $rows } lignes
        }, en { $seconds } s.
       *[other] { $added } titres ajoutés, à partir de { $rows ->
            [one] { $rows } ligne
           *[other] { $rows } lignes
        }, en { $seconds } s.
    }
import-dry-facts =
    { $added ->
        [one] Essai : { $added } information serait ajoutée
       *[other] Essai : { $added } informations seraient ajoutées
    }, à partir de { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } ({ $seconds } s). Rien n’a été modifié.
import-dry-titles =
    { $added ->
        [one] Essai : { $added } titre serait ajouté
       *[other] Essai : { $added } titres seraient ajoutés
    }, à partir de { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    } ({ $seconds } s). Rien n’a été modifié.
import-changed =
    { $count ->
        [one] { $count } titre déjà présent a été mis à jour.
       *[other] { $count } titres déjà présents ont été mis à jour.
    }
import-known =
    { $count ->
        [one] { $count } était déjà là et reste tel quel.
       *[other] { $count } étaient déjà là et restent tels quels.
    }
import-libraries =
    { $count ->
        [one] Nouvelle bibliothèque : { $names }.
       *[other] { $count } nouvelles bibliothèques : { $names }.
    }
import-people =
    { $count ->
        [one] Nouvelle personne : { $names }.
       *[other] { $count } nouvelles personnes : { $names }.
    }
import-note-rating-scale = Les notes ont été lues sur une échelle allant jusqu’à { $figure } et ramenées à 1–10.
import-failed =
    { $count ->
        [one] { $count } ligne est restée sans suite :
       *[other] { $count } lignes sont restées sans suite :
    }
import-failed-more =
    { $count ->
        [one] … et { $count } autre.
       *[other] … et { $count } autres.
    }
import-problem = { $place } { $title } : { $told }
import-candidates = Peut-être { $titles }.
import-problem-not-here = ce titre n’est pas dans le catalogue d’ici.
import-problem-ambiguous = plusieurs titres d’ici portent ce nom, et la ligne ne dit pas lequel.
import-problem-other-year = il y a un titre de ce nom, mais d’une autre année.
import-problem-no-title = la ligne ne nomme aucun titre.
import-problem-no-person = la ligne ne nomme personne.
import-problem-bad-rating = « { $detail } » n’est pas une note de ce format.
import-problem-other-kind = les lignes sur « { $detail } » ne sont pas reprises, seulement les films et les séries.
import-problem-which-list = le tableau ne dit pas si c’est vu ou à voir ; garde le nom d’origine du fichier (watched.csv, watchlist.csv).
import-problem-too-few-columns = la ligne a trop peu de colonnes ({ $detail }).
import-problem-open-quote = un guillemet est ouvert et jamais fermé.
import-problem-line-too-long = la ligne est trop longue pour une entrée.
import-problem-cut-off = le fichier s’arrête net ici ; ce qui précède a été lu.
import-problem-too-large = le fichier dépasse { $detail } Mo, trop pour être lu d’un seul tenant.
import-problem-broken-json = ce n’est pas du JSON ({ $detail }).
import-problem-no-object = ce n’est pas un objet JSON.
import-problem-unknown-entry = on ne voit pas ce que dit cette entrée.
import-problem-bad-record = { $detail }
import-problem-broken-xml = le XML est abîmé ici ({ $detail }) ; ce qui précède a été lu.
import-problem-xml-declarations = le XML déclare des entités ou un type de document, ce dont aucune liste n’a besoin ; la lecture s’est arrêtée là.
import-problem-unknown-status = « { $detail } » n’est pas un statut de liste.
