"""Was von außen kommt: zufällig verdorbene Verweise und Dateien richten nichts an und halten nichts auf."""

from __future__ import annotations

import json
import random

from playwright.sync_api import Page, expect

RECHNER = "rechner/arbeitslosengeld/"
GUT = "#r=1&n=4&stichtag=2.3.2026&brutto_monat=1850&kinder=1&zeiten.1.von=1.1.2024"
BOESE = [
    "<img src=x onerror=alert(1)>", "javascript:alert(1)", "__proto__", "constructor", "\u0000", "\ud83d", "%E0%A4%A",
    "&&&&", "=", "#r=", "zeiten.999.von=", "zeiten.0.x=", "9" * 400, "-1e999", "NaN", "\u202e", "']\"`${}", "null",
]  # fmt: skip
VERWEISE, DATEIEN = 120, 80


def verdorben(text: str, wuerfel: random.Random) -> str:
    """Der Text mit ein paar Stellen gelöscht, verdoppelt oder durch Böses ersetzt."""
    for _ in range(wuerfel.randint(1, 6)):
        von = wuerfel.randint(0, len(text))
        bis = min(len(text), von + wuerfel.randint(0, 12))
        neu = wuerfel.choice(["", text[von:bis] * 2, wuerfel.choice(BOESE), chr(wuerfel.randint(1, 0x2FFF))])  # fmt: skip
        text = text[:von] + neu + text[bis:]
    return text


def unversehrt(page: Page) -> None:
    """Die Seite rechnet noch, kein fremdes Element ist da, kein Prototyp verändert."""
    assert page.evaluate("({}).angreifbar") is None
    assert page.evaluate("Object.keys(Object.prototype)") == []
    assert page.locator("img[src=x]").count() == 0
    page.get_by_role("button", name="Alles löschen").click()
    page.locator(".rechner [name=stichtag]").fill("5.6.2024")
    page.locator(".rechner [name=brutto_monat]").fill("9999")
    page.get_by_role("button", name="Berechnen").click()
    zahl = page.locator(".antwort .antwort__zahl")
    expect(zahl).to_have_text("75,40\u00a0€ am Tag", timeout=60_000)


def test_verdorbene_verweise_richten_nichts_an(page: Page) -> None:
    wuerfel = random.Random(2026)
    page.goto(RECHNER)
    for _ in range(VERWEISE):
        verweis = "#r=" + verdorben(GUT[3:], wuerfel)
        roh = verweis.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        page.evaluate("verweis => { location.hash = verweis; }", roh)
    unversehrt(page)


def test_verdorbene_dateien_richten_nichts_an(page: Page) -> None:
    wuerfel = random.Random(2027)
    gut = json.dumps(
        {
            "art": "wegweiser-fall",
            "fassung": 1,
            "rechner": "arbeitslosengeld",
            "angaben": {
                "stichtag": "2.3.2026",
                "brutto_monat": "1850",
                "zeiten": [{"art": "job", "von": "1.1.2024"}],
                "__proto__": {"angreifbar": True},
            },
            "ergebnis": {"zahl": "1"},
        }
    )
    page.goto(RECHNER)
    for nummer in range(DATEIEN):
        # auch solche, die noch gültiges JSON sind: dann ist ein Wert von falscher Art
        text = (
            verdorben(gut, wuerfel)
            if nummer % 2
            else gut.replace('"1850"', wert(wuerfel))
        )
        page.locator(".merken input[type=file]").set_input_files(
            {
                "name": "fall.json",
                "mimeType": "application/json",
                "buffer": text.encode("utf-8", "surrogatepass"),
            }
        )
    unversehrt(page)


def wert(wuerfel: random.Random) -> str:
    """Irgendein JSON-Wert, wo ein Betrag stehen sollte."""
    arten = [None, True, -1, 1e308, [], {}, [[[]]], {"toString": 1}, [None] * 500, "x" * 50_000, wuerfel.choice(BOESE)]  # fmt: skip
    return json.dumps(wuerfel.choice(arten))
