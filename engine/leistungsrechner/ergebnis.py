"""Ergebnis: was ein Rechner antwortet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from .groesse import Groesse
from .rechenweg import als_text, schritte

Wert = Groesse | Decimal | int | bool | date | str | None


@dataclass(frozen=True)
class Voraussetzung:
    """Eine Bedingung des Gesetzes: erfüllt, nicht erfüllt oder (None) nicht bekannt."""

    name: str
    erfuellt: bool | None
    begruendung: str
    norm: str
    seite: str = ""


@dataclass(frozen=True)
class Hinweis:
    """Etwas, das man zum Ergebnis wissen muss; art ist „achtung“, „info“ oder „annahme“."""

    art: str
    text: str
    seite: str = ""


@dataclass(frozen=True)
class Termin:
    """Ein Tag, bis zu dem oder ab dem etwas zu tun ist."""

    name: str
    am: date
    text: str
    seite: str = ""


@dataclass(frozen=True)
class Gegenprobe:
    """Die kleinste Änderung, die aus einem Nein ein Ja macht: „3 Wochen fehlen“."""

    text: str
    norm: str = ""
    seite: str = ""


@dataclass(frozen=True)
class Summe:
    """Eine Zeile der Aufstellung, wie sie auf einer Mitteilung steht."""

    name: str
    anzeige: str
    norm: str = ""


@dataclass(frozen=True)
class Kernaussage:
    """Die Antwort in einem Satz: „Sie bekommen voraussichtlich“ · „35,35 € am Tag“ · Nachsatz; dann die Summen."""

    satz: str
    zahl: str = ""
    nachsatz: str = ""
    summen: Sequence[Summe] = ()

    def als_dict(self) -> dict[str, object]:
        """Die Kernaussage in JSON-Form."""
        return {**vars(self), "summen": [vars(summe) for summe in self.summen]}


@dataclass(frozen=True)
class Antwort:
    """Die Antwort eines Rechners. Kein Anspruch ist eine Antwort mit Gründen, kein Fehler."""

    werte: Mapping[str, Wert]
    voraussetzungen: Sequence[Voraussetzung] = ()
    hinweise: Sequence[Hinweis] = ()
    termine: Sequence[Termin] = ()
    gegenproben: Sequence[Gegenprobe] = ()
    kern: Kernaussage | None = None
    zusatz: Mapping[str, object] = field(default_factory=dict)
    immer_ergebnis: bool = False

    @property
    def art(self) -> str:
        """„kein_anspruch“, sobald eine Voraussetzung nicht erfüllt ist, sonst „ergebnis“."""
        gescheitert = any(v.erfuellt is False for v in self.voraussetzungen)
        return (
            "kein_anspruch" if gescheitert and not self.immer_ergebnis else "ergebnis"
        )

    def als_dict(self) -> dict[str, object]:
        """Die Antwort in den Namen und Formen des Vertrags."""
        groessen = [wert for wert in self.werte.values() if isinstance(wert, Groesse)]
        return {
            "art": self.art,
            "kern": self.kern.als_dict() if self.kern else None,
            "werte": {name: _ausgabe(wert) for name, wert in self.werte.items()},
            "voraussetzungen": [vars(v) for v in self.voraussetzungen],
            "rechenweg": schritte(groessen),
            "hinweise": [vars(h) for h in self.hinweise],
            "termine": [{**vars(t), "am": t.am.isoformat()} for t in self.termine],
            "gegenproben": [vars(g) for g in self.gegenproben],
            **self.zusatz,
        }


def _ausgabe(wert: Wert) -> object:
    if isinstance(wert, Groesse):
        return als_text(wert.wert, wert.einheit)
    if isinstance(wert, Decimal):
        return als_text(wert, "€")
    return wert.isoformat() if isinstance(wert, date) else wert
