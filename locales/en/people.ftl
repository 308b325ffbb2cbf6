# Accounts and people: linking, strangers, who may come in, and when to be quiet.

command-link = one profile on every platform
    .usage = link [code]
    .help = Without a code I give you one, good once and for ten minutes. Confirm it on the companion page, or type it as /link and the code in your other account. Before anything happens I say who would be linked to whom. In a room I answer you alone. “cards off” withdraws the addresses on the cards I have shown you, which anybody can open who has them.
    .examples = link | link 7KQ2M9XB | link cards off
    .aliases = verbinden, lier
command-unlink = take an account away from you
    .usage = unlink [platform]
    .help = The account is a stranger’s from then on. What I have learned stays yours, on your other accounts.
    .examples = unlink | unlink telegram
    .aliases = trennen, délier
command-notify = when I may speak to you unasked
    .usage = notify [what value]
    .help = “quiet 22:00-08:00” holds everything until the morning and then says it in one message; “quiet off” ends that. “alerts on” and “news on” say what you want to hear of, “digest daily”, “digest weekly” or “digest off” how often you want it summed up. “dnd 2h” or “dnd 18:00” gives you peace until then.
    .examples = notify | notify quiet 22:00-08:00 | notify digest weekly | notify news on | notify dnd 2h
    .aliases = benachrichtigungen, notifications
command-users = who is here, and who may come in
    .usage = users [name]
    .help = Lists everybody with their accounts. “invite Rosa in Films” makes a person with a code to hand out, “code Rosa” a new code. “revoke” takes a link away, “ban” silences an account or a person, “deactivate” makes a person a stranger and keeps everything, “activate” undoes both. “admin” makes a person one who looks after this place, “member” a member again. People and accounts go by name or by the code in front of them. “strangers” lists accounts that belong to nobody.
    .examples = users | users Rosa | users invite Rosa | users invite Rosa in Films, Series | users revoke a1b2c3 | users ban a1b2c3 | users activate Rosa | users admin Rosa | users strangers
    .aliases = leute, gens

people-words-yes = yes, y, ok
people-words-no = no, n, cancel
people-yes = Yes, link them
people-no = No
people-platform = { $platform ->
    [telegram] Telegram
    [discord] Discord
    [nextcloud_talk] Nextcloud Talk
    [console] the terminal
    [plex] Plex
    [jellyfin] Jellyfin
   *[other] { $platform }
}
people-account = { $platform } ({ $name })
people-account-here = { $account } (this one)

link-button = Link this account
link-page = To the companion page
link-code-account = Your code is { $code }. It is good once, for ten minutes, and for you alone. Confirm it on the companion page, or type /link { $code } in an account of yours that is linked already, on any platform. This { $platform } account is joined to that person then.
link-code-person = Your code is { $code }, { $person }. It is good once, for ten minutes: whoever types /link { $code } joins their account to you, so keep it to yourself. Type it in your new account, on any platform.
link-ask = Link { $account } to { $person }? Lists, ratings, hidden titles and everything learned are { $person }’s there from then on.
link-ask-moves = { $account } belongs to { $before } at present, and would not any more.
link-ask-last = It is the only account by which { $before } comes in: afterwards only a code from an admin lets { $before } back. Nothing that was learned is lost.
link-ask-how = Press a button, or type /link yes or /link no. Say yes only if both are you.
link-done = Done: { $account } is { $person }’s. It is one profile on every platform now; /tonight answers for { $person } here as anywhere.
link-left = Nothing was linked, and that code is good no more.
link-words-cards = cards, card
link-words-off = off, withdraw
link-cards = Each card I show you has an address with its picture and its title, which anybody can open who has it for 60 days; it says nothing of you. I can withdraw all that were made for you.
link-cards-do = Withdraw them
link-cards-off = Done: no address that was on your cards until now opens anything any more. The cards themselves stay, and new ones get new addresses.
me-link = /link joins another account to you, /unlink takes one away.

error-link-code = That code cannot be used: it is mistyped, used up, older than ten minutes, or meant for somebody else. Nothing was linked. Get a new one with /link.
error-link-own-code = That code was made by this very account, so it cannot confirm it. Nothing was linked. Confirm it on the companion page, or in an account of yours that is linked already.
error-link-already = This account is { $person }’s already, so there is nothing to link.
error-link-too-often = Too many codes were wrong, so this one was not looked at. Nothing was linked. Wait a quarter of an hour, then get a new one with /link.
error-last-admin = Then nobody who looks after this place could come in any more, so nothing was changed. Link another account of an admin first.

unlink-which = Which account shall I take away from you?
unlink-ask = Take { $account } away from you? It is a stranger’s from then on. What I have learned stays yours.
unlink-ask-last = It is your last account: afterwards you can only come back with a code from an admin, or from a browser that is still signed in. Nothing that was learned is lost.
unlink-yes = Yes, take it away
unlink-done = { $account } is not linked to you any more. /link joins it again.
error-unlink-unknown = No account of yours is called “{ $typed }”, so nothing was changed. /unlink shows which there are.

stranger-opening = Popular here, for everybody:
stranger-hello = Hello! I recommend films and series to the people who share a media server, and say why.
stranger-nothing = Nothing is popular enough here yet to be shown to everybody.
stranger-popular = popular here, finished by { $count } people
stranger-inactive = Your access is switched off at present. Everything of yours is kept; whoever looks after this place can switch it on again.

