# Why something is recommended. One message per phrasing; “-1”, “-2” … say the same in different words, and
# neighbours begin differently, so that the cards of one answer do not sound alike. Add more if you like, in all languages.
#
# $titles      quoted titles as a list, $title_count how many
# $people      names as a list, $person_count how many; $role director, creator, writer, composer, actor or studio
# $genres      genres as a list as written within a sentence, $genres_leading the same to begin one; $genre_count how many
# $keywords    the catalogue’s words as a list, $quoted the same in quotation marks; $keyword_count how many
# $whole       “yes” where $count equals $total

reason-votes = { $count ->
    [0] no votes
    [one] one vote
   *[other] { $count } votes
}
reason-days-ago = { $count ->
    [0] today
    [1] yesterday
   *[other] { $count } days ago
}
reason-times = { $count ->
    [1] once
    [2] twice
   *[other] { $count } times
}
reason-share = { $whole ->
    [yes] { $total ->
        [one] the one
        [2] both
       *[other] all { $total }
    }
   *[no] { $count } of the { $total }
}
reason-titles-word = { $total ->
    [one] title
   *[other] titles
}
reason-credit = { $role ->
    [director] Directed by { $people }
    [creator] Created by { $people }
    [writer] Written by { $people }
    [composer] With music by { $people }
    [studio] Made by { $people }
   *[actor] With { $people }
}

## Close to titles that were liked

reason-similar-to-liked-1 = Close to { $titles }, which you liked.
reason-similar-to-liked-2 = You liked { $titles }, and this is in the same vein.
reason-similar-to-liked-3 = Because you liked { $titles }: this one is much like { $title_count ->
    [one] it
   *[other] them
}.
reason-similar-to-liked-4 = Much in common with { $titles }, and you liked { $title_count ->
    [one] that
    [2] both
   *[other] all of them
}.
reason-similar-to-liked-5 = Not far from { $titles }, { $title_count ->
    [one] a title you liked
   *[other] titles you liked
}.

## A genre that works

reason-genre-in-domain = { $genre } ({ $domain ->
    [movie] films
    [tv] series
    [anime] anime
   *[manga] manga
})

reason-genre-liked-1 = { $genres_leading } { $genre_count ->
    [one] suits
   *[other] suit
} you: you finished { reason-share } you started.
reason-genre-liked-2 = You finished { reason-share } you started in { $genres }.
reason-genre-liked-3 = When you start on { $genres }, you tend to finish: { $count } of { $total } so far.
reason-genre-liked-4 = So far you have finished { reason-share } you began in { $genres }.
reason-genre-liked-5 = Your record with { $genres }: { $total } started, { $count } finished.

reason-genre-liked-bare-1 = { $genres_leading } { $genre_count ->
    [one] suits
   *[other] suit
} you.
reason-genre-liked-bare-2 = You have a liking for { $genres }.
reason-genre-liked-bare-3 = More { $genres }, which usually works for you.
reason-genre-liked-bare-4 = This is { $genres }, and you tend to like that.

## A person behind finished titles

reason-person-liked-1 = { reason-credit }, { $role ->
    [composer] as in
    [actor] as in
   *[other] like
} { $titles }, which you finished.
reason-person-liked-2 = You finished { $titles }; { $people } { $role ->
    [director] directed this one too
    [creator] created this one too
    [writer] wrote this one too
    [composer] wrote the music here too
    [studio] made this one too
   *[actor] is in this one too
}.
reason-person-liked-3 = { $people } also { $role ->
    [director] directed { $titles }
    [creator] created { $titles }
    [writer] wrote { $titles }
    [composer] wrote the music for { $titles }
    [studio] made { $titles }
   *[actor] appears in { $titles }
}, which you finished.
reason-person-liked-4 = More from { $people }: you finished { $titles }.
reason-person-liked-5 = After { $titles }, which you finished: another one { $role ->
    [director] directed by { $people }
    [creator] created by { $people }
    [writer] written by { $people }
    [composer] with music by { $people }
    [studio] made by { $people }
   *[actor] with { $people }
}.

reason-person-liked-other-1 = { $people }, known to you from { $titles }, is among the people behind this one.
reason-person-liked-other-2 = You finished { $titles }; { $people } worked on this one too.
reason-person-liked-other-3 = Behind this one too: { $people }, known to you from { $titles }.
reason-person-liked-other-4 = Another one that { $people } worked on, after { $titles }.

## Ratings

