# Discord: what the platform itself says.

error-discord-token-rejected = Discord does not accept the bot’s token. What people asked for is kept. Make a new token in the developer portal, set RECOMMENDARR_DISCORD_TOKEN and start again.
error-discord-session-refused = Discord refuses the connection for good. What people asked for is kept. Look at the bot’s settings in the developer portal; “recommendarr check” lists the steps.
error-discord-unreachable = Discord cannot be reached at the moment. What people asked for is kept, and I keep trying.
error-discord-closed = Discord does not let me write to this person in private. Nothing was lost that a command cannot show again; they have to allow direct messages from members of the server.
discord-closed-here = My answer is for one person only, and Discord does not let me write to them in private. Allow direct messages from members of this server, or ask me again here.
discord-steps =
    1. Open { $portal }, choose “New Application” and give it a name.
    2. Under “Bot” choose “Reset Token” and copy the token. No privileged intents are needed.
    3. Set RECOMMENDARR_DISCORD_TOKEN to it and start the service.
    4. Leave “Interactions Endpoint URL” empty under “General Information”.
    5. Invite the bot to your server (it asks for: view channels, send messages, embed links, attach files, send messages in threads):
    { $invite }
    6. Type / in a channel: the commands appear within a minute.
