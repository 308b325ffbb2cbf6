# Learning from everyone: trainings, and the models that come of them.

command-train = learn anew from everybody here
    .usage = train
    .help = Reads what everybody watched and rated, learns from it beside the service, and measures the new model on what people liked last. One that is worse than the present one is kept, but not used. It happens by itself at night and whenever enough is new. Only for the server’s owner.
    .examples = train
    .aliases = learn
command-models = the learned models, and which one answers
    .usage = models [use, rollback, remove or show] [version]
    .help = Without anything it lists what is kept. “use” puts a model into service, “rollback” brings back the one before, “remove” deletes one that is not in use, “show” says all about one. A version may be named by its number in the list or its last letters. Only for the server’s owner.
    .examples = models | models rollback | models show 1
    .aliases = crowd

models-words-use = use, choose
models-words-rollback = rollback, back
models-words-remove = remove, delete
models-words-show = show, details

training-progress = Learning: { $step } ({ $done }). Ask for the models to see how far it is.
training-step-gathering = gathering what people here watched
training-step-reading = reading the ratings and titles
training-step-describing = describing titles that are not known yet
training-step-lists = learning from what TMDB lists beside the titles here
training-step-trial = learning without what people met last
training-step-measuring = measuring on what people met last
training-step-learning = learning from all of it
training-step-saving = saving
training-learned =
    { $people ->
        [one] Learned from one person
       *[other] Learned from { $people } people
    } and { $meetings ->
        [one] one title watched or rated
       *[other] { $meetings } titles watched or rated
    }, over { $titles ->
        [one] one title
       *[other] { $titles } titles
    }, in { $seconds } s.
training-unheard =
    { $count ->
        [one] One of them was not counted: a title
       *[other] { $count } of them were not counted: titles
    } met far more often by people with few titles, met in one go or all liked, than by everybody else. So a crowd of false accounts does not push a title.
training-too-little =
    { $titles ->
        [0] Nobody has liked anything lately that could be held back, so it could not be measured.
        [one] Only one liked title could be held back, too few to measure it.
       *[other] Only { $titles } liked titles could be held back, too few to measure it.
    }
training-measured =
    Measured on what { $people ->
        [one] one person
       *[other] { $people } people
    } liked last (NDCG@10): { $new }; { $first ->
        [yes] offering what is popular here reaches
       *[other] what answered until now reaches
    } { $present }. The difference lies between { $low } and { $high } (99 %).
training-verdict =
    { $verdict ->
        [better] The new one is better.
        [worse] The new one is worse.
       *[same] No difference beyond chance.
    }
training-in-use = It answers from now on (version { $version }).
training-held-back = It is kept, but not used; what answered until now goes on answering. To use it all the same: models use { $version }
training-saved = The model is in { $file } ({ $size } MB). It holds titles and figures, no people.
training-terms = Who may have it depends on what it was learned from: a model of MovieLens ratings, for one, may be passed on only under their terms, and not be sold.
training-public-in-use = It helps to answer from now on (public model, version { $version }).
training-no-household = Nobody here has watched or rated anything yet, so it answers alone.
training-reading =
    { $people ->
        [one] Read one person
       *[other] Read { $people } people
    }, { $meetings ->
        [one] one rating
       *[other] { $meetings } ratings
    }, { $titles ->
        [one] one title
       *[other] { $titles } titles
    }.
training-lists =
    { $lists ->
        [one] Read one list
       *[other] Read { $lists } lists
    } of similar titles, over { $titles ->
        [one] one title
       *[other] { $titles } titles
    }.

models-none = No model has been learned yet. It happens by itself once there is enough to learn from, or at once with /train
models-heading = Learned models, newest first:
models-line = { $number }. { $version } · { $kind } · { $people ->
        [one] one person
       *[other] { $people } people
    }, { $meetings ->
        [one] one title met
       *[other] { $meetings } titles met
    } · NDCG@10 { $measured }{ $state }
