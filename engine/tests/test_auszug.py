"""Der Versicherungsdatenauszug: Was eindeutig ist, wird ein Eintrag; alles andere kommt mit einem Grund zurück."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leistungsrechner import auszug, rechne_json
from leistungsrechner.rechner.arbeitslosengeld.zeitarten import BEZEICHNUNG


@pytest.mark.parametrize(
    ("zeile", "art", "von", "bis"),
    [
        (
            "01.03.2023 – 31.12.2024 Arbeiter",
            "beschaeftigung",
            "01.03.2023",
            "31.12.2024",
        ),
        (
            "01.03.2023\t31.12.2024\tAngestellte Muster GmbH",
            "beschaeftigung",
            "01.03.2023",
            "31.12.2024",
        ),
        ("von 1.1.2020 bis 30.6.2020 Lehrling", "lehre", "1.1.2020", "30.6.2020"),
        (
            "01.01.2024 - 31.03.2024 geringfügig beschäftigte Angestellte",
            "geringfuegig",
            "01.01.2024",
            "31.03.2024",
        ),
        (
            "01.01.2024 - 31.03.2024 Arbeitslosengeldbezug",
            "arbeitsuchend",
            "01.01.2024",
            "31.03.2024",
        ),
        (
            "01.01.2024 - 31.03.2024 Krankengeldbezug",
            "krankengeld",
            "01.01.2024",
            "31.03.2024",
        ),
        (
            "01.01.2024 - 31.03.2024 Wochengeldbezug",
            "wochengeld",
            "01.01.2024",
            "31.03.2024",
        ),
        (
            "01.01.2024 - 31.03.2024 gewerblich selbständig Erwerbstätiger",
            "selbststaendig",
            "01.01.2024",
            "31.03.2024",
        ),
    ],
)
def test_zeitraum_und_art(zeile: str, art: str, von: str, bis: str) -> None:
    assert auszug.lies(zeile) == {
        "zeiten": [{"art": art, "von": von, "bis": bis}],
        "beitragsgrundlagen": [],
        "nicht_verstanden": [],
    }


def test_laufende_zeit_bleibt_ohne_ende() -> None:
    """Das Ende wird nicht erraten: Das Feld bleibt leer, und der Rechner fragt danach."""
    assert auszug.lies("01.03.2023 - laufend Arbeiterin")["zeiten"] == [
        {"art": "beschaeftigung", "von": "01.03.2023"}
    ]


@pytest.mark.parametrize(
    ("zeile", "grund"),
    [
        ("Versicherungszeiten", "Kein Zeitraum"),
        ("01.03.2023 - 31.12.2024 Kindererziehung", "nicht bekannt"),
        ("01.03.2023 - 31.12.2024", "nicht bekannt"),
        ("01.03.2023 Arbeiter", "Ende des Zeitraums fehlt"),
        ("31.12.2024 - 01.03.2023 Arbeiter", "vor dem Beginn"),
        ("31.02.2023 - 01.03.2023 Arbeiter", "31.2.2023 gibt es nicht"),
        ("01.03.2023 - 31.12.2024 Arbeiter, Krankengeldbezug", "mehrere Arten"),
        ("01.03.2023 - 31.12.2024 01.01.2025 Arbeiter", "Mehr als zwei"),
        ("2024 30.000,00", "Kein Zeitraum"),
        ("03/2024 2.500,00 400,00", "Mehr als ein"),
        ("03/2024 Sonderzahlung 2.500,00", "Sonderzahlungen"),
        ("13/2024 2.500,00", "gibt es nicht"),
        ("03/2024", "Kein Betrag"),
    ],
)
def test_unklare_zeilen_kommen_mit_grund_zurueck(zeile: str, grund: str) -> None:
    gelesen = auszug.lies(f"\n{zeile}\n")

    assert not gelesen["zeiten"]
    assert not gelesen["beitragsgrundlagen"]
    (unklar,) = gelesen["nicht_verstanden"]
    assert unklar["nummer"] == 2
    assert unklar["zeile"] == zeile
    assert grund in str(unklar["grund"])


@pytest.mark.parametrize(
    ("zeile", "monat"),
    [
        ("03/2024 2.500,00", "03/2024"),
        ("3.2024 2.500,00 €", "3.2024"),
        ("2024-03 2.500,00", "2024-03"),
        ("März 2024: 2.500,00", "3.2024"),
        ("Jän. 2024 2.500,00", "1.2024"),
    ],
)
def test_monat_und_betrag(zeile: str, monat: str) -> None:
    assert auszug.lies(zeile)["beitragsgrundlagen"] == [
        {"monat": monat, "betrag": "2.500,00"}
    ]


def test_jede_art_kennt_der_rechner() -> None:
    assert {art for art, _ in auszug._WORTE} <= set(BEZEICHNUNG)


def test_durch_die_tuer() -> None:
    antwort = json.loads(
        rechne_json(json.dumps({"auszug": "1.3.2023 - 31.12.2024 Arbeiter\nund mehr"}))
    )

    assert len(antwort["zeiten"]) == len(antwort["nicht_verstanden"]) == 1


def test_was_zu_lang_ist_wird_nicht_verschwiegen() -> None:
    text = "1.3.2023 - 31.12.2024 Arbeiter\n" * 3_000

    assert "zu lang" in str(auszug.lies(text)["nicht_verstanden"][-1]["grund"])


@settings(max_examples=200, derandomize=True)
@given(st.one_of(st.text(), st.none(), st.integers(), st.lists(st.text())))
def test_nichts_wirft(text: object) -> None:
    assert set(auszug.lies(text)) == {
        "zeiten",
        "beitragsgrundlagen",
        "nicht_verstanden",
    }
