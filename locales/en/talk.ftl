# Nextcloud Talk, and the public page of a title.

web-card-own-page = Open in Recommendarr

talk-yours = My answer is for you alone, and others read along here. Your own page has it: { $url } Or write /private in a conversation in which we two are alone, and I answer you there from then on.
talk-elsewhere = That is for you alone, so I have answered in our own conversation.
talk-done = Done. Write /undo to take it back.
talk-undone = Taken back. /undo takes back what was before it, too.
talk-waiting = Something waits for you that is for you alone. Write /private in a conversation in which we two are alone, and I tell you there.
talk-own = From now on I take this conversation to be yours alone: I answer everything you write here, and with what is personal. That includes links that open your page, so be sure that nobody else is in here. It ends as soon as somebody else writes or is added.

talk-steps = Nextcloud Talk, once on each server, in Nextcloud’s folder and as its web server’s user:
    1. Make a secret, the same for RECOMMENDARR_TALK_SECRET:  RECOMMENDARR_TALK_SECRET=$(openssl rand -hex 32); echo "$RECOMMENDARR_TALK_SECRET"
    2. Allow the server here:  RECOMMENDARR_TALK_BACKENDS={ $backends }
    3. Install the bot. Talk 22.0.9 and newer, with reactions:
       php occ talk:bot:install --feature webhook --feature response --feature reaction { $name } "$RECOMMENDARR_TALK_SECRET" { $url }
       Talk 17.1 to 22.0.8 (they name the wrong person for a reaction, or know none):
       php occ talk:bot:install --feature webhook --feature response { $name } "$RECOMMENDARR_TALK_SECRET" { $url }
    4. See its number:  php occ talk:bot:list
    5. Put it into a conversation; TOKEN is the end of its address …/call/TOKEN:  php occ talk:bot:setup NUMBER TOKEN
       A moderator can do the same in the conversation’s settings, under Bots.
    The server must reach { $url }, and RECOMMENDARR_PUBLIC_URL for the pictures.

error-talk-backends-missing = Nextcloud Talk has a secret but no server it may come from, so it stays off. Set RECOMMENDARR_TALK_BACKENDS to your server’s address, such as https://cloud.example.org.
error-talk-backend-invalid = “{ $backend }” is no address of a Nextcloud server, so Nextcloud Talk stays off. Write it in RECOMMENDARR_TALK_BACKENDS as https://cloud.example.org.
error-talk-secret-missing = There is no secret for “{ $backend }”, so Nextcloud Talk stays off. Set RECOMMENDARR_TALK_SECRET, or name it in RECOMMENDARR_TALK_SECRETS as https://cloud.example.org=SECRET.
error-talk-backend-gone = The server of that conversation is no longer among RECOMMENDARR_TALK_BACKENDS, so the answer was not sent. Nothing else was lost.
error-talk-no-own-room = This is for one person alone, who has no conversation alone with me in Nextcloud Talk yet. They open one by writing /private in it.
error-talk-unreachable = The Nextcloud server cannot be reached, or is in maintenance. Answers are kept and sent when it is back.
error-talk-throttled = The Nextcloud server has had enough of us for now. Answers are kept and sent later.
error-talk-not-enabled = The bot is not enabled in that conversation, or its secret is another one, so the answer was not sent. Enable it in the conversation’s settings, or compare RECOMMENDARR_TALK_SECRET.
error-talk-room-gone = That conversation is gone, so the answer was not sent.
error-talk-refused = The Nextcloud server did not accept the message, so it was not sent.
error-talk-too-long = The message was longer than the Nextcloud server takes, so it was not sent.
