"""Made-up requests as they are pasted: mails, forms, tables, letters, scans; and what they say.

Persons, numbers and addresses are invented; identity numbers are arithmetically sound where the
text shall be found sound.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Pasted:
    """`first` is the best proposal by field; of the fields `without` nothing is found."""

    name: str
    text: str
    first: dict[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


ID_MAN, ID_WOMAN = "11010519491231002X", "370102199003078528"
CREDIT = "91350100M000100Y43"

TEXTS = (
    Pasted(
        name="labelled form",
        text="""政府信息公开申请表
申请人姓名：林知远
身份证号码：11010519491231002X
联系电话：138 0000 0001
通信地址：海滨市示例区望海路18号3单元502室
邮政编码：264200
电子邮箱：lin.zhiyuan@example.cn
所需信息的内容描述：2025年度海草房保护专项资金使用明细及验收报告
获取信息的方式：邮寄
载体形式：纸质
申请日期：2026年11月18日
""",
        first={
            "applicant.name": "林知远",
            "applicant.identity_number": ID_MAN,
            "applicant.identity_kind": "身份证号码",
            "applicant.phone": "138 0000 0001",
            "applicant.address": "海滨市示例区望海路18号3单元502室",
            "applicant.postcode": "264200",
            "applicant.email": "lin.zhiyuan@example.cn",
            "description": "2025年度海草房保护专项资金使用明细及验收报告",
            "subject": "2025年度海草房保护专项资金使用明细及验收报告",
            "delivery": "邮寄",
            "carrier": "纸质",
            "submitted": "2026年11月18日",
        },
    ),
    Pasted(
        name="table of the official form, the citizen's half filled in",
        text="申请人信息\t公民\t姓名\t周维\t工作单位\t\n"
        "\t\t证件名称\t身份证\t证件号码\t370102199003078528\n"
        "\t\t通信地址\t示例镇示例村3号\n"
        "\t\t联系电话\t0631-5550123\t邮政编码\t264209\n"
        "\t\t电子邮箱\t\n"
        "\t法人或者其他组织\t名称\t\t组织机构代码\t\n"
        "\t\t法人代表\t\t联系人姓名\t\n"
        "\t\t联系人电话\t\t传真\t\n"
        "所需信息情况\t所需信息的内容描述\t示例镇2024年度村级公益事业财政奖补项目清单\n"
        "\t所需信息的用途\t了解本村情况\n"
        "\t所需信息的指定提供方式\t☑纸面 □电子邮件 □光盘\t获取信息的方式\t□邮寄 □快递 ☑自行领取\n",
        first={
            "applicant.name": "周维",
            "applicant.identity_kind": "身份证",
            "applicant.identity_number": ID_WOMAN,
            "applicant.address": "示例镇示例村3号",
            "applicant.phone": "0631-5550123",
            "applicant.postcode": "264209",
            "description": "示例镇2024年度村级公益事业财政奖补项目清单",
            "purpose": "了解本村情况",
            "carrier": "纸面",
            "delivery": "自行领取",
        },
        without=("applicant.contact_person", "applicant.legal_representative", "applicant.email"),
    ),
    Pasted(
        name="table of the official form, the organisation's half filled in",
        text="公民\t姓名\t\t工作单位\t\n"
        "\t证件名称\t\t证件号码\t\n"
        "法人或者其他组织\t名称\t云海测绘有限公司\t统一社会信用代码\t91350100M000100Y43\n"
        "\t法人代表\t高明\t联系人姓名\t孙宁\n"
        "\t联系人电话\t13000000004\t传真\t\n"
        "\t通信地址\t云海区科技路6号\n"
        "所需信息的名称\t2026年测绘项目中标公示材料\n",
        first={
            "applicant.name": "云海测绘有限公司",
            "applicant.kind": "云海测绘有限公司",
            "applicant.identity_number": CREDIT,
            "applicant.identity_kind": "统一社会信用代码",
            "applicant.legal_representative": "高明",
            "applicant.contact_person": "孙宁",
            "applicant.phone": "13000000004",
            "applicant.address": "云海区科技路6号",
            "subject": "2026年测绘项目中标公示材料",
        },
    ),
    Pasted(
        name="e-mail with headers and a signature",
        text="""发件人: 赵明远 <zhao.my@example.com>
发送时间: 2026年11月17日(星期二) 上午9:12
收件人: 区文旅局公开办 <gk@example.gov.cn>
主题: 政府信息公开申请——关于2025年旅游发展资金分配结果

