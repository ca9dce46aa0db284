"""Eine kleine Site, wie sie aus dem Bau der Seiten kommt: der Stoff für die Tests am Bündel."""

from __future__ import annotations

from pathlib import Path

from calculators.seite.formular import rechner_html

_SEITE = """<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>{titel}</title>
<link rel="stylesheet" href="{hinauf}assets/stil.css">
</head>
<body><main>{inhalt}</main>
<script id="__config" type="application/json">{{"base": "../.."}}</script></body>
</html>
"""
INHALTSSEITE = "ratgeber/hoehe/index.html"
RECHNERSEITE = "rechner/arbeitslosengeld/index.html"


def schreibe_seiten(site: Path, betrag: str = "24,12 €") -> None:
    """Die Seiten vor dem Bündeln: Start, Ratgeber, Rechner, Fehlerseite."""
    seiten = {
        "index.html": "Start",
        INHALTSSEITE: f"<p>Das sind {betrag} am Tag.</p><code>data-rechner=x</code>",
        RECHNERSEITE: rechner_html("arbeitslosengeld"),
        "404.html": "Diese Seite gibt es nicht.",
    }
    for pfad, inhalt in seiten.items():
        ziel = site / pfad
        ziel.parent.mkdir(parents=True, exist_ok=True)
        html = _SEITE.format(titel=pfad, inhalt=inhalt, hinauf="../" * pfad.count("/"))
        ziel.write_text(html, "utf-8")
    (site / "assets").mkdir(exist_ok=True)
    (site / "assets" / "stil.css").write_text("body { margin: 0 }", "utf-8")
