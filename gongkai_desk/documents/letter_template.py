"""An office's own .docx in the place of ours: fields stand in it as {{ 名称 }}.

Only fields, conditions on fields and loops over a field's lines are taken; no calls, filters or
attributes, so that a template can neither reach anything nor run for long. What it holds is
checked when it is taken in and again before it is filled in. Texts are put in as text.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment

from gongkai_desk.documents.reading.safety import MEGABYTE, Kind, kind_of
from gongkai_desk.domain.problems import DomainError, refuse

LARGEST = 10 * MEGABYTE
_DEEPEST_LOOP = 2
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.For,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Compare,
    nodes.Operand,
    nodes.Const,
)
_MACRO_PARTS = ("vbaProject.bin", "vbaData.xml")
_EXTERNAL = re.compile(rb'TargetMode\s*=\s*["\']External', re.IGNORECASE)
_LINK = re.compile(rb'Type\s*=\s*["\'][^"\']*/hyperlink["\']')
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")

Value = str | Sequence[str]


def fields_of(data: bytes, name: str) -> frozenset[str]:
    """The fields a template uses. Errors: the `file-…` codes, `letter-template-…`."""
    _check_file(data, name)
    environment = _environment()
    found: set[str] = set()
    try:
        for source in _sources(data):
            tree = environment.parse(source)
            _check_tree(tree, name)
            found |= find_undeclared_variables(tree)
    except DomainError:
        raise
    except TemplateError as error:
        raise _broken(name, error) from error
    except Exception as error:  # whatever the parser of a file from elsewhere stumbles over
        raise refuse("file-damaged", "file", name=name) from error
    return frozenset(found)


def check_template(data: bytes, name: str, allowed: Collection[str]) -> None:
    """Raise DomainError when the template is broken, unsafe, or uses a field that is unknown."""
    used = fields_of(data, name)
    unknown = sorted(used - set(allowed))
    if unknown:
        fields = "、".join(unknown)
        raise refuse("letter-template-unknown", "file", name=name, fields=fields)
    if not used:
        raise refuse("letter-template-no-field", "file", name=name)


def fill_template(data: bytes, name: str, values: Mapping[str, Value]) -> bytes:
    """The template filled in, as the bytes of a .docx; checked first. Errors as above."""
    check_template(data, name, values.keys())
    made = io.BytesIO()
    try:
        document = DocxTemplate(io.BytesIO(data))
        cleaned = {field: _clean(value) for field, value in values.items()}
        document.render(cleaned, _environment(), autoescape=True)
        document.save(made)
    except TemplateError as error:
        raise _broken(name, error) from error
    except Exception as error:  # as above
        raise refuse("file-damaged", "file", name=name) from error
    return made.getvalue()


def _clean(value: Value) -> Value:
    """Without what XML cannot hold, and without docxtpl's own signs for breaks."""
    if isinstance(value, str):
        return _FORBIDDEN.sub("", value)
    return [_FORBIDDEN.sub("", line) for line in value]


def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment


def _check_file(data: bytes, name: str) -> None:
    if len(data) > LARGEST:
        raise refuse("file-too-large", "file", name=name, limit=LARGEST // MEGABYTE)
    if not data.startswith(b"PK") or kind_of(data, name) is not Kind.WORD:
        raise refuse("letter-template-not-docx", "file", name=name)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for entry in package.infolist():
            if entry.filename.endswith(_MACRO_PARTS):
                raise refuse("letter-template-unsafe", "file", name=name, part=entry.filename)
            if entry.filename.endswith(".rels") and _reaches_out(package.read(entry)):
                raise refuse("letter-template-unsafe", "file", name=name, part=entry.filename)


def _reaches_out(relations: bytes) -> bool:
    """Whether opening the document would fetch something: pictures, templates from elsewhere."""
    return any(
        _EXTERNAL.search(one) and not _LINK.search(one) for one in _RELATION.findall(relations)
    )


def _sources(data: bytes) -> Iterator[str]:
    """What jinja will be given of each part of the document."""
    document = DocxTemplate(io.BytesIO(data))
    document.init_docx()
    yield document.patch_xml(document.get_xml())
    for uri in (document.HEADER_URI, document.FOOTER_URI):
        for _key, part in document.get_headers_footers(uri):
            yield document.patch_xml(document.get_part_xml(part))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(("footnotes.xml", "core.xml")):
                yield document.patch_xml(package.read(name).decode("utf-8"))


def _check_tree(tree: nodes.Node, name: str, depth: int = 0) -> None:
    for child in tree.iter_child_nodes():
        if not isinstance(child, _ALLOWED):
            part = type(child).__name__
            raise refuse("letter-template-forbidden", "file", name=name, part=part)
        deeper = depth + isinstance(child, nodes.For)
        if deeper > _DEEPEST_LOOP:
            raise refuse("letter-template-forbidden", "file", name=name, part="For")
        _check_tree(child, name, deeper)


def _broken(name: str, error: TemplateError) -> Exception:
    reason = " ".join(str(error.message or type(error).__name__).split())[:120]
    return refuse("letter-template-broken", "file", name=name, reason=reason)
