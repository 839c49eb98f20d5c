"""Values found in pasted text: what a piece of text means, and whether it can be one at all."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from gongkai_desk.domain.identity_number import (
    credit_code_problem,
    id_card_problem,
    plain_number,
)
from gongkai_desk.domain.request import ApplicantKind, CarrierForm, Delivery, IdentityKind

MOBILE = re.compile(r"(?<![\d.])(?:\+?86[- ]?)?(1[3-9]\d(?:[- ]?\d{4}){2})(?!\d)")
LANDLINE = re.compile(r"(?<![\d.])(\(?0\d{2,3}\)?[- ]?\d{7,8}(?:-\d{1,5})?)(?!\d)")
MAIL = re.compile(
    r"(?<![\w.+-])([A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4})"
)
ID_CARD = re.compile(r"(?<![0-9A-Za-z])([1-9]\d{5} ?[12]\d{3} ?\d{4} ?\d{3}[\dXx])(?![0-9A-Za-z])")
CREDIT_CODE = re.compile(r"(?<![0-9A-Za-z])([0-9A-HJ-NPQRTUWXY]{18})(?![0-9A-Za-z])")
POSTCODE = re.compile(r"(?<!\d)(\d ?\d ?\d ?\d ?\d ?\d)(?!\d)")
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z ()-]{3,30}")

DATE = re.compile(
    r"(?<!\d)(\d{4}) ?(?:年|[-./]) ?(\d{1,2}) ?(?:月|[-./]) ?(\d{1,2})(?: ?日|号)?(?!\d)"
)
_IN_WORDS = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_WORDS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_MAIL_DATE = re.compile(
    r"(?<!\d)(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d{4})",
    re.IGNORECASE,
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

_PERSON = re.compile(r"[^\W\d_][^\W\d_·•. ]*(?:[·•. ][^\W\d_][^\W\d_·•. ]*){0,5}")
_ORGANISATIONS = (
    (ApplicantKind.LEGAL_SERVICE, r"律师事务所|法律服务所|公证处|司法鉴定(?:中心|所)"),
    (ApplicantKind.RESEARCH, r"大学|学院|研究院|研究所|科学院"),
    (ApplicantKind.PUBLIC_INTEREST, r"基金会|协会|学会|商会|联合会|促进会|志愿者?(?:协会|队)"),
    (
        ApplicantKind.OTHER,
        r"村民委员会|居民委员会|业主委员会|村委会|居委会|业委会|村民小组|医院|学校|小学|中学|幼儿园",
    ),
    (
        ApplicantKind.BUSINESS,
        r"公司|集团|合作社|合伙企业|个体工商户|事务所|商行|经营部|超市|工厂|厂|店",
    ),
)
ORGANISATION_ENDING = re.compile("|".join(f"(?:{words})" for _kind, words in _ORGANISATIONS))
_KIND_WORDS = (
    (ApplicantKind.LEGAL_SERVICE, "法律服务"),
    (ApplicantKind.RESEARCH, "科研"),
    (ApplicantKind.PUBLIC_INTEREST, "公益"),
    (ApplicantKind.BUSINESS, "商业|企业"),
    (ApplicantKind.NATURAL_PERSON, "公民|自然人|个人"),
)
_DELIVERIES = (
    (Delivery.EMAIL, "电子邮件|电子邮箱|邮件|邮箱|e-?mail"),
    (Delivery.MAIL, "邮寄|快递|邮递|信函|挂号|ems|邮政"),
    (Delivery.FAX, "传真"),
    (Delivery.ON_SITE, "当场|查阅|阅读|抄录|摘抄"),
    (Delivery.PICK_UP, "领取|自取|当面|上门"),
    (Delivery.ONLINE, "网上|网络|在线|平台|网站|系统"),
)
_CARRIERS = (
    (CarrierForm.PAPER, "纸"),
    (CarrierForm.ELECTRONIC, "电子|邮件|光盘|磁盘|u盘|优盘|pdf"),
    (CarrierForm.OTHER, "其他|其它"),
)
_IDENTITIES = (
    (IdentityKind.CREDIT_CODE, "信用代码|机构代码|营业执照"),
    (IdentityKind.PASSPORT, "护照"),
    (IdentityKind.ID_CARD, "身份证|身份号码"),
    (IdentityKind.OTHER, "军官证|士兵证|通行证|居留|居住证|户口|驾驶证|登记证|许可证"),
)


def date_of(text: str) -> dt.date | None:
    """The first whole date of `text`; None when there is none in the calendar."""
    plain = unicodedata.normalize("NFKC", text)
    found = DATE.search(plain)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _IN_WORDS.search(plain)
    if found:
        year = int("".join(str(_WORDS[sign]) for sign in found[1]))
        return _day(year, _in_words(found[2]), _in_words(found[3]))
    found = _MAIL_DATE.search(plain)
    if found:
        return _day(int(found[3]), _MONTHS.index(found[2].lower()[:3]) + 1, int(found[1]))
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if 1990 <= year <= 2100 else None
    except ValueError:
        return None


def _in_words(text: str) -> int:
    """A number from 1 to 99 as it is read: 十一, 二十, 三十一."""
    if "十" not in text:
        return _WORDS[text[-1]]
    tens, ones = text.split("十", 1)
    return (_WORDS[tens[-1]] if tens else 1) * 10 + (_WORDS[ones[-1]] if ones else 0)


def date_piece(text: str) -> tuple[int, int] | None:
    """Where the date of `text` stands."""
    found = DATE.search(text) or _IN_WORDS.search(text) or _MAIL_DATE.search(text)
    return found.span() if found and date_of(found[0]) else None


def number_piece(text: str) -> tuple[int, int] | None:
    """Where a number of a document stands in the value of its label."""
    for pattern in (ID_CARD, CREDIT_CODE):
        found = pattern.search(text)
        if found:
            return found.span(1)
    found = _NUMBER.search(text)
    if found is None or not re.search(r"\d", found[0]):
        return None
    return found.start(), found.start() + len(found[0].rstrip(" (-"))


def phone_piece(text: str) -> tuple[int, int] | None:
    found = MOBILE.search(text) or LANDLINE.search(text)
    if found:
        return found.span(1)
    short = re.search(r"(?<!\d)\d{7,8}(?!\d)", text)
    return short.span() if short else None


def is_name(text: str) -> bool:
    """Whether `text` can be the name of a person or an organisation."""
    plain = text.strip()
    if not 2 <= len(plain) <= 60 or any(sign in plain for sign in "。；;？?！!@:："):
        return False
    return bool(_PERSON.fullmatch(plain)) or bool(ORGANISATION_ENDING.search(plain))


def kind_of(text: str) -> ApplicantKind | None:
    """The kind that a word on a form, a name or an identity number points at."""
    for kind, words in (*_KIND_WORDS, *_ORGANISATIONS):
        if re.search(words, text):
            return kind
    return None if id_card_problem(plain_number(text)) else ApplicantKind.NATURAL_PERSON


def identity_kind_of(text: str) -> IdentityKind | None:
    """The document that its name, or the shape of its number, points at."""
    number = plain_number(text)
    for kind, words in _IDENTITIES:
        if re.search(words, text):
            return kind
    if not id_card_problem(number):
        return IdentityKind.ID_CARD
    return None if credit_code_problem(number) else IdentityKind.CREDIT_CODE


def delivery_of(text: str) -> Delivery | None:
    """The way wanted, by its word."""
    return next((way for way, words in _DELIVERIES if re.search(words, text, re.IGNORECASE)), None)


def carrier_of(text: str) -> CarrierForm | None:
    """The form wanted, by its word."""
    return next((form for form, words in _CARRIERS if re.search(words, text, re.IGNORECASE)), None)
