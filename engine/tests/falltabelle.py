"""Liest die Falltabellen: jede Zeile ein Fall mit Angaben, Erwartung und Quelle."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leistungsrechner.tabelle import lies_tabellen

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
    return [fall for datei in sorted(ORDNER.glob("*.md")) for fall in _faelle(datei)]


def _faelle(datei: Path) -> Iterator[Fall]:
    rechner = datei.stem.split("-")[0]
    tabellen, probleme = lies_tabellen(datei.read_text("utf-8"), datei.name, "Fall")
    if probleme:
        raise ValueError("\n".join(str(problem) for problem in probleme))
    for tabelle in tabellen:
        if tuple(tabelle.spalten) != _FEST:
            raise ValueError(
                f"{datei.name}:{tabelle.kopfzeile}: Erwartet werden die Spalten {_FEST}."
            )
        for zeile in tabelle.zeilen:
            ort = f"{datei.name}:{zeile.nummer}"
            if not zeile["Quelle"]:
                raise ValueError(f"{ort}: Ein Fall ohne Quelle ist kein Fall.")
            yield Fall(
                rechner,
                zeile["Fall"],
                zeile["Stichtag"],
                _paare(zeile["Angaben"], ort),
                _paare(zeile["Erwartet"], ort),
                zeile["Quelle"],
                ort,
            )


def _paare(zelle: str, ort: str) -> dict[str, object]:
    """„brutto_monat = 2.400; kinder = 1“ als Angaben; Listen und Objekte in JSON-Schreibweise."""
    paare: dict[str, object] = {}
    for teil in filter(None, (teil.strip() for teil in zelle.split(";"))):
        name, trenner, wert = (stueck.strip() for stueck in teil.partition("="))
        if not trenner:
            raise ValueError(f"{ort}: „{teil}“ ist kein Paar „feld = wert“.")
        paare[name] = _wert(wert)
    return paare


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
        f"{name}: erwartet {soll}, gerechnet {_text(haben.get(name, 'fehlt'))}"
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


def _text(wert: object) -> str:
    return "None" if wert is None else str(wert)
