"""Sofortantworten: an jeder Stelle der Tafel dasselbe wie das Rechenwerk, dazwischen nie außerhalb der Nachbarn."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from calculators.buendel import node, pakete
from calculators.buendel.node import BauFehler
from calculators.sofort import dateien, fragen
from calculators.sofort.fragen import EURO, FRAGEN, Frage
from calculators.sofort.tafel import TafelFehler, tafel
from leistungsrechner import ablage, rechne
from leistungsrechner.anzeige import zahl

REGELN, WERTE = "regeln-0123456789.zip", "werte-0123456789.zip"
HOECHSTENS_BYTES = 15_000
_NACHSCHLAGEN = """
import { schlageNach, tafelAus } from "./calculators/browser/sofort.js";
let roh = "";
for await (const stueck of process.stdin) roh += stueck;
const { inhalt, dateien, fragen } = JSON.parse(roh);
const tafel = tafelAus(inhalt, dateien);
console.log(JSON.stringify(fragen.map((angaben) => (tafel && schlageNach(tafel, angaben)) ?? null)));
"""
FRAGE_ZU = {frage.rechner: frage for frage in FRAGEN}
jeder_rechner = pytest.mark.parametrize("frage", FRAGEN, ids=list(FRAGE_ZU))


@pytest.fixture(scope="module", autouse=True)
def _im_november_2026() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as umgebung:
        umgebung.setenv("WEGWEISER_STICHTAG", "2026-11-23")
        yield


@cache
def inhalt(rechner: str) -> dict[str, Any]:
    """Die Tafel, wie sie ausgeliefert wird."""
    datei = dateien.sofort_dateien([REGELN, WERTE])[rechner]
    gelesen: dict[str, Any] = json.loads(datei.read_text("utf-8"))
    return gelesen


def schlage_nach(
    rechner: str,
    fragen: list[dict[str, Any]],
    regeln: str = REGELN,
) -> list[str | None]:
    """Was das JavaScript der Seite zu diesen Angaben sagt."""
    auftrag = {
        "inhalt": inhalt(rechner),
        "dateien": {"regeln": f"../a/{regeln}", "werte": f"../a/{WERTE}"},
        "fragen": fragen,
    }
    lauf = subprocess.run(
        ["node", "--input-type=module", "-e", _NACHSCHLAGEN],
        input=json.dumps(auftrag),
        capture_output=True,
        text=True,
        cwd=node.WURZEL,
        check=True,
    )
    antworten: list[str | None] = json.loads(lauf.stdout)
    return antworten


def getippt(cent: int) -> str:
    """Ein Betrag, wie ihn jemand schreibt: „1.850“, „1850,5“, „0,07“."""
    if cent % EURO == 0:
        return zahl(Decimal(cent // EURO))
    return f"{cent // EURO},{cent % EURO:02d}"


def stellen(abschnitt: dict[str, Any]) -> list[list[int]]:
    """Je Stelle die Cent aller Betragsfelder."""
    spalten = []
    for abstaende in abschnitt["stellen"]:
        summe = 0
        spalten.append([summe := summe + abstand for abstand in abstaende])
    return [list(stelle) for stelle in zip(*spalten, strict=True)]


def fall(
    tag: str, zeile: dict[str, Any], felder: list[str], cent: list[int]
) -> dict[str, Any]:
    betraege = dict(zip(felder, map(getippt, cent), strict=True))
    return {"stichtag": tag, **zeile, **betraege}


def alle_stellen(rechner: str) -> list[dict[str, Any]]:
    tafel_ = inhalt(rechner)
    return [
        fall(_deutsch(abschnitt["von"]), angaben, tafel_["felder"], cent)
        for abschnitt in tafel_["abschnitte"]
        for zeile in abschnitt["zeilen"]
        for angaben in zeile["angaben"]
        for cent in stellen(abschnitt)
    ]


def _deutsch(iso: str) -> str:
    tag = date.fromisoformat(iso)
    return f"{tag.day}.{tag.month}.{tag.year}"


def aussage(rechner: str, angaben: dict[str, Any]) -> str:
    """Was das Rechenwerk zur Hauptfrage sagt: die Zahl seiner Kernaussage, ohne Zahl ihr Satz."""
    kern = rechne(rechner, angaben, verzeichnis=ablage.verzeichnis())["kern"]
    assert isinstance(kern, dict)
    return str(kern["zahl"] or kern["satz"])


# --- Tafel und Rechenwerk ----------------------------------------------------


@jeder_rechner
def test_an_jeder_stelle_sagt_die_tafel_was_das_rechenwerk_sagt(frage: Frage) -> None:
    faelle = alle_stellen(frage.rechner)
    assert len(faelle) > 100
    for angaben, schnell in zip(
        faelle, schlage_nach(frage.rechner, faelle), strict=True
    ):
        voll = aussage(frage.rechner, angaben)
        assert schnell is not None
        assert re.split(", das sind ", schnell)[0] == voll, angaben


@pytest.mark.parametrize("rechner", ["arbeitslosengeld", "notstandshilfe"])
def test_auch_die_summe_fuer_30_tage_ist_die_des_rechenwerks(rechner: str) -> None:
    faelle = alle_stellen(rechner)[::37]
    for angaben, schnell in zip(faelle, schlage_nach(rechner, faelle), strict=True):
        kern = rechne(rechner, angaben, verzeichnis=ablage.verzeichnis())["kern"]
        assert isinstance(kern, dict)
        assert schnell is not None
        summe = schnell.split(", das sind ")[1]
        assert kern["nachsatz"].startswith(f"Das sind {summe}."), angaben


_BETRAG = re.compile(r"[0-9][0-9.]*,[0-9]{2}")


def _betraege(text: str) -> list[Decimal]:
    return [
        Decimal(t.replace(".", "").replace(",", ".")) for t in _BETRAG.findall(text)
    ]


@st.composite
def zwischen_den_stellen(ziehe: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Ein Rechner und Angaben zwischen zwei Stellen seiner Tafel, an irgendeinem Tag ihres Zeitraums."""
    frage = ziehe(st.sampled_from(FRAGEN))
    tafel_ = inhalt(frage.rechner)
    abschnitt = ziehe(st.sampled_from(tafel_["abschnitte"]))
    zeile = ziehe(st.sampled_from(abschnitt["zeilen"]))
    angaben = ziehe(st.sampled_from(zeile["angaben"]))
    alle = stellen(abschnitt)
    abschnitte = [n for n in range(len(alle) - 1) if alle[n + 1][0] - alle[n][0] > 1]
    unten = ziehe(st.sampled_from(abschnitte))
    links, rechts = alle[unten], alle[unten + 1]
    cent = [ziehe(st.integers(a, b)) for a, b in zip(links, rechts, strict=True)]
    cent[0] = min(cent[0], rechts[0] - 1)  # genau rechts wäre schon die nächste Stelle
    von = date.fromisoformat(abschnitt["von"])
    tage = (date.fromisoformat(abschnitt["bis"]) - von).days
    tag = von + timedelta(ziehe(st.integers(0, tage)))
    return frage.rechner, fall(
        _deutsch(tag.isoformat()), angaben, tafel_["felder"], cent
    )


