"""French: small words that say how to take the others, measures and times."""

from __future__ import annotations

from collections.abc import Mapping

from engine.mood.kinds import Kind

GRAMMAR: Mapping[Kind, Mapping[str, str]] = {
    Kind.FAMILY: {
        "": (
            "pour les enfants, pour enfants, pour mes enfants, pour nos enfants, avec les enfants, avec mes enfants, "
            "avec nos enfants, en famille, pour toute la famille, avec toute la famille, film familial, films "
            "familiaux, familial, familiale, tout public, tous publics, pour petits et grands, film pour enfants, "
            "films pour enfants, pour la famille, pour les petits, pour les gosses, avec des enfants, pour "
            "mon fils, pour ma fille, jeune public"
        ),
    },
    Kind.SHORT: {"": "court, courte, courts, courtes, bref, brève, peu de temps, pas beaucoup de temps"},
    Kind.LONG: {"": "long, longue, longs, longues"},
    Kind.SHORTER: {"": "plus court, plus courte, plus courts, plus courtes"},
    Kind.LONGER: {"": "plus long, plus longue, plus longs, plus longues"},
    Kind.OLD: {"": "vieux, vieille, vieil, vieilles, ancien, ancienne, anciens, anciennes, classique~"},
    Kind.NEW: {
        "": (
            "récent~, nouveau, nouvelle, nouveaux, nouvelles, actuel, actuelle, nouveauté~, sorti récemment, dernier "
            "cri"
        ),
    },
    Kind.OLDER: {"": "plus vieux, plus vieille, plus ancien, plus ancienne, plus anciens"},
    Kind.NEWER: {"": "plus récent~, plus moderne, plus nouveau"},
    Kind.NOT: {
        "": (
            "pas, sans, rien de, rien, aucun, aucune, ni, jamais, non, pas de, surtout pas, sauf, tout sauf, pas du "
            "tout, rien de trop, évite, éviter, plutôt que, déteste, je ne veux pas"
        ),
    },
    Kind.LESS: {"": "moins, moins de, un peu moins, un peu moins de, pas autant de"},
    Kind.MORE: {
        "": "plus, plus de, plus d, un peu plus, un peu plus de, beaucoup de, davantage de, un peu de, avec plus de",
    },
    Kind.AND: {"": "et, plus"},
    Kind.OR: {"": "ou"},
    Kind.BUT: {"": "mais, seulement, juste, cependant"},
    Kind.FOR: {"": "pour"},
    Kind.WITH: {"": "avec"},
    Kind.BY: {"": "par, de, d, du réalisateur, réalisé par, écrit par, signé, de chez"},
    Kind.FROM: {"": "de, d, du, des, en provenance de, venu de, venant de, de l"},
    Kind.LIKE: {
        "": (
            "comme, style, dans le style de, dans le genre de, du genre de, du genre, dans l'esprit de, à la manière "
            "de, façon, genre, similaire à, semblable à, qui ressemble à, ressemblant à, proche de, dans la veine "
            "de, mélange de, mélange entre, qui rappelle, un peu comme, quelque chose comme, entre"
        ),
    },
    Kind.LIKED: {"": "aimé, adoré, adore, j aime, aime, fan de, je viens de voir, ai adoré, ai aimé"},
    Kind.WOULD: {"": "moi, tout, fais, faites"},
    Kind.MEETS: {"": "rencontre, croise"},
    Kind.VIBE: {"": "ambiance, atmosphère, vibes"},
    Kind.SOMETHING: {"": "quelque chose, quelque chose de, truc, un truc, rien, chose"},
    Kind.SPEECH: {"": "sous titres, sous titré, sous titrés, sous titrée, doublé, doublage, vf, vost, vostfr"},
    Kind.OWN: {"": "mon, ma, mes, ton, ta, sa, ses, leur, leurs"},
    Kind.AT_MOST: {
        "": (
            "moins de, moins d, au plus, max, maximum, au maximum, pas plus de, pas plus long que, en dessous de, "
            "jusqu à, sous, plus court que, rien de plus de, ne dépassant pas, inférieur à, pas plus d, rien au "
            "dessus de, en moins de, pas plus longue que, rien de plus long que, moins d'"
        ),
    },
    Kind.AT_LEAST: {
        "": (
            "plus de, plus d, au moins, au minimum, minimum, plus long que, au dessus de, pas moins de, supérieur à, "
            "pas moins d, à partir de"
        ),
    },
    Kind.ABOUT: {"": "environ, autour de, à peu près, vers, dans les, autour d, circa"},
    Kind.BETWEEN: {"": "entre, de"},
    Kind.TO: {"": "à, et, jusqu à"},
    Kind.AT_MOST_AFTER: {"": "max, maximum, au maximum, ou moins, au plus, grand maximum, maxi"},
    Kind.AT_LEAST_AFTER: {"": "ou plus, minimum, au moins, au minimum, mini"},
    Kind.HAVE: {"": "ai, avons, on a, j ai, ai que, n ai que, n avons que, avons que"},
    Kind.MINUTES: {"": "minutes, minute, min, mins, mn"},
    Kind.HOURS: {"": "heures, heure, h"},
    Kind.HALF: {"": "et demie, et demi"},
    Kind.SPAN: {
        "30": "une demi heure, demi heure",
        "90": "une heure et demie, heure et demie, une heure trente",
        "60": "une heure",
        "45": "trois quarts d'heure",
        "15": "un quart d'heure",
    },
    Kind.BEFORE: {"": "avant, d avant, antérieur à, antérieurs à, plus vieux que, plus ancien que"},
    Kind.UNTIL: {"": "jusqu en, jusqu à, jusque, pas après, rien après, pas plus récent que, rien de plus récent que"},
    Kind.SINCE: {
        "": (
            "depuis, à partir de, dès, pas avant, rien avant, pas plus vieux que, rien de plus vieux que, pas plus "
            "ancien que, rien d avant, de après"
        ),
    },
    Kind.AFTER: {"": "après, d après, plus récent que, postérieur à, postérieurs à"},
    Kind.DECADE: {},
    Kind.DECADES: {"": "années, les années, des années, annees"},
    Kind.EARLY: {"": "début des, début, début de, débuts des"},
    Kind.MIDDLE: {"": "milieu des, milieu, mi"},
    Kind.LATE: {"": "fin des, fin, fin de"},
    Kind.LAST: {"": "dernières, derniers, les dernières, ces dernières"},
    Kind.YEARS: {"1": "ans, années, année, an", "10": "décennies, décennie"},
    Kind.AGED: {"": "ans"},
    Kind.YEARS_BACK: {
        "0": "cette année, de cette année",
        "1": "l an dernier, l année dernière, année dernière",
        "3": "dernières années",
        "10": "dernière décennie, la dernière décennie",
        "25": "xxie siècle, 21e siècle, ce siècle",
        "15": "moderne~, contemporain~",
    },
}
STOP = (
    "sans le la les l un une des du de d au et ou mais ne n pas je j tu il elle on nous vous ils elles me m te t se "
    "aux s mon ma mes ce c cet cette ces ça qui que qu quoi dont où est sont suis es était être ai as a avons avez ont "
    "avoir avec pour par dans sur sous en à y plus moins très trop peu bien bon bonne bons bonnes beau belle chose "
    "quelque truc un regarder voir vois trouver trouve cherche chercher veux voudrais voudrions envie aimerais "
    "aimerait ce soir soirée nuit demain week end dimanche samedi vendredi s'il te vous plaît plait svp stp merci "
    "bonjour salut propose proposer conseille conseiller recommande suggère recommander faut fait faire donne moi "
    "toi lui leur si comme aussi encore assez vraiment plutôt peut être histoire titre genre style parle parlant "
    "sujet maintenant tout toute tous toutes autre autres même rien non oui soit aujourd hui jour temps où idée "
    "idées mettre se passe passant petit petite grand grande vers entre"
)
"""Words that say nothing by themselves."""
ORDINARY = (
    "maison été hiver vie amour famille amis travail enfants ciel enfer fille filles garçon homme femme mère père "
    "espoir peur joie rêve fête école musique vacances argent jeu chance feu eau pluie neige soleil lune monde gens "
    "bébé roi reine hier toujours jamais seul ensemble"
)
"""Everyday words that are also titles."""
CLASHES = (
    "court, courts, chat, chats, noir, noirs, fin, d, t, du, en, an, long, brut, brute, sport, rare, prison, sang, "
    "genre, style, dur, mini, mort, plus, plus de, plus d, entre, et, brut, cru, mi, on, max, comique, ni, tout, "
    "non, animation, animé, casse, vers, intelligent, mordant, original, par, sous, de, action, des, ma, sa, ton, "
    "ta, mes, sale, vs"
)
"""Phrases that mean something else in another of the languages."""