您好：
我申请贵局公开2025年旅游发展资金分配结果及评审专家名单。
请以电子邮件方式提供。

此致
敬礼
赵明远
电话13000000003
2026年11月17日
""",
        first={
            "applicant.name": "赵明远",
            "applicant.email": "zhao.my@example.com",
            "applicant.phone": "13000000003",
            "submitted": "2026年11月17日",
            "description": "2025年旅游发展资金分配结果及评审专家名单",
            "delivery": "电子邮件",
        },
    ),
    Pasted(
        name="English mail headers",
        text="""From: "Chen Xiaoyu" <cxy@example.org>
To: gk@example.gov.cn
Subject: 信息公开申请
Date: Wed, 18 Nov 2026 09:12:33 +0800

请公开示例路改造工程的施工许可证。
手机：13900001234
""",
        first={
            "applicant.name": "Chen Xiaoyu",
            "applicant.email": "cxy@example.org",
            "applicant.phone": "13900001234",
            "submitted": "18 Nov 2026",
            "description": "示例路改造工程的施工许可证",
        },
    ),
    Pasted(
        name="plain letter, no label at all",
        text="""云海区自然资源局：
    我叫钱㛃，身份证号370102199003078528，家住云海区柳林村。因房屋征收一事，现请求贵局公开以下信息：
1. 柳林村集体土地征收批复文件；
2. 征地补偿安置方案及公告；
3. 补偿款拨付凭证。
我的手机是13700002222，请以邮寄的方式答复。

                                钱㛃
                                2026年11月9日
""",
        first={
            "applicant.name": "钱㛃",
            "applicant.identity_number": ID_WOMAN,
            "applicant.phone": "13700002222",
            "subject": "柳林村集体土地征收批复文件",
            "delivery": "邮寄",
            "submitted": "2026年11月9日",
        },
    ),
    Pasted(
        name="scanned form: blanks between characters, full-width digits",
        text="""申 请 人 姓 名    王  小  海
身 份 证 号 码    １１０１０５１９４９１２３１００２Ｘ
联 系 电 话    １３８００００１１１１
通 讯 地 址    海滨市示例区滨海大道９９号
所 需 信 息 的 内 容 描 述    示例区2025年城市管理执法处罚决定书汇总
""",
        first={
            "applicant.name": "王小海",
            "applicant.identity_number": ID_MAN,
            "applicant.phone": "13800001111",
            "applicant.address": "海滨市示例区滨海大道９９号",
            "description": "示例区2025年城市管理执法处罚决定书汇总",
        },
    ),
    Pasted(
        name="several applicants and an agent",
        text="""申请人：张一鸣、李二宝、王三立
委托代理人：周维律师事务所
代理权限：一般授权，代为提交申请、签收答复
联系方式：13600003333，zhang@example.cn
申请事项：公开示例花园物业服务合同备案材料。
""",
        first={
            "applicant.name": "张一鸣",
            "applicant.agent_name": "周维律师事务所",
            "applicant.agent_authority": "一般授权，代为提交申请、签收答复",
            "applicant.phone": "13600003333",
            "applicant.email": "zhang@example.cn",
            "subject": "示例花园物业服务合同备案材料",
        },
        others=("李二宝", "王三立"),
    ),
    Pasted(
        name="law firm in its own name, signature with seal",
        text="""政府信息公开申请书
申请人：海天律师事务所
统一社会信用代码：31370000MD0000001X
负责人：何平
地址：海滨市海港区中山路100号海天大厦12层  邮编：264001
被申请人：海滨市示例区住房和城乡建设局
申请内容：
一、示例大桥项目的环境影响评价批复；
二、该项目的社会稳定风险评估报告。
用途：办理案件
申请人（盖章）：海天律师事务所
二〇二六年十一月十日
""",
        first={
            "applicant.name": "海天律师事务所",
            "applicant.kind": "海天律师事务所",
            "applicant.legal_representative": "何平",
            "applicant.address": "海滨市海港区中山路100号海天大厦12层",
            "applicant.postcode": "264001",
            "subject": "示例大桥项目的环境影响评价批复",
            "purpose": "办理案件",
        },
    ),
    Pasted(
        name="city platform: row of labels over row of values",
        text="申请编号\t申请人\t证件号码\t手机号码\t申请时间\n"
        "YSQ2026111800017\t孙宁\t370102199003078528\t13500004444\t2026-11-18 16:20\n"
        "所需政府信息\n2026年中小学课后服务收费备案表\n",
        first={
            "platform_number": "YSQ2026111800017",
            "applicant.name": "孙宁",
            "applicant.identity_number": ID_WOMAN,
            "applicant.phone": "13500004444",
            "submitted": "2026-11-18",
            "description": "2026年中小学课后服务收费备案表",
        },
    ),
    Pasted(
        name="platform print-out: several labels in a line",
        text="""受理编号：3710002611180042   提交时间：2026/11/18 10:05:31
