"""Mitnehmen: Verweis, Datei, Kalender, Papier, Beispiele; und dass nichts bleibt oder hinausgeht, was nicht soll."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from auslieferung import Auslieferung
from playwright.sync_api import BrowserContext, Download, Locator, Page, expect
from pypdf import PdfReader

from calculators.seite.beispiele import beispiele, verweis
from leistungsrechner import RECHNER, rechne

GELADEN = 60_000
ALG = "rechner/arbeitslosengeld/"
NH = "rechner/notstandshilfe/"
RG = "rechner/rezeptgebuehr/"
ANGABEN = {"stichtag": "2.3.2026", "brutto_monat": "1.850,00", "kinder": "1"}


def fuelle(page: Page, **angaben: str) -> None:
    for name, wert in angaben.items():
        page.locator(f".rechner [name={name}]").fill(wert)


def berechne(page: Page) -> None:
    page.get_by_role("button", name="Berechnen", exact=True).click()


def antwort(page: Page) -> Locator:
    karte = page.locator(".antwort")
    expect(karte.locator(".antwort__satz")).to_be_visible(timeout=GELADEN)
    return karte


def rechne_alg(page: Page) -> Locator:
    page.goto(ALG)
    fuelle(page, **ANGABEN)
    berechne(page)
    return antwort(page)


def kopierter_verweis(page: Page) -> str:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Verweis kopieren").click()
    expect(page.locator(".mitnehmen__meldung")).to_contain_text("Kopiert.")
    return str(page.evaluate("navigator.clipboard.readText()"))


def ablage(page: Page) -> None:
    page.get_by_text("Speichern, öffnen, löschen").click()


def lade_herunter(page: Page, knopf: str) -> tuple[str, str]:
    with page.expect_download() as warten:
        page.get_by_role("button", name=knopf, exact=True).click()
    datei: Download = warten.value
    return datei.suggested_filename, Path(datei.path()).read_bytes().decode("utf-8")


def oeffne_datei(page: Page, inhalt: str | bytes) -> None:
    roh = inhalt.encode() if isinstance(inhalt, str) else inhalt
    with page.expect_file_chooser() as warten:
        page.get_by_role("button", name="Datei öffnen").click()
    warten.value.set_files(
        {"name": "fall.json", "mimeType": "application/json", "buffer": roh}
    )


# --- Verweis -------------------------------------------------------------------


def test_ein_verweis_traegt_alle_angaben_und_kein_server_sieht_sie(
    page: Page, new_context: Callable[..., BrowserContext], auslieferung: Auslieferung
) -> None:
    page.goto(ALG)
    fuelle(page, **ANGABEN)
    page.get_by_text("Genauer rechnen", exact=True).click()
    page.get_by_role("button", name="Zeitraum hinzufügen").click()
    zeile = page.locator(".zeile")
    zeile.locator("select").select_option("beschaeftigung")
    zeile.locator("[data-feld=von] input").fill("1.3.2023")
    zeile.locator("[data-feld=bis] input").fill("28.2.2026")
    berechne(page)
    antwort(page)
    adresse = kopierter_verweis(page)
    assert dict(parse_qsl(adresse.partition("#")[2])) == {
        "r": "1",
        "n": "6",
        "stichtag": "2.3.2026",
        "brutto_monat": "1.850,00",
        "kinder": "1",
        "zeiten.1.art": "beschaeftigung",
        "zeiten.1.von": "1.3.2023",
        "zeiten.1.bis": "28.2.2026",
    }

    auslieferung.anfragen.clear()
    anderswo = new_context().new_page()
    anderswo.goto(adresse)

    karte = antwort(anderswo)
    expect(karte.locator(".antwort__zahl")).to_contain_text("44,58")
    expect(karte).to_be_focused()
    expect(anderswo.locator(".zeile [data-feld=von] input")).to_have_value("1.3.2023")
    assert not any(
        "1.850" in pfad or "brutto" in pfad for pfad in auslieferung.anfragen
    )
    # Auch im Verlauf des Browsers stehen die Angaben nicht als Adresse.
    assert "#" not in anderswo.url


def test_ein_aelterer_verweis_rechnet_mit_seinem_tag_und_sagt_was_heute_waere(
    page: Page,
) -> None:
    page.goto(f"{ALG}#r=1&n=2&stichtag=5.6.2024&brutto_monat=9999")

    karte = antwort(page)
    expect(karte.locator(".antwort__zahl")).to_have_text("75,40\u00a0€ am Tag")
    heute = karte.locator(".antwort__heute")
    expect(heute).to_contain_text(
        "wäre es: Sie bekommen voraussichtlich", timeout=GELADEN
    )
    expect(heute).not_to_contain_text("75,40")
    heute.get_by_role("button", name="Mit heutigem Datum rechnen").click()
    expect(karte.locator(".antwort__zahl")).not_to_contain_text("75,40")
    expect(karte.locator(".antwort__heute")).to_have_count(0)


@pytest.mark.parametrize(
    ("verweis", "meldung"),
    [
        ("#r=2&stichtag=2.3.2026&brutto_monat=1850", "neueren Fassung"),
        ("#r=1&n=3&stichtag=2.3.2026&brutto_monat=1850", "unvollständig"),
        ("#r=1&n=3&stichtag=2.3.2026&brutto_monat=1850&%E0%A4%A=1", "nicht lesbar"),
        ("#r=quatsch&stichtag=2.3.2026&brutto_monat=1850", "beschädigt"),
        ("#r=1&stichtag=2.3.2026&brutto_monat=1850&brutto_jahr=9", "brutto_jahr"),
        ("#r=1&stichtag=2.3.2026&brutto_monat=1850&beendigung=nie", "Wie endet"),
        ("#r=1&stichtag=2.3.2026&brutto_monat=1850&zeiten=1", "Ihre Zeiten"),
        (
            "#r=1&stichtag=2.3.2026&brutto_monat=1850&__proto__=x&constructor=y",
            "constructor",
        ),
        (
            "#r=1&stichtag=2.3.2026&brutto_monat=1850&x=<img/src/onerror=alert(1)>",
            "Nicht ganz übernommen: „x“",
        ),
    ],
)
def test_ein_beschaedigter_verweis_fuellt_was_er_kann(
    page: Page, verweis: str, meldung: str
) -> None:
    page.goto(f"{ALG}{verweis}")

    expect(antwort(page).locator(".antwort__zahl")).to_contain_text("34,03")
    expect(page.locator(".meldung")).to_contain_text(meldung)
    expect(page.locator(".meldung")).to_be_focused()
    expect(page.locator("[name=brutto_monat]")).to_have_value("1850")


def test_ein_anker_der_seite_ist_kein_verweis(page: Page) -> None:
    page.goto(f"{ALG}#antwort-arbeitslosengeld")

    expect(page.locator("[name=stichtag]")).not_to_have_value("")
    expect(page.locator(".meldung")).to_be_empty()


def test_darf_nicht_kopiert_werden_steht_der_verweis_da(page: Page) -> None:
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    )
    rechne_alg(page)
    page.get_by_role("button", name="Verweis kopieren").click()

    feld = page.get_by_label("Verweis mit Ihren Angaben")
    expect(feld).to_be_focused()
    assert "brutto_monat=1.850%2C00" in feld.input_value()
    assert page.evaluate("document.activeElement.selectionEnd") > 50


# --- Datei -----------------------------------------------------------------------


def test_ein_fall_als_datei_und_wieder_auf(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    rechne_alg(page)
    name, text = lade_herunter(page, "Als Datei speichern")
    assert name.startswith("arbeitslosengeld-20")
    fall = json.loads(text)
    assert (fall["art"], fall["fassung"], fall["angaben"]) == (
        "wegweiser-fall",
        1,
        ANGABEN,
    )
    assert fall["ergebnis"]["zahl"] == "44,58\u00a0€ am Tag"

    anderswo = new_context().new_page()
    anderswo.goto(ALG)
    ablage(anderswo)
    oeffne_datei(anderswo, text)
    expect(antwort(anderswo).locator(".antwort__zahl")).to_contain_text("44,58")
    expect(anderswo.locator("[name=brutto_monat]")).to_have_value("1.850,00")
    expect(anderswo.locator(".meldung")).to_be_empty()


def test_halbe_angaben_lassen_sich_auch_ohne_antwort_speichern(page: Page) -> None:
    page.goto(ALG)
    fuelle(page, stichtag="", brutto_monat="1.8")
    ablage(page)
    _, text = lade_herunter(page, "Angaben als Datei speichern")

    fall = json.loads(text)
    assert fall["angaben"] == {"brutto_monat": "1.8"}
    assert fall["ergebnis"] is None


def fall(**anders: Any) -> str:
    return json.dumps(
        {
            "art": "wegweiser-fall",
            "fassung": 1,
            "rechner": "arbeitslosengeld",
            "angaben": ANGABEN,
            "ergebnis": {"zahl": "44,58\u00a0€ am Tag"},
            **anders,
        }
    )


def test_eine_datei_mit_anderem_ergebnis_sagt_was_damals_herauskam(page: Page) -> None:
    page.goto(ALG)
    ablage(page)
    oeffne_datei(page, fall(ergebnis={"zahl": "44,00\u00a0€ am Tag"}))

    expect(antwort(page).locator(".antwort__heute")).to_contain_text(
        "kam „44,00\u00a0€ am Tag“ heraus", timeout=GELADEN
    )


@pytest.mark.parametrize(
    ("inhalt", "meldung"),
    [
        ("kein JSON {", "beschädigt"),
        (b"\xff\xfe\x00", "beschädigt"),
        ("[]", "kein gespeicherter Fall"),
        ("null", "kein gespeicherter Fall"),
        (fall(art="anderes"), "kein gespeicherter Fall"),
        (fall(angaben=[1, 2]), "kein gespeicherter Fall"),
        (fall(rechner="notstandshilfe"), "anderen Rechner"),
        (fall(mehr="x" * 250_000), "zu groß"),
    ],
)
def test_eine_unbrauchbare_datei_laesst_die_angaben_stehen(
    page: Page, inhalt: str | bytes, meldung: str
) -> None:
    page.goto(ALG)
    fuelle(page, brutto_monat="1.234")
    ablage(page)
    oeffne_datei(page, inhalt)

    expect(page.locator(".meldung")).to_contain_text(meldung)
    expect(page.locator(".meldung")).to_contain_text("unverändert")
    expect(page.locator("[name=brutto_monat]")).to_have_value("1.234")


def test_eine_datei_aus_der_zukunft_fuellt_was_sie_kann(page: Page) -> None:
    page.goto(ALG)
    ablage(page)
    oeffne_datei(page, fall(fassung=7, angaben={**ANGABEN, "neue_frage": "ja"}))

    expect(antwort(page).locator(".antwort__zahl")).to_contain_text("44,58")
    expect(page.locator(".meldung")).to_contain_text("neueren Fassung")
    expect(page.locator(".meldung")).to_contain_text("neue_frage")


def test_eine_boese_datei_ist_nur_text(page: Page) -> None:
    boese = '<img src=x onerror="document.title=1">'
    angaben = {
        **ANGABEN,
        boese: boese,
        "__proto__": {"angreifbar": True},
        "kinder": {"toString": 1},
        "beendigung": [boese],
        "zeiten": [None, 3, {"art": boese, "von": boese}, []],
        "rehabilitation": "x" * 10_000,
    }
    page.goto(ALG)
    ablage(page)
    oeffne_datei(page, fall(angaben=angaben, ergebnis={"zahl": boese}))

    expect(page.locator(".meldung")).to_contain_text("Nicht ganz übernommen")
    assert page.locator("img[src=x]").count() == 0
    assert page.evaluate("({}).angreifbar") is None
    expect(page.locator("[name=brutto_monat]")).to_have_value("1.850,00")


# --- Kalender -----------------------------------------------------------------------


def test_die_termine_als_kalenderdatei(page: Page) -> None:
    page.goto(
        f"{NH}#r=1&stichtag=2.3.2026&alg_grundbetrag=60&tagesnetto=109,10&alg_bezugsdauer_wochen=20"
    )
    antwort(page)
    name, text = lade_herunter(page, "Termine als Kalenderdatei speichern")

    assert name == "termine-notstandshilfe.ics"
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    zeilen = text.split("\r\n")
    assert all(len(zeile.encode()) <= 75 for zeile in zeilen)
    entfaltet = text.replace("\r\n ", "").split("\r\n")
    erwartet = rechne(
        "notstandshilfe",
        {
            "alg_grundbetrag": "60",
            "tagesnetto": "109,10",
            "alg_bezugsdauer_wochen": "20",
        },
        "2.3.2026",
    )["termine"]
    assert isinstance(erwartet, list)
    assert erwartet
    tage = [z.partition(":")[2] for z in entfaltet if z.startswith("DTSTART")]
    assert tage == [t["am"].replace("-", "") for t in erwartet]
    namen = [z.partition(":")[2] for z in entfaltet if z.startswith("SUMMARY")]
    assert [n.replace("\\", "") for n in namen] == [t["name"] for t in erwartet]
    assert len({z for z in entfaltet if z.startswith("UID:")}) == len(erwartet)


# --- Papier -------------------------------------------------------------------------


@pytest.mark.parametrize("breite", [360, 1280])
def test_das_druckblatt_traegt_alles(page: Page, breite: int) -> None:
    page.set_viewport_size({"width": breite, "height": 800})
    rechne_alg(page)
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(seite.extract_text() for seite in pdf.pages).split())

    for stelle in (
        "44,58",
        "Werte ab 1. Jänner 2026",
        "Brutto im Monat, ohne Urlaubs- und Weihnachtsgeld",
        "1.850,00",
        "Tagesnetto (56,71",  # der Rechenweg ist offen
        "§ 21 Abs. 3 AlVG",
        "Berechnet am",
        "brutto_monat=1.850",
    ):
        assert stelle in text, (stelle, text)
    assert "Verweis kopieren" not in text
    assert "Bitte wählen" not in text


def test_drucken_druckt(page: Page) -> None:
    page.add_init_script("window.print = () => (window.gedruckt = true)")
    rechne_alg(page)
    page.get_by_role("button", name="Drucken", exact=True).click()

    assert page.evaluate("window.gedruckt")


# --- Beispiele ------------------------------------------------------------------------


def test_ein_veroeffentlichtes_beispiel_oeffnet_sich(page: Page) -> None:
    page.goto(ALG)
    fuelle(page, brutto_monat="1.234")
    page.get_by_text("Veröffentlichte Beispiele öffnen").click()
    page.get_by_role("link", name="Kleines Einkommen mit zwei Kindern").click()

    expect(antwort(page).locator(".antwort__zahl")).to_contain_text("32,16")
    expect(page.locator("[name=brutto_monat]")).to_have_value("")
    expect(page.locator("[name=bemessungsgrundlage]")).to_be_visible()

    # Zurück sind die eigenen Angaben wieder da.
    page.go_back()
    expect(page.locator("[name=brutto_monat]")).to_have_value("1.234")
    expect(page.locator("[name=bemessungsgrundlage]")).to_have_value("")


@pytest.mark.parametrize("rechner", list(RECHNER))
def test_jedes_beispiel_laesst_sich_rechnen(rechner: str) -> None:
    bekannt = {feld.name for feld in RECHNER[rechner].FELDER}
    for beispiel in beispiele(rechner):
        paare = dict(parse_qsl(beispiel.verweis[1:], keep_blank_values=True))
        assert int(paare.pop("n")) == len(paare) - 1
        assert paare.pop("r") == "1"
        assert {name.partition(".")[0] for name in paare} <= bekannt, beispiel.name


def test_das_arbeitslosengeld_hat_beispiele() -> None:
    assert len(beispiele("arbeitslosengeld")) >= 5


def test_der_verweis_der_beispiele_ist_geschrieben_wie_im_browser() -> None:
    assert (
        verweis({"a": "1.850,00", "z": [{"von": "1.3.2023"}], "l": ["0"], "j": True})
        == "#r=1&n=4&a=1.850%2C00&z.1.von=1.3.2023&l.1=0&j=ja"
    )


# --- Was bleibt und was hinausgeht -------------------------------------------------------


def gespeichert(page: Page) -> dict[str, Any]:
    speicher: dict[str, Any] = page.evaluate(
        """async () => ({
            lokal: Object.keys(localStorage),
            sitzung: Object.keys(sessionStorage),
            kekse: document.cookie,
            datenbanken: (await indexedDB.databases()).length,
        })"""
    )
    return speicher


NICHTS = {"lokal": [], "sitzung": [], "kekse": "", "datenbanken": 0}


def test_ohne_auftrag_wird_nichts_gespeichert(page: Page) -> None:
    rechne_alg(page)

    assert gespeichert(page) == NICHTS
    neu = page.context.new_page()
    neu.goto(ALG)
    expect(neu.locator("[name=brutto_monat]")).to_have_value("")


def test_gemerkt_wird_auf_wunsch_und_mit_einem_klick_vergessen(page: Page) -> None:
    page.goto(ALG)
    ablage(page)
    page.get_by_label("Angaben auf diesem Gerät merken").check()
    fuelle(page, **ANGABEN)
    berechne(page)
    antwort(page)

    neu = page.context.new_page()
    neu.goto(ALG)
    expect(antwort(neu).locator(".antwort__zahl")).to_contain_text("44,58")
    ablage(neu)
    expect(neu.get_by_label("Angaben auf diesem Gerät merken")).to_be_checked()
    neu.get_by_role("button", name="Gemerktes löschen").click()

    expect(neu.locator(".merken__meldung")).to_contain_text("Gelöscht.")
    assert gespeichert(neu) == NICHTS
    expect(neu.locator("[name=brutto_monat]")).to_have_value("1.850,00")


def test_alles_loeschen_loescht_auch_das_gemerkte(page: Page) -> None:
    page.goto(ALG)
    ablage(page)
    page.get_by_label("Angaben auf diesem Gerät merken").check()
    fuelle(page, **ANGABEN)
    page.get_by_role("button", name="Alles löschen").click()

    expect(page.locator("[name=brutto_monat]")).to_have_value("")
    assert gespeichert(page) == NICHTS
    page.reload()
    expect(page.locator("[name=brutto_monat]")).to_have_value("")


@pytest.mark.parametrize(
    "verweigert",
    [
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })",
    ],
)
def test_verweigert_der_browser_das_merken_sagt_es_die_seite(
    page: Page, verweigert: str
) -> None:
    page.add_init_script(verweigert)
    page.goto(ALG)
    fuelle(page, **ANGABEN)
    ablage(page)
    page.get_by_label("Angaben auf diesem Gerät merken").click()

    expect(page.locator(".merken__meldung")).to_contain_text("erlaubt das Merken nicht")
    expect(page.get_by_label("Angaben auf diesem Gerät merken")).not_to_be_checked()
    expect(page.locator("[name=brutto_monat]")).to_have_value("1.850,00")
    berechne(page)
    expect(antwort(page).locator(".antwort__zahl")).to_contain_text("44,58")


def test_am_gemeinsamen_geraet_bleibt_nichts(page: Page) -> None:
    page.goto(ALG)
    ablage(page)
    page.get_by_label("Angaben auf diesem Gerät merken").check()
    fuelle(page, **ANGABEN)
    page.get_by_label("Gemeinsames Gerät").check()
    berechne(page)
    antwort(page)
    assert gespeichert(page) == NICHTS
    assert (
        page.evaluate(
            "Object.values(history.state?.wegweiser ?? {}).filter(Boolean).length"
        )
        == 0
    )

    page.goto("ratgeber/arbeitslosengeld/hoehe/")
    page.go_back()
    expect(page.locator("[name=brutto_monat]")).to_have_value("")
    expect(page.locator(".antwort")).to_be_hidden()


def test_beim_verlassen_des_gemeinsamen_geraets_ist_das_formular_sofort_leer(
    page: Page,
) -> None:
    """Auch wenn der Browser die Seite für das Zurückgehen aufhebt: Sie ist schon leer."""
    page.goto(ALG)
    ablage(page)
    page.get_by_label("Gemeinsames Gerät").check()
    fuelle(page, **ANGABEN)
    page.evaluate(
        "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"
    )

    expect(page.locator("[name=brutto_monat]")).to_have_value("")


def test_null_anfragen_nach_aussen(page: Page) -> None:
    rechne_alg(page)
    page.get_by_role("button", name="Verweis kopieren").click()

    expect(page.locator(".anfragen")).to_have_text(
        "0 Anfragen nach außen seit dem Laden dieser Seite."
    )


def test_der_zaehler_zaehlt_wirklich(
    new_context: Callable[..., BrowserContext], erlaubte_meldungen: list[str]
) -> None:
    """Ohne unsere Sicherheitsregel ginge eine Anfrage hinaus; dann stünde da eine Eins."""
    erlaubte_meldungen += ["https://fremd.example/", "Content Security Policy"]
    page = new_context(bypass_csp=True).new_page()
    page.route("https://fremd.example/**", lambda anfrage: anfrage.fulfill(body="x"))
    page.goto(ALG)
    expect(page.locator(".anfragen")).to_contain_text("0 Anfragen")
    page.evaluate("fetch('https://fremd.example/zaehlpixel', { mode: 'no-cors' })")

    expect(page.locator(".anfragen")).to_contain_text("1 Anfrage nach außen")
