"""Fasst Stile und Skripte des Themas zusammen: je eine Datei mit Inhaltsabdruck statt einem Dutzend kleiner.

Jede Datei kostet auf einer langsamen Leitung einen eigenen Weg hin und zurück. Das Skript, das vor dem ersten Bild
laufen muss, kommt gleich in die Seite; die Sicherheitsregel (sicherheit.py) kennt seine Prüfsumme.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable
from pathlib import Path

from . import node
from .ablage import abdruck_der_dateien, einmal, fingerabdruck, raeume_auf
from .einsetzen import seiten
from .node import PAKETE
from .pressen import lege_ab

ORDNER = "assets/thema"
_ZIEL = r'"(?P<pfad>[^"]*?assets/{art}/[\w-]+\.{art})"'
_STIL = re.compile(
    rf'<link rel="stylesheet" href={_ZIEL.format(art="css")}(?: media="(?P<medium>\w+)")?>\s*'
)
_MODUL = re.compile(
    rf'<script (?=[^>]*type="module")[^>]*src={_ZIEL.format(art="js")}[^>]*></script>\s*'
)
_SOFORT = re.compile(rf"<script src={_ZIEL.format(art='js')}></script>")
_ESBUILD = [
    Path(__file__).with_name("node") / "buendeln.mjs",
    PAKETE / "esbuild" / "package.json",
]


def fasse_zusammen(site: Path) -> None:
    """Ersetzt die Verweise aller Seiten; ein zweiter Lauf findet nichts mehr zu tun."""
    for seite in seiten(site):
        alt = seite.read_text("utf-8")
        neu = _in_einem(
            alt,
            _STIL,
            lambda t: _stil(site, t),
            '<link rel="stylesheet" href="{}">\n    ',
        )
        neu = _in_einem(
            neu,
            _MODUL,
            lambda t: _skript(site, t),
            '<script type="module" src="{}"></script>\n    ',
        )
        neu = _SOFORT.sub(lambda t: f"<script>{_text(site, t)}</script>", neu)
        if neu != alt:
            seite.write_text(neu, "utf-8")
    raeume_auf("thema", hoechstens=20)


def _in_einem(
    html: str,
    muster: re.Pattern[str],
    baue: Callable[[list[re.Match[str]]], str],
    verweis: str,
) -> str:
    """Statt aller Treffer steht beim ersten ein Verweis auf das, was `baue` aus ihnen macht."""
    treffer = list(muster.finditer(html))
    if not treffer:
        return html
    wurzel = treffer[0]["pfad"].partition("assets/")[0]
    ersatz = iter([verweis.format(wurzel + baue(treffer))])
    return muster.sub(lambda _: next(ersatz, ""), html)


def _stil(site: Path, treffer: list[re.Match[str]]) -> str:
    zeilen = [
        f"@import {json.dumps(str(_quelle(site, t)))} {t['medium'] or ''};"
        for t in treffer
    ]
    return _gebuendelt(site, "stil", ".css", zeilen, treffer)


def _skript(site: Path, treffer: list[re.Match[str]]) -> str:
    zeilen = [f"import {json.dumps(str(_quelle(site, t)))};" for t in treffer]
    return _gebuendelt(site, "thema", ".js", zeilen, treffer)


def _gebuendelt(
    site: Path, name: str, endung: str, zeilen: list[str], treffer: list[re.Match[str]]
) -> str:
    """Die Adresse der zusammengefassten Datei ab der Wurzel der Site."""

    def baue(ordner: Path) -> None:
        eingang = ordner / f"eingang{endung}"
        eingang.write_text("\n".join(zeilen), "utf-8")
        node.rufe(
            "buendeln", {"ordner": str(ordner), "einstiege": {name: str(eingang)}}
        )

    quellen = [d for t in treffer for d in _quelle(site, t).parent.glob(f"*{endung}")]
    reihe = [
        posixpath.basename(t["pfad"]) + str(t.groupdict().get("medium"))
        for t in treffer
    ]
    abdruck = fingerabdruck(*reihe, abdruck_der_dateien({*quellen, *_ESBUILD}))
    fertig = einmal("thema", abdruck, baue) / f"{name}{endung}"
    (site / ORDNER).mkdir(exist_ok=True)
    return f"{ORDNER}/{lege_ab(fertig, site / ORDNER, name)}"


def _text(site: Path, treffer: re.Match[str]) -> str:
    """Das Skript selbst; „</“ darf darin nicht stehen, sonst endete es in der Seite."""
    text = _quelle(site, treffer).read_text("utf-8").strip()
    if "</" in text:
        raise node.BauFehler(
            f"{treffer['pfad']}: „</“ beendet das Skript in der Seite."
        )
    return text


def _quelle(site: Path, treffer: re.Match[str]) -> Path:
    return site.resolve() / treffer["pfad"][treffer["pfad"].index("assets/") :]
