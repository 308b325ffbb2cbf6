# Cards.

card-in-library = in your library
card-new = new here
card-trial = a try, to get to know you
card-part = part { $part } of { $parts }
card-seasons = { $seasons ->
    [one] one season
   *[other] { $seasons } seasons
}
card-episodes = { $episodes ->
    [one] one episode
   *[other] { $episodes } episodes
}
card-volumes = { $volumes ->
    [one] one volume
   *[other] { $volumes } volumes
}

card-opening = For you, { $person }:
card-opening-tonight = For tonight, { $person }:
card-opening-mood = For that mood:
card-opening-similar = Like { $title }:
card-opening-shuffle = Drawn by lot for you:
card-opening-rediscover = Worth seeing again:
card-nothing = Nothing here fits that. Loosen a filter, or say it in other words.
card-no-more = That was all that fits. Loosen a filter, or ask for something else.

why-heading = Why { $title }
whynot-heading = Why not { $title }
