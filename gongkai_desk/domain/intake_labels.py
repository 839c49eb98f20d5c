"""How forms, letters and mails name what a request must tell: printed labels -> fields.

The words are those of 政府信息公开申请表 (the citizen's and the organisation's half), of city
platforms and of plain letters. A label stands for itself with blanks between its characters, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

NAME, IDENTITY = "applicant.name", "applicant.identity_number"
IDENTITY_KIND = "applicant.identity_kind"
KIND, PHONE, EMAIL = "applicant.kind", "applicant.phone", "applicant.email"
ADDRESS, POSTCODE = "applicant.address", "applicant.postcode"
LEGAL, CONTACT = "applicant.legal_representative", "applicant.contact_person"
AGENT, AGENT_IDENTITY, AUTHORITY = (
    "applicant.agent_name",
    "applicant.agent_identity_number",
    "applicant.agent_authority",
)
SUBJECT, DESCRIPTION, DOCUMENT = "subject", "description", "document_number"
PURPOSE, CARRIER, DELIVERY = "purpose", "carrier", "delivery"
SUBMITTED, PLATFORM, CO_APPLICANT = "submitted", "platform_number", "co_applicants"
NOTHING = ""
"""What a form asks for and no request keeps; it ends the value before it."""

ORDER = (
    *(SUBMITTED, PLATFORM, SUBJECT, DESCRIPTION, DOCUMENT, PURPOSE, CARRIER, DELIVERY),
    *(NAME, KIND, IDENTITY_KIND, IDENTITY, LEGAL, CONTACT, PHONE, EMAIL, ADDRESS, POSTCODE),
    *(CO_APPLICANT, AGENT, AGENT_IDENTITY, AUTHORITY),
)
"""The fields in the order of the form."""

LONG = frozenset({SUBJECT, DESCRIPTION, PURPOSE})
"""Values that may go on over several lines."""


class Section(Enum):
    """The half of the form a label stands in."""

    ANY = auto()
    CITIZEN = auto()
    ORGANISATION = auto()
    AGENT = auto()
    WISH = auto()


_LABELS: dict[str, str] = {
    NAME: (
        "申请人姓名或名称 申请人姓名（名称） 申请人姓名/名称 申请人姓名 申请人名称 "
        "姓名或名称 姓名/名称 姓名（名称） 姓名 申请人 申请单位 单位名称 组织名称 法人名称 "
        "机构名称 企业名称 名称 申请人签名 申请人签章 申请人签名或者盖章 "
        "申请人（签名或盖章） 申请人（签名或者盖章） 申请人（签名） 申请人（盖章）"
    ),
    KIND: "申请人类型 申请人类别 申请人身份 申请主体",
    IDENTITY_KIND: "证件名称 证件类型 证件种类 身份证件名称 有效证件名称",
    IDENTITY: (
        "证件号码 证件号 身份证号码 身份证号 身份证件号码 公民身份号码 身份证 有效证件号码 "
        "统一社会信用代码 社会信用代码 信用代码 组织机构代码 营业执照号 营业执照注册号 "
        "营业执照信息 护照号码"
    ),
    PHONE: (
        "联系电话 联系方式 手机号码 手机号 移动电话 固定电话 联系人电话 电话号码 手机 电话 联系号码"
    ),
    EMAIL: "电子邮箱 电子邮件地址 电子信箱 邮箱地址 邮箱 E-mail Email 电邮 邮件地址",
    ADDRESS: (
        "通信地址 通讯地址 联系地址 邮寄地址 收件地址 送达地址 住址 住所 住所地 家庭住址 "
        "单位地址 地址"
    ),
    POSTCODE: "邮政编码 邮编",
    LEGAL: "法定代表人姓名 法定代表人 法人代表 负责人姓名 负责人",
    CONTACT: "联系人姓名 联系人",
    AGENT: "委托代理人姓名 代理人姓名 委托代理人 法定代理人 代理人",
    AGENT_IDENTITY: "代理人身份证号码 代理人身份证号 代理人证件号码 代理人身份证",
    AUTHORITY: "代理权限 授权范围 委托权限 授权委托书",
    SUBJECT: (
        "所需信息的名称 所需信息名称 所需政府信息名称 信息名称 文件名称 申请标题 "
        "申请公开的信息名称 信息标题"
    ),
    DESCRIPTION: (
        "所需信息的内容描述 所需信息内容描述 所需政府信息内容描述 所需政府信息的内容描述 "
        "所需信息的特征描述 内容描述 特征描述 信息描述 所需信息情况 所需政府信息 所需信息 "
        "申请公开的内容 申请公开内容 申请公开的信息 申请公开事项 申请公开信息 申请内容 "
        "申请事项 公开内容 描述"
    ),
    DOCUMENT: "所需信息文号 信息文号 文件文号 文号 文件编号 索引号 信息索引号",
    PURPOSE: "所需信息的用途 所需信息用途 信息用途 申请用途 用途 申请理由",
    CARRIER: (
        "所需信息的指定提供方式 信息的指定提供方式 指定提供方式 政府信息载体形式 "
        "信息载体形式 所需信息载体形式 载体形式 提供形式 信息形式 介质 提供方式 "
        "提供政府信息的形式 公开形式"
    ),
    DELIVERY: (
        "获取信息的方式 获取政府信息的方式 获取信息方式 信息获取方式 获取方式 获取途径 "
        "获取信息的途径 答复方式 领取方式 送达方式 信息获取途径 政府信息获取方式"
    ),
    SUBMITTED: (
        "申请日期 申请时间 提交日期 提交时间 日期 填表日期 填写日期 发送时间 发件时间 "
        "发送日期 Date Sent"
    ),
    PLATFORM: (
        "受理编号 申请编号 平台编号 流水号 申请单号 受理号 业务编号 查询编号 申请件编号 办件编号"
    ),
    NOTHING: (
        "工作单位 传真 传真号码 性别 年龄 民族 职业 收件人 抄送 主题 标题 发件人 To From Cc "
        "Subject 附件 备注 是否申请减免费用 申请减免费用 查询密码 密码 登记号 受理机关 "
        "被申请人 被申请机关 受理单位 公开机关 受理机构 国籍 微信 QQ"
    ),
}
"""Fields and their labels, divided by blanks; full-width brackets as printed."""


def compact(text: str) -> str:
    """A label as it is looked up: without blanks, stars and full-width brackets."""
    plain = re.sub(r"[\s*＊_]", "", text)
    return plain.replace("（", "(").replace("）", ")").strip(":：·、.").casefold()


def _every() -> Iterator[tuple[str, str]]:
    for field, labels in _LABELS.items():
        for printed in labels.split():
            yield compact(printed), field


FIELD_OF: dict[str, str] = dict(_every())

_SECTION_WORDS = (
    (Section.CITIZEN, r"(申请人)?(公民|自然人|个人)(信息|申请|基本信息|情况)?"),
    (
        Section.ORGANISATION,
        r"(申请人)?(法人|单位|组织)((或者?|/|、|和)?(其他|其它|非法人)组织)?(信息|申请|基本信息|情况)?",
    ),
    (Section.AGENT, r"(委托|法定)?代理人(信息|情况|基本信息)"),
    (Section.WISH, r"(所需|申请)(的)?(政府)?信息(的)?(情况|内容)|申请内容情况"),
)


def section_of(cell: str) -> Section | None:
    """The part of a form that begins with a cell of these words; None for any other cell."""
    plain = compact(cell)
    found = (section for section, words in _SECTION_WORDS if re.fullmatch(words, plain))
    return next(found, None)


def _spaced(label: str) -> str:
    return r" {0,4}".join(re.escape(sign) for sign in label)


LABEL = "|".join(_spaced(label) for label in sorted(FIELD_OF, key=len, reverse=True))
"""All labels as one pattern over folded text, the longest first."""
