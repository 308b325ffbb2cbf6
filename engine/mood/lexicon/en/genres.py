"""English: genres and kinds of title."""

from __future__ import annotations

GENRES = {
    "Action": "action, swashbuckler~",
    "Adventure": "adventure, adventures, adventurous",
    "Animation": "animation, animated, cartoon, cartoons, stop motion, claymation",
    "Comedy": ("comedy, comedies, black comedy, dark comedy, sitcom, sitcoms, dark comedies, black comedies"),
    "Comedy+Romance": "romcom, romcoms, rom com, rom coms, romantic comedy, romantic comedies",
    "Crime": ("crime, gangster, gangsters, mafia, mob, whodunnit, whodunit, police procedural"),
    "Documentary": "documentary, documentaries, docu, doc, docs, docuseries, non fiction",
    "Drama": "drama, dramas, dramatic, family drama, family dramas, court drama, courtroom drama, period drama",
    "Family": "family film~, family movie~, children s film~, kids film~, kids movie~",
    "Fantasy": "fantasy, fantastical, fairy tale~, sword and sorcery",
    "Film Noir": "film noir, noir, noirs, neo noir",
    "History": (
        "historical, history, period piece~, period drama~, period film~, costume drama~, biopic, biopics, "
        "biographical, biography"
    ),
    "Horror": "horror, horrors, slasher, slashers",
    "Music": "musical, musicals, music",
    "Mystery": "mystery, mysteries, whodunnit, whodunit, detective story, detective stories",
    "Romance": "romance, romances",
    "Science Fiction": "science fiction, sci fi, scifi, sf, space opera, space operas",
    "Thriller": "thriller, thrillers",
    "War": "war",
    "Western": "western, westerns, spaghetti western~, neo western~",
}

TYPES = {
    "movie": "film, films, movie, movies, flick, flicks, feature, features, feature film~",
    "tv": (
        "series, tv, tv series, tv show~, show, shows, miniseries, mini series, limited series, binge, to binge, "
        "television, sitcom, sitcoms, docuseries"
    ),
    "anime": "anime, animes, anime film~, anime movie~, anime series, anime show~, japanese animation",
    "manga": "manga, mangas",
}
