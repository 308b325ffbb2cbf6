"""A small shelf of titles that search and mood tests look things up on."""

from __future__ import annotations

from engine.domain.items import Collection, Credit, CreditRole, Item, MediaType
from engine.search.titles import TitleIndex


def film(
    key: str, title: str, year: int | None = None, *, by: str = "", cast: str = "", votes: int = 0, **rest
) -> Item:
    """A film whose id is ``movie:test:<key>``; names are comma-separated."""
    people = [Credit(name.strip(), CreditRole.DIRECTOR) for name in by.split(",") if name.strip()]
    people += [Credit(name.strip(), CreditRole.ACTOR, n) for n, name in enumerate(cast.split(",")) if name.strip()]
    kind = rest.pop("kind", MediaType.MOVIE)
    return Item(
        id=f"movie:test:{key}",
        media_type=kind,
        title=title,
        year=year,
        credits=tuple(people),
        vote_count=votes,
        **rest,
    )


LOTR = "The Lord of the Rings"
SHELF = (
    film("parasite", "Parasite", 2019, by="Bong Joon-ho", cast="Song Kang-ho, Choi Woo-shik", votes=17000,
         original_title="기생충"),
    film("oldboy", "Oldboy", 2003, by="Park Chan-wook", cast="Choi Min-sik", votes=8000),
    film("memories", "Memories of Murder", 2003, by="Bong Joon-ho", cast="Song Kang-ho", votes=4000),
    film("amelie", "Amélie", 2001, by="Jean-Pierre Jeunet", cast="Audrey Tautou", votes=11000,
         titles={"fr": "Le Fabuleux Destin d'Amélie Poulain", "de": "Die fabelhafte Welt der Amélie"}),
    film("spirited", "Spirited Away", 2001, by="Hayao Miyazaki", votes=15000, original_title="千と千尋の神隠し",
         titles={"de": "Chihiros Reise ins Zauberland", "fr": "Le Voyage de Chihiro"}, kind=MediaType.ANIME),
    film("totoro", "My Neighbor Totoro", 1988, by="Hayao Miyazaki", votes=7000, original_title="となりのトトロ"),
    film("alien", "Alien", 1979, by="Ridley Scott", cast="Sigourney Weaver", votes=14000),
    film("matrix", "The Matrix", 1999, by="Lana Wachowski, Lilly Wachowski", cast="Keanu Reeves", votes=24000),
    film("rocky", "Rocky", 1976, cast="Sylvester Stallone", votes=7000),
    film("rocky2", "Rocky II", 1979, cast="Sylvester Stallone", votes=4000),
    film("godfather", "The Godfather", 1972, by="Francis Ford Coppola", votes=19000),
    film("godfather2", "The Godfather Part II", 1974, by="Francis Ford Coppola", votes=12000),
    film("dune84", "Dune", 1984, by="David Lynch", votes=3000),
    film("dune21", "Dune", 2021, by="Denis Villeneuve", votes=13000),
    film("dune24", "Dune: Part Two", 2024, by="Denis Villeneuve", votes=7000),
    film("lotr1", f"{LOTR}: The Fellowship of the Ring", 2001, votes=24000, collection=Collection(LOTR, 1),
         titles={"de": "Der Herr der Ringe: Die Gefährten"}),
    film("lotr2", f"{LOTR}: The Two Towers", 2002, votes=21000, collection=Collection(LOTR, 2)),
    film("blade", "Blade Runner", 1982, by="Ridley Scott", cast="Harrison Ford", votes=13000),
    film("blade2049", "Blade Runner 2049", 2017, by="Denis Villeneuve", votes=13000),
    film("mood", "In the Mood for Love", 2000, by="Wong Kar-wai", cast="Maggie Cheung", votes=2500),
    film("budapest", "The Grand Budapest Hotel", 2014, by="Wes Anderson", cast="Ralph Fiennes", votes=14000),
    film("rushmore", "Rushmore", 1998, by="Wes Anderson", votes=2000),
    film("magnolia", "Magnolia", 1999, by="Paul Thomas Anderson", votes=3000),
    film("samurai", "Seven Samurai", 1954, by="Akira Kurosawa", votes=3500, original_title="七人の侍"),
    film("volver", "Volver", 2006, by="Pedro Almodóvar", cast="Penélope Cruz", votes=1500),
    film("blanc", "Trois couleurs : Blanc", 1994, by="Krzysztof Kieślowski", votes=700),
    film("haneke", "Caché", 2005, by="Michael Haneke", votes=900),
    film("inception", "Inception", 2010, by="Christopher Nolan", cast="Leonardo DiCaprio", votes=35000),
    film("memento", "Memento", 2000, by="Christopher Nolan", votes=14000),
    film("pulp", "Pulp Fiction", 1994, by="Quentin Tarantino", votes=27000),
    film("big", "Big", 1988, cast="Tom Hanks", votes=3000),
    film("gump", "Forrest Gump", 1994, cast="Tom Hanks", votes=26000),
    film("it", "It", 2017, votes=18000),
    film("her", "Her", 2013, votes=13000),
    film("up", "Up", 2009, votes=19000),
    film("us", "Us", 2019, votes=7000),
    film("dark", "Dark", 2017, votes=6000, kind=MediaType.TV),
    film("mash", "M*A*S*H", 1970, votes=900),
    film("et", "E.T. the Extra-Terrestrial", 1982, by="Steven Spielberg", votes=11000),
    film("dollar", "$", 1971, votes=60),
    film("1984", "1984", 1984, votes=500),
    film("strasse", "Die Straße", 1954, votes=300),
    film("diehard", "Die Hard", 1988, votes=10000),
    film("hard", "Hard", 1998, votes=20),
    film("romeo", "Romeo + Juliet", 1996, votes=4000),
    film("separation", "جدایی نادر از سیمین", 2011, titles={"en": "A Separation"}, votes=1500),
    film("avventura", "L'Avventura", 1960, votes=600),
)  # fmt: skip
INDEX = TitleIndex.build(SHELF)


def key(item_id: str | None) -> str | None:
    """The short key of an item id."""
    return item_id.rpartition(":")[2] if item_id else None
