"""Rechnet eine Tafel: an jeder Stelle fragt sie das Rechenwerk, und wo sich dessen Rechenweg ändert, auf den Cent genau.

Zwischen zwei Stellen mit demselben Rechenweg liegt jede Antwort zwischen den Antworten dieser Stellen; an einer
Stufe stehen beide Seiten in der Tafel, einen Cent voneinander, und dazwischen ist nichts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from leistungsrechner import RECHNER, rechne
from leistungsrechner.anzeige import NBSP, zahl
from leistungsrechner.lesen import HOECHSTBETRAG
from leistungsrechner.werte import Verzeichnis

from .fragen import EURO, Frage, Zeile

_ZAHL = re.compile(r"[0-9][0-9.,]*")
_LETZTE_STELLE = int(HOECHSTBETRAG) * EURO
_ANTWORTEN = ("ergebnis", "kein_anspruch")
_IM_MONAT = "monat_30"
_ZUSATZ = f"das sind {{}}{NBSP}€ in 30 Tagen"


class TafelFehler(Exception):
    """Die Antworten des Rechenwerks passen nicht in eine Tafel."""


class _OhneWerte(Exception):
    """Für diesen Tag sind nicht alle Beträge eingetragen."""


@dataclass(frozen=True)
class Eintrag:
    """Was das Rechenwerk an einer Stelle sagt: ein Betrag oder ein Satz, und die Gestalt seines Rechenwegs."""

    text: str
    ist_betrag: bool
    im_monat: str
    gestalt: tuple[object, ...]


def tafel(
    frage: Frage, verzeichnis: Verzeichnis, jahre: tuple[int, ...]
) -> dict[str, Any]:
    """Die Tafel einer Frage für diese Jahre, ein Abschnitt je Zeitraum mit denselben Beträgen."""
    abschnitte: list[dict[str, Any]] = []
    for von, bis in _zeitraeume(verzeichnis, jahre):
        try:
            inhalt = _Abschnitt(frage, verzeichnis, von).inhalt()
        except _OhneWerte:
            continue
        letzter = abschnitte[-1] if abschnitte else None
        nahtlos = letzter and letzter["bis"] == (von - timedelta(days=1)).isoformat()
        if letzter and nahtlos and {**letzter, **inhalt} == letzter:
            letzter["bis"] = bis.isoformat()
        else:
            zeitraum = {"von": von.isoformat(), "bis": bis.isoformat()}
            abschnitte.append({**zeitraum, **inhalt})
    return {
        "felder": frage.felder,
        "muster": frage.muster,
        "spanne": frage.spanne,
        "zusatz": _ZUSATZ,
        "faellt": frage.faellt,
        "standard": _standard(frage),
        "abschnitte": abschnitte,
    }


def _standard(frage: Frage) -> dict[str, str]:
    """Was im Formular schon vorgewählt ist oder, ausgefüllt, dasselbe sagt wie leer."""
    return {
        feld.name: str(feld.standard)
        for feld in RECHNER[frage.rechner].FELDER
        if feld.art == "auswahl"
        and feld.standard
        or feld.name == "kinder"
        and feld.standard == 0
    }


def _zeitraeume(
    verzeichnis: Verzeichnis, jahre: tuple[int, ...]
) -> Iterator[tuple[date, date]]:
    """Die Jahre, geteilt an jedem Tag, ab dem in einer Tabelle ein neuer Wert gilt."""
    tage = {stand.ab for eintrag in verzeichnis.values() for stand in eintrag.staende}
    for jahr in jahre:
        anfaenge = sorted(
            {date(jahr, 1, 1), *(tag for tag in tage if tag.year == jahr)}
        )
        enden = [*(tag - timedelta(days=1) for tag in anfaenge[1:]), date(jahr, 12, 31)]
        yield from zip(anfaenge, enden, strict=True)


class _Abschnitt:
    """Eine Frage an einem Tag; jede Stelle wird nur einmal gerechnet."""

    def __init__(self, frage: Frage, verzeichnis: Verzeichnis, tag: date) -> None:
        self.frage = frage
        self.verzeichnis = verzeichnis
        self.tag = tag
        self.gerechnet: dict[tuple[int, int | None], Eintrag] = {}

    def inhalt(self) -> dict[str, Any]:
        """Stellen und Antworten; wirft _OhneWerte, wenn für diesen Tag ein Betrag fehlt."""
        nummern = range(len(self.frage.zeilen))
        raster = [*range(0, self.frage.bis + 1, self.frage.schritt), _LETZTE_STELLE]
        stellen = set(raster)
        for nummer in nummern:
            for a, b in zip(raster, raster[1:], strict=False):
                stellen.update(self._stufen(nummer, a, b))
        geordnet = sorted(stellen)
        # Stufen anderer Zeilen teilen auch diese: Alle Zeilen haben dieselben Stellen.
        zeilen = [[self._eintrag(n, cent) for cent in geordnet] for n in nummern]
        for eintraege in zeilen:
            self._pruefe(geordnet, eintraege)
        saetze = sorted({e.text for z in zeilen for e in z if not e.ist_betrag})
        return {
            "stellen": [self._abstaende(geordnet, feld) for feld in self.frage.felder],
            "saetze": saetze,
            "zeilen": list(self._zusammengefasst(zeilen, saetze)),
        }

    def _zusammengefasst(
        self, zeilen: list[list[Eintrag]], saetze: list[str]
    ) -> Iterator[dict[str, Any]]:
        """Zeilen mit denselben Antworten nur einmal."""
        gruppen: dict[tuple[object, ...], list[Zeile]] = {}
        for nummer, eintraege in enumerate(zeilen):
            antworten = [_kurz(eintrag, saetze) for eintrag in eintraege]
            leer = self._ohne_betrag(nummer)
            schluessel = (leer and _kurz(leer, saetze), *antworten)
            gruppen.setdefault(schluessel, []).append(self.frage.zeilen[nummer])
        for (leer_, *antworten_), angaben in gruppen.items():
            yield {"angaben": angaben, "leer": leer_, "antworten": antworten_}

    def _stufen(self, nummer: int, a: int, b: int) -> Iterator[int]:
        """Beide Seiten jeder Stelle zwischen a und b, an der sich der Rechenweg ändert."""
        ende = self._eintrag(nummer, b).gestalt
        while b - a > 1 and (gestalt := self._eintrag(nummer, a).gestalt) != ende:
            unten, oben = a, b
            while oben - unten > 1:
                mitte = (unten + oben) // 2
                if self._eintrag(nummer, mitte).gestalt == gestalt:
                    unten = mitte
                else:
                    oben = mitte
            yield from (unten, oben)
            a = oben

    def _pruefe(self, stellen: list[int], eintraege: list[Eintrag]) -> None:
        """Zwischen zwei Stellen, zwischen denen es noch Beträge gibt, geht die Antwort nur in eine Richtung."""
        for (a, links), (b, rechts) in zip(
            zip(stellen, eintraege, strict=True),
            zip(stellen[1:], eintraege[1:], strict=True),
            strict=False,
        ):
            if b - a == 1:
                continue
            wo = f"{self.frage.rechner}: zwischen {a} und {b} Cent"
            if links.gestalt != rechts.gestalt:
                raise TafelFehler(f"{wo} ändert sich der Rechenweg.")
            if not links.ist_betrag:
                if links.text != rechts.text:
                    raise TafelFehler(f"{wo} ändert sich die Antwort.")
                continue
            klein, gross = (rechts, links) if self.frage.faellt else (links, rechts)
            if _als_zahl(klein.text) > _als_zahl(gross.text):
                raise TafelFehler(f"{wo} geht die Antwort in die falsche Richtung.")

    def _abstaende(self, stellen: list[int], feld: str) -> list[int]:
        werte = [self._betraege(stelle)[feld] for stelle in stellen]
        return [
            werte[0],
            *(b - a for a, b in zip(werte, werte[1:], strict=False)),
        ]

    def _betraege(self, cent: int) -> dict[str, int]:
        """Die Betragsfelder an einer Stelle, in Cent."""
        betrag = Decimal(cent) / EURO
        werte = self.verzeichnis.am(self.tag)
        dazu = {
            feld: int(rechnung(betrag, werte) * EURO)
            for feld, rechnung in (self.frage.dazu or {}).items()
        }
        return {self.frage.feld: cent, **dazu}

    def _eintrag(self, nummer: int, cent: int) -> Eintrag:
        if (nummer, cent) not in self.gerechnet:
            antwort = self._rechne(self.frage.zeilen[nummer], cent)
            if antwort["art"] == "keine_werte":
                raise _OhneWerte
            if antwort["art"] not in _ANTWORTEN:
                raise TafelFehler(
                    f"{self.frage.rechner} antwortet bei {cent} Cent: {antwort['fehler']}"
                )
            self.gerechnet[nummer, cent] = self._lies(antwort)
        return self.gerechnet[nummer, cent]

    def _ohne_betrag(self, nummer: int) -> Eintrag | None:
        """Was das Rechenwerk sagt, wenn der Betrag leer bleibt; None, wenn es ihn braucht."""
        antwort = self._rechne(self.frage.zeilen[nummer], None)
        return self._lies(antwort) if antwort["art"] in _ANTWORTEN else None

    def _rechne(self, zeile: Zeile, cent: int | None) -> dict[str, Any]:
        angaben = dict(zeile)
        if cent is not None:
            for feld, betrag in self._betraege(cent).items():
                angaben[feld] = Decimal(betrag) / EURO
        return rechne(
            self.frage.rechner, angaben, self.tag, verzeichnis=self.verzeichnis
        )

    def _lies(self, antwort: dict[str, Any]) -> Eintrag:
        """Der Betrag der Kernaussage, ohne Betrag ihr Satz."""
        kern = antwort["kern"]
        gestalt = _gestalt(antwort)
        if not kern["zahl"]:
            return Eintrag(kern["satz"], False, "", gestalt)
        treffer = _ZAHL.match(kern["zahl"])
        if treffer is None or self.frage.muster.format(treffer[0]) != kern["zahl"]:
            raise TafelFehler(
                f"{self.frage.rechner}: „{kern['zahl']}“ passt nicht zu „{self.frage.muster}“."
            )
        im_monat = antwort["werte"].get(_IM_MONAT)
        return Eintrag(
            treffer[0], True, zahl(Decimal(im_monat), 2) if im_monat else "", gestalt
        )


def _gestalt(antwort: dict[str, Any]) -> tuple[object, ...]:
    """Der Rechenweg ohne seine Zahlen: welche Schritte, nach welcher Formel, mit welchen Werten der Tabellen."""
    schritte = (
        (
            schritt["name"],
            schritt["norm"],
            _ZAHL.sub("#", schritt["formel"]),
            tuple(wert["schluessel"] for wert in schritt.get("werte", ())),
        )
        for schritt in antwort["rechenweg"]
    )
    return (antwort["art"], antwort["kern"]["satz"], *schritte)


def _kurz(eintrag: Eintrag, saetze: list[str]) -> str | int:
    """Ein Betrag, dahinter jener für 30 Tage, oder die Nummer eines Satzes."""
    if not eintrag.ist_betrag:
        return saetze.index(eintrag.text)
    return "|".join(filter(None, (eintrag.text, eintrag.im_monat)))


def _als_zahl(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))
