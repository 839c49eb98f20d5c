from __future__ import annotations

import pytest

from gongkai_desk.domain.task_evidence import ProofState, name_for, proofs, wanted_proofs


def test_lines_are_read_as_officers_write_them() -> None:
    assert wanted_proofs("1. 培训通知\n2、签到表\n\n- 现场照片\n签到表") == (
        "培训通知",
        "签到表",
        "现场照片",
    )


@pytest.mark.parametrize(
    ("files", "told", "state"),
    [
        (["《签到表》(1).JPG"], [], ProofState.FILED),
        (["5月培训 签到 表.pdf"], ["签到表已存"], ProofState.FILED),
        (["照片.jpg"], ["已组织培训，签到表存档"], ProofState.TOLD),
        (["签到.jpg"], ["已签到"], ProofState.MISSING),
        ([], [], ProofState.MISSING),
    ],
)
def test_a_proof_is_a_file_that_bears_its_name(
    files: list[str], told: list[str], state: ProofState
) -> None:
    (proof,) = proofs("签到表", files, told)
    assert proof.state is state
    assert bool(proof.files) == (state is ProofState.FILED)


def test_a_file_taken_for_a_proof_is_named_after_it() -> None:
    name = name_for("照片/视频", "IMG_0001.jpg")
    assert name == "照片_视频-IMG_0001.jpg"
    (proof,) = proofs("照片/视频", [name], [])
    assert proof.state is ProofState.FILED
    assert name_for("签到表", "培训签到表.pdf") == "培训签到表.pdf"
