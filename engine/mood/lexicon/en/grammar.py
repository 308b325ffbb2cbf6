"""English: small words that say how to take the others, measures and times."""

from __future__ import annotations

from collections.abc import Mapping

from engine.mood.kinds import Kind

GRAMMAR: Mapping[Kind, Mapping[str, str]] = {
    Kind.FAMILY: {
        "": (
            "for the kids, for my kids, for our kids, for kids, for the children, for children, for my children, for "
            "our children, for the whole family, for the family, for my family, for all the family, for all ages, "
            "with the kids, with my kids, with our kids, with kids, with the children, with my children, with "
            "children, with the family, with the whole family, with my family, kid friendly, child friendly, family "
            "friendly, kids can watch, children can watch, for little ones, for a child, for my son, for my "
            "daughter, family night, family film~, family movie~, kids movie~, kids film~, kids show~, "
            "children s film~, family movie night, all ages"
        ),
    },
    Kind.SHORT: {"": "short, shortish, quick, brief, not much time, little time"},
    Kind.LONG: {"": "long, lengthy"},
    Kind.SHORTER: {"": "shorter"},
    Kind.LONGER: {"": "longer"},
    Kind.OLD: {"": "old, classic, classics, vintage, golden age, old timey"},
    Kind.NEW: {"": "new, recent, recently released, latest, contemporary, brand new, newly released"},
    Kind.OLDER: {"": "older"},
    Kind.NEWER: {"": "newer, more recent, more modern"},
    Kind.NOT: {
        "": (
            "not, no, nothing, none, without, never, don t want, do not want, don t, doesn t, isn t, not in the mood "
            "for, avoid, avoiding, except, anything but, everything but, no more, non, neither, nor, hate, instead "
            "of, can t stand, not into, skip, minus"
        ),
    },
    Kind.LESS: {"": "less, fewer, not so much, not as much, less of"},
    Kind.MORE: {"": "more, a bit more, much more, lots of, a lot of, plenty of, some, a bit of, a little, a touch of"},
    Kind.AND: {"": "and, plus"},
    Kind.OR: {"": "or"},
    Kind.BUT: {"": "but, though, however, only, just, yet"},
    Kind.FOR: {"": "for"},
    Kind.WITH: {"": "with, starring, featuring, stars"},
    Kind.BY: {
        "": "by, directed by, director, written by, made by, produced by, created by, from director, from the director",
    },
    Kind.FROM: {"": "from, out of, made in, produced in, from the"},
    Kind.LIKE: {
        "": (
            "like, such as, similar to, in the style of, in the vein of, in the spirit of, along the lines of, a la, "
            "reminiscent of, reminds me of, remind me of, comparable to, same vibe as, same mood as, vibe of, mood "
            "of, mix of, cross between, mixture of, akin to, resembling, as good as, as in, inspired by, the likes "
            "of, feel of"
        ),
    },
    Kind.LIKED: {
        "": "loved, liked, love, enjoyed, adored, adore, after watching, just watched, just saw, fan of, fans of",
    },
    Kind.WOULD: {"": "would, d, i, you, we, they, to, really, also, feel, feels, feeling, looks, sounds, t"},
    Kind.MEETS: {"": "meets, crossed with, x, vs"},
    Kind.VIBE: {"": "vibes, vibe, vibing, style, esque, like, ish, feeling, mood, energy, atmosphere"},
    Kind.SOMETHING: {"": "something, anything, nothing, one, ones, stuff, things"},
    Kind.SPEECH: {"": "subtitles, subtitle, subbed, dubbed, dub, subs, audio"},
    Kind.OWN: {"": "my, your, his, her, their, our"},
    Kind.AT_MOST: {
        "": (
            "under, less than, at most, max, maximum, below, up to, no more than, not more than, no longer than, not "
            "longer than, not over, within, shorter than, nothing over, nothing longer than, nothing above, fewer "
            "than, in under, not exceeding, nothing more than, not above"
        ),
    },
    Kind.AT_LEAST: {
        "": (
            "over, more than, longer than, at least, above, minimum, min, no less than, not under, not less than, no "
            "shorter than, nothing under, nothing shorter than, not shorter than"
        ),
    },
    Kind.ABOUT: {"": "about, around, roughly, approximately, circa, approx, ca, close to, some"},
    Kind.BETWEEN: {"": "between, from"},
    Kind.TO: {"": "to, and, till, until"},
    Kind.AT_MOST_AFTER: {"": "max, maximum, or less, tops, at most, or under, or shorter, at the most, or fewer"},
    Kind.AT_LEAST_AFTER: {"": "or more, minimum, at least, or longer, plus"},
    Kind.HAVE: {"": "have, got, only have, ve got, have only, have about, have got"},
    Kind.MINUTES: {"": "minutes, minute, min, mins, minuets"},
    Kind.HOURS: {"": "hours, hour, hrs, hr, h"},
    Kind.HALF: {"": "and a half"},
    Kind.SPAN: {
        "30": "half an hour, half hour",
        "90": "an hour and a half, hour and a half, one and a half hours",
        "60": "an hour",
        "45": "three quarters of an hour",
        "120": "couple of hours, a couple of hours",
    },
    Kind.BEFORE: {"": "before, pre, prior to, earlier than, older than, from before"},
    Kind.UNTIL: {"": "until, till, up to, not after, nothing after, not newer than, nothing newer than, no newer than"},
    Kind.SINCE: {
        "": (
            "since, from, starting, not before, nothing before, not older than, nothing older than, no older than, "
            "post, made since, as of"
        ),
    },
    Kind.AFTER: {"": "after, newer than, later than"},
    Kind.DECADE: {
        "1920": "twenties, roaring twenties",
        "1930": "thirties",
        "1940": "forties",
        "1950": "fifties",
        "1960": "sixties",
        "1970": "seventies",
        "1980": "eighties",
        "1990": "nineties",
        "2000": "noughties, aughts, two thousands",
    },
    Kind.EARLY: {"": "early"},
    Kind.MIDDLE: {"": "mid, middle of the"},
    Kind.LATE: {"": "late"},
    Kind.LAST: {"": "last, past, the last, the past"},
    Kind.YEARS: {"1": "years, year", "10": "decades, decade"},
    Kind.AGED: {"": "year old, year olds, years old, yo, yr old"},
    Kind.YEARS_BACK: {
        "0": "this year, this year s",
        "1": "last year, last year s",
        "10": "last decade, the last decade, past decade",
        "25": "this century, 21st century, twenty first century",
        "15": "modern",
    },
}
STOP = (
    "without a an the of in on at is are was were be been am it its this that these those there here i me my we us our "
    "you your he she they them his her their with for from to by as and or but not no some any so too very really "
    "quite bit little lot please want wanted wants would could should can will do does did have has had what which who "
    "when where something anything watch watching see find give show me tonight today tomorrow evening night weekend "
    "sunday saturday friday mood recommend suggest suggestion recommendation good great nice best better just maybe "
    "perhaps kind sort than then if about into up down out over again more less most much many one ones stuff thing "
    "things need looking look feel feeling hi hello hey thanks thank let lets s t d m ll re ve don set made story "
    "stories title titles pick genre style theme themed like also ok okay right now later soon day days time "
    "everything everyone all only even still both each other another got get go going first watched seen haven t "
    "while because how why yes no preferably ideally possible possibly"
)
"""Words that say nothing by themselves."""
ORDINARY = (
    "home magic summer winter spring autumn life love family friends friend christmas work kids children crazy heat "
    "speed super heaven hell girl girls boy boys man men woman women mother father hope fear joy dream dreams party "
    "school music dance holiday money game games luck fire water rain snow sun moon star stars world people baby dad "
    "mum mom king queen yesterday once never next lost alone together free brave big small red blue black white "
    "young rush fresh warm cold"
)
"""Everyday words that are also titles."""
CLASHES = "war, die, fun, min, pre, minus, x, d, t, doc, docs, mob, light, plus, us"
"""Phrases that mean something else in another of the languages."""