users-words-invite = invite, add
users-words-code = code
users-words-revoke = revoke, unlink
users-words-ban = ban
users-words-activate = activate, unban
users-words-deactivate = deactivate
users-words-strangers = strangers
users-words-admin = admin
users-words-member = member
users-words-in = in, with
users-heading = { $count ->
    [one] One person (page { $page } of { $pages }):
   *[other] { $count } people (page { $page } of { $pages }):
}
users-usage = More about one: /users and the name or code. /help users says what can be done.
users-admin = admin
users-no-account = no account yet
users-seen = last here on { $date }
users-never-seen = not seen yet
users-banned = banned
users-inactive = switched off
users-page-before = Page before
users-page-after = Next page
users-strangers = Accounts that belong to nobody, latest first:
users-no-strangers = No account that belongs to nobody was here lately.
users-invited = { $person } is here now, and may open: { $libraries }. The code for the first account is { $code }; it is good once, for { $days } days. { $person } types /link { $code } in a private chat with me.
users-code = The code for { $person } is { $code }; it is good once, for { $days } days. { $person } types /link { $code } in a private chat with me.
users-do-code = New code
users-do-revoke = Take the link away
users-do-ban = Ban
users-do-activate = Let in again
users-do-deactivate = Switch off
users-do-admin = Make admin
users-do-member = Make member
users-ask-revoke = Take the link of { $whom } away? It is a stranger’s account from then on.
users-ask-ban = Ban { $whom }? What comes from there is dropped without a word.
users-ask-deactivate = Switch { $whom } off? Everything is kept, but nobody comes in as { $whom } until that is undone.
users-ask-admin = Make { $whom } an admin? { $whom } sees and changes everything that you can then, and may make you a member.
users-ask-member = Make { $whom } a member? { $whom } looks after nothing here any more; everything personal stays.
users-done-revoke = { $whom } is not linked to anybody any more.
users-done-ban = { $whom } is banned. /users activate undoes it.
users-done-deactivate = { $whom } is switched off. /users activate undoes it.
users-done-activate = { $whom } may come in again.
users-done-admin = { $whom } is an admin now. /users member undoes it.
users-done-member = { $whom } is a member now. /users admin undoes it.
undone-appoint = Their role is what it was before.
error-users-is-already = { $role ->
    [admin] { $person } is an admin already, so nothing was changed.
   *[other] { $person } is a member already, so nothing was changed.
}
error-users-unknown = Nobody here and no account is called “{ $typed }”, so nothing was done. /users lists everybody with their codes.
error-users-several = Several people are called { $name }, so nothing was done. Say which by code: { $codes }.
error-users-no-name = I need a name for the new person; nothing was done. For example: /users invite Rosa
error-users-name-taken = There is a { $name } here already, so nobody was added. /users code { $name } makes a new code; somebody else needs another name.
error-users-no-library = There is no library called “{ $name }”, so nobody was added. There are: { $known }.
error-users-not-a-person = “{ $typed }” is no person who may come in, so nothing was done. /users lists everybody.
error-users-not-an-account = “{ $typed }” is a person; say which account by its code. /users { $typed } lists them.

notify-words-quiet = quiet, hours
notify-words-digest = digest, summary
notify-words-alerts = alerts, alert
notify-words-news = news
notify-words-dnd = dnd, peace
notify-words-on = on, yes
notify-words-off = off, none, never, no
notify-words-daily = daily, day
notify-words-weekly = weekly, week
notify-heading = When I speak to you unasked:
notify-quiet = Quiet hours: { $start } to { $end } ({ $zone }). What comes up then waits for the morning.
notify-no-quiet = Quiet hours: none
notify-alerts = What you asked to be told of: { $state ->
    [on] yes
   *[off] no
}
notify-news = What might interest you: { $state ->
    [on] yes
   *[off] no
}
notify-digest = Summed up: { $rhythm ->
    [daily] every morning
    [weekly] on Mondays
   *[off] no
}
notify-dnd = Peace until { $date }, { $time }
notify-usage = Change it with /notify quiet 22:00-08:00, /notify alerts, news or quiet on or off, /notify digest daily, weekly or off, /notify dnd 2h.
notify-quiet-to = { $to ->
    [on] Quiet at night
   *[off] No quiet hours
}
notify-alerts-to = { $to ->
    [on] Alerts on
   *[off] Alerts off
}
notify-news-to = { $to ->
    [on] News on
   *[off] News off
}
notify-digest-to = { $to ->
    [weekly] Weekly digest
   *[off] No digest
}
undone-notify = Your settings for what I say unasked are what they were.
error-notify-unknown = I cannot read “{ $typed }”, so nothing was changed. For example: /notify quiet 22:00-08:00, /notify digest weekly, /notify news on, /notify dnd 2h
kept-heading = { $count ->
    [one] This has waited until I could tell you alone:
   *[other] { $count } messages have waited until I could tell you alone:
}
quiet-heading = { $count ->
    [one] While you had your quiet, one message came up:
   *[other] While you had your quiet, { $count } messages came up:
}

web-link = Linked accounts
    .body = You are one person on every platform. These accounts are yours:
web-link-new = Link another account
    .body = You get a code, good once and for ten minutes. Type it in the new account.
web-link-make = Get a code
web-link-code = Type /link { $code } in a private chat with the bot, in your new account. The code is good once, for ten minutes, and is not shown again.
web-link-given = I have a code from a chat
    .body = Code
web-link-look = Look whose it is
web-link-ask = Link { $account } to { $person }?
    .body = The account’s id there is { $id }. From then on, lists, ratings, hidden titles and everything learned are the same there.
web-link-confirm = Yes, link it to { $person }
web-link-not-mine = If you did not ask for this yourself just now, close the page: somebody may want to come in as you.
web-link-done = The account is linked.
