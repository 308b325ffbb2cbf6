# One's own accounts on media servers.

command-accounts = your own accounts on the media servers
    .usage = accounts [out]
    .help = Shows whether you are signed in with your own account, and what I cannot know while you are not. /accounts out takes your key away from me again. Sign in with /link plex or /link jellyfin. Whoever looks after the place sees with /accounts all who is signed in.
    .examples = accounts | accounts out
    .aliases = accounts
accounts-words-out = out, signout, revoke
accounts-words-all = all, everybody
sign-in-page =
    Sign in with your own { $vendor } account, so that I know what you have seen and rated yourself. Open { $vendor } with the link below, sign in there, then say here that you have ({ $minutes ->
        [one] you have a minute
       *[other] you have { $minutes } minutes
    }).
sign-in-code =
    Sign in with your own { $vendor } account, so that I know what you have seen and rated yourself. In { $vendor }, where you are signed in, open Quick Connect and type { $code }; then press the button here ({ $minutes ->
        [one] you have a minute
       *[other] you have { $minutes } minutes
    }).
sign-in-open-button = Open { $vendor }
sign-in-done-button = I have signed in
sign-in-not-yet = You have not signed in yet, as far as I can see. Do it first, then press the button again.
sign-in-welcome = You are { $person }, with your own { $vendor } account.
sign-in-moved = This account was { $before } until now; from now on it is { $person }.
sign-in-what-now = What you have seen and rated there counts from now on; I am reading it. Your key lies encrypted here; /accounts out takes it away.
accounts-signed-in = { service-name }: signed in as { $account }.
accounts-refused = { service-name }: your key is not good any more. Sign in again, so that I learn what you mark as seen and rate there.
accounts-not-signed-in = { service-name }: you are { $account }, but not signed in. I hear what is played, but what you marked as seen or rated yourself I cannot know.
accounts-not-joined = { service-name }: you are not joined to an account there. Sign in, and I know what you may open and what you have seen.
accounts-in-button = Sign in to { $name }
accounts-out-button = Sign out
accounts-revoke-button = Sign { $name } out
accounts-signed-out =
    { $count ->
        [one] The key of { $person } is forgotten.
       *[other] { $count } keys of { $person } are forgotten.
    } What was learned stays.
accounts-nothing = There is no key of { $person } here.
accounts-of =
    { $person }: { $count ->
        [one] signed in to one server
       *[other] signed in to { $count } servers
    }
accounts-nobody = Nobody is signed in with an account of their own.
error-accounts-word = I do not know what “{ $word }” means here. Type /accounts alone, or /accounts out.
error-sign-in-unknown = Nobody can sign in to { $name } here, as it is not set up. Nothing was linked. Whoever runs the service can do that; “recommendarr check” tells how.
error-sign-in-expired = That sign-in is too old, or was never begun. Begin anew with /link plex or /link jellyfin.
error-no-access-to-server = That account has no access to this media server, so nothing was joined. Ask whoever owns the server to share it with you, then try again.
