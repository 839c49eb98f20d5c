from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.changes import Record
from gongkai_desk.storage.rows import (
    codec,
    json_text,
    plain_of,
    record_of,
    record_of_row,
    row_of,
)
from gongkai_desk.storage.schema import TABLES
from tests.builders import a_request, a_task, an_event, an_office


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    day: dt.date | None = None
    amount: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """Every annotation the codec knows."""

    id: str
    flag: bool
    maybe_flag: bool | None
    count: int
    colour: Colour
    day: dt.date
    moment: dt.datetime
    inner: Inner
    maybe: Inner | None
    several: tuple[Inner, ...]
    triple: tuple[int, int, int]
    days: frozenset[dt.date]
    table: Mapping[int, tuple[int, ...]]
    by_colour: Mapping[Colour, str]


inners = st.builds(
    Inner,
    day=st.none() | st.dates(),
    amount=st.decimals(allow_nan=False, allow_infinity=False, places=4),
)
numbers = st.integers(-(2**63), 2**63 - 1)
everything = st.builds(
    Everything,
    id=st.text(),
    flag=st.booleans(),
    maybe_flag=st.none() | st.booleans(),
    count=numbers,
    colour=st.sampled_from(Colour),
    day=st.dates(),
    moment=st.datetimes(),
    inner=inners,
    maybe=st.none() | inners,
    several=st.lists(inners).map(tuple),
    triple=st.tuples(numbers, numbers, numbers),
    days=st.frozensets(st.dates()),
    table=st.dictionaries(st.integers(1, 25), st.lists(numbers).map(tuple)),
    by_colour=st.dictionaries(st.sampled_from(Colour), st.text()),
)


@given(everything)
def test_a_row_gives_the_record_back(record: Everything) -> None:
    assert record_of_row(Everything, row_of(record)) == record


@given(everything)
def test_the_journal_text_gives_the_record_back(record: Everything) -> None:
    assert record_of(Everything, json.loads(json_text(plain_of(record)))) == record


@given(everything)
def test_a_row_holds_only_what_sqlite_takes(record: Everything) -> None:
    assert all(isinstance(value, str | int | None) for value in row_of(record).values())


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_every_kept_record_has_a_column_for_each_field(kind: Any) -> None:
    fields = [field.name for field in dataclasses.fields(kind)]
    assert list(TABLES[kind].columns.keys()) == fields


@pytest.mark.parametrize(
    "record", [an_office(), a_request(), an_event("r"), a_task("p")], ids=lambda r: type(r).__name__
)
def test_real_records_round_trip(record: Record) -> None:
    assert record_of_row(type(record), row_of(record)) == record


def test_a_field_that_an_older_version_did_not_know_takes_its_default() -> None:
    assert record_of(Inner, {"day": "2026-01-04"}) == Inner(day=dt.date(2026, 1, 4))  # type: ignore[type-var]


def test_chinese_stays_readable() -> None:
    assert "司法局" in row_of(an_office())["aliases"]


def test_an_annotation_nobody_taught_is_refused() -> None:
    with pytest.raises(TypeError):
        codec(complex)


@pytest.mark.parametrize(
    ("field", "damaged"),
    [("channel", "pigeon"), ("received", "2026-02-30"), ("applicant", "{"), ("applicant", "[]")],
)
def test_a_damaged_value_is_never_taken(field: str, damaged: str) -> None:
    request = a_request()
    with pytest.raises((ValueError, TypeError, KeyError, AttributeError)):
        record_of_row(type(request), {**row_of(request), field: damaged})
