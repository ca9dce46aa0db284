"""Das Thema: Tastatur, schmale Schirme, Farben, Druck, Gewicht, Seitenende. Gelesen an der gebauten Seite."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import struct
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, ViewportSize

AXE = Path(__file__).resolve().parents[1] / "node_modules/axe-core/axe.min.js"
AXE_REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RATGEBER = "ratgeber/arbeitslosengeld/hoehe/"
OHNE_RECHNER = "ratgeber/wehren/beschwerde/"
MIT_FRIST = "ratgeber/wehren/vorlageantrag/"
BETRAEGE = "werte/arbeitslosengeld/"
SEITEN = ["", RATGEBER, BETRAEGE, "404.html"]
HOECHSTGEWICHT = 150_000

HANDY: ViewportSize = {"width": 360, "height": 740}
BREIT: ViewportSize = {"width": 1280, "height": 800}


# --- Barrieren ---------------------------------------------------------------


@pytest.mark.parametrize("schema", ["light", "dark"])
@pytest.mark.parametrize("fenster", [HANDY, BREIT], ids=["360", "1280"])
@pytest.mark.parametrize("seite", SEITEN)
def test_axe_findet_keine_barriere(
    page: Page, seite: str, fenster: Any, schema: Any
) -> None:
    page.set_viewport_size(fenster)
    page.emulate_media(color_scheme=schema)
    page.goto(seite)
    assert axe(page) == []


@pytest.mark.parametrize("fenster", [HANDY, BREIT], ids=["360", "1280"])
def test_axe_findet_keine_barriere_im_offenen_menue(page: Page, fenster: Any) -> None:
    page.set_viewport_size(fenster)
    page.goto(RATGEBER)
    page.get_by_role("button", name="Menü", exact=True).click()
    assert axe(page) == []


def axe(page: Page) -> list[str]:
    """Was axe-core beanstandet: Regel und betroffene Stellen."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    befund = page.evaluate(
        "regeln => axe.run(document, {runOnly: {type: 'tag', values: regeln}})",
        AXE_REGELN,
    )
    return [
        f"{verstoss['id']}: {knoten['target']}"
        for verstoss in befund["violations"]
        for knoten in verstoss["nodes"]
    ]


# --- Tastatur ----------------------------------------------------------------


def test_der_erste_tab_springt_zum_inhalt(page: Page) -> None:
    page.goto(RATGEBER)
    page.keyboard.press("Tab")
    assert fokus(page) == "Zum Inhalt springen"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_menue_oeffnet_und_schliesst_mit_der_tastatur(page: Page) -> None:
    page.set_viewport_size(HANDY)
    page.goto(RATGEBER)
    tabbe_bis(page, "Menü")
    assert page.evaluate("document.activeElement.ariaExpanded") == "false"

    page.keyboard.press("Enter")
    assert page.get_by_role("dialog", name="Menü").is_visible()
    assert page.locator(".menue-knopf").get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.closest('#menue') !== null")

    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert fokus(page) == "Menü"
    assert page.evaluate("document.activeElement.ariaExpanded") == "false"


def test_im_offenen_menue_kommt_die_tastatur_zu_jeder_seite_und_nicht_dahinter(
    page: Page,
) -> None:
    page.set_viewport_size(HANDY)
    page.goto(RATGEBER)
    page.get_by_role("button", name="Menü", exact=True).click()
    erreichbar = page.locator("#menue a:visible, #menue summary, #menue button")
    for _ in range(erreichbar.count() + 2):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body"
            " || document.activeElement.closest('#menue') !== null"
        )
    page.locator("#menue summary").first.focus()
    offen = page.locator("#menue details[open]").count()
    page.keyboard.press("Enter")
    assert page.locator("#menue details[open]").count() != offen


def test_im_geschlossenen_menue_bleibt_die_tastatur_nicht_haengen(page: Page) -> None:
    page.set_viewport_size(HANDY)
    page.goto(RATGEBER)
    for _ in range(page.locator("body > :not(dialog) :is(a, button, input)").count()):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#menue')") is None


def test_suchfeld_oeffnet_am_handy_und_gibt_den_fokus_zurueck(page: Page) -> None:
    page.set_viewport_size(HANDY)
    page.goto(RATGEBER)
    feld = page.get_by_role("searchbox", name="Suchwort")
    assert not feld.is_visible()
    tabbe_bis(page, "Suche")
    page.keyboard.press("Enter")
    assert feld.evaluate("feld => feld === document.activeElement")
    page.keyboard.press("Escape")
    assert not feld.is_visible()
    assert fokus(page) == "Suche"


