"""Liest und schreibt die Abschnitte eines WebAssembly-Moduls, ohne in die Befehle hineinzusehen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

KOPF = b"\0asm\1\0\0\0"

# Nummern der Abschnitte
EIGEN, TYPEN, EINFUHR, FUNKTIONEN, TABELLEN, SPEICHER = 0, 1, 2, 3, 4, 5
GLOBALE, AUSFUHR, ELEMENTE, BEFEHLE, MARKEN = 6, 7, 9, 10, 13
# Arten in Einfuhr und Ausfuhr
FUNKTION, TABELLE, SPEICHERBLOCK, GLOBALES, MARKE = 0, 1, 2, 3, 4


class WasmFehler(Exception):
    """Das Modul ist anders gebaut, als dieses Werkzeug es kennt."""


def zahl(wert: int) -> bytes:
    """Eine Zahl ohne Vorzeichen in LEB128."""
    aus = bytearray()
    while wert > 0x7F:
        aus.append(wert & 0x7F | 0x80)
        wert >>= 7
    aus.append(wert)
    return bytes(aus)


def konstante(wert: int) -> bytes:
    """Der Befehl `i32.const` mit einer nicht negativen Zahl (LEB128 mit Vorzeichen)."""
    aus = bytearray(b"\x41")
    while wert > 0x3F:
        aus.append(wert & 0x7F | 0x80)
        wert >>= 7
    aus.append(wert)
    return bytes(aus)


def wort(text: str) -> bytes:
    """Ein Name mit seiner Länge davor."""
    roh = text.encode()
    return zahl(len(roh)) + roh


def reihe(glieder: Iterable[bytes]) -> bytes:
    """Eine Liste mit ihrer Länge davor."""
    alle = list(glieder)
    return zahl(len(alle)) + b"".join(alle)


def block(roh: bytes) -> bytes:
    """Bytes mit ihrer Länge davor."""
    return zahl(len(roh)) + roh


def lies_zahl(roh: bytes, ort: int) -> tuple[int, int]:
    """Eine Zahl in LEB128 ab einem Ort und der Ort dahinter."""
    wert = stelle = 0
    while True:
        byte = roh[ort]
        ort += 1
        wert |= (byte & 0x7F) << stelle
        if byte < 0x80:
            return wert, ort
        stelle += 7


def lies_wort(roh: bytes, ort: int) -> tuple[str, int]:
    """Ein Name ab einem Ort und der Ort dahinter."""
    laenge, ort = lies_zahl(roh, ort)
    return roh[ort : ort + laenge].decode(), ort + laenge


def hinter_grenzen(roh: bytes, ort: int) -> int:
    """Der Ort hinter der Größenangabe einer Tabelle oder eines Speichers."""
    mit_hoechstwert = roh[ort] & 1
    _, ort = lies_zahl(roh, ort + 1)
    return lies_zahl(roh, ort)[1] if mit_hoechstwert else ort


def hinter_anfangswert(roh: bytes, ort: int) -> int:
    """Der Ort hinter dem Ausdruck, mit dem eine globale Variable beginnt."""
    while roh[ort] != 0x0B:
        befehl, ort = roh[ort], ort + 1
        if befehl in (
            0x41,
            0x42,
            0x23,
            0xD2,
        ):  # i32.const i64.const global.get ref.func
            _, ort = lies_zahl(roh, ort)
        elif befehl == 0x43:  # f32.const
            ort += 4
        elif befehl == 0x44:  # f64.const
            ort += 8
        elif befehl == 0xD0:  # ref.null
            ort += 1
        else:
            raise WasmFehler(f"Unbekannter Befehl {befehl:#x} in einem Anfangswert.")
    return ort + 1


def hinter_lokale(rumpf: bytes) -> int:
    """Der Ort im Rumpf einer Funktion, an dem ihre Befehle beginnen."""
    anzahl, ort = lies_zahl(rumpf, 0)
    for _ in range(anzahl):
        _, ort = lies_zahl(rumpf, ort)
        if rumpf[ort] in (0x63, 0x64):  # Verweis auf einen zusammengesetzten Typ
            raise WasmFehler(
                "Lokale Variablen mit zusammengesetztem Verweistyp kennt das Werkzeug nicht."
            )
        ort += 1
    return ort


@dataclass(frozen=True)
class Einfuhr:
    """Was das Modul von außen bekommt; roh ist der ganze Eintrag."""

    modul: str
    name: str
    art: int
    roh: bytes


@dataclass(frozen=True)
class Ausfuhr:
    """Was das Modul nach außen gibt."""

    name: str
    art: int
    nummer: int

    def roh(self) -> bytes:
        """Der Eintrag als Bytes."""
        return wort(self.name) + bytes([self.art]) + zahl(self.nummer)


@dataclass(frozen=True)
class Globales:
    """Eine globale Variable; typ sind ihre zwei Typbytes, roh der ganze Eintrag."""

    typ: bytes
    veraenderlich: bool
    roh: bytes


class Modul:
    """Ein WebAssembly-Modul als Liste seiner Abschnitte."""

    def __init__(self, abschnitte: list[tuple[int, bytes]]) -> None:
        self.abschnitte = abschnitte
        self._inhalt = dict(abschnitte)

    @classmethod
    def lies(cls, roh: bytes) -> Modul:
        """Zerlegt die Bytes eines Moduls."""
        if roh[:8] != KOPF:
            raise WasmFehler("Das ist kein WebAssembly-Modul.")
        ort, abschnitte = 8, []
        while ort < len(roh):
            laenge, anfang = lies_zahl(roh, ort + 1)
            abschnitte.append((roh[ort], roh[anfang : anfang + laenge]))
            ort = anfang + laenge
        return cls(abschnitte)

    def als_bytes(self) -> bytes:
        """Das Modul als Bytes."""
        return KOPF + b"".join(
            bytes([nummer]) + block(inhalt) for nummer, inhalt in self.abschnitte
        )

    def inhalt(self, nummer: int) -> bytes:
        """Der Inhalt eines Abschnitts; fehlt er, eine leere Liste."""
        return self._inhalt.get(nummer, b"\0")

    def einfuhren(self) -> list[Einfuhr]:
        """Alles, was das Modul von außen bekommt."""
        roh, aus = self.inhalt(EINFUHR), []
        anzahl, ort = lies_zahl(roh, 0)
        for _ in range(anzahl):
            anfang = ort
            modul, ort = lies_wort(roh, ort)
            name, ort = lies_wort(roh, ort)
            art, ort = roh[ort], ort + 1
            if art == FUNKTION:
                _, ort = lies_zahl(roh, ort)
            elif art == TABELLE:
                ort = hinter_grenzen(roh, ort + 1)
            elif art == SPEICHERBLOCK:
                ort = hinter_grenzen(roh, ort)
            elif art == GLOBALES:
                ort += 2
            elif art == MARKE:
                _, ort = lies_zahl(roh, ort + 1)
            else:
                raise WasmFehler(f"Unbekannte Art {art} in der Einfuhr.")
            aus.append(Einfuhr(modul, name, art, roh[anfang:ort]))
        return aus

    def eingefuehrt(self, art: int) -> int:
        """Wie viele Dinge einer Art von außen kommen."""
        return sum(einfuhr.art == art for einfuhr in self.einfuhren())

    def ausfuhren(self) -> list[Ausfuhr]:
        """Alles, was das Modul nach außen gibt."""
        roh, aus = self.inhalt(AUSFUHR), []
        anzahl, ort = lies_zahl(roh, 0)
        for _ in range(anzahl):
            name, ort = lies_wort(roh, ort)
            art = roh[ort]
            nummer, ort = lies_zahl(roh, ort + 1)
            aus.append(Ausfuhr(name, art, nummer))
        return aus

    def typen(self) -> list[int]:
        """Die Zahl der Parameter jedes Funktionstyps."""
        roh, aus = self.inhalt(TYPEN), []
        anzahl, ort = lies_zahl(roh, 0)
        for _ in range(anzahl):
            if roh[ort] != 0x60:
                raise WasmFehler(
                    f"Unbekannter Typ {roh[ort]:#x}: erwartet werden nur Funktionstypen."
                )
            parameter, ort = lies_zahl(roh, ort + 1)
            ergebnisse, ort = lies_zahl(roh, ort + parameter)
            ort += ergebnisse
            aus.append(parameter)
        return aus

    def funktionstypen(self) -> list[int]:
        """Der Typ jeder eigenen Funktion."""
        roh, aus = self.inhalt(FUNKTIONEN), []
        anzahl, ort = lies_zahl(roh, 0)
        for _ in range(anzahl):
            typ, ort = lies_zahl(roh, ort)
            aus.append(typ)
        return aus

    def tabellen(self) -> list[bytes]:
        """Die eigenen Tabellen, jede als Bytes ihres Typs."""
        roh, aus = self.inhalt(TABELLEN), []
        anzahl, ort = lies_zahl(roh, 0)
        for _ in range(anzahl):
            ende = hinter_grenzen(roh, ort + 1)
            aus.append(roh[ort:ende])
            ort = ende
        return aus

    def marken(self) -> list[bytes]:
        """Die eigenen Ausnahmemarken, jede als Bytes."""
        roh, aus = self.inhalt(MARKEN), []
        anzahl, ort = lies_zahl(roh, 0)
        for _ in range(anzahl):
            _, ende = lies_zahl(roh, ort + 1)
            aus.append(roh[ort:ende])
            ort = ende
        return aus

    def globale(self) -> list[Globales]:
        """Die eigenen globalen Variablen."""
        roh, aus = self.inhalt(GLOBALE), []
        anzahl, ort = lies_zahl(roh, 0)
        for _ in range(anzahl):
            ende = hinter_anfangswert(roh, ort + 2)
            aus.append(Globales(roh[ort : ort + 2], roh[ort + 1] == 1, roh[ort:ende]))
            ort = ende
        return aus

    def ruempfe(self) -> list[bytes]:
        """Die Rümpfe der eigenen Funktionen: lokale Variablen und Befehle."""
        roh, aus = self.inhalt(BEFEHLE), []
        anzahl, ort = lies_zahl(roh, 0)
        for _ in range(anzahl):
            laenge, ort = lies_zahl(roh, ort)
            aus.append(roh[ort : ort + laenge])
            ort += laenge
        return aus

    def erweitert(self, nummer: int, *neue: bytes) -> bytes:
        """Der Inhalt eines Abschnitts mit weiteren Gliedern am Ende."""
        roh = self.inhalt(nummer)
        anzahl, ort = lies_zahl(roh, 0)
        return zahl(anzahl + len(neue)) + roh[ort:] + b"".join(neue)
