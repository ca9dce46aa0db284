"""Startet den Chromium dieses Rechners."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

import los

from ..node import BauFehler


@contextmanager
def chromium() -> Iterator[Browser]:
    """Ein frischer Browser ohne Fenster."""
    programm = los.chromium(sys.executable)
    if programm is None:
        raise BauFehler(los.KEIN_CHROMIUM)
    als_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as spiel:
        browser = spiel.chromium.launch(
            executable_path=programm, args=["--no-sandbox"] if als_root else []
        )
        try:
            yield browser
        finally:
            browser.close()
