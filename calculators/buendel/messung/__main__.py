"""Misst die Zeit bis zur Antwort im Vergleich: `python -m calculators.buendel.messung [SITE] [--laeufe N] [--lage …]`.

Alle Varianten laufen in jedem Durchgang abwechselnd, damit Störungen der Maschine alle treffen; gezeigt wird der Median.
Ein Besuch beginnt mit dem Aufruf der Seite. Die erste Antwort ist der erste Betrag, der dasteht; bei uns kommt er aus
der Tafel, bei den anderen aus der Rechnung. Die ganze Antwort enthält den Rechenweg.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

import los

from ..node import WURZEL
from .bremse import gebremst
from .gegner import FRAGE, handgeschriebene_site, naive_site, publicodes_site
from .server import FAST_3G, OFFEN, VIER_G, Netz, Server, serviere

RECHNER = "rechner/arbeitslosengeld/"
GEDULD_MS = 180_000
# Das Ergebnis wird erwartet, nicht abgefragt: Das Abfragen blockierte die Seite selbst ein paar Hundertstel lang.
_BLOCKADE = """
globalThis.blockade = 0;
let melde;
const gemeldet = new Promise((loese) => (melde = loese));
Object.defineProperty(globalThis, "ergebnis", { get: () => gemeldet, set: (wert) => melde(wert) });
new PerformanceObserver((liste) => {
  for (const { duration } of liste.getEntries()) globalThis.blockade = Math.max(globalThis.blockade, duration);
}).observe({ type: "longtask", buffered: true });
"""
# Tippt wie ein Mensch, nur ohne zu zögern: Betrag, dann „Berechnen“, sobald die schnelle Antwort dasteht.
_UNSERE = """
globalThis.ergebnis = new Promise((fertig) => {
  let erste;
  const sieh = () => {
    const formular = document.querySelector(".rechner form");
    if (!formular) return;
    const feld = formular.querySelector("[name=brutto_monat]");
    if (!feld.value) {
      feld.value = "2400";
      feld.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (!erste && document.querySelector(".sofort")?.textContent) {
      erste = performance.now();
      formular.requestSubmit();
    }
    const zahl = document.querySelector(".antwort:not([hidden]) .antwort__zahl");
    if (erste && zahl && document.querySelector(".antwort .schritt")) {
      beobachter.disconnect();
      fertig({ erste, ganze: performance.now(), wert: zahl.textContent });
    }
  };
  const beobachter = new MutationObserver(sieh);
  beobachter.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
});
"""
_ERGEBNIS = f"""Promise.race([
  globalThis.ergebnis,
  new Promise((_, verwirf) => setTimeout(() => verwirf(new Error("Die Seite antwortet nicht.")), {GEDULD_MS})),
])"""
# Der Browser meldet eine Blockade erst, wenn sie vorbei ist.
_BLOCKADE_BISHER = (
    "new Promise((loese) => setTimeout(() => loese(globalThis.blockade), 300))"
)
_EIGENE_RUNDE = f"""async () => {{
  const {{ rechne }} = await import(document.querySelector('script[src*="/rechner-"]').src);
  globalThis.nochmal = () => rechne({FRAGE});
}}"""
_RUNDEN = """async () => {
  const dauern = [];
  for (let i = 0; i < 30; i += 1) {
    const vorher = performance.now();
    await globalThis.nochmal();
    dauern.push(performance.now() - vorher);
  }
  dauern.sort((a, b) => a - b);
  return dauern[15];
}"""


@dataclass(frozen=True)
class Lage:
    """Eine Leitung und um wie viel langsamer das Gerät ist."""

    netz: Netz
    bremse: int = 1


@dataclass(frozen=True)
class Variante:
    """Eine Site, ihre Seite und ob sie ohne Netz gehen soll."""

    site: Path
    pfad: str = ""
    eigene: bool = False


@dataclass
class Messwert:
    """Ein Besuch: Millisekunden bis zur ersten und zur ganzen Antwort, längste Blockade, eine Frage danach, Bytes."""

    erste: float
    ganze: float
    blockade: float
    frage: float
    bytes_: int


LAGEN = {
    "offen": Lage(OFFEN),
    "4G": Lage(VIER_G),
    "3G": Lage(FAST_3G),
    "offen, CPU 4x": Lage(OFFEN, 4),
    "4G, CPU 4x": Lage(VIER_G, 4),
}
BESUCHE = ("kalt", "warm", "ohne Netz")
Werte = dict[tuple[str, str, str], list[Messwert | None]]


def main() -> int:
    """Misst und zeigt die Tafel."""
    leser = argparse.ArgumentParser(prog="python -m calculators.buendel.messung")
    leser.add_argument("site", type=Path, nargs="?", default=WURZEL / "site")
    leser.add_argument("--laeufe", type=int, default=5)
    leser.add_argument("--lage", action="append", choices=LAGEN)
    angaben = leser.parse_args()
    varianten = {
        "unsere": Variante(angaben.site, RECHNER, eigene=True),
        "naiv": Variante(naive_site()),
        "publicodes": Variante(publicodes_site()),
        "von Hand": Variante(handgeschriebene_site()),
    }
    lagen = {name: LAGEN[name] for name in angaben.lage or LAGEN}
    werte: Werte = {}
    beginn = f"{datetime.now():%d.%m.%Y %H:%M}"
    vorher = os.getloadavg()
    with sync_playwright() as spiel:
        for lauf in range(angaben.laeufe):
            for lage_name, lage in lagen.items():
                for name, variante in varianten.items():
                    messwerte = _besuche(spiel, variante, lage)
                    for besuch, wert in zip(BESUCHE, messwerte, strict=True):
                        werte.setdefault((lage_name, besuch, name), []).append(wert)
                print(f"Durchgang {lauf + 1}, {lage_name}: fertig", file=sys.stderr)
    print(f"Gemessen am {beginn}, {angaben.laeufe} Durchgänge, {_maschine(vorher)}\n")
    _zeige(werte)
    return 0


def _maschine(vorher: tuple[float, float, float]) -> str:
    """Worauf gemessen wurde; die Last sagt, wie ruhig es dabei war."""
    last = f"{vorher[0]:.1f} davor, {os.getloadavg()[0]:.1f} danach"
    return f"{os.cpu_count()} Kerne, Last {last}".replace(".", ",")


def _besuche(
    spiel: Playwright, variante: Variante, lage: Lage
) -> tuple[Messwert | None, ...]:
    """Drei Besuche mit demselben Profil, dazwischen endet der Browser; beim dritten ist der Server weg."""
    with (
        tempfile.TemporaryDirectory() as profil,
        serviere(variante.site, lage.netz) as server,
    ):
        kalt = _besuch(spiel, variante, lage, server, profil)
        warm = _besuch(spiel, variante, lage, server, profil)
        if not variante.eigene:
            return kalt, warm, None  # ohne Netz geht von den anderen keine
        server.halte_an()
        try:
            ohne = _besuch(spiel, variante, lage, server, profil)
        finally:
            server.starte()
        return kalt, warm, ohne


def _besuch(
    spiel: Playwright, variante: Variante, lage: Lage, server: Server, profil: str
) -> Messwert:
    server.abrufe.clear()
    kontext = _browser(spiel, profil)
    try:
        seite = kontext.new_page()
        seite.set_default_timeout(GEDULD_MS)
        seite.add_init_script(_BLOCKADE + (_UNSERE if variante.eigene else ""))
        with gebremst(profil, lage.bremse):
            seite.goto(server.adresse + variante.pfad, wait_until="commit")
            lauf: dict[str, Any] = seite.evaluate(_ERGEBNIS)
        gesendet = sum(bytes_ for _, bytes_ in server.abrufe)
        blockade: float = seite.evaluate(_BLOCKADE_BISHER)
        if not lauf["wert"]:
            raise RuntimeError("Die Seite hat nichts gerechnet.")
        if variante.eigene:
            _warte_auf_vorrat(seite)
            seite.evaluate(_EIGENE_RUNDE)
        with gebremst(profil, lage.bremse):
            frage: float = seite.evaluate(_RUNDEN)
        return Messwert(lauf["erste"], lauf["ganze"], blockade, frage, gesendet)
    finally:
        kontext.close()


def _warte_auf_vorrat(seite: Page) -> None:
    """Wer bis zum nächsten Besuch weggeht, hat Seiten und Rechenwerk am Gerät."""
    seite.locator("html[data-ohne-netz]").wait_for(state="attached", timeout=GEDULD_MS)


def _browser(spiel: Playwright, profil: str) -> BrowserContext:
    als_root = hasattr(os, "geteuid") and os.geteuid() == 0
    kontext = spiel.chromium.launch_persistent_context(
        profil,
        executable_path=los.chromium(sys.executable),
        args=["--no-sandbox"] if als_root else [],
    )
    time.sleep(0.5)  # der Start des Browsers selbst zählt nicht
    return kontext


def _zeige(werte: Werte) -> None:
    print(
        "| Leitung, Besuch | Variante | erste Antwort | ganze Antwort | alle Läufe | längste Blockade | eine Frage danach | gesendet |"
    )
    print("|---|---|---:|---:|---|---:|---:|---:|")
    for (lage, besuch, name), liste in werte.items():
        da = [wert for wert in liste if wert is not None]
        if not da:
            print(f"| {lage}, {besuch} | {name} | geht nicht | | | | | |")
            continue
        alle = ", ".join(_sekunden(m.ganze) for m in da)
        zellen = [
            f"{lage}, {besuch}",
            name,
            f"{_sekunden(statistics.median(m.erste for m in da))} s",
            f"**{_sekunden(statistics.median(m.ganze for m in da))} s**",
            alle,
            f"{statistics.median(m.blockade for m in da):.0f} ms",
            f"{statistics.median(m.frage for m in da):.1f} ms".replace(".", ","),
            f"{statistics.median(m.bytes_ for m in da) / 1e6:.2f} MB".replace(".", ","),
        ]
        print(f"| {' | '.join(zellen)} |")


def _sekunden(ms: float) -> str:
    return f"{ms / 1000:.2f}".replace(".", ",")


if __name__ == "__main__":
    sys.exit(main())
