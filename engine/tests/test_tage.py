"""Mengen von Tagen: Jeder Tag kommt einmal vor, gleich wie die Spannen liegen."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from leistungsrechner.tage import Tage

ANFANG = date(2024, 1, 1)
SPANNEN = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 15)), max_size=6)


def menge(spannen: list[tuple[int, int]]) -> Tage:
    return Tage.vereinigt(
        Tage.von_bis(ANFANG + timedelta(days=ab), ANFANG + timedelta(days=ab + laenge))
        for ab, laenge in spannen
    )


def einzeln(tage: Tage) -> set[date]:
    return {
        von + timedelta(days=n)
        for von, bis in tage
        for n in range((bis - von).days + 1)
    }


@given(links=SPANNEN, rechts=SPANNEN)
@settings(derandomize=True, max_examples=200, deadline=None)
def test_rechnet_wie_mit_einzelnen_tagen(
    links: list[tuple[int, int]], rechts: list[tuple[int, int]]
) -> None:
    a, b = menge(links), menge(rechts)

    assert einzeln(a | b) == einzeln(a) | einzeln(b)
    assert einzeln(a & b) == einzeln(a) & einzeln(b)
    assert einzeln(a - b) == einzeln(a) - einzeln(b)
    assert len(a) == len(einzeln(a))


def test_aneinandergrenzende_spannen_werden_eine() -> None:
    assert list(menge([(0, 4), (5, 4)])) == [(date(2024, 1, 1), date(2024, 1, 10))]


def test_ein_ende_vor_dem_beginn_ist_kein_tag() -> None:
    assert not Tage.von_bis(date(2024, 1, 2), date(2024, 1, 1))


def test_der_letzte_tag_und_ob_ein_tag_dabei_ist() -> None:
    tage = menge([(0, 1), (10, 0)])

    assert tage.letzter == date(2024, 1, 11)
    assert date(2024, 1, 2) in tage
    assert date(2024, 1, 3) not in tage
    assert Tage().letzter is None
