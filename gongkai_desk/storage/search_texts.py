"""What of a record is searched: every text field it has, nested ones too, but no ids and codes."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from gongkai_desk import resources
from gongkai_desk.domain.changes import Record
from gongkai_desk.domain.plan import Attachment
from gongkai_desk.domain.register_records import CASE_RECORDS
from gongkai_desk.domain.request import Applicant, Request, RequestEvent

SEARCHED: tuple[type[Record], ...] = (Request, RequestEvent, *CASE_RECORDS, Attachment)
"""The kinds that belong to a case, its request first."""

_CODES = frozenset(
    ("id", "request_id", "event_id", "owner_id", "after_id", "merged_into", "sha256", "digest")
) | {"replaces", "kind"}
_OUTCOMES = frozenset(("outcome", "withheld_ground"))
_NAMES = frozenset(
    ("handler", "agent_name", "legal_representative", "contact_person", "confirmed_by", "actor")
) | {
    *("approved_by", "by", "decided_by", "signed_by", "party", "contact", "unit", "person"),
    *("with_whom", "authority", "claimant"),
}
_Reader = Callable[[Any], Iterable[str]]


def texts_of(record: object) -> Iterator[str]:
    """Every text in `record`; outcomes by their label."""
    for name, reader in _readers(_kind(record)).items():
        value = getattr(record, name)
        if value:  # most fields are empty
            yield from reader(value)


def names_of(record: object) -> Iterator[str]:
    """The persons and units in `record`, which are also found by their sound."""
    for name in _holders(_kind(record)):
        value = getattr(record, name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, Applicant):
            yield from names_of(value)
        elif isinstance(value, tuple):
            yield from (
                name for one in value if isinstance(one, Applicant) for name in names_of(one)
            )


@cache
def _holders(kind: Any) -> tuple[str, ...]:
    """The fields in which names are: texts that are one, and applicants."""
    hints = typing.get_type_hints(kind)
    every = (field.name for field in dataclasses.fields(kind))
    return tuple(
        name
        for name in every
        if (hints[name] is str and (name in _NAMES or (name == "name" and kind is Applicant)))
        or hints[name] in (Applicant, tuple[Applicant, ...])
    )


def shape() -> str:
    """What is searched, in a line: it changes when a record gets another text field."""
    return ";".join(f"{kind.__name__}:{','.join(_readers(kind))}" for kind in SEARCHED)


@cache
def _readers(kind: Any) -> Mapping[str, _Reader]:
    hints = typing.get_type_hints(kind)
    every = (
        (field.name, _reader(field.name, hints[field.name])) for field in dataclasses.fields(kind)
    )
    return {name: reader for name, reader in every if reader is not None}


def _kind(record: object) -> Any:
    return type(record)


def _reader(name: str, annotation: Any) -> _Reader | None:
    """How the texts of a field are had; None when it holds none."""
    if name in _OUTCOMES:
        return lambda code: (_outcome_labels().get(code, ""),)
    if name in _CODES:
        return None
    if annotation is str:
        return lambda text: (text,)
    if dataclasses.is_dataclass(annotation):
        return texts_of
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is None:
        return None
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return lambda mapping: (str(value) for value in mapping.values())
    inner = next((_reader("", one) for one in arguments if _reader("", one)), None)
    if inner is None:
        return None
    if isinstance(origin, type) and issubclass(origin, tuple | frozenset):
        return lambda values: (text for value in values for text in inner(value))
    return lambda value: () if value is None else inner(value)


@cache
def _outcome_labels() -> Mapping[str, str]:
    files = ("outcomes.toml", "corrections.toml")
    entries = [entry for file in files for entry in resources.table("statutes", file)["outcome"]]
    return {entry["code"]: entry["label"] for entry in entries}