reason-quality-1 = Rated { $figure } out of 10 by { $count ->
    [0] nobody yet
    [one] one person
   *[other] { $count } people
}.
reason-quality-2 = It stands at { $figure } out of 10 after { reason-votes }.
reason-quality-3 = An average of { $figure } out of 10, from { reason-votes }.
reason-quality-4 = Well received: { $figure } out of 10 across { reason-votes }.
reason-quality-5 = Elsewhere people give it { $figure } out of 10 ({ reason-votes }).

reason-widely-rated-1 = Widely rated: { reason-votes } so far.
reason-widely-rated-2 = { $count ->
    [0] Nobody has
    [one] One person has
   *[other] { $count } people have
} rated it, so its rating carries weight.
reason-widely-rated-3 = Plenty of opinions stand behind it: { reason-votes }.
reason-widely-rated-4 = Its rating rests on { reason-votes }.

## New

reason-new-in-library-1 = New here: added { reason-days-ago }.
reason-new-in-library-2 = It reached the library { reason-days-ago }.
reason-new-in-library-3 = A recent addition: it came { reason-days-ago }.
reason-new-in-library-4 = Among the newer arrivals, added { reason-days-ago }.

reason-new-release-1 = New: it came out in { $year }.
reason-new-release-2 = Released in { $year }, so still recent.
reason-new-release-3 = A recent one, from { $year }.
reason-new-release-4 = It dates from { $year }, so it is one of the newer titles.

## Finished by others here

reason-people-here = { $count ->
    [one] one person
   *[other] { $count } people
}
reason-popular-here-1 = Popular here: { reason-people-here } finished it.
reason-popular-here-2 = On this server, { reason-people-here } finished it.
reason-popular-here-3 = Others here stayed to the end: { reason-people-here } so far.
reason-popular-here-4 = Finished by { reason-people-here } here.

## Shared with the title it started from

reason-seed-shared-people-1 = { $people } also { $role ->
    [director] directed
    [creator] created
    [writer] wrote
    [composer] wrote the music for
    [studio] made
   *[actor] { $person_count ->
        [one] appears in
       *[other] appear in
    }
} { $titles }.
reason-seed-shared-people-2 = Like { $titles }, it { $role ->
    [director] was directed by { $people }
    [creator] was created by { $people }
    [writer] was written by { $people }
    [composer] has music by { $people }
    [studio] was made by { $people }
   *[actor] has { $people } in the cast
}.
reason-seed-shared-people-3 = The link to { $titles }: { $role ->
    [director] directed by { $people }
    [creator] created by { $people }
    [writer] written by { $people }
    [composer] music by { $people }
    [studio] made by { $people }
   *[actor] { $people } in the cast
}.
reason-seed-shared-people-4 = { reason-credit }, { $role ->
    [composer] as in
    [actor] as in
   *[other] like
} { $titles }.

reason-seed-shared-people-other-1 = { $people } worked on { $titles } too, in another role.
reason-seed-shared-people-other-2 = Like { $titles }, it has { $people } behind it, in another role.
reason-seed-shared-people-other-3 = The link to { $titles }: { $people }, in another role there.
reason-seed-shared-people-other-4 = Also behind { $titles }, in another role: { $people }.

reason-seed-shared-genres-1 = Shares { $genre_count ->
    [one] its genre
   *[other] its genres
} with { $titles }: { $genres }.
reason-seed-shared-genres-2 = Like { $titles }, this is { $genres }.
reason-seed-shared-genres-3 = { $genres_leading }, just like { $titles }.
reason-seed-shared-genres-4 = What it has in common with { $titles }: { $genres }.

reason-seed-shared-keywords-1 = Shares { $keyword_count ->
    [one] a theme
   *[other] themes
} with { $titles }: { $keywords }.
reason-seed-shared-keywords-2 = Like { $titles }, it is listed under { $quoted }.
reason-seed-shared-keywords-3 = Common ground with { $titles }: { $keywords }.
reason-seed-shared-keywords-4 = What ties it to { $titles }: { $keywords }.

reason-seed-similar-1 = Close to { $titles } in subject and tone.
reason-seed-similar-2 = It shares much of its subject and tone with { $titles }.
reason-seed-similar-3 = In the same vein as { $titles }.
reason-seed-similar-4 = Similar to { $titles }, in what it tells and how.

## Meets a request

reason-mood-match-words-1 = You asked for { $quoted }, and this fits.
reason-mood-match-words-2 = Fits your request: { $quoted }.
reason-mood-match-words-3 = Chosen for { $quoted }.
reason-mood-match-words-4 = One answer to { $quoted }.

