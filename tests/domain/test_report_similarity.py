"""What a text has in common with last year's, sentence by sentence, to be marked on both sides."""

from __future__ import annotations

from gongkai_desk.domain.report_similarity import sentence_spans, shared

BEFORE = "主动公开政策文件十余份并配发解读材料。组织全系统政务公开业务培训2次；完善制度。"
NOW = "新办指尖查询服务平台并上线运行。组织全系统政务公开业务培训3次；完善制度。"


def test_the_same_sentences_are_named_as_they_are_written_on_each_side() -> None:
    found = shared(NOW, BEFORE)
    assert found.now == {"组织全系统政务公开业务培训3次"}
    assert found.before == {"组织全系统政务公开业务培训2次"}
    assert (found.same, found.total) == (1, 2), "short sentences are alike by nature"
    assert shared(NOW, "").same == 0
    carried = "结转下年度继续办理{}件。"
    assert shared(carried.format(1), carried.format(3)).total == 0, "said in no other words"


def test_spans_cut_the_sentences_out_of_the_text() -> None:
    text = " 甲乙。 丙丁；\n戊！"
    assert [(text[start:end], words) for start, end, words in sentence_spans(text)] == [
        ("甲乙", "甲乙"),
        ("丙丁", "丙丁"),
        ("戊", "戊"),
    ]
