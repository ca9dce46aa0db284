"""Misst, was unsere Rechner von Python brauchen: `python3 los.py messen`.

Nötig nach einer neuen Fassung von Pyodide und wenn das Rechenwerk Neues aus der Standardbibliothek einführt (der Bau
und die Prüfung sagen es). Das Ergebnis steht in profil/ und gehört in die Versionsverwaltung: So ändern neue Beträge
die großen Dateien nicht, und wer schon da war, lädt nur das kleine Paket mit den Regeln neu.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from . import node, pakete
from .ablage import abdruck_der_dateien, einmal
from .anfragen import anfragen
from .laufzeit import (
    EINSTIEGE,
    WARMLISTE,
    WASM,
    abdruck_des_wasm,
    laufzeit_fuer,
    mit_spur,
)
from .messung.browser import chromium
from .messung.server import serviere
from .wasm import Modul

_UEBUNG = Path(__file__).with_name("uebung.py")
_ARBEITER = Path(__file__).with_name("node") / "spur-arbeiter.js"
_LUECKE_BYTES, _LUECKE_FUNKTIONEN, _KLEIN_BYTES = 2000, 100, 250
_KOPF = "# Gemessen mit: python3 los.py messen. Nicht von Hand ändern.\n"


def miss() -> None:
    """Schreibt profil/module.txt und profil/warm.txt neu."""
    texte = [json.dumps(anfrage, ensure_ascii=False) for anfrage in anfragen()]
    gebraucht = _module(texte)
    pakete.MODULLISTE.write_text(
        _KOPF + "".join(f"{name}\n" for name in gebraucht), "utf-8"
    )
    # Browser und Node nehmen beim Start verschiedene Wege durch das WebAssembly; warm ist, was einer von beiden braucht.
    warm = {*_warme_in_node(texte, gebraucht), *_warme_im_browser(texte, gebraucht)}
    zeilen = "".join(f"{bereich}\n" for bereich in _bereiche(_mit_nachbarn(warm)))
    WARMLISTE.write_text(f"{_KOPF}{abdruck_des_wasm()}\n{zeilen}", "utf-8")


def _module(texte: list[str]) -> list[str]:
    """Läuft mit der ganzen Standardbibliothek samt Ersatz und sieht nach, was geladen wurde."""
    lauf = node.rufe(
        "rechnen", {**_auftrag(texte), "stdlib": str(pakete.stdlib_mit_ersatz())}
    )
    return sorted(set(lauf["module"]) & pakete.alle_module())


def _warme_in_node(texte: list[str], gebraucht: list[str]) -> list[int]:
    kern = laufzeit_fuer([]).kern
    teil = {
        "wasm": str(mit_spur()),
        "kern": str(kern),
        "spur": True,
        "stdlib": str(pakete.stdlib_paket(gebraucht)),
    }
    lauf = node.rufe("rechnen", {**_auftrag(texte), **teil})
    warm: list[int] = lauf["warm"]
    return warm


def _warme_im_browser(texte: list[str], gebraucht: list[str]) -> list[int]:
    teile = {
        "python.wasm": mit_spur(),
        "bibliothek.zip": pakete.stdlib_paket(gebraucht),
        "regeln.zip": pakete.regeln_paket(),
        "werte.zip": pakete.werte_paket(),
    }

    def baue(ordner: Path) -> None:
        auftrag = {
            "ordner": str(ordner),
            "einstiege": {**EINSTIEGE, "arbeiter": str(_ARBEITER)},
            "kern": "gekuerzt",
        }
        node.rufe("buendeln", auftrag)
        (ordner / "index.html").write_text(
            "<!doctype html><meta charset=utf-8><title>Messung</title>", "utf-8"
        )
        for name, datei in teile.items():
            shutil.copyfile(datei, ordner / name)

    quellen = [_ARBEITER, *map(Path, EINSTIEGE.values()), *teile.values()]
    site = einmal("messung", abdruck_der_dateien(quellen), baue)
    with chromium() as browser, serviere(site) as dienst:
        seite = browser.new_page()
        seite.goto(dienst.adresse)
        warm: list[int] = seite.evaluate(_FRAGE_NACH_DER_SPUR, texte)
    return warm


_FRAGE_NACH_DER_SPUR = """
(texte) => new Promise((loese, verwirf) => {
  const ganz = (name) => new URL(name, location.href).href;
  const dateien = { kern: ganz("pyodide.js"), wasm: ganz("python.wasm"), stdlib: ganz("bibliothek.zip"), regeln: ganz("regeln.zip"), werte: ganz("werte.zip") };
  const arbeiter = new Worker("arbeiter.js", { type: "module", name: JSON.stringify(dateien) });
  arbeiter.onmessage = ({ data }) => {
    if (data.art === "gescheitert") verwirf(new Error(data.grund));
    if (data.art === "spur") loese(data.warm);
  };
  texte.forEach((text, nummer) => arbeiter.postMessage({ art: "rechne", nummer, anfrage: JSON.parse(text) }));
  let beantwortet = 0;
  arbeiter.addEventListener("message", ({ data }) => {
    if (data.art === "antwort" && ++beantwortet === texte.length) arbeiter.postMessage({ art: "spur" });
  });
})
"""


def _auftrag(texte: list[str]) -> dict[str, object]:
    return {
        "pakete": pakete.rechenpakete(),
        "anfragen": texte,
        "uebung": _UEBUNG.read_text("utf-8"),
    }


def _mit_nachbarn(warm: set[int]) -> set[int]:
    """Dazu, was zwischen warmen Funktionen an wenigem liegt: Nachbarn stammen aus derselben Quelldatei.

    So bleibt nach Änderungen am Rechenwerk und in anderen Browsern alles warm. Das kostet verdichtet rund 140 kB;
    wegen einer einzigen fehlenden Funktion kämen mehr als tausend nach.
    """
    groesse = [len(rumpf) for rumpf in Modul.lies(WASM.read_bytes()).ruempfe()]
    aus = set(warm)
    for von, bis in pairwise(sorted(warm)):
        luecke = range(von + 1, bis)
        if sum(groesse[von + 1 : bis]) <= _LUECKE_BYTES:
            aus.update(luecke)
        elif len(luecke) <= _LUECKE_FUNKTIONEN:
            aus.update(f for f in luecke if groesse[f] <= _KLEIN_BYTES)
    return aus


def _bereiche(plaetze: Iterable[int]) -> list[str]:
    aus: list[list[int]] = []
    for platz in sorted(plaetze):
        if aus and platz == aus[-1][1] + 1:
            aus[-1][1] = platz
        else:
            aus.append([platz, platz])
    return [str(von) if von == bis else f"{von}-{bis}" for von, bis in aus]


if __name__ == "__main__":
    miss()