reason-mood-match-titles-1 = You named { $titles }, and this comes close.
reason-mood-match-titles-2 = Like { $titles }, as you asked.
reason-mood-match-titles-3 = Close to { $titles }, the { $title_count ->
    [one] title
   *[other] titles
} you named.
reason-mood-match-titles-4 = Starting from { $titles }, this one is near.

reason-mood-match-both-1 = You asked for { $quoted } and something like { $titles }; this fits both.
reason-mood-match-both-2 = Like { $titles }, and it fits { $quoted } too.
reason-mood-match-both-3 = Close to { $titles }, with { $quoted } as you asked.
reason-mood-match-both-4 = Near { $titles }, and right for { $quoted }.

reason-mood-match-bare-1 = Close to what you described.
reason-mood-match-bare-2 = Fits the mood you asked for.
reason-mood-match-bare-3 = Your description points to this one.
reason-mood-match-bare-4 = Chosen for what you described.

reason-mood-avoided-1 = As you asked: { $quoted }.
reason-mood-avoided-2 = You asked for { $quoted }, and this leans that way.
reason-mood-avoided-3 = It goes along with your wish: { $quoted }.
reason-mood-avoided-4 = Your wish was { $quoted }, and this agrees with it.

## By lot, again, or to begin with

reason-chance-1 = Drawn by lot from the good candidates.
reason-chance-2 = The dice chose this one, out of good candidates only.
reason-chance-3 = Pure chance, among the good candidates.
reason-chance-4 = Picked at random from the good candidates.

reason-loved-before-1 = You finished it { reason-times }, most recently in { $when }.
reason-loved-before-2 = Last finished in { $when }, { reason-times } in all.
reason-loved-before-3 = Worth going back to: finished { reason-times }, most recently in { $when }.
reason-loved-before-4 = It has been a while: you last finished it in { $when }.

reason-starter-1 = To get to know your taste: { $genres }.
reason-starter-2 = A bit of { $genres }, to find out what you like.
reason-starter-3 = Something different on this list: { $genres }.
reason-starter-4 = { $genres_leading } { $genre_count ->
    [one] was
   *[other] were
} still missing from this list.

## Connected with titles that were liked

reason-linked-maker-1 = { $role ->
    [composer] The music is by the composer of { $titles }
    [actor] In the cast is a face from { $titles }
    [director] By the director of { $titles }
    [creator] By the creator of { $titles }
    [writer] By the writer of { $titles }
   *[studio] By the studio behind { $titles }
}, which you liked: { $people }.
reason-linked-maker-2 = You liked { $titles }; { $people } { $role ->
    [director] directed this one too
    [creator] created this one too
    [writer] wrote this one too
    [composer] wrote the music here too
    [studio] made this one too
   *[actor] is in this one too
}.
reason-linked-maker-3 = { $people } connects it with { $titles }, which you liked: the same { $role ->
    [director] director
    [creator] creator
    [writer] writer
    [composer] composer
    [studio] studio
   *[actor] face in the cast
}.
reason-linked-maker-4 = Same { $role ->
    [director] director
    [creator] creator
    [writer] writer
    [composer] composer
    [studio] studio
   *[actor] actor
} as in { $titles }, which you liked: { $people }.

reason-linked-maker-other-1 = { $people } worked on { $titles }, which you liked, and on this one.
reason-linked-maker-other-2 = You liked { $titles }; { $people } had a hand in this one, too.
reason-linked-maker-other-3 = Known from { $titles }, which you liked, and at work here, too: { $people }.
reason-linked-maker-other-4 = After { $titles }, which you liked, another one that { $people } worked on.

reason-linked-people-1 = { $people } also { $role ->
    [director] directed
    [creator] created
    [writer] wrote
    [composer] wrote the music for
    [studio] made
   *[actor] appear in
} { $titles }, which you liked.
reason-linked-people-2 = You liked { $titles }; { $people } are together again here.
reason-linked-people-3 = Shares { $role ->
    [director] directors
    [creator] creators
    [writer] writers
    [composer] composers
    [studio] studios
   *[actor] actors
} with { $titles }, which you liked: { $people }.
reason-linked-people-4 = Together again after { $titles }, which you liked: { $people }.

