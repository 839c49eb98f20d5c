"""The five published work plans, against what a person reads in them."""

# ruff: noqa: E501  a table reads better than what a formatter makes of it

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.cli.outside import SHARED, Inside, process

FOLDER = SHARED / "work_points"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the five documents are not here")

HEADS = {
    "000": ("2025年威海市环翠区政务公开工作要点", "威海市环翠区人民政府办公室", "", 2025, 17),
    "001": (
        "2024年威海市政务公开重点工作及责任分工",
        "威海市人民政府办公室",
        "威政办字〔2024〕27号",
        2024,
        43,
    ),
    "002": (
        "2022年芝罘区政务公开工作要点",
        "烟台市芝罘区人民政府办公室",
        "烟芝政办发〔2022〕3号",
        2022,
        17,
    ),
    "003": (
        "2025年崂山区政务公开工作要点",
        "青岛市崂山区人民政府办公室",
        "崂政办发〔2025〕2号",
        2025,
        13,
    ),
    "004": ("2025年莱芜区政务公开工作要点", "济南市莱芜区人民政府办公室", "", 2025, 16),
}
ALL_000 = "区政府各部门、单位"
ALL_001 = "市政府各部门、单位 各区市政府、开发区管委"
LOCAL_001 = "各区市政府、开发区管委"
ALL_003 = "区政府各部门 各街道办事处"
STREETS_004 = "各街道（镇）办事处（人民政府）"
ALL_004 = f"区直各部门单位 {STREETS_004}"
SOME_004 = f"区直有关部门单位 {STREETS_004}"
BUILDING = "市发展改革委 市行政审批服务局 市公安局 市住房城乡建设局 市卫生健康委 市消防救援支队"
SERVICE = f"市行政审批服务局 市大数据局 {LOCAL_001}"
REWARD = f"市发展改革委 市工业和信息化局 市大数据局 各惠企利民政策牵头制定部门 {LOCAL_001}"
JUSTICE = "市司法局 重大行政决策承办部门 各区政府、开发区管委"

