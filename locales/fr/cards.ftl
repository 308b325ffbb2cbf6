# Cartes.

card-in-library = dans ta bibliothèque
card-new = nouveau ici
card-trial = un essai, pour mieux te connaître
card-part = partie { $part } sur { $parts }
card-seasons = { $seasons ->
    [one] une saison
   *[other] { $seasons } saisons
}
card-episodes = { $episodes ->
    [one] un épisode
   *[other] { $episodes } épisodes
}
card-volumes = { $volumes ->
    [one] un volume
   *[other] { $volumes } volumes
}

card-opening = Pour toi, { $person } :
card-opening-tonight = Pour ce soir, { $person } :
card-opening-mood = Pour cette humeur :
card-opening-similar = Comme { $title } :
card-opening-shuffle = Tiré au sort pour toi :
card-opening-rediscover = À revoir :
card-nothing = Rien ici ne correspond à ça. Desserre un filtre, ou dis-le autrement.
card-no-more = C’était tout ce qui convient. Desserre un filtre, ou demande autre chose.

why-heading = Pourquoi { $title }
whynot-heading = Pourquoi pas { $title }
