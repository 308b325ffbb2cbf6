"""An admin looks at the learned models, puts one into service or takes that back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.call import Argument, Call, Command, Kind
from bot.commands.train import training_of, under_way
from bot.filters.words import fold
from bot.tokens import word_token
from bot.training.kept import KeptModels, Listed
from bot.training.telling import model_lines, models_lines, result_lines
from bot.training.training import Result
from bot.vocabulary import Action, Answer, Choice, Part, Text
from engine.errors import InvalidQuery, RecommendarrError
from engine.ports.models import ModelKind

_VERBS = ("use", "rollback", "remove", "show")


async def _run(call: Call, text: str) -> Answer:
    if not text:
        return await _list(call)
    first, _, rest = text.partition(" ")
    verb = next((verb for verb in _VERBS if fold(first) in _words(call, verb)), None)
    if verb is None:
        raise InvalidQuery("models-word", word=first)
    return Answer((Text(await _DOING[verb](call, training_of(call).kept, rest.strip())),))


async def _list(call: Call) -> Answer:
    training = training_of(call)
    listed = await training.kept.list()
    parts: list[Part] = [*under_way(call, training), *_last(call, training.last)]
    parts.append(Text("\n".join(models_lines(call.speak, listed))))
    if actions := _actions(call, listed):
        parts.append(Choice(call.speak.text("models-which"), actions))
    return Answer(tuple(parts))


def _last(call: Call, last: Result | RecommendarrError | None) -> tuple[Part, ...]:
    if last is None:
        return ()
    told = call.speak.error(last) if isinstance(last, RecommendarrError) else "\n".join(result_lines(call.speak, last))
    return (Text(call.speak.text("models-last", told=told)),)


def _actions(call: Call, listed: list[Listed]) -> tuple[Action, ...]:
    found = [
        Action(call.speak.text("models-use", version=known.stored.version), token)
        for known in listed
        if not known.in_use
        and known.stored.manifest
        and (token := word_token("run", f"models use {known.stored.version}"))
    ]
    if any(known.previous for known in listed) and (token := word_token("run", "models rollback")):
        found.append(Action(call.speak.text("models-rollback"), token))
    return tuple(found)


async def _use(call: Call, kept: KeptModels, typed: str) -> str:
    return call.speak.text("models-used", version=await kept.use(typed))


async def _roll_back(call: Call, kept: KeptModels, typed: str) -> str:
    kind = next((kind for kind in ModelKind if kind == typed.casefold()), None)
    return call.speak.text("models-used", version=await kept.roll_back(kind or await kept.rolling()))


async def _remove(call: Call, kept: KeptModels, typed: str) -> str:
    return call.speak.text("models-removed", version=await kept.remove(typed))


async def _show(call: Call, kept: KeptModels, typed: str) -> str:
    return "\n".join(model_lines(call.speak, await kept.named(typed)))


_DOING: dict[str, Callable[[Call, KeptModels, str], Awaitable[str]]] = {
    "use": _use,
    "rollback": _roll_back,
    "remove": _remove,
    "show": _show,
}


def _words(call: Call, verb: str) -> set[str]:
    translations = call.services.translations
    listed = [translations.to(locale).text(f"models-words-{verb}") for locale in translations.locales]
    return {verb} | {fold(word) for words in listed for word in words.split(",")}


COMMAND = Command(
    "models",
    _run,
    (Argument("what", Kind.TEXT, required=False), Argument("version", Kind.TEXT, required=False)),
    admin=True,
)
