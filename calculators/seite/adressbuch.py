"""Adressbuch: die Stellen, an die sich jemand wenden kann, und wie man sie findet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from leistungsrechner.fehler import UnbekannterSchluessel

BEZIRKE = (
    *("Innere Stadt", "Leopoldstadt", "Landstraße", "Wieden", "Margareten"),
    *("Mariahilf", "Neubau", "Josefstadt", "Alsergrund", "Favoriten"),
    *("Simmering", "Meidling", "Hietzing", "Penzing", "Rudolfsheim-Fünfhaus"),
    *("Ottakring", "Hernals", "Währing", "Döbling", "Brigittenau"),
    *("Floridsdorf", "Donaustadt", "Liesing"),
)


@dataclass(frozen=True)
class Telefon:
    """Eine Nummer, wie man sie liest und wie man sie wählt; `zweck` sagt, wofür („Fax“, „Termin“)."""

    zweck: str
    nummer: str

    @property
    def ziel(self) -> str:
        """Die Nummer für tel:, international; 0800 wählt man nur im Inland."""
        ziffern = re.sub(r"\D", "", self.nummer)
        if self.nummer.startswith("+"):
            return "+" + ziffern
        return ziffern if ziffern.startswith("0800") else "+43" + ziffern[1:]


@dataclass(frozen=True)
class Verweis:
    """Eine Webadresse und ihr Text."""

    text: str
    url: str


@dataclass(frozen=True)
class Adresse:
    """Eine Stelle: wer, für wen, wo, wann und woher wir das wissen. Ohne Bezirke ist sie für alle da."""

    schluessel: str
    name: str
    art: str
    bezirke: tuple[int, ...]
    ort: str
    telefone: tuple[Telefon, ...]
    emails: tuple[str, ...]
    web: tuple[Verweis, ...]
    zeiten: tuple[str, ...]
    hinweis: str
    quelle: str
    geprueft: date | None


@dataclass
class Adressbuch:
    """Alle Arten und Adressen, in der Reihenfolge der Tabellen."""

    arten: dict[str, str] = field(default_factory=dict)
    adressen: dict[str, Adresse] = field(default_factory=dict)

    def __getitem__(self, schluessel: str) -> Adresse:
        try:
            return self.adressen[schluessel]
        except KeyError:
            nahe = get_close_matches(schluessel, self.adressen, 1)
            rat = f" Meinen Sie „{nahe[0]}“?" if nahe else ""
            raise UnbekannterSchluessel(
                f"Die Adresse „{schluessel}“ gibt es nicht.{rat}"
            ) from None

    def waehle(self, art: str = "", bezirk: int = 0) -> list[Adresse]:
        """Die Adressen dieser Art, die für diesen Bezirk da sind; ohne Angabe alle."""
        return [
            adresse
            for adresse in self.adressen.values()
            if art in ("", adresse.art)
            and (not bezirk or not adresse.bezirke or bezirk in adresse.bezirke)
        ]
