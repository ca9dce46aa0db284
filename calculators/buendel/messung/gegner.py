"""Womit verglichen wird: Pyodide auf dem naiven Weg, publicodes mit modele-social, eine Seite aus reinem JavaScript."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import brotli  # type: ignore[import-untyped]

import los
from leistungsrechner.ablage import RECHENTABELLEN

from .. import node
from ..ablage import einmal, fingerabdruck
from ..laufzeit import PYODIDE
from ..pakete import MASCHINE, WERTE

FRAGE = json.dumps(
    {
        "rechner": "arbeitslosengeld",
        "angaben": {"stichtag": "2.3.2026", "brutto_monat": "2400", "kinder": 1},
    }
)
# Nur zum Messen und nur im Zwischenspeicher des Baus; auf die Website kommt davon nichts.
PUBLICODES = {"publicodes": "1.10.3", "modele-social": "11.1.0"}
RAD = "leistungsrechner-0-py3-none-any.whl"

# Jede Seite stellt ihr `ergebnis` bereit und `nochmal`, eine weitere Rechnung.
_GERUEST = """<!doctype html><html lang="de"><meta charset="utf-8"><title>Messung</title>
<p id="antwort"></p><ol id="weg"></ol><script type="module" src="{skript}"></script></html>"""
_ZEIGE = """
const antwort = document.getElementById("antwort");
const weg = document.getElementById("weg");
function zeige(wert, schritte) {
  antwort.textContent = String(wert);
  weg.replaceChildren(...schritte.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  return performance.now();
}
"""
_NAIV = f"""{_ZEIGE}
const {{ loadPyodide }} = await import("./pyodide.mjs");
const pyodide = await loadPyodide();
await pyodide.loadPackage(new URL("{RAD}", location).href);
const rechne = pyodide.runPython("import leistungsrechner; leistungsrechner.rechne_json");
globalThis.nochmal = () => JSON.parse(rechne('{FRAGE}'));
const ergebnis = globalThis.nochmal();
const dauer = zeige(ergebnis.werte.tagsatz, Object.values(ergebnis.werte).map(String));
globalThis.ergebnis = {{ erste: dauer, ganze: dauer, wert: ergebnis.werte.tagsatz }};
"""
_PUBLICODES = f"""import Engine from "publicodes";
import regeln from "modele-social";
{_ZEIGE}
const stumm = {{ log() {{}}, warn() {{}}, error() {{}} }};
const maschine = new Engine(regeln, {{ logger: stumm }});
const brutto = "salarié . contrat . salaire brut";
const netto = "salarié . rémunération . net . à payer avant impôt";
globalThis.nochmal = () => maschine.setSituation({{ [brutto]: "2400 €/mois" }}).evaluate(netto);
const knoten = globalThis.nochmal();
const schritte = [];
const sammle = (teil, tiefe) => {{
  if (!teil || typeof teil !== "object" || tiefe > 6) return;
  if (teil.nodeKind) schritte.push(`${{teil.nodeKind}} ${{teil.nodeValue ?? ""}}`);
  for (const kind of Object.values(teil.explanation ?? {{}})) sammle(kind, tiefe + 1);
}};
const erste = zeige(knoten.nodeValue, []);
sammle(knoten, 0);
globalThis.ergebnis = {{ erste, ganze: zeige(knoten.nodeValue, schritte), wert: knoten.nodeValue }};
"""
# Der Boden: so viel kostet eine Seite, die nur ungefähr und ohne Recht rechnet.
_HANDGESCHRIEBEN = f"""{_ZEIGE}
globalThis.nochmal = () => (2400 * 0.75 * 14 / 365 * 0.55).toFixed(2);
const wert = globalThis.nochmal();
const dauer = zeige(wert, ["brutto", "netto", "am Tag", "Anteil"]);
globalThis.ergebnis = {{ erste: dauer, ganze: dauer, wert }};
"""


def naive_site() -> Path:
    """Pyodide, wie es aus dem Paket kommt, im Hauptstrang; das Rechenwerk als Wheel mit loadPackage."""
    namen = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")

    def baue(ordner: Path) -> None:
        with zipfile.ZipFile(ordner / RAD, "w", zipfile.ZIP_DEFLATED) as rad:
            for quelle in sorted(MASCHINE.rglob("*.py")):
                rad.write(quelle, f"leistungsrechner/{quelle.relative_to(MASCHINE)}")
            for name in RECHENTABELLEN:
                ziel = f"leistungsrechner/werte_tabellen/{name}.md"
                rad.write(WERTE / f"{name}.md", ziel)
            info = "leistungsrechner-0.dist-info"
            rad.writestr(
                f"{info}/METADATA",
                "Metadata-Version: 2.1\nName: leistungsrechner\nVersion: 0\n",
            )
            rad.writestr(
                f"{info}/WHEEL",
                "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            )
            rad.writestr(f"{info}/RECORD", "")
        for name in (*namen, "pyodide-lock.json"):
            shutil.copyfile(PYODIDE / name, ordner / name)
        _seite(ordner, "naiv.js", _NAIV)

    quellen = [
        d.read_bytes() for d in (*sorted(MASCHINE.rglob("*.py")), *WERTE.glob("*.md"))
    ]
    abdruck = fingerabdruck(
        _GERUEST, _NAIV, *quellen, (PYODIDE / "package.json").read_bytes()
    )
    return einmal("naiv", abdruck, baue)


def publicodes_site() -> Path:
    """publicodes mit modele-social, mit esbuild gebündelt, im Hauptstrang."""

    def baue(ordner: Path) -> None:
        werk = ordner / "werk"
        werk.mkdir()
        (werk / "package.json").write_text('{"private": true}', "utf-8")
        pakete = [f"{name}@{fassung}" for name, fassung in PUBLICODES.items()]
        schalter = ("--ignore-scripts", "--no-audit", "--no-fund", "--silent")
        subprocess.run(
            [*los.npm(), "install", *schalter, *pakete], cwd=werk, check=True
        )
        quelle = werk / "publicodes.js"
        quelle.write_text(_PUBLICODES, "utf-8")
        node.rufe(
            "buendeln",
            {"ordner": str(ordner), "einstiege": {"publicodes": str(quelle)}},
        )
        gebuendelt = (ordner / "publicodes.js").read_text("utf-8")
        (ordner / "publicodes.js").unlink()
        shutil.rmtree(werk)
        _seite(ordner, "publicodes-0000000000.js", gebuendelt)

    return einmal(
        "publicodes", fingerabdruck(_GERUEST, _PUBLICODES, json.dumps(PUBLICODES)), baue
    )


def handgeschriebene_site() -> Path:
    """Eine Seite aus ein paar Zeilen JavaScript: der Boden, unter den niemand kommt."""

    def baue(ordner: Path) -> None:
        _seite(ordner, "hand-0000000000.js", _HANDGESCHRIEBEN)

    return einmal("hand", fingerabdruck(_GERUEST, _HANDGESCHRIEBEN), baue)


def _seite(ordner: Path, name: str, skript: str) -> None:
    """Seite und Skript, alles vorverdichtet wie auf unserer Website."""
    (ordner / "index.html").write_text(_GERUEST.format(skript=name), "utf-8")
    (ordner / name).write_text(skript, "utf-8")
    for datei in sorted(ordner.iterdir()):
        if datei.is_file() and datei.suffix != ".html":
            gepresst = brotli.compress(datei.read_bytes())
            datei.with_name(datei.name + ".br").write_bytes(gepresst)
