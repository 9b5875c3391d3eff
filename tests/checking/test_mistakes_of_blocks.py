"""One mistake in an account, a grade, a loan, an example, …: one diagnostic, at its place."""

import pytest

from checking.village import ACCOUNT, EDITION, meant, the_only_mistake, village
from pointrules.diagnostics.catalogue import message
from pointrules.diagnostics.diagnostic import Severity
from pointrules.source.language import Language

ACCOUNTS = (
    ("account-end-missing", "账户⟦「积分」⟧按户：1月1日 起算"),
    ("account-start-missing", "账户⟦「积分」⟧按户：期末清零"),
    ("account-start-of-kept", "账户「积分」按户：⟦1月1日 起算⟧，长期累积"),
    ("account-start-of-kept", "账户「积分」按户：长期累积，⟦期末 低于 0 分 按 0 分计⟧"),
    ("account-part-twice", "账户「积分」按户：长期累积，基础 1 分，⟦基础 2 分⟧"),
    ("precision-not-positive", "账户「积分」按户：长期累积，精确到 ⟦0 分⟧"),
    ("finer-than-precision", "账户「积分」按户：长期累积，基础 ⟦0.5 分⟧"),
    ("limit-direction-missing", "账户「积分」按户：长期累积，⟦每年最多 5 分⟧"),
    (
        "closing-floor-lowers",
        "账户「积分」按户：1月1日 起算，期末清零，期末 低于 60 分 按 ⟦0 分⟧计",
    ),
    ("unit-clash", "账户「积分」按户：长期累积，合计最多 60 分，基础 ⟦6 元⟧"),
    ("beyond-without-limit", "账户「积分」按户：长期累积，⟦超出不计⟧"),
    ("limit-twice", "账户「积分」按户：长期累积，合计最多 60 分，⟦合计最多 70 分⟧"),
)


@pytest.mark.parametrize(("code", "account"), ACCOUNTS)
def test_a_mistake_in_an_account(code: str, account: str) -> None:
    assert the_only_mistake(village(accounts=account)).code == code


RULES = (
    # categories
    ("limit-direction-missing", "类别「公益」：⟦每年最多 5 分⟧"),
    ("wrong-kind-of-name", "类别「公益」：记入 ⟦评议会⟧"),
    ("part-twice", "类别「公益」：记入 积分；⟦记入 积分⟧"),
    (
        "attribute-not-of-behaviour",
        "类别「公益」：同一 ⟦事项⟧ 取最高\n条款 1 归入 公益 捐款 的，每次 扣 1 分",
    ),
    (
        "best-of-with-running-sum",
        (
            "类别「公益」：同一 金额 取最高\n"
            "条款 ⟦1⟧ 归入 公益 捐款 的，按 本年累计 金额 达到 扣：10 元起 2 分，取最高档"
        ),
    ),
    # grades
    ("grade-otherwise-missing", "等级⟦「星级」⟧按 积分 本期：10 分以上 五星"),
    ("grade-otherwise-only", "等级⟦「星级」⟧按 积分 本期：其余 一星"),
    (
        "bands-not-rising",
        "等级「星级」按 积分 本期：10 分以上 五星；30 分以上 四星；⟦20 分以上 三星⟧；其余 一星",
    ),
    ("band-twice", "等级「星级」按 积分 本期：10 分以上 五星；⟦超过 10 分 四星⟧；其余 一星"),
    ("band-without-start", "等级「星级」按 积分 本期：⟦10 分以下⟧ 五星；其余 一星"),
    ("unit-clash", "等级「星级」按 积分 本期：⟦10 元⟧以上 五星；其余 一星"),
    ("part-twice", "等级「星级」按 积分 本期：10 分以上 五星；其余 一星；⟦其余 二星⟧"),
    ("declared-twice", "等级「星级」按 积分 本期：10 分以上 五星；其余 ⟦五星⟧"),
    ("wrong-kind-of-name", "等级「星级」按 ⟦评议会⟧ 本期：10 分以上 五星；其余 一星"),
    # examples
    ("too-far-in-time", "例「试」当「甲家」⟦9999-12-31⟧ 乱倒垃圾 那么 不计分"),
    ("example-without-record", "例⟦「试」⟧ 那么 加 2 分"),
    ("exact-value-needed", "例「试」当「甲家」2023-02-02 捐款 金额 ⟦5 元以上⟧ 那么 不计分"),
    ("attribute-not-of-behaviour", "例「试」当「甲家」2023-02-02 捐款 ⟦时长⟧ 5 小时 那么 不计分"),
    ("unit-clash", "例「试」当「甲家」2023-02-02 捐款 金额 ⟦5 小时⟧ 那么 不计分"),
    (
        "not-a-whole-number",
        "例「试」假如「甲家」人数 ⟦1.5 人⟧ 当「甲家」2023-02-02 乱倒垃圾 那么 不计分",
    ),
    (
        "wrong-kind-of-name",
        "例「试」假如「甲家」⟦党员⟧ 是 当「甲家」2023-02-02 乱倒垃圾 那么 不计分",
    ),
    ("example-unknown-clause", "例「试」当「甲家」2023-02-02 乱倒垃圾 那么 依据 ⟦7⟧"),
    ("limit-direction-missing", "例「试」当「甲家」2023-02-02 乱倒垃圾 那么 因为 ⟦每年最多 5 分⟧"),
    (
        "example-unknown-limit",
        (
            "条款 1 捐款 的，每次 加 2 分，每年最多加 9 分\n"
            "例「试」当「甲家」2023-02-02 捐款 金额 5 元 那么 加 2 分，⟦因为 每年最多加 8 分⟧"
        ),
    ),
    ("example-outside-edition", "例「试」当⟦「甲家」2022-02-02 乱倒垃圾⟧ 那么 不计分"),
    ("example-attribute-missing", "例「试」当⟦「甲家」2023-02-02 捐款⟧ 那么 不计分"),
    ("wrong-kind-of-name", "例「试」当「甲家」2023-02-02 乱倒垃圾 那么 ⟦捐款⟧"),
)


