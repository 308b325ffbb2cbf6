# Commands: what each does, how it is typed, help and examples (separated by |), other names (separated by commas).

command-tonight = something for tonight, from what is here
    .usage = tonight [filters]
    .help = Five titles from the libraries you may open that you have not seen. Filters narrow it down: genres, years, length, language, kind, and more or fewer cards.
    .examples = tonight | tonight comedy <100min | tonight 1990s thriller not:horror | tonight korean 3
    .aliases = heute, ce-soir
command-recommend = cards of any kind, with any filters
    .usage = recommend [mode] [filters]
    .help = Modes: tonight, mood, similar, shuffle, rediscover. Filters: genres, languages, countries and years in plain words; <100min, >90min, 1990-1999; type:anime, library:films, not:horror, tag:4k, person:"Song Kang-ho", confidence:high; like:"Parasite" keeps only what that title moved, without:"Saw" lets it teach nothing this time; a number is how many cards.
    .examples = recommend | recommend shuffle drama 3 | recommend tonight type:movie <2h | recommend rediscover
    .aliases = empfehlen, recommander
command-mood = say in your own words what you feel like
    .usage = mood <what you feel like>
    .help = Any sentence will do, and you can leave the word “mood” out. Name titles it should be like, a length, a decade, a country, what you can do without.
    .examples = mood something funny under 100 minutes | mood cozy rainy day, nothing sad | mood like Parasite but funnier
    .aliases = stimmung, humeur
command-similar = titles like one you name
    .usage = similar <title>
    .help = What shares its people, its subject or its tone, from what is here and what you have not seen.
    .examples = similar Parasite | similar 2
    .aliases = ähnlich, semblable
command-shuffle = a lucky draw from what should suit you
    .usage = shuffle [filters]
    .help = Drawn by lot, better matches more often. Takes the same filters as tonight.
    .examples = shuffle | shuffle comedy 3
    .aliases = zufall, hasard
command-rediscover = what you loved long ago
    .usage = rediscover [filters]
    .help = Titles you finished and loved more than six months ago, for seeing again. Takes the same filters as tonight.
    .examples = rediscover | rediscover drama
    .aliases = wiederentdecken, redécouvrir
command-why = why a card was picked
    .usage = why <number>
    .help = Every part of its score with the fact behind it. Take such a fact away, and the score falls.
    .examples = why 1 | why 2
    .aliases = warum, pourquoi
command-whynot = why a title was not picked
    .usage = whynot <title>
    .help = What speaks against a title and what keeps it out. If I am wrong about you, overrule me with one button.
    .examples = whynot Parasite
    .aliases = warum-nicht, pourquoi-pas
command-search = find titles and people
    .usage = search <text>
    .help = Titles in any of their languages, with or without the year, spelling mistakes welcome; and people who made them.
    .examples = search parasite | search Bong Joon Ho
    .aliases = suche, chercher
command-rate = give a title 1 to 10 points
    .usage = rate <title> <1–10>
    .help = It counts at once. A new rating takes the place of the last one.
    .examples = rate Parasite 9 | rate Parasite
    .aliases = bewerten, noter
command-seen = tell me that you have seen a title
    .usage = seen <title>
    .help = For what you watched elsewhere. It is not offered again, and it teaches me a little.
    .examples = seen Parasite
    .aliases = gesehen, vu
command-hide = keep a title away for four months
    .usage = hide <title>
    .help = It comes back by itself after four months. Until then, titles like it lose a little too.
    .examples = hide Parasite
    .aliases = ausblenden, masquer
command-watchlist = your lists of what to see
    .usage = watchlist [list]
    .help = Shows a list; “add” and “remove” change it, “drop” clears a whole list away. Name a list with “to”, and it is made when it is missing.
    .examples = watchlist | watchlist add Parasite | watchlist add Parasite to Date night | watchlist Date night | watchlist remove Parasite from Date night | watchlist drop Date night
    .aliases = merkliste, liste
command-taste = what I have learned about your taste
    .usage = taste [kind]
    .help = Genres, people and moods, from what you watched and told me. Name a kind (films, series, anime, manga) to see that alone.
    .examples = taste | taste films
    .aliases = geschmack, goûts, profile
command-undo = take back the last thing you told me
    .usage = undo
    .help = Ratings, seen, hidden, lists, thumbs, language and settings. Once more goes one step further back.
    .examples = undo
    .aliases = rückgängig, annuler
