from pointrules.source.folding import fold
from pointrules.source.source_file import source_file

LAST_CODE_POINT_TRIED = 0x30000


def test_folding_never_changes_the_length_of_a_text() -> None:
    for code in range(LAST_CODE_POINT_TRIED + 1):
        assert len(fold(chr(code))) == 1, hex(code)


def test_full_width_letters_digits_and_signs_become_ascii() -> None:
    assert fold("条款３．２：Ａ，＞＝５％（含）；") == "条款3.2:A,>=5%(含);"


def test_spaces_of_every_kind_become_spaces() -> None:
    assert fold("加\u3000５\u00a0分\u2009\u200b\ufeff\u00ad\u200d") == "加 5 分     "


def test_dashes_of_every_kind_become_hyphens() -> None:
    assert fold("1－2–3—4～5−6〜7~8") == "1-2-3-4-5-6-7-8"


def test_look_alikes_become_the_sign_they_stand_for() -> None:
    assert fold("≦≧﹐﹕｡､｢｣∶") == "≤≥,:。、「」:"


def test_radicals_out_of_a_pdf_become_characters() -> None:
    assert fold("每⽉") == "每月"


def test_quotes_and_chinese_stops_stay() -> None:
    assert fold("“甲”「乙」『丙』《丁》、。㎡①½") == "“甲”「乙」『丙』《丁》、。㎡①½"


def test_folding_twice_is_folding_once() -> None:
    for code in range(LAST_CODE_POINT_TRIED + 1):
        once = fold(chr(code))
        assert fold(once) == once, hex(code)


def test_line_ends_of_other_programs_become_spaces_and_line_feeds_stay() -> None:
    text = "一\r\n二\u2028三\u2029四\u0085五\v六\f七\n八"

    assert fold(text) == "一 \n二 三 四 五 六 七\n八"
    assert source_file("a", text).line_starts == source_file("a", fold(text)).line_starts


def test_no_character_but_the_line_feed_becomes_a_line_feed() -> None:
    for code in range(LAST_CODE_POINT_TRIED + 1):
        if chr(code) != "\n":
            assert fold(chr(code)) != "\n", hex(code)


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    assert fold("加\ud800分") == "加\ufffd分"