reason-linked-people-other-1 = { $people } worked on { $titles }, which you liked, and on this one.
reason-linked-people-other-2 = You liked { $titles }; { $people } worked on this one as well.
reason-linked-people-other-3 = Behind this one and { $titles }, which you liked: { $people }.
reason-linked-people-other-4 = The same people as for { $titles }, which you liked: { $people }.

reason-linked-themes-1 = Shares { $keyword_count ->
    [one] a theme
   *[other] themes
} with { $titles }, which you liked: { $keywords }.
reason-linked-themes-2 = You liked { $titles }; this one too is listed under { $quoted }.
reason-linked-themes-3 = Common ground with { $titles }, which you liked: { $keywords }.
reason-linked-themes-4 = Another one listed under { $quoted }, like { $titles }, which you liked.

reason-linked-name-1 = { $quoted } comes up here as in { $titles }, which you liked.
reason-linked-name-2 = You liked { $titles }; { $quoted } comes up here, too.
reason-linked-name-3 = Like { $titles }, which you liked, it has to do with { $quoted }.
reason-linked-name-4 = Its story touches on { $quoted }, like { $titles }, which you liked.

reason-linked-series-1 = Part of the same series as { $titles }, which you liked.
reason-linked-series-2 = You liked { $titles }, and this belongs with { $title_count ->
    [one] it
   *[other] them
}.
reason-linked-series-3 = From the world of { $titles }, which you liked.
reason-linked-series-4 = In one series with { $titles }, which you liked.

## What speaks against it

reason-like-abandoned-1 = Close to { $titles }, which you gave up on or disliked.
reason-like-abandoned-2 = You did not get on with { $titles }, and this is similar.
reason-like-abandoned-3 = Similar to { $titles }, and { $title_count ->
    [one] that did
   *[other] those did
} not work for you.
reason-like-abandoned-4 = Much like { $titles }, left unfinished or disliked.

reason-dropped-itself-1 = You gave up on it or did not like it, and that counts.
reason-dropped-itself-2 = It counts against it that you gave up on it or did not like it.
reason-dropped-itself-3 = Given up on or disliked by you, so it starts further back.
reason-dropped-itself-4 = Your own verdict weighs here: given up on or disliked.

reason-like-hidden-1 = Close to { $titles }, which you have hidden for now.
reason-like-hidden-2 = You have hidden { $titles }, and this is similar.
reason-like-hidden-3 = Similar to { $titles }, hidden for the time being.
reason-like-hidden-4 = While { $titles } { $title_count ->
    [one] is
   *[other] are
} hidden, titles like this count for less.

reason-genre-avoided-1 = { $genres_leading } rarely { $genre_count ->
    [one] works
   *[other] work
} for you: { $total } started, { $count } finished.
reason-genre-avoided-2 = { $total ->
    [one] The one title you started in { $genres } stayed unfinished
   *[other] You finished { $count ->
        [0] none
       *[other] only { $count }
    } of the { $total } you started in { $genres }
}.
reason-genre-avoided-3 = Of { $total } you started in { $genres }, you finished { $count }.
reason-genre-avoided-4 = Your record with { $genres } is thin: { $total } started, { $count } finished.

reason-genre-avoided-untouched-1 = You have never started anything in { $genres }, though { $total ->
    [one] one title is
   *[other] { $total } titles are
} here.
reason-genre-avoided-untouched-2 = { $genres_leading }: { $total ->
    [one] one title is here, but you have never started it
   *[other] { $total } titles are here, but you have never started one
}.
reason-genre-avoided-untouched-3 = So far you have left { $genres } alone: { $total } available, none started.
reason-genre-avoided-untouched-4 = Nothing in { $genres } in your history so far, with { $total } { reason-titles-word } to choose from.

reason-genre-avoided-bare-1 = Lately { $genres } { $genre_count ->
    [one] has
   *[other] have
} not been your thing.
reason-genre-avoided-bare-2 = { $genres_leading } { $genre_count ->
    [one] has
   *[other] have
} done little for you lately.
reason-genre-avoided-bare-3 = You have had little joy from { $genres } lately.
reason-genre-avoided-bare-4 = In recent times, { $genres } { $genre_count ->
    [one] has
   *[other] have
} rarely been for you.

