# Ways of answering compared: named experiments, their reports, and the log of exploring.

command-experiments = ways of answering compared, and staying out of it
    .usage = experiments [start, stop, report, policy, out or in] [name] [arm=share …]
    .help = The server’s owner can answer some people in one way and others in another, and see which is liked better. “out” keeps you out of all of that, “in” lets you take part again. For the owner alone: “start” with a name and two or more arms begins an experiment, “report” says what it has shown and whether to stop, “stop” ends it, “policy” tells what exploring more or less would have brought.
    .examples = experiments out | experiments start weights shipped=50 classic=50 | experiments report weights
    .aliases = experiment

experiments-words-start = start, begin
experiments-words-stop = stop, end
experiments-words-report = report, results
experiments-words-policy = policy, exploring
experiments-words-out = out, leave
experiments-words-in = in, join

experiments-none = No experiment has been started yet.
experiments-heading = Experiments, newest first:
experiments-running = { $name } · { $arms } · runs since { $since }
experiments-over = { $name } · { $arms } · { $since } to { $until }
experiments-how = Arms: shipped (as it is), classic (the textbook weights), no-exploration (nothing is tried out) and bold (twice as much is tried out). The first is what the others are compared with. To begin one: experiments start weights shipped=50 classic=50
experiments-which = Which one?
experiments-button-report = Report of { $name }
experiments-button-stop = Stop { $name }
experiments-button-out = Keep me out
experiments-button-in = Let me take part
experiments-started = Begun: { $line }
experiments-stopped = { $name } is over: everybody is answered as usual again. Its report stays.
experiments-own =
    { $running ->
        [0] No experiment runs here at the moment.
        [one] One experiment runs here: some people get tonight’s titles chosen in another way.
       *[other] { $running } experiments run here: some people get tonight’s titles chosen in another way.
    } { $part ->
        [yes] You may be among them.
       *[no] You stay out of it.
    }
experiments-left = From now on you stay out of all experiments and are answered as usual.
experiments-joined = From now on you may be drawn into experiments.

experiments-share = { $number }%
experiments-arm-unseen = { $arm }: nobody has been answered in this way yet.
experiments-arm =
    { $arm }: { $viewers ->
        [one] one person
       *[other] { $viewers } people
    }, { $slates ->
        [one] one answer
       *[other] { $slates } answers
    }, { $picks ->
        [one] one title
       *[other] { $picks } titles
    }. Something was finished or liked within a week of { $liked } of the answers ({ $low } to { $high }), something refused of { $refused }. { $settled ->
        [0] Nobody counts for the comparison yet.
        [one] One person counts for the comparison.
       *[other] { $settled } people count for the comparison.
    }
experiments-compared =
    { $arm } beside { $first }: { $difference } points, surely between { $low } and { $high } ({ $pairs ->
        [one] one pair
       *[other] { $pairs } pairs
    } of people).
experiments-verdict-goes-on = Not decided yet: it goes on. About { $needed } people are needed to tell a difference of { $matters } points; { $people } could take part.
experiments-verdict-better = { $arm } is better: stop.
experiments-verdict-worse = { $first } is better than { $arm }: stop.
experiments-verdict-same = No difference worth { $matters } points: stop.
experiments-verdict-too-few =
    { $needed ->
        [0] There are too few people here ever to tell a difference of { $matters } points.
       *[other] There are too few people here ever to tell a difference of { $matters } points: about { $needed } would be needed.
    } { $people ->
        [one] With the one who could take part
       *[other] With the { $people } who could take part
    } only a difference of { $visible } points or more would show.
experiments-rule = Everybody counts once, by their first { $days } days and a week for each answer to come to something. “Surely” holds at 95 % however often you look.

experiments-policy-logged =
    { $choices ->
        [one] One answer had its last title chosen by chance
       *[other] { $choices } answers had their last title chosen by chance
    }, { $trials ->
        [0] none of them
        [one] one of them
       *[other] { $trials } of them
    } to try something out. It was finished or liked within a week in { $rate } of them.
experiments-policy-never = Never trying anything out
experiments-policy-twice = Trying out twice as much
experiments-policy =
    { $policy }: { $rate }, between { $low } and { $high } (95 %), as much as { $effective ->
        [one] one answer tells
       *[other] { $effective } answers tell
    }.
experiments-policy-few =
    { $policy }: { $effective ->
        [one] only one answer tells
       *[other] only { $effective } answers tell
    } of that, too few to judge by.
experiments-policy-unknown = { $policy }: nothing of what was shown tells.
experiments-policy-note = This counts the last title alone. What is learned by trying out, and helps later, does not show in it.
experiments-policy-none = Nothing has been tried out yet that is at least a week old, so there is nothing to judge exploring by.

error-experiments-word = I do not know “{ $word }” here, so nothing was changed. Experiments can be started, stopped and reported on; “out” and “in” are for yourself.
error-experiments-not-yours = Only the server’s owner can do that, so nothing was changed. /experiments out keeps you out of all of them.
error-experiments-unnamed = Which experiment do you mean? Nothing was changed. /experiments lists them.
error-experiments-name = “{ $name }” cannot be a name, so nothing was started. Take letters a–z, digits and hyphens, { $most } at most.
error-experiments-arm = There is no arm “{ $arm }”, so nothing was started. There are: { $known }.
error-experiments-arms = An experiment needs at least two different arms, so nothing was started. There are: { $known }.
error-experiments-share = I cannot read “{ $typed }”, so nothing was started. Write arms with their share of the people, such as shipped=50 classic=50.
error-experiments-shares = The shares must each be above 0 and below 100 %, and together 100 % at most, so nothing was started.
error-experiments-taken = There is an experiment “{ $name }” already, so nothing was started. Take another name.
error-experiments-overlap = “{ $other }” still runs and changes the same as “{ $name }” would, so nothing was started. Stop it first.
error-experiments-unknown = There is no experiment “{ $name }”, so nothing was changed. /experiments lists them.
error-experiments-stopped = “{ $name }” is over already; nothing was changed.
error-experiments-unreadable = What is kept of the experiments cannot be read, so none of them runs and everybody is answered as usual. Restore the database from a backup, or bring Recommendarr up to date.
