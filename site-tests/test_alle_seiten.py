"""Jede Seite der Website, einmal ganz: gültiges HTML, Überschriften, Kopf, Breite am Handy, keine Barriere."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from auslieferung import Auslieferung
from playwright.sync_api import Browser, Page
from test_verweise import Seite

WURZEL = Path(__file__).resolve().parents[1]
AXE = WURZEL / "node_modules/axe-core/axe.min.js"
REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PRUEFUNG = WURZEL / "site-tests" / "htmlvalidate.json"


@pytest.fixture(scope="module")
def seiten(gebaute_seite: Path) -> list[str]:
    """Die Adressen aller Seiten, von der Startseite aus."""
    return sorted(
        str(datei.parent.relative_to(gebaute_seite)).removeprefix(".")
        + "/" * (datei.parent != gebaute_seite)
        for datei in gebaute_seite.rglob("index.html")
    )


# Eine Tabelle, von der am Handy ein Teil verborgen ist: Niemand sieht, dass da noch etwas steht.
ZU_BREIT = """[...document.querySelectorAll(".tabelle")]
  .filter((rahmen) => rahmen.scrollWidth > rahmen.clientWidth + 1)
  .map((rahmen) => rahmen.getAttribute("aria-label"))"""


@pytest.fixture(scope="module")
def handy(
    browser: Browser, _server: Auslieferung, browser_context_args: dict[str, Any]
) -> Iterator[Page]:
    """Ein schmales Fenster für alle Seiten, damit nicht jede ein eigenes öffnet."""
    angaben = {
        **browser_context_args,
        "base_url": _server.url,
        "viewport": {"width": 360, "height": 740},
    }
    fenster = browser.new_context(**angaben, service_workers="block")
    yield fenster.new_page()
    fenster.close()


def test_jede_seite_ist_am_handy_bedienbar_und_ohne_barriere(
    seiten: list[str], handy: Page
) -> None:
    maengel: list[str] = []
    handy.on(
        "console",
        lambda m: maengel.append(f"Konsole: {m.text}") if m.type == "error" else None,
    )
    for seite in seiten:
        handy.goto(seite, wait_until="load")
        breite = handy.evaluate("document.documentElement.scrollWidth")
        if breite > 360:
            maengel.append(f"{seite}: {breite} px breit statt 360")
        maengel += [f"{seite}: zu breit: {name}" for name in handy.evaluate(ZU_BREIT)]
        maengel += [f"{seite}: {stelle}" for stelle in barrieren(handy)]

    assert maengel == []


def barrieren(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    befund = page.evaluate(
        "regeln => axe.run(document, {runOnly: {type: 'tag', values: regeln}, resultTypes: ['violations']})",
        REGELN,
    )
    return [
        f"{v['id']} {k['target']}" for v in befund["violations"] for k in v["nodes"]
    ]


class Aufbau(Seite):
    """Überschriften, Titel und Beschreibung einer Seite."""

    def __init__(self, datei: Path) -> None:
        self.stufen: list[int] = []
        self.beschreibung = ""
        self.titel = ""
        self._im_titel = False
        self._im_inhalt = False
        super().__init__(datei)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        werte = dict(attrs)
        if tag == "article":
            self._im_inhalt = True
        if self._im_inhalt and len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.stufen.append(int(tag[1]))
        if tag == "meta" and werte.get("name") == "description":
            self.beschreibung = werte.get("content") or ""
        self._im_titel = tag == "title"

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._im_inhalt = False
        self._im_titel = False

    def handle_data(self, data: str) -> None:
        if self._im_titel:
            self.titel += data


def test_titel_beschreibung_und_ueberschriften_in_der_reihenfolge(
    gebaute_seite: Path,
) -> None:
    maengel: list[str] = []
    titel: dict[str, str] = {}
    for datei in sorted(gebaute_seite.rglob("index.html")):
        name, aufbau = str(datei.parent.relative_to(gebaute_seite)), Aufbau(datei)
        if not aufbau.beschreibung:
            maengel.append(f"{name}: keine Beschreibung")
        if aufbau.titel in titel:
            maengel.append(f"{name}: derselbe Titel wie {titel[aufbau.titel]}")
        titel[aufbau.titel] = name
        if aufbau.stufen.count(1) != 1 or aufbau.stufen[:1] != [1]:
            maengel.append(f"{name}: Überschriften erster Stufe {aufbau.stufen}")
        spruenge = [
            b
            for a, b in zip(aufbau.stufen, aufbau.stufen[1:], strict=False)
            if b > a + 1
        ]
        if spruenge:
            maengel.append(f"{name}: übersprungene Überschriftenstufe {aufbau.stufen}")

    assert maengel == []


def test_jede_seite_ist_gueltiges_html(gebaute_seite: Path, tmp_path: Path) -> None:
    dateien = [str(datei) for datei in sorted(gebaute_seite.rglob("*.html"))]
    befund = (
        tmp_path / "befund.json"
    )  # über eine Leitung käme eine lange Ausgabe nur zum Teil an

    lauf = subprocess.run(
        ["node", "node_modules/html-validate/bin/html-validate.mjs", "--config", str(PRUEFUNG),
         "--formatter", f"json={befund}", *dateien],
        cwd=WURZEL, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert befund.exists(), lauf.stderr
    maengel = [
        f"{Path(datei['filePath']).relative_to(gebaute_seite)}:{m['line']}: {m['ruleId']}: {m['message']}"
        for datei in json.loads(befund.read_text("utf-8"))
        for m in datei["messages"]
    ]
    assert maengel == []
