"""Misst die Zeit bis zur ersten Antwort: `python -m calculators.buendel.messung [SITE] [--laeufe N]`.

Verglichen wird mit dem naiven Weg: unverändertes Pyodide im Hauptstrang, Rechenwerk als Quelltext. Die Varianten
wechseln sich ab, damit Störungen der Maschine alle treffen; gezählt wird der Median.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]
from playwright.sync_api import Playwright, sync_playwright

import los
from leistungsrechner.ablage import RECHENTABELLEN

from ..ablage import einmal, fingerabdruck
from ..laufzeit import PYODIDE
from ..node import WURZEL
from ..pakete import MASCHINE, WERTE
from .server import OFFEN, VIER_G, Netz, serviere

RECHNER = "rechner/arbeitslosengeld/"
_FRAGE = '{"rechner": "arbeitslosengeld", "angaben": {"stichtag": "2.3.2026", "brutto_monat": "2400", "kinder": 1}}'
_BLOCKADE = """
new PerformanceObserver((liste) => {
  for (const { duration } of liste.getEntries()) globalThis.blockade = Math.max(globalThis.blockade ?? 0, duration);
}).observe({ type: "longtask", buffered: true });
"""
_GEBUENDELT = f"""async () => {{
  const {{ rechne }} = await import(document.querySelector('script[src*="/rechner-"]').src);
  const {{ werte }} = await rechne({_FRAGE});
  const dauer = performance.now();
  const fragen = [];
  for (let i = 0; i < 30; i += 1) {{
    const vorher = performance.now();
    await rechne({_FRAGE});
    fragen.push(performance.now() - vorher);
  }}
  fragen.sort((a, b) => a - b);
  return {{ dauer, frage: fragen[15], tagsatz: werte.tagsatz, blockade: globalThis.blockade ?? 0 }};
}}"""
_NAIV = (
    "async () => ({ ...await globalThis.antwort, blockade: globalThis.blockade ?? 0 })"
)
_NAIVE_SEITE = f"""<!doctype html><meta charset="utf-8"><title>naiv</title><script type="module">
globalThis.antwort = (async () => {{
  const {{ loadPyodide }} = await import("./pyodide.mjs");
  const pyodide = await loadPyodide();
  pyodide.unpackArchive(await (await fetch("rechenwerk.zip")).arrayBuffer(), "zip", {{ extractDir: "/regeln" }});
  const rechne = pyodide.runPython(`
import sys
sys.path.insert(0, "/regeln")
import leistungsrechner
leistungsrechner.rechne_json`);
  const {{ werte }} = JSON.parse(rechne('{_FRAGE}'));
  const dauer = performance.now();
  const vorher = performance.now();
  for (let i = 0; i < 30; i += 1) rechne('{_FRAGE}');
  return {{ dauer, frage: (performance.now() - vorher) / 30, tagsatz: werte.tagsatz }};
}})();
</script>"""


@dataclass
class Messwert:
    """Ein Aufruf: Millisekunden bis zur Antwort, längste Blockade der Seite, eine Frage danach, gesendete Bytes."""

    dauer: float
    blockade: float
    frage: float
    bytes_: int


def main() -> int:
    """Misst und zeigt die Tafel."""
    leser = argparse.ArgumentParser(prog="python -m calculators.buendel.messung")
    leser.add_argument("site", type=Path, nargs="?", default=WURZEL / "site")
    leser.add_argument("--laeufe", type=int, default=5)
    angaben = leser.parse_args()
    varianten = {
        "naiv": (_naive_site(), "", _NAIV),
        "Bündel": (angaben.site, RECHNER, _GEBUENDELT),
    }
    werte: dict[tuple[str, str], list[Messwert]] = {}
    with sync_playwright() as spiel:
        for _ in range(angaben.laeufe):
            for name, (site, pfad, frage) in varianten.items():
                for netz, leitung in (("offen", OFFEN), ("4G", VIER_G)):
                    kalt, warm = _besuche(spiel, site, pfad, frage, leitung)
                    werte.setdefault((name, f"{netz}, erster Besuch"), []).append(kalt)
                    werte.setdefault((name, f"{netz}, zweiter Besuch"), []).append(warm)
    _zeige(werte)
    return 0


def _besuche(
    spiel: Playwright, site: Path, pfad: str, frage: str, netz: Netz
) -> tuple[Messwert, Messwert]:
    """Zwei Besuche mit demselben Profil; dazwischen endet der Browser."""
    with tempfile.TemporaryDirectory() as profil, serviere(site, netz) as server:
        werte = []
        for _ in range(2):
            server.abrufe.clear()
            kontext = spiel.chromium.launch_persistent_context(
                profil,
                executable_path=los.chromium(sys.executable),
                args=["--no-sandbox"] if os.geteuid() == 0 else [],
                service_workers="block",
            )
            seite = kontext.new_page()
            seite.add_init_script(_BLOCKADE)
            seite.goto(server.adresse + pfad)
            lauf: dict[str, Any] = seite.evaluate(frage)
            if lauf["tagsatz"] is None:
                raise RuntimeError("Die Seite hat nichts gerechnet.")
            gesendet = sum(bytes_ for _, bytes_ in server.abrufe)
            werte.append(
                Messwert(lauf["dauer"], lauf["blockade"], lauf["frage"], gesendet)
            )
            kontext.close()
        return werte[0], werte[1]


def _naive_site() -> Path:
    """Pyodide, wie es aus dem Paket kommt, daneben das Rechenwerk als ZIP; ebenfalls vorverdichtet."""
    namen = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")

    def baue(ordner: Path) -> None:
        quelle = Path(shutil.copytree(MASCHINE, ordner / "werk" / "leistungsrechner"))
        for name in RECHENTABELLEN:
            ziel = quelle / "werte_tabellen" / f"{name}.md"
            ziel.parent.mkdir(exist_ok=True)
            shutil.copyfile(WERTE / ziel.name, ziel)
        shutil.make_archive(str(ordner / "rechenwerk"), "zip", ordner / "werk")
        shutil.rmtree(ordner / "werk")
        (ordner / "index.html").write_text(_NAIVE_SEITE, "utf-8")
        for name in (*namen, "pyodide-lock.json"):
            shutil.copyfile(PYODIDE / name, ordner / name)
            roh = (ordner / name).read_bytes()
            (ordner / f"{name}.br").write_bytes(brotli.compress(roh))

    quellen = [d.read_bytes() for d in sorted(MASCHINE.rglob("*.py"))]
    abdruck = fingerabdruck(
        _NAIVE_SEITE, *quellen, (PYODIDE / "package.json").read_bytes()
    )
    return einmal("naiv", abdruck, baue)


def _zeige(werte: dict[tuple[str, str], list[Messwert]]) -> None:
    print(
        "| | erste Antwort (Median, alle Läufe) | längste Blockade | eine Frage danach | gesendet |"
    )
    print("|---|---|---:|---:|---:|")
    for (name, lage), liste in sorted(werte.items(), key=lambda eintrag: eintrag[0][1]):
        alle = ", ".join(f"{m.dauer:.0f}" for m in liste)
        mitte = statistics.median(m.dauer for m in liste)
        blockade = statistics.median(m.blockade for m in liste)
        frage = statistics.median(m.frage for m in liste)
        mega = statistics.median(m.bytes_ for m in liste) / 1e6
        print(
            f"| {lage}: {name} | **{mitte:.0f} ms** ({alle}) | {blockade:.0f} ms | {frage:.1f} ms | {mega:.2f} MB |"
        )


if __name__ == "__main__":
    sys.exit(main())
