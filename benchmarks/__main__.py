"""Every measurement in one run, so that the figures can be compared: `make bench`."""

from __future__ import annotations

from benchmarks import (
    clock,
    ledger,
    office_file,
    register,
    report,
    roll_up,
    similar,
    start,
)


def main() -> None:
    for part in (start, clock, office_file, register, similar, ledger, report, roll_up):
        print(f"\n{part.__doc__}")
        part.main()


if __name__ == "__main__":
    main()
