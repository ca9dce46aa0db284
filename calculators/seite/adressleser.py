"""Adressleser: macht aus den Tabellen der Redaktion (docs/adressen/_daten-*.md) das Adressbuch.

Er meldet alle Fehler auf einmal, mit Datei, Zeile und Rat.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from leistungsrechner.fehler import TabellenFehler, Tabellenproblem
from leistungsrechner.lesen import Unlesbar, tag
from leistungsrechner.tabelle import Tabelle, Zeile, lies_tabellen

from .adressbuch import BEZIRKE, Adressbuch, Adresse, Telefon, Verweis

ORDNER = Path(__file__).parents[2] / "docs" / "adressen"
NOCH_NICHT = "noch nicht"
ALLE = "alle"

_SPALTEN = (
    *("Schlüssel", "Name", "Art", "Bezirke", "Adresse", "Telefon", "E-Mail", "Web"),
    *("Zeiten", "Hinweis", "Quelle", "Geprüft"),
)
_WEGE = ("Adresse", "Telefon", "E-Mail", "Web")
_SCHLUESSEL = re.compile(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`")
_TELEFON = re.compile(r"(?:([^:]+): )?((?:\+[1-9]|0[1-9])[0-9]*(?:[ /-]?[0-9]+)*)")
_ZIFFERN = range(6, 16)  # Österreichs Nummern, von 050 195 bis zur langen Durchwahl
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[a-z]{2,}")
_WEB = re.compile(r"\[([^\]]+)\]\((https://[^\s()|]+)\)|(https://[^\s()|]+)")
_POSTLEITZAHL = re.compile(r"\b[1-9][0-9]{3} [A-ZÄÖÜ]")


def adressbuch(ordner: Path = ORDNER) -> Adressbuch:
    """Das Adressbuch der Redaktion; neu gelesen, sobald sich eine Datei ändert."""
    dateien = sorted(ordner.glob("_daten-*.md"))
    return _gelesen(ordner, tuple((d.name, d.stat().st_mtime_ns) for d in dateien))


@lru_cache(maxsize=2)
def _gelesen(ordner: Path, stand: tuple[tuple[str, int], ...]) -> Adressbuch:
    namen = [name for name, _ in stand]
    return lies_adressbuch(
        {f"docs/adressen/{n}": (ordner / n).read_text("utf-8-sig") for n in namen}
    )


def lies_adressbuch(texte: Mapping[str, str]) -> Adressbuch:
    """Liest alle Tabellen (Dateiname → Text); wirft TabellenFehler mit allen Problemen auf einmal."""
    leser = _Leser()
    for datei, text in texte.items():
        leser.lies_datei(text, datei, "Art", leser.lies_art)
    for datei, text in texte.items():
        leser.lies_datei(text, datei, "Schlüssel", leser.lies_adresse)
    if leser.probleme:
        raise TabellenFehler(sorted(leser.probleme, key=lambda p: (p.datei, p.zeile)))
    return leser.buch


class _Leser:
    """Sammelt Adressen und Probleme über alle Tabellen."""

    def __init__(self) -> None:
        self.buch = Adressbuch()
        self.probleme: list[Tabellenproblem] = []
        self._orte: dict[str, str] = {}

    def lies_datei(
        self,
        text: str,
        datei: str,
        erste_spalte: str,
        lies: Callable[[Tabelle, Zeile], None],
    ) -> None:
        spalten = _SPALTEN if erste_spalte == "Schlüssel" else ("Art", "Bezeichnung")
        tabellen, probleme = lies_tabellen(text, datei, erste_spalte)
        self.probleme += probleme
        for tabelle in tabellen:
            fehlend = [s for s in spalten if s not in tabelle.spalten]
            if fehlend:
                meldung = f"Der Tabelle fehlt die Spalte „{fehlend[0]}“."
                self._melde(tabelle, tabelle.kopfzeile, meldung)
                continue
            for zeile in tabelle.zeilen:
                lies(tabelle, zeile)

    def lies_art(self, tabelle: Tabelle, zeile: Zeile) -> None:
        self.buch.arten[zeile["Art"].strip("`")] = zeile["Bezeichnung"]

    def lies_adresse(self, tabelle: Tabelle, zeile: Zeile) -> None:
        def melde(meldung: str, spalte: str = "") -> None:
            self._melde(tabelle, zeile.nummer, meldung, spalte)

        adresse = Adresse(
            schluessel=self._schluessel(tabelle, zeile),
            name=zeile["Name"],
            art=zeile["Art"],
            bezirke=_bezirke(zeile["Bezirke"], melde),
            ort=zeile["Adresse"],
            telefone=tuple(_telefone(_teile(zeile["Telefon"]), melde)),
            emails=tuple(_emails(_teile(zeile["E-Mail"]), melde)),
            web=tuple(_web(_teile(zeile["Web"]), melde)),
            zeiten=_teile(zeile["Zeiten"]),
            hinweis=zeile["Hinweis"],
            quelle=zeile["Quelle"],
            geprueft=_geprueft(zeile["Geprüft"], melde),
        )
        self._pruefe(adresse, zeile, melde)
        self.buch.adressen.setdefault(adresse.schluessel, adresse)

    def _schluessel(self, tabelle: Tabelle, zeile: Zeile) -> str:
        treffer = _SCHLUESSEL.fullmatch(zeile["Schlüssel"])
        if not treffer:
            meldung = (
                f"„{zeile['Schlüssel']}“ ist kein Schlüssel. Erwartet werden Kleinbuchstaben und Ziffern "
                "mit wenigstens einem „-“, zwischen zwei `, zum Beispiel `ams-esteplatz`."
            )
            self._melde(tabelle, zeile.nummer, meldung, "Schlüssel")
            return ""
        hier = f"{tabelle.datei}:{zeile.nummer}"
        dort = self._orte.setdefault(treffer[1], hier)
        if dort != hier:
            meldung = f"`{treffer[1]}` steht schon in {dort}. Jede Stelle hat ihren eigenen Schlüssel."
            self._melde(tabelle, zeile.nummer, meldung, "Schlüssel")
        return treffer[1]

    def _pruefe(
        self, adresse: Adresse, zeile: Zeile, melde: Callable[..., None]
    ) -> None:
        if not adresse.name:
            melde("Es fehlt der Name.", "Name")
        if adresse.art not in self.buch.arten:
            erlaubt = ", ".join(self.buch.arten)
            melde(
                f"Die Art „{adresse.art}“ gibt es nicht. Erlaubt sind: {erlaubt}. "
                "Eine neue Art kommt zuerst in _daten-arten.md.",
                "Art",
            )
        if adresse.ort and not _POSTLEITZAHL.search(adresse.ort):
            melde(
                f"In „{adresse.ort}“ fehlen Postleitzahl und Ort. "
                "Erwartet wird zum Beispiel „Esteplatz 2, 1030 Wien“.",
                "Adresse",
            )
        if not any(zeile[spalte] for spalte in _WEGE):
            melde(
                "Die Zeile nennt keinen Weg zu dieser Stelle. "
                "Nötig ist eine Adresse, ein Telefon, eine E-Mail oder eine Webadresse."
            )
        if not adresse.quelle:
            melde("Es fehlt die Quelle.", "Quelle")

    def _melde(
        self, tabelle: Tabelle, nummer: int, meldung: str, spalte: str = ""
    ) -> None:
        self.probleme.append(Tabellenproblem(tabelle.datei, nummer, meldung, spalte))


def _teile(zelle: str) -> tuple[str, ...]:
    """Mehrere Angaben einer Zelle, getrennt durch Strichpunkte."""
    return tuple(teil.strip() for teil in zelle.split(";")) if zelle else ()


def _bezirke(zelle: str, melde: Callable[..., None]) -> tuple[int, ...]:
    if zelle == ALLE:
        return ()
    bezirke = [
        int(teil) if teil.strip().isdecimal() else 0 for teil in zelle.split(",")
    ]
    if any(not 1 <= bezirk <= len(BEZIRKE) for bezirk in bezirke):
        melde(
            f"„{zelle}“ sind keine Wiener Bezirke. "
            f"Erwartet werden Zahlen von 1 bis {len(BEZIRKE)}, zum Beispiel „1, 3, 4“, oder „{ALLE}“.",
            "Bezirke",
        )
    return tuple(bezirke)


def _telefone(teile: Iterable[str], melde: Callable[..., None]) -> Iterable[Telefon]:
    for teil in teile:
        treffer = _TELEFON.fullmatch(teil)
        if treffer and len(re.sub(r"\D", "", treffer[2])) in _ZIFFERN:
            yield Telefon(treffer[1] or "", treffer[2])
        else:
            melde(
                f"„{teil}“ ist keine Telefonnummer. Erwartet wird zum Beispiel „01 4000-8040“, „+43 676 123 45 67“ "
                "oder „Fax: 01 214 39 04-11“; mehrere trennt ein Strichpunkt.",
                "Telefon",
            )


def _emails(teile: Iterable[str], melde: Callable[..., None]) -> Iterable[str]:
    for teil in teile:
        if not _EMAIL.fullmatch(teil):
            melde(
                f"„{teil}“ ist keine E-Mail-Adresse. Erwartet wird zum Beispiel „ams.esteplatz@ams.at“, "
                "ohne Umlaute und ß; mehrere trennt ein Strichpunkt.",
                "E-Mail",
            )
        yield teil


def _web(teile: Iterable[str], melde: Callable[..., None]) -> Iterable[Verweis]:
    for teil in teile:
        if treffer := _WEB.fullmatch(teil):
            text, url, nackt = treffer.groups()
            yield Verweis(text or _kurz(nackt), url or nackt)
        else:
            melde(
                f"„{teil}“ ist keine Webadresse. Erwartet wird zum Beispiel „https://www.ams.at“ "
                "oder „[Termin vereinbaren](https://…)“; mehrere trennt ein Strichpunkt.",
                "Web",
            )


def _kurz(url: str) -> str:
    return url.removeprefix("https://").removeprefix("www.").rstrip("/")


def _geprueft(zelle: str, melde: Callable[..., None]) -> date | None:
    if zelle == NOCH_NICHT:
        return None
    try:
        return tag(zelle)
    except Unlesbar as fehler:
        melde(f"{fehler} Oder „{NOCH_NICHT}“.", "Geprüft")
        return None
