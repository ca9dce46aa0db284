"""Alles offline speichern, löschen, und was dabei schiefgehen kann; das Paket für Geräte ohne Internet."""

from __future__ import annotations

import gzip
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from auslieferung import Auslieferung
from playwright.sync_api import BrowserContext, Page, expect

from calculators.paket.__main__ import ORDNER, packe

OFFLINE = "offline/"
RECHNER = "rechner/arbeitslosengeld/"
MIT_RECHNER = "ratgeber/arbeitslosengeld/hoehe/"
RATGEBER = "ratgeber/wenig-geld/mindestsicherung/"
GEDULD = 60_000
HOECHSTGEWICHT = 150_000  # was eine Seite des Ratgebers beim ersten Besuch kosten darf


def speichern(page: Page) -> None:
    page.get_by_role("button", name="Alles offline speichern").click()


def meldung(page: Page, text: str) -> None:
    expect(page.locator(".offline__meldung")).to_contain_text(text, timeout=GEDULD)


def stand(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator(".offline__stand")).to_contain_text(text, timeout=GEDULD)


def rechnet(page: Page) -> None:
    page.locator(".rechner [name=stichtag]").fill("5.6.2024")
    page.locator(".rechner [name=brutto_monat]").fill("9999")
    page.get_by_role("button", name="Berechnen").click()
    zahl = page.locator(".antwort .antwort__zahl")
    expect(zahl).to_have_text("75,40\u00a0€ am Tag", timeout=GEDULD)


def ratgeber_steht(page: Page) -> None:
    page.goto(RATGEBER)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mindestsicherung")


# --- Speichern und löschen ----------------------------------------------------


@pytest.mark.usefixtures("service_worker")
def test_nach_alles_speichern_gehen_ratgeber_und_rechner_ohne_server(
    context: BrowserContext, auslieferung: Auslieferung
) -> None:
    page = context.new_page()
    page.goto(OFFLINE)
    knopf = page.get_by_role("button", name="Alles offline speichern")
    expect(knopf).to_contain_text(re.compile(r"\(\d,\d\u00a0MB\)"))
    knopf.focus()
    page.keyboard.press("Enter")
    meldung(page, "Fertig.")
    expect(knopf).to_be_focused()
    stand(page, "die ganze Website samt Rechnern")

    page.close()
    auslieferung.halte_an()
    page = context.new_page()
    ratgeber_steht(page)
    page.goto(RECHNER)
    rechnet(page)
    page.goto(OFFLINE)
    stand(page, "die ganze Website samt Rechnern")


@pytest.mark.usefixtures("service_worker")
def test_geloeschtes_bleibt_geloescht_bis_man_wieder_speichert(
    context: BrowserContext, auslieferung: Auslieferung
) -> None:
    page = context.new_page()
    page.goto(OFFLINE)
    speichern(page)
    meldung(page, "Fertig.")
    page.get_by_role("button", name="Gespeichertes löschen").click()
    meldung(page, "Gelöscht.")
    stand(page, "nichts gespeichert")

    page.goto(RECHNER)
    page.locator("html[data-rechenwerk=bereit]").wait_for(timeout=GEDULD)
    assert page.evaluate("caches.keys()") == []
    assert (
        page.evaluate(
            "navigator.serviceWorker.getRegistrations().then((alle) => alle.length)"
        )
        == 0
    )
    page.goto(OFFLINE)
    stand(page, "nichts gespeichert")
    speichern(page)
    meldung(page, "Fertig.")


# --- Was schiefgehen kann -------------------------------------------------------


@pytest.mark.usefixtures("service_worker")
def test_reisst_die_verbindung_ab_geht_es_beim_naechsten_mal_weiter(
    context: BrowserContext, auslieferung: Auslieferung, erlaubte_meldungen: list[str]
) -> None:
    erlaubte_meldungen.append("Failed to load resource")
    page = context.new_page()
    page.goto(OFFLINE)
    page.locator(".offline__stand", has_text="gespeichert").wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    with auslieferung.angehalten():
        speichern(page)
        meldung(page, "Die Verbindung ist abgerissen")
        ratgeber_steht(page)  # was schon da war, gilt weiter
        page.goto(OFFLINE)
        stand(page, "noch nicht die ganze Website")
    speichern(page)
    meldung(page, "Fertig.")


