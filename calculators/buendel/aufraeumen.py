"""Nimmt aus der fertigen Site, was keine Seite benutzt: was Material immer dazulegt, und was zusammengefasst ist."""

from __future__ import annotations

import shutil
from pathlib import Path

from .einsetzen import seiten

_VON_MATERIAL = ("assets/javascripts", "assets/stylesheets", "assets/images")
_ZUSAMMENGEFASST = ("assets/css", "assets/js")  # gestaltung.py


def raeume_weg(site: Path) -> None:
    """Entfernt diese Ordner; verweist eine Seite doch auf einen, bleibt der ganz."""
    html = "".join(seite.read_text("utf-8") for seite in seiten(site))
    for ordner in (*_VON_MATERIAL, *_ZUSAMMENGEFASST):
        if f"{ordner}/" not in html:
            shutil.rmtree(site / ordner, ignore_errors=True)
