"""Stile und Skripte des Themas kommen in je einer Datei, und es gilt dasselbe wie zuvor."""

from __future__ import annotations

from pathlib import Path

import pytest

from calculators.buendel.gestaltung import fasse_zusammen
from calculators.buendel.node import BauFehler

_SEITE = """<!doctype html><html><head>
<script src="{hin}assets/js/zuerst.js"></script>
<link rel="stylesheet" href="{hin}assets/css/b.css">
<link rel="stylesheet" href="{hin}assets/css/a.css">
<link rel="stylesheet" href="{hin}assets/css/druck.css" media="print">
<link rel="stylesheet" href="{hin}assets/fremd.css">
</head><body>
<script type="module" src="{hin}assets/js/eins.js"></script>
<script src="{hin}assets/js/zwei.js" type="module"></script>
</body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    dateien = {
        "index.html": _SEITE.format(hin=""),
        "tief/unten/index.html": _SEITE.format(hin="../../"),
        "404.html": _SEITE.format(hin="/unter/"),
        "ohne.html": "<p>Nichts davon.</p>",
        "assets/js/zuerst.js": "document.title = 1;",
        "assets/js/eins.js": 'import { drei } from "./drei.js"; drei("eins");',
        "assets/js/zwei.js": 'globalThis.zwei = new URL("../suche/", import.meta.url);',
        "assets/js/drei.js": "export function drei(x) { globalThis[x] = 3; }",
        "assets/css/b.css": '@font-face { src: url("../fonts/x.woff2") } p { color: red }',
        "assets/css/a.css": "p { color: blue }",
        "assets/css/druck.css": "p { color: black }",
    }
    for pfad, inhalt in dateien.items():
        (tmp_path / pfad).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / pfad).write_text(inhalt, "utf-8")
    return tmp_path


def _eine(site: Path, muster: str) -> Path:
    (datei,) = site.glob(f"assets/thema/{muster}")
    return datei


def test_jede_seite_verweist_auf_einen_stil_und_ein_skript(site: Path) -> None:
    fasse_zusammen(site)
    stil, skript = _eine(site, "stil-*.css"), _eine(site, "thema-*.js")
    for seite, hin in (
        ("index", ""),
        ("tief/unten/index", "../../"),
        ("404", "/unter/"),
    ):
        html = (site / f"{seite}.html").read_text("utf-8")
        assert html.count("stylesheet") == 2, "der zusammengefasste und der fremde"
        assert f'href="{hin}assets/thema/{stil.name}"' in html
        assert html.count("<script") == 2
        assert f'src="{hin}assets/thema/{skript.name}"' in html
        assert f'href="{hin}assets/fremd.css"' in html
    assert (site / "ohne.html").read_text("utf-8") == "<p>Nichts davon.</p>"


def test_die_reihe_der_stile_bleibt_und_druck_gilt_nur_beim_drucken(site: Path) -> None:
    fasse_zusammen(site)
    stil = _eine(site, "stil-*.css").read_text("utf-8")
    rot, blau, druck = (stil.index(was) for was in ("red", "00f", "@media print"))
    assert rot < blau < druck
    assert "../fonts/x.woff2" in stil, "Schriften bleiben, wo sie sind"


def test_die_skripte_enthalten_was_sie_einfuehren(site: Path) -> None:
    fasse_zusammen(site)
    skript = _eine(site, "thema-*.js").read_text("utf-8")
    assert "eins" in skript
    assert "../suche/" in skript
    assert "drei.js" not in skript


def test_was_vor_dem_ersten_bild_laeuft_steht_in_der_seite(site: Path) -> None:
    fasse_zusammen(site)
    html = (site / "index.html").read_text("utf-8")
    assert "<script>document.title = 1;</script>" in html


def test_ein_skript_das_die_seite_beenden_wuerde_haelt_den_bau_an(site: Path) -> None:
    (site / "assets/js/zuerst.js").write_text('a = "</script>"', "utf-8")
    with pytest.raises(BauFehler, match=r"zuerst\.js"):
        fasse_zusammen(site)


def test_ein_zweiter_lauf_aendert_nichts(site: Path) -> None:
    fasse_zusammen(site)
    vorher = {d: d.read_bytes() for d in site.rglob("*") if d.is_file()}
    fasse_zusammen(site)
    assert {d: d.read_bytes() for d in site.rglob("*") if d.is_file()} == vorher
