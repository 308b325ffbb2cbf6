# The companion page.

web-skip = Skip to the content
web-nav = Pages
web-nav-feed = For you
web-nav-taste = Your taste
web-nav-watchlists = Watchlists
web-search = Search
web-search-hint = Title or person
web-search-go = Search
web-account = Account of { $name }
web-demo-account = You are looking at the demo as { $name }. Type /be in the chat to be somebody else.
web-language = Language
    .body = The bot and this page speak this language to you, in every chat.
web-signout = Sign out
web-foot = Everything here is computed on your own server. Nothing about you leaves it.

## Feed

web-greeting = What to watch, { $name }
web-similar-to = More like { $title }
web-modes = Ways to recommend
web-mode-tonight = Tonight
web-mode-mood = By mood
web-mode-rediscover = Rediscover
web-mode-similar = Similar
web-mode-shuffle = Shuffle
web-mood-label = What are you in the mood for?
web-mood-hint = Like Parasite but funnier, under 2 hours
web-mood-go = Find
web-similar-label = A title to start from
web-similar-hint = A title you like
web-similar-go = Find
web-filters = { $count ->
    [0] Filters
    [one] Filters ({ $count } set)
   *[other] Filters ({ $count } set)
}
web-filter-type = Kind
web-filter-genre = Genres
web-filter-library = Library
web-filter-year-from = From year
web-filter-year-to = To year
web-filter-runtime = At most, in minutes
web-filter-language = Original language
web-filter-sure = How sure
web-any = Any
web-sure-any = Any
web-sure-medium = At least fairly sure
web-sure-high = Only sure ones
web-filters-apply = Show
web-filters-clear = Clear filters
web-more = Show others
web-match = Match
web-match-long = match with your taste
web-nothing = There is nothing left to recommend here right now. Try another way to recommend, or rate a few titles.
web-nothing-filtered = Nothing passes these filters. Loosen or clear one, and look again.
web-nothing-more = That was all for now. The first ones are still there if you go back.
web-ask-mood = Say what you feel like in your own words: a mood, a title it should be like, a length, a language.
web-ask-similar = Name a title you like, and see what is close to it.

## Cards and what can be done with them

web-deeds = What you say of { $title }
web-do-like = More like this
web-do-like-title = More like { $title }
web-do-dislike = Not for me
web-do-dislike-title = { $title } is not for me
web-do-seen = Seen
web-do-seen-title = I have seen { $title }
web-do-save = Watchlist
web-do-save-title = Put { $title } on the watchlist
web-do-unsave = Take off the watchlist
web-do-unsave-title = Take { $title } off the watchlist
web-do-hide = Hide for four months
web-do-hide-title = Hide { $title } for four months
web-do-unhide = Show again
web-do-unhide-title = Show { $title } again
web-your-rating = You: { $rating }/10
web-undo = Undo
web-undone = Taken back.
web-done = Done.
web-done-like = Noted: more like { $title }.
web-done-dislike = Noted: { $title } is not for you.
web-done-seen = { $title } counts as seen.
web-done-rate = Your rating for { $title } is kept.
web-done-save = { $title } is on your watchlist.
web-done-unsave = { $title } is off your watchlist.
web-done-hide = { $title } is hidden for four months.
web-done-unhide = { $title } can be recommended again.

## A title

web-poster = Poster of { $title }
web-yours = Your say
web-rate = Your rating
web-rate-points = { $points } out of 10
web-hidden-until = Hidden until { $date }.
web-more-like-this = More like this
web-breakdown = How the score comes about
web-total = Score
web-kept-out = Why it is not among your picks now
web-people = People
web-details = Details
web-role-director = { $count ->
    [one] Director
   *[other] Directors
}
web-role-creator = { $count ->
    [one] Creator
   *[other] Creators
}
web-role-writer = { $count ->
    [one] Writer
   *[other] Writers
}
web-role-composer = Music
web-role-actor = Cast
web-role-studio = { $count ->
    [one] Studio
   *[other] Studios
}
web-detail-genres = Genres
web-detail-original-title = Original title
web-detail-countries = From
web-detail-language = Original language
web-detail-votes = Rating
web-detail-keywords = About
web-votes = { $count ->
    [one] { $average } out of 10 ({ $count } vote)
   *[other] { $average } out of 10 ({ $count } votes)
}
web-franchise = { $name }, in order
web-similar = Similar titles

