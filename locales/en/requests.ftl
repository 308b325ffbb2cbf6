# Wishes: worth grabbing, asking for titles, following them, and being told when they can be played.

command-grab = what is not here and worth having
    .usage = grab [filters]
    .help = Titles that are in no library here and that nobody has asked for yet, by your taste, by how likely they can be had, and by how new they are. Press Request to ask for one, or the bell to hear when it is here. Takes the same filters as tonight.
    .examples = grab | grab comedy 3 | grab type:tv 2024
    .aliases = worth-grabbing
command-request = ask for a title that is not here
    .usage = request <title>
    .help = Looks the title up here and, where it is not known, in the world; asks for it in your name, and tells you what becomes of it. A year helps where several titles are called the same.
    .examples = request Dune 2021 | request 2
    .aliases = ask-for
command-requests = what you asked for, and how far it is
    .usage = requests
    .help = Your requests with their state. Whoever looks after the place also sees what waits for a yes or no, with a button for each.
    .examples = requests
    .aliases = my-requests
command-want = tell me when a title can be played
    .usage = want [title]
    .help = You are told once, where you asked, as soon as the title is in a library you may open, and why it was recommended to you. Without a title: what you are waiting for.
    .examples = want Dune 2021 | want
    .aliases = notify-me
press-request = Request
press-want = Tell me
    .done = You will hear
press-approve = Approve
press-decline = Decline
press-cancel = Cancel request
press-cancel-one = Cancel: { $title }
card-opening-grab = Not here yet, and worth having, { $person }:
contribution-availability = Whether it can be had, and how new it is
grab-no-metadata = I know nothing of new titles, because TMDB is not set up. Whoever runs the service sets RECOMMENDARR_TMDB_TOKEN; “recommendarr check” tells how.
grab-no-requests = Nothing can be asked for, because neither Seerr nor Radarr nor Sonarr is set up. Whoever runs the service can do that; “recommendarr check” tells how.
grab-looking = I am looking around for titles that are not here. Ask again in a minute.
grab-nothing-known = I know of no titles beyond those that are here.
request-size = grab ~{ $size } GB
card-source-tmdb = Facts: TMDB
request-choice-here = { $title } · here already
request-seasons = Which seasons of { $title } would you like?
request-seasons-all =
    { $count ->
        [one] The only season
       *[other] All { $count } seasons
    }
request-season = Season { $season }
request-specials = Specials
request-seasons-earlier = Earlier seasons
request-seasons-later = Later seasons
request-done = { $title } is requested. You will hear of it here when it can be played.
request-done-pending = { $title } is requested and waits for a yes. You will hear what becomes of it here.
request-done-available = { $title } is requested, and it is there already as far as the service knows. You will hear of it here when you can open it.
request-joined = { $title } is there already, or somebody has asked for it, so nothing new was requested. You wait along with them: you will hear of it here when you can open it.
request-state-pending = Waits for a yes
request-state-approved = Requested
request-state-declined = Declined
request-state-available = Downloaded
request-state-failed = Failed
request-state-gone = Removed again
request-state-cancelled = Cancelled
request-told-approved = Your request for { $title } was approved. You will hear of it here when it can be played.
request-told-cancelled = { $person } cancelled your request for { $title }. Nothing more is being got for it.
request-told-declined = Your request for { $title } was declined. Nothing is being got; ask whoever looks after the place if you wonder why.
request-told-failed = { $name } has trouble with { $title }, which you asked for. Your request stays; whoever looks after the place can look into it.
request-told-failed-reason = { $name } has trouble with { $title }, which you asked for: { $reason } Your request stays; whoever looks after the place can look into it.
request-ready = { $title } can be played now. You have been waiting for it since { $when }.
request-ready-reason = { $title } can be played now. You have been waiting for it since { $when }; it was recommended to you for this reason: { $reason }
request-approved = Approved: { $title }.
request-declined = Declined: { $title }.
want-here = { $title } is here already, in a library you may open.
want-done = You will hear here when { $title } can be played.
want-already = You are waiting for { $title } already. Nothing was changed.
want-dropped = You will not be told of { $title } any more.
want-none = You are waiting for nothing. /want and a title changes that.
want-heading =
    { $count ->
        [one] You are waiting for one title.
       *[other] You are waiting for { $count } titles.
    } Press one to stop waiting for it:
want-stop = Stop: { $title }
requests-heading =
    { $count ->
        [one] Your request:
       *[other] Your { $count } latest requests:
    }
requests-none = You have requested nothing yet. /grab shows what is worth it.
requests-line = • { $title }: { $state } ({ $when })
requests-seasons = { $title }, seasons { $seasons }
requests-4k = { $title }, in 4K
requests-ready = ready to play
requests-progress = { $done } downloaded
requests-progress-left = { $done } downloaded, about { $left } left
requests-silent = No word from { $names } at the moment, so progress may be missing.
requests-pending = Waits for a yes or no: { $title }
requests-pending-by = { $person } would like { $title }.
requests-more =
    { $count ->
        [one] One more is waiting.
       *[other] { $count } more are waiting.
    }
error-request-nobody = Nothing can be requested here, because no service for it is set up: Seerr, Radarr or Sonarr. Nothing was done. Whoever runs the service can set one up; “recommendarr check” tells how.
error-request-no-number = “{ $title }” has no number in TMDB, so nobody can be asked for it, and nothing was done.
error-request-here = { $title } is here already, in a library you may open, so nothing was requested.
error-request-yours = You have asked for { $title } already, so nothing new was requested. /requests tells how far it is.
error-request-no-account = Requests are made in your own name, and I do not know your account on the media server, so nothing was requested. Sign in with /link plex or /link jellyfin, then ask again.
error-request-admins = Only whoever looks after the place decides about requests. Nothing was changed.

# Taking a request back.

cancel-ask = Cancel your request for { $title }? You will not be told of it any more either.
cancel-ask-other = Cancel the request for { $title }? Whoever made it is told.
cancel-asked-already = You have asked for { $title } already: { $state }. Cancel that request? You will not be told of it any more either.
cancel-on-its-way = You have asked for { $title } already: { $state }. It is being got, so only whoever looks after the place could stop that. “want” tells what you are waiting for, and stops it.
cancel-means-got = { $name } is getting it by now: it will not be looked for any more, but what is being downloaded already may still arrive.
cancel-means-told = It was approved by now: the request goes from { $name }, but what { $name } has told Radarr or Sonarr stays there.
cancel-yes = Yes, cancel it
cancel-no = Keep it
cancel-kept = Your request stays as it is.
cancel-done = Your request for { $title } is cancelled. Nothing is being got for it, and you will not be told of it any more.
cancel-done-got = { $title } is cancelled: { $name } does not look for it any more. What was being downloaded already may still arrive.
cancel-done-told = The request for { $title } is gone from { $name }. What { $name } has told Radarr or Sonarr stays there; take it out there, too, if it is not wanted.

# What admins are asked.

petition = Somebody on { $name } would like this.
petition-by = { $person } would like this.
petition-approved = Approved.
petition-approved-by = Approved by { $person }.
petition-declined = Declined.
petition-declined-by = Declined by { $person }.
petition-cancelled = Cancelled by whoever asked.
petition-cancelled-by = Cancelled by { $person }.
petition-settled = It needs no decision any more.
petition-late = { $title } was decided before you pressed, so nothing was changed. { $what }
petitions-many = { $count } requests wait for a yes or no. “requests” lists them.

error-petition-nobody = { $name } is not set up here any more, so nothing was decided and nothing was changed. Whoever runs the service can set it up again.
error-request-gone = That request is not there any more. Nothing was changed.
error-cancel-late = { $title } is being got by now, so only whoever looks after the place could stop that. Nothing was changed.
error-cancel-over = There is nothing left to cancel of { $title }. Nothing was changed; “requests” tells how it stands.
error-cancel-too-late = { $title } is there already, so there is nothing left to cancel. Nothing was changed.
error-cancel-refused = { $name } does not let you take that request back, perhaps because it was decided meanwhile. Nothing was changed; “requests” tells how it stands.