@pytest.mark.usefixtures("service_worker")
def test_reisst_schon_der_erste_vorrat_mittendrin_ab_gilt_nichts_halbes(
    context: BrowserContext, auslieferung: Auslieferung, erlaubte_meldungen: list[str]
) -> None:
    erlaubte_meldungen += ["Failed to load resource", "net::ERR_"]
    beginn = len(auslieferung.anfragen)

    def reisst_ab(pfad: str) -> Path | None:
        if len(auslieferung.anfragen) > beginn + 80:
            raise ConnectionAbortedError
        return None

    page = context.new_page()
    page.goto(OFFLINE)
    auslieferung.eingriff = reisst_ab
    speichern(page)
    meldung(page, "Die Verbindung ist abgerissen")
    stand(page, "nichts gespeichert")
    auslieferung.ohne_eingriff()
    speichern(page)
    meldung(page, "Fertig.")
    page.close()
    with auslieferung.angehalten():
        page = context.new_page()
        ratgeber_steht(page)


@pytest.mark.usefixtures("service_worker")
def test_wird_die_website_gerade_erneuert_steht_es_da(
    context: BrowserContext, auslieferung: Auslieferung, tmp_path: Path
) -> None:
    neue = tmp_path / "neu.html"
    neue.write_text("<p>Diese Seite gehört schon zur nächsten Ausgabe.</p>", "utf-8")
    ziel = f"/wegweiser/{RATGEBER}"
    auslieferung.eingriff = lambda pfad: neue if pfad == ziel else None
    page = context.new_page()
    page.goto(OFFLINE)
    speichern(page)
    meldung(page, "Die Website wird gerade erneuert")
    stand(page, "nichts gespeichert")
    auslieferung.ohne_eingriff()
    speichern(page)
    meldung(page, "Fertig.")


@pytest.mark.usefixtures("service_worker")
def test_kommt_beim_speichern_lange_nichts_gilt_es_als_abgerissen(
    context: BrowserContext, auslieferung: Auslieferung
) -> None:
    weiter = threading.Event()

    def haengt(pfad: str) -> Path | None:
        if pfad.startswith("/wegweiser/ratgeber/"):
            weiter.wait(GEDULD / 1000)
        return None

    page = context.new_page()
    page.clock.install()
    page.goto(OFFLINE)
    auslieferung.eingriff = haengt
    try:
        speichern(page)
        meldung(page, "Wird gespeichert")
        page.locator(".offline__zahl", has_text="von").wait_for()
        page.clock.fast_forward(59_000)
        expect(page.locator(".offline__meldung")).to_contain_text("Wird gespeichert")
        page.clock.fast_forward(61_000)
        meldung(page, "Die Verbindung ist abgerissen")
    finally:
        weiter.set()


@pytest.mark.usefixtures("service_worker")
def test_ist_das_geraet_voll_steht_es_da_und_die_seiten_gehen_weiter(
    context: BrowserContext,
    auslieferung: Auslieferung,
    erlaubte_meldungen: list[str],
) -> None:
    erlaubte_meldungen.append("QuotaExceededError")
    page = context.new_page()
    page.goto(OFFLINE)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    voll = {"origin": auslieferung.ursprung, "quotaSize": 12_000_000}
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", voll)
    # Nicht jeder Browser nennt den freien Platz: Dann merkt es erst der Dienst beim Schreiben.
    page.evaluate("navigator.storage.estimate = undefined")
    speichern(page)
    meldung(page, "zu wenig Platz")
    page.goto(OFFLINE)
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", voll)
    speichern(page)
    meldung(page, "zu wenig Platz")
    page.goto(RECHNER)
    rechnet(page)