def test_kein_fokus_verschwindet_unter_dem_kopf(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 600})
    page.goto(RATGEBER)
    page.locator("footer a").last.focus()
    for _ in range(page.locator("main a").count()):
        page.keyboard.press("Shift+Tab")
        verdeckt = page.evaluate(
            """() => {
              const stelle = document.activeElement, kopf = document.querySelector('.kopf');
              if (kopf.contains(stelle)) return false;
              return stelle.getBoundingClientRect().top < kopf.getBoundingClientRect().bottom;
            }"""
        )
        assert not verdeckt, f"„{fokus(page)}“ liegt unter dem Kopf"


def test_einzelne_buchstaben_loesen_nichts_aus(page: Page) -> None:
    page.goto(RATGEBER)
    vorher = page.url
    for taste in "sfnp/.,":
        page.keyboard.press(taste)
    assert page.url == vorher
    assert page.evaluate("document.activeElement === document.body")


def fokus(page: Page) -> str:
    """Der sichtbare Text dessen, was den Fokus hat."""
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def tabbe_bis(page: Page, text: str) -> None:
    """Drückt Tab, bis ein Element mit diesem Text den Fokus hat."""
    for _ in range(20):
        page.keyboard.press("Tab")
        if fokus(page) == text:
            return
    pytest.fail(f"„{text}“ ist mit Tab nicht zu erreichen")


# --- Schmale Schirme und Tabellen ---------------------------------------------


@pytest.mark.parametrize("breite", [320, 360])
@pytest.mark.parametrize("seite", [*SEITEN, MIT_FRIST, "rechner/arbeitslosengeld/"])
def test_die_seite_laesst_sich_nicht_waagrecht_schieben(
    page: Page, seite: str, breite: int
) -> None:
    page.set_viewport_size({"width": breite, "height": 640})
    page.goto(seite)
    assert page.evaluate("document.documentElement.scrollWidth") <= breite


def test_am_handy_steht_bei_jedem_betrag_sein_name_oben(page: Page) -> None:
    page.set_viewport_size(HANDY)
    page.goto(BETRAEGE)
    zeile = page.locator("table.werte tbody tr").first
    name = zeile.locator('td[data-spalte="Bezeichnung"]').bounding_box()
    oberste = min(
        zelle.bounding_box()["y"]  # type: ignore[index]
        for zelle in zeile.locator("td").all()
    )
    assert name is not None
    assert name["y"] == oberste


def test_auf_breiten_schirmen_bleibt_die_erste_spalte_stehen(page: Page) -> None:
    page.set_viewport_size({"width": 800, "height": 800})
    page.goto(BETRAEGE)
    rahmen = page.locator(".tabelle").first
    vorher = rahmen.locator("tbody td").first.bounding_box()
    rahmen.evaluate("rahmen => rahmen.scrollLeft = 200")
    assert rahmen.evaluate("rahmen => rahmen.scrollLeft") > 0
    assert rahmen.locator("tbody td").first.bounding_box() == vorher


# --- Farben ------------------------------------------------------------------

TEXTPAARE = [
    (text, grund)
    for grund in ("grund", "karte")
    for text in ("text", "leise", "haupt", "alarm", "gut", "vorsicht")
] + [
    ("text", "flaeche"),
    ("leise", "flaeche"),
    ("haupt", "flaeche"),
    ("text", "haupt-flaeche"),
    ("haupt", "haupt-flaeche"),
    ("leise", "haupt-flaeche"),
    ("text", "alarm-flaeche"),
    ("alarm", "alarm-flaeche"),
    ("vorsicht", "vorsicht-flaeche"),
    ("gut", "gut-flaeche"),
    ("auf-haupt", "haupt"),
    ("auf-kopf", "kopf"),
]


@pytest.mark.parametrize("schema", ["light", "dark"])
def test_jeder_text_hebt_sich_vom_grund_ab(page: Page, schema: Any) -> None:
    page.emulate_media(color_scheme=schema)
    page.goto("")
    zu_schwach = {
        f"{vorne} auf {hinten}": round(kontrast(page, vorne, hinten), 2)
        for vorne, hinten in TEXTPAARE
        if kontrast(page, vorne, hinten) < 6
    }
    assert zu_schwach == {}
    assert kontrast(page, "feldrand", "karte") >= 3


def kontrast(page: Page, vorne: str, hinten: str) -> float:
    """Das Kontrastverhältnis zweier Farben des Themas nach WCAG."""
    hell, dunkel = sorted(
        (leuchtdichte(page, f) for f in (vorne, hinten)), reverse=True
    )
    return (hell + 0.05) / (dunkel + 0.05)


