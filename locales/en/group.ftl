# A group's evening in a room. $people is a list of names where $count says how many, else a figure.

command-group = an evening for several people, decided together
    .usage = group [names] [filters]
    .help = In a room: whoever presses “I’m in” is in, then you get three to five titles that suit all of you, that nobody has seen and everybody may open. Everybody votes and has one veto. In a private chat, name the people: group anna ben. Filters and moods work as ever. Typed: group in, group out, group show, group vote 2, group veto 2, group decide, group new.
    .examples = group | group cosy comedy under 2 hours | group anna ben thriller | group vote 2
    .aliases = group-night
press-vote = Vote
    .words = vote for, stimme für, voter, vote pour
press-veto = Veto
    .words = veto against

group-words-in = in, i’m in, join
group-words-out = out, not me, leave
group-words-show = show, picks
group-words-vote = vote
group-words-veto = veto
group-words-decide = decide
group-words-on = on, go on, continue
group-words-new = new, anew

group-gathering = Group night! Who is in?
group-gathering-how = “I’m in” puts you on the list, even if your account is not linked. Then show the picks: they are ranked for all who are in.
group-nobody = Nobody is in yet.
group-people = In ({ $count }): { $people }
group-more = { $count } more
group-wanted = Wanted: { $wanted }
group-in = I’m in
group-out = Not me
group-show = Show picks
group-goes-on = A group night goes on here. Go on with it, or start anew?
group-go-on = Go on
group-anew = Start anew
group-joined-late = You are in. The picks stand, so you vote only.
group-left = You are out, and so are your votes.

group-picks = { $count ->
        [one] One title for all of you:
       *[other] { $count } titles for all of you:
    }
group-match = at least { $match } for everyone
group-line = { $person }: { $match }, { $sure }
group-line-genre = { $person }: { $match }, { $sure } · likes { $genre }
group-line-others = { $count ->
        [one] It suits one other person better still.
       *[other] It suits { $count } others better still.
    }
group-line-guests = { $count ->
        [one] Guest: { $people }
       *[other] Guests: { $people }
    }
group-votes = 👍 { $votes }
group-instead = in place of a vetoed title
group-rule = Vote 👍 for as many as you like; each of you has one veto. It is decided when everybody who is in has voted, or when the opener says so. Most votes win; of equals the one that is better for whom it suits least, then the one listed earlier.
group-rule-alone = Vote 👍 for as many as you like; you have a veto for each of you. Decide when you are ready. Most votes win; of equals the one that is better for whom it suits least, then the one listed earlier.
group-decide = Decide
group-voted = Your vote for { $title } counts. 👍 { $votes } for it; { $voted } of { $people } have voted.
group-unvoted = Your vote for { $title } is taken back. 👍 { $votes } for it; { $voted } of { $people } have voted.
group-vetoed = That title was vetoed; there is no other in its place.

group-decided = Decided: { $title }
group-decided-votes = Most votes: { $votes } of { $people }.
group-decided-score = { $votes ->
    [0] Nobody voted, so it is the one that is best for whom it suits least.
   *[other] As many votes as another ({ $votes } of { $people }), and better for whom it suits least.
}
group-decided-order = { $votes ->
    [0] Nobody voted, and the best are equally good for everybody; it is listed first.
   *[other] As many votes as another ({ $votes } of { $people }) and just as good for everybody, but listed earlier.
}
group-decided-gone = It is decided, but somebody who reads along here may not open the title, so it is not named.
group-open = Open page

error-group-over = That group night is over, so nothing was done. /group opens a new one.
error-group-full = There are { $most } people in already, so you were not added. Those who are in can go on.
error-group-not-in = You are not in, so nothing was done. Press “I’m in” first, or type /group in.
error-group-empty = Nobody is in, so there is nobody to choose for. Press “I’m in” first, or type /group in.
error-group-nothing = There is nothing left that all of you may open, that nobody has seen and that fits what was wanted. Who is in stays in; /group new starts with other wishes.
error-group-shown-already = The picks are shown already, so nothing was done. Vote for them, or type /group on to see them again.
error-group-not-begun = There is nothing to vote on yet, so nothing was done. Show the picks first, or type /group show.
error-group-pick-gone = That title was vetoed meanwhile, so nothing was done. /group on shows what can be voted on.
error-group-veto-spent = Your veto is used, so the title stays. You can still vote for others.
error-group-veto-last = There is nothing else left, so the last title stays. /group new starts with other wishes.
error-group-opener-only = Only whoever opened the group night may decide early, so it goes on. It is decided at once when everybody has voted.
error-group-late = The picks were chosen for those who were in by then, so you were not added. /group new starts an evening with you.
error-group-names-missing = In a private chat I need to know for whom, so nothing was chosen: /{ $usage }, with the names of people of this household. In a room, everybody presses “I’m in”; an account that is not linked yet can do so there, too.
error-group-number-missing = Which one? Nothing was done. Type the number of a card, as in /group vote 2.
error-group-filter-personal = “like:”, “without:” and “confidence:” look into one person’s history, so they are not for a group, and nothing was chosen. All other filters work.