reason-person-dropped-1 = { reason-credit }, { $role ->
    [composer] as in
    [actor] as in
   *[other] like
} { $titles }, which you gave up on or disliked.
reason-person-dropped-2 = You did not get on with { $titles }; { $people } { $role ->
    [director] directed this one too
    [creator] created this one too
    [writer] wrote this one too
    [composer] wrote the music here too
    [studio] made this one too
   *[actor] is in this one too
}.
reason-person-dropped-3 = { $people } also { $role ->
    [director] directed { $titles }
    [creator] created { $titles }
    [writer] wrote { $titles }
    [composer] wrote the music for { $titles }
    [studio] made { $titles }
   *[actor] appears in { $titles }
}, and { $title_count ->
    [one] that did
   *[other] those did
} not work for you.
reason-person-dropped-4 = More from { $people }, and you gave up on or disliked { $titles }.

reason-person-dropped-other-1 = { $people } worked on this one too, and { $titles } did not work for you.
reason-person-dropped-other-2 = You did not get on with { $titles }, and { $people } worked on this one too.
reason-person-dropped-other-3 = Behind this one too: { $people }, and you gave up on or disliked { $titles }.
reason-person-dropped-other-4 = Another one that { $people } worked on, after { $titles }, given up on or disliked.

reason-person-dropped-bare-1 = Titles by some of the same people have not gone well for you.
reason-person-dropped-bare-2 = You have not got on well with the people behind it so far.
reason-person-dropped-bare-3 = What you know by the people behind it did not go down well.
reason-person-dropped-bare-4 = So far, the people behind it have done little for you.

reason-low-quality-1 = Rated only { $figure } out of 10, from { reason-votes }.
reason-low-quality-2 = Its average is low: { $figure } out of 10 from { reason-votes }.
reason-low-quality-3 = Only { $figure } out of 10 across { reason-votes }.
reason-low-quality-4 = A weak average: { $figure } out of 10 after { reason-votes }.

reason-few-votes-1 = { $count ->
    [0] No votes yet
    [one] Only one vote so far
   *[other] Only { $count } votes so far
}, so its rating says little.
reason-few-votes-2 = Its rating is uncertain, with { $count ->
    [0] no votes yet
    [one] only one vote
   *[other] only { $count } votes
}.
reason-few-votes-3 = Too few votes to rely on: { $count ->
    [0] none yet
    [one] just one
   *[other] { $count }
}.
reason-few-votes-4 = Hardly rated yet: { reason-votes }.

reason-nothing-close-1 = On the whole it is unlike what you have liked.
reason-nothing-close-2 = It is rather far from what you have liked so far.
reason-nothing-close-3 = Taken together, the titles you liked are of another kind.
reason-nothing-close-4 = What you have liked lies mostly elsewhere.

reason-unlike-lately-1 = On the whole it is unlike what you enjoyed lately.
reason-unlike-lately-2 = It is rather far from what you have been enjoying lately.
reason-unlike-lately-3 = Compared with what you liked in recent weeks, it is something else.
reason-unlike-lately-4 = What you liked lately points elsewhere.

reason-loosely-linked-1 = Little connects it with what you have liked so far.
reason-loosely-linked-2 = It shares few people and themes with what you liked.
reason-loosely-linked-3 = From what you liked, the way to this one is long.
reason-loosely-linked-4 = Few links lead from what you liked to this one.

reason-old-news-1 = It has been here for a while.
reason-old-news-2 = Not a recent addition to the library.
reason-old-news-3 = Already in the library for some time.
reason-old-news-4 = On the shelf for some time now.

## When no single fact may be told

reason-general-taste-1 = A good fit for your taste overall.
reason-general-taste-2 = It suits your taste as a whole.
reason-general-taste-3 = Your taste as a whole points here.
reason-general-taste-4 = Overall, this is your kind of title.

reason-general-request-1 = A good match for what you asked for.
reason-general-request-2 = It fits your request overall.
reason-general-request-3 = Your request as a whole points here.
reason-general-request-4 = Overall, close to what you asked for.

reason-general-rating-1 = Well rated overall.
reason-general-rating-2 = Its ratings speak for it.
reason-general-rating-3 = Good ratings brought it here.
reason-general-rating-4 = What speaks for it most is its rating.

reason-general-any-1 = A good choice overall.
reason-general-any-2 = It came out well overall.
reason-general-any-3 = All things taken together, it did well.
reason-general-any-4 = On the whole, it scored well.

## A second fact in the same sentence

reason-joined = { $first }; { $also }.
reason-also-quality = also rated { $figure } out of 10
reason-also-new-in-library = and it was added { reason-days-ago }
reason-also-new-release = and it is from { $year }
reason-also-popular-here = and { reason-people-here } here finished it
reason-also-person-liked = also { $role ->
    [director] directed by { $people }, like { $titles }
    [creator] created by { $people }, like { $titles }
    [writer] written by { $people }, like { $titles }
    [composer] with music by { $people }, as in { $titles }
    [studio] made by { $people }, like { $titles }
   *[actor] with { $people }, as in { $titles }
}
reason-also-person-liked-other = and { $people }, known from { $titles }, worked on it too

