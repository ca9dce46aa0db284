"""Gemeinsames der Tests an der gebauten Seite: Browser, Webserver, Aufsicht."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from auslieferung import Auslieferung
from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

import los

WURZEL = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def gebaute_seite() -> Path:
    """Der Ordner site/; gebaut, wenn er fehlt, älter ist als seine Quellen oder von gestern."""
    if not los.seite_ist_aktuell():
        try:
            los.main(["bauen"])
        except SystemExit as ende:
            pytest.fail(f"Die Seite lässt sich nicht bauen. {ende}", pytrace=False)
    return WURZEL / "site"


@pytest.fixture(scope="session")
def _server(gebaute_seite: Path) -> Iterator[Auslieferung]:
    server = Auslieferung(gebaute_seite)
    yield server
    server.halte_an()


@pytest.fixture
def auslieferung(_server: Auslieferung, gebaute_seite: Path) -> Iterator[Auslieferung]:
    """Der Webserver; nach dem Test läuft er wieder und zeigt wieder site/."""
    _server.anfragen.clear()
    yield _server
    _server.ohne_eingriff()
    _server.ordner = gebaute_seite
    _server.starte()


@pytest.fixture(scope="session")
def base_url(_server: Auslieferung) -> str:
    """`page.goto("ratgeber/wohnen/")` meint die Seite unter /wegweiser/."""
    return _server.url


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
) -> dict[str, Any]:
    """Nimmt Playwrights Chromium oder das des Systems; ohne Browser scheitert der Test."""
    programm = los.chromium(sys.executable)
    if programm is None:
        pytest.fail(los.KEIN_CHROMIUM, pytrace=False)
    start = {**browser_type_launch_args, "executable_path": programm}
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        start["args"] = [*start.get("args", []), "--no-sandbox"]
    return start


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Alle Fenster stehen in Wien."""
    wien = {"locale": "de-AT", "timezone_id": "Europe/Vienna"}
    return {**browser_context_args, **wien}


@pytest.fixture
def service_worker() -> None:
    """Wer das anfordert, bekommt Fenster mit Service Worker; sonst ist er abgeschaltet."""


@pytest.fixture
def verstoesse() -> list[str]:
    """Was die Aufsicht in den Fenstern dieses Tests gesehen hat."""
    return []


@pytest.fixture
def erlaubte_meldungen() -> list[str]:
    """Textstücke von Meldungen, die ein Test erwartet und deshalb nicht rügt."""
    return []


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext],
    request: pytest.FixtureRequest,
    _server: Auslieferung,
    verstoesse: list[str],
    erlaubte_meldungen: list[str],
) -> Iterator[Callable[..., BrowserContext]]:
    """Öffnet Fenster unter Aufsicht: Fehler in der Konsole, Skriptfehler, Verstöße gegen
    die Content Security Policy und Anfragen an fremde Server lassen den Test scheitern.
    """
    mit_worker = "service_worker" in request.fixturenames

    def konsole(meldung: ConsoleMessage) -> None:
        if meldung.type == "error" or "Content Security Policy" in meldung.text:
            verstoesse.append(f"Konsole: {meldung.text} ({meldung.location['url']})")

    def skriptfehler(fehler: WebError) -> None:
        verstoesse.append(f"Skriptfehler: {fehler.error}")

    def anfrage(anfrage: Request) -> None:
        if not anfrage.url.startswith((_server.ursprung + "/", "data:", "blob:")):
            verstoesse.append(f"fremder Server: {anfrage.url}")

    def oeffne(**angaben: Any) -> BrowserContext:
        angaben.setdefault("service_workers", "allow" if mit_worker else "block")
        fenster = new_context(**angaben)
        fenster.on("console", konsole)
        fenster.on("weberror", skriptfehler)
        fenster.on("request", anfrage)
        return fenster

    yield oeffne
    geruegt = [v for v in verstoesse if not any(e in v for e in erlaubte_meldungen)]
    assert not geruegt, "\n".join(geruegt)