command-settings = how far back I look, and what learns from what
    .usage = settings [setting value]
    .help = “history 3m, 6m, 12m or all” is how far back your own history teaches. “blend anime films” lets two kinds learn from each other; “blend all” and “blend none” do what they say. “timezone Europe/Berlin” tells me when your evening is.
    .examples = settings | settings history 6m | settings blend anime films | settings timezone Europe/Berlin
    .aliases = einstellungen, réglages
command-language = the language I speak with you
    .usage = language [language]
    .help = Only for you; everybody has their own.
    .examples = language | language english
    .aliases = sprache, langue
command-me = who you are to me
    .usage = me
    .help = Your name here, what you may open, and how much I know.
    .examples = me
    .aliases = ich, moi
command-be = be somebody else of the demo household
    .usage = be <name>
    .help = Everybody there has a taste of their own, and may open other shelves. Only in the demo.
    .examples = be
    .aliases = sei, être
command-start = say hello
    .usage = start
    .help = Says who you are here, and what to type first.
    .examples = start
    .aliases = hallo, bonjour, hello
command-help = what can be asked
    .usage = help [command]
    .help = With the name of a command: more about it, with examples.
    .examples = help | help tonight
    .aliases = hilfe, aide

# Buttons, and the words that may be typed instead.

press-why = Why?
press-like = Like
    .done = Liked
    .words = 👍, +1, good, yes, loved
press-dislike = Not for me
    .done = Not for you
    .words = 👎, -1, no
press-save = Save
    .done = Saved
    .words = ＋, +, later
press-seen = Seen it
    .done = Seen
press-next = Next
    .words = ⏭, skip
press-open = Details
    .words = show, card
press-similar = Similar
press-whynot = Why not?
    .words = why not
press-more = More
    .words = another, others
press-rate = Rate it
press-unsave = Remove
press-undo = Undo
press-undo-more = Undo one more
press-unhide = Bring it back now
press-override = I would like that

# Words in settings, lists and filters.

settings-words-history = history, memory
settings-words-blend = blend, mix
settings-words-timezone = timezone, time
settings-words-all = all, everything
settings-words-none = none, nothing, off
watchlist-words-add = add, save
watchlist-words-remove = remove, delete
watchlist-words-drop = drop, clear

filter-key-type = kind
filter-key-library = shelf
filter-key-not = no, exclude
filter-key-tag = tags
filter-key-collection = series
filter-key-country = from
filter-key-language = lang
filter-key-person = with, people, by
filter-key-year = years
filter-key-runtime = length, minutes
filter-key-confidence = sure
filter-key-like = likes
filter-key-limit = count
filter-type-movie = film, films, movies
filter-type-tv = series, show, shows
filter-type-anime = animes
filter-type-manga = mangas
filter-sure-high = sure, high
filter-sure-medium = fairly sure
filter-sure-low = any
filter-not = not, no, without, except
filter-fillers = a, an, the, and, or, from, in, of, something, some, please, good, me, for, maybe, only, but
filter-country-us = usa, us, american, united states
filter-country-gb = uk, british, united kingdom, england
filter-genre-comedy = comedies
filter-genre-thriller = thrillers
filter-genre-drama = dramas
filter-genre-documentary = documentaries, docu, doc
filter-genre-western = westerns
filter-genre-romance = romantic
filter-genre-animation = animated

# What is said to what was typed.

title-year = { $title } ({ $year })
choose-which = Which “{ $title }” do you mean?
choose-nearest = I know no “{ $title }”. Did you mean one of these?
courtesy-thanks = thanks, thank you, thank you very much, thanks a lot, many thanks, thx, perfect thanks, great thanks
courtesy-welcome = You’re welcome. Whenever you want something to watch, /recommend.
command-nearest = I know no command “{ $typed }”. Did you mean /{ $command }?

like-done = Noted: you like { $title }.
like-already = I know that you like { $title }.
dislike-done = Noted: { $title } is not for you, and the like of it will come less often.
dislike-already = I know that { $title } is not for you.
seen-done = Noted: you have seen { $title }. I will not offer it as new.
seen-already = I know that you have seen { $title }.
save-done = { $title } is on “{ $list }”.
save-already = { $title } is on “{ $list }” already.
unsave-done = { $title } is off “{ $list }”.
unsave-already = { $title } was not on “{ $list }”.
rate-done = { $title }: { $score } out of 10. It counts from now on.
rate-already = { $title } has { $score } out of 10 from you already.
rate-how-many = How many points for { $title }?
hide-done = { $title } is hidden until { $until }. Until then, titles like it lose a little too.
unhide-done = { $title } is back.
unhide-already = { $title } is not hidden.
override-done = Noted: you would like { $title }. I have corrected what I thought of your taste.
override-already = I know that you like { $title }.
next-none = { $title } is waved on, and there is no other that fits. Loosen the filters, or come back when you have told me more.

