"""What is wrong with a letter, its text or its number."""

from __future__ import annotations

from enum import Enum

from gongkai_desk.domain.letter import FieldShape
from gongkai_desk.i18n import N_

LABELS: dict[Enum, str] = {
    FieldShape.LINE: N_("One line of text"),
    FieldShape.TEXT: N_("Text of several lines"),
    FieldShape.DATE: N_("Date"),
    FieldShape.NUMBER: N_("A number"),
}

SENTENCES: dict[str, str] = {
    "letter-field-missing": N_(
        "“{name}” is empty. Fill it in: a letter is never printed with a blank."
    ),
    "letter-office-field-missing": N_(
        "The letter needs “{name}”. Enter it once under Settings, Our office."
    ),
    "letter-field-unknown": N_(
        "There is no field “{name}”. Choose a field from the list, or correct the name in braces."
    ),
    "letter-field-left-out": N_(
        "The field “{name}” is required by law ({basis}). Put {{{name}}} back into the text."
    ),
    "letter-field-left-out-practice": N_(
        "The field “{name}” must be told in this letter. Put {{{name}}} back into the text."
    ),
    "letter-wording-empty": N_(
        "The text of “{letter}” is empty. Write one, or go back to the text supplied."
    ),
    "letter-brace-open": N_(
        "Line {line} has a brace that belongs to no field. Write a field as {{名称}}."
    ),
    "letter-remedy-line": N_(
        "“{letter}” must tell the remedies. Put {{救济途径}} once, on a line of its own."
    ),
    "letter-remedy-unwanted": N_(
        "“{letter}” tells no remedies. Take {{救济途径}} out of the text."
    ),
    "letter-remedy-empty": N_(
        "The remedy paragraph is empty. Write one, or go back to the text supplied."
    ),
    "letter-remedy-field-left-out": N_(
        "The remedy paragraph must name the authority. Put {{{name}}} back into the text."
    ),
    "letter-ground-missing": N_(
        "Choose the ground of the withheld part first: the remedies depend on it."
    ),
    "letter-date-unreadable": N_(
        "“{name}” is not a date: {value}. Write it as 2026年9月18日 or 2026-09-18."
    ),
    "letter-number-unreadable": N_("“{name}” must be a number: {value}. Write digits only."),
    "letter-sum-differs": N_(
        "{amount} yuan in words is {right}, not {words}. Correct one of the two."
    ),
    "letter-sum-range": N_("The sum {amount} yuan cannot be written in words. Correct the amount."),
    "letter-number-token-unknown": N_(
        "{token} means nothing in a document number. Use {{代字}}, {{年}} and {{序号}}."
    ),
    "letter-number-token-missing": N_("The document number needs {token}."),
    "letter-number-token-twice": N_("{token} may stand only once in the document number."),
    "letter-number-tokens-touch": N_(
        "Year and sequence run into each other. Put a sign between them: 〔{{年}}〕{{序号}}号."
    ),
    "letter-number-pattern-brace": N_(
        "The document number has a brace too many or too few. Use {{代字}}, {{年}} and {{序号}}."
    ),
    "letter-number-out-of-range": N_(
        "Year {year} and sequence {sequence} make no document number."
    ),
    "letter-number-year-brackets": N_(
        "The standard writes the year in six-angled brackets: 〔{{年}}〕 (GB/T 9704)."
    ),
    "letter-number-with-ordinal": N_("The standard writes the sequence without 第 (GB/T 9704)."),
    "letter-number-without-hao": N_("A document number ends in 号 (GB/T 9704)."),
}
