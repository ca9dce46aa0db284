"""Was steht mir zu?: das Geld der nächsten Monate, Leistung für Leistung, nach Kalendertagen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ...angaben import Angaben
from ...anzeige import in_worten, monat_jahr
from ...groesse import Groesse, null, summe
from ...rechenweg import als_text
from ...werte import Werte
from ...zeit import TAG, plus_monate
from ..zeitleiste import Phase
from .ergaenzung import Monatsrechnung

Bild = dict[str, object]
Teile = dict[str, tuple[Groesse, int]]

TITEL = {
    "arbeitslosengeld": "Arbeitslosengeld",
    "notstandshilfe": "Notstandshilfe",
    "mindestsicherung": "Mindestsicherung",
    "mietbeihilfe": "Mietbeihilfe",
}
# Der Deckel ist keine eigene Leistung, nur ein anderer Tagsatz.
_LEISTUNG = {"deckel": "notstandshilfe", "verlaengerung": "notstandshilfe"}


def bis_zum_horizont(
    angaben: Angaben, phasen: Sequence[Phase], werte: Werte
) -> list[Phase]:
    """Die Abschnitte und, wo Notstandshilfe endet, ihre Verlängerung bis zum Ende der Vorschau."""
    horizont = _horizont(angaben, werte)
    letzte = phasen[-1] if phasen else None
    if letzte is None or letzte.art not in ("notstandshilfe", "deckel"):
        return list(phasen)
    if letzte.bis is None or letzte.bis >= horizont:
        return list(phasen)
    weiter = Phase(
        "verlaengerung",
        "Notstandshilfe nach neuem Antrag",
        letzte.bis + TAG,
        horizont,
        letzte.tagsatz,
    )
    return [*phasen, weiter]


def vorschau(
    angaben: Angaben,
    phasen: Sequence[Phase],
    bekannt_bis: date | None,
    mit_ergaenzung: bool,
    werte: Werte,
) -> list[Bild]:
    """Die Monate ab dem Antrag; bekannt_bis None heißt: das Geld vom AMS steht für die ganze Zeit fest."""
    rechnung = Monatsrechnung(angaben, werte) if mit_ergaenzung else None
    erster = angaben["stichtag"].replace(day=1)
    anzahl = werte.anzahl("vorschau_monate")
    return [
        _monat(
            plus_monate(erster, n), angaben["stichtag"], phasen, bekannt_bis, rechnung
        )
        for n in range(anzahl)
    ]


def _monat(
    von: date,
    stichtag: date,
    phasen: Sequence[Phase],
    bekannt_bis: date | None,
    rechnung: Monatsrechnung | None,
) -> Bild:
    bis = plus_monate(von, 1) - TAG
    vom_ams = _vom_ams(phasen, von, bis)
    offen = bekannt_bis is not None and bis > bekannt_bis
    ergaenzung: Teile = {}
    werte_von: date | None = None
    if rechnung and not offen and von >= stichtag:
        ergaenzung, werte_von = _ergaenzung(
            rechnung, von, summe((b for b, _ in vom_ams.values()), "€/Monat")
        )
    gesamt = summe((b for b, _ in (vom_ams | ergaenzung).values()), "€/Monat")
    return {
        "monat": f"{von:%Y-%m}",
        "titel": monat_jahr(von),
        "teile": [_teil(art, *teil) for art, teil in (vom_ams | ergaenzung).items()],
        "gesamt": als_text(gesamt.wert, "€"),
        "anzeige": in_worten(gesamt.wert, "€"),
        "ohne_geld": [
            {"titel": p.titel, "tage": tage}
            for p in phasen
            if p.tagsatz is None and (tage := _tage(p, von, bis))
        ],
        "offen": offen,
        "ergaenzung_offen": bool(rechnung) and von < stichtag,
        "werte_von": werte_von.isoformat() if werte_von else None,
    }


def _vom_ams(phasen: Sequence[Phase], von: date, bis: date) -> Teile:
    """Das Geld vom AMS in diesem Monat: Tagsatz mal Kalendertage, je Leistung zusammengezählt."""
    teile: Teile = {}
    for phase in phasen:
        tage = _tage(phase, von, bis)
        if phase.tagsatz is not None and tage:
            art = _LEISTUNG.get(phase.art, phase.art)
            betrag, bisher = teile.get(art, (null("€/Monat"), 0))
            dazu = Groesse(phase.tagsatz.wert * tage, "€/Monat")
            teile[art] = (betrag + dazu, bisher + tage)
    return teile


def _ergaenzung(
    rechnung: Monatsrechnung, monat: date, vom_ams: Groesse
) -> tuple[Teile, date | None]:
    """Mindestsicherung und Mietbeihilfe des Monats und, wo seine Werte noch fehlen, von wann jene sind."""
    antwort, werte_von = rechnung.am(monat, vom_ams)
    if antwort.art != "ergebnis":
        return {}, werte_von
    betraege = {n: antwort.werte.get(n) for n in ("mindestsicherung", "mietbeihilfe")}
    return {
        name: (betrag, 0)
        for name, betrag in betraege.items()
        if isinstance(betrag, Groesse) and betrag
    }, werte_von


def _teil(art: str, betrag: Groesse, tage: int) -> Bild:
    return {
        "art": art,
        "titel": TITEL[art],
        "tage": tage or None,
        "betrag": als_text(betrag.wert, "€"),
        "anzeige": in_worten(betrag.wert, "€"),
    }


def _tage(phase: Phase, von: date, bis: date) -> int:
    """Wie viele Tage des Abschnitts in diesen Zeitraum fallen."""
    ende = bis if phase.bis is None else min(bis, phase.bis)
    return max((ende - max(von, phase.von)) // timedelta(days=1) + 1, 0)


def _horizont(angaben: Angaben, werte: Werte) -> date:
    erster: date = angaben["stichtag"].replace(day=1)
    return plus_monate(erster, werte.anzahl("vorschau_monate")) - TAG