models-line-broken = { $number }. { $version } · damaged, or not one of ours
models-state-in-use = { " · in use" }
models-state-held-back = { " · held back" }
models-state-previous = { " · used before" }
models-kind-household = of this household
models-kind-public = public
models-learned = learned on { $date } by Recommendarr { $product }
models-figures =
    { $people ->
        [one] one person
       *[other] { $people } people
    }, { $meetings ->
        [one] one title met
       *[other] { $meetings } titles met
    }, { $titles ->
        [one] one title
       *[other] { $titles } titles
    }, { $size } MB
models-fingerprint = learned from data with the fingerprint { $fingerprint }…
models-measured =
    NDCG@10 { $ndcg } on what { $people ->
        [one] one person
       *[other] { $people } people
    } liked last; what it was compared with { $present }
models-broken = This file is damaged, or not one of ours; it can only be removed.
models-which = Another one?
models-use = Use { $version }
models-rollback = Back to the one before
models-button = Models
models-used = { $version } answers from now on. /models rollback takes that back.
models-removed = { $version } is deleted.
models-added = { $version } is kept.
models-last = The last training: { $told }

error-training-off = Nothing is learned in the background here, so there are no models. Start the service with “recommendarr run”.
error-training-running = A training is under way already; this one was not started. Ask for the models to see how far it is.
error-training-nothing = Nobody here has watched or rated anything yet, so there was nothing to learn. The models you have stay as they are. Import a history, or watch something first.
error-training-ended = The training stopped before its end (code { $code }), perhaps for want of memory. The present model goes on answering.
error-training-two-sources = Give either --data or --similar, one at a time. Nothing was changed.
error-training-out-alone = --out needs something to learn from: name it with --data or --similar. A model of this household is not written to a file, since it knows its people. Nothing was changed.
error-models-not-writable = Models cannot be saved in { $path } ({ $reason }). Those that are there are unchanged. Allow it to be written, then try again.
error-training-too-few-people = What fewer than { $fewest } people watched is not passed on: a model of it would tell whose it is. Nothing was written. Without --out it can be learned from here.
error-not-a-file = “{ $path }” is no file that could be written or read, but a folder or a device. Nothing was done. Name a file.
error-models-word = I do not know “{ $word }” here, so nothing was changed. Models can be listed, used, rolled back, removed and shown.
error-model-missing = Which model do you mean? Nothing was changed. Name it by its number in the list, or by its last letters.
error-model-unknown = There is no model “{ $version }” here, so nothing was changed. /models lists those that are kept.
error-model-unclear = “{ $version }” could be several models, so nothing was changed. Write more of it.
error-model-in-use = { $version } is in use, so it was not removed. Put another one into service first.
error-model-no-previous = There is no model to go back to; nothing was changed.
error-model-file-unnamed = Which file? Nothing was changed. Name it: recommendarr models add FILE.
error-model-file-missing = There is no file { $path }, so nothing was changed. Check the path.
error-model-too-large = That is larger than a model may be ({ $limit } MB), so it was not read. Nothing was changed.
error-model-foreign = That is no model of Recommendarr, so it was not read. Nothing was changed. Models are made with “recommendarr train”.
error-model-unreadable = That model is damaged or was cut off ({ $reason }), so it is not used. Nothing else was changed. Bring the file anew, or train again.
error-model-newer = That model was made by a later version of Recommendarr (format { $found }; this one reads { $known }), so it is not used. Bring Recommendarr up to date.
error-model-other-catalogue =
    That model is of another catalogue: of its { $titles } titles { $known ->
        [0] none is
        [one] only one is
       *[other] only { $known } are
    } here, so it is not used. Nothing was changed. Train one on titles that you have.
error-similar-bad-line = { $file } cannot be read at line { $line } ({ $reason }), so nothing was learned. Mend that line and try again.
