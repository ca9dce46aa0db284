"""Die eine Tür: Sie antwortet immer, in den Formen des Vertrags, und wirft nie."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leistungsrechner import RECHNER, felder, rechne, rechne_json

ARTEN = {"ergebnis", "kein_anspruch", "angaben_unvollstaendig", "keine_werte"}
ANGABEN = {"stichtag": "2024-06-05", "bemessungsgrundlage": "9999"}


def test_die_antwort_hat_alle_teile_des_vertrags() -> None:
    antwort = rechne("arbeitslosengeld", ANGABEN)

    assert antwort["art"] == "ergebnis"
    assert antwort["stichtag"] == "2024-06-05"
    assert antwort["werte_stand"] == "2024-01-01"
    assert {
        "werte",
        "voraussetzungen",
        "rechenweg",
        "hinweise",
        "termine",
        "fehler",
    } <= set(antwort)


def test_ein_unbekannter_rechner_ist_ein_fehler() -> None:
    antwort = rechne("arbeitslosengelt", ANGABEN)

    assert antwort["art"] == "fehler"
    assert "arbeitslosengeld" in str(antwort["fehler"])


def test_ohne_stichtag_fragt_niemand_die_uhr() -> None:
    antwort = rechne("arbeitslosengeld", {"bemessungsgrundlage": "2000"})

    assert antwort["art"] == "angaben_unvollstaendig"
    assert [fehler["feld"] for fehler in antwort["fehler"]] == ["stichtag"]  # type: ignore[union-attr,index]


def test_zwei_verschiedene_stichtage_sind_ein_widerspruch() -> None:
    assert (
        rechne("arbeitslosengeld", ANGABEN, "2024-06-06")["art"]
        == "angaben_unvollstaendig"
    )
    assert rechne("arbeitslosengeld", ANGABEN, "5.6.2024")["art"] == "ergebnis"


def test_ein_unbekanntes_feld_nennt_das_naechstliegende() -> None:
    antwort = rechne("arbeitslosengeld", {**ANGABEN, "kindr": 1})

    assert "Gemeint: „kinder“?" in str(antwort["fehler"])


def test_alle_fehler_kommen_auf_einmal() -> None:
    antwort = rechne(
        "arbeitslosengeld",
        {"stichtag": "31.2.2026", "brutto_monat": "viel", "kinder": "1,5"},
    )

    gemeldet = {fehler["feld"] for fehler in antwort["fehler"]}  # type: ignore[union-attr,index]
    assert gemeldet == {"stichtag", "brutto_monat", "kinder"}


def test_auch_widersprueche_kommen_mit_den_anderen_fehlern_je_feld_einmal() -> None:
    antwort = rechne(
        "arbeitslosengeld",
        {
            "stichtag": "1.4.2026",
            "geburtsdatum": "2.4.2026",
            "kinder": "1,5",
            "brutto_monat": "2000",
            "netto_monat": "-1",
            "bemessungsgrundlage": "2000",
            "zeiten": [
                "keine Zeit",
                {"art": "lehre", "von": "2.1.2025"},
                {"art": "lehre", "von": "2.1.2025", "bis": "1.1.2025"},
            ],
            "beitragsgrundlagen": [{"betrag": "1"}],
        },
        "2.4.2026",
    )

    gemeldet = [fehler["feld"] for fehler in antwort["fehler"]]  # type: ignore[union-attr,index,attr-defined]
    assert sorted(gemeldet) == [
        "beitragsgrundlagen",
        "beitragsgrundlagen[0].monat",
        "bemessungsgrundlage",
        "brutto_monat",
        "kinder",
        "netto_monat",
        "stichtag",
        "zeiten[0]",
        "zeiten[1].bis",
        "zeiten[2].bis",
    ]


@pytest.mark.parametrize(
    ("rechner", "angaben", "felder"),
    [
        (
            "notstandshilfe",
            {"letzter_bezug": "2.3.2026", "kinder": -1},
            {"letzter_bezug", "kinder", "alg_grundbetrag", "tagesnetto", "alg_bezugsdauer_wochen"},
        ),
        (
            "mindestsicherung",
            {"haushalt": "single", "geburtsdatum": "2.3.2026", "personen_wohnung": 0},
            {"haushalt", "geburtsdatum", "personen_wohnung"},
        ),
        (
            "bescheid",
            {"mitteilung_beginn": "2.3.2026", "mitteilung_ende": "1.3.2026", "geburtsdatum": "2.3.2026", "kinder": -1},
            {"mitteilung_ende", "geburtsdatum", "kinder"},
        ),
    ],
)  # fmt: skip
def test_widersprueche_neben_unlesbarem(
    rechner: str, angaben: dict[str, object], felder: set[str]
) -> None:
    antwort = rechne(rechner, {"stichtag": "1.3.2026", **angaben})

    assert {fehler["feld"] for fehler in antwort["fehler"]} == felder  # type: ignore[union-attr,index,attr-defined]


def test_das_naechste_feld_steht_auch_bei_weiter_entfernten_namen_da() -> None:
    antwort = rechne("arbeitslosengeld", {**ANGABEN, "STICHTAG": 1, "x": 1})

    assert "Gemeint: „stichtag“?" in str(antwort["fehler"][0])  # type: ignore[index]
    assert "Gemeint: „" in str(antwort["fehler"][1])  # type: ignore[index]


def test_ein_zeitpunkt_ist_der_tag_in_dem_er_liegt() -> None:
    antwort = rechne("arbeitslosengeld", ANGABEN, datetime(2024, 6, 5, 12, 30))

    assert (antwort["art"], antwort["stichtag"]) == ("ergebnis", "2024-06-05")


@pytest.mark.parametrize(
    "text", ["", "kein JSON", "[]", "42", '{"angaben": {}}', "[" * 100_000]
)
def test_unlesbares_json_ist_unvollstaendig(text: str) -> None:
    assert json.loads(rechne_json(text))["art"] == "angaben_unvollstaendig"


@pytest.mark.parametrize("angaben", [None, [], "text", 5])
def test_angaben_die_kein_objekt_sind(angaben: object) -> None:
    assert rechne("arbeitslosengeld", angaben)["art"] == "angaben_unvollstaendig"  # type: ignore[arg-type]


UNFUG = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12), st.dates().map(str),
    st.sampled_from([10**5000, -(10**5000), "\ud800", [[[]]], {"a": {}}]),
    st.sampled_from(["2026-03-02", "1.3.2026", "1.850,00", "ja", "9999-12-31", "0001-01-01"]),
    st.lists(st.one_of(st.text(max_size=5), st.dictionaries(st.text(max_size=5), st.integers())), max_size=3),
)  # fmt: skip


@pytest.mark.parametrize("rechner", list(RECHNER))
@given(daten=st.data())
@settings(derandomize=True, max_examples=150, deadline=None)
def test_kein_unfug_wirft_oder_ist_ein_fehler_des_programms(
    rechner: str, daten: st.DataObject
) -> None:
    namen = [str(feld["name"]) for feld in felder(rechner)]
    angaben = daten.draw(st.dictionaries(st.sampled_from(namen), UNFUG))
    angaben.setdefault("stichtag", "2026-03-02")

    antwort = rechne(rechner, angaben)

    assert antwort["art"] in ARTEN, antwort["fehler"]
    json.dumps(antwort, allow_nan=False)


@pytest.mark.parametrize("rechner", list(RECHNER))
def test_jedes_feld_ist_beschrieben(rechner: str) -> None:
    for feld in felder(rechner):
        assert feld["label"], feld["name"]
        assert feld["gruppe"], feld["name"]
        json.dumps(feld, allow_nan=False)


def kommandozeile(
    *argumente: str, eingabe: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "leistungsrechner", *argumente],
        input=eingabe, capture_output=True, text=True, cwd=Path(__file__).parents[1], check=False,
    )  # fmt: skip


def test_kommandozeile_rechnet_aus_der_standardeingabe() -> None:
    lauf = kommandozeile("arbeitslosengeld", eingabe=json.dumps(ANGABEN))

    assert lauf.returncode == 0, lauf.stderr
    assert json.loads(lauf.stdout)["werte"]["tagsatz"] == "75.40"


def test_kommandozeile_liest_und_schreibt_immer_utf8() -> None:
    lauf = subprocess.run(
        [sys.executable, "-m", "leistungsrechner", "arbeitslosengeld"],
        input=("\ufeff" + json.dumps(ANGABEN)).encode(), capture_output=True, check=False,
        cwd=Path(__file__).parents[1], env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip

    assert lauf.returncode == 0, lauf.stderr
    assert "€" in lauf.stdout.decode("utf-8")


def test_kommandozeile_setzt_heute_ein_wo_der_stichtag_fehlt() -> None:
    lauf = kommandozeile("arbeitslosengeld", eingabe='{"bemessungsgrundlage": "2000"}')

    assert json.loads(lauf.stdout)["art"] in {"ergebnis", "keine_werte"}


@pytest.mark.parametrize(
    ("argumente", "eingabe", "status"),
    [
        (
            ["arbeitslosengeld"],
            '{"stichtag": "2019-01-01", "bemessungsgrundlage": "2000"}',
            2,
        ),
        (["arbeitslosengeld"], "kein JSON", 2),
        (["arbeitslosengeld", "gibt-es-nicht.json"], "", 2),
        (["arbeitslosengeld"], '{"stichtag": "1.4.2026", "\\ud800": 1}', 2),
        (["nichts"], "{}", 1),
        (["nichts", "--felder"], "", 1),
        (["arbeitslosengeld", "--werte", "gibt-es-nicht"], json.dumps(ANGABEN), 1),
    ],
)
def test_endestatus_der_kommandozeile(
    argumente: list[str], eingabe: str, status: int
) -> None:
    lauf = kommandozeile(*argumente, eingabe=eingabe)

    assert lauf.returncode == status
    assert json.loads(lauf.stdout)["fehler"]


def test_kommandozeile_nennt_die_rechner_und_ihre_felder() -> None:
    assert (
        kommandozeile("--liste").stdout.split("\n")[0]
        == "arbeitslosengeld\tArbeitslosengeld"
    )
    namen = [
        feld["name"]
        for feld in json.loads(kommandozeile("arbeitslosengeld", "--felder").stdout)
    ]
    assert namen[0] == "stichtag"


def test_kommandozeile_nimmt_einen_anderen_ordner_mit_werten(tmp_path: Path) -> None:
    lauf = kommandozeile(
        "arbeitslosengeld", "--werte", str(tmp_path), eingabe=json.dumps(ANGABEN)
    )

    assert lauf.returncode == 1
    assert json.loads(lauf.stdout)["art"] == "fehler"
    assert "keine Wertetabellen" in lauf.stdout
