"""How the lines of a record's sheet stand side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gongkai_desk.domain.activity_sheet import SheetRow, pairs

rows = st.lists(
    st.builds(SheetRow, name=st.just("n"), text=st.text(max_size=3), wide=st.booleans())
)


@given(rows)
def test_every_line_is_printed_once_in_order(every: list[SheetRow]) -> None:
    printed = list(pairs(every))
    assert [row for line in printed for row in line] == every
    for line in printed:
        assert len(line) == 1 or (len(line) == 2 and not any(row.wide for row in line))
    alone = [line[0] for line in printed if len(line) == 1 and not line[0].wide]
    for row in alone:  # only what has no narrow neighbour after it stands alone
        after = every[every.index(row) + 1 :] if every.count(row) == 1 else []
        assert not after or after[0].wide
