import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.values.pay import Pay, read_pay

READINGS = [
    ("$28.50/hr", 2850, 2850, "AUD", "hour"),
    ("$32 ph", 3200, 3200, "AUD", "hour"),
    ("$32ph", 3200, 3200, "AUD", "hour"),
    ("65k", 6_500_000, 6_500_000, "AUD", "year"),
    ("AUD 90000", 9_000_000, 9_000_000, "AUD", "year"),
    ("$70,000 – $78,000 + super", 7_000_000, 7_800_000, "AUD", "year"),
    ("$70,000 - $78,000 + 12% super", 7_000_000, 7_800_000, "AUD", "year"),
    ("70-78k", 7_000_000, 7_800_000, "AUD", "year"),
    ("70 - 78,000", 7_000_000, 7_800_000, "AUD", "year"),
    ("65k to 80", 6_500_000, 8_000_000, "AUD", "year"),
    ("€3.200 brutto/Monat", 320_000, 320_000, "EUR", "month"),
    ("45.000 €", 4_500_000, 4_500_000, "EUR", "year"),
    ("45 Tsd. € im Jahr", 4_500_000, 4_500_000, "EUR", "year"),
    ("£12.21 an hour", 1221, 1221, "GBP", "hour"),
    ("US$120k", 12_000_000, 12_000_000, "USD", "year"),
    ("¥5,000,000", 5_000_000, 5_000_000, "JPY", "year"),
    ("¥1,200/h", 1200, 1200, "JPY", "hour"),
    ("￥１，２００/h", 1200, 1200, "JPY", "hour"),
    ("1.234,56 €", 123_456, 123_456, "EUR", None),
    ("1,234.56 a week", 123_456, 123_456, "AUD", "week"),
    ("30–35/h", 3000, 3500, "AUD", "hour"),
    ("$500 a day", 50_000, 50_000, "AUD", "day"),
    ("$2,150 per fortnight", 215_000, 215_000, "AUD", "fortnight"),
    ("90000", 9_000_000, 9_000_000, "AUD", "year"),
    ("90 000 AUD", 9_000_000, 9_000_000, "AUD", "year"),
    ("CHF 80'000", 8_000_000, 8_000_000, "CHF", "year"),
    ("R45 000 per month", 4_500_000, 4_500_000, "ZAR", "month"),
    ("NZ$31.20 - NZ$33 hourly", 3120, 3300, "NZD", "hour"),
    ("$28/hr to $32/hr", 2800, 3200, "AUD", "hour"),
    ("between 70 and 80k", 7_000_000, 8_000_000, "AUD", "year"),
    ("up to AUD 90k", None, 9_000_000, "AUD", "year"),
    ("up to $90k pa", None, 9_000_000, "AUD", "year"),
    ("from $60,000", 6_000_000, None, "AUD", "year"),
    ("85k+", 8_500_000, None, "AUD", "year"),
    ("70k + 10k bonus", 7_000_000, 7_000_000, "AUD", "year"),
    ("Level 5 ($78,000 to $84,000)", 7_800_000, 8_400_000, "AUD", "year"),
    ("$30 an hour, 38 hours a week", 3000, 3000, "AUD", "hour"),
    ("12 month contract, $85k", 8_500_000, 8_500_000, "AUD", "year"),
    ("38 hrs/week at $31.50", 3150, 3150, "AUD", "hour"),
    ("12 LPA INR", 120_000_000, 120_000_000, "INR", "year"),
    ("KWD 1,250.500 monthly", 1_250_500, 1_250_500, "KWD", "month"),
    ("$900", 90_000, 90_000, "AUD", None),
]


@pytest.mark.parametrize(("text", "low", "high", "currency", "period"), READINGS)
def test_pay_is_read_as_people_write_it(text, low, high, currency, period):
    assert read_pay(text) == Pay(text, low, high, currency, period)


@pytest.mark.parametrize(
    "text",
    ["award rate", "", "   ", "negotiable", "$", "k", "$0", "12%", "9" * 60, "call 99999999999999"],
)
def test_what_cannot_be_read_is_kept_as_written_only(text):
    assert read_pay(text) == Pay(text)


def test_a_bare_dollar_is_the_readers_own_dollar():
    assert read_pay("$65k", "NZD").currency == "NZD"
    assert read_pay("$65k", "EUR").currency == "USD"
    assert read_pay("65k", "EUR").currency == "EUR"
    assert read_pay("65k", None).currency is None


@given(st.text(max_size=600), st.sampled_from(["AUD", "JPY", "EUR", None]))
def test_no_text_makes_reading_fail(text, default):
    pay = read_pay(text, default)
    assert pay.text == text
    if pay.minimum is not None and pay.maximum is not None:
        assert 0 < pay.minimum <= pay.maximum


@given(st.text(alphabet="0123456789.,'k$€£¥- /hpaMonat%+", max_size=60))
def test_nothing_that_looks_like_pay_makes_reading_fail(text):
    assert read_pay(text).text == text
