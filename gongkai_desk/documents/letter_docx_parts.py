"""The fixed parts of a letter's Word package: styles, fonts, page, page numbers."""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

WORDS = f'{_HEAD}<w:{{root}} xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}">'

CHARACTER = 316
"""A character of the text area in twips: 156 mm / 28."""

_PARTS = ("styles", "settings", "fontTable", "footer1", "footer2", "header1")


def _content_types() -> str:
    kinds = {"document": "document.main", "footer1": "footer", "footer2": "footer"}
    kinds["header1"] = "header"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kinds.get(name, name)}+xml"/>'
        for name in ("document", *_PARTS)
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
        '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}"
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-'
        'package.core-properties+xml"/></Types>'
    )


def _relations() -> str:
    kinds = {"footer1": "footer", "footer2": "footer", "header1": "header"}
    every = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kinds.get(name, name)}" Target="{name}.xml"/>'
        for n, name in enumerate(_PARTS, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{every}</Relationships>'


CONTENT_TYPES = _content_types()
DOCUMENT_RELATIONS = _relations()
PACKAGE_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "</cp:coreProperties>"
)

SECTION = (
    "<w:sectPr>"
    '<w:headerReference w:type="default" r:id="r6"/><w:headerReference w:type="even" r:id="r6"/>'
    '<w:footerReference w:type="default" r:id="r4"/><w:footerReference w:type="even" r:id="r5"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="1304" '
    'w:footer="1446" w:gutter="0"/>'
    '<w:docGrid w:type="lines" w:linePitch="579"/>'
    "</w:sectPr>"
)
"""A4 with 天头 37, 订口 28, 下 35 and 右 26 mm; 22 lines. The 28 characters of a line come from the
spacing of the styles: a grid of characters is read in another way by every office program.
"""

