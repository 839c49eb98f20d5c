"""Who is consulted in a case, and what follows from an answer or from silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from gongkai_desk.domain.case import Case
from gongkai_desk.domain.case_file import ConsultedParty, Opinion
from gongkai_desk.domain.changes import Changes
from gongkai_desk.domain.consulting import (
    Consulting,
    check_override,
    check_party,
    check_silence,
    consultings,
)
from gongkai_desk.domain.letter import Letter, LetterStatus
from gongkai_desk.domain.problems import Problem, refuse_all
from gongkai_desk.services.case_view import CaseView

_DECISION_LETTER = "第三方公开决定"
"""In the title of the letter that tells a third party of a decision against it."""


class Consultations(CaseView):
    """The parties consulted, read and settled; their letters and answers are steps (`record`)."""

    def consultings(self, case: Case, as_of: dt.date) -> tuple[Consulting, ...]:
        """The consultations of a case side by side, in the order of sending."""
        if case.clock is None:
            return ()
        parties = self._database.read(ConsultedParty, request_id=case.request.id)
        return consultings(case.events, parties, case.clock.calendar, as_of)

    def check_consulted(self, party: ConsultedParty) -> list[Problem]:
        """What is missing in a party as filled in."""
        return check_party(party)

    def note_silence(self, request_id: str, names: Sequence[str], *, on: dt.date) -> Changes:
        """Note that parties let their 15 working days pass. A joint maker is then deemed to agree
        (第三十四条); with a third party the agency decides by itself (第三十二条).
        """
        known = {one.name: one for one in self.consultings(self.get(request_id, on), on)}
        chosen = [known[name] for name in names]
        refuse_all(problem for one in chosen for problem in check_silence(one))
        with self._database.write("note-silence") as work:
            for one in chosen:
                assert one.party is not None
                work.put(replace(one.party, opinion=Opinion.SILENT))
        return work.changes

    def overrule(self, request_id: str, name: str, reason: str, *, on: dt.date) -> Changes:
        """Decide to disclose against a third party for the public interest (第三十二条)."""
        known = {one.name: one for one in self.consultings(self.get(request_id, on), on)}
        refuse_all(check_override(known[name], reason))
        party = known[name].party
        assert party is not None
        with self._database.write("overrule-third-party") as work:
            work.put(replace(party, override_reason=reason.strip()))
        return work.changes

    def told(self, request_id: str, name: str) -> bool:
        """Whether a letter on the decision against this third party was issued (第三十二条)."""
        return any(
            letter.status is LetterStatus.ISSUED and _DECISION_LETTER in letter.title
            for letter in self._database.read(Letter, request_id=request_id, party_name=name)
        )

    def _parties(self, request_id: str, name: str) -> list[ConsultedParty]:
        return self._database.read(ConsultedParty, request_id=request_id, name=name)
