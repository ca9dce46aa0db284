"""Startet den Chromium dieses Rechners, den von Playwright oder den installierten."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from ..node import BauFehler


@contextmanager
def chromium() -> Iterator[Browser]:
    """Ein frischer Browser ohne Fenster."""
    with sync_playwright() as spiel:
        eigener = spiel.chromium.executable_path
        namen = ("chromium", "chromium-browser", "google-chrome")
        gefunden = next(filter(None, map(shutil.which, namen)), None)
        programm = os.environ.get("CHROMIUM") or (
            eigener if os.path.exists(eigener) else gefunden
        )
        if not programm:
            raise BauFehler(
                "Es fehlt ein Chromium. Abhilfe: apt install chromium, oder playwright install chromium"
            )
        als_root = sys.platform == "linux" and os.geteuid() == 0
        browser = spiel.chromium.launch(
            executable_path=programm, args=["--no-sandbox"] if als_root else []
        )
        try:
            yield browser
        finally:
            browser.close()