@pytest.mark.parametrize(("code", "rules"), RULES)
def test_a_mistake_in_a_category_a_grade_or_an_example(code: str, rules: str) -> None:
    assert the_only_mistake(village(rules)).code == code


GRADE = "等级「星级」按 积分 本期：10 分以上 五星；其余 一星\n"
LOAN = (
    GRADE + "激励「村民积分贷」贷款 资格 不限 基准利率 5%；按 积分 历年累计，从 0 分起，"
    "每 100 分 降 0.1 个百分点，按比例，降幅舍去到 0.01 个百分点；"
    "最低利率 3.85%；报价 30 天内有效\n"
)
LOANS = (
    ("eligibility-missing", "资格 不限 ", ""),
    ("base-rate-missing", "基准利率 5%；", ""),
    ("measure-missing", "按 积分 历年累计，", ""),
    ("start-missing", "从 0 分起，", ""),
    ("lowest-rate-missing", "；最低利率 3.85%", ""),
    ("validity-missing", "；报价 30 天内有效", ""),
)


@pytest.mark.parametrize(("code", "old", "new"), LOANS)
def test_whatever_a_loan_does_not_say_is_missed(code: str, old: str, new: str) -> None:
    marked = LOAN.replace("激励「村民积分贷」", "激励⟦「村民积分贷」⟧").replace(old, new)
    found = the_only_mistake(village(marked))
    assert found.code == code
    assert found.arguments == (("loan", "村民积分贷"),)


def test_a_loan_without_a_cut_is_missed() -> None:
    marked = LOAN.replace("激励「村民积分贷」", "激励⟦「村民积分贷」⟧")
    marked = marked.replace("每 100 分 降 0.1 个百分点，按比例，降幅舍去到 0.01 个百分点；", "")
    assert the_only_mistake(village(marked)).code == "cut-missing"


