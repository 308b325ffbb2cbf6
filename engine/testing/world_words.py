"""Made-up names, titles and keywords for generated worlds: the same number always gives the same words."""

from __future__ import annotations

NOUNS: tuple[tuple[str, str, str], ...] = (
    ("Harbour", "Hafen", "Port"), ("Winter", "Winter", "Hiver"), ("River", "Fluss", "Rivière"),
    ("Letter", "Brief", "Lettre"), ("Garden", "Garten", "Jardin"), ("Night", "Nacht", "Nuit"),
    ("Brother", "Bruder", "Frère"), ("Sister", "Schwester", "Sœur"), ("Island", "Insel", "Île"),
    ("Window", "Fenster", "Fenêtre"), ("Train", "Zug", "Train"), ("Mirror", "Spiegel", "Miroir"),
    ("Mountain", "Berg", "Montagne"), ("Song", "Lied", "Chanson"), ("Shadow", "Schatten", "Ombre"),
    ("Summer", "Sommer", "Été"), ("Bridge", "Brücke", "Pont"), ("Secret", "Geheimnis", "Secret"),
    ("Fire", "Feuer", "Feu"), ("Storm", "Sturm", "Tempête"), ("Crown", "Krone", "Couronne"),
    ("Door", "Tür", "Porte"), ("Machine", "Maschine", "Machine"), ("Wolf", "Wolf", "Loup"),
    ("Silence", "Stille", "Silence"), ("Road", "Straße", "Route"), ("Clock", "Uhr", "Horloge"),
    ("Forest", "Wald", "Forêt"), ("Dream", "Traum", "Rêve"), ("Knife", "Messer", "Couteau"),
    ("Kitchen", "Küche", "Cuisine"), ("Ghost", "Geist", "Fantôme"), ("Promise", "Versprechen", "Promesse"),
    ("Stranger", "Fremder", "Étranger"), ("Sea", "Meer", "Mer"), ("Moon", "Mond", "Lune"),
    ("Debt", "Schuld", "Dette"), ("Kingdom", "Königreich", "Royaume"), ("Signal", "Signal", "Signal"),
    ("Orchard", "Obstgarten", "Verger"), ("Captain", "Kapitän", "Capitaine"), ("Daughter", "Tochter", "Fille"),
)  # fmt: skip
"""English, German, French."""
KEYWORDS = (
    "friendship", "heist", "dystopia", "small town", "coming of age", "time travel", "revenge", "road trip",
    "serial killer", "feel-good", "courtroom", "space travel", "musician", "love triangle", "boarding school",
    "found family", "robot", "undercover", "haunted house", "cooking", "chess", "spy", "martial arts", "journalist",
)  # fmt: skip
"""The commonest; there are made-up ones beyond."""
LANGUAGES = ("en", "fr", "de", "ja", "ko", "es", "it", "da", "sv", "hi", "zh", "pl")
COUNTRIES = ("US", "FR", "DE", "JP", "KR", "ES", "IT", "DK", "SE", "IN", "CN", "PL")
_FIRST = (
    "Ada", "Bruno", "Clara", "Dario", "Elin", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kaya", "Leon", "Mira",
    "Nils", "Olga", "Paul", "Quinn", "Rosa", "Sami", "Tara", "Umut", "Vera", "Wim", "Xenia", "Yara", "Zeno",
)  # fmt: skip
_HEAD = ("Al", "Ber", "Cor", "Dan", "El", "Far", "Gal", "Hol", "Im", "Jar", "Kel", "Lor", "Mar", "Nor", "Or", "Pel")
_BODY = ("a", "be", "di", "ga", "ko", "li", "me", "no", "ru", "sa", "ti", "vo", "we", "za", "he", "ny")
_TAIL = (
    "berg",
    "son",
    "mann",
    "ova",
    "ini",
    "stein",
    "sen",
    "dal",
    "ez",
    "aux",
    "ski",
    "ton",
    "ley",
    "rup",
    "ado",
    "ik",
)


def family_name(number: int) -> str:
    """A name of its own for every number; numbers that follow each other do not look alike."""
    rest, low = divmod(number, 1 << 20)
    mixed = (low * 40_503) % (1 << 20)  # an odd factor only changes places
    tail, mixed = mixed % 16, mixed // 16
    name = _HEAD[mixed % 16] + _BODY[mixed // 16 % 16] + _BODY[mixed // 256 % 16] + _BODY[mixed // 4_096]
    while rest:
        rest, more = divmod(rest, 16)
        name += _BODY[more]
    return name + _TAIL[tail]


def person_name(number: int) -> str:
    """A name of its own for every number."""
    return f"{_FIRST[number % len(_FIRST)]} {family_name(number // len(_FIRST))}"


def keyword(number: int) -> str:
    """A keyword of its own for every number; the commonest numbers are real ones."""
    if number < len(KEYWORDS):
        return KEYWORDS[number]
    return f"{NOUNS[number % len(NOUNS)][0].lower()} {family_name(number // len(NOUNS)).lower()}"


def title(first: int, second: int, pattern: int) -> tuple[str, str, str]:
    """A title in English, German and French; not every one is unique, as in life."""
    english, german, french = NOUNS[first % len(NOUNS)]
    if pattern == 0:
        other = NOUNS[second % len(NOUNS)]
        return f"{english} and {other[0]}", f"{german} und {other[1]}", f"{french} et {other[2]}"
    name = family_name(second)
    if pattern == 1:
        return f"{english} in {name}", f"{german} in {name}", f"{french} à {name}"
    return f"The {english} of {name}", f"{german} von {name}", f"{french} de {name}"
