"""The tones a title can have: how catalogues tag them, which genres go with them, and how to say them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Tone:
    """``name`` is itself a keyword. ``genres`` weighs canonical genres −1…1, ``keywords`` are what metadata carries."""

    name: str
    genres: Mapping[str, float]
    keywords: tuple[str, ...]
    sentence: str
    """For semantic search, in English."""
    harsh: bool = False
    """One people ask to be spared."""


def _tone(name: str, genres: str, keywords: str, sentence: str, *, harsh: bool = False) -> Tone:
    weights: dict[str, float] = {}
    for part in genres.split(", "):
        genre, _, weight = part.rpartition(" ")
        weights[genre] = float(weight)
    return Tone(name, MappingProxyType(weights), (name, *keywords.split(", ")), sentence, harsh=harsh)


_ALL = (
    _tone("funny", "Comedy 1, Drama -0.2, Horror -0.4, War -0.4",
          "comedy, humor, slapstick, parody, spoof, farce, hilarious, buddy comedy, stand-up comedy, screwball comedy",
          "a funny film that makes you laugh"),
    _tone("cozy", "Family 0.6, Comedy 0.4, Animation 0.4, Romance 0.3, Horror -1, War -0.8, Thriller -0.6, Crime -0.3",
          "cosy, gentle, comforting, small town, countryside, food, cooking, friendship, everyday life, "
          "slice of life, warmhearted, village, iyashikei",
          "a cozy, gentle and comforting story for a rainy day under a blanket"),
    _tone("feel-good", "Comedy 0.7, Family 0.5, Music 0.4, Romance 0.4, Horror -1, War -0.7, Thriller -0.5, Crime -0.3",
          "feel good, optimism, friendship, happiness, joyful, cheerful, lighthearted, underdog, dance",
          "a cheerful feel-good film that leaves you smiling"),
    _tone("heartwarming", "Family 0.8, Comedy 0.4, Drama 0.2, Animation 0.3, Horror -0.9, War -0.5, Thriller -0.4",
          "warmhearted, friendship, unlikely friendship, found family, kindness, love, hopeful, dog, grandfather",
          "a heartwarming story about people who care for each other"),
    _tone("uplifting", "Family 0.4, Music 0.4, Comedy 0.3, Drama 0.1, Horror -0.9, War -0.3, Crime -0.3",
          "inspirational, hopeful, inspiring, hope, triumph, underdog, second chance, overcoming adversity, redemption",
          "an uplifting and hopeful story"),
    _tone("romantic", "Romance 1, Comedy 0.1, Drama 0.2, Horror -0.5, War -0.3, Action -0.3",
          "romance, love, falling in love, love story, first love, wedding, romcom, love at first sight, kiss",
          "a romantic love story"),
    _tone("sad", "Drama 0.7, War 0.2, Comedy -0.6, Family -0.2",
          "death, grief, terminal illness, tragedy, suicide, loss of loved one, mourning, cancer, dying, funeral, "
          "tearjerker, tragic, loss of child, dead child, widow, depressing, melodrama, heartbreaking",
          "a sad and moving story that makes you cry", harsh=True),
    _tone("bleak", "Drama 0.5, War 0.4, Crime 0.2, Comedy -0.8, Family -0.8, Animation -0.2",
          "hopelessness, despair, depression, nihilism, grim, misery, poverty, post-apocalypse, depressing, suicide, "
          "dystopia, addiction, harsh",
          "a bleak, hopeless and depressing story", harsh=True),
    _tone("melancholic", "Drama 0.6, Romance 0.2, Comedy -0.3, Action -0.4",
          "melancholy, loneliness, longing, nostalgia, wistful, bittersweet, regret, memory, unrequited love, solitude",
          "a quiet, melancholic and bittersweet story", harsh=True),
    _tone("tense", "Thriller 1, Mystery 0.3, Crime 0.3, Horror 0.3, Comedy -0.5, Family -0.6",
          "suspense, suspenseful, thriller, hostage, countdown, race against time, kidnapping, cat and mouse, siege, "
          "paranoia, anxious, nail-biter",
          "a tense and suspenseful thriller that keeps you on the edge of your seat", harsh=True),
    _tone("scary", "Horror 1, Thriller 0.3, Mystery 0.1, Comedy -0.4, Family -0.9, Romance -0.4",
          "horror, ghost, haunted house, monster, demon, supernatural horror, jump scare, slasher, possession, zombie, "
          "creature, creepy, terror, serial killer",
          "a scary and frightening horror story", harsh=True),
    _tone("violent", "Action 0.4, Horror 0.4, War 0.5, Crime 0.4, Family -1, Animation -0.4, Romance -0.3, Comedy -0.3",
          "violence, gore, brutality, murder, blood, torture, massacre, slaughter, graphic violence, "
          "bloody, ultraviolence, rape, slasher, brutal, shootout",
          "a violent, brutal and bloody film", harsh=True),
    _tone("dark", "Thriller 0.4, Crime 0.4, Horror 0.3, Film Noir 0.5, Drama 0.2, Family -0.8, Comedy -0.3",
          "neo-noir, film noir, murder, serial killer, dark comedy, dark fantasy, obsession, psychological, "
          "sinister, disturbing, moral ambiguity",
          "a dark and disturbing story", harsh=True),
    _tone("gritty", "Crime 0.7, Drama 0.3, Action 0.2, War 0.3, Family -0.8, Fantasy -0.4, Animation -0.4",
          "realism, street life, gangster, drug dealer, corruption, urban, neo-noir, prison, poverty, raw, crime",
          "a gritty, raw and realistic film", harsh=True),
    _tone("slow-paced", "Drama 0.5, Romance 0.1, Action -0.8, Adventure -0.3, Thriller -0.2",
          "slow burn, slow cinema, contemplative, meditative, minimalism, everyday life, arthouse, calm",
          "a slow, calm and contemplative film"),
    _tone("fast-paced", "Action 0.9, Adventure 0.5, Thriller 0.4, Drama -0.3, Documentary -0.4",
          "car chase, chase, race against time, action hero, shootout, heist, martial arts, one night, exciting",
          "a fast-paced film full of action and chases"),
    _tone("mind-bending", "Science Fiction 0.7, Mystery 0.6, Thriller 0.3, Fantasy 0.1, Family -0.4",
          "time loop, time travel, alternate reality, nonlinear timeline, parallel universe, dream, memory, "
          "surrealism, simulated reality, puzzle, memory loss, twist ending, time paradox, identity",
          "a mind-bending puzzle that plays with time and reality"),
    _tone("epic", "Adventure 0.7, History 0.5, War 0.4, Fantasy 0.5, Comedy -0.4, Documentary -0.3",
          "sword and sandal, epic battle, quest, kingdom, battle, empire, saga, historical epic, hero's journey",
          "an epic adventure on a grand scale"),
    _tone("quirky", "Comedy 0.7, Romance 0.1, War -0.4, Horror -0.2, Action -0.2",
          "eccentric, offbeat, whimsical, absurd, deadpan, dysfunctional family, misfit, absurdism, weird, outsider",
          "a quirky, offbeat and eccentric comedy"),
    _tone("satirical", "Comedy 0.8, Drama 0.1, Romance -0.2",
          "satire, social satire, political satire, parody, dark comedy, black comedy, class divide, mockumentary",
          "a sharp satire of society"),
    _tone("dreamlike", "Fantasy 0.6, Mystery 0.3, Animation 0.2, Action -0.3, Crime -0.2",
          "surreal, surrealism, dream, magic realism, hallucination, poetic, fairy tale, hypnotic, fever dream",
          "a dreamlike, surreal and poetic film"),
    _tone("nostalgic", "Family 0.2, Drama 0.3, Comedy 0.2, Romance 0.2, Horror -0.3",
          "nostalgia, childhood, coming of age, retro, 1980s, 1960s, 1950s, memory, summer, growing up",
          "a nostalgic look back at childhood and old times"),
    _tone("thought-provoking", "Drama 0.6, Documentary 0.4, Science Fiction 0.3, History 0.2, Action -0.3",
          "philosophy, philosophical, moral dilemma, existentialism, ethics, social commentary, meaning of life",
          "a thought-provoking film about big questions"),
)  # fmt: skip

TONES: Mapping[str, Tone] = MappingProxyType({tone.name: tone for tone in _ALL})
"""Every tone by name."""
HARSH_GENRES = frozenset({"Horror", "War", "Thriller", "Crime"})
"""Genres people ask to be spared."""
