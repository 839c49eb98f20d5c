"""What the officer can do with letters: opens the dialogs and carries out the answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gongkai_desk.domain.archive import safe_name
from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import ConsultedParty
from gongkai_desk.domain.letter import Letter, LetterKind, LetterStatus
from gongkai_desk.domain.problems import Problem, Severity
from gongkai_desk.domain.request import Service
from gongkai_desk.i18n import _
from gongkai_desk.services.letters import DOCX, PDF, file_name
from gongkai_desk.texts import sentence
from gongkai_desk.ui.background import Progress
from gongkai_desk.ui.register.case_tab import CaseContext
from gongkai_desk.ui.register.letters.compose_dialog import ComposeDialog
from gongkai_desk.ui.register.letters.kind_dialog import KindDialog
from gongkai_desk.ui.register.letters.service_dialog import LetterServiceDialog
from gongkai_desk.ui.register.letters.words import kind_name
from gongkai_desk.ui.register.paper import WritePdf, preview_paper
from gongkai_desk.ui.today import today
from gongkai_desk.ui.widgets.dialogs import open_dialog


class LetterDeeds:
    """`letter` is the one chosen in the tab, None outside of it."""

    def __init__(self, context: CaseContext) -> None:
        self._context = context
        self._desk, self._operations = context.desk, context.operations
        self._prompts = context.prompts
        self.letter: Letter | None = None

    @property
    def case(self) -> Case | None:
        return self._context.deeds.case

    def has(self, *statuses: LetterStatus) -> bool:
        """Whether a letter of one of these states is chosen."""
        return self.letter is not None and self.letter.status in statuses

    # writing

    def new(self) -> None:
        """Choose a kind and write a letter of it."""
        case = self.case
        if case is None:
            return
        letters = self._desk.letters
        self.choose_kind(case, letters.kinds_for(case), len(letters.likely(case)))

    def choose_kind(
        self, case: Case, kinds: Sequence[LetterKind], likely: int, event_id: str = ""
    ) -> None:
        """Let the officer choose among `kinds`, then write the letter."""
        intro = _("{number} · {subject}").format(
            number=case.request.number, subject=case.request.subject
        )
        dialog = KindDialog(kinds, likely, self._context.parent, intro=intro)

        def chosen() -> None:
            if dialog.chosen is not None:
                self.write(case, dialog.chosen.code, event_id)

        dialog.accepted.connect(chosen)
        open_dialog(dialog)

    def write(self, case: Case, kind: str, event_id: str = "") -> None:
        """Write a letter of this kind, for this event when there is one."""
        event = next((one for one in case.events if one.id == event_id), None)
        party = event.argument if event and event.kind.value.startswith("consultation") else ""
        letter = self._desk.letters.draft(
            case.request.id, kind, event_id=event_id, party_name=party
        )
        self._compose(letter)

    def edit(self) -> None:
        """Go on with a draft; look at an issued letter."""
        if self.has(LetterStatus.DRAFT):
            assert self.letter is not None
            self._compose(self.letter)
        elif self.letter is not None:
            self.preview()

    def _compose(self, letter: Letter) -> None:
        letters, day = self._desk.letters, today()
        parties = self._desk.case_file.of(ConsultedParty, letter.request_id)

        def save(draft: Letter) -> Sequence[Problem]:
            refused = self._operations.attempt(lambda: letters.save_draft(draft))
            if not refused:
                self._operations.say(_("The draft was kept."))
            return refused

        open_dialog(
            ComposeDialog(
                letter=letter,
                letters=letters,
                parties=parties,
                save=save,
                issue=self._issue,
                show=self._show_draft,
                prompts=self._prompts,
                today=day,
                parent=self._context.parent,
            )
        )

    def _issue(self, draft: Letter) -> Sequence[Problem]:
        letters = self._desk.letters
        refused = self._operations.attempt(lambda: letters.issue(draft, today()))
        if not refused:
            issued = letters.get(draft.id)
            name = issued.number or kind_name(issued.kind)
            self._operations.say(_("Issued: {number}").format(number=name))
        return refused

    def issue(self) -> None:
        """Issue the chosen draft as it is, after asking."""
        letter = self.letter
        if letter is None or not self.has(LetterStatus.DRAFT):
            return
        found = self._desk.letters.check(letter, today())
        if errors := [one for one in found if one.severity is Severity.ERROR]:
            self._operations.show_problems(tuple(errors))
            return
        text = _("“{letter}” gets its number and can no longer be changed or undone.")
        words = text.format(letter=kind_name(letter.kind))
        words = "\n".join((words, *(sentence(one) for one in found)))
        if self._prompts.ask(_("Issue this letter?"), words, yes=_("Issue")):
            refused = self._issue(letter)
            if refused:
                self._operations.show_problems(tuple(refused))

    def discard(self) -> None:
        """Throw the chosen draft away."""
        letter = self.letter
        if letter is not None and self.has(LetterStatus.DRAFT):
            said = _("The draft was removed.")
            self._operations.perform(lambda: self._desk.letters.discard(letter.id), said=said)

    # looking and giving out

    def preview(self) -> None:
        """The letter as it is printed: a draft with its mark, an issued one as stored."""
        letter = self.letter
        if letter is None:
            return
        if letter.status is LetterStatus.DRAFT:
            self._show_draft(letter)
            return

        def write(path: Path) -> tuple[str, ...]:
            self._desk.letters.export(letter.id, path)
            return ()

        self._show(write, f"{safe_name(file_name(letter))}{PDF}", kind_name(letter.kind))

    def _show_draft(self, letter: Letter) -> None:
        def write(path: Path) -> tuple[str, ...]:
            return self._desk.letters.preview_pdf(letter, today(), path)

        name = kind_name(letter.kind)
        self._show(write, f"{safe_name(name)}{PDF}", name)

    def _show(self, write: WritePdf, name: str, title: str) -> None:
        preview_paper(
            write,
            name=name,
            title=title,
            operations=self._operations,
            prompts=self._prompts,
            parent=self._context.parent,
        )

    def save_as(self, ending: str) -> None:
        """Write the stored file of an issued letter to where the officer says."""
        letter = self.letter
        if letter is None or letter.status is LetterStatus.DRAFT:
            return
        filters = ["PDF (*.pdf)"] if ending == PDF else ["Word (*.docx)"]
        name = f"{safe_name(file_name(letter))}{ending}"
        path = self._prompts.save_file(_("Save the letter"), name, filters)
        if path is None:
            return
        target = path.with_suffix(ending)

        def work(_progress: Progress) -> Path:
            self._desk.letters.export(letter.id, target, ending)
            return target

        def written(done: Path) -> None:
            self._operations.say(_("Written to {path}.").format(path=done.name))

        self._operations.perform_long(_("Saving"), work, written)

    def save_pdf(self) -> None:
        self.save_as(PDF)

    def save_docx(self) -> None:
        self.save_as(DOCX)

    # after issuing

    def void(self) -> None:
        """Declare the chosen letter void, with a reason."""
        letter = self.letter
        if letter is None or not self.has(LetterStatus.ISSUED):
            return
        name = letter.number or kind_name(letter.kind)
        because = self._prompts.text(
            _("Void {number}").format(number=name),
            _("Reason. The letter keeps its number, which is not given again."),
            lines=True,
        )
        if because is not None:
            self._operations.perform(
                lambda: self._desk.letters.void(letter.id, today(), because),
                said=_("{number} is void.").format(number=name),
            )

    def replace(self) -> None:
        """Write a letter that takes the place of the chosen one."""
        letter = self.letter
        if letter is not None and self.has(LetterStatus.ISSUED):
            self._compose(self._desk.letters.replacement(letter.id, today()))

    def record_service(self) -> None:
        """How and when the chosen letter reached whom it is for."""
        letter = self.letter
        if letter is None or not self.has(LetterStatus.ISSUED):
            return

        def submit(service: Service) -> Sequence[Problem]:
            refused = self._operations.attempt(
                lambda: self._desk.letters.record_service(letter.id, service, today())
            )
            if not refused:
                self._operations.say(_("The service was recorded."))
            return refused

        open_dialog(
            LetterServiceDialog(
                letter=letter,
                letters=self._desk.letters,
                submit=submit,
                prompts=self._prompts,
                today=today(),
                parent=self._context.parent,
            )
        )