undone = Taken back.
undone-rate = Your rating of { $title } is taken back.
undone-seen = { $title } counts as not seen again.
undone-hide = Hiding { $title } is taken back.
undone-unhide = { $title } is hidden again.
undone-like = Your thumb up for { $title } is taken back.
undone-dislike = Your thumb down for { $title } is taken back.
undone-save = { $title } is off the list again.
undone-unsave = { $title } is back on the list.
undone-drop = The list is back.
undone-next = { $title } counts as not waved on.
undone-language = The language is what it was.
undone-settings = The settings are what they were.

search-person = { $person }: { $titles }
search-near = Nothing is called “{ $text }” here. These come nearest:

watchlist-default = Watchlist
watchlist-heading = { $count ->
    [one] One title on “{ $list }”:
   *[other] { $count } titles on “{ $list }”:
}
watchlist-empty = Nothing is on this list yet. Put something on it with /watchlist add <title>.
watchlist-rest = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
watchlist-others = Your other lists: { $lists }
watchlist-dropped = “{ $list }” is cleared away.

taste-known = { $count ->
    [one] I know one thing about you.
   *[other] I know { $count } things you watched or told me.
}
taste-nothing = I know nothing about your taste yet. Tell me a few titles with /seen or /rate, and it begins.
taste-thin = That is little yet; from ten on it means something.
taste-genres = Genres
taste-people = People
taste-moods = Moods
taste-disliked = Not for you
taste-finished = { $finished } of { $started } finished
taste-mood-titles = such as { $titles }
taste-page = Your taste as a picture

language-own-name = English
language-which = Which language shall I speak with you?
language-done = From now on I speak English with you.

settings-heading = Your settings
settings-done = Done. { $state }
settings-history = History: { $depth }
settings-history-usage = change it with /settings history 3m, 6m, 12m or all
settings-history-which = How far back shall your history teach?
settings-depth = { $months ->
    [3] three months
    [6] six months
    [12] twelve months
   *[other] all of it, fading
}
settings-blend = Learning from each other: { $pairs }
settings-blend-none = nothing, each kind alone
settings-blend-usage = change it with /settings blend anime films, blend all or blend none
settings-timezone = Time zone: { $zone }
settings-timezone-usage = change it with /settings timezone Europe/Berlin

me-name = You are { $person }{ $role ->
    [admin] , and you look after this place.
   *[member] .
}
me-libraries = You may open: { $libraries }.
me-no-libraries = No shelf is open to you yet; the owner can change that.
me-accounts = Linked accounts: { $platforms }.
me-known = { $count ->
    [0] I know nothing about your taste yet.
    [one] I know one thing you watched or told me.
   *[other] I know { $count } things you watched or told me.
}
me-page = Companion page
me-sign-in = The link to the companion page signs you in there. It works once, within ten minutes.

be-done = You are { $person } now. Try /tonight or /taste.
be-who = Who do you want to be?
be-unknown = Nobody here is called that. Who do you want to be?
stranger = This account is not joined to anybody here yet. If you belong here, /link gives you a code, and then everything I know of you is here too. If you are new, ask whoever looks after this place for a code.
stranger-demo = Welcome to the demo. Who do you want to be?

start = Hello { $person }. Type /tonight for something to see, say in your own words what you feel like, or type /help.
start-demo = Hello, you are { $person } in this demo household. Type /tonight for something to see, say in your own words what you feel like, or /be to be somebody else. /help shows the rest.

help-heading = You can simply say what you feel like, or type:
help-others = Also: { $commands }
help-cards = On cards: 1 opens the first, why 1, like 1, no 1, save 1, next 1, more.
help-more = More about a command: /help tonight
help-examples = For example:
help-aliases = It also answers to: { $names }

went-wrong = Something went wrong on my side (code { $code }). All you told me before is kept; whether this last message counted, I cannot say. Try it once more – nothing counts twice by that – and if it happens again, give the owner the code.

# The console.

console-interrupted = Stopped. What was kept before stays kept.
console-working = still at it …
console-bye = Good night!
console-numbers = There is no { $typed } here. What can be chosen is { $first } to { $last }.
console-only = There is no { $typed } here, only { $first }.

page-at = The companion page is at { $url }
