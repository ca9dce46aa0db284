"""Die schnelle Antwort: da, bevor Python da ist; dieselbe wie die volle; still, wo die Tafel nichts weiß."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from auslieferung import Auslieferung
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

ALG = "rechner/arbeitslosengeld/"
NH = "rechner/notstandshilfe/"
MS = "rechner/mindestsicherung/"
RG = "rechner/rezeptgebuehr/"
GELADEN = 60_000
AXE = Path(__file__).resolve().parents[1] / "node_modules/axe-core/axe.min.js"
GRUND = "Schnelle Antwort: 34,03\u00a0€ am Tag, das sind 1.020,90\u00a0€ in 30 Tagen."


@pytest.fixture
def ohne_python(page: Page) -> Page:
    """Ein Fenster, in dem Python nie ankommt."""

    def haenge(route: Route) -> None:
        """Antwortet nie."""

    page.route("**/*.wasm", haenge)
    return page


def zeile(page: Page) -> Locator:
    return page.locator(".sofort")


def vorgelesen(page: Page) -> Locator:
    return page.locator(".rechner > .nur-vorlesen[role=status]")


def feld(page: Page, name: str) -> Locator:
    return page.locator(f".rechner [name={name}]")


def fuelle(page: Page, **angaben: str) -> None:
    for name, wert in angaben.items():
        feld(page, name).fill(wert)


def berechne(page: Page) -> None:
    page.get_by_role("button", name="Berechnen", exact=True).click()


def test_die_antwort_steht_da_bevor_python_da_ist(ohne_python: Page) -> None:
    page = ohne_python
    page.goto(ALG)
    expect(zeile(page)).to_have_count(0)
    fuelle(page, stichtag="2.3.2026", brutto_monat="1.850")
    expect(zeile(page)).to_have_text(f"{GRUND} „Berechnen“ zeigt den Rechenweg.")

    berechne(page)

    expect(zeile(page)).to_have_text(f"{GRUND} Der Rechenweg kommt gleich.")
    expect(page.locator(".antwort")).to_be_hidden()


def test_jeder_rechner_hat_seine_schnelle_antwort(ohne_python: Page) -> None:
    page = ohne_python
    page.goto(NH)
    fuelle(page, stichtag="2.3.2026", alg_grundbetrag="35,35", tagesnetto="64,27")
    expect(zeile(page)).to_have_count(0)
    feld(page, "alg_bezugsdauer_wochen").select_option("20")
    expect(zeile(page)).to_contain_text("Schnelle Antwort: zwischen 36,")

    page.goto(MS)
    fuelle(page, stichtag="2.3.2026")
    feld(page, "haushalt").select_option("alleinstehend")
    expect(zeile(page)).to_contain_text("1.229,89\u00a0€ im Monat")
    fuelle(page, einkommen_monat="500")
    expect(zeile(page)).to_contain_text("729,89\u00a0€ im Monat")

    page.goto(RG)
    fuelle(page, stichtag="2.3.2026", netto_haushalt="1.000")
    feld(page, "haushalt").select_option("alleinstehend")
    expect(zeile(page)).to_contain_text("Auf Antrag sind Sie von der Rezeptgebühr")


@pytest.mark.parametrize("breite", [360, 1280])
def test_die_schnelle_antwort_ist_beim_tippen_zu_sehen(
    ohne_python: Page, breite: int
) -> None:
    """Am Telefon steht das Formular darüber: Die Zeile bleibt am unteren Rand."""
    ohne_python.set_viewport_size({"width": breite, "height": 740})
    ohne_python.goto("rechner/arbeitslosengeld/")
    ohne_python.locator(".rechner [name=stichtag]").fill("2.3.2026")
    ohne_python.locator(".rechner [name=brutto_monat]").fill("1850")

    expect(zeile(ohne_python)).to_be_in_viewport(ratio=1)
    liegt_darueber = ohne_python.locator(".rechner [name=brutto_monat]").evaluate(
        """feld => {
            const { left, top, width, height } = feld.getBoundingClientRect();
            return document.elementFromPoint(left + width / 2, top + height / 2) !== feld;
        }"""
    )
    assert not liegt_darueber


def test_zwischen_zwei_eintraegen_steht_die_spanne(ohne_python: Page) -> None:
    page = ohne_python
    page.goto(ALG)
    fuelle(page, stichtag="2.3.2026", brutto_monat="1.855,55")
    expect(zeile(page)).to_have_text(
        re.compile(r"Schnelle Antwort: zwischen 34,03\s€ und 34,1\d\s€ am Tag\.")
    )


def test_mit_python_stimmt_die_volle_antwort_ueberein_und_loest_sie_ab(
    page: Page,
) -> None:
    page.goto(ALG)
    fuelle(page, stichtag="2.3.2026", brutto_monat="1.850", kinder="1")
    expect(zeile(page)).to_contain_text("44,58\u00a0€ am Tag")
    berechne(page)

    zahl = page.locator(".antwort__zahl")
    expect(zahl).to_have_text("44,58\u00a0€ am Tag", timeout=GELADEN)
    expect(zeile(page)).to_have_count(0)
    expect(vorgelesen(page)).to_have_text("")

    fuelle(page, brutto_monat="1.900")
    expect(zeile(page)).to_be_visible()
    assert zeile(page).evaluate(
        "z => z === document.querySelector('.antwort').firstChild"
    )
    berechne(page)
    expect(page.locator(".antwort--alt")).to_have_count(0)
    expect(zeile(page)).to_have_count(0)


def test_vorgelesen_wird_erst_wenn_das_feld_fertig_ist_und_nur_einmal(
    ohne_python: Page,
) -> None:
    page = ohne_python
    page.goto(ALG)
    fuelle(page, stichtag="2.3.2026")
    feld(page, "brutto_monat").press_sequentially("1850")
    expect(zeile(page)).to_contain_text("34,03")
    expect(vorgelesen(page)).to_have_text("")

    page.keyboard.press("Tab")

    expect(vorgelesen(page)).to_have_text(GRUND)
    expect(zeile(page)).to_have_attribute("aria-hidden", "true")


@pytest.mark.parametrize(
    ("name", "wert"),
    [
        ("brutto_monat", "ungefähr 1.850"),
        ("stichtag", "1.6.2031"),
        ("geburtsdatum", "1.2.1980"),
        ("wochen_24_monate", "60"),
        ("kinder", "7"),
    ],
)
def test_was_nicht_in_der_tafel_steht_laesst_die_zeile_verschwinden(
    ohne_python: Page, name: str, wert: str
) -> None:
    page = ohne_python
    page.goto(ALG)
    fuelle(page, stichtag="2.3.2026", brutto_monat="1.850")
    expect(zeile(page)).to_be_visible()

    fuelle(page, **{name: wert})

    expect(zeile(page)).to_have_count(0)


def test_startet_python_gar_nicht_bleibt_die_schnelle_antwort(
    page: Page, erlaubte_meldungen: list[str]
) -> None:
    erlaubte_meldungen.append("net::ERR_FAILED")
    page.route("**/*.wasm", lambda route: route.abort())
    page.goto(ALG)
    fuelle(page, stichtag="2.3.2026", brutto_monat="1.850")
    berechne(page)

    expect(page.locator(".antwort__fehler")).to_be_visible(timeout=GELADEN)
    expect(zeile(page)).to_have_text(GRUND)


def test_fehlt_die_tafel_geht_alles_andere(
    page: Page, erlaubte_meldungen: list[str]
) -> None:
    erlaubte_meldungen.append("sofort-")
    page.route("**/sofort-*.json", lambda route: route.fulfill(status=404))
    page.goto(ALG)
    fuelle(page, stichtag="2.3.2026", brutto_monat="1.850")
    berechne(page)

    zahl = page.locator(".antwort__zahl")
    expect(zahl).to_have_text("34,03\u00a0€ am Tag", timeout=GELADEN)
    expect(zeile(page)).to_have_count(0)


def test_eine_tafel_aus_einer_anderen_ausgabe_gilt_nicht(ohne_python: Page) -> None:
    def alte(route: Route) -> None:
        antwort = route.fetch()
        inhalt = antwort.json()
        route.fulfill(response=antwort, json={**inhalt, "zu": ["werte-0000000000.zip"]})

    page = ohne_python
    page.route("**/sofort-*.json", alte)
    with page.expect_response("**/sofort-*.json"):
        page.goto(ALG)
    fuelle(page, stichtag="2.3.2026", brutto_monat="1.850")
    page.wait_for_load_state("load")
    expect(zeile(page)).to_have_count(0)


@pytest.mark.usefixtures("service_worker")
def test_auch_ohne_server(context: BrowserContext, auslieferung: Auslieferung) -> None:
    page = context.new_page()
    page.goto(ALG)
    page.locator("html[data-ohne-netz=bereit]").wait_for(
        state="attached", timeout=GELADEN
    )
    page.close()

    auslieferung.halte_an()
    page = context.new_page()
    page.goto(MS)  # eine Seite, die noch nie offen war
    fuelle(page, stichtag="2.3.2026")
    feld(page, "haushalt").select_option("alleinstehend")
    expect(zeile(page)).to_contain_text("1.229,89\u00a0€ im Monat")


@pytest.mark.parametrize("breite", [360, 1280])
@pytest.mark.parametrize("farben", ["light", "dark"])
def test_ohne_barrieren_und_nichts_laeuft_aus_dem_bild(
    ohne_python: Page, breite: int, farben: Any
) -> None:
    page = ohne_python
    page.emulate_media(color_scheme=farben)
    page.set_viewport_size({"width": breite, "height": 740})
    page.goto(ALG)
    fuelle(page, stichtag="2.3.2026", brutto_monat="1.855")
    expect(zeile(page)).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth") <= breite
    page.evaluate(AXE.read_text("utf-8"))
    gefunden = page.evaluate("axe.run('.rechner')")
    assert [regel["id"] for regel in gefunden["violations"]] == []