def leuchtdichte(page: Page, name: str) -> float:
    wert = page.evaluate(
        "name => getComputedStyle(document.documentElement).getPropertyValue('--' + name)",
        name,
    ).strip()
    assert re.fullmatch(r"#[0-9a-f]{6}", wert), f"--{name}: {wert!r}"
    kanaele = [int(wert[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanaele
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_gewaehltes_farbschema_bleibt_und_laesst_sich_zuruecknehmen(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("")
    hell = grundfarbe(page)
    assert page.evaluate("localStorage.length") == 0

    page.get_by_role("radio", name="Dunkel").check()
    assert grundfarbe(page) != hell
    page.goto(RATGEBER)
    assert grundfarbe(page) != hell
    assert page.get_by_role("radio", name="Dunkel").is_checked()

    page.get_by_role("radio", name="Wie am Gerät").check()
    assert grundfarbe(page) == hell
    assert page.evaluate("localStorage.length") == 0


def test_ohne_wahl_wird_nichts_gespeichert(page: Page) -> None:
    for seite in SEITEN:
        page.goto(seite)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def grundfarbe(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_mit_erzwungenen_farben_bleiben_kaesten_und_fokus_sichtbar(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(MIT_FRIST)
    for kasten in page.locator(".admonition").all():
        assert breite_des_randes(kasten.evaluate(RAND)) > 0
    page.keyboard.press("Tab")
    assert (
        page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        == "solid"
    )


RAND = "kasten => getComputedStyle(kasten).borderLeftWidth"


def breite_des_randes(wert: str) -> float:
    return float(wert.removesuffix("px"))


# --- Papier ------------------------------------------------------------------


def test_gedruckt_wird_der_text_und_nicht_das_drumherum(page: Page) -> None:
    page.goto(RATGEBER)
    page.emulate_media(media="print")
    for weg in (".menue-knopf", ".suche", ".inhalt", ".schema", ".fuss__themen"):
        assert not page.locator(weg).first.is_visible(), weg
    assert page.locator("h1").is_visible()


def test_gedruckt_steht_die_adresse_hinter_verweisen_nach_aussen(page: Page) -> None:
    page.goto(BETRAEGE)
    page.emulate_media(media="print")
    verweis = page.locator('.text a[href^="https://"]').first
    danach = verweis.evaluate("a => getComputedStyle(a, '::after').content")
    assert verweis.get_attribute("href") in danach


def test_beim_drucken_ist_alles_aufgeklappt_und_danach_wieder_zu(page: Page) -> None:
    page.goto("rechner/arbeitslosengeld/")
    klappen = page.locator("main details")
    assert klappen.count() > 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("main details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details[open]").count() == 0


def test_eine_frist_ist_auch_gedruckt_die_hauptsache(page: Page) -> None:
    page.goto(MIT_FRIST)
    page.emulate_media(media="print")
    frist = page.locator(".frist").first
    assert frist.is_visible()
    assert breite_des_randes(frist.evaluate(RAND)) >= 8


# --- Kopf und Ende der Seite ---------------------------------------------------


def test_titel_und_beschreibung_kommen_aus_dem_kopf_der_seite(page: Page) -> None:
    page.goto(RATGEBER)
    ueberschrift = page.locator("h1").evaluate("h => h.firstChild.textContent")
    assert page.title() == f"{ueberschrift} – Wegweiser Arbeitslosigkeit"
    assert page.locator('meta[name="description"]').get_attribute("content")
    assert page.locator("html").get_attribute("lang") == "de"


def test_am_ende_stehen_quellen_stand_und_wer_nicht_spricht(page: Page) -> None:
    page.goto(RATGEBER)
    ende = page.locator(".seitenende")
    assert (
        ende.get_by_role("region", name="Quellen").get_by_role("listitem").count() > 0
    )
    assert re.search(r"Stand: \d\d?\.\d\d?\.\d{4}", ende.inner_text())
    assert (
        "weder das AMS noch die Arbeiterkammer"
        in page.locator("body > footer").inner_text()
    )


def test_von_der_ratgeberseite_fuehrt_ein_knopf_zum_rechner(page: Page) -> None:
    page.goto("ratgeber/arbeitslosengeld/hoehe/")
    page.get_by_role("link", name="Arbeitslosengeld berechnen").click()
    assert page.url.endswith("/rechner/arbeitslosengeld/")
    assert page.locator(".seitenende__rechner").count() == 0


class TestFehlerseite:
    """Eine falsche Adresse, auch tief im Baum, zeigt die deutsche Fehlerseite im Kleid der Website."""

    @pytest.fixture
    def erlaubte_meldungen(self) -> list[str]:
        return ["404 (Not Found)"]

    def test_fehlerseite_hilft_weiter(self, page: Page) -> None:
        antwort = page.goto("ratgeber/gibt/es/nicht/")
        assert antwort is not None
        assert antwort.status == 404
        assert page.locator("h1").inner_text() == "Diese Seite gibt es nicht"
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
        page.locator("main").get_by_role("link", name="Startseite").click()
        assert page.locator("h1").inner_text().startswith("Arbeit verloren?")


def test_jede_kachel_der_startseite_fuehrt_zu_einer_seite(page: Page) -> None:
    page.goto("")
    ziele = [a.get_attribute("href") for a in page.locator(".kacheln a").all()]
    assert len(ziele) >= 12
    for ziel in ziele:
        antwort = page.request.get(
            str(page.evaluate("z => new URL(z, location).href", ziel))
        )
        assert antwort.ok, ziel


# --- Auslieferung --------------------------------------------------------------


def test_eine_ratgeberseite_wiegt_beim_ersten_besuch_hoechstens_150_kilobyte(
    page: Page,
) -> None:
    antworten: list[Response] = []
    page.on("response", lambda antwort: antworten.append(antwort))
    page.goto(OHNE_RECHNER, wait_until="networkidle")
    gewichte = {
        antwort.url: len(gzip.compress(antwort.body())) for antwort in antworten
    }
    assert any(url.endswith(".woff2") for url in gewichte)
    assert sum(gewichte.values()) <= HOECHSTGEWICHT, gewichte


def test_kein_stil_und_kein_verhalten_steht_in_den_tags(gebaute_seite: Path) -> None:
    verboten = re.compile(r"<style|\sstyle=|\son\w+=")
    gefunden = {
        str(seite.relative_to(gebaute_seite)): treffer[0]
        for seite in gebaute_seite.rglob("*.html")
        if (treffer := verboten.search(ohne_text(seite.read_text(encoding="utf-8"))))
    }
    assert gefunden == {}


def test_in_den_seiten_stehen_nur_die_zwei_skripte_die_nicht_warten_koennen(
    gebaute_seite: Path,
) -> None:
    """Das Farbschema vor dem ersten Bild und der Ruf nach dem Arbeiter; die Sicherheitsregel kennt beide."""
    inline = re.compile(
        r"<script(?![^>]*(?:src=|application/json))[^>]*>(.*?)</script>", re.DOTALL
    )
    gefunden = set()
    for seite in gebaute_seite.rglob("*.html"):
        html = seite.read_text(encoding="utf-8")
        for skript in inline.findall(html):
            gefunden.add(skript)
            summe = base64.b64encode(hashlib.sha256(skript.encode()).digest())
            assert f"'sha256-{summe.decode()}'" in html, seite
    assert sorted(
        ["farbschema" in skript, "arbeiterVoraus" in skript] for skript in gefunden
    ) == [[False, True], [True, False]]


def ohne_text(html: str) -> str:
    """Nur die Tags, damit ein Gleichheitszeichen im Text nicht zählt."""
    return "".join(re.findall(r"<[^>]*>", html))


def test_keine_seite_zeigt_ihren_kopf_als_text(gebaute_seite: Path) -> None:
    """Ein Doppelpunkt ohne Anführungszeichen im Kopf, und YAML wird zu Text auf der Seite."""
    gefunden = [
        str(seite.relative_to(gebaute_seite))
        for seite in gebaute_seite.rglob("*.html")
        if re.search(
            r"<(?:p|h2)[^>]*>\s*(?:title|abschnitte): ",
            seite.read_text(encoding="utf-8"),
        )
    ]
    assert gefunden == []


def test_die_website_laesst_sich_als_app_ablegen(gebaute_seite: Path) -> None:
    manifest = json.loads((gebaute_seite / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["lang"], manifest["start_url"], manifest["scope"]) == (
        "de",
        ".",
        "./",
    )
    for zeichen in manifest["icons"]:
        datei = gebaute_seite / zeichen["src"]
        if datei.suffix == ".png":
            assert "{}x{}".format(*bildmasse(datei)) == zeichen["sizes"]
        else:
            assert "<script" not in datei.read_text("utf-8")
    assert any(z.get("purpose") == "maskable" for z in manifest["icons"])


def bildmasse(png: Path) -> tuple[int, int]:
    """Breite und Höhe aus dem Kopf der PNG-Datei."""
    breite, hoehe = struct.unpack(">II", png.read_bytes()[16:24])
    return breite, hoehe


def test_ohne_javascript_bleiben_text_und_themen_erreichbar(
    browser: Browser, base_url: str
) -> None:
    fenster = browser.new_context(
        java_script_enabled=False, viewport=HANDY, base_url=base_url
    )
    page = fenster.new_page()
    page.goto(RATGEBER)
    assert not page.get_by_role("button", name="Menü").is_visible()
    page.get_by_role("link", name="Menü", exact=True).click()
    assert page.url.endswith("#alle-themen")
    assert page.locator("#alle-themen a").count() > 10
    fenster.close()
