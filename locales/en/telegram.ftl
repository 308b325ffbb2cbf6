# What the bot says on Telegram by itself.

telegram-answered-privately = I have answered you in our private chat.
telegram-start-first = That is only for you, so I would answer in a private chat, which you have not opened yet. Open it, press Start, and ask me there.
telegram-open-chat = Open the private chat

error-telegram-not-started = This is for one person alone, who has never written to me in private on Telegram. They do so by opening my chat there and pressing Start.
error-telegram-token-refused = Telegram refuses the token, so nothing comes in or goes out there; what is waiting is kept. Take a new token from @BotFather (/mybots, API Token), set RECOMMENDARR_TELEGRAM_TOKEN to it, and start the service again.
error-telegram-token-malformed = That is not a token of Telegram’s, so Telegram stays off; everything else runs. A token looks like 123456:ABC…; set RECOMMENDARR_TELEGRAM_TOKEN to the one @BotFather gave you.
error-telegram-conflict = Another program fetches this bot’s messages with the same token, so some of them get lost to it. Stop the other one, or make a bot of its own for it with @BotFather.
error-telegram-unreachable = Telegram cannot be reached just now. What is waiting to be sent is kept and sent later.
error-telegram-webhook-refused = Telegram does not take the service’s public address, so messages are fetched instead; everything works. For a webhook the address must begin with https:// and have a valid certificate.
error-telegram-webhook-failing = Telegram could not bring its messages to the service’s public address lately; it keeps them and tries again. Look whether the address can be reached from outside, or set RECOMMENDARR_TELEGRAM_UPDATES=polling.

telegram-steps =
    1. On Telegram, write /newbot to @BotFather, choose a name and a username, and copy the token it gives you.
    2. Set RECOMMENDARR_TELEGRAM_TOKEN to the token and start the service. The menu of commands fills itself.
    3. For rooms, add the bot to the group. Leave its privacy mode on (@BotFather, /setprivacy): it then reads commands, mentions and replies to itself, and nothing else.
    4. { $updates ->
        [webhook] Messages are brought to { $address }, which must be reachable from outside.
       *[polling] Messages are fetched; nothing needs to be reachable from outside.
    }
    5. Open the bot and press Start.
