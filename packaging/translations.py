"""Message catalogues: `check` says what is missing, `update` takes new messages in.

    python packaging/translations.py check|update

Sources are English. `zh_CN` must be complete; `en` repeats the sources, for its plural forms.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "translations"
TEMPLATE = FOLDER / "gongkai_desk.pot"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
PLACEHOLDER = re.compile(r"{(\w+)")
DATED = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
)


def template() -> Catalog:
    """Every message of the source, as found now."""
    catalog = Catalog(project="gongkai_desk", charset="utf-8")
    found = extract_from_dir(
        ROOT / "gongkai_desk", [("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    )
    for _file, _line, message, _comments, context in found:
        catalog.add(message, None, context=context)
    return catalog


def path_of(language: str) -> Path:
    return FOLDER / language / "LC_MESSAGES" / "gongkai_desk.po"


def load(language: str) -> Catalog:
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def written(catalog: Catalog) -> str:
    """The catalogue as text without dates and names, so that only messages make a difference."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, sort_output=True, no_location=True, width=100)
    lines = buffer.getvalue().decode().split("\n")
    kept = [line for line in lines if not any(line.startswith(f'"{name}') for name in DATED)]
    while kept and kept[0].startswith("#"):
        kept.pop(0)
    return "\n".join(kept)


def update() -> None:
    """Write the template and both catalogues anew; translations that exist are kept."""
    source = template()
    FOLDER.mkdir(exist_ok=True)
    TEMPLATE.write_text(written(source), "utf-8")
    for language in ("zh_CN", "en"):
        old, new = load(language), Catalog(locale=language, project="gongkai_desk", fuzzy=False)
        for message in source:
            if not message.id:
                continue
            kept = old.get(message.id, message.context)
            text = message.id if language == "en" else (kept.string if kept else None)
            new.add(message.id, text or "", context=message.context)
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_text(written(new), "utf-8")


def texts(message: Message) -> tuple[str, ...]:
    string = message.string
    return tuple(string) if isinstance(string, tuple | list) else (string or "",)


def originals(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)


def complaints() -> Iterator[str]:
    """What keeps the catalogues from being complete."""
    source = template()
    for language in ("zh_CN", "en"):
        catalog = load(language)
        for message in source:
            if not message.id:
                continue
            found = catalog.get(message.id, message.context)
            ids = originals(message)
            if found is None or not all(texts(found)):
                yield f"{language}: not translated: {ids[0]!r}"
                continue
            wanted = {name for text in ids for name in PLACEHOLDER.findall(text)}
            for text in texts(found):
                if strange := set(PLACEHOLDER.findall(text)) - wanted:
                    yield f"{language}: {ids[0]!r} has no placeholder {sorted(strange)}"
        known = {(message.id, message.context) for message in source}
        for message in catalog:
            if message.id and (message.id, message.context) not in known:
                yield f"{language}: no longer used: {message.id!r}"


def main(arguments: list[str]) -> int:
    if arguments == ["update"]:
        update()
        return 0
    if arguments != ["check"]:
        print(__doc__, file=sys.stderr)
        return 2
    found = list(complaints())
    print("\n".join(found) if found else "translations: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
