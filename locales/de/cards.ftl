# Karten.

card-in-library = in deiner Bibliothek
card-new = neu hier
card-trial = ein Versuch, um dich kennenzulernen
card-part = Teil { $part } von { $parts }
card-seasons = { $seasons ->
    [one] eine Staffel
   *[other] { $seasons } Staffeln
}
card-episodes = { $episodes ->
    [one] eine Folge
   *[other] { $episodes } Folgen
}
card-volumes = { $volumes ->
    [one] ein Band
   *[other] { $volumes } Bände
}

card-opening = Für dich, { $person }:
card-opening-tonight = Für heute Abend, { $person }:
card-opening-mood = Für diese Stimmung:
card-opening-similar = Wie { $title }:
card-opening-shuffle = Für dich ausgelost:
card-opening-rediscover = Ein Wiedersehen wert:
card-nothing = Dazu passt hier nichts. Lockere einen Filter, oder sag es mit anderen Worten.
card-no-more = Das war alles, was passt. Lockere einen Filter, oder frag nach etwas anderem.

why-heading = Warum { $title }
whynot-heading = Warum nicht { $title }
