"""How a letter writes dates, sums and the register's choices: in Chinese, always."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from gongkai_desk.domain.case_file import Opinion
from gongkai_desk.domain.problems import refuse
from gongkai_desk.domain.request import (
    ApplicantKind,
    CarrierForm,
    Channel,
    Delivery,
    IdentityKind,
    ServiceWay,
)

APPLICANT_KINDS: Mapping[ApplicantKind, str] = {
    ApplicantKind.NATURAL_PERSON: "自然人",
    ApplicantKind.BUSINESS: "商业企业",
    ApplicantKind.RESEARCH: "科研机构",
    ApplicantKind.PUBLIC_INTEREST: "社会公益组织",
    ApplicantKind.LEGAL_SERVICE: "法律服务机构",
    ApplicantKind.OTHER: "其他",
}
IDENTITY_KINDS: Mapping[IdentityKind, str] = {
    IdentityKind.ID_CARD: "居民身份证",
    IdentityKind.PASSPORT: "护照",
    IdentityKind.CREDIT_CODE: "统一社会信用代码证书",
    IdentityKind.OTHER: "其他证件",
}
CHANNELS: Mapping[Channel, str] = {
    Channel.UNSPECIFIED: "",
    Channel.IN_PERSON: "当面提交",
    Channel.REGISTERED_MAIL: "邮寄（EMS、挂号信）",
    Channel.PLAIN_MAIL: "平常信函",
    Channel.ONLINE: "互联网渠道",
    Channel.EMAIL: "电子邮件",
    Channel.FAX: "传真",
}
DELIVERIES: Mapping[Delivery, str] = {
    Delivery.UNSPECIFIED: "",
    Delivery.PICK_UP: "自行领取",
    Delivery.MAIL: "邮寄",
    Delivery.EMAIL: "电子邮件",
    Delivery.FAX: "传真",
    Delivery.ON_SITE: "当场阅读、抄录",
    Delivery.ONLINE: "网上获取",
}
CARRIERS: Mapping[CarrierForm, str] = {
    CarrierForm.UNSPECIFIED: "",
    CarrierForm.PAPER: "纸质",
    CarrierForm.ELECTRONIC: "电子",
    CarrierForm.OTHER: "其他形式",
}
SERVICE_WAYS: Mapping[ServiceWay, str] = {
    ServiceWay.IN_PERSON: "直接送达",
    ServiceWay.DELEGATED: "委托送达",
    ServiceWay.MAIL: "邮寄送达",
    ServiceWay.EMAIL: "电子邮件",
    ServiceWay.ONLINE: "网上送达",
}
OPINIONS: Mapping[Opinion, str] = {
    Opinion.PENDING: "",
    Opinion.AGREE: "同意公开",
    Opinion.PARTLY: "部分同意公开",
    Opinion.REFUSE: "不同意公开",
    Opinion.SILENT: "逾期未提出意见",
}

_DATE = re.compile(r"(\d{4})(?:年|-)(\d{1,2})(?:月|-)(\d{1,2})日?")
_DIGITS, _PLACES, _GROUPS = "零壹贰叁肆伍陆柒捌玖", ("仟", "佰", "拾", ""), ("亿", "万", "")
LARGEST_SUM = 10**12 - 1
_NUMERALS = "零一二三四五六七八九"
END_MARKS = "。；，、.;,"


def chinese_date(day: dt.date | None) -> str:
    """2026年9月18日: Arabic numerals, no leading zeros (GB/T 9704); "" for no day."""
    return "" if day is None else f"{day.year}年{day.month}月{day.day}日"


def read_chinese_date(text: str) -> dt.date | None:
    """The day written as 2026年9月18日 or 2026-09-18, None when the text is no day."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return dt.date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def capital_yuan(amount: int) -> str:
    """叁佰捌拾元整: a sum of whole yuan in the numerals of 票据 (中文大写)."""
    if not 0 <= amount <= LARGEST_SUM:
        raise refuse("letter-sum-range", "amount", amount=amount)
    if amount == 0:
        return "零元整"
    written, gap = "", False
    for position, name in enumerate(_GROUPS):
        group = amount // 10_000 ** (len(_GROUPS) - 1 - position) % 10_000
        if group == 0:
            gap = bool(written)
            continue
        if written and (gap or group < 1000):
            written += _DIGITS[0]
        written, gap = written + _capital_group(group) + name, False
    return f"{written}元整"


def _capital_group(group: int) -> str:
    """Up to four digits: 贰仟零叁."""
    written, gap = "", False
    for digit, place in zip(f"{group:04d}", _PLACES, strict=True):
        if digit == "0":
            gap = bool(written)
            continue
        written += (_DIGITS[0] if gap else "") + _DIGITS[int(digit)] + place
        gap = False
    return written


def chinese_number(number: int) -> str:
    """一, 十二, 三十: the number of a first-level heading, 1 to 99 (GB/T 9704)."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return ten + (_NUMERALS[ones] if ones else "")


def one_line(text: str) -> str:
    """A text of several lines as one: a line without a mark at its end gets a ；."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    joined = "".join(
        line if line[-1] in f"{END_MARKS}：:！？!?" else f"{line}；" for line in lines[:-1]
    )
    return (joined + lines[-1]).rstrip("。.") if lines else ""


def listed(words: Iterable[str]) -> str:
    """Names one after another, the empty ones left out: 甲、乙."""
    return "、".join(word for word in words if word)