@pytest.mark.usefixtures("service_worker")
@pytest.mark.parametrize(
    ("umgebung", "satz"),
    [
        (
            "caches.constructor.prototype.has = () => Promise.reject(new DOMException('', 'SecurityError'))",
            "lässt das Speichern nicht zu",
        ),
        (
            "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('', 'SecurityError'))",
            "lässt das Speichern nicht zu",
        ),
        (
            "delete Navigator.prototype.serviceWorker",
            "kann die Website nicht speichern",
        ),
    ],
)
def test_laesst_der_browser_nichts_speichern_steht_da_was_hilft(
    context: BrowserContext, auslieferung: Auslieferung, umgebung: str, satz: str
) -> None:
    page = context.new_page()
    page.add_init_script(umgebung)
    page.goto(OFFLINE)
    if "delete" not in umgebung:
        speichern(page)
    meldung(page, satz)
    page.goto(RECHNER)
    rechnet(page)


def test_jede_rechnerseite_und_jede_fusszeile_fuehrt_zum_speichern(page: Page) -> None:
    page.goto(RECHNER)
    expect(page.get_by_role("link", name="Ohne Internet rechnen")).to_be_visible()
    page.goto(RATGEBER)
    page.get_by_role("link", name="Ohne Internet benutzen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ohne Internet")


# --- Der Rechner auf einer Seite des Ratgebers ----------------------------------


def von_python(auslieferung: Auslieferung) -> list[str]:
    schwer = re.compile(r"/(arbeiter|pyodide|python|bibliothek|regeln|werte)-")
    return [pfad for pfad in auslieferung.anfragen if schwer.search(pfad)]


@pytest.mark.parametrize(
    "fasse_an",
    [
        lambda page: page.locator(".rechner [name=brutto_monat]").focus(),
        lambda page: page.locator(".rechner h2, .rechner legend, .rechner form").first.dispatch_event("pointerdown"),
    ],
    ids=["Fokus", "Berühren"],
)  # fmt: skip
def test_im_ratgeber_laedt_das_rechenwerk_erst_beim_anfassen(
    page: Page, auslieferung: Auslieferung, fasse_an: Callable[[Page], None]
) -> None:
    page.goto(MIT_RECHNER, wait_until="networkidle")
    assert von_python(auslieferung) == []
    fasse_an(page)
    page.locator("html[data-rechenwerk=bereit]").wait_for(
        state="attached", timeout=GEDULD
    )
    assert len(von_python(auslieferung)) >= 5
    rechnet(page)


def test_eine_seite_mit_eingebettetem_rechner_bleibt_unter_150_kilobyte(
    page: Page,
) -> None:
    gewichte: dict[str, int] = {}
    page.on(
        "response",
        lambda a: gewichte.update({a.url: len(gzip.compress(a.body()))}),
    )
    page.goto(MIT_RECHNER, wait_until="networkidle")
    assert any("/rechner-" in url for url in gewichte)
    assert sum(gewichte.values()) <= HOECHSTGEWICHT, gewichte


def test_auf_einer_rechnerseite_startet_das_rechenwerk_sofort(
    page: Page, auslieferung: Auslieferung
) -> None:
    page.goto(RECHNER)
    page.locator("html[data-rechenwerk=bereit]").wait_for(
        state="attached", timeout=GEDULD
    )
    assert len(von_python(auslieferung)) >= 5


# --- Was in site/ liegt ---------------------------------------------------------

OHNE_VERWEIS = {"OFL.txt"}  # die Lizenz der Schrift liegt neben ihr


def test_jede_datei_unter_assets_wird_von_etwas_genannt(gebaute_seite: Path) -> None:
    endungen = {".html", ".css", ".js", ".json", ".webmanifest"}
    dateien = [d for d in gebaute_seite.rglob("*") if d.is_file()]
    texte = "".join(d.read_text("utf-8") for d in dateien if d.suffix in endungen)
    unbenutzt = [
        str(datei.relative_to(gebaute_seite))
        for datei in dateien
        if datei.is_relative_to(gebaute_seite / "assets")
        and datei.name not in OHNE_VERWEIS
        and datei.name.removesuffix(".br").removesuffix(".gz") not in texte
    ]
    assert unbenutzt == []


