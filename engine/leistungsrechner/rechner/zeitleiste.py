"""Zeitleiste: die Abschnitte vom Ende der Arbeit bis zum letzten Tag, mit Daten, für Bild und Tabelle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..angaben import Angaben
from ..ergebnis import Wert
from ..groesse import Groesse
from ..zeit import TAG

RUHENSGRUENDE = {
    "kuendigungsentschaedigung_bis": "Ruhen: Kündigungsentschädigung",
    "urlaubsersatz_bis": "Ruhen: Urlaubsersatzleistung",
    "krankengeld_bis": "Ruhen: Krankengeld",
    "wochengeld_bis": "Ruhen: Wochengeld",
}


@dataclass(frozen=True)
class Phase:
    """Ein Abschnitt mit erstem und letztem Tag; bis None heißt: das Ende steht nicht fest."""

    art: str
    titel: str
    von: date
    bis: date | None
    tagsatz: Groesse | None = None

    def als_dict(self) -> dict[str, object]:
        """Der Abschnitt in JSON-Form."""
        return {
            "art": self.art,
            "titel": self.titel,
            "von": self.von.isoformat(),
            "bis": self.bis.isoformat() if self.bis else None,
            "betrag": f"{self.tagsatz.anzeige} am Tag" if self.tagsatz else None,
        }


def als_zusatz(
    phasen: Sequence[Phase], marken: Sequence[tuple[str, date]] = ()
) -> dict[str, object]:
    """Abschnitte und Marken für das Bild; nichts, wo es keinen Abschnitt gibt."""
    if not phasen:
        return {}
    return {
        "zeitleiste": {
            "phasen": [phase.als_dict() for phase in phasen],
            "marken": [{"name": name, "am": am.isoformat()} for name, am in marken],
        }
    }


def zum_arbeitslosengeld(
    angaben: Angaben, ergebnis: Mapping[str, Wert]
) -> dict[str, object]:
    """Die Zeitleiste zu einer Antwort auf das Arbeitslosengeld; ohne Beginn gibt es keine."""
    return (
        als_zusatz(arbeitslosengeld(angaben, ergebnis)) if "beginn" in ergebnis else {}
    )


def zur_notstandshilfe(
    angaben: Angaben, ergebnis: Mapping[str, Wert], steht_zu: bool
) -> dict[str, object]:
    """Die Zeitleiste zu einer Antwort auf die Notstandshilfe, wenn sie zusteht."""
    if not steht_zu:
        return {}
    return als_zusatz(
        notstandshilfe(angaben["stichtag"], ergebnis), deckelmarke(ergebnis)
    )


def deckelmarke(ergebnis: Mapping[str, Wert]) -> list[tuple[str, date]]:
    """Der Tag, ab dem der Deckel den Tagsatz senkt; nichts, wo er nicht wirkt."""
    ab = ergebnis.get("deckelung_ab")
    voll, gekuerzt = (
        _groesse(ergebnis.get("tagsatz")),
        _groesse(ergebnis.get("tagsatz_gedeckelt")),
    )
    wirkt = voll is not None and gekuerzt is not None and gekuerzt < voll
    return [("Deckel ab", ab)] if isinstance(ab, date) and wirkt else []


def arbeitslosengeld(angaben: Angaben, ergebnis: Mapping[str, Wert]) -> list[Phase]:
    """Sperre, Ruhen und Arbeitslosengeld, soweit ihre Tage feststehen."""
    ende: date | None = angaben["dienstverhaeltnis_ende"]
    erster = ende + TAG if ende else angaben["stichtag"]
    phasen = []
    sperre_bis = ergebnis.get("sperre_bis")
    if isinstance(sperre_bis, date):
        phasen.append(Phase("sperre", "Sperre", erster, sperre_bis))
    phasen += _ruhen(angaben, erster)
    beginn, bis = ergebnis.get("beginn"), ergebnis.get("ende")
    if isinstance(beginn, date):
        phasen.append(
            Phase(
                "arbeitslosengeld",
                "Arbeitslosengeld",
                beginn,
                bis if isinstance(bis, date) else None,
                _groesse(
                    None if "fortbezug_tage" in ergebnis else ergebnis.get("tagsatz")
                ),
            )
        )
    return phasen


def _ruhen(angaben: Angaben, erster: date) -> Iterator[Phase]:
    """Die Gründe des Ruhens; die Urlaubsersatzleistung folgt auf die Kündigungsentschädigung (§ 16 AlVG)."""
    entschaedigung: date | None = angaben["kuendigungsentschaedigung_bis"]
    for feld, titel in RUHENSGRUENDE.items():
        von = erster
        if feld == "urlaubsersatz_bis" and entschaedigung and entschaedigung >= erster:
            von = entschaedigung + TAG
        bis: date | None = angaben[feld]
        if bis is not None and bis >= von:
            yield Phase("ruhen", titel, von, bis)


def notstandshilfe(von: date, ergebnis: Mapping[str, Wert]) -> list[Phase]:
    """Die Notstandshilfe bis zum Ende des Antrags; wo der Deckel sie senkt, in zwei Abschnitten."""
    ende, ab = ergebnis["ende"], ergebnis.get("deckelung_ab")
    voll, gekuerzt = (
        _groesse(ergebnis["tagsatz"]),
        _groesse(ergebnis.get("tagsatz_gedeckelt")),
    )
    assert isinstance(ende, date) and voll is not None
    name = "Notstandshilfe"
    if gekuerzt is None or not isinstance(ab, date) or gekuerzt >= voll:
        return [Phase("notstandshilfe", name, von, ende, voll)]
    return [
        Phase("notstandshilfe", name, von, ab - TAG, voll),
        Phase("deckel", "Notstandshilfe mit Deckel", ab, ende, gekuerzt),
    ]


def _groesse(wert: Wert) -> Groesse | None:
    return wert if isinstance(wert, Groesse) else None
