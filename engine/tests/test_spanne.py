"""Ungefähre Angaben: jeder Betrag zwischen den Enden liegt in der gezeigten Spanne."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from leistungsrechner import rechne, rechne_json, spanne

NH: dict[str, object] = {
    "stichtag": "2.6.2025",
    "alg_grundbetrag": "55",
    "tagesnetto": "100",
    "alg_bezugsdauer_wochen": "39",
}


def alg(von: object, bis: object) -> list[dict[str, Any]]:
    angaben = {"stichtag": "2.3.2026", "brutto_monat": str(von)}
    antwort: dict[str, Any] = spanne(
        "arbeitslosengeld", angaben, "brutto_monat", str(bis)
    )
    return list(antwort["spanne"]["abschnitte"])


def zahlen(abschnitt: dict[str, Any]) -> list[Decimal]:
    return [betrag(kern["zahl"]) for kern in abschnitt["kerne"]]


def betrag(zahl: str) -> Decimal:
    return Decimal(zahl.split("\u00a0")[0].replace(".", "").replace(",", "."))


def test_ein_sprung_nach_unten_versteckt_den_hoechsten_betrag_nicht() -> None:
    """Knapp unter einer Tarifgrenze ist der Tagsatz höher als an beiden Enden."""
    [abschnitt] = alg(1300, 1310)
    enden = zahlen(abschnitt)[0], zahlen(abschnitt)[-1]

    assert max(zahlen(abschnitt)) > max(enden)


@settings(max_examples=15, deadline=None)
@given(st.integers(900, 3000), st.integers(1, 400), st.data())
def test_jeder_betrag_dazwischen_liegt_in_der_spanne(
    von: int, breite: int, daten: st.DataObject
) -> None:
    [abschnitt] = alg(von, von + breite)
    dazwischen = daten.draw(st.integers(von, von + breite))
    einer = rechne(
        "arbeitslosengeld", {"stichtag": "2.3.2026", "brutto_monat": dazwischen}
    )

    hier = betrag(einer["kern"]["zahl"])  # type: ignore[index]
    assert min(zahlen(abschnitt)) <= hier <= max(zahlen(abschnitt))


def test_der_umschlag_steht_auf_den_cent_fest() -> None:
    antwort: dict[str, Any] = spanne(
        "notstandshilfe",
        {**NH, "erwerbseinkommen_monat": "500"},
        "erwerbseinkommen_monat",
        "600",
    )
    ja, nein = antwort["spanne"]["abschnitte"]

    assert [a["enden"][0]["art"] for a in (ja, nein)] == ["ergebnis", "kein_anspruch"]
    assert (ja["von"], ja["bis"]) == ("500,00\u00a0€", "551,10\u00a0€")
    assert (nein["von"], nein["bis"]) == ("551,11\u00a0€", "600,00\u00a0€")


def test_die_reihenfolge_der_enden_ist_gleich() -> None:
    assert alg(2100, 1800) == alg(1800, 2100)


def test_ein_unlesbares_ende_ist_ein_fehler_am_feld() -> None:
    angaben = {"stichtag": "2.3.2026", "brutto_monat": "1.800"}
    frage = {
        "rechner": "arbeitslosengeld",
        "angaben": angaben,
        "spanne": {"feld": "brutto_monat", "bis": "viel"},
    }
    antwort = json.loads(rechne_json(json.dumps(frage)))

    assert antwort["art"] == "angaben_unvollstaendig"
    assert [fehler["feld"] for fehler in antwort["fehler"]] == ["brutto_monat"]


def test_was_kein_betrag_ist_hat_keine_spanne() -> None:
    antwort: dict[str, Any] = spanne(
        "arbeitslosengeld", {"stichtag": "2.3.2026", "kinder": 1}, "kinder", 2
    )
    assert antwort["fehler"][0]["feld"] == "kinder"
