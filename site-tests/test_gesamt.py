"""„Was steht mir zu?“ und „Zwei Fälle vergleichen“, wie Menschen sie benutzen."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from test_bilder import GELADEN, SELBST_GEKUENDIGT, antwort, fuelle
from test_thema import BREIT, HANDY, axe

SEITE = "was-steht-mir-zu"
ALLES = {
    **SELBST_GEKUENDIGT,
    "haushalt": "alleinerziehend",
    "kinder": "1",
    "bruttomiete": "900",
}
NICHTS = {
    "stichtag": "2.3.2026",
    "geburtsdatum": "1.1.1990",
    "wochen_24_monate": "20",
    "wochen_12_monate": "10",
    "brutto_monat": "2000",
    "haushalt": "alleinstehend",
    "anderes_einkommen_monat": "3000",
}


def test_einmal_gefragt_vier_leistungen_der_reihe_nach(page: Page) -> None:
    karte = antwort(page, SEITE, ALLES)

    expect(karte).to_be_focused()
    expect(karte.locator(".antwort__zahl")).to_have_text("1.947,53\u00a0€ im Monat")
    titel = karte.locator(".leistung .leistung__kopf strong").all_inner_texts()
    assert [t.split()[0] for t in titel] == ["Arbeitslosengeld", "Notstandshilfe", *["Mindestsicherung"] * 3, "Rezeptgebühr"]  # fmt: skip
    expect(karte.locator(".leistung").first).to_contain_text(
        "44,58\u00a0€ am Tag · 29.3.2026 – 24.10.2026"
    )


def test_jede_leistung_hat_ihre_eigene_begruendung(page: Page) -> None:
    erste = antwort(page, SEITE, ALLES).locator(".leistung").first
    erste.get_by_text("Voraussetzungen und Rechenweg").click()

    expect(erste).to_contain_text("Sie waren lange genug versichert")
    erste.get_by_text("Der Rechenweg in").click()
    expect(erste.locator(".schritt").first).to_be_visible()


def test_was_fehlt_wird_genannt_nicht_erraten(page: Page) -> None:
    karte = antwort(page, SEITE, {"stichtag": "2.3.2026", "brutto_monat": "2000"})
    offene = karte.locator(".leistung--offen")

    expect(offene).to_have_count(3)
    expect(offene.last).to_contain_text("wie Sie leben")
    expect(karte.locator("figure", has_text="Die nächsten")).to_have_count(0)


def test_nichts_steht_zu_mit_gruenden(page: Page) -> None:
    karte = antwort(page, SEITE, NICHTS)

    expect(karte.locator(".antwort__satz")).to_contain_text("Derzeit kein Anspruch")
    expect(
        karte.locator(":scope > section > .voraussetzungen > .voraussetzung--nein")
    ).to_have_count(4)


def test_was_hier_nicht_gerechnet_ist_steht_mit_verweis_da(page: Page) -> None:
    karte = antwort(page, SEITE, ALLES)
    liste = karte.locator("section", has_text="Was hier nicht gerechnet ist").locator(
        "li"
    )

    expect(liste.first.get_by_role("link")).to_have_attribute(
        "href", re.compile("ratgeber/")
    )
    assert liste.count() >= 6


def test_fragen_erscheinen_nur_wenn_sie_eine_rolle_spielen(page: Page) -> None:
    page.goto(f"rechner/{SEITE}/")
    expect(page.locator("[data-feld=alg_grundbetrag]")).to_be_hidden()
    expect(page.locator("[data-feld=partner_netto_monat]")).to_be_hidden()

    fuelle(page, {"lage": "ausgeschoepft", "haushalt": "paar"})

    expect(page.locator("[data-feld=alg_grundbetrag]")).to_be_visible()
    expect(page.locator("[data-feld=brutto_monat]")).to_be_hidden()
    expect(page.locator("[data-feld=partner_netto_monat]")).to_be_visible()


def test_am_schreibtisch_ist_die_zahl_nach_dem_berechnen_zu_sehen(page: Page) -> None:
    page.set_viewport_size(BREIT)
    page.goto(f"rechner/{SEITE}/")
    fuelle(page, ALLES)
    page.get_by_role("button", name="Berechnen", exact=True).click()
    page.locator(".antwort .mitnehmen").wait_for(timeout=GELADEN)

    kopf = page.locator(".kopf").bounding_box()
    zahl = page.locator(".antwort__zahl").bounding_box()
    assert kopf and zahl
    assert kopf["y"] + kopf["height"] <= zahl["y"] <= BREIT["height"]


@pytest.mark.parametrize("schema", ["light", "dark"])
@pytest.mark.parametrize("fenster", [HANDY, BREIT], ids=["360", "1280"])
@pytest.mark.parametrize(
    "angaben",
    [ALLES, NICHTS, {"stichtag": "2.3.2026"}],
    ids=["ergebnis", "nein", "fehler"],
)
def test_axe_findet_in_keinem_zustand_eine_barriere(
    page: Page, angaben: Any, fenster: Any, schema: Any
) -> None:
    page.set_viewport_size(fenster)
    page.emulate_media(color_scheme=schema)
    page.goto(f"rechner/{SEITE}/")
    assert axe(page) == []
    fuelle(page, angaben)
    page.get_by_role("button", name="Berechnen", exact=True).click()
    page.locator(".mitnehmen, .fehlerliste").locator("visible=true").first.wait_for(
        timeout=GELADEN
    )

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= fenster["width"]


# --- Zwei Fälle nebeneinander -------------------------------------------------


def lege_b_an(page: Page, seite: str, angaben: dict[str, str]) -> None:
    page.goto(f"rechner/{seite}/")
    fuelle(page, angaben, "[data-fall=a]")
    page.get_by_role("button", name="Fall B als Kopie von A anlegen").click()


def vergleiche(page: Page) -> Any:
    page.get_by_role("button", name="Vergleichen", exact=True).last.click()
    ergebnis = page.locator(".vergleich > .antwort")
    expect(ergebnis).to_be_visible(timeout=GELADEN)
    return ergebnis


def test_fall_b_beginnt_als_kopie_von_a(page: Page) -> None:
    lege_b_an(page, "vergleich", SELBST_GEKUENDIGT)

    for name, wert in SELBST_GEKUENDIGT.items():
        expect(page.locator(f"[data-fall=b] [name={name}]").first).to_have_value(wert)
    doppelte = page.evaluate(
        "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, alle) => alle.indexOf(id) !== i)"
    )
    assert doppelte == []


def test_der_unterschied_und_woran_er_liegt(page: Page) -> None:
    lege_b_an(page, "vergleich", SELBST_GEKUENDIGT)
    page.locator("[data-fall=b] [name=brutto_monat]").fill("4000")
    page.locator("[data-fall=b] [name=beendigung]").select_option(
        "kuendigung_arbeitgeber"
    )
    ergebnis = vergleiche(page)

    expect(ergebnis).to_be_focused()
    expect(ergebnis.locator(".antwort__satz")).to_contain_text("Unterschied: +")
    gruende = ergebnis.locator("table", has_text="Das allein ändert").locator(
        "tbody tr"
    )
    expect(gruende).to_have_count(2)
    expect(gruende.filter(has_text="Wie endet")).to_contain_text("−28\u00a0Tage")
    expect(gruende.filter(has_text="Brutto")).to_contain_text("Tagsatz: +")


def test_die_eingabetaste_vergleicht_in_beiden_formularen(page: Page) -> None:
    lege_b_an(page, "vergleich", SELBST_GEKUENDIGT)
    for fall, brutto in (("b", "3000"), ("a", "2000")):
        feld = page.locator(f"[data-fall={fall}] [name=brutto_monat]")
        feld.fill(brutto)
        feld.press("Enter")
        ergebnis = page.locator(".vergleich > .antwort:not(.antwort--alt)")
        expect(ergebnis).to_be_focused(timeout=GELADEN)


def test_gleiche_faelle_haben_keinen_unterschied(page: Page) -> None:
    lege_b_an(page, "vergleich", SELBST_GEKUENDIGT)
    ergebnis = vergleiche(page)

    expect(ergebnis.locator(".antwort__satz")).to_contain_text(
        "in beiden Fällen gleich"
    )
    expect(ergebnis).to_contain_text("Beide Fälle haben dieselben Angaben")


def test_fehler_stehen_bei_dem_fall_zu_dem_sie_gehoeren(page: Page) -> None:
    lege_b_an(page, "vergleich", SELBST_GEKUENDIGT)
    page.locator("[data-fall=b] [name=brutto_monat]").fill("viel")
    page.get_by_role("button", name="Vergleichen", exact=True).last.click()

    liste = page.locator("[data-fall=b] .fehlerliste")
    expect(liste).to_be_focused(timeout=GELADEN)
    expect(page.locator("[data-fall=a] .fehlerliste")).to_be_hidden()
    expect(page.locator("[data-fall=b] [name=brutto_monat]")).to_have_attribute(
        "aria-invalid", "true"
    )
    expect(page.locator("[data-fall=a] [aria-invalid]")).to_have_count(0)


def test_listen_wandern_mit_in_fall_b(page: Page) -> None:
    page.goto("rechner/vergleich-mindestsicherung/")
    fall_a = page.locator("[data-fall=a]")
    fall_a.locator("[name=haushalt]").select_option("alleinerziehend")
    fall_a.locator("[name=kinder]").fill("1")
    fall_a.get_by_role("button", name="Kind hinzufügen").click()
    fall_a.locator("[data-feld=kinder_einkommen] input").fill("120")
    page.get_by_role("button", name="Fall B als Kopie von A anlegen").click()

    expect(
        page.locator("[data-fall=b] [data-feld=kinder_einkommen] input")
    ).to_have_value("120")
    ergebnis = vergleiche(page)
    expect(ergebnis.locator(".antwort__satz")).to_contain_text("gleich")


@pytest.mark.parametrize("schema", ["light", "dark"])
@pytest.mark.parametrize("fenster", [HANDY, BREIT], ids=["360", "1280"])
@pytest.mark.parametrize("seite", ["vergleich", "vergleich-alles"])
def test_axe_findet_im_vergleich_keine_barriere(
    page: Page, seite: str, fenster: Any, schema: Any
) -> None:
    page.set_viewport_size(fenster)
    page.emulate_media(color_scheme=schema)
    lege_b_an(page, seite, SELBST_GEKUENDIGT)
    page.locator("[data-fall=b] [name=brutto_monat]").fill("3000")
    assert axe(page) == []
    vergleiche(page)

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= fenster["width"]


def test_geaenderte_angaben_machen_den_vergleich_alt(page: Page) -> None:
    lege_b_an(page, "vergleich", SELBST_GEKUENDIGT)
    ergebnis = vergleiche(page)

    page.locator("[data-fall=a] [name=brutto_monat]").fill("2500")

    expect(ergebnis).to_have_class(re.compile("antwort--alt"))
