"""Files of records and facts: what is read, and what cannot be."""

import codecs
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pointrules.intake.csv_lines import CELLS
from pointrules.intake.decoding import FILE_BYTES, LINE_CHARACTERS, Encoding
from pointrules.intake.table_error import TableError
from pointrules.intake.table_file import Table, read_facts, read_records
from pointrules.model.vocabulary import TextType
from pointrules.records.line import LineNumber, RawLine
from pointrules.source.language import Language
from records.invented_village import attribute, behaviour, ruleset

HEADER = "编号,发生日期,登记日期,行为,户,状态,时长\n"
ROW = "r1,2023-07-03,2023-07-04,志愿服务,张家,通过,2 小时\n"
FIELDS = {
    "id": "r1",
    "occurred_on": "2023-07-03",
    "entered_on": "2023-07-04",
    "behaviour": "志愿服务",
    "household": "张家",
    "status": "通过",
    "时长": "2 小时",
}


def table(tmp_path: Path, content: str | bytes, name: str = "records.csv") -> Table:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_records(path, [ruleset()])


def lines(tmp_path: Path, content: str | bytes, name: str = "records.csv") -> list[RawLine]:
    return list(table(tmp_path, content, name).lines)


def error(tmp_path: Path, content: str | bytes, name: str = "records.csv") -> TableError:
    with pytest.raises(TableError) as caught:
        lines(tmp_path, content, name)
    return caught.value


def test_a_line_carries_its_place_and_its_cells_by_column(tmp_path: Path) -> None:
    place = LineNumber(str(tmp_path / "records.csv"), 2)
    assert lines(tmp_path, HEADER + ROW) == [RawLine(place, FIELDS)]


