"""What the fake Discord tells of itself: application, server, interactions."""

from __future__ import annotations

from typing import Any

from tests.fakes.discord.world import APPLICATION, GUILD, Interaction, World


def application(world: World) -> dict[str, Any]:
    owner = world.person("Owner").json()
    return {
        "id": str(APPLICATION),
        "name": "Recommendarr",
        "icon": None,
        "description": "",
        "type": None,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": owner,
        "approximate_guild_count": 1,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "bot_public": True,
        "bot_require_code_grant": False,
        "eligible_oauth2_scopes": [],
        "summary": "",
    }


def guild(world: World) -> dict[str, Any]:
    channels = [channel.json() for channel in world.channels.values() if channel.guild]
    role = {
        "id": str(GUILD),
        "name": "@everyone",
        "color": 0,
        "hoist": False,
        "position": 0,
        "permissions": str(1 << 50),
        "managed": False,
        "mentionable": False,
        "flags": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
    }
    return {
        "id": str(GUILD),
        "name": "Home",
        "icon": None,
        "splash": None,
        "owner_id": "1",
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "roles": [role],
        "emojis": [],
        "features": [],
        "mfa_level": 0,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "joined_at": "2026-01-01T00:00:00+00:00",
        "large": False,
        "unavailable": False,
        "member_count": 2,
        "members": [],
        "channels": channels,
        "threads": [],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "premium_tier": 0,
        "preferred_locale": "en-US",
        "nsfw_level": 0,
        "stickers": [],
        "soundboard_sounds": [],
    }


def interacting(world: World, interaction: Interaction, data: dict[str, Any]) -> dict[str, Any]:
    """An interaction as the gateway tells it."""
    channel, user = interaction.channel, interaction.user
    told: dict[str, Any] = {
        "id": str(interaction.id), "application_id": str(APPLICATION), "type": interaction.kind, "data": data,
        "token": interaction.token, "version": 1, "channel_id": str(channel.id), "channel": channel.json(),
        "locale": user.locale, "entitlements": [], "context": 0 if channel.guild else 1,
        "authorizing_integration_owners": {"0": str(GUILD if channel.guild else 0)},
        "attachment_size_limit": 10_485_760, "app_permissions": str(1 << 50),
    }  # fmt: skip
    if channel.guild:
        member = {
            "user": user.json(), "roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False,
            "flags": 0, "nick": None, "avatar": None, "premium_since": None, "pending": False, "permissions": "0",
        }  # fmt: skip
        guild_told = {"id": str(GUILD), "locale": "en-US", "features": []}
        told |= {"guild_id": str(GUILD), "guild": guild_told, "guild_locale": "en-US", "member": member}
    else:
        told |= {"user": user.json()}
    if interaction.message is not None:
        told["message"] = world.json(world.messages[interaction.message])
    return told
