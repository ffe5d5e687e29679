"""Currencies as people write them, after ISO 4217."""

import re
from decimal import ROUND_HALF_UP, Decimal


def _codes(words: str) -> frozenset[str]:
    return frozenset(words.split())


ZERO_DECIMALS = _codes("JPY KRW VND CLP ISK UGX XAF XOF XPF PYG RWF VUV KMF GNF DJF BIF")
THREE_DECIMALS = _codes("BHD KWD OMR JOD TND IQD LYD")
CODES = (
    "AUD|NZD|USD|EUR|GBP|CHF|CAD|SGD|HKD|JPY|CNY|INR|KRW|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|ZAR|"
    "BRL|MXN|ARS|CLP|COP|PEN|AED|SAR|QAR|KWD|BHD|OMR|JOD|ILS|TRY|THB|MYR|IDR|PHP|VND|TWD|PKR|LKR|"
    "BDT|NPR|FJD|PGK|XPF|NGN|KES|GHS|EGP|MAD|TND|UAH|RUB|XAF|XOF"
)
SYMBOLS = {
    "AU$": "AUD",
    "A$": "AUD",
    "NZ$": "NZD",
    "US$": "USD",
    "CA$": "CAD",
    "C$": "CAD",
    "SG$": "SGD",
    "S$": "SGD",
    "HK$": "HKD",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "円": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₫": "VND",
    "₪": "ILS",
    "₱": "PHP",
    "zł": "PLN",
}
DOLLARS = _codes("AUD NZD USD CAD SGD HKD FJD TWD MXN CLP COP ARS")
CROWNS = _codes("SEK NOK DKK ISK")
# How many units stand for about one dollar, so that "by size" holds for yen too.
UNITS_A_DOLLAR = {"JPY": 100, "KRW": 1000, "INR": 50, "VND": 20000, "IDR": 10000, "CLP": 600}

CURRENCY = re.compile(
    "|".join(re.escape(symbol) for symbol in SYMBOLS)
    + rf"|(?<![A-Za-z])(?:{CODES})(?![A-Za-z])"
    + r"|(?<![A-Za-z])(?i:aud|nzd|usd|eur|gbp|chf|cad|sgd|jpy|euros?|dollars?|pounds?|yen|kr|fr\.)"
    + r"(?![A-Za-z])|(?<![A-Za-z])R(?=\s?\d)|\$"
)
WORDS = {"euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "yen": "JPY"}
WORDS |= {"r": "ZAR", "fr.": "CHF"}


def decimals(currency: str | None) -> int:
    """Digits after the point of a currency, after ISO 4217."""
    return 0 if currency in ZERO_DECIMALS else 3 if currency in THREE_DECIMALS else 2


def minor_units(amount: Decimal, currency: str | None) -> int:
    return int((amount * 10 ** decimals(currency)).to_integral_value(ROUND_HALF_UP))


def in_dollars(amount: Decimal, currency: str | None) -> Decimal:
    """About what it is worth, good enough to tell an hour's pay from a year's."""
    return amount / UNITS_A_DOLLAR.get(currency or "", 1)


def code_of(written: str, default: str | None) -> str | None:
    """The code that a sign or word stands for; shared signs mean the default's where they can."""
    word = written.lower()
    if word == "$" or word.startswith("dollar"):
        return default if default in DOLLARS else "USD"
    if word == "¥":
        return default if default == "CNY" else "JPY"
    if word == "kr":
        return default if default in CROWNS else "SEK"
    return SYMBOLS.get(written) or WORDS.get(word) or written.upper()


COUNTRIES = {
    code: currency
    for currency, codes in {
        "AUD": "AU",
        "NZD": "NZ",
        "USD": "US",
        "CAD": "CA",
        "GBP": "GB",
        "EUR": "AT BE DE ES FI FR GR IE IT LU NL PT",
        "CHF": "CH LI",
        "JPY": "JP",
        "SGD": "SG",
        "HKD": "HK",
        "INR": "IN",
        "ZAR": "ZA",
        "SEK": "SE",
        "NOK": "NO",
        "DKK": "DK",
    }.items()
    for code in codes.split()
}


def of_country(country: str) -> str | None:
    """What a bare number most likely means there, or None where that isn't known."""
    return COUNTRIES.get(country.upper())
