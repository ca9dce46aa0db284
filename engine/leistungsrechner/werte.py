"""Werte: die Beträge und Regeln der Tabellen, gültig an einem Tag."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from .fehler import KeineWerte, UnbekannterSchluessel
from .groesse import Groesse


@dataclass(frozen=True)
class Stand:
    """Ein Wert ab einem Tag; wert None heißt: ausdrücklich kein Wert oder noch nicht bekannt."""

    ab: date
    wert: Decimal | None
    offen: bool
    status: str
    quelle: str
    geprueft: date
    datei: str
    zeile: int


@dataclass
class Eintrag:
    """Ein Schlüssel der Tabellen mit allen seinen Ständen, der älteste zuerst."""

    schluessel: str
    bezeichnung: str
    einheit: str
    jaehrlich: bool
    staende: list[Stand] = field(default_factory=list)

    def am(self, stichtag: date) -> Stand | None:
        """Der Stand dieses Tages; ein jährlicher Wert gilt nur im Kalenderjahr seiner Spalte."""
        gueltig = [s for s in self.staende if s.ab <= stichtag]
        if not gueltig or (self.jaehrlich and gueltig[-1].ab.year != stichtag.year):
            return None
        return gueltig[-1]

    def groesse(self, stand: Stand) -> Groesse:
        """Der Wert dieses Standes als Größe, die weiß, woher sie stammt."""
        assert stand.wert is not None
        return Groesse(
            stand.wert,
            self.einheit,
            self.bezeichnung,
            schluessel=self.schluessel,
            gueltig_ab=stand.ab,
            quelle=stand.quelle,
            status=stand.status,
        )


class Verzeichnis(Mapping[str, Eintrag]):
    """Alle Einträge aller Tabellen."""

    def __init__(self, eintraege: dict[str, Eintrag]) -> None:
        self._eintraege = eintraege

    def __getitem__(self, schluessel: str) -> Eintrag:
        try:
            return self._eintraege[schluessel]
        except KeyError:
            raise UnbekannterSchluessel(
                f"Den Wert „{schluessel}“ gibt es nicht.{self.gemeint(schluessel)}"
            ) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._eintraege)

    def __len__(self) -> int:
        return len(self._eintraege)

    def gemeint(self, schluessel: str) -> str:
        """Der nächstliegende Schlüssel als Rat, oder nichts."""
        nahe = get_close_matches(schluessel, self._eintraege, n=1)
        return f" Gemeint: „{nahe[0]}“?" if nahe else ""

    def am(self, stichtag: date) -> Werte:
        """Die Werte, die an diesem Tag gelten."""
        return Werte(self, stichtag)

    def als_json(self) -> str:
        """Alles als JSON, verlustlos: für Orte, an denen die geprüften Tabellen nicht noch einmal gelesen werden."""
        return json.dumps([_daten(eintrag) for eintrag in self.values()])

    @classmethod
    def aus_json(cls, text: str) -> Verzeichnis:
        """Das Gegenstück zu `als_json`."""
        eintraege = (_eintrag(*daten) for daten in json.loads(text))
        return cls({eintrag.schluessel: eintrag for eintrag in eintraege})


def _daten(eintrag: Eintrag) -> list[object]:
    staende = [
        [
            stand.ab.isoformat(),
            None if stand.wert is None else str(stand.wert),
            stand.geprueft.isoformat(),
            [stand.offen, stand.status, stand.quelle, stand.datei, stand.zeile],
        ]
        for stand in eintrag.staende
    ]
    felder = (eintrag.schluessel, eintrag.bezeichnung, eintrag.einheit)
    return [staende, *felder, eintrag.jaehrlich]


def _eintrag(
    staende: list[list[Any]],
    schluessel: str,
    bezeichnung: str,
    einheit: str,
    jaehrlich: bool,
) -> Eintrag:
    fertig = [_stand(*stand) for stand in staende]
    return Eintrag(schluessel, bezeichnung, einheit, jaehrlich, fertig)


def _stand(ab: str, wert: str | None, geprueft: str, rest: list[Any]) -> Stand:
    offen, status, quelle, datei, zeile = rest
    return Stand(
        date.fromisoformat(ab),
        None if wert is None else Decimal(wert),
        offen,
        status,
        quelle,
        date.fromisoformat(geprueft),
        datei,
        zeile,
    )


class Werte:
    """Die Werte eines Tages; merkt sich, welche gebraucht wurden, um ihren Stand nennen zu können."""

    def __init__(self, verzeichnis: Verzeichnis, stichtag: date) -> None:
        self._verzeichnis = verzeichnis
        self.stichtag = stichtag
        self.gebraucht: dict[str, Groesse] = {}

    def __getitem__(self, schluessel: str) -> Groesse:
        """Der Wert; fehlt er an diesem Tag, ist das KeineWerte und nie der eines anderen Jahres."""
        groesse = self.falls_vorhanden(schluessel)
        if groesse is None:
            eintrag = self._verzeichnis[schluessel]
            jahre = sorted({s.ab.year for s in eintrag.staende if s.wert is not None})
            raise KeineWerte(schluessel, eintrag.bezeichnung, self.stichtag, jahre)
        return groesse

    def falls_vorhanden(self, schluessel: str) -> Groesse | None:
        """Der Wert, oder None, wo die Tabelle an diesem Tag ausdrücklich oder noch keinen hat."""
        if schluessel not in self.gebraucht:
            eintrag = self._verzeichnis[schluessel]
            stand = eintrag.am(self.stichtag)
            if stand is None or stand.wert is None:
                return None
            self.gebraucht[schluessel] = eintrag.groesse(stand)
        return self.gebraucht[schluessel]

    def am(self, tag: date) -> Werte:
        """Die Werte eines anderen Tages, für Regeln, die in die Vergangenheit schauen."""
        return Werte(self._verzeichnis, tag)

    def anzahl(self, schluessel: str) -> int:
        """Ein ganzzahliger Wert (Tage, Wochen, Jahre) als Zahl."""
        return int(self[schluessel].wert)

    @property
    def stand(self) -> date | None:
        """Ab wann die jüngsten der gebrauchten jährlichen Werte gelten."""
        tage = [
            groesse.gueltig_ab
            for schluessel, groesse in self.gebraucht.items()
            if groesse.gueltig_ab and self._verzeichnis[schluessel].jaehrlich
        ]
        return max(tage, default=None)
