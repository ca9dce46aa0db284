"""Arbeitslosengeld: die Antwort in einem Satz."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ...anzeige import datum
from ...ergebnis import Kernaussage, Summe, Voraussetzung, Wert
from ...groesse import Groesse

_TEILE = ("tagesnetto", "grundbetrag", "ergaenzungsbetrag", "familienzuschlag", "tagsatz")  # fmt: skip


def kernaussage(
    ergebnis: Mapping[str, Wert], voraussetzungen: Sequence[Voraussetzung]
) -> Kernaussage:
    """Kein Anspruch, der Tagsatz, die Dauer oder der Beginn: das Wichtigste, das feststeht."""
    groessen = {n: wert for n, wert in ergebnis.items() if isinstance(wert, Groesse)}
    summen = [
        Summe(groessen[teil].name, groessen[teil].anzeige, groessen[teil].norm)
        for teil in _TEILE
        if teil in groessen
    ]
    if gescheitert := [v for v in voraussetzungen if v.erfuellt is False]:
        return Kernaussage(
            "Derzeit kein Anspruch auf Arbeitslosengeld",
            nachsatz=gescheitert[0].begruendung,
        )
    zeitraum = _zeitraum(ergebnis)
    if "fortbezug_tage" in ergebnis:
        return Kernaussage(
            "Sie bekommen die restlichen Tage von früher",
            f"{ergebnis['fortbezug_tage']} Tage",
            f"{zeitraum} Ausbezahlt wird der alte Tagsatz.".strip(),
        )
    if "tagsatz" in groessen:
        monat = f"Das sind {groessen['monat_30'].anzeige} in 30 Tagen."
        return Kernaussage(
            "Sie bekommen voraussichtlich",
            f"{groessen['tagsatz'].anzeige} am Tag",
            " ".join(filter(None, (monat, _dauer(ergebnis), zeitraum))),
            summen,
        )
    if "bezugsdauer_wochen" in ergebnis:
        sicher = voraussetzungen[0].erfuellt
        return Kernaussage(
            "Sie haben voraussichtlich Anspruch"
            if sicher
            else "Wenn Sie Anspruch haben, bekommen Sie Arbeitslosengeld für",
            f"{ergebnis['bezugsdauer_wochen']} Wochen",
            zeitraum,
        )
    if voraussetzungen[0].erfuellt:
        return Kernaussage(
            "Sie haben voraussichtlich Anspruch auf Arbeitslosengeld",
            nachsatz=zeitraum or voraussetzungen[0].begruendung,
        )
    beginn = ergebnis.get("beginn")
    if isinstance(beginn, date):
        return Kernaussage(
            "Arbeitslosengeld kann beginnen am",
            datum(beginn),
            "Für Dauer und Höhe fehlen noch Angaben.",
        )
    return Kernaussage(
        "Dafür fehlen noch Angaben", nachsatz="Was fehlt, steht unter „Gut zu wissen“."
    )


def _dauer(ergebnis: Mapping[str, Wert]) -> str:
    wochen = ergebnis.get("bezugsdauer_wochen")
    return f"Es läuft {wochen} Wochen." if wochen else ""


def _zeitraum(ergebnis: Mapping[str, Wert]) -> str:
    beginn, ende = ergebnis.get("beginn"), ergebnis.get("ende")
    if not isinstance(beginn, date):
        return ""
    if not isinstance(ende, date):
        return f"Es beginnt am {datum(beginn)}."
    return f"Voraussichtlich vom {datum(beginn)} bis {datum(ende)}."