LOAN_MISTAKES = (
    (
        "proportion-missing",
        "每 100 分 降 0.1 个百分点，按比例，降幅舍去到 0.01 个百分点",
        "⟦每 100 分 降 0.1 个百分点⟧",
    ),
    ("proportion-contradicts", "每 100 分 降 0.1 个百分点", "⟦每满 100 分 降 0.1 个百分点⟧"),
    ("rounding-of-cut-missing", "按比例，降幅舍去到 0.01 个百分点", "⟦按比例⟧"),
    ("percent-for-cut", "0.01 个百分点", "⟦0.01%⟧"),
    ("lowest-above-base", "最低利率 3.85%", "⟦最低利率 5.5%⟧"),
    ("lowest-rate-contradicts", "最低利率 3.85%", "最低利率 3.85%；⟦不设下限，因为「未说明」⟧"),
    ("rate-without-floor", "最低利率 3.85%", "⟦不设下限，因为「未说明」⟧"),
    ("loan-part-twice", "基准利率 5%", "基准利率 5%；⟦基准利率 6%⟧"),
    ("unit-clash", "基准利率 5%", "基准利率 ⟦5 个百分点⟧"),
    ("step-not-positive", "每 100 分", "每 ⟦0 分⟧"),
    ("precision-not-positive", "0.01 个百分点", "⟦0 个百分点⟧"),
    ("largest-cut-above-base", "最低利率", "⟦降幅最多 6 个百分点⟧；最低利率"),
    ("unit-clash", "最低利率", "额度 按 积分 本期：10 分起 ⟦5 分⟧；最低利率"),
    (
        "bands-not-rising",
        "最低利率",
        "额度 按 积分 本期：10 分起 5 万元，30 分起 9 万元，⟦20 分起 7 万元⟧；最低利率",
    ),
    ("record-in-eligibility", "资格 不限", "资格 ⟦行为 是 捐款⟧"),
    ("record-in-eligibility", "资格 不限", "资格 ⟦时长⟧ ≥ 2 小时"),
    ("attribute-of-other-subject", "资格 不限", "资格 ⟦党员⟧"),
    ("not-a-level", "资格 不限", "资格 星级 不低于 ⟦一组⟧"),
    ("wrong-kind-of-name", "资格 不限", "资格 ⟦公益⟧"),
)


@pytest.mark.parametrize(("code", "old", "new"), LOAN_MISTAKES)
def test_a_mistake_in_a_loan(code: str, old: str, new: str) -> None:
    rules = "类别「公益」：记入 积分\n" + LOAN.replace(old, new)
    assert the_only_mistake(village(rules)).code == code


def test_without_a_floor_the_warning_names_the_points_that_leave_no_rate() -> None:
    rules = LOAN.replace("最低利率 3.85%", "⟦不设下限，因为「未说明」⟧")
    found = the_only_mistake(village(rules))
    assert found.severity is Severity.WARNING
    assert found.arguments == (("points", "5000"),)


def test_a_person_account_does_not_serve_a_household_loan() -> None:
    accounts = ACCOUNT + "账户「个人分」按人：长期累积\n"
    rules = LOAN.replace("资格 不限", "资格 ⟦个人分⟧ 余额 ≥ 5 分")
    found = the_only_mistake(village(rules, accounts=accounts))
    assert found.code == "person-points-to-household"
    assert found.choices == ("积分",)


EDITIONS = (
    ("edition-part-missing", "细则⟦「村」⟧ 自 2023-01-01 起施行"),
    ("edition-part-missing", "细则⟦「村」⟧ 版本 1"),
    ("edition-part-twice", "细则「村」版本 1 自 2023-01-01 起施行 ⟦版本 2⟧"),
    ("in-force-reversed", "细则「村」版本 1 自 2023-01-01 起施行 ⟦至 2022-12-31 止⟧"),
    (
        "effective-before-passed",
        "细则「村」版本 1 ⟦自 2023-01-01 起施行⟧ 通过「村民会议」2023-02-01",
    ),
    (
        "votes-contradict",
        (
            "细则「村」版本 1 自 2023-01-01 起施行 通过「村民会议」2022-12-01 "
            "应到 100 人，⟦实到 120 人⟧"
        ),
    ),
    ("edition-part-missing", "细则⟦「村」⟧版本 1 自 2023-01-01 起施行 应到 100 人"),
)


@pytest.mark.parametrize(("code", "edition"), EDITIONS)
def test_a_mistake_in_the_edition(code: str, edition: str) -> None:
    assert the_only_mistake(village(edition=edition)).code == code


def test_a_file_without_an_edition_is_no_ruleset_yet() -> None:
    marked = village("条款 1 捐款 的，每次 扣 1 分", edition="", year="⟦年度 自 1月1日 起⟧")
    assert the_only_mistake(marked).code == "edition-missing"


