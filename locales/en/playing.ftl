# Playing: quality, devices, what is on, and lists of ours in the servers’ own apps.

card-play = Play
press-play = Play on a device
quality-size = { $size } GB
quality-direct = plays directly on { $device }
quality-transcode = may be transcoded for { $device }

command-play = play a title on one of your devices
    .usage = play <title>
    .help = From the libraries you may open, on a device of yours. The first time I ask which; from then on it plays there at once. A series goes on with what comes next. For this you sign in with your own account: /link plex or /link jellyfin.
    .examples = play Parasite | play 2
    .aliases = abspielen, lire
command-queue = play a title after what is on
    .usage = queue <title>
    .help = It is put behind what plays on your usual device.
    .examples = queue Parasite | queue 2
    .aliases = anreihen, enchaîner
command-playing = what is on now
    .usage = playing
    .help = What plays under your account just now, with buttons to pause, go on and stop. Those who look after the place see everybody’s.
    .examples = playing
    .aliases = läuft, en-lecture
command-devices = the devices you may play on
    .usage = devices [none]
    .help = What your servers offer you. Press one to make it the usual one; “devices none” makes me ask each time.
    .examples = devices | devices none
    .aliases = geräte, appareils
command-push = your recommendations as a playlist on your server
    .usage = push [on|off|now]
    .help = “push on” puts a playlist “Recommended For You” into your own account on the server; it is renewed every day, and only you see it. “push now” renews it at once, “push off” takes it away. Those who look after the place can give every library a collection “Recommendarr Picks” with “push collection on”; nothing in it is personal.
    .examples = push | push on | push now | push off
    .aliases = hinschieben, pousser

play-where = Where shall { $title } play?
play-where-next = Where shall { $title } play next?
play-playing = { $title } is starting on { $device }.
play-queued = { $title } plays next on { $device }.
play-transcodes = { $device } does not play this file as it is, so the server converts it.
play-elsewhere = On another device
play-no-devices = No device is on just now. Open the app of the server on one, and try again.
play-sign-in = { $name }: sign in with your own account first, so that I see your devices: link { $name }
device-off = off
devices-usual = You usually play on { $device }. Choose another:
devices-choose = Choose the device you usually play on:
devices-chosen = From now on: { $device }.
devices-no-servers = You are joined to no account on a media server. Sign in first: /link plex or /link jellyfin.
devices-words-none = none, no, forget, keines, keins, vergessen, aucun, oublier

playing-button = What is on
playing-nothing = Nothing is on.
playing-closed = something from a library that is closed to you
playing-somebody = somebody
playing-paused = paused
playing-transcoding = converted by the server
playing-pause = Pause
playing-resume = Go on
playing-stop = Stop
playing-pause-done = Paused on { $device }.
playing-resume-done = Going on, on { $device }.
playing-stop-done = Stopped on { $device }.

push-words-on = on
push-words-off = off
push-words-now = now
push-words-collection = collection, collections
push-playlist-summary = What Recommendarr recommends to you today. Renewed every day; “push off” in the chat takes it away.
push-collection-summary = Good titles of this library, for everybody. Renewed every day by Recommendarr.
push-playlist-is =
    Your playlist “Recommended For You” is { $state ->
        [on] on: { $count ->
            [one] one title
           *[other] { $count } titles
        }, renewed every day.
       *[off] off.
    }
push-collection-is =
    The collections “Recommendarr Picks” are { $state ->
        [on] on, in { $count ->
            [one] one library
           *[other] { $count } libraries
        }.
       *[off] off.
    }
push-on = Switch on
push-off = Switch off
push-now = Renew now
push-collection-on = Collections on
push-collection-off = Collections off
push-on-done = Your playlist is on from now on.
push-now-done = Your playlist was renewed.
push-off-done = Your playlist is off.
push-collection-on-done = The collections are on from now on.
push-collection-now-done = The collections were renewed.
push-collection-off-done = The collections are off.
push-put =
    { $name }: { $count ->
        [0] nothing to recommend at present
        [one] one title
       *[other] { $count } titles
    }
push-removed = { $name }: taken away
push-put-library =
    { $library }: { $count ->
        [0] nothing to recommend at present
        [one] one title
       *[other] { $count } titles
    }
push-removed-library = { $library }: taken away

error-play-no-copy = { $title } is on no server here from which you may play it, so nothing was started.
error-play-device-gone = That device is not among yours at present, so nothing was started. Open the app on it, and look again with /devices.
error-playing-over = That is not on any more, so nothing was changed. /playing shows what is.
error-devices-unknown = I do not know “{ $typed }” here, so nothing was changed. Choose with the buttons, or write: devices none
error-push-unknown = I do not know “{ $typed }” here, so nothing was changed. Say: push on, push off or push now.
error-push-is-off = That is switched off, so there was nothing to renew. Switch it on first.
error-push-sign-in = A playlist goes into your own account, so sign in first: /link plex or /link jellyfin. Nothing was changed.
error-push-admins-only = Only those who look after the place can do that; nothing was changed.
