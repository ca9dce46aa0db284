"""Angaben: die Felder eines Rechners; eine Beschreibung für Formular, Prüfung und Test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from . import lesen
from .fehler import Angabenfehler, AngabenUnvollstaendig
from .groesse import Groesse, angabe

FRUEHESTER_TAG = date(1900, 1, 1)
SPAETESTER_TAG = date(2199, 12, 31)
GEBURTSTAG = "31.3.1989"  # das Beispiel neben der Frage nach einem Geburtsdatum


@dataclass(frozen=True)
class Bedingung:
    """Wann ein Feld eine Rolle spielt: sobald ein anderes einen dieser Werte hat (oder überhaupt einen)."""

    feld: str
    werte: tuple[object, ...] = ()


@dataclass(frozen=True)
class Feld:
    """Ein Eingabefeld: was es heißt, wie es gelesen wird, wann es gezeigt wird."""

    name: str
    label: str
    art: str  # geld, datum, monat, ganze_zahl, ja_nein, auswahl, mehrfach, liste, geldliste
    hilfe: str = ""
    einheit: str = ""
    pflicht: bool = False
    standard: object = None
    optionen: tuple[tuple[str, str], ...] = ()
    hoechstens: int | None = None
    gruppe: str = ""
    genauer: bool = False
    zeige_wenn: Bedingung | None = None
    felder: tuple[Feld, ...] = ()
    beispiel: str = ""  # wie man es schreibt; ohne Angabe das Beispiel der Art

    def beschreibung(self) -> dict[str, object]:
        """Das Feld als JSON-taugliche Beschreibung."""
        bild: dict[str, object] = {
            "name": self.name,
            "label": self.label,
            "art": self.art,
            "hilfe": self.hilfe,
            "einheit": self.einheit,
            "pflicht": self.pflicht,
            "standard": self.standard,
            "grenzen": self._grenzen(),
            "optionen": [
                {"wert": wert, "label": label} for wert, label in self.optionen
            ],
            "gruppe": self.gruppe,
            "genauer": self.genauer,
            "zeige_wenn": None,
        }
        if self.zeige_wenn:
            bild["zeige_wenn"] = {
                "feld": self.zeige_wenn.feld,
                "werte": list(self.zeige_wenn.werte),
            }
        if self.felder:
            bild["felder"] = [feld.beschreibung() for feld in self.felder]
        return bild

    def _grenzen(self) -> dict[str, object]:
        if self.art in ("geld", "geldliste"):
            return {"mindestens": "0.00", "hoechstens": f"{lesen.HOECHSTBETRAG}.00"}
        if self.art == "datum":
            return {
                "mindestens": FRUEHESTER_TAG.isoformat(),
                "hoechstens": SPAETESTER_TAG.isoformat(),
            }
        if self.art == "monat":
            return {
                "mindestens": f"{FRUEHESTER_TAG:%Y-%m}",
                "hoechstens": f"{SPAETESTER_TAG:%Y-%m}",
            }
        return (
            {"mindestens": 0, "hoechstens": self.hoechstens}
            if self.art == "ganze_zahl"
            else {}
        )


@dataclass(frozen=True)
class Angaben:
    """Gelesene Angaben: was gegeben ist, gilt; was fehlt, ist None oder der Standard des Feldes."""

    felder: Mapping[str, Feld]
    werte: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        """Der gelesene Wert, der Standard des Feldes oder None."""
        if name in self.werte:
            return self.werte[name]
        return self.felder[name].standard

    def gegeben(self, *namen: str) -> bool:
        """Ob alle diese Felder ausgefüllt sind."""
        return all(name in self.werte for name in namen)

    def groesse(self, name: str, bezeichnung: str = "") -> Groesse:
        """Eine Zahl oder ein Betrag als Größe, benannt wie das Feld."""
        feld = self.felder[name]
        return angabe(Decimal(self[name]), feld.einheit, bezeichnung or feld.label)


Leser = Callable[[object], object]
_EINFACH: dict[str, Leser] = {
    "geld": lesen.geld,
    "datum": lesen.tag,
    "monat": lesen.monat,
    "ganze_zahl": lesen.ganze_zahl,
    "ja_nein": lesen.ja_nein,
}


Widersprueche = Callable[[Angaben], Iterable[Angabenfehler]]


def lies_angaben(
    felder: Sequence[Feld],
    roh: Mapping[str, object],
    vorab: Iterable[Angabenfehler] = (),
    widersprueche: Widersprueche = lambda angaben: (),
) -> Angaben:
    """Liest alle Angaben; wirft AngabenUnvollstaendig mit allen Fehlern auf einmal, vorab schon gefundene voran.

    Ist etwas unlesbar, meldet widersprueche, was vom Lesbaren nicht zusammenpasst; sonst prüft das der Rechner.
    """
    sammlung = _Sammlung()
    werte = sammlung.lies_gruppe(felder, roh, "")
    angaben = Angaben({feld.name: feld for feld in felder}, werte)
    if fehler := [*vorab, *sammlung.fehler]:
        raise AngabenUnvollstaendig([*fehler, *widersprueche(angaben)])
    return angaben


@dataclass
class _Sammlung:
    """Liest Felder und sammelt dabei, was nicht stimmt."""

    fehler: list[Angabenfehler] = field(default_factory=list)

    def lies_gruppe(
        self, felder: Sequence[Feld], roh: Mapping[str, object], vor: str
    ) -> dict[str, object]:
        bekannt = {feld.name: feld for feld in felder}
        werte: dict[str, object] = {}
        for name in roh:
            if name not in bekannt:
                self._melde(vor + str(name), _unbekannt(str(name), bekannt))
        for feld in felder:
            if _leer(roh.get(feld.name)):
                if feld.pflicht:
                    punkt = "" if feld.label.endswith("?") else "."
                    meldung = f"Bitte ausfüllen: {feld.label}{punkt}"
                    self._melde(vor + feld.name, meldung)
                continue
            gelesen = self._lies(feld, roh[feld.name], vor + feld.name)
            if gelesen is not None:
                werte[feld.name] = gelesen
        return werte

    def _lies(self, feld: Feld, roh: object, pfad: str) -> object:
        try:
            if feld.art in _EINFACH:
                return self._in_grenzen(feld, _EINFACH[feld.art](roh))
            if feld.art == "auswahl":
                return _auswahl(feld, roh)
            if feld.art == "mehrfach":
                return [_auswahl(feld, teil) for teil in _liste(roh)]
            if feld.art == "geldliste":
                return list(self._jedes(_liste(roh, feld.hoechstens), pfad, lesen.geld))
            return self._lies_liste(feld, _liste(roh), pfad)
        except lesen.Unlesbar as fehler:
            self._melde(pfad, str(fehler))
            return None

    def _in_grenzen(self, feld: Feld, wert: object) -> object:
        ist_tag = isinstance(wert, date) and feld.name != "stichtag"
        if ist_tag and not FRUEHESTER_TAG <= wert <= SPAETESTER_TAG:  # type: ignore[operator]
            raise lesen.Unlesbar(
                f"Das Jahr {wert.year} liegt zu weit weg. Bitte prüfen Sie das Datum."  # type: ignore[attr-defined]
            )
        if (
            isinstance(wert, int)
            and feld.hoechstens is not None
            and wert > feld.hoechstens
        ):
            raise lesen.Unlesbar(f"Das ist zu viel: höchstens {feld.hoechstens}.")
        return wert

    def _jedes(self, rohe: list[object], pfad: str, leser: Leser) -> Iterator[object]:
        for nummer, roh in enumerate(rohe):
            try:
                yield leser(roh)
            except lesen.Unlesbar as fehler:
                self._melde(f"{pfad}[{nummer}]", str(fehler))

    def _lies_liste(
        self, feld: Feld, rohe: list[object], pfad: str
    ) -> list[dict[str, object]]:
        zeilen: list[dict[str, object]] = []
        for nummer, roh in enumerate(rohe):
            ort = f"{pfad}[{nummer}]"
            if isinstance(roh, Mapping):
                zeilen.append(self.lies_gruppe(feld.felder, roh, f"{ort}."))
            else:
                self._melde(ort, "Hier wird ein Eintrag mit mehreren Angaben erwartet.")
                zeilen.append({})
        return zeilen

    def _melde(self, pfad: str, meldung: str) -> None:
        self.fehler.append(Angabenfehler(pfad, meldung))


def _leer(roh: object) -> bool:
    return roh is None or (isinstance(roh, str) and not roh.strip())


def _liste(roh: object, hoechstens: int | None = None) -> list[object]:
    if not isinstance(roh, (list, tuple)):
        raise lesen.Unlesbar("Hier wird eine Liste erwartet.")
    if hoechstens is not None and len(roh) > hoechstens:
        raise lesen.Unlesbar(f"Das sind zu viele Einträge: höchstens {hoechstens}.")
    return list(roh)


def _auswahl(feld: Feld, roh: object) -> str:
    schluessel = [wert for wert, _ in feld.optionen]
    for wert in schluessel:
        if _gewaehlt(wert, roh):
            return wert
    angegeben = lesen.gekuerzt(roh)
    nahe = get_close_matches(angegeben.lower(), schluessel, n=1)
    gemeint = (
        f" Gemeint: „{nahe[0]}“?"
        if nahe
        else f" Möglich sind: {', '.join(schluessel)}."
    )
    raise lesen.Unlesbar(f"„{angegeben}“ steht nicht zur Auswahl.{gemeint}")


def _gewaehlt(schluessel: str, roh: object) -> bool:
    """Ob diese Möglichkeit gemeint ist; ist sie eine Zahl, gilt auch die JSON-Zahl."""
    if isinstance(roh, (int, float)) and not isinstance(roh, bool):
        return schluessel.isdecimal() and int(schluessel) == roh
    return isinstance(roh, str) and roh.strip() == schluessel


def _unbekannt(name: str, bekannt: Mapping[str, Feld]) -> str:
    naechstes, *_ = get_close_matches(name[:80].lower(), bekannt, n=1, cutoff=0)
    return f"Dieses Feld gibt es nicht. Gemeint: „{naechstes}“?"
