"""Der Rechner, wie ihn Menschen benutzen: Tastatur, Handy, ohne JavaScript, ohne Netz, mit falschen Angaben."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from auslieferung import Auslieferung
from falltabelle import abweichungen, alle_faelle
from playwright.sync_api import BrowserContext, Page, expect

from leistungsrechner import rechne

RECHNER = "rechner/arbeitslosengeld/"
GELADEN = 60_000


def fuelle(page: Page, **angaben: str) -> None:
    for name, wert in angaben.items():
        page.locator(f".rechner [name={name}]").fill(wert)


def berechne(page: Page) -> None:
    page.get_by_role("button", name="Berechnen").click()


def antwort(page: Page) -> Any:
    karte = page.locator(".antwort")
    expect(karte).to_be_visible(timeout=GELADEN)
    return karte


def test_vom_brutto_zum_tagsatz_mit_jedem_schritt(page: Page) -> None:
    page.goto(RECHNER)
    fuelle(page, stichtag="2.3.2026", brutto_monat="1.850,00 €", kinder="1")
    berechne(page)

    karte = antwort(page)
    expect(karte).to_be_focused()
    expect(karte.locator(".antwort__zahl")).to_have_text("44,58\u00a0€ am Tag")
    expect(karte.locator(".antwort__stand")).to_contain_text("Werte ab 1. Jänner 2026")
    karte.get_by_text("Der Rechenweg").click()
    grundbetrag = karte.locator(
        ".schritt", has=page.get_by_text("Grundbetrag", exact=True)
    )
    expect(grundbetrag).to_contain_text("Tagesnetto (56,71\u00a0€) × 55\u00a0%")
    expect(grundbetrag).to_contain_text("§ 21 Abs. 3 AlVG")


def test_der_stichtag_ist_mit_heute_vorbelegt(page: Page) -> None:
    page.goto(RECHNER)

    vorbelegt = page.locator(".rechner [name=stichtag]").input_value()
    heute = page.evaluate("new Intl.DateTimeFormat('de-AT').format(new Date())")
    assert vorbelegt == heute


def test_wer_vor_dem_laden_tippt_verliert_nichts(page: Page) -> None:
    """Die Angaben stehen schon da, wenn das Rechenwerk noch lädt; die Antwort kommt von selbst."""
    page.goto(RECHNER, wait_until="commit")
    fuelle(page, stichtag="5.6.2024", brutto_monat="9999")
    berechne(page)

    expect(antwort(page).locator(".antwort__zahl")).to_have_text("75,40\u00a0€ am Tag")
    expect(page.locator(".rechner [name=brutto_monat]")).to_have_value("9999")


@pytest.mark.parametrize("breite", [360, 1280])
def test_nur_mit_der_tastatur(page: Page, breite: int) -> None:
    page.set_viewport_size({"width": breite, "height": 740})
    page.goto(RECHNER)
    feld = page.locator(".rechner [name=brutto_monat]")
    for _ in range(80):
        page.keyboard.press("Tab")
        if feld.evaluate("feld => feld === document.activeElement"):
            break
    page.keyboard.type("2000")
    page.keyboard.press("Enter")

    karte = antwort(page)
    expect(karte).to_be_focused()
    page.keyboard.press("Tab")
    assert karte.evaluate("karte => karte.contains(document.activeElement)")


def test_auf_dem_handy_laeuft_nichts_aus_dem_bild(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(RECHNER)
    fuelle(page, stichtag="2.3.2026", brutto_monat="1.850,00", kinder="2")
    berechne(page)
    antwort(page).get_by_text("Der Rechenweg").click()

    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_ohne_javascript_ist_das_formular_lesbar(new_context: Any) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(RECHNER)

    expect(
        page.get_by_label("Brutto im Monat, ohne Urlaubs- und Weihnachtsgeld")
    ).to_be_visible()
    # Chromium zeigt <noscript> nur, wenn JavaScript in den Einstellungen abgeschaltet ist
    assert (
        "Der Rechner braucht JavaScript" in page.locator("noscript").first.inner_html()
    )


def test_jede_falsche_angabe_hat_ihre_meldung_am_feld(page: Page) -> None:
    page.goto(RECHNER)
    titel = page.title()
    fuelle(page, stichtag="31.2.2026", brutto_monat="-5", kinder="anderthalb")
    berechne(page)

    liste = page.locator(".fehlerliste")
    expect(liste).to_be_focused(timeout=GELADEN)
    expect(liste.locator("li")).to_have_count(3)
    assert page.title() == f"Fehler: {titel}"
    for name in ("stichtag", "brutto_monat", "kinder"):
        feld = page.locator(f".rechner [name={name}]")
        expect(feld).to_have_attribute("aria-invalid", "true")
        meldung = page.locator(f"[data-feld={name}] .fehlertext")
        expect(meldung).to_be_visible()
        assert meldung.get_attribute("id") in (
            feld.get_attribute("aria-describedby") or ""
        )
    expect(page.locator(".rechner [name=kinder]")).to_have_value("anderthalb")

    liste.get_by_role("link").first.click()
    expect(page.locator(".rechner [name=stichtag]")).to_be_focused()


def test_nach_der_berichtigung_sind_die_meldungen_weg(page: Page) -> None:
    page.goto(RECHNER)
    titel = page.title()
    fuelle(page, brutto_monat="viel")
    berechne(page)
    expect(page.locator(".fehlerliste")).to_be_visible(timeout=GELADEN)

    fuelle(page, brutto_monat="2000")
    berechne(page)

    antwort(page)
    expect(page.locator(".fehlerliste")).to_be_hidden()
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    assert page.title() == titel


def test_ein_tag_ohne_betraege_sagt_welche_jahre_es_gibt(page: Page) -> None:
    page.goto(RECHNER)
    fuelle(page, stichtag="1.6.2031", brutto_monat="2000")
    berechne(page)

    expect(page.locator(".fehlerliste")).to_contain_text(
        "Mit den Beträgen eines anderen Jahres rechnen wir nicht", timeout=GELADEN
    )


def test_zwei_arten_das_einkommen_anzugeben_widersprechen_sich(page: Page) -> None:
    page.goto(RECHNER)
    page.get_by_text("Genauer rechnen").click()
    fuelle(page, brutto_monat="2000", netto_monat="1500")
    berechne(page)

    expect(page.locator("[data-feld=netto_monat] .fehlertext")).to_contain_text(
        "nur auf eine Art", timeout=GELADEN
    )
    expect(page.locator("[data-feld=brutto_monat] .fehlertext")).to_be_visible()


def test_geaenderte_angaben_machen_die_antwort_als_alt_kenntlich(page: Page) -> None:
    page.goto(RECHNER)
    fuelle(page, brutto_monat="2000")
    berechne(page)
    karte = antwort(page)

    fuelle(page, brutto_monat="2100")

    expect(karte).to_have_class(re.compile("antwort--alt"))
    expect(page.locator(".ladezeile")).to_contain_text("Sie haben Angaben geändert")


def test_alles_loeschen_raeumt_alles_weg(page: Page) -> None:
    page.goto(RECHNER)
    fuelle(page, brutto_monat="2000")
    berechne(page)
    antwort(page)

    page.get_by_role("button", name="Alles löschen").click()

    expect(page.locator(".antwort")).to_be_hidden()
    expect(page.locator(".rechner [name=brutto_monat]")).to_have_value("")


@pytest.mark.usefixtures("service_worker")
def test_nach_einem_besuch_rechnet_die_seite_ohne_server(
    context: BrowserContext, auslieferung: Auslieferung
) -> None:
    page = context.new_page()
    page.goto(RECHNER)
    page.locator("html[data-ohne-netz=bereit]").wait_for(
        state="attached", timeout=GELADEN
    )
    page.close()

    auslieferung.halte_an()
    page = context.new_page()
    page.goto(RECHNER)
    fuelle(page, stichtag="5.6.2024", brutto_monat="9999")
    berechne(page)

    expect(antwort(page).locator(".antwort__zahl")).to_have_text("75,40\u00a0€ am Tag")


def test_alle_faelle_sind_im_browser_dieselben_wie_in_cpython(page: Page) -> None:
    faelle = alle_faelle()
    page.goto(RECHNER)
    adresse = page.locator(
        "script[type=module][src*='rechner/rechner-']"
    ).get_attribute("src")

    anfragen = [
        {"rechner": f.rechner, "angaben": f.angaben, "stichtag": f.stichtag or None}
        for f in faelle
    ]
    antworten = page.evaluate(
        """async ([adresse, anfragen]) => {
            const { rechne } = await import(new URL(adresse, document.baseURI));
            return Promise.all(anfragen.map(rechne));
        }""",
        [adresse, anfragen],
    )

    for fall, im_browser in zip(faelle, antworten, strict=True):
        assert abweichungen(fall, im_browser) == [], fall.ort
        in_cpython = rechne(fall.rechner, fall.angaben, fall.stichtag or None)
        assert im_browser == json.loads(json.dumps(in_cpython)), fall.ort
