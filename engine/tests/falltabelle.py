"""Liest die Falltabellen: jede Zeile ein Fall mit Angaben, Erwartung und Quelle."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from leistungsrechner.tabelle import Zeile, lies_tabellen

ORDNER = Path(__file__).with_name("faelle")
_FEST = ("Fall", "Stichtag", "Angaben", "Erwartet", "Quelle")


@dataclass(frozen=True)
class Fall:
    """Ein Fall: ein Satz, ein Stichtag, Angaben, die erwarteten Werte und woher man sie kennt."""

    rechner: str
    name: str
    stichtag: str
    angaben: dict[str, object]
    erwartet: dict[str, object]
    quelle: str
    ort: str

    def __str__(self) -> str:
        return self.name


def alle_faelle() -> list[Fall]:
    """Alle Fälle aller Tabellen; der Dateiname (bis zum ersten Punkt oder „-“) ist der Rechner."""
    faelle, probleme = lies_faelle()
    if probleme:
        raise ValueError("\n".join(probleme))
    return faelle


def lies_faelle() -> tuple[list[Fall], list[str]]:
    """Alle lesbaren Fälle, und was an den übrigen nicht stimmt, mit Datei und Zeile."""
    faelle: list[Fall] = []
    probleme: list[str] = []
    for datei in sorted(ORDNER.glob("*.md")):
        try:
            text = datei.read_text("utf-8-sig")
        except UnicodeDecodeError:
            probleme.append(
                f"{datei.name}:1: Die Datei ist nicht als UTF-8 gespeichert."
            )
            continue
        tabellen, am_bau = lies_tabellen(text, datei.name, "Fall")
        probleme += map(str, am_bau)
        for tabelle in tabellen:
            if tuple(tabelle.spalten) != _FEST:
                probleme.append(
                    f"{datei.name}:{tabelle.kopfzeile}: Erwartet werden die Spalten {', '.join(_FEST)}."
                )
                continue
            for zeile in tabelle.zeilen:
                try:
                    faelle.append(_fall(datei, zeile))
                except ValueError as fehler:
                    probleme.append(str(fehler))
    return faelle, [f"engine/tests/faelle/{problem}" for problem in probleme]


def _fall(datei: Path, zeile: Zeile) -> Fall:
    ort = f"{datei.name}:{zeile.nummer}"
    if not zeile["Quelle"]:
        raise ValueError(f"{ort}: Ein Fall ohne Quelle ist kein Fall.")
    return Fall(
        datei.stem.split("-")[0],
        zeile["Fall"],
        zeile["Stichtag"],
        paare(zeile["Angaben"], ort),
        paare(zeile["Erwartet"], ort),
        zeile["Quelle"],
        ort,
    )


def paare(zelle: str, ort: str) -> dict[str, object]:
    """„brutto_monat = 2.400; kinder = 1“ als Angaben; Listen und Objekte in JSON-Schreibweise."""
    gelesen: dict[str, object] = {}
    for teil in filter(None, (teil.strip() for teil in zelle.split(";"))):
        name, trenner, wert = (stueck.strip() for stueck in teil.partition("="))
        if not trenner:
            raise ValueError(f"{ort}: „{teil}“ ist kein Paar „feld = wert“.")
        try:
            gelesen[name] = _wert(wert)
        except json.JSONDecodeError:
            raise ValueError(
                f'{ort}: „{wert}“ ist keine lesbare Liste. Erwartet wird zum Beispiel ["0", "450"].'
            ) from None
    return gelesen


def _wert(text: str) -> object:
    if text.startswith(("[", "{")):
        return json.loads(text)
    return None if text == "null" else text


def abweichungen(fall: Fall, antwort: dict[str, object]) -> list[str]:
    """Worin die Antwort von der Erwartung abweicht; „fehlt“ heißt, dass ein Wert nicht dastehen darf."""
    werte = antwort["werte"]
    assert isinstance(werte, dict)
    haben = {"art": antwort["art"], **werte}
    if antwort["fehler"]:
        haben["feld"] = ", ".join(str(f["feld"]) for f in antwort["fehler"])  # type: ignore[union-attr]
    erwartet = {"art": "ergebnis", **fall.erwartet}
    return [
        f"{name}: erwartet {'null' if soll is None else soll}, gerechnet {_lesbar(haben.get(name, 'fehlt'))}"
        for name, soll in erwartet.items()
        if _text(haben.get(name, "fehlt")) != _normal(soll)
    ]


def _normal(soll: object) -> str:
    """Die Erwartung, wie die Maschine sie schreibt: 1.234,56 als 1234.56, 1.4.2026 als 2026-04-01."""
    text = _text(soll)
    tag, *rest = text.split(".")
    if (
        len(rest) == 2
        and all(teil.isdigit() for teil in (tag, *rest))
        and len(rest[1]) == 4
    ):
        return f"{rest[1]}-{int(rest[0]):02d}-{int(tag):02d}"
    if "," in text and text.replace(".", "").replace(",", "").isdigit():
        return text.replace(".", "").replace(",", ".")
    return {"ja": "True", "nein": "False"}.get(text, text)


def _lesbar(wert: object) -> str:
    """Das Ergebnis der Maschine, wie es in einer Falltabelle stünde: 1234.56 als 1.234,56."""
    text = _text(wert)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        jahr, monat, tag = map(int, text.split("-"))
        return f"{tag}.{monat}.{jahr}"
    if re.fullmatch(r"-?\d+\.\d+", text):
        return f"{Decimal(text):,}".translate(str.maketrans(",.", ".,"))
    return {"True": "ja", "False": "nein", "None": "null"}.get(text, text)


def _text(wert: object) -> str:
    return "None" if wert is None else str(wert)
