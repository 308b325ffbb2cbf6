# Folders of ratings: what is odd about them.

folder-all-liked = { $file }: there is no column rating, so all of it counts as liked.
folder-scale = { $file }: ratings reach up to { $highest }; what has { $least } or more counts as liked.
folder-none-liked = { $file }: no rating is { $least } or more, so nothing counts as liked.
folder-titles-again =
    { $file }: { $count ->
        [one] one title is given again; the last line counts (line { $lines }).
       *[other] { $count } titles are given again; the last line counts (lines { $lines }).
    }
folder-rated-again =
    { $file }: { $count ->
        [one] one rating is of a title that the same person had rated; the latest counts (line { $lines }).
       *[other] { $count } ratings are of titles that the same person had rated; the latest counts (lines { $lines }).
    }
folder-unknown =
    { $file }: { $count ->
        [one] one rating was left out: its title is not in the file of titles (line { $lines }).
       *[other] { $count } ratings were left out: their titles are not in the file of titles (lines { $lines }).
    }
folder-undated =
    { $file }: { $count ->
        [one] one rating has no timestamp; it counts as older than all others (line { $lines }).
       *[other] { $count } ratings have no timestamp; they count as older than all others, in an order by lot (lines { $lines }).
    }
folder-timeless = { $file }: no rating has a timestamp; what came first is drawn by lot, and all count as given once every title was out.
folder-no-dates =
    { $file }: { $count ->
        [one] one timestamp lies before 1970 or in the future, and counts as none (line { $lines }).
       *[other] { $count } timestamps lie before 1970 or in the future, and count as none (lines { $lines }).
    }
