"""Gemeinsames der Tests am Bündel: eine kleine Site, wie sie aus dem Bau der Seiten kommt, und ein Browser."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

import los
from calculators.buendel import buendle
from calculators.buendel.messung.server import Server, serviere
from calculators.tests.probesite import schreibe_seiten


@pytest.fixture(scope="session")
def _fertige_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("site")
    schreibe_seiten(site)
    buendle(site)
    return site


@pytest.fixture
def site(_fertige_site: Path, tmp_path: Path) -> Path:
    """Eine gebündelte Site, die der Test verändern darf."""
    return Path(shutil.copytree(_fertige_site, tmp_path / "site"))


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """Der Server dieser Site."""
    with serviere(site) as dienst:
        yield dienst


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
) -> dict[str, Any]:
    programm = los.chromium(sys.executable)
    if programm is None:
        pytest.fail(los.KEIN_CHROMIUM, pytrace=False)
    start = {**browser_type_launch_args, "executable_path": programm}
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        start["args"] = [*start.get("args", []), "--no-sandbox"]
    return start


@pytest.fixture
def fenster(browser: Browser) -> Iterator[Callable[[], BrowserContext]]:
    """Öffnet Browserfenster mit Dienst; jedes beginnt ohne Vorgeschichte."""
    offen: list[BrowserContext] = []

    def oeffne() -> BrowserContext:
        offen.append(browser.new_context(service_workers="allow"))
        return offen[-1]

    yield oeffne
    for kontext in offen:
        kontext.close()
