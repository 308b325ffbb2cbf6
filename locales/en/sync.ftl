# Media servers: how far they are read, what was not recognised, and how the services around them are doing.

command-sync = how far the media servers are read, and read them anew
    .usage = sync [server]
    .help = Without a name: what is known of each media server, and how far a reading under way is. With a name: everything of that server is read anew, in the background. By itself that happens once a week; what is new is looked for every five minutes.
    .examples = sync | sync plex
    .aliases = sync, rescan, refresh
command-unmatched = what on the shelves was not recognised
    .usage = unmatched [code] [TMDB number or address]
    .help = Titles on the media servers that could not be found by their ids, or only doubtfully by title and year. With a code: what it may be. With a number of TMDB, or the address of its page there: that is what it is from now on; what people did with it moves along.
    .examples = unmatched | unmatched 3fa9c1 | unmatched 3fa9c1 603
    .aliases = unmatched, unrecognised
sync-step-light = people and libraries
sync-step-shelves = what is on the shelves
sync-step-history = what was played
sync-step-watched = what everybody has seen
sync-step-facts = facts from TMDB
sync-progress =
    { service-name } is being read: { $step }. { $items ->
        [one] One title
       *[other] { $items } titles
    }{ $total ->
        [0] {""}
       *[other] { " " }of { $total }
    }{ $plays ->
        [0] {""}
        [one] , one playback
       *[other] , { $plays } playbacks
    }{ $wanted ->
        [0] {""}
       *[other] , facts of { $facts } of { $wanted }
    }. You can go on asking meanwhile.
sync-begun = { service-name } is about to be read. Ask again with /sync to see how far it is.
sync-never = { service-name } was not read yet. That begins by itself as soon as it answers.
sync-stopped =
    The reading of { service-name } was stopped after { $items ->
        [one] one title
       *[other] { $items } titles
    }; it goes on from there by itself.
sync-done =
    { service-name } was read on { $date }: { $items ->
        [one] one title
       *[other] { $items } titles
    }, { $fresh } new or changed, { $gone } gone, { $plays ->
        [one] one playback
       *[other] { $plays } playbacks
    }.
sync-shelves =
    { $items ->
        [one] One title is
       *[other] { $items } titles are
    } on the shelves; { $unmatched ->
        [0] all of them were recognised.
        [one] one of them was not recognised for certain.
       *[other] { $unmatched } of them were not recognised for certain.
    }
sync-button = Read { service-name } anew
sync-unmatched-button = See what was not recognised
unmatched-none = Everything on the shelves was recognised.
unmatched-heading = Not recognised for certain ({ $first }–{ $last } of { $total }). Choose one to say what it is:
unmatched-more = More
unmatched-one = “{ $shelf }” was not recognised for certain. Say what it is with its number or address at TMDB: unmatched { $code } <number>
unmatched-choose = It may be:
unmatched-done = “{ $shelf }” is { $title } from now on. What people did with it moved along.
stack-well = { service-name }: well
stack-trouble = { service-name }: { $trouble }{ $again }
stack-again = { " " }It is tried again at { $time } (UTC).
error-sync-none = There is no media server here yet. An administrator connects one with the settings of Plex or Jellyfin; “recommendarr check” tells how.
error-sync-running = { service-name } is being read already. /sync tells how far it is.
error-sync-unknown = There is no media server called { $name }. /sync lists those there are.
error-unmatched-code = There is nothing unrecognised with the code { $code }. /unmatched lists what there is.
error-unmatched-which = “{ $word }” is neither a number of TMDB nor an address of a page there.
error-unmatched-number = TMDB has no such title with the number { $number }. Nothing was changed.
error-hook-unknown-instance = The service that reported this is not configured any more.
error-hook-unreadable = The report could not be read.
error-hook-failed = The report could not be worked in; the log says why.
stack-heading = Media services:
stack-not-asked = { service-name }: not asked yet
stack-unclear = { $count ->
    [one] { $name }: one person has limits within libraries that cannot be read. Those libraries stay closed to them here.
   *[other] { $name }: { $count } people have limits within libraries that cannot be read. Those libraries stay closed to them here.
}
stack-hook = { $heard ->
    [yes] { service-name }: reports come in, the last at { $time } (UTC)
   *[no] { service-name }: no report has come in yet; what it would tell is asked for instead
}
stack-reports = Reports of other services: { $waiting } wait, { $dead } could not be worked in.