@pytest.mark.parametrize(
    ("encoded", "encoding"),
    [
        ((HEADER + ROW).encode(), Encoding.UTF_8),
        (codecs.BOM_UTF8 + (HEADER + ROW).encode(), Encoding.UTF_8),
        ((HEADER + ROW).encode("utf-16"), Encoding.UTF_16),
        (codecs.BOM_UTF16_BE + (HEADER + ROW).encode("utf-16-be"), Encoding.UTF_16),
        ((HEADER + ROW).encode("gb18030"), Encoding.GB18030),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, encoded: bytes, encoding: Encoding) -> None:
    read = table(tmp_path, encoded)
    assert read.encoding is encoding
    assert [line.fields for line in read.lines] == [FIELDS]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(tmp_path: Path, ending: str) -> None:
    text = (HEADER + ROW + ROW).replace("\n", ending)
    assert [line.at.number for line in lines(tmp_path, text)] == [2, 3]


@pytest.mark.parametrize("name", ["records.tsv", "records.csv"])
def test_columns_may_be_separated_by_tabs(tmp_path: Path, name: str) -> None:
    text = (HEADER + ROW).replace(",", "\t")
    assert [line.fields for line in lines(tmp_path, text, name)] == [FIELDS]


def test_a_quoted_cell_may_hold_commas_quotes_and_line_ends(tmp_path: Path) -> None:
    text = HEADER + 'r1,,,"志愿\r\n服务","张,""大""家",,\r\n' + ROW
    first, second = lines(tmp_path, text)
    assert first.fields == {"id": "r1", "behaviour": "志愿\n服务", "household": '张,"大"家'}
    assert (first.at.number, second.at.number) == (2, 4)


def test_cells_are_trimmed_and_blank_lines_skipped(tmp_path: Path) -> None:
    text = "\n" + HEADER + "\n , ,,\n\u3000r1\u00a0,,,,,,\n"
    [line] = lines(tmp_path, text)
    assert (line.fields, line.at.number) == ({"id": "r1"}, 5)


def test_missing_cells_are_empty_and_surplus_cells_overflow(tmp_path: Path) -> None:
    short, long, padded = lines(
        tmp_path, HEADER + "r1\n" + ROW[:-1] + ",多,余\n" + ROW[:-1] + ",,\n"
    )
    assert (short.fields, short.overflow) == ({"id": "r1"}, ())
    assert (long.fields, long.overflow) == (FIELDS, ("多", "余"))
    assert (padded.fields, padded.overflow) == (FIELDS, ())


def test_a_column_without_a_name_must_stay_empty(tmp_path: Path) -> None:
    good, bad = lines(tmp_path, HEADER[:-1] + ",\n" + ROW[:-1] + ",\n" + ROW[:-1] + ",注\n")
    assert (good.overflow, bad.overflow) == ((), ("注",))


def test_a_formula_is_just_text(tmp_path: Path) -> None:
    [line] = lines(tmp_path, HEADER + "=1+1,,,,,,\n")
    assert line.fields == {"id": "=1+1"}


def test_a_header_alone_is_a_table_without_lines(tmp_path: Path) -> None:
    assert lines(tmp_path, HEADER) == []


@pytest.mark.parametrize("name", ["records.jsonl", "records.ndjson", "RECORDS.JSONL"])
def test_json_lines_keep_numbers_as_they_were_written(tmp_path: Path, name: str) -> None:
    text = (
        '{"编号": "r1", "时长": 1.10, "person": null, "objection": false}\n\n'
        '{"id": 12345678901234567890, "status": true, "kind": " "}\r\n'
    )
    first, second = lines(tmp_path, text, name)
    assert first.fields == {"id": "r1", "时长": "1.10", "objection": "no"}
    assert second.fields == {"id": "12345678901234567890", "status": "yes"}
    assert (first.at.number, second.at.number) == (1, 3)


def test_parties_of_json_lines_may_be_organisations(tmp_path: Path) -> None:
    text = (
        '{"id": "r1", "parties": [{"role": "组织者", "organisation": "读书会"}, '
        '{"角色": "协办", "组": "一组"}, {"role": "见证", "村": "白果村"}]}'
    )
    [line] = lines(tmp_path, text, "records.jsonl")
    assert (
        line.fields["parties"] == "组织者:organisation:读书会;协办:group:一组;见证:village:白果村"
    )


def test_parties_of_json_lines_may_be_a_list_of_objects(tmp_path: Path) -> None:
    text = (
        '{"id": "r1", "parties": [{"role": "书记", "person": "王五"}, '
        '{"角色": "甲方", "户": "张家"}]}\n'
        '{"id": "r2", "当事人": "书记:王五"}\n'
    )
    first, second = lines(tmp_path, text, "records.jsonl")
    assert first.fields == {"id": "r1", "parties": "书记:person:王五;甲方:household:张家"}
    assert second.fields == {"id": "r2", "parties": "书记:王五"}


@pytest.mark.parametrize(
    "party",
    [
        '"书记"',
        '{"role": "书记"}',
        '{"person": "王五"}',
        '{"role": "书记", "person": "王五", "household": "王家"}',
        '{"role": "书记", "person": 5, "x": 1}',
        '{"role": "书记", "person": "王;五"}',
        '{"role": "书记", "person": ["王五"]}',
    ],
)
def test_a_party_that_is_no_role_and_subject_is_told(tmp_path: Path, party: str) -> None:
    text = f'{{"id": "r1", "parties": [{party}]}}'
    assert error(tmp_path, text, "records.jsonl").code == "json-nested"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"id": "r1"', "json-broken"),
        ('["r1"]', "json-broken"),
        ('"r1"', "json-broken"),
        ('{"id": "r1"} {"id": "r2"}', "json-broken"),
        ("[" * 100_000, "json-broken"),
        ('{"id": ["r1"]}', "json-nested"),
        ('{"id": {"a": 1}}', "json-nested"),
        ('{"时长": NaN}', "json-not-a-number"),
        ('{"时长": -Infinity}', "json-not-a-number"),
        ('{"id": "r1", "id": "r2"}', "column-doubled"),
        ('{"id": "r1", "编号": "r1"}', "column-doubled"),
        ('{"编号码": "r1"}', "column-misspelt"),
        ('{"zzz": "r1"}', "column-unknown"),
        ('{"id": "\\ud800"}', "text-broken"),
        ("\n \n", "file-empty"),
    ],
)
def test_broken_json_lines_are_told(tmp_path: Path, text: str, code: str) -> None:
    assert error(tmp_path, text, "records.jsonl").code == code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "file-empty"),
        (codecs.BOM_UTF8, "file-empty"),
        ("\n\n", "file-empty"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", "file-binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x80\x81", "file-binary"),
        (b"\xff\xff\xff\xff", "encoding-unknown"),
        (codecs.BOM_UTF16_LE + b"\x41", "encoding-unknown"),
        (HEADER + ROW.replace("张家", "\0"), "file-binary"),
        (HEADER.replace("行为", "行力"), "column-misspelt"),
        (HEADER.replace("时长", "公示"), "column-misspelt"),
        (HEADER.replace("时长", "审核状态"), "column-misspelt"),
        (HEADER.replace("时长", "备注说明"), "column-unknown"),
        (HEADER.replace("时长", "ID"), "column-doubled"),
        (HEADER.replace("行为,", ""), "column-missing"),
        (HEADER.replace("户,", ""), "column-missing-either"),
        (HEADER.replace(",", ";"), "separator-unknown"),
        (HEADER.replace(",", "，"), "separator-unknown"),
        (HEADER + '"r1,,,\n', "quotes-broken"),
        (HEADER + '"r1"x,,,\n', "quotes-broken"),
        (HEADER + "," * CELLS + "\n", "too-many-cells"),
        (HEADER + '"' + "长" * 200_000 + '"\n', "line-too-long"),
        (HEADER + "长" * (LINE_CHARACTERS + 1), "line-too-long"),
        (HEADER + '"' + '\n","' * (LINE_CHARACTERS // 4 + 1), "line-too-long"),
    ],
)
def test_a_broken_table_is_told(tmp_path: Path, content: str | bytes, code: str) -> None:
    assert error(tmp_path, content).code == code


def test_a_message_names_the_file_the_line_and_the_nearest_column(tmp_path: Path) -> None:
    told = error(tmp_path, "\n" + HEADER.replace("发生日期", "发生曰期"))
    path = tmp_path / "records.csv"
    assert told.describe() == f"“{path}”第 2 行：没有名为“发生曰期”的列"
    assert told.advice() == "是不是想写“发生日期”？"
    assert told.describe(Language.EN) == f"“{path}” line 2: there is no column “发生曰期”"
    assert str(told) == told.describe()


def test_a_message_stays_on_one_line_whatever_the_file_holds(tmp_path: Path) -> None:
    told = error(tmp_path, '{"\\u001b[31m\\n' + "x" * 500 + '": 1}', "records.jsonl")
    assert "\x1b" not in told.describe()
    assert "\n" not in told.describe()
    assert len(told.describe()) < 500


def test_every_wording_is_there_in_both_languages() -> None:
    assert all(set(wording) == set(Language) for wording in TableError.wordings.values())


def test_a_missing_file_a_folder_and_another_ending_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    for name, code in [
        ("none.csv", "file-missing"),
        ("nul\0.csv", "file-missing"),
        ("folder.csv", "file-is-directory"),
        (".", "file-is-directory"),
        ("records.xlsx", "ending-unknown"),
        ("records", "ending-missing"),
        ("/dev/null", "file-not-regular"),
    ]:
        with pytest.raises(TableError) as caught:
            read_facts(tmp_path / name)
        assert caught.value.code == code


def test_a_file_beyond_the_largest_size_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as stream:
        stream.truncate(FILE_BYTES + 1)
    with pytest.raises(TableError) as caught:
        read_facts(path)
    assert caught.value.code == "file-too-big"
    assert "1024 MiB" in caught.value.describe()


def test_an_attribute_named_like_a_column_is_told(tmp_path: Path) -> None:
    village = ruleset(behaviours=(behaviour("登记", attribute("状态", TextType())),))
    with pytest.raises(TableError) as caught:
        read_records(tmp_path / "records.csv", [village])
    assert caught.value.code == "attribute-named-as-column"


def test_facts_have_columns_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text("主体类型,主体,属性,值,起,止\n户,张家,人数,4,2023-01-01,\n", "utf-8")
    [line] = read_facts(path).lines
    assert line.fields == {
        "subject_kind": "户",
        "subject": "张家",
        "attribute": "人数",
        "value": "4",
        "from": "2023-01-01",
    }


PIECES = st.sampled_from(
    [HEADER, ROW, ROW.encode("gb18030").decode("latin-1"), '"', ",", "\r", "\n", "\t", "r1", "\0"]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)
JSON_TEXTS = st.lists(
    st.one_of(
        st.dictionaries(
            st.sampled_from(["id", "编号", "时长", "x"]),
            st.one_of(st.none(), st.booleans(), st.floats(), st.text(), st.lists(st.integers())),
        ).map(json.dumps),
        st.text(),
    ),
    max_size=4,
).map("\n".join)
CONTENTS = st.one_of(
    st.binary(),
    st.binary().map(HEADER.encode().__add__),
    TEXTS.map(str.encode),
    TEXTS.map(lambda text: text.encode("utf-16")),
    JSON_TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=CONTENTS, name=st.sampled_from(["a.csv", "a.tsv", "a.jsonl"]))
def test_any_bytes_end_in_lines_or_in_a_table_error(
    tmp_path: Path, content: bytes, name: str
) -> None:
    wordings: list[str] = []
    found: list[RawLine] = []
    try:
        found.extend(table(tmp_path, content, name).lines)
    except TableError as told:
        wordings = [told.describe(), told.advice(Language.EN)]
    assert all(wordings)
    for line in found:
        assert line.fields or line.overflow
        assert all(cell and cell == cell.strip() for cell in line.fields.values())
        "".join(line.fields.values()).encode()
