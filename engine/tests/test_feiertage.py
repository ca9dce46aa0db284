"""Die gesetzlichen Feiertage in Österreich."""

from __future__ import annotations

from datetime import date

import pytest

from leistungsrechner.feiertage import (
    erster_arbeitstag,
    feiertage,
    ist_arbeitstag,
    ostersonntag,
)


@pytest.mark.parametrize(
    ("jahr", "monat", "tag"),
    [(2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25), (2285, 3, 22)],
)  # fmt: skip
def test_ostersonntag(jahr: int, monat: int, tag: int) -> None:
    assert ostersonntag(jahr) == date(jahr, monat, tag)


def test_die_dreizehn_feiertage_2026() -> None:
    assert sorted(f"{tag.day}.{tag.month}." for tag in feiertage(2026)) == sorted(
        ["1.1.", "6.1.", "6.4.", "1.5.", "14.5.", "25.5.", "4.6.", "15.8.", "26.10.", "1.11.", "8.12.", "25.12.", "26.12."]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "arbeitstag"),
    [
        (date(2026, 4, 3), True),  # Karfreitag
        (date(2026, 4, 4), False),  # Samstag
        (date(2026, 4, 6), False),  # Ostermontag
        (date(2026, 12, 24), True),
        (date(2026, 12, 25), False),
    ],
)
def test_arbeitstage(tag: date, arbeitstag: bool) -> None:
    assert ist_arbeitstag(tag) is arbeitstag


def test_nach_weihnachten_2026_ist_der_erste_arbeitstag_ein_montag() -> None:
    assert erster_arbeitstag(date(2026, 12, 25)) == date(2026, 12, 28)
    assert erster_arbeitstag(date(2026, 12, 28)) == date(2026, 12, 28)
