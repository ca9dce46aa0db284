"""Arbeitslosengeld: neuer Anspruch oder Rest eines früheren, und für wie lange (§§ 14, 18, 19 AlVG)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...angaben import Angaben
from ...anzeige import datum, in_worten
from ...ergebnis import Gegenprobe, Voraussetzung, Wert
from ...werte import Werte
from ...zeit import TAG
from . import fortbezug as rest
from .anwartschaft import SEITE, Befund, Pruefung, befund
from .bezugsdauer import bezugsdauer
from .fortbezug import Fortbezug, fortbezug
from .zeiten import Verlauf, Wirkung, lies_zeiten, verlauf

KURZER_WEG = ("wochen_24_monate", "wochen_12_monate")
_NAME = "Sie waren lange genug versichert (Anwartschaft)"


@dataclass(frozen=True)
class Anspruch:
    """Was über Anwartschaft, Dauer und Restanspruch bekannt ist."""

    verlauf: Verlauf | None
    befund: Befund
    fortbezug: Fortbezug | None
    dauer_wochen: int | None
    tage_pro_woche: int

    @property
    def erfuellt(self) -> bool | None:
        """Ob ein neuer oder ein restlicher Anspruch besteht; None heißt unbekannt."""
        if self.befund.erfuellt:
            return True
        if self.fortbezug and self.fortbezug.rechtzeitig is not False:
            return self.fortbezug.rechtzeitig
        return self.befund.erfuellt

    @property
    def im_fortbezug(self) -> bool:
        """Ob es statt eines neuen Anspruchs die restlichen Tage gibt."""
        return self.befund.erfuellt is False and self.erfuellt is True

    @property
    def tage(self) -> int | None:
        """Die Tage, für die es Arbeitslosengeld gibt, wenn sie feststehen."""
        if self.im_fortbezug and self.fortbezug:
            return self.fortbezug.tage
        return self.dauer_wochen and self.dauer_wochen * self.tage_pro_woche

    def werte(self) -> dict[str, Wert]:
        """Die Ergebnisse, soweit sie feststehen."""
        frist = self.befund.pruefung.frist if self.befund.pruefung else None
        moeglich = {
            "fortbezug_tage": self.tage if self.im_fortbezug else None,
            "anwartschaft_wochen": self.befund.wochen,
            "anwartschaft_noetig": self.befund.noetig,
            "rahmenfrist_von": frist.von if frist else None,
            "bezugsdauer_wochen": self.dauer_wochen,
            "bezugsdauer_tage": self.tage if self.dauer_wochen else None,
        }
        return {name: wert for name, wert in moeglich.items() if wert is not None}


def anspruch(angaben: Angaben, tag: date, werte: Werte) -> Anspruch:
    """Der Anspruch bei einem Antrag an diesem Tag."""
    zeiten = verlauf_vor(angaben, tag, werte)
    gefunden = befund(angaben, tag, zeiten, werte)
    restlich = fortbezug(angaben, werte)
    dauer = None
    rest_moeglich = restlich is not None and restlich.rechtzeitig is not False
    if gefunden.erfuellt or (gefunden.erfuellt is None and not rest_moeglich):
        dauer = bezugsdauer(angaben, tag, zeiten, werte)
    return Anspruch(
        zeiten, gefunden, restlich, dauer, werte.anzahl("zeit_tage_pro_woche")
    )


def verlauf_vor(angaben: Angaben, tag: date, werte: Werte) -> Verlauf | None:
    """Die angegebenen Zeiten vor diesem Tag; None, wo statt ihrer Wochen oder gar nichts angegeben ist."""
    kurz = any(angaben.gegeben(feld) for feld in KURZER_WEG)
    if not angaben.gegeben("zeiten") or (kurz and not angaben["zeiten"]):
        return None
    return verlauf(lies_zeiten(angaben["zeiten"]), tag, werte)


def voraussetzung(gefunden: Anspruch, werte: Werte) -> Voraussetzung:
    """Die Anwartschaft als Voraussetzung; ein Restanspruch erfüllt sie auch."""
    restlich = gefunden.fortbezug
    if not gefunden.befund.erfuellt and restlich and restlich.rechtzeitig:
        text = f"Sie haben noch {_tage(restlich.tage)} von früher."
        if gefunden.befund.erfuellt is None:
            text += " Mit genug neuen Wochen gäbe es stattdessen einen neuen Anspruch."
        return Voraussetzung(
            "Sie haben noch Tage von früher (Fortbezug)",
            True,
            text,
            rest.NORM,
            rest.SEITE,
        )
    pruefung = gefunden.befund.pruefung
    norm, seite = (
        (pruefung.regel.norm, pruefung.regel.seite)
        if pruefung
        else ("§ 14 AlVG", SEITE + "#ueberblick")
    )
    return Voraussetzung(
        _NAME, gefunden.erfuellt, _begruendung(gefunden, werte), norm, seite
    )


def _begruendung(gefunden: Anspruch, werte: Werte) -> str:
    urteil, pruefung = gefunden.befund, gefunden.befund.pruefung
    if pruefung:
        satz = _gezaehlt(pruefung, werte)
    elif urteil.erfuellt is None:
        satz = "Dafür fehlen Angaben zu Ihren versicherten Zeiten oder Ihr Alter."
    elif urteil.erfuellt:
        satz = "Ihre versicherten Wochen reichen in jedem Fall."
    else:
        satz = f"Ihre versicherten Wochen reichen in keinem Fall. {_was_noetig_ist(gefunden)}."
    return (
        f"{satz} {_zum_rest(gefunden.fortbezug)}".strip()
        if not urteil.erfuellt
        else satz
    )


def _was_noetig_ist(gefunden: Anspruch) -> str:
    """Die nötigen Wochen je Regel, die in Frage kommt."""
    regeln = [f"{p.noetig} ({p.regel.name})" for p in gefunden.befund.knappste]
    return f"Nötig sind {' oder '.join(regeln)}"


def _gezaehlt(pruefung: Pruefung, werte: Werte) -> str:
    noetig = f"Nötig sind {pruefung.noetig} ({pruefung.regel.name})."
    if pruefung.frist is None:
        monate = werte[pruefung.regel.monate].anzeige
        return f"Sie waren in den letzten {monate}n {_wochen(pruefung.wochen)} versichert. {noetig}"
    frist = pruefung.frist
    raum = f"vom {datum(frist.von)} bis {datum(frist.bis)}"
    return (
        f"In der Rahmenfrist {raum} waren Sie {_tage(frist.tage)} versichert, das sind "
        f"{_wochen(pruefung.wochen)}. {noetig}"
    )


def _zum_rest(restlich: Fortbezug | None) -> str:
    if restlich is None:
        return ""
    if restlich.frist is None:
        return "Ob Sie Ihre restlichen Tage noch bekommen, hängt vom letzten Tag des Bezugs ab."
    return f"Ihre restlichen Tage hätten Sie bis {datum(restlich.frist)} beantragen müssen."


def gegenproben(angaben: Angaben, gefunden: Anspruch, werte: Werte) -> list[Gegenprobe]:
    """Wie viel versicherte Zeit fehlt, wenn kein Anspruch besteht."""
    pruefung = gefunden.befund.pruefung
    if gefunden.erfuellt is not False:
        return []
    if _ein_tag_genuegt(angaben, gefunden, werte):
        text = "Es fehlt 1 versicherter Tag in Österreich nach der Arbeit im Ausland: Mit ihm zählt auch diese."
        return [Gegenprobe(text, "Art. 61 VO (EG) 883/2004", SEITE + "#ausland")]
    if pruefung is None:
        return [_bis_zur_regel(knapp) for knapp in gefunden.befund.knappste]
    text = f"{_fehlt(pruefung.fehlend)} {_wochen(pruefung.fehlend)} Versicherung."
    if pruefung.frist is not None:
        tage = pruefung.noetig * gefunden.tage_pro_woche - pruefung.frist.tage
        text = (
            f"{_fehlt(tage)} {_tage(tage)} Versicherung auf {_wochen(pruefung.noetig)}."
        )
    return [Gegenprobe(text, pruefung.regel.norm, pruefung.regel.seite)]


def _ein_tag_genuegt(angaben: Angaben, gefunden: Anspruch, werte: Werte) -> bool:
    """Ob Arbeit im Ausland, die noch nicht zählt, nach einem versicherten Tag im Inland reichte."""
    if gefunden.verlauf is None or not gefunden.verlauf.mit(Wirkung.KEINE):
        return False
    tag = angaben["stichtag"]
    arbeit = {"art": "beschaeftigung", "von": tag, "bis": tag}
    zeiten = [*angaben["zeiten"], arbeit]
    dann = Angaben(angaben.felder, {**angaben.werte, "zeiten": zeiten})
    return anspruch(dann, tag + TAG, werte).befund.erfuellt is True


def _bis_zur_regel(knapp: Pruefung) -> Gegenprobe:
    regel = knapp.regel
    wort = _fehlt(knapp.fehlend).removeprefix("Es ")
    text = (
        f"Auf die {regel.name} {wort} mindestens {_wochen(knapp.fehlend)} Versicherung."
    )
    return Gegenprobe(text, regel.norm, regel.seite)


def _fehlt(anzahl: int) -> str:
    return "Es fehlt" if anzahl == 1 else "Es fehlen"


def _wochen(anzahl: int) -> str:
    return in_worten(Decimal(anzahl), "Wochen")


def _tage(anzahl: int) -> str:
    return in_worten(Decimal(anzahl), "Tage")
