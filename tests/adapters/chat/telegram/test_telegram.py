"""Telegram is a platform like any other: what all of them must do."""

from __future__ import annotations

from dataclasses import replace

from adapters.chat.telegram.markup import read
from adapters.chat.telegram.outbound import toast, write
from bot.vocabulary import Answer
from engine.domain.records import Identity
from tests.adapters.chat.telegram.house import Chatting, chatting
from tests.contracts.chat_adapter import ChatAdapterContract
from tests.conversations.household import House


class TestTelegram(ChatAdapterContract):
    folder = "telegram"

    def written(self, answer: Answer) -> list[str]:
        told = [toast(answer)] if answer.toast else []
        for message in write(answer):
            buttons = [f"{button.label} {button.url}" for row in message.rows for button in row]
            told.append("\n".join([read(message.markup), message.photo, *buttons]))
        return told

    async def converse(self, house: House, *lines: str) -> str:
        async with chatting() as chat:
            await _take_house(chat, house)
            told = [message.text for line in lines for message in await chat.asked(line)]
        return "\n".join(told)


async def _take_house(chat: Chatting, house: House) -> None:
    """The household of the contract, instead of its own."""
    await chat.close()
    async with house.storage.unit() as unit:
        await unit.viewers.link(Identity("telegram", str(chat.anna.id), "v-anna"))
    chat.house = house
    chat.house.services = replace(house.services)
    await chat.open()
    await chat.serve()