def test_a_block_that_stands_once_stands_once() -> None:
    marked = village(year="年度 自 1月1日 起\n⟦年度 自 7月1日 起⟧")
    found = the_only_mistake(marked)
    assert found.code == "block-twice"
    assert found.labels[0].role == "first"


REVIEWS = (
    ("ruling-date-missing", "⟦评议：审核通过的，计分。⟧"),
    ("approval-missing", "⟦评议：按 发生日期 归期。⟧"),
    ("part-twice", "评议：审核通过的，计分；按 发生日期 归期；⟦按 审核日期 归期⟧。"),
)


@pytest.mark.parametrize(("code", "review"), REVIEWS)
def test_a_mistake_in_the_review(code: str, review: str) -> None:
    assert the_only_mistake(village(review=review)).code == code


def test_with_clauses_the_review_must_be_said() -> None:
    marked = village(
        "条款 1 捐款 的，每次 扣 1 分",
        review="",
        edition=EDITION.replace("「试验村积分细则」", "⟦「试验村积分细则」⟧"),
    )
    assert the_only_mistake(marked).code == "review-missing"


VOCABULARIES = (
    ("declared-twice", "词表 行为 捐款\n 行为 ⟦捐款⟧"),
    ("declared-twice", "词表 行为 捐款（金额：元；⟦金额⟧：元）"),
    ("declared-twice", "词表 行为 捐款（金额：元）\n 行为 捐物（⟦金额⟧：文本）"),
    ("declared-twice", "词表 行为 检查（等次：优秀、良好、⟦优秀⟧）"),
    ("declared-twice", "词表 行为 捐款\n 判定 ⟦捐款⟧"),
    ("alias-of-many", "词表 行为 捐款、捐物，⟦又称 捐助⟧"),
    ("single-value-enumeration", "词表 行为 捐款（事项：⟦文夲⟧）"),
    ("name-is-keyword", "词表 行为 ⟦每次⟧"),
    ("name-is-keyword", "词表 户（⟦每次⟧：是否）"),
    ("name-is-keyword", "词表 户（⟦配偶⟧：文本）"),
    ("fact-is-built-in", "词表 户（⟦户主⟧：文本）"),
    ("fact-is-built-in", "词表 人（⟦父母⟧：文本）"),
    ("fact-is-built-in", "词表 人（⟦户⟧：文本）"),
    ("fact-is-built-in", "词表 户（⟦在册⟧：是否）"),
    ("name-begins-with-digit", "词表 行为 ⟦5分钟服务⟧"),
    ("name-begins-with-digit", "词表 行为 ⟦五分⟧"),
    ("name-ends-in-keyword", "词表 行为 收看教育、⟦收看教育时⟧"),
    ("name-begins-with-keyword", "词表 户（低保：是否；⟦非低保⟧：是否）"),
)


@pytest.mark.parametrize(("code", "vocabulary"), VOCABULARIES)
def test_a_mistake_in_the_vocabulary(code: str, vocabulary: str) -> None:
    assert the_only_mistake(village(vocabulary=vocabulary)).code == code


def test_a_quoted_name_may_be_a_keyword_or_begin_with_a_digit() -> None:
    ruleset = meant(village(vocabulary="词表 行为 「每次」、「5分钟服务」、三等功、一组"))
    names = [behaviour.name for behaviour in ruleset.vocabulary.behaviours]
    assert names == ["每次", "5分钟服务", "三等功", "一组"]


def test_two_behaviours_may_share_an_attribute_and_two_attributes_a_value() -> None:
    vocabulary = "词表 行为 检查（等次：优秀、差）\n 行为 评比（等次：优秀、良好；结果：良好、差）"
    assert len(meant(village(vocabulary=vocabulary)).vocabulary.behaviours) == 2


