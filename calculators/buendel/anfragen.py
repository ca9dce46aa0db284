"""Anfragen an alle Rechner, gültige und verunglückte, aus der Beschreibung ihrer Felder: Stoff zum Messen und Proben."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from leistungsrechner import RECHNER
from leistungsrechner.angaben import Feld

_JE_RECHNER = 60
_TAGE = ("2025-03-31", "2.3.2026", "23.11.2026", "2024-02-29")
_UNSINN: tuple[Any, ...] = (
    "",
    "abc",
    "-1",
    "1.234,5x",
    "31.2.2026",
    "1e9",
    None,
    True,
    [],
    {},
    [1],
    "9" * 30,
    "ÄÖÜ ß €",
    0.1,
)


def anfragen() -> list[dict[str, Any]]:
    """Bei jedem Aufruf dieselben Anfragen."""
    return [
        frage for name in RECHNER for frage in _zu(name, RECHNER[name].FELDER)
    ] + _an_niemanden()


def _an_niemanden() -> list[dict[str, Any]]:
    return [
        {},
        {"rechner": "gibt_es_nicht", "angaben": {}},
        {"rechner": 7, "angaben": []},
    ]


def _zu(name: str, felder: Sequence[Feld]) -> Iterator[dict[str, Any]]:
    wuerfel = random.Random(name)
    yield {"rechner": name, "angaben": {}}
    yield {
        "rechner": name,
        "angaben": {"stichtg": "1.1.2026"},
        "stichtag": "2026-01-01",
    }
    yield {
        "rechner": name,
        "angaben": {"stichtag": "1.1.2026"},
        "stichtag": "2026-01-02",
    }
    for tag in ("1950-01-01", "2199-12-31"):
        yield {"rechner": name, "angaben": _voll(felder, wuerfel, tag)}
    for feld in felder:
        for unsinn in _UNSINN:
            yield {
                "rechner": name,
                "angaben": {**_voll(felder, wuerfel, _TAGE[1]), feld.name: unsinn},
            }
        yield {
            "rechner": name,
            "angaben": {"stichtag": _TAGE[1], feld.name: _wert(feld, wuerfel)},
        }
    for nummer in range(_JE_RECHNER):
        angaben = _voll(felder, wuerfel, _TAGE[nummer % len(_TAGE)])
        gewaehlt = {
            feld: wert
            for feld, wert in angaben.items()
            if feld == "stichtag" or wuerfel.random() < 0.5
        }
        yield {"rechner": name, "angaben": gewaehlt}


def _voll(felder: Sequence[Feld], wuerfel: random.Random, tag: str) -> dict[str, Any]:
    return {
        feld.name: tag if feld.name == "stichtag" else _wert(feld, wuerfel)
        for feld in felder
    }


def _wert(feld: Feld, wuerfel: random.Random) -> Any:
    if feld.art in ("geld", "geldliste"):
        betrag = f"{wuerfel.randint(0, 7)}.{wuerfel.randint(0, 999):03d},{wuerfel.randint(0, 99):02d}"
        return [betrag, 900, "77,5"] if feld.art == "geldliste" else betrag
    if feld.art == "datum":
        return (
            date(2026, 3, 2) - timedelta(days=wuerfel.randint(-200, 20_000))
        ).isoformat()
    if feld.art == "ganze_zahl":
        return wuerfel.randint(0, min(feld.hoechstens or 60, 60))
    if feld.art == "ja_nein":
        return wuerfel.choice([True, False, "ja", "nein"])
    if feld.art in ("auswahl", "mehrfach"):
        wahl = wuerfel.choice(feld.optionen)[0] if feld.optionen else "?"
        return [wahl] if feld.art == "mehrfach" else wahl
    return [_zeile(feld, wuerfel) for _ in range(wuerfel.randint(0, 4))]


def _zeile(feld: Feld, wuerfel: random.Random) -> dict[str, Any]:
    zeile = {teil.name: _wert(teil, wuerfel) for teil in feld.felder}
    if {"von", "bis"} <= zeile.keys():
        zeile["von"], zeile["bis"] = sorted((zeile["von"], zeile["bis"]))
    return zeile