# --- Das Paket ------------------------------------------------------------------


def laeuft(adresse: str) -> None:
    ende = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(adresse):
                return
        except OSError:
            if time.monotonic() > ende:
                raise


@pytest.mark.parametrize("art", ["starten.py", "eine Zeile", "an der Wurzel"])
def test_das_paket_rechnet_entpackt_auf_einem_fremden_geraet(
    gebaute_seite: Path,
    tmp_path: Path,
    new_context: Callable[..., BrowserContext],
    erlaubte_meldungen: list[str],
    art: str,
) -> None:
    ziel = packe(gebaute_seite, tmp_path / "paket.zip")
    assert ziel.stat().st_size < 15_000_000
    with zipfile.ZipFile(ziel) as paket:
        paket.extractall(tmp_path)
    ordner = tmp_path / ORDNER
    assert "Stand" in (ordner / "LIESMICH.txt").read_text("utf-8")
    port = freier_port()
    unter, befehl = {
        "starten.py": ("wegweiser/", ["starten.py", str(port)]),
        "eine Zeile": ("wegweiser/", einzeiler(port)),
        "an der Wurzel": ("", [*einzeiler(port), "--directory", "wegweiser"]),
    }[art]
    erlaubte_meldungen.append(f"fremder Server: http://127.0.0.1:{port}/")
    lauf = subprocess.Popen(
        [sys.executable, *befehl],
        cwd=ordner,
        env={"BROWSER": "true", "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        adresse = f"http://127.0.0.1:{port}/{unter}"
        laeuft(adresse)
        page = new_context().new_page()
        page.goto(adresse + RECHNER)
        rechnet(page)
        page.goto(adresse + RATGEBER)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Mindestsicherung")
    finally:
        lauf.terminate()
        lauf.wait()


def einzeiler(port: int) -> list[str]:
    return ["-m", "http.server", str(port), "--bind", "127.0.0.1"]


def freier_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# --- Geht es hier gar nicht? -----------------------------------------------------


@pytest.mark.parametrize("fehlt", ["WebAssembly", "Worker"])
def test_kann_der_browser_nicht_rechnen_steht_es_da_und_nichts_wird_geladen(
    page: Page, auslieferung: Auslieferung, fehlt: str
) -> None:
    page.add_init_script(f"delete globalThis.{fehlt}")
    page.goto(RECHNER)
    satz = "Das Rechenwerk startet auf diesem Gerät nicht."
    expect(page.locator(".ladezeile")).to_contain_text(satz)
    page.locator(".rechner [name=brutto_monat]").fill("2400")
    expect(page.locator(".sofort")).to_contain_text("Schnelle Antwort")
    page.get_by_role("button", name="Berechnen").click()
    expect(page.locator(".rechner")).to_contain_text("auch im Ratgeber")
    expect(page.locator(".ladezeile")).not_to_contain_text("Wird berechnet")
    assert von_python(auslieferung) == []


def test_beim_laden_steht_da_wie_viel_schon_da_ist(page: Page) -> None:
    page.add_init_script("""
      globalThis.mengen = [];
      new MutationObserver((alle) => alle.forEach(({ target }) => mengen.push(target.dataset.menge)))
        .observe(document, { subtree: true, attributeFilter: ["data-menge"] });
    """)
    page.goto(RECHNER)
    page.locator("html[data-rechenwerk=bereit]").wait_for(
        state="attached", timeout=GEDULD
    )
    mengen = [m for m in page.evaluate("mengen") if m]
    assert all(re.fullmatch(r"\d,\d von 2,\d MB", menge) for menge in mengen), mengen
    assert mengen
    expect(page.locator(".ladezeile[data-menge]")).to_have_count(0)
