"""Catalogues as they are laid out in practice, all made up, each with a name of its own."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai_desk.domain.catalogue_draft import CatalogueDraft, draft_of
from gongkai_desk.domain.catalogue_reading import CatalogueReading
from gongkai_desk.domain.ledger_sheet import LedgerSheet, Span
from gongkai_desk.services.catalogue_words import catalogue_words


def sheet(*rows: Sequence[str], merged: Sequence[Span] = (), name: str = "目录") -> LedgerSheet:
    return LedgerSheet(name=name, rows=[list(row) for row in rows], merged=tuple(merged))


def draft(*sheets: LedgerSheet) -> CatalogueDraft:
    return draft_of("目录.xlsx", sheets, catalogue_words())


def read(*sheets: LedgerSheet) -> CatalogueReading:
    return draft(*sheets).read()


def doubts(reading: CatalogueReading) -> set[tuple[str, str]]:
    return {(problem.code, problem.field) for problem in reading.doubts}


NATIONAL = sheet(
    ["示例县公共文化服务领域基层政务公开标准目录"],
    ["序号", "公开事项", "", "公开内容\n（要素）", "公开依据", "公开时限", "公开主体",
     "公开渠道和载体",
     "公开对象", "", "公开方式", "", "公开层级", ""],
    ["", "一级事项", "二级事项", "", "", "", "", "", "全社会", "特定群体", "主动", "依申请",
     "县级", "乡级"],
    ["1", "公共服务", "公共文化机构名录", "机构名称、开放时间", "《公共文化服务保障法》",
     "自信息形成或变更之日起20个工作日内", "示例县文化和旅游局", "■政府网站 □政府公报\n■公示栏",
     "√", "", "√", "", "√", ""],
    ["2", "", "免费开放信息", "项目、对象", "", "长期公开", "示例县文化和旅游局", "■政府网站",
     "", "参加人员", "", "√", "√", "√"],
    ["3", "行政执法", "行政处罚", "处罚决定", "", "7个工作日内", "示例县文化和旅游局", "政府网站",
     "√", "", "√", "√", "", ""],
    ["注：本目录由示例县文化和旅游局负责解释。"],
    merged=[(0, 0, 0, 13), (1, 0, 2, 0), (1, 1, 1, 2), (1, 3, 2, 3), (1, 4, 2, 4), (1, 5, 2, 5),
            (1, 6, 2, 6), (1, 7, 2, 7), (1, 8, 1, 9), (1, 10, 1, 11), (1, 12, 1, 13), (3, 1, 4, 1),
            (6, 0, 6, 13)],
)  # fmt: skip
"""基层政务公开标准目录: two heading rows, ticks, boxes, merged cells, a note below."""

CSV = sheet(
    ["公开类别", "公开事项", "公开内容", "公开方式", "公开时限", "责任科室"],
    ["机构职能", "机构信息", "名称、地址", "网站、公示栏", "20个工作日内", "办公室"],
    ["", "领导信息", "姓名、分工", "网站", "20个工作日内", "办公室"],
    ["", "", "照片", "网站", "及时", "办公室"],
    ["财政信息", "预算", "部门预算", "网站", "批准后20日内", "财务科"],
)
"""No merged cells: empty levels mean the ones above; 公开方式 means the channel."""

CHANNELS = sheet(
    ["主动公开事项目录"],
    ["事项名称", "公开渠道", "", "", "公开方式", "时限", "保存要求"],
    ["", "网站", "新媒体", "其他", "", "", ""],
    ["机构概况", "√", "√", "", "主动公开", "长期", "永久"],
    ["年度报告", "是", "×", "图书馆", "主动公开", "每年1月31日前", ""],
    merged=[(0, 0, 0, 6), (1, 0, 2, 0), (1, 1, 1, 3), (1, 4, 2, 4), (1, 5, 2, 5), (1, 6, 2, 6)],
)
"""公开渠道 over ticks, 公开方式 means 主动, a column nobody knows."""

GROUPS = sheet(
    ["填报单位：示例局", "", ""],
    ["序号", "公开事项", "公开时限"],
    ["一、综合政务", "", ""],
    ["1", "机构职能", "20个工作日内"],
    ["2", "领导信息", "20个工作日内"],
    ["二、文化旅游", "", ""],
    ["3", "演出审批", "7个工作日内"],
    ["填表人：示例员", "", ""],
    merged=[(2, 0, 2, 2), (5, 0, 5, 2)],
)
"""Lines across the table name groups."""

THREE = sheet(
    ["公开事项", "", "", "公开时限"],
    ["一级", "二级", "三级", ""],
    ["业务工作", "旅游", "A级景区名录", "每季度结束后10日内"],
    ["", "", "旅行社名录", "每半年"],
    ["", "文化", "", "及时"],
    ["综合", "", "", "长期"],
    merged=[(0, 0, 0, 2), (0, 3, 1, 3), (2, 0, 4, 0), (2, 1, 3, 1)],
)
"""Three levels, some left empty."""

REPEATED = sheet(
    ["公开事项", "责任单位", "公开时限"],
    ["机构职能", "办公室", "20个工作日内"],
    ["公开事项", "责任单位", "公开时限"],
    ["领导信息", "办公室", "20个工作日内"],
    ["合计：2项", "", ""],
)
"""The heading again on the next page."""

SPREAD = sheet(
    ["公开事项", "", "公开主体", "责任主体"],
    ["机构职能", "机构信息", "示例局", "办公室"],
    ["机构职能", "领导信息", "示例局", "办公室"],
    merged=[(0, 0, 0, 1)],
)
"""One heading row, 公开事项 across two columns; 公开主体 beside 责任主体."""

SPACED = sheet(
    ["示例旗主动公开事项目录"],
    ["公开事项", "", "", "公开内容（要素）", "公开\n时限", "公开 主体", "公开渠道和载体",
     "公开对象", "", "责任\n科室"],
    ["一级事项", "二级事项", "三级事项", "", "", "", "", "全社 会", "特定\n群体", ""],
    ["政策法规", "行政规范性文件", "", "1.文件；2.目录", "信息产生或变更之日起20个工作日内公开",
     "示例办公室", "■政府网站 ■政府公报", "√", "", "综合组"],
    ["", "政策解读", "", "解读材料", "与政策文件同步发布，时间跨度不超过5个工作日",
     "示例办公室", "■政府网站", "√", "", "综合组"],
    merged=[(0, 0, 0, 9), (1, 0, 1, 2), (1, 3, 2, 3), (1, 4, 2, 4), (1, 5, 2, 5), (1, 6, 2, 6),
            (1, 7, 1, 8), (1, 9, 2, 9), (3, 0, 4, 0)],
)  # fmt: skip
"""Headings spread with blanks and broken lines, three levels of which one is never filled."""

FORM = sheet(
    ["序号", "公开事项", "", "内容规范", "公开时限", "公开形式", "公开主体"],
    ["1", "组织机构", "机构概况", "职责、地址", "15个工作日", "政府网站", "政工室"],
    ["2", "政策文件", "规范性文件", "文号、日期", "15个工作日内公开", "政府网站", "法制科"],
    ["", "", "文件清理", "清理情况", "", "", ""],
    merged=[(0, 1, 0, 2), (2, 0, 3, 0), (2, 1, 3, 1), (2, 4, 3, 4), (2, 5, 3, 5), (2, 6, 3, 6)],
)
"""公开形式 names the channel; cells of the right columns are merged down, too."""
