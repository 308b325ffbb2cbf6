"""The words that say nothing of a story, in the languages the service speaks, folded."""

STOP_WORDS = frozenset(
    """
    a about after all also an and are as at be been before being but by can for from had has have he her his how i if in
    into is it its like more no not of off on one or other out over she so some than that the their them they this those
    through to two up was we were what when where which while who will with you
    aber als am an auf aus bei bis da das dem den der des die doch durch ein eine einem einen einer eines er es fur hat
    ihr ihre im in ist mit nach nicht noch nur ob oder sein seine sich sie sind so uber um und unter vom von vor wie
    wird zu zum zur
    au aux avec ce ces cette d dans de des du elle en est et il ils je l la le les leur lui mais n ne ou par pas plus
    pour qu que qui s sa se ses son sont sur un une
    """.split()  # noqa: SIM905 - reads as text
)
