from __future__ import annotations

import datetime as dt
from dataclasses import replace

from gongkai_desk.domain.activity import Activity, ActivityKind
from gongkai_desk.domain.plan import SectionText, Task, TaskStatus, TaskStep
from gongkai_desk.domain.section_drafting import Recorded, SectionDraft, SourceKind, drafts
from gongkai_desk.resources import table
from tests.builders import a_plan, a_task, a_work_record

PLAN = a_plan()
SENTENCES = table("tasks", "progress_sentences.toml")


NOTHING = Recorded()


def drafted(
    *tasks: Task, recorded: Recorded = NOTHING, kept: tuple[SectionText, ...] = ()
) -> list[SectionDraft]:
    return drafts(tasks, recorded, kept, 2026, SENTENCES)


def test_nothing_recorded_nothing_said() -> None:
    (section,) = drafted(a_task(PLAN))
    assert (section.sentences, section.drafted, section.kept) == ((), "", None)


def test_results_records_and_steps_each_with_their_source() -> None:
    done = a_task(PLAN, title="甲", status=TaskStatus.DONE, result="已公开\n30份文件")
    begun = a_task(PLAN, title="乙", status=TaskStatus.IN_PROGRESS)
    record = a_work_record(begun, text="举办培训。")
    older = a_work_record(begun, date=dt.date(2025, 12, 30), text="起草方案，")
    hidden = a_work_record(done, text="不再重复")
    step = TaskStep(id="s", task_id=begun.id, position=1, title="印发通知", done_on=record.date)
    open_step = TaskStep(id="t", task_id=begun.id, position=2, title="验收")
    recorded = Recorded(records=[record, older, hidden], steps=[step, open_step])
    (section,) = drafted(done, begun, recorded=recorded)
    assert [sentence.text for sentence in section.sentences] == [
        "共2项任务，已完成1项，正在推进1项。",
        "“甲”方面，已公开30份文件。",
        "2025年12月30日，起草方案。",
        "5月8日，举办培训。",
        "“乙”方面，已完成印发通知。",
    ]
    assert [[(s.kind, s.record_id) for s in each.sources] for each in section.sentences] == [
        [(SourceKind.STATUS, done.id), (SourceKind.STATUS, begun.id)],
        [(SourceKind.RESULT, done.id)],
        [(SourceKind.WORK_RECORD, older.id)],
        [(SourceKind.WORK_RECORD, record.id)],
        [(SourceKind.STEP, "s")],
    ]
    assert section.drafted == "".join(each.text for each in section.sentences)


def test_activities_are_counted_with_their_people() -> None:
    task = a_task(PLAN)
    training = Activity(
        id="a", kind=ActivityKind.TRAINING, date=dt.date(2026, 4, 1), title="一", participants=30,
        task_ids=(task.id,),
    )  # fmt: skip
    other = replace(training, id="b", participants=20)
    open_day = replace(training, id="c", kind=ActivityKind.OPEN_DAY, participants=None)
    unlinked = replace(training, id="d", task_ids=())
    recorded = Recorded(activities=[open_day, training, other, unlinked])
    (section,) = drafted(task, recorded=recorded)
    (sentence,) = section.sentences
    assert sentence.text == "年内开展业务培训2次（参加50人次），举办政府开放活动1次。"
    assert {source.record_id for source in sentence.sources} == {"a", "b", "c"}


def test_all_done() -> None:
    (section,) = drafted(a_task(PLAN, status=TaskStatus.DONE))
    assert section.drafted == "共1项任务，已全部完成。"


def test_a_kept_text_goes_with_its_section_and_is_never_lost() -> None:
    own = SectionText(id="k", plan_id=PLAN.id, section="一、深化政策公开", text="自己写的。")
    gone = SectionText(id="g", plan_id=PLAN.id, section="九、没有了", text="旧的。")
    first, last = drafted(a_task(PLAN), kept=(own, gone))
    assert (first.kept, first.tasks != ()) == (own, True)
    assert (last.section, last.kept, last.tasks) == ("九、没有了", gone, ())


def test_every_kind_of_activity_has_a_phrase() -> None:
    assert set(SENTENCES["kinds"]) == {kind.value for kind in ActivityKind}