申请人类型：公民  姓名：吴晓彤  证件类型：居民身份证  证件号码：370102199003078528
手机：13400005555  邮箱：wxt@example.com  住址：示例区文化路7号
信息名称：文化路小学学区划分方案  文号：示教发〔2026〕15号
获取方式：网上获取
""",
        first={
            "platform_number": "3710002611180042",
            "submitted": "2026/11/18",
            "applicant.kind": "公民",
            "applicant.name": "吴晓彤",
            "applicant.identity_kind": "居民身份证",
            "applicant.identity_number": ID_WOMAN,
            "applicant.phone": "13400005555",
            "applicant.email": "wxt@example.com",
            "applicant.address": "示例区文化路7号",
            "subject": "文化路小学学区划分方案",
            "document_number": "示教发〔2026〕15号",
            "delivery": "网上获取",
        },
    ),
    Pasted(
        name="lines to write on, nothing filled in but the name",
        text="姓名：____郑板桥____\n身份证号：______________\n电话：无\n邮箱：/\n地址：________\n",
        first={"applicant.name": "郑板桥"},
        without=("applicant.phone", "applicant.email", "applicant.address"),
    ),
    Pasted(
        name="correction of one's own data, label on a line of its own",
        text="""更正政府信息申请
申请人：
冯程
联系电话：
0631-5201234
申请内容：
更正不动产登记查询系统中本人姓名的错误用字。
""",
        first={
            "applicant.name": "冯程",
            "applicant.phone": "0631-5201234",
            "description": "更正不动产登记查询系统中本人姓名的错误用字。",
        },
    ),
    Pasted(
        name="options with the mark behind them, a minority name",
        text="""申请人类别：公民（√） 法人（ ）
姓名：阿卜杜拉·买买提
证件号码：E12345678   证件名称：护照
提供方式：电子邮件（ ） 纸质（√）
获取信息的方式：邮寄（√） 自行领取（ ）
""",
        first={
            "applicant.kind": "公民",
            "applicant.name": "阿卜杜拉·买买提",
            "applicant.identity_kind": "护照",
            "applicant.identity_number": "E12345678",
            "carrier": "纸质",
            "delivery": "邮寄",
        },
    ),
    Pasted(
        name="rare characters beyond the basic plane",
        text="姓名：李𬱖\n联系电话：13300006666\n申请公开的内容：𫖮山水库除险加固工程验收资料\n",
        first={
            "applicant.name": "李𬱖",
            "applicant.phone": "13300006666",
            "subject": "𫖮山水库除险加固工程验收资料",
        },
    ),
    Pasted(
        name="company letter signed with its name above the date",
        text="""示例区财政局：
我公司因投标需要，特申请公开2025年度区级政府采购投诉处理决定汇总。
联系人：马骏，电话：0631-5881234-802

东海示例物流有限公司
2026年10月30日
""",
        first={
            "applicant.name": "东海示例物流有限公司",
            "applicant.kind": "东海示例物流有限公司",
            "applicant.contact_person": "马骏",
            "applicant.phone": "0631-5881234-802",
            "subject": "2025年度区级政府采购投诉处理决定汇总",
            "submitted": "2026年10月30日",
        },
    ),
    Pasted(
        name="agent's half of a form",
        text="申请人信息\n姓名：褚遂\n身份证号：370102199003078528\n代理人信息\n姓名：卫青\n"
        "证件号码：11010519491231002X\n联系电话：13100007777\n",
        first={
            "applicant.name": "褚遂",
            "applicant.identity_number": ID_WOMAN,
            "applicant.agent_name": "卫青",
            "applicant.agent_identity_number": ID_MAN,
        },
    ),
    Pasted(
        name="numbered labels, markdown bars",
        text="| 1.姓名 | 韩非 |\n| 2.联系电话 | 13200008888 |\n"
        "| 3.申请内容 | 2024年渔业补贴发放名单 |\n",
        first={
            "applicant.name": "韩非",
            "applicant.phone": "13200008888",
            "description": "2024年渔业补贴发放名单",
        },
    ),
)
