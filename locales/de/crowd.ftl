# Was über Titel gesagt wird, die denselben Leuten gefallen. $titles Titel in Anführungszeichen, $title_count wie viele, $count Leute, drei oder mehr.

reason-liked-together-1 = { $count } Leuten hier, denen { $titles } gefallen { $title_count ->
    [one] hat
   *[other] haben
}, hat auch das gefallen.
reason-liked-together-2 = { $titles } teilst du mit { $count } Leuten hier, die auch das hier mochten.
reason-liked-together-3 = Hier gehören { $titles } und dieser Titel zusammen: { $count } Leute mochten beides.
reason-liked-together-4 = Wer { $titles } mag, landet hier: { $count } Leute auf diesem Server mochten beides.

reason-often-together-1 = Wer { $titles } mag, mag meist auch das.
reason-often-together-2 = Gefällt oft denselben Leuten wie { $titles } – und { $title_count ->
    [one] das mochtest du
   *[other] die mochtest du
}.
reason-often-together-3 = Fans von { $titles } kommen mit dem hier meist gut zurecht.
reason-often-together-4 = Du mochtest { $titles }, und vielen, denen es so geht, gefällt auch das.

contribution-sequence = Was oft auf deine letzten Titel folgt
contribution-attributes = Inhalt und Beteiligte, wie Leute mit deinem Geschmack sie schätzen
