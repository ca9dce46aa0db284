"""Teilt Pyodides WebAssembly: Was unsere Rechner brauchen, kommt sofort, der Rest erst bei Bedarf.

Beide Teile behalten die Nummern aller Funktionen, Typen und Variablen; kein Befehl wird verändert. Im warmen
Teil steht an der Stelle einer kalten Funktion ein Weiterruf über die Tabelle `$t`. Ist ihr Platz dort noch leer,
ruft er zuerst Platz 0: Dort lädt die Laufzeit den kalten Teil, der alle leeren Plätze füllt. Umgekehrt ruft der
kalte Teil die warmen Funktionen über dieselbe Tabelle. Es geht also nichts verloren, es kommt nur später.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from . import wasm
from .wasm import Ausfuhr, Modul, block, konstante, reihe, wort, zahl

SPUR = "$spur"
BRUECKE = "$t"
_FUNKTIONSVERWEIS = b"\x70"
_RUFE_MITTELBAR, _HOLE, _SETZE, _NULL, _IST_NULL, _WENN, _LEER, _ENDE = (
    b"\x11", b"\x25", b"\x26", b"\xd0\x70", b"\xd1", b"\x04", b"\x40", b"\x0b",
)  # fmt: skip
_OHNE_LOKALE = b"\0"


def mit_spur(roh: bytes) -> bytes:
    """Dasselbe Modul, das sich merkt, welche Funktionen liefen.

    Die Tabelle `$spur` beginnt voll; jede Funktion leert beim ersten Befehl ihren Platz. Der Speicher des
    Programms bleibt unberührt.
    """
    modul = Modul.lies(roh)
    ruempfe = modul.ruempfe()
    eingefuehrt, tabelle = modul.eingefuehrt(wasm.FUNKTION), _naechste_tabelle(modul)
    neu = []
    for platz, rumpf in enumerate(ruempfe):
        ort = wasm.hinter_lokale(rumpf)
        merke = konstante(platz) + _NULL + _SETZE + zahl(tabelle)
        neu.append(block(rumpf[:ort] + merke + rumpf[ort:]))
    alle = [eingefuehrt + platz for platz in range(len(ruempfe))]
    return _ersetzt(
        modul,
        {
            wasm.TABELLEN: modul.erweitert(wasm.TABELLEN, _tabelle(len(ruempfe))),
            wasm.AUSFUHR: modul.erweitert(
                wasm.AUSFUHR, Ausfuhr(SPUR, wasm.TABELLE, tabelle).roh()
            ),
            wasm.ELEMENTE: modul.erweitert(wasm.ELEMENTE, _fuelle(tabelle, 0, alle)),
            wasm.BEFEHLE: reihe(neu),
        },
    ).als_bytes()


@dataclass(frozen=True)
class Teile:
    """Die zwei Hälften eines Moduls."""

    warm: bytes
    kalt: bytes


def teile(roh: bytes, warme: Collection[int], ausfuhr: Collection[str]) -> Teile:
    """Teilt ein Modul nach den Plätzen der warmen Funktionen; ausfuhr nennt, was JavaScript davon noch ruft."""
    modul = Modul.lies(roh)
    return _Teilung(modul, frozenset(warme), frozenset(ausfuhr)).teile()


class _Teilung:
    def __init__(
        self, modul: Modul, warme: frozenset[int], ausfuhr: frozenset[str]
    ) -> None:
        self.modul = modul
        self.ruempfe = modul.ruempfe()
        self.warme = warme
        self.ausfuhr = ausfuhr
        self.eingefuehrt = modul.eingefuehrt(wasm.FUNKTION)
        self.parameter = modul.typen()
        self.typ_je_funktion = modul.funktionstypen()
        self.bruecke = _naechste_tabelle(modul)
        self.ohne_alles = len(
            self.parameter
        )  # der Typ () -> (), der hinten angefügt wird
        self.warm_folge = [p for p in range(len(self.ruempfe)) if p in warme]
        self.kalt_folge = [p for p in range(len(self.ruempfe)) if p not in warme]
        # Platz 0 gehört dem Lader.
        self.platz = {
            p: 1 + i for i, p in enumerate([*self.warm_folge, *self.kalt_folge])
        }
        globale = modul.globale()
        # Veränderliche Variablen müssen beide Teile teilen, und die Nummern müssen gleich bleiben: also alle
        # bis zur letzten veränderlichen.
        self.geteilte = (
            max((i for i, g in enumerate(globale) if g.veraenderlich), default=-1) + 1
        )
        self.globale = globale

    def teile(self) -> Teile:
        return Teile(self.warm().als_bytes(), self.kalt().als_bytes())

    def rufe(self, funktion: int) -> bytes:
        typ = self.typ_je_funktion[funktion]
        parameter = b"".join(b"\x20" + zahl(i) for i in range(self.parameter[typ]))
        return (
            parameter
            + konstante(self.platz[funktion])
            + _RUFE_MITTELBAR
            + zahl(typ)
            + zahl(self.bruecke)
        )

    def weiterruf(self, funktion: int) -> bytes:
        return _OHNE_LOKALE + self.rufe(funktion) + _ENDE

    def weiterruf_mit_laden(self, funktion: int) -> bytes:
        leer = konstante(self.platz[funktion]) + _HOLE + zahl(self.bruecke) + _IST_NULL
        lade = (
            konstante(0) + _RUFE_MITTELBAR + zahl(self.ohne_alles) + zahl(self.bruecke)
        )
        return (
            _OHNE_LOKALE
            + leer
            + _WENN
            + _LEER
            + lade
            + _ENDE
            + self.rufe(funktion)
            + _ENDE
        )

    def nummern(self, folge: list[int]) -> list[int]:
        return [self.eingefuehrt + platz for platz in folge]

    def typen(self) -> bytes:
        return self.modul.erweitert(wasm.TYPEN, b"\x60\0\0")

    def warm(self) -> Modul:
        modul = self.modul
        bleibt = [
            a
            for a in modul.ausfuhren()
            if a.art in (wasm.TABELLE, wasm.SPEICHERBLOCK, wasm.MARKE)
            or a.name in self.ausfuhr
        ]
        ruempfe = [
            block(rumpf if platz in self.warme else self.weiterruf_mit_laden(platz))
            for platz, rumpf in enumerate(self.ruempfe)
        ]
        geteilt = _ersetzt(
            modul,
            {
                wasm.TYPEN: self.typen(),
                wasm.TABELLEN: modul.erweitert(
                    wasm.TABELLEN, _tabelle(len(ruempfe) + 1)
                ),
                wasm.AUSFUHR: reihe(a.roh() for a in [*bleibt, *self.gemeinsame()]),
                wasm.ELEMENTE: modul.erweitert(
                    wasm.ELEMENTE,
                    _fuelle(self.bruecke, 1, self.nummern(self.warm_folge)),
                ),
                wasm.BEFEHLE: reihe(ruempfe),
            },
        )
        # Namen und Herstellervermerke fallen weg; Emscripten braucht nur `dylink.0`.
        return Modul(
            [
                (n, i)
                for n, i in geteilt.abschnitte
                if n != wasm.EIGEN or wasm.lies_wort(i, 0)[0] == "dylink.0"
            ]
        )

    def gemeinsame(self) -> list[Ausfuhr]:
        """Was der kalte Teil vom warmen braucht: alle Tabellen, Marken, der Speicher, die geteilten Variablen."""
        modul = self.modul
        tabellen = [
            Ausfuhr(f"$t{i}", wasm.TABELLE, modul.eingefuehrt(wasm.TABELLE) + i)
            for i in range(len(modul.tabellen()))
        ]
        marken = [
            Ausfuhr(f"$e{i}", wasm.MARKE, modul.eingefuehrt(wasm.MARKE) + i)
            for i in range(len(modul.marken()))
        ]
        globale = [
            Ausfuhr(f"$g{i}", wasm.GLOBALES, modul.eingefuehrt(wasm.GLOBALES) + i)
            for i in range(self.geteilte)
        ]
        speicher = (
            [Ausfuhr("$m", wasm.SPEICHERBLOCK, 0)]
            if wasm.SPEICHER in dict(modul.abschnitte)
            else []
        )
        return [
            *tabellen,
            Ausfuhr(BRUECKE, wasm.TABELLE, self.bruecke),
            *speicher,
            *marken,
            *globale,
        ]

    def kalt(self) -> Modul:
        modul = self.modul
        vom_warmen = [
            *(wort(f"$t{i}") + b"\x01" + typ for i, typ in enumerate(modul.tabellen())),
            wort(BRUECKE) + b"\x01" + _tabelle(len(self.ruempfe) + 1),
            *(wort("$m") + b"\x02" + s for s in [modul.inhalt(wasm.SPEICHER)[1:]] if s),
            *(
                wort(f"$e{i}") + b"\x04" + marke
                for i, marke in enumerate(modul.marken())
            ),
            *(
                wort(f"$g{i}") + b"\x03" + self.globale[i].typ
                for i in range(self.geteilte)
            ),
        ]
        ruempfe = [
            block(self.weiterruf(platz) if platz in self.warme else rumpf)
            for platz, rumpf in enumerate(self.ruempfe)
        ]
        erster = 1 + len(self.warm_folge)
        return Modul(
            [
                (wasm.TYPEN, self.typen()),
                (
                    wasm.EINFUHR,
                    modul.erweitert(
                        wasm.EINFUHR, *(wort("$") + glied for glied in vom_warmen)
                    ),
                ),
                (wasm.FUNKTIONEN, modul.inhalt(wasm.FUNKTIONEN)),
                (wasm.GLOBALE, reihe(g.roh for g in self.globale[self.geteilte :])),
                (
                    wasm.ELEMENTE,
                    reihe(
                        [_fuelle(self.bruecke, erster, self.nummern(self.kalt_folge))]
                    ),
                ),
                (wasm.BEFEHLE, reihe(ruempfe)),
            ]
        )


def _naechste_tabelle(modul: Modul) -> int:
    return modul.eingefuehrt(wasm.TABELLE) + len(modul.tabellen())


def _tabelle(groesse: int) -> bytes:
    return _FUNKTIONSVERWEIS + b"\x01" + zahl(groesse) + zahl(groesse)


def _fuelle(tabelle: int, ab: int, funktionen: list[int]) -> bytes:
    return (
        b"\x02"
        + zahl(tabelle)
        + konstante(ab)
        + _ENDE
        + b"\0"
        + reihe(zahl(f) for f in funktionen)
    )


def _ersetzt(modul: Modul, neu: dict[int, bytes]) -> Modul:
    return Modul(
        [(nummer, neu.get(nummer, inhalt)) for nummer, inhalt in modul.abschnitte]
    )
