"""Copy this folder to add a chat platform, then run ``tests/contracts/chat_adapter.py`` over it (see its test).

It is a working platform: lines of JSON over TCP, the simplest thing that has updates, buttons, rooms and receipts.
Each file says what belongs in it. The folder's name is the platform's name; an underscore keeps it from being found.
"""

from __future__ import annotations

from adapters.chat._template.adapter import open_template
from adapters.chat._template.limits import CAPABILITIES, PACE
from adapters.chat._template.settings import TemplateSettings
from bot.gateway import Platform, Told

# Configured means enabled: there is no other switch. A platform that calls us has ``routes`` as well.
PLATFORM = Platform(
    name="_template",
    capabilities=CAPABILITIES,
    configured=lambda _: TemplateSettings().host is not None,
    open=open_template,
    pace=PACE,
    steps=lambda _: Told("template-steps", {"setting": "RECOMMENDARR_TEMPLATE_HOST"}),
)
