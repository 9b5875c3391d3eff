"""A whole ruleset with every construct, as a village would write it."""

from checking.village import read

SAMPLE = """细则「友谊村积分管理细则」
  版本 2023.1，自 2023-06-01 起施行
  依据「友谊村村规民约」
  通过「村民会议」2023-05-20，应到 320 人，实到 260 人，赞成 251 人；备案「三水镇人民政府」2023-05-25

年度 自 1月1日 起

词表
  行为 卫生检查（等次：优秀、良好、合格、差）
  行为 志愿服务（时长：小时）
  行为 表彰（级别：国家级、省级、市级、县级、乡级、村级；事项：文本）
  行为 捐款（金额：元）
  行为 乱倒垃圾，又称 乱扔垃圾
  行为 邻里互助、行政处罚
  户（人数：人；小组：文本；低保：是否；片区：一组、二组）
  判定 取消评优
  评议人 评议会

参数「单次分值」：5 分

账户「积分」按户：1月1日 起算，基础 100 分，期末 低于 0 分 按 0 分计，期末清零
账户「兑换积分」按户：1月10日 起算，期末 正分清零

类别「环境卫生」：记入 积分、兑换积分；每年最多加 60 分
类别「表彰奖励」：记入 积分；同一 事项 取最高
类别「公益」：记入 积分、兑换积分

条款 3.1 「房前屋后干净整洁，检查优秀的加分」 归入 环境卫生
  卫生检查 等次 优秀 的，每次 加 5 分，每月最多加 12 分。

条款 3.2 「乱倒垃圾扣分，一年内再犯加倍」 归入 环境卫生
  乱倒垃圾 的，每次 扣 5 分；一年内 第 2 次起 加倍；每年最多扣 40 分。

条款 4.1 「参加志愿服务，逐小时计分」 归入 公益
  志愿服务 的，每满 1 小时 加 2 分，每次最多加 8 分，每年最多加 80 分。

条款 5.1 「受到表彰」 归入 表彰奖励
  表彰 的，按 级别 加：国家级 100 分，省级 60 分，市级 30 分，县级 20 分，乡级 5 分，村级 3 分；不设上限。

条款 6.1 「爱心捐款」 归入 公益
  捐款 的，按 本年累计 金额 累进 加：0 元起 每满 100 元 1 分，1000 元起 每满 400 元 1 分；每年最多加 40 分。

条款 9.1 「有违法行为的，取消当年评优和贷款优惠」
  行政处罚 的，取消评优，至 本年末。

条款 10 「邻里互助，由评议会酌情加分」 归入 公益
  邻里互助 的，由 评议会 酌情 加 1 到 5 分，每年最多 3 次。

条款 11 「低保户参加志愿服务两小时以上，另加」 归入 公益
  当 行为 是 志愿服务 且 低保 且 时长 ≥ 2 小时 时 每次 加 单次分值，每年最多加 50 分；与 4.1 可叠加。

条款 13 「移风易俗，婚前不摆宴席」 不计分，因为「由红白理事会登记，不折算积分」

评议：审核通过的，计分；按 发生日期 归期。

等级「星级」按 积分 本期：超过 160 分 五星；超过 140 分 四星；超过 120 分 三星；其余 二星

激励「村民积分贷」贷款
  资格：星级 不低于 三星 且 没有 取消评优
  基准利率 5%；按 积分 历年累计，从 0 分起，每 100 分 降 0.1 个百分点，按比例，降幅舍去到 0.01 个百分点；最低利率 3.85%
  额度 按 积分 本期：120 分起 10 万元，160 分起 20 万元；报价 30 天内有效

例「同月第三次检查只得零头」
  假如「张家」2023-07-03 卫生检查 等次 优秀
  并且「张家」2023-07-10 卫生检查 等次 优秀
  当「张家」2023-07-20 卫生检查 等次 优秀
  那么 加 2 分，依据 3.1，因为 每月最多加 12 分
"""  # noqa: E501


def test_nothing_is_wrong_with_the_sample() -> None:
    checked = read(SAMPLE, every_behaviour_used=True)
    assert checked.diagnostics == ()
    assert checked.ruleset is not None
    assert [clause.number for clause in checked.ruleset.clauses] == [
        "3.1",
        "3.2",
        "4.1",
        "5.1",
        "6.1",
        "9.1",
        "10",
        "11",
        "13",
    ]


def test_every_object_of_the_model_says_where_it_comes_from() -> None:
    ruleset = read(SAMPLE).ruleset
    assert ruleset is not None
    places = [account.origin for account in ruleset.accounts]
    places += [category.origin for category in ruleset.categories]
    places += [grade.origin for grade in ruleset.grades]
    places += [loan.origin for loan in ruleset.incentives]
    words = {SAMPLE[place.start : place.end] for place in places}
    assert words == {
        "「积分」",
        "「兑换积分」",
        "「环境卫生」",
        "「表彰奖励」",
        "「公益」",
        "「星级」",
        "「村民积分贷」",
    }
    limit = ruleset.scoring_clauses[0].limits[0]
    assert SAMPLE[limit.origin.start : limit.origin.end] == "每月最多加 12 分"


def test_the_same_text_without_the_word_on_stacking_is_refused() -> None:
    checked = read(SAMPLE.replace("；与 4.1 可叠加", ""))
    assert checked.ruleset is None
    assert [item.code for item in checked.diagnostics] == ["overlap-without-stacking"]
    assert dict(checked.diagnostics[0].arguments)["record"] == "志愿服务 时长 2 小时 低保 是"
