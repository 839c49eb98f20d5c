"""Records to rows and back, driven by the annotations of the frozen dataclasses.

A *plain* value is what JSON can hold; it is what the journal keeps. A row holds the same, except
that nested values (tuples, mappings, dataclasses) are JSON text in one column.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union

from gongkai_desk.domain.changes import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Codec:
    """How one annotation is written (`plain`) and read (`made`).

    `made` raises ValueError, TypeError, KeyError, AttributeError or ArithmeticError on what it
    cannot read.
    """

    plain: Callable[[Any], Any]
    made: Callable[[Any], Any]
    whole_number: bool = False
    nested: bool = False
    optional: bool = False
    listed: bool = False


def _same(value: Any) -> Any:
    return value


def _flag(value: Any) -> bool:
    if value not in (0, 1):
        raise ValueError(value)
    return bool(value)


_SCALARS: dict[type, Codec] = {
    str: Codec(_same, str),
    int: Codec(_same, int, whole_number=True),
    bool: Codec(_same, _flag, whole_number=True),
    dt.date: Codec(dt.date.isoformat, dt.date.fromisoformat),
    dt.datetime: Codec(dt.datetime.isoformat, dt.datetime.fromisoformat),
    Decimal: Codec(str, Decimal),
}


@cache
def codec(annotation: Any) -> Codec:
    """The codec of one field annotation; TypeError for one nobody has taught it."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (Union, types.UnionType):
        return _optional(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is frozenset:
        return _set(arguments[0])
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(*arguments)
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        members = {member.value: member for member in annotation}
        return Codec(lambda member: member.value, members.__getitem__)
    if dataclasses.is_dataclass(annotation):
        return _nested(annotation)
    raise TypeError(f"no way to store {annotation!r}")


def _optional(arguments: tuple[Any, ...]) -> Codec:
    (inner,) = (codec(argument) for argument in arguments if argument is not types.NoneType)
    return dataclasses.replace(
        inner,
        plain=lambda value: None if value is None else inner.plain(value),
        made=lambda plain: None if plain is None else inner.made(plain),
        optional=True,
    )


def _tuple(arguments: tuple[Any, ...]) -> Codec:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = codec(arguments[0])
        return Codec(
            lambda values: [item.plain(value) for value in values],
            lambda plain: tuple(item.made(value) for value in plain),
            nested=True,
            listed=True,
        )
    items = tuple(codec(argument) for argument in arguments)
    return Codec(
        lambda values: [item.plain(value) for item, value in zip(items, values, strict=True)],
        lambda plain: tuple(item.made(value) for item, value in zip(items, plain, strict=True)),
        nested=True,
    )


def _set(argument: Any) -> Codec:
    item = codec(argument)
    return Codec(
        lambda values: sorted(item.plain(value) for value in values),
        lambda plain: frozenset(item.made(value) for value in plain),
        nested=True,
        listed=True,
    )


def _mapping(key_type: Any, value_type: Any) -> Codec:
    key, value = codec(key_type), codec(value_type)
    return Codec(
        lambda mapping: {str(key.plain(k)): value.plain(v) for k, v in mapping.items()},
        lambda plain: {key.made(k): value.made(v) for k, v in plain.items()},
        nested=True,
    )


def _nested(kind: Any) -> Codec:
    return Codec(plain_of, lambda plain: record_of(kind, plain), nested=True)


@cache
def fields(kind: Any) -> Mapping[str, Codec]:
    """The codecs of a record type by field name, in the order of the dataclass."""
    hints = typing.get_type_hints(kind)
    return {field.name: codec(hints[field.name]) for field in dataclasses.fields(kind)}


def _ways(record: object) -> Mapping[str, Codec]:
    kind: Any = type(record)
    return fields(kind)


def plain_of(record: object) -> dict[str, Any]:
    """The record as JSON can hold it."""
    return {name: way.plain(getattr(record, name)) for name, way in _ways(record).items()}


def record_of(kind: type[R], plain: Mapping[str, Any]) -> R:
    """The record of a plain value; a field that is missing (written by an older version) takes
    its default.
    """
    ways = fields(kind)
    return kind(**{name: ways[name].made(value) for name, value in plain.items()})


def row_of(record: Record) -> dict[str, Any]:
    """The record as a row of its table."""
    ways = _ways(record)
    return {
        name: json_text(value) if ways[name].nested and value is not None else value
        for name, value in plain_of(record).items()
    }


def record_of_row(kind: type[R], row: Mapping[str, Any]) -> R:
    """The record of a row of its table; raises what a `Codec` raises when the row holds what
    no record can.
    """
    readers = _readers(kind)
    return kind(**{name: readers[name](value) for name, value in row.items()})


def records_of_rows(kind: type[R], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[R]:
    """The records of many rows whose columns are `names`; raises like `record_of_row`."""
    every = _readers(kind)
    reading = [(at, every[name]) for at, name in enumerate(names) if every[name] is not str]
    return [kind(**dict(zip(names, _read_row(row, reading), strict=True))) for row in rows]


def _read_row(row: Sequence[Any], reading: Sequence[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    """The values of a row; what the strict tables keep as text, and is text, stays as it is."""
    values = list(row)
    for at, reader in reading:
        values[at] = reader(values[at])
    return values


@cache
def _readers(kind: Any) -> Mapping[str, Callable[[Any], Any]]:
    """What makes the values of a record from the columns of its row, by field name."""
    return {name: _reader(way) for name, way in fields(kind).items()}


def _reader(way: Codec) -> Callable[[Any], Any]:
    if not way.nested:
        return way.made
    if way.listed and not way.optional:  # most lists are empty
        empty = way.made([])
        return lambda text: empty if text == "[]" else way.made(json.loads(text))
    return lambda text: None if text is None else way.made(json.loads(text))


def json_text(plain: Any) -> str:
    """Compact JSON that keeps Chinese readable."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