LYING_SECTION = (
    "<w:sectPr>"
    '<w:headerReference w:type="default" r:id="r6"/><w:headerReference w:type="even" r:id="r6"/>'
    '<w:footerReference w:type="default" r:id="r4"/><w:footerReference w:type="even" r:id="r5"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1020" w:right="850" w:bottom="1020" w:left="850" w:header="567" '
    'w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)
"""A4 lying, for wide tables: 18 mm above and below, 15 mm at the sides."""
LYING_WIDTH = 16838 - 2 * 850
"""The text area of `LYING_SECTION` in twips."""

FORM_WIDTHS = (2300, 6544)
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
FORM = (
    f'<w:tblPr><w:tblW w:w="{sum(FORM_WIDTHS)}" w:type="dxa"/><w:tblBorders>{_LINES}'
    '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    + "".join(f'<w:gridCol w:w="{width}"/>' for width in FORM_WIDTHS)
    + "</w:tblGrid>"
)
"""The frame of a form: two columns as wide as the text area."""

SETTINGS = (
    f"{WORDS.format(root='settings')}<w:evenAndOddHeaders/>"
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:adjustLineHeightInTable/>"
    '<w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)

_FONTS = {
    "仿宋": "仿宋_GB2312,FangSong,FangSong_GB2312",
    "黑体": "SimHei",
    "楷体": "楷体_GB2312,KaiTi,KaiTi_GB2312",
    "宋体": "SimSun",
    "方正小标宋简体": "方正小标宋_GBK,小标宋,华文中宋,STZhongsong",
}
"""The typefaces of the standard, and what stands in for one a computer lacks."""

FONT_TABLE = (
    WORDS.format(root="fonts")
    + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, other in _FONTS.items()
    )
    + '<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)

_BODY = "仿宋"
_BODY_SIZE = 32
_TIGHT = '<w:spacing w:val="-5"/>'  # 15.75 pt a character: 28 of them fill 156 mm
_FIRST_LINE = '<w:ind w:firstLineChars="200" w:firstLine="632"/>'
_HANGING = '<w:ind w:leftChars="200" w:left="632"/>'
_KEEP = "<w:keepNext/>"
_KNOWN = {"Normal": ' w:default="1"', "Footer": "", "Header": ""}
"""The styles that Word has too, under these very names."""

_BREAKING = (
    '<w:kinsoku/><w:overflowPunct w:val="0"/><w:topLinePunct w:val="0"/>'
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
)
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="11" w:color="FF0000"/></w:pBdr>'


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """One paragraph style. `size` in half points, `line` in twips, `before` and `ind` are XML."""

    id: str
    name: str
    font: str = _BODY
    size: int = 32
    align: str = "both"
    line: int = 579
    keep: bool = False
    new_page: bool = False
    border: str = ""
    ind: str = ""
    colour: str = ""
    outline: str = ""
    cell: bool = False  # in a table: the grid of the page does not stretch its lines


_STYLES = (
    _Style(id="Normal", name="Normal", align="both"),
    _Style(
        id="Letterhead",
        name="发文机关标志",
        font="方正小标宋简体",
        size=64,
        align="center",
        line=1158,
        colour="FF0000",
    ),
    _Style(id="Number", name="发文字号", align="center", border=_RULE),
    _Style(id="Blank", name="空行"),
    _Style(
        id="LetterTitle",
        name="公文标题",
        font="方正小标宋简体",
        size=44,
        align="center",
        line=640,
        outline='<w:outlineLvl w:val="0"/>',
    ),
    _Style(
        id="SheetTitle",
        name="表格标题",
        font="方正小标宋简体",
        size=32,
        align="center",
        line=520,
        outline='<w:outlineLvl w:val="0"/>',
    ),
    _Style(id="Addressee", name="主送机关", align="left"),
    _Style(id="Body", name="公文正文", ind=_FIRST_LINE),
    _Style(id="LetterLevel1", name="公文一级标题", font="黑体", keep=True, ind=_FIRST_LINE),
    _Style(id="LetterLevel2", name="公文二级标题", font="楷体", keep=True, ind=_FIRST_LINE),
    _Style(id="Attachment", name="附件说明", align="left", ind=_HANGING),
    _Style(id="Signature", name="署名", align="right", keep=True),
    _Style(id="Date", name="成文日期", align="right"),
    _Style(id="Contact", name="附注", align="left", ind=_FIRST_LINE),
    _Style(
        id="SlipTitle",
        name="回执标题",
        font="方正小标宋简体",
        size=44,
        align="center",
        line=1158,
        new_page=True,
    ),
    _Style(id="SlipText", name="回执正文", align="left", ind=_FIRST_LINE),
    _Style(
        id="FormItem", name="表格栏目", font="黑体", size=24, align="center", line=400, cell=True
    ),
    _Style(
        id="FormNumber", name="表格居中", font="宋体", size=24, align="center", line=400, cell=True
    ),
    _Style(id="FormText", name="表格内容", font="宋体", size=24, align="left", line=400, cell=True),
    _Style(
        id="CellHead", name="表格表头", font="黑体", size=19, align="center", line=250, cell=True
    ),
    _Style(
        id="CellLabel", name="表格行名", font="宋体", size=19, align="left", line=250, cell=True
    ),
    _Style(
        id="CellNumber", name="表格数字", font="宋体", size=19, align="center", line=250, cell=True
    ),
    _Style(id="Footer", name="footer", font="宋体", size=28, align="left", line=280),
    _Style(id="Header", name="header", font="黑体", size=28, align="right", line=280),
)


def _fonts(name: str) -> str:
    latin = "宋体" if name == "宋体" else "Times New Roman"
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{name}" '
        'w:cs="Times New Roman"/>'
    )


def _style(one: _Style) -> str:
    paragraph = "".join(
        (
            _KEEP if one.keep else "",
            "<w:pageBreakBefore/>" if one.new_page else "",
            '<w:widowControl w:val="0"/>',
            one.border,
            _BREAKING,
            '<w:snapToGrid w:val="0"/>' if one.cell else "",
            f'<w:spacing w:before="0" w:after="0" w:line="{one.line}" w:lineRule="exact"/>',
            one.ind,
            f'<w:jc w:val="{one.align}"/>',
            one.outline,
        )
    )
    colour = f'<w:color w:val="{one.colour}"/>' if one.colour else ""
    default = _KNOWN.get(one.id, ' w:customStyle="1"')
    tight = _TIGHT if one.size == _BODY_SIZE else ""
    based = "" if one.id == "Normal" else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{one.id}"><w:name w:val="{one.name}"/>'
        f"{based}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{_fonts(one.font)}{colour}"
        f'{tight}<w:kern w:val="0"/><w:sz w:val="{one.size}"/><w:szCs w:val="{one.size}"/></w:rPr>'
        "</w:style>"
    )


def styles() -> str:
    """styles.xml: nothing but our own styles, each with all its typefaces."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(_BODY)}"
        '<w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    return f"{WORDS.format(root='styles')}{defaults}{''.join(map(_style, _STYLES))}</w:styles>"


def page_foot(*, even: bool) -> str:
    """— 1 — in 4号宋体, one character from the outer edge: right on odd pages, left on even."""
    side = '<w:ind w:leftChars="100" w:left="280"/>'
    if not even:
        side = '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>'
    field = "".join(
        f"<w:r>{inside}</w:r>"
        for inside in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    return (
        f'{WORDS.format(root="ftr")}<w:p><w:pPr><w:pStyle w:val="Footer"/>{side}</w:pPr>{field}'
        "</w:p></w:ftr>"
    )


def page_head(mark: str) -> str:
    """The word in the upper right corner, escaped already; usually none."""
    run = (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{mark}</w:t></w:r>' if mark else ""
    )
    return (
        f'{WORDS.format(root="hdr")}<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{run}</w:p>'
        "</w:hdr>"
    )
