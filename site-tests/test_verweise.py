"""Kein Verweis führt ins Leere: auf den Seiten und im Rechenweg."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from falltabelle import alle_faelle

from leistungsrechner import rechne


class Seite(HTMLParser):
    """Die Anker und Verweise einer gebauten Seite."""

    def __init__(self, datei: Path) -> None:
        super().__init__()
        self.anker: set[str] = set()
        self.verweise: list[str] = []
        self.feed(datei.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        werte = dict(attrs)
        if kennung := werte.get("id"):
            self.anker.add(kennung)
        if tag == "a" and (ziel := werte.get("href")):
            self.verweise.append(ziel)


@cache
def seite(datei: Path) -> Seite:
    return Seite(datei)


def zieldatei(ordner: Path, pfad: str) -> Path:
    ziel = ordner / pfad
    return (
        ziel / "index.html" if pfad.endswith("/") or not pfad or ziel.is_dir() else ziel
    )


def fehlt(ziel: Path, anker: str) -> bool:
    if not ziel.is_file():
        return True
    return bool(anker) and ziel.suffix == ".html" and anker not in seite(ziel).anker


def test_alle_verweise_der_seiten_fuehren_zu_etwas(gebaute_seite: Path) -> None:
    tote = []
    for datei in sorted(gebaute_seite.rglob("*.html")):
        if datei.name == "404.html":
            continue
        for verweis in seite(datei).verweise:
            teile = urlsplit(verweis)
            if teile.scheme or teile.netloc:
                continue
            ziel = zieldatei(datei.parent, unquote(teile.path)) if teile.path else datei
            if teile.fragment.startswith("r="):  # Angaben für einen Rechner, kein Anker
                teile = teile._replace(fragment="")
            if fehlt(ziel.resolve(), unquote(teile.fragment)):
                tote.append(f"{datei.relative_to(gebaute_seite)}: {verweis}")

    assert tote == []


def alle_seitenverweise(wert: object) -> set[str]:
    """Jedes „seite“ einer Antwort, wie tief es auch steckt."""
    if isinstance(wert, dict):
        eigene = {str(wert["seite"])} if wert.get("seite") else set()
        return eigene.union(*(alle_seitenverweise(teil) for teil in wert.values()))
    if isinstance(wert, list):
        return set().union(*(alle_seitenverweise(teil) for teil in wert))
    return set()


def test_jede_erklaerung_im_rechenweg_hat_ihren_absatz(gebaute_seite: Path) -> None:
    verweise: set[str] = set()
    for fall in alle_faelle():
        verweise |= alle_seitenverweise(
            rechne(fall.rechner, fall.angaben, fall.stichtag or None)
        )

    tote = []
    for verweis in sorted(verweise):
        pfad, _, anker = verweis.partition("#")
        if fehlt(zieldatei(gebaute_seite, pfad), anker):
            tote.append(verweis)
    assert verweise
    assert tote == []


@pytest.mark.parametrize("rest", ["{{", "{!", "[rechner:", "[werte:", "[adresse"])
def test_keine_marke_bleibt_auf_einer_seite_stehen(
    gebaute_seite: Path, rest: str
) -> None:
    seiten = [
        datei
        for datei in gebaute_seite.rglob("*.html")
        if "mitarbeit" not in datei.parts
    ]

    stehen_geblieben = [
        str(datei.relative_to(gebaute_seite))
        for datei in seiten
        if rest in datei.read_text("utf-8")
    ]
    assert stehen_geblieben == []
