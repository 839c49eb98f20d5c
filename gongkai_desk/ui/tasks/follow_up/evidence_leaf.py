"""The proof of a task: what is wanted, what is there, what is missing; and its own files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gongkai_desk.domain.task_evidence import Proof, ProofState
from gongkai_desk.domain.task_standing import Standing
from gongkai_desk.i18n import _, day_text
from gongkai_desk.texts import label
from gongkai_desk.ui.tasks.follow_up.panels import Leaf, card, word_button
from gongkai_desk.ui.tasks.follow_up.work import FollowUp
from gongkai_desk.ui.theme import Tone
from gongkai_desk.ui.widgets.badge import LightBadge
from gongkai_desk.ui.widgets.plain import PlainLabel, restyle

_STATES = {
    ProofState.FILED: (Tone.GOOD, "done"),
    ProofState.TOLD: (Tone.INFO, "info"),
    ProofState.MISSING: (Tone.WARN, "warning"),
}


class EvidenceLeaf(Leaf):
    def __init__(self, work: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__("evidence-leaf", parent)
        self._work = work
        self._standing: Standing | None = None
        wanted = word_button("edit-proof", _("Proof wanted…"), self._edit, "edit")
        self.head.addWidget(wanted)

    def _edit(self) -> None:
        if self._standing is not None:
            self._work.edit_facts(self._standing.task, "proof")

    def show_standing(self, standing: Standing) -> None:
        self._standing = standing
        wanted = standing.proofs
        there = len(wanted) - len(standing.missing_proofs)
        if wanted:
            self.heading.setText(
                _("Proof: {there} of {n} there").format(there=there, n=len(wanted))
            )
        else:
            self.heading.setText(_("Proof"))
        self.show_rows(self._rows(standing), "")

    def _rows(self, standing: Standing) -> Iterator[QWidget]:
        work, task = self._work, standing.task
        for proof in standing.proofs:
            yield self._proof(standing, proof)
        if not standing.proofs:
            yield PlainLabel(
                _("Write down what shall prove this task; the program then shows what is missing."),
                look="hint",
                wrap=True,
            )
        if standing.evidence_missing and not standing.proofs:
            words = _("The task is marked done, but no record, activity or file shows it.")
            missing = PlainLabel(words, look="plain", wrap=True)
            restyle(missing, "tone", Tone.WARN.value)
            yield missing
        for attachment in work.service.files(task.id):
            yield _at_left(work.file_button(attachment, self))
        activities = work.service.activities(task, standing.year)
        if activities:
            yield PlainLabel(_("Activities of this task"), look="strong")
        for one in activities:
            text = f"{day_text(one.date)}  {one.title}"
            yield _at_left(
                word_button(f"activity-{one.id}", text, partial(work.open_activity, one), "open")
            )

    def _proof(self, standing: Standing, proof: Proof) -> QFrame:
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        tone, icon = _STATES[proof.state]
        row.addWidget(PlainLabel(proof.wanted, look="strong", wrap=True), 1)
        row.addWidget(LightBadge(tone=tone, icon=icon, word=label(proof.state)))
        if proof.state is not ProofState.FILED:
            row.addWidget(
                word_button(
                    "attach-proof",
                    _("Add files…"),
                    lambda: self._work.attach_proof(standing.task, proof.wanted),
                    "attachment",
                )
            )
        frame = card("proof", row)
        frame.setToolTip("")
        return frame


def _at_left(widget: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    row.addStretch(1)
    return line
