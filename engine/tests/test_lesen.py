"""Was Menschen tippen, und was daraus wird."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leistungsrechner import lesen


@pytest.mark.parametrize(
    ("getippt", "betrag"),
    [
        ("1.850,00 €", "1850.00"),
        ("1850", "1850"),
        ("1 850,00", "1850.00"),
        ("1\u00a0850,00\u202f€", "1850.00"),
        ("1.234", "1234"),
        ("1.234,56", "1234.56"),
        ("1234.5", "1234.5"),
        ("12.34", "12.34"),
        ("1234.56", "1234.56"),
        ("EUR 2.000,-", "2000"),
        ("2000.–", "2000"),
        ("0,97", "0.97"),
        (99.9, "99.9"),
        (1.234, "1.234"),
        (0, "0"),
        ("1.000.000,00", "1000000.00"),
    ],
)
def test_so_geschriebene_betraege_werden_verstanden(
    getippt: object, betrag: str
) -> None:
    assert lesen.geld(getippt) == Decimal(betrag)


@pytest.mark.parametrize("getippt", ["-0", "−0,00", -0.0, Decimal("-0")])
def test_minus_null_ist_null(getippt: object) -> None:
    assert str(lesen.geld(getippt)).startswith("0")


@pytest.mark.parametrize(
    "getippt",
    [
        "", "abc", "-5", "−5,00", "1e3", "1.000.000,01", 1_000_000.01, float("nan"), float("inf"),
        "NaN", "12,345", "++5", "-+5", "1234.567", "1.23.456", "1,2,3", True, None, [], "٣", 10**30,
    ],
)  # fmt: skip
def test_unlesbare_betraege_werden_mit_einer_meldung_abgelehnt(getippt: object) -> None:
    with pytest.raises(lesen.Unlesbar) as fehler:
        lesen.geld(getippt)

    assert str(fehler.value).endswith(".")


@pytest.mark.parametrize(
    ("getippt", "tag"),
    [
        ("31.3.2026", date(2026, 3, 31)),
        ("31. 03. 2026", date(2026, 3, 31)),
        ("2026-03-31", date(2026, 3, 31)),
        ("29.2.2024", date(2024, 2, 29)),
    ],
)
def test_daten_in_beiden_schreibweisen(getippt: str, tag: date) -> None:
    assert lesen.tag(getippt) == tag


@pytest.mark.parametrize(
    "getippt", ["31.2.2026", "29.2.2025", "1.1.26", "heute", "2026-3-1", 5, ""]
)
def test_tage_die_es_nicht_gibt_werden_abgelehnt(getippt: object) -> None:
    with pytest.raises(lesen.Unlesbar):
        lesen.tag(getippt)


@pytest.mark.parametrize(
    ("getippt", "zahl"), [("2", 2), (3, 3), (2.0, 2), (" 12 ", 12), ("0", 0)]
)
def test_ganze_zahlen(getippt: object, zahl: int) -> None:
    assert lesen.ganze_zahl(getippt) == zahl


@pytest.mark.parametrize(
    "getippt", ["1,5", 1.5, "-1", -2, True, "zwei", 10**30, float("inf")]
)
def test_bruchteile_und_negative_zahlen_werden_abgelehnt(getippt: object) -> None:
    with pytest.raises(lesen.Unlesbar):
        lesen.ganze_zahl(getippt)


@given(st.decimals(0, 1_000_000, places=2))
@settings(derandomize=True, max_examples=200)
def test_jeder_betrag_in_landesschreibweise_kommt_unveraendert_an(
    betrag: Decimal,
) -> None:
    geschrieben = f"{betrag:,.2f}".translate(str.maketrans(",.", ".,"))

    assert lesen.geld(geschrieben) == betrag


@pytest.mark.parametrize(
    "getippt", ["3.2025", "03.2025", "3/2025", "2025-03", " 3. 2025 "]
)
def test_so_geschriebene_monate_werden_verstanden(getippt: str) -> None:
    assert lesen.monat(getippt) == date(2025, 3, 1)


@pytest.mark.parametrize("getippt", ["", "März", "13.2025", "2025-00", "2025", 3, None])
def test_was_kein_monat_ist(getippt: object) -> None:
    with pytest.raises(lesen.Unlesbar):
        lesen.monat(getippt)
