"""A petition as a card: the poster, who would like it, and two buttons until somebody decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cards.card import public_posters
from bot.cards.facts import facts
from bot.requesting.sought import twins
from bot.requesting.wording import title_of
from bot.vocabulary import Action, Card, Style
from engine.domain.acquisition import RequestState

if TYPE_CHECKING:
    from bot.call import Call
    from bot.i18n import Translator
    from bot.requesting.petitions import Petition

_SAID = {RequestState.DECLINED: "declined", RequestState.CANCELLED: "cancelled"}
_SETTLED = frozenset({RequestState.AVAILABLE, RequestState.GONE})
"""Which of the two is not told: it may stand where the reader may not look."""


async def petition_card(call: Call, petition: Petition) -> Card:
    """As it stands now, in the reader's language. Nothing of the catalogue is told that the reader may not see."""
    allowed = await call.services.recommender.permitted_items(call.viewer.id, twins(petition.item_id))
    item = next(iter(allowed.values()), None)
    pictures = await public_posters(call, [item.id] if item is not None else [], call.viewer)
    return Card(
        item_id=petition.item_id or petition.id,
        title=titled(call.speak, petition),
        facts=facts(item, call.speak) if item is not None else "",
        reason=wished_by(call.speak, petition),
        badges=() if petition.waits else (decision(call.speak, petition),),
        poster_url=pictures.get(item.id) if item is not None else petition.poster or None,
        actions=buttons(call.speak, petition),
    )


def buttons(speak: Translator, petition: Petition) -> tuple[Action, ...]:
    """Yes and no, while it waits."""
    if not petition.waits:
        return ()
    return (
        Action(speak.text("press-approve"), petition.token("approve"), Style.PRIMARY),
        Action(speak.text("press-decline"), petition.token("decline")),
    )


def titled(speak: Translator, petition: Petition) -> str:
    """Title, year and seasons."""
    title = title_of(speak, petition.title or petition.item_id, petition.year, petition.seasons)
    return speak.text("requests-4k", title=title) if petition.four_k else title


def wished_by(speak: Translator, petition: Petition) -> str:
    """“Anna would like this.”"""
    key = "petition-by" if petition.person else "petition"
    return speak.text(key, person=petition.person, name=petition.instance)


def decision(speak: Translator, petition: Petition) -> str:
    """“Approved by Olga”; by nobody where it was decided elsewhere."""
    if petition.state in _SETTLED:
        return speak.text("petition-settled")
    key = f"petition-{_SAID.get(petition.state, 'approved')}"
    return speak.text(f"{key}-by" if petition.by else key, person=petition.by)