@seed(20261123)
@settings(max_examples=25, deadline=None, database=None, phases=[Phase.generate])
@given(st.lists(zwischen_den_stellen(), min_size=100, max_size=100))
def test_zwischen_zwei_stellen_liegt_die_antwort_in_der_spanne(
    faelle: list[tuple[str, dict[str, Any]]],
) -> None:
    for rechner in FRAGE_ZU:
        angaben = [a for name, a in faelle if name == rechner]
        for eine, schnell in zip(angaben, schlage_nach(rechner, angaben), strict=True):
            voll = aussage(rechner, eine)
            assert schnell is not None, eine
            schnell = schnell.split(", das sind ")[0]
            if not _betraege(schnell):
                assert schnell.removeprefix("voraussichtlich: ") == voll, eine
                continue
            grenzen, (betrag,) = _betraege(schnell), _betraege(voll)
            assert grenzen[0] <= betrag <= grenzen[-1], (eine, schnell, voll)
            einheit = voll.split("\u00a0€ ")[1]
            assert schnell.endswith(einheit)


def test_an_einer_stufe_stehen_beide_seiten_in_der_tafel() -> None:
    """Wo die Sonderzahlung steuerpflichtig wird, sinkt das Arbeitslosengeld: Ein Euro mehr Brutto, weniger Geld."""
    tafel_ = inhalt("arbeitslosengeld")
    (abschnitt,) = (a for a in tafel_["abschnitte"] if a["von"] == "2026-01-01")
    (zeile,) = (z for z in abschnitt["zeilen"] if {} in z["angaben"])
    alle = [cent for (cent,) in stellen(abschnitt)]
    werte = [_betraege(antwort)[0] for antwort in zeile["antworten"]]
    abstiege = [n for n in range(len(alle) - 1) if werte[n] > werte[n + 1]]
    assert [alle[n + 1] - alle[n] for n in abstiege] == [1]


