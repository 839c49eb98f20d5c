"""The fields of a consulted party: who is asked about what, and what the answer is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gongkai_desk.domain.case_file import ConsultedParty, Opinion, PartyKind
from gongkai_desk.domain.changes import new_id
from gongkai_desk.i18n import _
from gongkai_desk.texts import label
from gongkai_desk.ui.widgets.fields import ChoiceField, LongTextField, TextField
from gongkai_desk.ui.widgets.form import Form
from gongkai_desk.ui.widgets.plain import PlainLabel

ANSWERS = (Opinion.AGREE, Opinion.PARTLY, Opinion.REFUSE)
"""What a party can say; silence is no answer but noted when the time is over."""


class PartyFields:
    """Adds its fields to `form`, named ``party.…``."""

    def __init__(self, form: Form, known: ConsultedParty | None = None) -> None:
        self._known = known
        self.kind = ChoiceField[PartyKind](PartyKind, label)
        form.add("party.kind", _("Who is asked"), self.kind, mandatory=True)
        self.meaning = PlainLabel("", form, look="hint", wrap=True)
        self.meaning.setContentsMargins(0, 0, 0, 8)
        form.add_wide(self.meaning)
        self.party = TextField(known.party if known else "")
        form.add("party.party", _("Name of the party"), self.party, mandatory=True)
        self.about = LongTextField(known.about if known else "", lines=2)
        self.about.setFixedHeight(self.about.minimumHeight())
        form.add("party.about", _("Information asked about"), self.about)
        self.contact = TextField(known.contact if known else "")
        form.add("party.contact", _("Contact person, phone"), self.contact)
        self.address = TextField(known.address if known else "")
        form.add("party.address", _("Postal address"), self.address)
        if known:
            self.kind.set_value(known.kind)
        self.kind.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.meaning.setText(silence_means(self.kind.value() or PartyKind.THIRD_PARTY))

    def value(self, request_id: str, name: str) -> ConsultedParty:
        """The party as the fields say, to be asked under the consultation `name`."""
        fresh = ConsultedParty(
            id=new_id(),
            request_id=request_id,
            name=name,
            kind=self.kind.value() or PartyKind.THIRD_PARTY,
            party="",
        )
        return replace(
            self._known or fresh,
            name=name,
            kind=self.kind.value() or PartyKind.THIRD_PARTY,
            party=self.party.value(),
            contact=self.contact.value(),
            address=self.address.value(),
            about=self.about.value(),
        )


class OpinionFields:
    """Adds what a party answered, named ``party.opinion`` and ``party.opinion_reason``."""

    def __init__(self, form: Form, parties: Sequence[ConsultedParty]) -> None:
        self._form = form
        self._parties = {party.name: party for party in parties}
        self.opinion = ChoiceField[Opinion](ANSWERS, label)
        form.add("party.opinion", _("Opinion"), self.opinion, mandatory=True)
        self.reason = LongTextField(lines=2)
        self.reason.setFixedHeight(self.reason.minimumHeight())
        form.add("party.opinion_reason", _("Reasons given"), self.reason)

    def follow(self, name: str) -> None:
        """Ask for an opinion only where it is known who was consulted."""
        for field in ("party.opinion", "party.opinion_reason"):
            self._form.show_field(field, name in self._parties)

    def value(self, name: str) -> ConsultedParty | None:
        """The party consulted as `name` with its opinion; None where nobody was written down."""
        party = self._parties.get(name)
        if party is None:
            return None
        return replace(
            party,
            opinion=self.opinion.value() or Opinion.PENDING,
            opinion_reason=self.reason.value(),
        )


def silence_means(kind: PartyKind) -> str:
    """What the law makes of silence after 15 working days, in a sentence."""
    return {
        PartyKind.THIRD_PARTY: _(
            "15 working days to answer; silence is neither consent nor refusal, we decide "
            "(Article 32)."
        ),
        PartyKind.JOINT_MAKER: _(
            "15 working days to answer; silence is deemed consent to disclosure (Article 34)."
        ),
        PartyKind.OTHER_AGENCY: _(
            "Time needed to ask another agency does not count (Article 33); the law draws no "
            "conclusion from silence."
        ),
    }[kind]
