# What is said of titles that the same people like. $titles quoted titles, $title_count how many, $count people, three or more.

reason-liked-together-1 = { $count } people here who liked { $titles } liked this as well.
reason-liked-together-2 = You share { $titles } with { $count } people here who went on to like this one.
reason-liked-together-3 = { $titles } and this one go together here: { $count } people liked both.
reason-liked-together-4 = A taste for { $titles } leads here: { $count } people on this server liked both.

reason-often-together-1 = People who like { $titles } tend to like this, too.
reason-often-together-2 = Often liked by the same people as { $titles }, which you liked.
reason-often-together-3 = Fans of { $titles } usually get on well with this one.
reason-often-together-4 = You liked { $titles }, and many who do like this as well.

contribution-sequence = What tends to follow your latest titles
contribution-attributes = Its story and makers, as people with your taste value them