# path | number | title | lead units | responsible units, open ones marked with a plus
TASKS_000 = f"""
一、以高质量公开助推重点工作落实|一（一）|以公开助推经济高质量发展||+区发展改革局 区教育体育局 区科技局 区财政局 区住房城乡建设局 区海洋发展局 区商务局 区文化和旅游局 区卫生健康局 区医保局
一、以高质量公开助推重点工作落实|一（二）|以公开助推人民群众生活品质提高||+区发展改革局 区教育体育局 区人力资源社会保障局 区住房城乡建设局 区文化和旅游局 区卫生健康局 区退役军人事务局 区行政审批服务局 区市场监管局
一、以高质量公开助推重点工作落实|一（三）|以公开助推监管效能提升||+区政府办公室 区发展改革局 区教育体育局 区司法局 区财政局 区住房城乡建设局 区卫生健康局
二、全力提升依申请公开办理质效|二（一）|优化依申请公开沟通机制||{ALL_000}
二、全力提升依申请公开办理质效|二（二）|规范依申请公开办理工作|区政府办公室|{ALL_000}
二、全力提升依申请公开办理质效|二（三）|用足用好依申请公开平台|区政府办公室|{ALL_000}
三、深入推进主动公开与解读回应|三（一）|优化主动公开机制|区政府办公室|{ALL_000}
三、深入推进主动公开与解读回应|三（二）|提升政策集中发布质效|区政府办公室 区大数据中心|{ALL_000}
三、深入推进主动公开与解读回应|三（三）|持续加大政策解读力度||{ALL_000}
四、全面深化政民互动与公众参与|四（一）|深化重大决策公众参与||{ALL_000}
四、全面深化政民互动与公众参与|四（二）|增强政民互动交流实效||{ALL_000}
五、持续提高公开平台建管水平|五（一）|持续优化政府网站功能|区大数据中心|区委网信办 {ALL_000}
五、持续提高公开平台建管水平|五（二）|切实强化政务新媒体管理|区政府办公室|{ALL_000}
五、持续提高公开平台建管水平|五（三）|务实推进政务公开专区特色化建设|区政府办公室|{ALL_000}
六、不断夯实政务公开工作基础|六（一）|加强组织领导和工作保障||{ALL_000}
六、不断夯实政务公开工作基础|六（二）|强化任务督导落实||{ALL_000}
六、不断夯实政务公开工作基础|六（三）|深入挖掘工作亮点||{ALL_000}
"""
ONE, TWO, THREE = "(一) 决策公开", "(二) 重点领域公开", "(三) 政策发布与解读回应"
FOUR, FIVE, SIX = "(四) 政务公开标准化建设", "(五) 政务公开平台建设", "(六) 强化组织管理"
# as above; the last field is the deadline: 全 all year, 底 by the end of 2024
TASKS_001 = f"""
{ONE}/重大行政决策公开|1|决策发布||{JUSTICE}|全
{ONE}/重大行政决策公开|2|意见征集||{JUSTICE}|全
{ONE}/重大行政决策公开|3|结果反馈||{JUSTICE}|全
{ONE}/重大行政决策公开|4|结果展示||{JUSTICE}|全
{ONE}|5|政策评价||{ALL_001}|底
{ONE}|6|会议公开||{ALL_001}|全
{ONE}|7|公众参与||{ALL_001}|底
{ONE}|8|互动交流||{ALL_001}|底
{TWO}/重大建设项目|9|项目范围||+{BUILDING} {LOCAL_001}|全
{TWO}/重大建设项目|10|批准服务||+{BUILDING} {LOCAL_001}|全
{TWO}/重大建设项目|11|项目实施||+{BUILDING} {LOCAL_001}|全
{TWO}/民生保障信息|12|就业创业||市人力资源社会保障局 市退役军人局 {LOCAL_001}|全
{TWO}/民生保障信息|13|扩大消费||市发展改革委 市教育局 市科技局 市工业和信息化局 市公安局 市财政局 市自然资源和规划局 市生态环境局 市住房城乡建设局 市交通运输局 市水务局 市农业农村局 市商务局 市文化和旅游局 市卫生健康委 市市场监管局 {LOCAL_001}|全
{TWO}/民生保障信息|14|医疗卫生||市卫生健康委 {LOCAL_001}|全
{TWO}/民生保障信息|15|住房保障||市住房城乡建设局 {LOCAL_001}|全
{TWO}/民生保障信息|16|教育||市教育局 市体育局 {LOCAL_001}|全
{TWO}/民生保障信息|17|养老托育||市民政局 市卫生健康委 {LOCAL_001}|全
{TWO}/民生保障信息|18|生态环境||市生态环境局 {LOCAL_001}|全
{TWO}/民生保障信息|19|社会保障||市人力资源社会保障局 市医保局 {LOCAL_001}|全
{TWO}/强化监管公开|20|小微权力运行||市财政局 市自然资源和规划局 市住房城乡建设局 市农业农村局 {LOCAL_001}|全
{TWO}/强化监管公开|21|权责清单||市委编办 {ALL_001}|全
{TWO}/强化监管公开|22|财政信息||市财政局 {LOCAL_001}|全
{THREE}/政策集中公开|23|政策发布||{ALL_001}|底
{THREE}/政策集中公开|24|政策发布||{ALL_001}|全
{THREE}/政策集中公开|25|政策兑现||{REWARD}|底
{THREE}/政策集中公开|26|政策兑现||{REWARD}|底
{THREE}/政策解读|27|解读范围||{ALL_001}|全
{THREE}/政策解读|28|解读内容及形式||{ALL_001}|全
{THREE}/政策解读|29|解读质量||{ALL_001}|全
{THREE}/政策解读|30|解读品牌||{ALL_001}|全
{THREE}|31|政策咨询||{SERVICE}|全
{THREE}/政策咨询|32|新闻发布||{SERVICE}|全
{THREE}|33|回应关切||{ALL_001}|全
{FOUR}|34|公共企事业单位信息公开||市教育局 市住房城乡建设局 市交通运输局 市水务局 市卫生健康委 威海供电公司 {LOCAL_001}|全
{FOUR}|35|基层政务公开专区建设||市行政审批服务局 市教育局 市住房城乡建设局 市交通运输局 市水务局 市卫生健康委 {LOCAL_001}|全
{FOUR}|36|依申请公开||{ALL_001}|全
{FOUR}|37|依申请公开||{ALL_001}|全
{FIVE}|38|网站管理||市大数据局 {LOCAL_001}|全
{FIVE}|39|政务新媒体||{ALL_001}|全
{FIVE}|40|政府公报||市政府办公室 市大数据局 各区市政府|全
{SIX}|41|制度规范||{ALL_001}|底
{SIX}|42|业务培训||{ALL_001}|底
{SIX}|43|品牌亮点||{ALL_001}|全
"""
TASKS_002 = """
一、聚焦重点工作，服务经济发展大局|（一）|强化高质量发展信息公开||
一、聚焦重点工作，服务经济发展大局|（二）|强化重大战略实施信息公开||
一、聚焦重点工作，服务经济发展大局|（三）|加强优化营商环境信息公开||
二、聚焦政策制度，提高政务公开实效|（四）|规范政务公开工作流程||
二、聚焦政策制度，提高政务公开实效|（五）|强化政务公开平台建设||
二、聚焦政策制度，提高政务公开实效|（六）|优化完善依申请办理工作||
二、聚焦政策制度，提高政务公开实效|（七）|着力推进基层政务公开|||年底前 2022-12-31
三、聚焦民生福祉，做好重点领域公开|（八）|加强疫情防控信息公开力度||
三、聚焦民生福祉，做好重点领域公开|（九）|聚焦民生保障信息公开||
三、聚焦民生福祉，做好重点领域公开|（十）|做好公共企事业单位信息公开|||2022年9月底前 2022-09-30
四、聚焦基础建设，提高公开服务水平|（十一）|推进更公开透明的行政决策||
四、聚焦基础建设，提高公开服务水平|（十二）|推进更规范有效的政策公开||
四、聚焦基础建设，提高公开服务水平|（十三）|推进更精细易懂政策解读||
四、聚焦基础建设，提高公开服务水平|（十四）|推动更丰富多样政民互动||
五、聚焦机制完善，强化公开监督保障|（十五）|强化工作保障||
五、聚焦机制完善，强化公开监督保障|（十六）|持续改进工作作风||
五、聚焦机制完善，强化公开监督保障|（十七）|抓好工作落实||
"""
TASKS_003 = f"""
一、加强体制机制建设，推进政务公开规范转型|（一）|完善主动公开机制||{ALL_003}
一、加强体制机制建设，推进政务公开规范转型|（二）|提高依申请公开办理效能||区政府办公室 各相关单位
一、加强体制机制建设，推进政务公开规范转型|（三）|持续深化政策解读质效||{ALL_003}
一、加强体制机制建设，推进政务公开规范转型|（四）|着力提升公众参与实效||区司法局 区发展改革局 青岛市崂山风景名胜区管理局相关处室 {ALL_003}
一、加强体制机制建设，推进政务公开规范转型|（五）|加强政务公开专区建设||区行政审批局 各街道办事处 区交通运输局 区文化和旅游局
二、强化数字科技赋能，助推政务公开提质增效|（六）|积极推进政务公开数字化转型||{ALL_003}
二、强化数字科技赋能，助推政务公开提质增效|（七）|全力打造政策集中发布窗口||{ALL_003}
二、强化数字科技赋能，助推政务公开提质增效|（八）|优化升级政务公开平台建设||{ALL_003} 区教体局 区卫生健康局 区政府办公室 区电子政务与大数据中心
三、聚焦助推重点工作，发挥政务公开功能作用|（九）|以高质量公开促进民生政策落地||区政府有关部门 各街道办事处
三、聚焦助推重点工作，发挥政务公开功能作用|（十）|以高质量公开优化政务服务||{ALL_003}
三、聚焦助推重点工作，发挥政务公开功能作用|（十一）|以高质量公开提升监督管理质效||区政府有关部门 各街道办事处
四、持续夯实工作基础，加强政务公开监督保障|（十二）|加强组织领导||{ALL_003}
四、持续夯实工作基础，加强政务公开监督保障|（十三）|加强培训监督||{ALL_003}
"""
TASKS_004 = f"""
一、聚焦重点任务，提升政务公开工作效能|（一）|以高质量公开推进政策落实||{ALL_004}
一、聚焦重点任务，提升政务公开工作效能|（二）|以高质量公开提质政务服务||{SOME_004}
一、聚焦重点任务，提升政务公开工作效能|（三）|以高质量公开强化监管效能||{SOME_004}
二、强化标准引领，推动政务公开规范转型|（四）|健全主动公开机制||{ALL_004}
二、强化标准引领，推动政务公开规范转型|（五）|规范依申请公开工作||{ALL_004}
二、强化标准引领，推动政务公开规范转型|（六）|加强政策解读回应||{ALL_004}
二、强化标准引领，推动政务公开规范转型|（七）|优化政务公开专区建设||区交通运输局 区文化旅游局 区卫生健康局 区行政审批服务局 区商务综合服务中心 {STREETS_004}
三、深化数字赋能，增强政务公开服务质效|（八）|完善政策发布机制||{ALL_004}
三、深化数字赋能，增强政务公开服务质效|（九）|优化政务公开平台建设||{ALL_004}
三、深化数字赋能，增强政务公开服务质效|（十）|加快政务公开数字化转型||{ALL_004}
四、拓展渠道方式，深化政民政企互动交流|（十一）|扩大公众参与||{ALL_004}
四、拓展渠道方式，深化政民政企互动交流|（十二）|提升互动实效||{ALL_004}
四、拓展渠道方式，深化政民政企互动交流|（十三）|推进品牌建设||{ALL_004}
五、夯实工作基础，筑牢政务公开工作保障|（十四）|强化政治引领||{ALL_004}
五、夯实工作基础，筑牢政务公开工作保障|（十五）|强化队伍建设||{ALL_004}
五、夯实工作基础，筑牢政务公开工作保障|（十六）|强化监督指导||区政府办公室
"""
TABLES = {
    "000": TASKS_000,
    "001": TASKS_001,
    "002": TASKS_002,
    "003": TASKS_003,
    "004": TASKS_004,
}
DUTIES = {
    ("001", "5"): [("policy_evaluation", 1, "year"), ("policy_evaluation", 2, "year")],
    ("001", "6"): [("meeting_seats", 1, "half_year"), ("meeting_seats", 1, "quarter")],
    ("001", "42"): [("training", 1, "year")],
    ("002", "（十五）"): [("leader_briefing", 1, "year"), ("training", 1, "year")],
    ("003", "（八）"): [("inspection", 1, "quarter")],  # 季度检查
    ("004", "（九）"): [("inspection", 1, "quarter")],
}
DEADLINES = {
    "": {"kind": "none", "date": None, "text": ""},
    "全": {"kind": "all_year", "date": None, "text": "全年"},
    "底": {"kind": "by_date", "date": "2024-12-31", "text": "2024年底前完成，长期坚持"},
}
CLAUSE = re.compile(r"〔责任单位.*?〕|[（(](?:责任|牵头)单位[:：][^（）()]*[）)]")


