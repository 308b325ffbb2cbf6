"""From Discord's interactions to the neutral vocabulary. Pure: no network, no clock, no product logic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from adapters.chat.discord.buttons import bare, outlives
from adapters.chat.discord.library import discord
from adapters.chat.discord.reference import MOST_KEPT, Reference, message_id
from bot.vocabulary import Account, Invocation, Press, Room, Update

NAME = "discord"
Order = Mapping[str, Sequence[str]]
"""The names of each command's arguments, as they are typed one after the other."""
Interaction = discord.Interaction[Any]


@dataclass(frozen=True, slots=True)
class Typing:
    """An argument that is being typed."""

    account: Account
    command: str
    argument: str
    typed: str


def read(interaction: Interaction, order: Order, at: datetime) -> Update | None:
    """What an interaction means, its reference still to be set; None for one that is none of the bot's business."""
    if not _somebody(interaction):
        return None
    update, account, room = str(interaction.id), account_of(interaction), room_of(interaction)
    data = _data(interaction)
    if interaction.type is discord.InteractionType.application_command:
        name = str(data.get("name", ""))
        text = _typed(data.get("options"), order.get(name, ()))
        return Invocation(update, account, room, name, text, at) if name else None
    if interaction.type is discord.InteractionType.component:
        token = _pressed(data)
        return Press(update, account, room, token, at, message=_message(interaction)) if token else None
    return None


def read_typing(interaction: Interaction) -> Typing | None:
    """What is being typed; None for an interaction of another kind."""
    data = _data(interaction)
    if interaction.type is not discord.InteractionType.autocomplete or not _somebody(interaction):
        return None
    focused = next((option for option in _options(data.get("options")) if option.get("focused")), None)
    if focused is None:
        return None
    typed = str(focused.get("value", ""))
    return Typing(account_of(interaction), str(data.get("name", "")), str(focused.get("name", "")), typed)


def reference_of(interaction: Interaction, *, hidden: bool, at: datetime) -> Reference:
    """All that is needed to answer it later."""
    return Reference(
        application=interaction.application_id,
        interaction=interaction.id,
        token=interaction.token,
        channel=room_of(interaction).id,
        message=_message(interaction),
        hidden=hidden,
        pressed=interaction.type is discord.InteractionType.component,
        kept=_kept(interaction),
        at=at.timestamp(),
    )


def ephemeral(interaction: Interaction) -> bool:
    """Whether the message that was pressed shows to its reader alone."""
    return bool(interaction.message and interaction.message.flags.ephemeral)


def account_of(interaction: Interaction) -> Account:
    """Whose interaction it is. The id is the key: names change, and can be anything."""
    user = interaction.user
    return Account(NAME, str(user.id), user.display_name, interaction.locale.value)


def room_of(interaction: Interaction) -> Room:
    """Private only where nobody but the bot reads along: no group of friends, no server."""
    channel = interaction.channel
    alone = interaction.guild_id is None and (channel is None or channel.type is discord.ChannelType.private)
    return Room(str(channel.id if channel else interaction.user.id), private=alone)


def _somebody(interaction: Interaction) -> bool:
    # A bot has no taste; an interaction without a person is an error of the sender's.
    return getattr(interaction.user, "id", None) is not None and not interaction.user.bot


def _message(interaction: Interaction) -> str:
    return message_id(room_of(interaction).id, interaction.message.id) if interaction.message else ""


def _data(interaction: Interaction) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", interaction.data or {})


def _options(told: object) -> list[Mapping[str, Any]]:
    if not isinstance(told, list):
        return []
    return [option for option in cast("list[Any]", told) if isinstance(option, dict)]


def _typed(told: object, order: Iterable[str]) -> str:
    """The options as one line, in the order in which they would be typed."""
    given = {str(option.get("name", "")): option.get("value") for option in _options(told)}
    names = [name for name in order if name in given]
    names += [name for name in given if name not in names]
    return " ".join(word for name in names if (word := _word(given[name])))


def _word(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


def _pressed(data: Mapping[str, Any]) -> str:
    """The token of a button, or of what was chosen in a select."""
    values = data.get("values")
    if isinstance(values, list):
        chosen = cast("list[object]", values)
        return bare(str(chosen[0])) if chosen else ""
    return bare(str(data.get("custom_id", "")))


def _kept(interaction: Interaction) -> tuple[tuple[str, str], ...]:
    """Label and token of buttons under the pressed message that outlive its edits."""
    rows = interaction.message.components if interaction.message else ()
    buttons = [one for row in rows for one in getattr(row, "children", ()) if isinstance(one, discord.Button)]
    kept = [(one.label or "", bare(one.custom_id)) for one in buttons if one.custom_id and outlives(one.custom_id)]
    return tuple(kept[:MOST_KEPT])