## Search

web-search-for = Results for “{ $words }”
web-search-titles = Titles
web-search-similar = Choose the title to start from.
web-search-nothing = Nothing was found under that name. Check the spelling, or try the original title.
web-search-empty = Type a title in any language, or the name of a person.

## Taste

web-taste = Your taste
web-domains = Kinds of titles
web-all-domains = All
web-taste-known = { $count ->
    [0] Nothing learned yet
    [one] Learned from { $count } event
   *[other] Learned from { $count } events
}
web-taste-thin = This is little to go on. From ten watched or rated titles on, your taste takes shape.
web-taste-empty = Nothing is known of your taste here yet. Watch something, or rate a few titles that you know.
web-taste-genres = Genres
web-radar = Your genres
    .body = The further out, the more you like it. On the dashed ring it neither draws you nor puts you off.
web-taste-figures = In figures
web-finished = { $finished } of { $started } finished
web-taste-people = People you come back to
web-taste-hours = When you watch
web-hours = Starts by hour of the day
web-days = Starts by day of the week
web-hour = { $count ->
    [one] { $hour }:00: { $count } start
   *[other] { $hour }:00: { $count } starts
}
web-weekdays = Mon Tue Wed Thu Fri Sat Sun
web-taste-moods = Your moods
web-taste-share = { $share } of what you like
web-taste-disliked = What you do not like
    .body = Given up on or rated down. Titles close to these lose points.
web-taste-history = History
web-event-watch = { $times ->
    [0] watched
    [1] finished
    [2] finished, twice so far
   *[other] finished, { $times } times so far
}
web-event-part = watched { $share }
web-event-rating = rated { $rating }/10
web-event-seen = seen
web-event-like = thumb up
web-event-dislike = thumb down
web-event-save = put on the watchlist
web-event-skip = passed over
web-pages = Pages of the history
web-page-of = Page { $page } of { $pages }
web-newer = Newer
web-older = Older

## Watchlists, language, signing in

web-list-count = { $count ->
    [one] { $count } title
   *[other] { $count } titles
}
web-lists-empty = Your watchlist is empty. The bookmark under any title puts it here.
web-language-done = The language is changed, here and in every chat.
web-signin = Sign in
web-signin-as = Sign in as { $name }?
    .body = This link works once. Whoever confirms it here sees the recommendations and history of that person in this browser.
web-signin-confirm = Yes, I am { $name }
web-signin-not-you = Not you? Then close this page; nothing has happened.

## Problems

web-problem-home = To the recommendations
web-problem-signin = You are not signed in
    .body = Type /me to the bot in your chat. It answers with a link that signs you in here; the link works once and for ten minutes.
web-problem-form = That form could not be accepted
    .body = It was not sent from a page of yours that is still current, so nothing was changed. Go back, reload the page and try again.
web-problem-missing = There is nothing here
    .body = This address leads to nothing that is there for you. The search finds every title you can see.
web-problem-method = That is not how this page is used
    .body = Nothing was changed. Go back and use the buttons on the page.
web-problem-large = That was too much at once
    .body = What was sent is larger than any form here, so it was not read. Nothing was changed.
web-problem-code = This link no longer works
    .body = Each link works once and for ten minutes. Type /me to the bot in your chat for a new one.
web-problem-request = That could not be understood
    .body = The address or form does not make sense here, so nothing was changed. Go back and try again.
web-problem-later = That does not work just now
    .body = Something this page needs does not answer. Nothing was lost; try again in a moment.
web-problem-broken = Something went wrong here
    .body = This is our fault, not yours. What was saved before is still there. Try again; if it stays like this, tell the owner of the server, who finds the cause in the log.
