"""Nimmt aus der fertigen Site, was keine Seite benutzt: Material legt seine Skripte und Stile immer dazu."""

from __future__ import annotations

import shutil
from pathlib import Path

from .einsetzen import seiten

_VON_MATERIAL = ("assets/javascripts", "assets/stylesheets", "assets/images")


def raeume_material_weg(site: Path) -> None:
    """Entfernt Materials eigene Dateien; verweist eine Seite doch auf einen ihrer Ordner, bleibt der ganz."""
    html = "".join(seite.read_text("utf-8") for seite in seiten(site))
    for ordner in _VON_MATERIAL:
        if f"{ordner}/" not in html:
            shutil.rmtree(site / ordner, ignore_errors=True)
