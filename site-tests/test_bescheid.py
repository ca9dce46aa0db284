"""„Stimmt mein Bescheid?“, wie Menschen es benutzen: Zeilen, Ursachen, Frist und der Brief."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from test_bilder import GELADEN, antwort, fuelle
from test_thema import BREIT, HANDY, axe

KIND_VERGESSEN = {
    "stichtag": "2.3.2026",
    "mitteilung_bemessungsgrundlage": "2.800,00",
    "mitteilung_familienzuschlaege": "0",
    "mitteilung_tagsatz": "42,31",
    "zugestellt_am": "16.3.2026",
    "kinder": "1",
}
STIMMT = {
    "stichtag": "2.3.2026",
    "mitteilung_bemessungsgrundlage": "2800",
    "mitteilung_grundbetrag": "38,78",
}


def test_jede_zeile_stimmt_oder_weicht_ab_um_so_viel(page: Page) -> None:
    karte = antwort(page, "bescheid", KIND_VERGESSEN)
    tagsatz = karte.locator(".pruefzeile", has_text="Tagsatz").last

    expect(karte.locator(".antwort__zahl")).to_have_text("2,27\u00a0€ am Tag weniger")
    expect(tagsatz).to_contain_text("Weicht ab, zu Ihrem Nachteil")
    expect(tagsatz).to_contain_text("−2,27\u00a0€")
    expect(tagsatz.locator("ul li")).to_contain_text(
        "keinem Familienzuschlag statt mit einem"
    )


def test_eine_lange_aufzaehlung_ist_zugeklappt(page: Page) -> None:
    """Vierzehn abgeleitete Werte in einem Satz liest niemand; aufklappen kann sie jede:r."""
    frueher = {**STIMMT, "stichtag": "1.6.2018"}
    karte = antwort(page, "bescheid", frueher)
    hinweis = karte.locator(".hinweis details")

    expect(hinweis.locator("li").first).to_be_hidden()
    hinweis.locator("summary").click()
    expect(hinweis.locator("li").first).to_be_visible()


def test_die_frist_zaehlt_ab_der_zustellung(page: Page) -> None:
    karte = antwort(page, "bescheid", KIND_VERGESSEN)

    expect(karte.locator(".termine")).to_contain_text(
        "16. Juni 2026: Feststellungsbescheid verlangen"
    )


def test_der_brief_laesst_sich_ergaenzen_und_kopieren(
    page: Page, context: BrowserContext
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    brief = antwort(page, "bescheid", KIND_VERGESSEN).locator(".brief")
    brief.get_by_text("[Geschäftsstelle]").dblclick()
    page.keyboard.press("End")
    page.keyboard.type(" Wien, Schönbrunner Straße")
    page.get_by_role("button", name="Brief kopieren").click()

    expect(page.locator(".brief__meldung")).to_have_text("Der Brief ist kopiert.")
    kopie = page.evaluate("navigator.clipboard.readText()")
    assert "Wien, Schönbrunner Straße" in kopie
    assert (
        "Tagsatz: laut Mitteilung 42,31\u00a0€, nach meiner Rechnung 44,58\u00a0€."
        in kopie
    )
    assert "§ 47 Abs. 1 AlVG" in kopie


def test_ohne_erlaubnis_zum_kopieren_ist_der_brief_markiert(page: Page) -> None:
    antwort(page, "bescheid", KIND_VERGESSEN)
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }"
    )
    page.get_by_role("button", name="Brief kopieren").click()

    expect(page.locator(".brief__meldung")).to_contain_text("Kopieren Sie ihn selbst")
    assert "Feststellungsbescheid" in page.evaluate("getSelection().toString()")


def test_nur_der_brief_kommt_aufs_papier(page: Page) -> None:
    karte = antwort(page, "bescheid", KIND_VERGESSEN)
    page.evaluate("() => { window.print = () => {}; }")
    page.get_by_role("button", name="Nur den Brief drucken").click()
    page.emulate_media(media="print")

    expect(karte.locator(".brief")).to_be_visible()
    expect(karte.locator(".pruefzeilen")).to_be_hidden()
    expect(page.locator("h1")).to_be_hidden()

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(karte.locator(".pruefzeilen")).to_be_visible()


def test_was_stimmt_braucht_keinen_brief(page: Page) -> None:
    karte = antwort(page, "bescheid", STIMMT)

    expect(karte.locator(".antwort__satz")).to_contain_text(
        "stimmt mit unserer Rechnung überein"
    )
    expect(karte.locator(".brief")).to_have_count(0)


def test_ohne_eine_zahl_der_mitteilung_sagt_das_formular_was_fehlt(page: Page) -> None:
    page.goto("rechner/bescheid/")
    fuelle(page, {"stichtag": "2.3.2026", "brutto_monat": "2000"})
    page.get_by_role("button", name="Berechnen", exact=True).click()

    expect(page.locator(".fehlerliste")).to_be_focused(timeout=GELADEN)
    expect(page.locator("[data-feld=mitteilung_tagsatz] .fehlertext")).to_contain_text(
        "mindestens eine Zahl"
    )


@pytest.mark.parametrize("schema", ["light", "dark"])
@pytest.mark.parametrize("fenster", [HANDY, BREIT], ids=["360", "1280"])
@pytest.mark.parametrize(
    "angaben", [KIND_VERGESSEN, STIMMT, {}], ids=["weicht_ab", "stimmt", "fehler"]
)
def test_axe_findet_in_keinem_zustand_eine_barriere(
    page: Page, angaben: Any, fenster: Any, schema: Any
) -> None:
    page.set_viewport_size(fenster)
    page.emulate_media(color_scheme=schema)
    page.goto("rechner/bescheid/")
    assert axe(page) == []
    fuelle(page, angaben)
    page.get_by_role("button", name="Berechnen", exact=True).click()
    page.locator(".antwort, .fehlerliste").locator("visible=true").first.wait_for(
        timeout=GELADEN
    )

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= fenster["width"]