# --- Wann die Tafel schweigt -------------------------------------------------

GENAU = {"stichtag": "2.3.2026", "brutto_monat": "1.850"}


@pytest.mark.parametrize(
    "dazu",
    [
        {},
        {"brutto_monat": "1850"},
        {"brutto_monat": "1850,00"},
        {"brutto_monat": "1.850,0"},
        {"kinder": "0"},
        {"stichtag": "31.12.2026"},
        {"stichtag": "01.01.2026"},
    ],
)
def test_was_dasselbe_heisst_bekommt_dieselbe_antwort(dazu: dict[str, Any]) -> None:
    (antwort,) = schlage_nach("arbeitslosengeld", [{**GENAU, **dazu}])
    assert antwort == "34,03\u00a0€ am Tag, das sind 1.020,90\u00a0€ in 30 Tagen"


@pytest.mark.parametrize(
    "dazu",
    [
        pytest.param({"stichtag": "31.12.2025"}, id="ein anderes Jahr"),
        pytest.param({"stichtag": "1.1.2099"}, id="ein Jahr ohne Beträge"),
        pytest.param({"stichtag": "31.2.2026"}, id="kein Tag"),
        pytest.param({"stichtag": "heute"}, id="kein Datum"),
        pytest.param({"stichtag": None}, id="ohne Stichtag"),
        pytest.param({"brutto_monat": None}, id="ohne Betrag"),
        pytest.param({"brutto_monat": "1.85"}, id="Punkt statt Beistrich"),
        pytest.param({"brutto_monat": "1850.00"}, id="Punkt als Beistrich"),
        pytest.param({"brutto_monat": "1.8500"}, id="falsche Tausender"),
        pytest.param({"brutto_monat": "01.850"}, id="führende Null"),
        pytest.param({"brutto_monat": "1850,005"}, id="halbe Cent"),
        pytest.param({"brutto_monat": "-1850"}, id="negativ"),
        pytest.param({"brutto_monat": "1e3"}, id="keine gewöhnliche Zahl"),
        pytest.param({"brutto_monat": "zwischen 1.800 und 2.100"}, id="eine Spanne"),
        pytest.param({"brutto_monat": "1000000,01"}, id="über dem Höchstbetrag"),
        pytest.param({"kinder": "5"}, id="mehr Kinder als in der Tafel"),
        pytest.param({"kinder": "eins"}, id="keine Zahl"),
        pytest.param({"geburtsdatum": "1.2.1980"}, id="eine weitere Angabe"),
        pytest.param({"partner_zuschlag": "nein"}, id="auch ein Nein"),
        pytest.param({"zeiten": [{"art": ""}]}, id="eine Liste"),
    ],
)
def test_bei_allem_anderen_schweigt_die_tafel(dazu: dict[str, Any]) -> None:
    angaben = {k: v for k, v in {**GENAU, **dazu}.items() if v is not None}
    assert schlage_nach("arbeitslosengeld", [angaben]) == [None]


def test_grundbetrag_und_tagesnetto_muessen_zusammenpassen() -> None:
    gemeinsam = {"stichtag": "2.3.2026", "alg_bezugsdauer_wochen": "20"}
    passt, zu_hoch, zu_niedrig = schlage_nach(
        "notstandshilfe",
        [
            {**gemeinsam, "tagesnetto": "64,27", "alg_grundbetrag": grund}
            for grund in ("35,35", "45,35", "25,35")
        ],
    )
    assert passt is not None
    assert passt.startswith("zwischen ")
    assert (zu_hoch, zu_niedrig) == (None, None)


def test_genau_auf_einer_stufe_gilt_nur_das_zusammengehoerige_paar() -> None:
    """Springt die Antwort, sagt die Tafel zum Grundbetrag der anderen Seite nichts."""
    (abschnitt, *_) = inhalt("notstandshilfe")["abschnitte"]
    alle = stellen(abschnitt)
    stufe = next(
        (links, rechts)
        for links, rechts in zip(alle, alle[1:], strict=False)
        if rechts[0] - links[0] == 1 and rechts[1] > links[1]
    )
    (netto, grund), (_, anderer_grund) = stufe
    zeile = {"alg_bezugsdauer_wochen": "20"}
    felder = inhalt("notstandshilfe")["felder"]
    passt, gemischt = schlage_nach(
        "notstandshilfe",
        [fall("2.3.2026", zeile, felder, [netto, g]) for g in (grund, anderer_grund)],
    )
    assert passt is not None
    assert gemischt is None


