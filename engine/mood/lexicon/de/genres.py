"""German: genres and kinds of title."""

from __future__ import annotations

GENRES = {
    "Action": "action, actionfilm~, actionkracher",
    "Adventure": "abenteuer, abenteuerfilm~, abenteuerlich~",
    "Animation": (
        "animation, animationsfilm~, zeichentrick, zeichentrickfilm~, trickfilm~, animiert~, zeichentrickserie~"
    ),
    "Comedy": "komödie, komödien, schwarze komödie, comedy, lustspiel",
    "Comedy+Romance": "romantische komödie, romantische komödien, liebeskomödie, liebeskomödien, romcom",
    "Crime": "krimi, krimis, kriminalfilm~, gangsterfilm~, mafiafilm~, verbrechen, kriminalserie~, krimiserie~",
    "Documentary": "doku, dokus, dokumentation, dokumentationen, dokumentarfilm~, dokumentarisch~, dokuserie~",
    "Drama": "drama, dramen, familiendrama, dramatisch~, gerichtsdrama",
    "Family": "familienfilm~, kinderfilm~, kinderserie~",
    "Fantasy": "fantasy, fantasyfilm~, fantastisch~, märchen, märchenfilm~",
    "Film Noir": "film noir, noir",
    "History": "historienfilm~, historisch~, geschichtsfilm~, kostümfilm~, biopic, biografie, historiendrama",
    "Horror": "horror, horrorfilm~, slasher, horrorserie~, gruselfilm~",
    "Music": "musical, musicals, musikfilm~, musik",
    "Mystery": "mystery, rätsel, mysteryserie~, krimirätsel",
    "Romance": "romanze, romanzen, liebesfilm~, romantik, liebe",
    "Science Fiction": "science fiction, sci fi, scifi, sf, science fiction film~, sci fi film~, zukunftsfilm~",
    "Thriller": "thriller, thrillern, psychothriller",
    "War": "krieg, kriegsfilm~, antikriegsfilm~, kriegsdrama",
    "Western": "western, italowestern",
}

TYPES = {
    "movie": "film, filme, filmen, spielfilm~, films, kinofilm~, streifen",
    "tv": "serie, serien, fernsehserie~, miniserie~, tv serie~, staffel, staffeln, sendung",
    "anime": "anime, animes, animefilm~, anime film~, anime serie~, animeserie~",
    "manga": "manga, mangas",
}