def source(document: str) -> str:
    (path,) = FOLDER.glob(f"{document}_*.txt")
    return path.read_text("utf-8")


def compact(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module", params=HEADS)
def reading(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    document = str(request.param)
    (path,) = FOLDER.glob(f"{document}_*.txt")
    read = process("plan", "import", path, "--dry-run", "--json")
    assert read.code == 0, read.err
    return document, read.json


def test_what_it_is(reading: tuple[str, dict[str, Any]]) -> None:
    document, plan = reading
    keys = ("title", "issuer", "document_number", "year", "task_count")
    assert list(plan) == [*keys, "tasks"]
    assert tuple(plan[key] for key in keys) == HEADS[document]
    assert len(plan["tasks"]) == plan["task_count"]


def test_every_task(reading: tuple[str, dict[str, Any]]) -> None:
    document, plan = reading
    lines = TABLES[document].strip().splitlines()
    for line, task in zip(lines, plan["tasks"], strict=True):
        path, number, title, leads, units, deadline = [*line.split("|"), ""][:6]
        assert (task["number"], task["title"]) == (number, title)
        assert task["path"] == path.split("/")
        assert task["lead_units"] == leads.split()
        assert task["responsible_units"] == units.lstrip("+").split()
        assert task["units_open"] == units.startswith("+")
        text, _blank, date = deadline.partition(" ")
        dated = {"kind": "by_date", "date": date, "text": text}
        assert task["deadline"] == (dated if date else DEADLINES[deadline])
        duties = [(duty["kind"], duty["count"], duty["per"]) for duty in task["duties"]]
        assert duties == DUTIES.get((document, number), [])
        assert all(duty["text"] in task["text"] for duty in task["duties"])


def test_the_whole_text_and_no_more(reading: tuple[str, dict[str, Any]]) -> None:
    document, plan = reading
    texts = [task["text"] for task in plan["tasks"]]
    assert not any("\n" in text or "责任单位" in text for text in texts)
    expected = table_texts(document) if document == "001" else prose_texts(document, plan)
    assert [compact(text) for text in texts] == expected


def prose_texts(document: str, plan: dict[str, Any]) -> list[str]:
    """What stands between one heading and the next, unit clauses taken out."""
    whole = compact(source(document).replace("#", "").replace("*", ""))
    headings = [task["path"][0] for task in plan["tasks"]]
    starts = [(whole.index(compact(head)), "") for head in dict.fromkeys(headings)]
    for task in plan["tasks"]:
        start = whole.index(compact(f"{task['title']}。"))
        starts.append((start, task["title"]))
    ends = ("各单位要对照本要点提出", "烟台市芝罘区人民政府办公室2022年6月16日印发")
    last = [whole.index(end) for end in ends if end in whole]
    starts = sorted([*starts, (last[0] if last else len(whole), "")])
    pieces = [whole[start:end] for (start, title), (end, _next) in pairwise(starts) if title]
    return [
        re.sub(r"[（(][一二三四五六七八九十]+[）)]$", "", CLAUSE.sub("", one)) for one in pieces
    ]


def table_texts(document: str) -> list[str]:
    """The last cell of every row that is neither the units nor the deadline."""
    texts = []
    for line in source(document).splitlines():
        cells = [compact(cell) for cell in line.split("\t")]
        if len(cells) < 3 or cells[0] == "工作任务":
            continue
        told = [cell for cell in cells if cell and not re.search("负责$|^全年$|年底前完成", cell)]
        texts.append(told[-1])
    return texts


def test_a_plan_is_taken_once(capsys: pytest.CaptureFixture[str], office_file: Path) -> None:
    run, (path,) = Inside(capsys), FOLDER.glob("001_*.txt")
    imported = run("plan", "import", path, "--office", office_file, "--json")
    assert imported.code == 0
    again = run("plan", "import", path, "--office", office_file)
    assert len(again.refused().splitlines()) == 1
    assert run("plan", "list", "--office", office_file, "--json").json == imported.json