def test_vorgewaehltes_stoert_nicht_anderes_schon() -> None:
    allein = {"stichtag": "2.3.2026", "haushalt": "alleinstehend"}
    assert schlage_nach(
        "mindestsicherung",
        [
            {**allein, "status": "arbeitsfaehig"},
            {**allein, "status": "regelpensionsalter"},
        ],
    ) == ["1.229,89\u00a0€ im Monat", None]


def test_gleiche_nachbarn_geben_eine_voraussichtliche_antwort() -> None:
    ueber_der_grenze = {"stichtag": "2.3.2026", "brutto_monat": "7.777,77"}
    assert schlage_nach("arbeitslosengeld", [ueber_der_grenze]) == [
        "voraussichtlich 79,51\u00a0€ am Tag"
    ]


def test_eine_tafel_zu_einem_anderen_rechenwerk_gilt_nicht() -> None:
    andere = schlage_nach("arbeitslosengeld", [GENAU], regeln="regeln-9999999999.zip")
    assert andere == [None]


# --- Bau ---------------------------------------------------------------------


def test_die_tafel_gilt_fuer_jedes_jahr_mit_betraegen_ab_heuer() -> None:
    abschnitte = inhalt("arbeitslosengeld")["abschnitte"]
    jahre = {int(a["von"][:4]) for a in abschnitte}
    assert 2026 in jahre
    assert jahre <= {2026, 2027}
    for a in abschnitte:
        assert a["von"][:4] == a["bis"][:4]


def test_fehlt_ein_betrag_des_naechsten_jahres_gibt_es_fuer_dieses_jahr_keine_tafel() -> (
    None
):
    frage = FRAGE_ZU["rezeptgebuehr"]
    fertig = tafel(frage, ablage.verzeichnis(), (2025, 2026, 2199))
    assert [a["von"] for a in fertig["abschnitte"]] == ["2025-01-01", "2026-01-01"]


@jeder_rechner
def test_auch_mit_zwei_jahren_bleibt_die_tafel_klein(frage: Frage) -> None:
    fertig = tafel(frage, ablage.verzeichnis(), (2025, 2026))
    assert [a["von"][:4] for a in fertig["abschnitte"]] == ["2025", "2026"]
    roh = json.dumps(fertig, ensure_ascii=False, separators=(",", ":")).encode()
    assert len(brotli.compress(roh)) <= HOECHSTENS_BYTES


def test_neue_betraege_geben_eine_neue_tafel(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    werte = tmp_path / "werte"
    werte.mkdir()
    for datei in pakete.WERTE.glob("*.md"):
        text = datei.read_text("utf-8")
        (werte / datei.name).write_text(text.replace("0,97", "1,97"), "utf-8")
    vorher = dateien.sofort_dateien([REGELN, WERTE])["arbeitslosengeld"]
    monkeypatch.setattr(pakete, "WERTE", werte)
    nachher = dateien.sofort_dateien([REGELN, WERTE])["arbeitslosengeld"]
    assert vorher.read_text("utf-8") != nachher.read_text("utf-8")


def test_passt_eine_antwort_nicht_in_die_tafel_sagt_der_bau_welche(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Frage, "muster", "{} Euro")
    with pytest.raises(TafelFehler, match="am Tag“ passt nicht zu „{} Euro“"):
        tafel(FRAGE_ZU["arbeitslosengeld"], ablage.verzeichnis(), (2026,))


def test_laesst_sich_eine_tafel_nicht_rechnen_haelt_der_bau_an(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "allgemein.md").write_text("# Leer\n", "utf-8")
    monkeypatch.setattr(pakete, "WERTE", tmp_path)
    with pytest.raises(BauFehler, match="arbeitslosengeld"):
        dateien.sofort_dateien([REGELN, WERTE])


def test_jede_frage_kennt_nur_felder_ihres_rechners() -> None:
    for frage in FRAGEN:
        bekannt = {f.name for f in fragen.RECHNER[frage.rechner].FELDER}
        assert {*frage.felder, *(n for z in frage.zeilen for n in z)} <= bekannt
