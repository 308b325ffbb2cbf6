# Chats: what a platform shows of a command, progress, deliveries, and the state of it all.

## Arguments, as a platform describes them beside a field (at most 100 characters)

argument-title = a title, in any language you know it by, with or without its year
argument-text = in your own words
argument-mode = what kind of cards
argument-score = points from 1 to 10
argument-pick = the number of a card shown last, or a title
argument-list = the name of a list
argument-language = the language to speak
argument-filters = genres, years, length, language, kind: comedy 1990s <100min not:horror
argument-command = the name of a command
argument-setting = what to set
argument-person = somebody’s name

## Work under way

progress-working = Still at it …
progress-done = Done.

## Deliveries

error-platform-rate-limited = { people-platform } wants us to write less for a while. Nothing is lost: what waits goes out as soon as it may.
error-account-blocked = The person has blocked the bot on { people-platform }, so this was not delivered. It can be sent once they write to it again.
error-chat-gone = The chat is gone, or the bot was removed from it, so this was not delivered. Drop it, or send it again once the bot is back.
error-message-refused = The platform refused this message ({ $reason }), so it was not delivered. Drop it, or send it again.
error-letter-too-old = It could not be delivered within { $hours } hours and was given up. Send it again if it still matters, or drop it.
error-delivery-failed = The connection to { people-platform } failed in a way that was not foreseen ({ $kind }). What waits is kept and tried again; the log says where.
error-platform-settings = { people-platform } is not served, as these settings of it are wrong: { $settings }. Everything else runs. Correct them and start again.
error-platform-closed = The connection to { people-platform } ended. What waits is kept, and it is opened again.

## /status

command-status = how the service is doing
    .usage = status [retry|drop] [code]
    .help = Chats, what waits to be delivered and what was given up, how much of the catalogue is understood, and the model that answers. “retry” sends what was given up once more, “drop” lets go of it; both take a code, or “all”.
    .examples = status | status retry all | status drop all
    .aliases = health
status-platforms = Chats
status-platform = { $platform }: { $state ->
        [running] running
        [connecting] connecting
       *[failing] failing
    }
status-platform-trouble = { $platform }: { $state ->
        [running] running
        [connecting] connecting
       *[failing] failing
    } – { $trouble }
status-none = No chat is set up. “recommendarr check” says how.
status-waiting = Waiting: { $updates ->
        [one] { $updates } message to be answered
       *[other] { $updates } messages to be answered
    }, { $letters ->
        [one] { $letters } answer to be delivered
       *[other] { $letters } answers to be delivered
    }.
status-unreached = { $count ->
        [one] One notice waits
       *[other] { $count } notices wait
    } for { $person }, whom I cannot write to alone in { $platform } yet.
status-dead = Given up: { $count }.
status-dead-letter = { $code } · { $platform } · { $reason }
status-embedded = Understood: { $share } of the titles.
status-model = Texts are read by { $model }.
status-crowd = Learned model in service: { $version }.
status-retry = Send all once more
status-drop = Drop all
status-retried = { $count ->
        [one] { $count } answer is sent once more.
       *[other] { $count } answers are sent once more.
    }
status-dropped = { $count ->
        [one] { $count } answer was let go of.
       *[other] { $count } answers were let go of.
    }
error-status-unknown = There is nothing given up under “{ $code }”, so nothing was done. /status lists the codes.

## Setting a platform up

template-steps = Set { $setting } to the address of the platform’s server.
