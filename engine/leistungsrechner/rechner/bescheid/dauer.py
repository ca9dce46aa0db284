"""Stimmt mein Bescheid?: Bezugsdauer, Beginn und Ende Zeile für Zeile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from ...angaben import Angaben
from ...anzeige import datum
from ...ergebnis import Wert
from ...werte import Werte
from ...zeit import TAG
from ..arbeitslosengeld.anspruch import verlauf_vor
from ..arbeitslosengeld.beginn import MIT_SPERRE, RUHENSFELDER, beginn, ende
from ..arbeitslosengeld.bezugsdauer import STUFEN, bezugsdauer
from ..arbeitslosengeld.zeitarten import BEZEICHNUNG
from ..zeitleiste import RUHENSGRUENDE
from .zeile import Probe, Zeile, passende

SEITE_DAUER = "ratgeber/arbeitslosengeld/bezugsdauer/"
SEITE_SPERRE = "ratgeber/ende/sperre/"
SEITE_RUHEN = "ratgeber/arbeitslosengeld/ruhen/"
_EIGENE = "nach Ihren Angaben"


def zeilen(
    angaben: Angaben, eigene: Angaben, gerechnet: Mapping[str, Wert], werte: Werte
) -> Iterator[Zeile]:
    """Die Zeilen zu Dauer und Tagen, soweit die Mitteilung eine Zahl dafür hat."""
    if angaben.gegeben("mitteilung_wochen"):
        yield _wochen(angaben, eigene, gerechnet.get("bezugsdauer_wochen"), werte)
    if angaben.gegeben("mitteilung_beginn"):
        yield _beginn(angaben, eigene, werte)
    if angaben.gegeben("mitteilung_ende"):
        yield _ende(angaben, eigene, gerechnet, werte)


def _wochen(angaben: Angaben, eigene: Angaben, gerechnet: Wert, werte: Werte) -> Zeile:
    mitteilung: int = angaben["mitteilung_wochen"]
    return Zeile(
        "bezugsdauer_wochen",
        "Bezugsdauer",
        mitteilung,
        gerechnet,
        _EIGENE,
        passende(mitteilung, _andere_dauern(eigene, werte)),
        "Dauer",
    )


def _andere_dauern(eigene: Angaben, werte: Werte) -> Iterator[Probe]:
    """Die Dauer ohne Teile der Angaben: ohne eine Art von Zeiten, ohne ein Fenster, vor dem Geburtstag."""
    arten = dict.fromkeys(zeit["art"] for zeit in eigene["zeiten"] or ())
    for art in arten:
        rest = [zeit for zeit in eigene["zeiten"] if zeit["art"] != art]
        yield Probe(
            f"Es fehlen die Zeiten „{BEZEICHNUNG[art]}“.",
            _dauer(_mit(eigene, "zeiten", rest), werte),
            SEITE_DAUER + "#dauer",
        )
    for stufe in STUFEN:
        if eigene.gegeben(stufe.kurzfeld):
            jahre = werte[stufe.fenster].anzeige
            yield Probe(
                f"Die Wochen der letzten {jahre} sind nicht oder zu niedrig gezählt.",
                _dauer(_mit(eigene, stufe.kurzfeld, 0), werte),
                SEITE_DAUER + "#dauer",
            )
        if stufe.alter and eigene.gegeben("geburtsdatum"):
            yield Probe(
                f"Gerechnet ist, als wären Sie beim Antrag jünger als {werte[stufe.alter].anzeige}.",
                _dauer(_mit(eigene, "geburtsdatum", eigene["stichtag"]), werte),
                SEITE_DAUER + "#geburtstag",
            )
    if eigene["rehabilitation"]:
        yield Probe(
            "Die berufliche Rehabilitation ist nicht berücksichtigt.",
            _dauer(_mit(eigene, "rehabilitation", False), werte),
            SEITE_DAUER + "#rehabilitation",
        )


def _dauer(eigene: Angaben, werte: Werte) -> int | None:
    tag = eigene["stichtag"]
    return bezugsdauer(eigene, tag, verlauf_vor(eigene, tag, werte), werte)


def _beginn(angaben: Angaben, eigene: Angaben, werte: Werte) -> Zeile:
    mitteilung: date = angaben["mitteilung_beginn"]
    return Zeile(
        "beginn",
        "Beginn",
        mitteilung,
        beginn(eigene, werte).beginn,
        _EIGENE,
        passende(mitteilung, _andere_beginne(eigene, werte)),
        "Beginn",
    )


def _andere_beginne(eigene: Angaben, werte: Werte) -> Iterator[Probe]:
    """Der Beginn mit oder ohne Sperre, ohne einzelne Gründe des Ruhens, ohne die Regel für arbeitsfreie Tage."""
    if eigene["beendigung"] in MIT_SPERRE:
        ohne = beginn(_mit(eigene, "beendigung", None), werte).beginn
        yield Probe(
            "Das AMS hat keine Sperre verhängt.", ohne, SEITE_SPERRE + "#nachsicht"
        )
    else:
        for art in sorted(MIT_SPERRE)[:1]:
            mit = beginn(_mit(eigene, "beendigung", art), werte).beginn
            yield Probe(
                "Das AMS hat eine Sperre verhängt.", mit, SEITE_SPERRE + "#lauf"
            )
    for feld in RUHENSFELDER:
        if eigene.gegeben(feld):
            ohne = beginn(_ohne(eigene, feld), werte).beginn
            yield Probe(
                f"Nicht berücksichtigt: {RUHENSGRUENDE[feld]}.", ohne, SEITE_RUHEN
            )
    yield Probe(
        "Es ist der Tag des Antrags; Sperre, Ruhen und freie Tage davor sind nicht berücksichtigt.",
        eigene["stichtag"],
        "ratgeber/job-verloren/antrag/#frist",
    )
    if eigene.gegeben("dienstverhaeltnis_ende"):
        yield Probe(
            "Es ist der Tag nach dem Ende der Arbeit.",
            eigene["dienstverhaeltnis_ende"] + TAG,
            "ratgeber/job-verloren/antrag/#frist",
        )


def _ende(
    angaben: Angaben, eigene: Angaben, gerechnet: Mapping[str, Wert], werte: Werte
) -> Zeile:
    """Das Ende aus Beginn und Wochen der Mitteilung, wo sie dastehen, sonst aus den eigenen."""
    mitteilung: date = angaben["mitteilung_ende"]
    von = angaben["mitteilung_beginn"] or _tag(gerechnet.get("beginn"))
    tage, woher = _tage(angaben, gerechnet, werte)
    if von is None or tage is None:
        return Zeile("ende", "Ende", mitteilung, None, "", (), "Dauer")
    kurs: int = eigene["schulung_tage"]
    proben = [
        Probe(
            "Der Kurs ist nicht angehängt.", ende(von, tage, 0), SEITE_DAUER + "#dauer"
        ),
        Probe(
            f"Gezählt ist ein Tag zu viel: Der Beginn ({datum(von)}) ist selbst schon ein bezahlter Tag.",
            ende(von, tage, kurs) + TAG,
            SEITE_DAUER + "#dauer",
        ),
    ]
    eigen = _tag(gerechnet.get("ende"))
    proben.append(
        Probe(
            "Es passt zu Ihren eigenen Angaben, nicht zu Beginn und Wochen der Mitteilung.",
            eigen,
        )
    )
    return Zeile(
        "ende",
        "Ende",
        mitteilung,
        ende(von, tage, kurs),
        woher,
        passende(mitteilung, proben),
        "Dauer",
    )


def _tage(
    angaben: Angaben, gerechnet: Mapping[str, Wert], werte: Werte
) -> tuple[int | None, str]:
    in_der_mitteilung = angaben.gegeben("mitteilung_wochen")
    wochen = (
        angaben["mitteilung_wochen"]
        if in_der_mitteilung
        else gerechnet.get("bezugsdauer_wochen")
    )
    if not isinstance(wochen, int):
        return None, ""
    aus = "aus Beginn und Wochen der Mitteilung"
    woher = (
        aus if in_der_mitteilung and angaben.gegeben("mitteilung_beginn") else _EIGENE
    )
    return wochen * werte.anzahl("zeit_tage_pro_woche"), woher


def _mit(angaben: Angaben, feld: str, wert: object) -> Angaben:
    return replace(angaben, werte={**angaben.werte, feld: wert})


def _ohne(angaben: Angaben, feld: str) -> Angaben:
    return replace(angaben, werte={n: w for n, w in angaben.werte.items() if n != feld})


def _tag(wert: Wert) -> date | None:
    return wert if isinstance(wert, date) else None
