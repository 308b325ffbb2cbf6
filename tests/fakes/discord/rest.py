"""The REST server: commands, interactions and what follows them, messages of the bot's own."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from tests.fakes.discord.limits import empty, wrong_in_commands, wrong_in_message
from tests.fakes.discord.payloads import application
from tests.fakes.discord.serving import Refusal, Request, Serving
from tests.fakes.discord.world import (
    APPLICATION,
    EPHEMERAL,
    LOADING,
    Channel,
    Interaction,
    Message,
    World,
    snowflake,
)

FIRST_ANSWER, TOKEN_LIFE = 3.0, 15 * 60.0
_KEPT = ("content", "embeds", "components")


class Rest:
    """Handlers over the world."""

    def __init__(self, world: World, serving: Serving) -> None:
        self.world, self.serving = world, serving
        self.gateway_url = ""

    def routes(self, served: web.Application) -> None:
        token = "/webhooks/{webhook_id}/{webhook_token}"
        channel = "/channels/{channel_id}/messages"
        for method, template, answer, signed in (
            ("GET", "/users/@me", self.me, True),
            ("GET", "/applications/@me", self.application, True),
            ("GET", "/oauth2/applications/@me", self.application, True),
            ("GET", "/gateway", self.gateway, False),
            ("GET", "/gateway/bot", self.gateway_bot, True),
            ("PUT", "/applications/{application_id}/commands", self.overwrite, True),
            ("GET", "/applications/{application_id}/commands", self.listed, True),
            ("PUT", "/applications/{application_id}/guilds/{guild_id}/commands", self.overwrite, True),
            ("POST", "/interactions/{interaction_id}/{interaction_token}/callback", self.callback, False),
            ("GET", f"{token}/messages/@original", self.read_original, False),
            ("PATCH", f"{token}/messages/@original", self.edit_original, False),
            ("DELETE", f"{token}/messages/@original", self.delete_original, False),
            ("POST", token, self.follow_up, False),
            ("GET", f"{token}/messages/{{message_id}}", self.read_original, False),
            ("PATCH", f"{token}/messages/{{message_id}}", self.edit_original, False),
            ("DELETE", f"{token}/messages/{{message_id}}", self.delete_original, False),
            ("POST", "/users/@me/channels", self.direct, True),
            ("POST", channel, self.send, True),
            ("PATCH", f"{channel}/{{message_id}}", self.edit, True),
            ("DELETE", f"{channel}/{{message_id}}", self.delete, True),
        ):
            self.serving.route(served, method, template, answer, signed=signed)

    async def me(self, _: Request) -> tuple[int, Any]:
        return 200, self.world.bot.json() | {"bot": True, "mfa_enabled": True, "locale": "en-US", "verified": True}

    async def application(self, _: Request) -> tuple[int, Any]:
        return 200, application(self.world)

    async def gateway(self, _: Request) -> tuple[int, Any]:
        return 200, {"url": self.gateway_url}

    async def gateway_bot(self, _: Request) -> tuple[int, Any]:
        limit = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
        return 200, {"url": self.gateway_url, "shards": 1, "session_start_limit": limit}

    async def overwrite(self, request: Request) -> tuple[int, Any]:
        self.serving.refuse(wrong_in_commands(request.body))
        guild = int(request.parts["guild_id"]) if "guild_id" in request.parts else None
        self.world.overwrites += 1
        self.world.commands[guild] = [
            {
                "id": str(snowflake()),
                "application_id": str(APPLICATION),
                "version": str(snowflake()),
                "default_member_permissions": None,
                "nsfw": False,
                **command,
            }
            for command in request.body
        ]
        await self.world.changed()
        return 200, self.world.commands[guild]

    async def listed(self, _: Request) -> tuple[int, Any]:
        return 200, self.world.commands.get(None, [])

    async def callback(self, request: Request) -> tuple[int, Any]:
        interaction = self.world.interactions.get(int(request.parts["interaction_id"]))
        if interaction is None or interaction.token != request.parts["interaction_token"]:
            raise Refusal(404, 10062, "Unknown interaction")
        if interaction.callback is not None:
            raise Refusal(400, 40060, "Interaction has already been acknowledged.")
        if self.world.now() - interaction.born > FIRST_ANSWER:
            raise Refusal(404, 10062, "Unknown interaction")
        kind, data = request.body["type"], request.body.get("data") or {}
        if (kind == 8) != (interaction.kind == 4) or (kind in {6, 7} and interaction.message is None):
            raise Refusal(400, 50035, "Invalid Form Body")
        if kind == 7 and self.world.messages[interaction.message or 0].deleted:
            raise Refusal(404, 10008, "Unknown Message")
        interaction.callback = kind
        await self._first_answer(interaction, kind, data)
        interaction.answered.set()
        if request.query.get("with_response") not in {"1", "true"}:
            return 204, None
        told: dict[str, Any] = {"interaction": {"id": str(interaction.id), "type": interaction.kind}}
        if kind in {4, 7} and interaction.original:
            told["resource"] = {"type": kind, "message": self.world.json(self.world.messages[interaction.original])}
        return 200, told

    async def _first_answer(self, interaction: Interaction, kind: int, data: dict[str, Any]) -> None:
        if kind == 8:
            interaction.choices = data["choices"]
            self.serving.refuse([] if len(data["choices"]) <= 25 else ["choices: more than 25"])
        elif kind in {6, 7}:
            interaction.original = interaction.message
            if kind == 7 and interaction.message:
                await self._edit(self.world.messages[interaction.message], data, {})
        elif kind in {4, 5}:
            loading = LOADING if kind == 5 else 0
            message = await self._written(interaction, data, {}, loading | (data.get("flags") or 0) & EPHEMERAL)
            interaction.original = message.id

    async def read_original(self, request: Request) -> tuple[int, Any]:
        return 200, self.world.json(self._known(request)[1])

    async def edit_original(self, request: Request) -> tuple[int, Any]:
        _, message = self._known(request)
        await self._edit(message, request.body, request.files)
        return 200, self.world.json(message)

    async def delete_original(self, request: Request) -> tuple[int, Any]:
        interaction, message = self._known(request)
        message.deleted = True
        if interaction.original == message.id and not interaction.message:
            interaction.original = None
        await self.world.changed(message.channel)
        return 204, None

    async def follow_up(self, request: Request) -> tuple[int, Any]:
        interaction = self._interaction(request)
        original = self.world.messages.get(interaction.original or 0)
        if original is not None and original.loading and not original.deleted:
            # the first message after “is thinking” takes its place, and is seen by whoever saw that
            await self._edit(original, request.body, request.files)
            message = original
        else:
            message = await self._written(
                interaction, request.body, request.files, (request.body.get("flags") or 0) & EPHEMERAL
            )
        return (200, self.world.json(message)) if request.query.get("wait") in {"1", "true"} else (204, None)

    async def direct(self, request: Request) -> tuple[int, Any]:
        user = self.world.users.get(int(request.body["recipient_id"]))
        if user is None:
            raise Refusal(400, 50033, "Invalid Recipient(s)")
        return 200, self.world.direct(user.id).json() | {"recipients": [user.json()]}

    async def send(self, request: Request) -> tuple[int, Any]:
        channel = self._writable(request)
        nonce = request.body.get("nonce")
        if nonce and request.body.get("enforce_nonce"):
            for message in self.world.messages.values():
                if message.nonce == nonce and message.channel == channel.id:
                    return 200, self.world.json(message)
        message = Message(snowflake(), channel.id, {}, nonce=nonce)
        self._fill(message, request.body, request.files)
        return 200, self.world.json(await self.world.write(message))

    async def edit(self, request: Request) -> tuple[int, Any]:
        self._writable(request)
        message = self._own(request)
        await self._edit(message, request.body, request.files)
        return 200, self.world.json(message)

    async def delete(self, request: Request) -> tuple[int, Any]:
        message = self._own(request)
        message.deleted = True
        await self.world.changed(message.channel)
        return 204, None

    def _writable(self, request: Request) -> Channel:
        channel = self.world.channels.get(int(request.parts["channel_id"]))
        if channel is None:
            raise Refusal(404, 10003, "Unknown Channel")
        if channel.denied:
            raise Refusal(403, channel.denied, "Missing Access" if channel.denied == 50001 else "Missing Permissions")
        if channel.person and self.world.users[channel.person].closed:
            raise Refusal(403, 50007, "Cannot send messages to this user")
        return channel

    def _own(self, request: Request) -> Message:
        message = self.world.messages.get(int(request.parts["message_id"]))
        channel = int(request.parts["channel_id"])
        if message is None or message.deleted or message.only_for or message.channel != channel:
            raise Refusal(404, 10008, "Unknown Message")
        return message

    def _interaction(self, request: Request) -> Interaction:
        interaction = self.world.by_token.get(request.parts["webhook_token"])
        if interaction is None or request.parts["webhook_id"] != str(APPLICATION) or interaction.callback is None:
            raise Refusal(404, 10015, "Unknown Webhook")
        if self.world.now() - interaction.born > TOKEN_LIFE:
            raise Refusal(401, 50027, "Invalid Webhook Token")
        return interaction

    def _known(self, request: Request) -> tuple[Interaction, Message]:
        """The message that a token may still reach: its own, and the one that was pressed."""
        interaction = self._interaction(request)
        number = int(request.parts.get("message_id") or interaction.original or 0)
        message = self.world.messages.get(number)
        reached = message is not None and (message.written_by == interaction.id or number == interaction.original)
        if message is None or message.deleted or not reached:
            raise Refusal(404, 10008, "Unknown Message")
        return interaction, message

    async def _written(
        self, interaction: Interaction, body: dict[str, Any], files: dict[str, bytes], flags: int
    ) -> Message:
        only_for = interaction.user.id if flags & EPHEMERAL else None
        message = Message(
            snowflake(), interaction.channel.id, {}, flags=flags, only_for=only_for, written_by=interaction.id
        )
        if not flags & LOADING:
            self._fill(message, body, files)
        return await self.world.write(message)

    def _fill(self, message: Message, body: dict[str, Any], files: dict[str, bytes]) -> None:
        self.serving.refuse(wrong_in_message(body, files))
        if empty(body, files):
            raise Refusal(400, 50006, "Cannot send an empty message")
        if (body.get("allowed_mentions") or {}).get("parse") != []:
            self.serving.wrong.append("a message that may ping")
        message.body, message.files = {name: body.get(name) for name in _KEPT}, files
        message.history.append(body.get("content") or "")

    async def _edit(self, message: Message, body: dict[str, Any], files: dict[str, bytes]) -> None:
        kept = files if "attachments" in body or files else message.files
        self._fill(message, {**message.body, **body}, kept)
        message.flags &= ~LOADING
        message.edits += 1
        await self.world.changed(message.channel)