OVERLAPS = (
    # the same behaviour, twice
    ("捐款 的，每次 扣 1 分", "捐款 的，每次 扣 2 分", "捐款"),
    # a gain and a loss overlap too
    ("捐款 的，每次 加 1 分，不设上限", "捐款 的，每次 扣 2 分", "捐款"),
    (
        "卫生检查 等次 优秀 的，每次 扣 1 分",
        "卫生检查 且 低保 的，每次 扣 2 分",
        "卫生检查 等次 优秀 低保 是",
    ),
    # both ends belong to 以上 and 以下: 2 hours exactly is in both
    (
        "志愿服务 时长 2 小时以下 的，每次 扣 1 分",
        "志愿服务 时长 2 小时以上 的，每次 扣 2 分",
        "志愿服务 时长 2 小时",
    ),
    (
        "志愿服务 时长 超过 1 小时 的，每次 扣 1 分",
        "志愿服务 时长 不足 2 小时 的，每次 扣 2 分",
        "志愿服务 时长 1.5 小时",
    ),
    ("捐款 的，每次 扣 1 分", "当 行为 是 捐款 且 没有 取消评优 时 每次 扣 2 分", "捐款"),
    # what is asked of another behaviour is not told of this one
    (
        "当 行为 是 捐款 或 行为 是 卫生检查 且 等次 是 优秀 时 每次 扣 1 分",
        "捐款 的，每次 扣 2 分",
        "捐款",
    ),
    (
        "当 行为 是 捐款 且 低保 或 行为 是 卫生检查 且 等次 是 优秀 时 每次 扣 1 分",
        "捐款 的，每次 扣 2 分",
        "捐款 低保 是",
    ),
)


@pytest.mark.parametrize(("first", "second", "record"), OVERLAPS)
def test_two_clauses_for_one_record_need_a_word(first: str, second: str, record: str) -> None:
    found = the_only_mistake(village(f"条款 1 {first}\n条款 ⟦2⟧ {second}"))
    assert found.code == "overlap-without-stacking"
    expected = f"“{record}”同时符合条款 1 和 2，没有写怎样算"
    assert message(found, Language.ZH) == expected


APART = (
    ("卫生检查 等次 优秀 的，每次 扣 1 分", "卫生检查 等次 良好 的，每次 扣 2 分"),
    ("志愿服务 时长 不足 2 小时 的，每次 扣 1 分", "志愿服务 时长 2 小时以上 的，每次 扣 2 分"),
    # 3 bags or fewer, more than 3: bags are whole, so nothing lies between 3 and 4
    ("拾捡 袋数 超过 3 袋 的，每次 扣 1 分", "拾捡 袋数 不足 4 袋 的，每次 扣 2 分"),
    ("捐款 且 低保 的，每次 扣 1 分", "捐款 且 非 低保 的，每次 扣 2 分"),
    ("捐款 且 取消评优 的，每次 扣 1 分", "当 行为 是 捐款 且 没有 取消评优 时 每次 扣 2 分"),
    (
        "当 行为 是 捐款 且 发生日期 < 2023-07-01 时 每次 扣 1 分",
        "当 行为 是 捐款 且 发生日期 ≥ 2023-07-01 时 每次 扣 2 分",
    ),
    ("捐款 的，每次 扣 1 分", "捐款 的，每次 扣 2 分，与 1 可叠加"),
    ("捐款 的，每次 扣 1 分，优先于 2", "捐款 的，每次 扣 2 分"),
    # only clauses that give points can clash
    ("行政处罚 的，每次 扣 1 分", "行政处罚 的，取消评优 1 年"),
    ("表彰 级别 县级 的，每次 扣 1 分", "表彰 级别 乡级 名次 第一 的，每次 扣 2 分"),
)


@pytest.mark.parametrize(("first", "second"), APART)
def test_clauses_that_no_record_meets_together_need_none(first: str, second: str) -> None:
    assert len(meant(village(f"条款 1 {first}\n条款 2 {second}")).scoring_clauses) == 2


def test_in_a_category_where_the_best_counts_the_word_is_said() -> None:
    rules = """类别「表彰奖励」：同一 事项 取最高
条款 1 归入 表彰奖励 表彰 的，每次 加 1 分，不设上限
条款 2 归入 表彰奖励 表彰 级别 县级 的，每次 加 2 分，不设上限"""
    assert len(meant(village(rules)).scoring_clauses) == 2


def test_a_behaviour_that_no_clause_mentions_is_a_warning() -> None:
    vocabulary = "词表 行为 捐款、⟦捐物⟧、吵架"
    rules = "条款 1 当 行为 是 捐款 且 本年 没有 吵架 时 每次 扣 2 分"
    found = the_only_mistake(village(rules, vocabulary=vocabulary), every_behaviour_used=True)
    assert found.code == "behaviour-of-no-clause"
    assert found.severity is Severity.WARNING