## The parts of a score

contribution-content = Like what you enjoy
contribution-genre = Genres
contribution-personnel = People behind it
contribution-collaborative = Liked by people with your taste
contribution-quality = Rating
contribution-confidence = Number of votes
contribution-freshness = Newness
contribution-popularity = Popularity here
contribution-anti-profile = Like what you dropped
contribution-hidden-penalty = Like what you have hidden
contribution-present = Like what you enjoyed lately
contribution-seed-similar = Like the title you chose
contribution-seed-shared = In common with the title you chose
contribution-starter = New to this list
contribution-mood = Your request
contribution-chance = Chance
contribution-loved-before = Loved before
contribution-graph = Connections

why-line = { $label }: { $points }
why-line-facts = { $label }: { $points } – { $facts }
why-none = No effect this time: { $labels }.
why-sum = Together: { $points } points.
why-match-high = Match { $match }: about that share of titles with this figure turn out to be liked, and here I am sure of it.
why-match-medium = Match { $match }: about that share of titles with this figure turn out to be liked, and here I am fairly sure of it.
why-match-low = Match { $match }: about that share of titles with this figure turn out to be liked, but I have little to go on here, so take it as a guess.

## Why not

whynot-watched = You have already seen or finished it.
whynot-watched-on = You have already seen or finished it, on { $when }.
whynot-in-progress = You are in the middle of it, so it is not offered as something new.
whynot-hidden = You have hidden it for now.
whynot-hidden-on = You have hidden it until { $when }.
whynot-given-up = You gave up on it.
whynot-given-up-on = You gave up on it on { $when }.
whynot-disliked = You did not like it.
whynot-disliked-on = You did not like it, as last noted on { $when }.
whynot-anti-profile = It is too close to something you gave up on or disliked.
whynot-anti-profile-title = It is too close to { $title }, which you gave up on or disliked.
whynot-sequel = Another part comes before it.
whynot-sequel-title = { $title } comes before it, and you have not finished that yet.
whynot-skipped = You have waved it on three times or more when it was offered.
whynot-on-no-shelf = It is in none of the libraries here.
whynot-filtered = It does not pass the filters that were set.

whynot-against = What speaks against it:
whynot-nothing-against = Nothing speaks against it; others simply scored higher.
# $place is the number, $ordinal its ordinal form in this language (one, two, few, other)
whynot-place-number = { $ordinal ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
}
whynot-rank = It is { whynot-place-number } of { $of }, with { $points } points; the last one shown has { $needed }.
whynot-rank-allowed = Without that it would be { whynot-place-number } of { $of }, with { $points } points; the last one shown has { $needed }.
whynot-rank-known = Were it offered all the same, what you did with it would count, and it would be { whynot-place-number } of { $of }, with { $points } points; the last one shown has { $needed }.
whynot-override = If you want it all the same, overrule this for this title; your word counts at once.
whynot-override-seen = You know it already, so there is nothing to overrule. /similar finds titles like it.
whynot-override-hidden = Bring it back whenever you like; it then counts as before.
whynot-override-no-shelf = Overruling does not help here: it first has to be in a library that you may open.

## What an answer says about itself

note-thin-history = { $count ->
    [0] I know nothing of your taste yet, so this is what is popular here
    [one] I know only one thing about your taste so far, so this leans on what is popular here
   *[other] I know only { $count } things about your taste so far, so this leans on what is popular here
}. Rate five titles to make it yours.
note-nothing-left = { $count ->
    [0] Nothing fits what you asked for
    [one] Only one title fits what you asked for, and there are no more to show
   *[other] Only { $count } titles fit what you asked for, and there are no more to show
}. Loosen a filter to see others.
note-empty-library = There is nothing in the libraries you may open yet. Your server’s owner can add titles or give you access.
note-unknown-reference = I do not know { $subject }, so I searched without it. Check the spelling, or name another title.
note-wording-unknown = I could not make sense of { $subject }, so these go by your taste more than by your words. Try other words, in English, German or French.
note-semantic-search-warming = I am still reading the catalogue ({ $share } done); until then I go by genres, people and ratings.
note-source-unavailable = { $subject } did not answer, so this was made without it. Ask again later.
