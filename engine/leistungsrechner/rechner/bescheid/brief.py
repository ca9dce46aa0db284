"""Stimmt mein Bescheid?: der Brief an das AMS, mit den eigenen Zahlen (§ 47 Abs. 1 AlVG)."""

from __future__ import annotations

from collections.abc import Sequence

from ...angaben import Angaben
from ...anzeige import datum
from ..bezeichnungen import anzeige
from .zeile import Zeile

SEITE = "ratgeber/wehren/musterbriefe/#feststellungsbescheid"
Brief = dict[str, object]


def brief(angaben: Angaben, abweichende: Sequence[Zeile]) -> Brief:
    """Der Antrag auf einen Feststellungsbescheid; was in eckigen Klammern steht, ist noch auszufüllen."""
    return {
        "titel": "Antrag auf Feststellungsbescheid",
        "seite": SEITE,
        "absaetze": [
            _zeilen(
                "[Vorname und Familienname]",
                "[Straße, Hausnummer]",
                "[Postleitzahl, Ort]",
                "Sozialversicherungsnummer: [Nummer]",
            ),
            _zeilen(
                "An das Arbeitsmarktservice [Geschäftsstelle]",
                "[Adresse der Geschäftsstelle]",
            ),
            _zeilen("[Ort], am [Datum]"),
            {"art": "titel", "zeilen": ["Antrag auf Feststellungsbescheid"]},
            _zeilen("Sehr geehrte Damen und Herren,"),
            _zeilen(_mitteilung(angaben)),
            _zeilen(f"Ich halte {_was(abweichende)} für nicht richtig:"),
            {"art": "liste", "zeilen": [_punkt(zeile) for zeile in abweichende]},
            _zeilen(
                "Bitte stellen Sie Höhe und Dauer meines Anspruchs mit Bescheid fest und begründen Sie die Berechnung "
                "(§ 47 Abs. 1 AlVG)."
            ),
            _zeilen("Mit freundlichen Grüßen", "[Unterschrift]"),
        ],
    }


def _zeilen(*zeilen: str) -> dict[str, object]:
    return {"art": "absatz", "zeilen": list(zeilen)}


def _mitteilung(angaben: Angaben) -> str:
    vom = (
        datum(angaben["mitteilung_vom"])
        if angaben.gegeben("mitteilung_vom")
        else "[Datum]"
    )
    am = (
        datum(angaben["zugestellt_am"])
        if angaben.gegeben("zugestellt_am")
        else "[Datum]"
    )
    text = f"mit der Mitteilung über den Leistungsanspruch vom {vom}, zugestellt am {am}, haben Sie mir Arbeitslosengeld"
    if angaben.gegeben("mitteilung_tagsatz"):
        text += f" von täglich {angaben.groesse('mitteilung_tagsatz').anzeige}"
    if angaben.gegeben("mitteilung_beginn"):
        text += f" ab {datum(angaben['mitteilung_beginn'])}"
    if angaben.gegeben("mitteilung_ende"):
        text += f" bis voraussichtlich {datum(angaben['mitteilung_ende'])}"
    return f"{text} zuerkannt."


def _was(zeilen: Sequence[Zeile]) -> str:
    """„die Höhe“, „die Höhe und die Dauer“, „den Beginn“ …"""
    woerter = {
        "Höhe": "die Höhe",
        "Familienzuschläge": "die Familienzuschläge",
        "Dauer": "die Dauer",
        "Beginn": "den Beginn",
    }
    themen = [
        woerter[thema] for thema in dict.fromkeys(zeile.thema for zeile in zeilen)
    ]
    return " und ".join(filter(None, (", ".join(themen[:-1]), themen[-1])))


def _punkt(zeile: Zeile) -> str:
    haben = anzeige(zeile.schluessel, zeile.mitteilung)
    soll = anzeige(zeile.schluessel, zeile.gerechnet)
    text = f"{zeile.name}: laut Mitteilung {haben}, nach meiner Rechnung {soll}."
    passend = [ursache.text for ursache in zeile.ursachen if ursache.passt]
    if passend and zeile.thema == "Familienzuschläge":
        text += f" {passend[0]}"
    elif passend:
        text += f" Die Zahl der Mitteilung ergäbe sich so: {passend[0]}"
    return text
