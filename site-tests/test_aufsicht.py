"""Die Aufsicht über die Fenster (conftest.py) sieht, was sie sehen soll."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

CSP = "<meta http-equiv='Content-Security-Policy' content=\"script-src 'self'\">"
VERSTOESSE = {
    "Konsole: hoppla": "<script>console.error('hoppla')</script>",
    "Skriptfehler": "<script>throw new Error('hoppla')</script>",
    "Content Security Policy": f"{CSP}<script>1</script>",
    "fremder Server": "<img src='http://wegweiser.invalid/x.png' alt=''>",
}


@pytest.mark.parametrize("art", VERSTOESSE)
def test_aufsicht_sieht(art: str, page: Page, verstoesse: list[str]):
    page.set_content(VERSTOESSE[art], wait_until="load")
    page.evaluate("0")

    gesehen = list(verstoesse)
    verstoesse.clear()

    assert any(art in verstoss for verstoss in gesehen), gesehen


def test_ohne_verstoss_schweigt_die_aufsicht(page: Page, verstoesse: list[str]):
    page.set_content("<p>Guten Tag</p><script>console.log('gut')</script>")

    assert verstoesse == []
