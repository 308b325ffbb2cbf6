"""German: small words that say how to take the others, measures and times."""

from __future__ import annotations

from collections.abc import Mapping

from engine.mood.kinds import Kind

GRAMMAR: Mapping[Kind, Mapping[str, str]] = {
    Kind.FAMILY: {
        "": (
            "für kinder, für die kinder, für meine kinder, für unsere kinder, mit kindern, mit den kindern, mit "
            "meinen kindern, mit unseren kindern, für die ganze familie, für die familie, mit der familie, mit der "
            "ganzen familie, kinderfreundlich~, familienfreundlich~, familientauglich~, kindgerecht~, familienfilm~, "
            "kinderfilm~, familienabend, kinderserie~, für alle altersgruppen, kindertauglich~, für jung und alt, "
            "mit meinem sohn, mit meiner tochter, für meinen sohn, für meine tochter"
        ),
    },
    Kind.SHORT: {"": "kurz~, wenig zeit, nicht viel zeit"},
    Kind.LONG: {"": "lang~, überlang~"},
    Kind.SHORTER: {"": "kürzer, kürzere, kürzerer, kürzeres, kürzeren"},
    Kind.LONGER: {"": "länger, längere, längerer, längeres, längeren"},
    Kind.OLD: {"": "alt~, klassiker, klassisch~"},
    Kind.NEW: {"": "neu, neue, neuer, neues, neuen, aktuell~, neueste, neuestes, neuesten, neuster, neu erschienen~"},
    Kind.OLDER: {"": "älter, ältere, älterer, älteres, älteren"},
    Kind.NEWER: {"": "neuere, neuerer, neueres, neueren, moderner, jünger"},
    Kind.NOT: {
        "": (
            "nicht, kein, keine, keinen, keiner, keinem, keines, nichts, ohne, nie, niemals, bloß nicht, außer, "
            "bitte nicht, alles außer, keinesfalls, auf keinen fall, weder, noch, statt, hasse"
        ),
    },
    Kind.LESS: {"": "weniger, nicht so viel, nicht ganz so"},
    Kind.MORE: {"": "mehr, etwas mehr, viel mehr, viel, viele, jede menge, ein bisschen, bisschen, ein wenig, etwas"},
    Kind.AND: {"": "und, plus"},
    Kind.OR: {"": "oder"},
    Kind.BUT: {"": "aber, jedoch, sondern, nur, doch, allerdings"},
    Kind.FOR: {"": "für"},
    Kind.WITH: {"": "mit"},
    Kind.BY: {"": "von, vom regisseur, von regisseur, regie, unter der regie von, gedreht von, inszeniert von"},
    Kind.FROM: {"": "aus, von, aus dem, aus der, aus den"},
    Kind.LIKE: {
        "": (
            "wie, so wie, so was wie, sowas wie, etwas wie, ähnlich wie, im stil von, à la, ala, nach art von, im "
            "stile von, mischung aus, vergleichbar mit, erinnert an, in richtung, so ähnlich wie, ähnlich zu, "
            "ähnlich, im geist von"
        ),
    },
    Kind.LIKED: {"": "liebe, liebte, mochte, geliebt, mag, gemocht, fan von, gerade gesehen, gefallen hat"},
    Kind.WOULD: {"": "weiß, egal"},
    Kind.MEETS: {"": "trifft, trifft auf"},
    Kind.VIBE: {"": "stimmung, atmosphäre, stil, artig, vibes, flair"},
    Kind.SOMETHING: {"": "etwas, was, irgendwas, nichts, irgendetwas"},
    Kind.SPEECH: {"": "untertitel, untertiteln, synchro, synchronisiert, synchronfassung, tonspur"},
    Kind.OWN: {"": "mein, meine, meinen, meiner, sein, seine, seinen, ihr, ihre, ihren"},
    Kind.AT_MOST: {
        "": (
            "unter, weniger als, höchstens, maximal, max, bis zu, bis, nicht länger als, nicht mehr als, kürzer als, "
            "nicht über, nichts über, nichts länger als, unterhalb von, nichts was länger als, in unter"
        ),
    },
    Kind.AT_LEAST: {
        "": "über, mehr als, mindestens, länger als, ab, minimum, nicht unter, nicht kürzer als, nicht weniger als",
    },
    Kind.ABOUT: {"": "ca, circa, etwa, ungefähr, rund, um die, so um die, so etwa, knapp, zirka, gut"},
    Kind.BETWEEN: {"": "zwischen, von"},
    Kind.TO: {"": "bis, und, bis zu"},
    Kind.AT_MOST_AFTER: {"": "maximal, max, höchstens, oder weniger, oder kürzer, maximum"},
    Kind.AT_LEAST_AFTER: {"": "oder mehr, mindestens, oder länger, minimum"},
    Kind.HAVE: {"": "haben, habe, hab, haben nur, habe nur, hab nur, zeit, nur, haben noch"},
    Kind.MINUTES: {"": "minuten, minute, min, minütig~"},
    Kind.HOURS: {"": "stunden, stunde, std, h, stündig~"},
    Kind.HALF: {"": "einhalb, und eine halbe"},
    Kind.SPAN: {
        "30": "halbe stunde, eine halbe stunde, einer halben stunde, halben stunde",
        "90": "anderthalb stunden, eineinhalb stunden, eine stunde und dreißig minuten, anderthalbstündig~",
        "150": "zweieinhalb stunden",
        "210": "dreieinhalb stunden",
        "45": "dreiviertelstunde, eine dreiviertelstunde",
        "60": "eine stunde, einer stunde, einstündig~",
        "15": "viertelstunde",
        "120": "zweistündig~, paar stunden",
    },
    Kind.BEFORE: {"": "vor, älter als, von vor, aus der zeit vor, früher als"},
    Kind.UNTIL: {"": "bis, nicht nach, nichts nach, nicht neuer als, nichts neuer als, bis zu, nichts neueres als"},
    Kind.SINCE: {
        "": (
            "seit, ab, von, nicht vor, nichts vor, nicht älter als, nichts älter als, nichts älteres als, seit dem "
            "jahr, ab dem jahr"
        ),
    },
    Kind.AFTER: {"": "nach, neuer als, später als, jünger als"},
    Kind.DECADE: {
        "1920": "zwanziger, zwanzigern, zwanzigerjahre",
        "1930": "dreißiger, dreißigern, dreißigerjahre",
        "1940": "vierziger, vierzigern, vierzigerjahre",
        "1950": "fünfziger, fünfzigern, fünfzigerjahre",
        "1960": "sechziger, sechzigern, sechzigerjahre",
        "1970": "siebziger, siebzigern, siebzigerjahre",
        "1980": "achtziger, achtzigern, achtzigerjahre",
        "1990": "neunziger, neunzigern, neunzigerjahre",
        "2000": "nuller, zweitausender, zweitausendern",
    },
    Kind.EARLY: {"": "anfang, anfang der, frühe, frühen, anfang der 19"},
    Kind.MIDDLE: {"": "mitte, mitte der"},
    Kind.LATE: {"": "ende, ende der, späte, späten"},
    Kind.LAST: {"": "letzten, letzte, vergangenen, den letzten, der letzten, die letzten"},
    Kind.YEARS: {"1": "jahre, jahren, jahr", "10": "jahrzehnte, jahrzehnten"},
    Kind.AGED: {"": "jährig~, jahre alt, jährigen, jahren, jahre"},
    Kind.YEARS_BACK: {
        "0": "dieses jahr, aus diesem jahr, diesem jahr, diesjährig~",
        "1": "letztes jahr, vom letzten jahr, letzten jahr",
        "10": "letztes jahrzehnt, letzten jahrzehnt",
        "25": "21 jahrhundert, diesem jahrhundert",
        "15": "modern~",
    },
}
STOP = (
    "ohne der die das den dem des ein eine einen einer einem eines und oder aber nicht kein keine ich du er sie es wir "
    "ihr mich mir uns euch dich dir ist sind war waren bin sein wird werden hat haben habe hab hatte mit von für aus "
    "auf in im an am zu zum zur bei um als wie so was wer wo wann etwas irgendwas nichts bitte heute abend morgen "
    "nacht wochenende sonntag samstag freitag mal doch nur auch noch schon sehr ganz ziemlich bisschen wenig viel "
    "mehr weniger gern gerne lieber möchte möchten will wollen würde würden kann können soll sollte suche suchen "
    "such gib zeig empfiehl empfehlung empfehlen vorschlag schauen gucken sehen anschauen ansehen guck lust stimmung "
    "gut gute guter gutes guten beste bester bestes schön schöne schöner schönes tolle toller tolles dass wenn weil "
    "denn dann da hier dieser diese dieses man über unter nach vor bis seit richtig einfach vielleicht gerade jetzt "
    "später danke hallo titel geschichte genre spielt spielen handelt davon darin darf dürfen muss sollte etwas "
    "anderes alles jahre jahr zeit eher was"
)
"""Words that say nothing by themselves."""
ORDINARY = (
    "heimat sommer winter leben liebe familie freunde weihnachten arbeit kinder himmel hölle mädchen junge mann frau "
    "mutter vater hoffnung angst freude traum party schule musik urlaub geld spiel glück feuer wasser regen schnee "
    "sonne mond welt leute baby könig früher gestern immer"
)
"""Everyday words that are also titles."""
CLASHES = (
    "war, alt, alte, alten, alter, ki, liebe, essen, was, rau, roh, still, hart, gut, tod, mag, d, min, an, gericht, "
    "schule, freunde, nur, zeit, noch, bis, ab, von, zum, was, all, sport, ende"
)
"""Phrases that mean something else in another of the languages."""
