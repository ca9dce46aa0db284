"""Größen: Zahlen mit Einheit, die ihre eigene Herleitung mitführen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from . import einheit as einheiten
from .anzeige import in_worten, zahl

CENT = Decimal("0.01")

_SUMME, _PRODUKT, _ATOM = range(3)


@dataclass(frozen=True, eq=False)
class Groesse:
    """Ein Wert samt Einheit, Namen, Norm und der Rechnung, aus der er stammt.

    Gleichheit ist Identität: Zwei gleich hohe Beträge bleiben zwei verschiedene Beträge.
    """

    wert: Decimal
    einheit: str = ""
    name: str = ""
    formel: str = ""
    eingaben: tuple[Groesse, ...] = ()
    norm: str = ""
    seite: str = ""
    grund: str = ""
    rundung: str = ""
    schritt: bool = False
    rang: int = _ATOM
    schluessel: str = ""
    gueltig_ab: date | None = None
    quelle: str = ""
    status: str = ""

    def __add__(self, andere: Groesse) -> Groesse:
        return self._strich(andere, "+", self.wert + andere.wert)

    def __sub__(self, andere: Groesse) -> Groesse:
        return self._strich(andere, "−", self.wert - andere.wert)

    def __mul__(self, andere: Groesse) -> Groesse:
        ergebnis = einheiten.mal(self.einheit, andere.einheit)
        if self.einheit in einheiten.OHNE_DIMENSION and einheiten.dimension(
            andere.einheit
        ):
            ergebnis = andere.einheit
        return self._punkt(andere, "×", self.wert * andere.wert, ergebnis)

    def __truediv__(self, andere: Groesse) -> Groesse:
        ergebnis = einheiten.durch(self.einheit, andere.einheit)
        return self._punkt(andere, "÷", self.wert / andere.wert, ergebnis)

    def __lt__(self, andere: Groesse) -> bool:
        self._muss_passen(andere)
        return self.wert < andere.wert

    def __le__(self, andere: Groesse) -> bool:
        self._muss_passen(andere)
        return self.wert <= andere.wert

    def __gt__(self, andere: Groesse) -> bool:
        return andere < self

    def __ge__(self, andere: Groesse) -> bool:
        return andere <= self

    def __bool__(self) -> bool:
        return bool(self.wert)

    def hoechstens(self, grenze: Groesse) -> Groesse:
        """Die kleinere der beiden Größen; die Formel nennt beide."""
        return self._auswahl(grenze, "höchstens", min(self, grenze))

    def mindestens(self, grenze: Groesse) -> Groesse:
        """Die größere der beiden Größen; die Formel nennt beide."""
        return self._auswahl(grenze, "mindestens", max(self, grenze))

    def auf_cent(self) -> Groesse:
        """Kaufmännisch auf den Cent gerundet."""
        return self._gerundet(ROUND_HALF_UP, "kaufmännisch auf Cent gerundet")

    def abgeschnitten(self) -> Groesse:
        """Nach dem Cent abgeschnitten."""
        return self._gerundet(ROUND_DOWN, "nach dem Cent abgeschnitten")

    def als(self, name: str, norm: str, seite: str = "", grund: str = "") -> Groesse:
        """Dieselbe Größe unter ihrem gesetzlichen Namen: ein Schritt des Rechenwegs."""
        if not self.name:
            return replace(
                self, name=name, norm=norm, seite=seite, grund=grund, schritt=True
            )
        return Groesse(
            self.wert,
            self.einheit,
            name,
            self.kurz,
            (self,),
            norm,
            seite,
            grund,
            schritt=True,
        )

    @property
    def kurz(self) -> str:
        """So steht die Größe in der Formel der nächsten: Name mit Wert, Sätze und feste Zahlen nackt."""
        feste_zahl = self.schluessel and not self.einheit.startswith("€")
        if self.name and not feste_zahl:
            return f"{self.name} ({self.anzeige})"
        return self.formel if self.formel and not self.name else self.anzeige

    @property
    def anzeige(self) -> str:
        """Der Wert, wie man ihn liest: „1.234,56 €“."""
        return in_worten(self.wert, self.einheit)

    @property
    def in_prozent(self) -> int:
        """Ein Satz in ganzen Prozent: 92 für 92 %."""
        return int(self.wert / CENT)

    def _strich(self, andere: Groesse, zeichen: str, wert: Decimal) -> Groesse:
        self._muss_passen(andere)
        formel = f"{self._geklammert(_SUMME)} {zeichen} {andere._geklammert(_SUMME if zeichen == '+' else _PRODUKT)}"
        return Groesse(
            wert, self.einheit, formel=formel, eingaben=(self, andere), rang=_SUMME
        )

    def _punkt(
        self, andere: Groesse, zeichen: str, wert: Decimal, einheit: str
    ) -> Groesse:
        formel = f"{self._geklammert(_PRODUKT)} {zeichen} {andere._geklammert(_ATOM)}"
        return Groesse(
            wert, einheit, formel=formel, eingaben=(self, andere), rang=_PRODUKT
        )

    def _auswahl(self, grenze: Groesse, wort: str, gewaehlt: Groesse) -> Groesse:
        formel = f"{self._geklammert(_SUMME)}, {wort} {grenze._geklammert(_SUMME)}"
        return Groesse(
            gewaehlt.wert,
            self.einheit,
            formel=formel,
            eingaben=(self, grenze),
            rang=_SUMME,
        )

    def _gerundet(self, art: str, wie: str) -> Groesse:
        if self.name:
            gerundet = self.wert.quantize(CENT, art)
            return Groesse(
                gerundet, self.einheit, formel=self.kurz, eingaben=(self,), rundung=wie
            )
        return replace(self, wert=self.wert.quantize(CENT, art), rundung=wie)

    def _geklammert(self, mindestrang: int) -> str:
        offen = self.formel and not self.name and self.rang < mindestrang
        return f"({self.kurz})" if offen else self.kurz

    def _muss_passen(self, andere: Groesse) -> None:
        if not einheiten.gleich(self.einheit, andere.einheit):
            raise ValueError(
                f"„{self.kurz}“ in {self.einheit or 'Anzahl'} und „{andere.kurz}“ in "
                f"{andere.einheit or 'Anzahl'} lassen sich weder addieren noch vergleichen."
            )


def angabe(wert: Decimal | int, einheit: str, name: str) -> Groesse:
    """Eine Größe, die jemand angegeben hat: Anfang jeder Herleitung."""
    return Groesse(Decimal(wert), einheit, name)


def null(einheit: str, name: str = "") -> Groesse:
    """Nichts, in der gewünschten Einheit."""
    return Groesse(Decimal(0), einheit, name)


def summe(teile: Iterable[Groesse], einheit: str) -> Groesse:
    """Die Summe der Teile; ohne Teile nichts."""
    gesamt: Groesse | None = None
    for teil in teile:
        gesamt = teil if gesamt is None else gesamt + teil
    return null(einheit) if gesamt is None else gesamt


__all__ = ["CENT", "Groesse", "angabe", "null", "summe", "zahl"]
