"""Stimmt mein Bescheid?: welche Ursache passt, was im Brief steht und bis wann."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leistungsrechner import felder, rechne


def geprueft(**angaben: object) -> dict[str, Any]:
    return rechne("bescheid", {"stichtag": "2.3.2026", **angaben})


def zeile(antwort: dict[str, Any], name: str) -> dict[str, Any]:
    (gefunden,) = [z for z in antwort["zeilen"] if z["name"] == name]
    return gefunden


def ursachen(antwort: dict[str, Any], name: str) -> list[str]:
    return [ursache["text"] for ursache in zeile(antwort, name)["ursachen"]]


def monate(betrag: str, ab: int = 1, jahr: int = 2024) -> list[dict[str, object]]:
    return [{"monat": f"{jahr}-{m:02d}", "betrag": betrag} for m in range(ab, 13)]


@pytest.mark.parametrize(
    ("grundlage", "mit_zuschlag"),
    [("1900", "28,01"), ("2000", "29,48"), ("2500", "36,33"), ("3500", "46,38")],
)
def test_der_zuschlag_zum_verkehrsabsetzbetrag_wird_erkannt(
    grundlage: str, mit_zuschlag: str
) -> None:
    """Die vier Beträge stehen in der Fachgrundlage als jene, die sich mit dem Zuschlag ergäben (2025)."""
    antwort = geprueft(
        stichtag="2.3.2025",
        mitteilung_bemessungsgrundlage=grundlage,
        mitteilung_grundbetrag=mit_zuschlag,
    )

    assert any(
        "Zuschlag zum Verkehrsabsetzbetrag" in u
        for u in ursachen(antwort, "Grundbetrag")
    )


@pytest.mark.parametrize(
    ("angaben", "name", "text"),
    [
        ({"mitteilung_bemessungsgrundlage": "2400", "brutto_monat": "2400"}, "Bemessungsgrundlage", "Sonderzahlungen fehlen"),
        ({"mitteilung_bemessungsgrundlage": "6615", "brutto_monat": "9000"}, "Bemessungsgrundlage", "Höchstbemessungsgrundlage des Jahres 2025"),
        ({"mitteilung_bemessungsgrundlage": "5850", "brutto_monat": "9000"}, "Bemessungsgrundlage", "ohne den Anteil der Sonderzahlungen"),
        (
            {"mitteilung_bemessungsgrundlage": "2333,33", "brutto_monat": "2000", "geschuetzte_bemessungsgrundlage": "2600", "geburtsdatum": "1.1.1970"},
            "Bemessungsgrundlage",
            "geschützte Bemessungsgrundlage ist nicht berücksichtigt",
        ),
        ({"mitteilung_bemessungsgrundlage": "2800", "mitteilung_tagsatz": "42,31", "kinder": 1}, "Tagsatz", "keinem Familienzuschlag statt mit einem"),
        ({"mitteilung_bemessungsgrundlage": "2800", "mitteilung_tagsatz": "39,75", "kinder": 1}, "Tagsatz", "Ergänzungsbetrag fehlt"),
        ({"mitteilung_familienzuschlaege": 1, "kinder": 1, "partner_zuschlag": "ja"}, "Familienzuschläge", "Partnerin oder Ihren Partner fehlt"),
        ({"mitteilung_familienzuschlaege": 1, "kinder": 3}, "Familienzuschläge", "Es fehlen 2 Zuschläge"),
        ({"mitteilung_beginn": "29.3.2026", "beendigung": "einvernehmlich", "dienstverhaeltnis_ende": "28.2.2026"}, "Beginn", "eine Sperre verhängt"),
        ({"mitteilung_beginn": "1.3.2026", "beendigung": "kuendigung_selbst", "dienstverhaeltnis_ende": "28.2.2026"}, "Beginn", "keine Sperre verhängt"),
        ({"mitteilung_beginn": "2.3.2026", "urlaubsersatz_bis": "10.3.2026", "dienstverhaeltnis_ende": "28.2.2026", "stichtag": "2.3.2026"}, "Beginn", "Tag des Antrags"),
        ({"mitteilung_beginn": "2.3.2026", "mitteilung_wochen": 20, "mitteilung_ende": "20.7.2026"}, "Ende", "ein Tag zu viel"),
        ({"mitteilung_wochen": 20, "geburtsdatum": "1.5.1990", "wochen_24_monate": 104, "wochen_5_jahre": 200}, "Bezugsdauer", "letzten 5\u00a0Jahre"),
        (
            {"mitteilung_wochen": 30, "geburtsdatum": "1.3.1986", "wochen_24_monate": 104, "wochen_5_jahre": 260, "wochen_10_jahre": 400},
            "Bezugsdauer",
            "jünger als 40",
        ),
    ],
)  # fmt: skip
def test_die_ursache_die_genau_passt_wird_genannt(
    angaben: dict[str, object], name: str, text: str
) -> None:
    antwort = geprueft(**angaben)

    assert zeile(antwort, name)["urteil"] == "weicht_ab"
    assert any(text in ursache for ursache in ursachen(antwort, name)), antwort[
        "zeilen"
    ]


@pytest.mark.parametrize(
    ("grundlage", "text"),
    [
        ("2800.00", "nicht aufgewertet"),
        ("2864.40", "letzten zwei Jahre"),
    ],
)
def test_falsche_monate_werden_erkannt(grundlage: str, text: str) -> None:
    """2.400 € im Jahr 2024, aufgewertet und mit Sechstel, sind 2.928,80 €; die Monate 2025 zählen nicht."""
    beitraege = monate("2400") + monate("2400", jahr=2025)
    antwort = geprueft(
        stichtag="15.1.2026",
        mitteilung_bemessungsgrundlage=grundlage,
        beitragsgrundlagen=beitraege,
    )

    assert zeile(antwort, "Bemessungsgrundlage")["gerechnet"] == "2.928,80\u00a0€"
    assert any(text in u for u in ursachen(antwort, "Bemessungsgrundlage"))


def test_ein_vergessener_monat_wird_genannt() -> None:
    beitraege = [*monate("2400", ab=2), {"monat": "2024-01", "betrag": "3600"}]
    ohne = rechne("bescheid", {"stichtag": "15.1.2026", "mitteilung_bemessungsgrundlage": "2928,80", "beitragsgrundlagen": beitraege})  # fmt: skip

    assert ursachen(ohne, "Bemessungsgrundlage") == [
        "Der Monat 01/2024 ist nicht mitgezählt."
    ]


def test_zeiten_aus_dem_ausland_die_fuer_die_dauer_fehlen() -> None:
    antwort = geprueft(
        mitteilung_wochen=20,
        geburtsdatum="1.1.1990",
        zeiten=[
            {"art": "ewr_beschaeftigung", "von": "1.1.2021", "bis": "31.12.2023"},
            {"art": "beschaeftigung", "von": "1.1.2024", "bis": "28.2.2026"},
        ],
    )

    assert "Es fehlen die Zeiten „Arbeit in EU, EWR oder Schweiz“." in ursachen(
        antwort, "Bezugsdauer"
    )


def test_keine_passende_rechnung_wird_nicht_erfunden() -> None:
    antwort = geprueft(
        mitteilung_bemessungsgrundlage="2800", mitteilung_grundbetrag="12,34"
    )

    assert ursachen(antwort, "Grundbetrag") == []
    assert any("keine Rechnung gefunden" in h["text"] for h in antwort["hinweise"])


def test_was_stimmt_hat_keine_ursachen_und_keinen_brief() -> None:
    antwort = geprueft(
        mitteilung_bemessungsgrundlage="2800", mitteilung_grundbetrag="38,78"
    )

    assert zeile(antwort, "Grundbetrag")["urteil"] == "stimmt"
    assert "brief" not in antwort
    assert (
        antwort["kern"]["satz"]
        == "Die nachgerechnete Zahl stimmt mit unserer Rechnung überein"
    )


def test_was_nicht_nachgerechnet_werden_kann_gilt_nicht_als_richtig() -> None:
    antwort = geprueft(mitteilung_tagsatz="40")

    assert zeile(antwort, "Tagsatz")["urteil"] == "nicht_gerechnet"
    assert antwort["kern"]["satz"] == "Noch nichts nachgerechnet"


def brieftext(antwort: dict[str, Any]) -> str:
    return "\n".join(z for a in antwort["brief"]["absaetze"] for z in a["zeilen"])


def test_der_brief_nennt_die_zahlen_und_den_paragrafen() -> None:
    antwort = geprueft(
        mitteilung_bemessungsgrundlage="2800", mitteilung_tagsatz="42,31", kinder=1,
        mitteilung_wochen=20, wochen_24_monate=104, wochen_12_monate=52, wochen_5_jahre=200, geburtsdatum="1.5.1990",
        mitteilung_vom="10.3.2026", zugestellt_am="16.3.2026",
    )  # fmt: skip
    text = brieftext(antwort)

    assert "vom 10.\u00a0März 2026, zugestellt am 16.\u00a0März 2026" in text
    assert "von täglich 42,31\u00a0€" in text
    assert "Ich halte die Höhe und die Dauer für nicht richtig" in text
    assert (
        "Tagsatz: laut Mitteilung 42,31\u00a0€, nach meiner Rechnung 44,58\u00a0€."
        in text
    )
    assert "§ 47 Abs. 1 AlVG" in text


def test_was_zu_ihren_gunsten_ist_steht_nicht_im_brief_sondern_in_einer_warnung() -> (
    None
):
    antwort = geprueft(
        mitteilung_bemessungsgrundlage="2800",
        mitteilung_grundbetrag="39,78",
        mitteilung_tagsatz="42,31",
        kinder=1,
    )

    assert "Grundbetrag" not in brieftext(antwort)
    assert any(
        "Günstiger als unsere Rechnung: Grundbetrag" in h["text"]
        for h in antwort["hinweise"]
    )


def test_nur_guenstiges_gibt_keinen_brief_und_keinen_rat_zum_schreiben() -> None:
    antwort = geprueft(
        mitteilung_bemessungsgrundlage="2800",
        mitteilung_grundbetrag="39,78",
        zugestellt_am="16.3.2026",
    )

    assert "brief" not in antwort
    assert "Verlangen Sie" not in antwort["kern"]["nachsatz"]


def test_faellt_die_frist_auf_einen_feiertag_wird_vorher_abgeschickt() -> None:
    antwort = geprueft(mitteilung_tagsatz="40", zugestellt_am="1.2.2026")
    (termin,) = antwort["termine"]

    assert termin["am"] == "2026-05-01"
    assert "Schicken Sie ihn davor ab" in termin["text"]


def test_die_kernaussage_sagt_den_unterschied_am_tag_und_im_monat() -> None:
    kern = geprueft(
        mitteilung_bemessungsgrundlage="2800", mitteilung_tagsatz="42,31", kinder=1
    )["kern"]

    assert kern["zahl"] == "2,27\u00a0€ am Tag weniger"
    assert "68,10\u00a0€ weniger" in kern["nachsatz"]


NAMEN = [str(feld["name"]) for feld in felder("bescheid")]


@given(
    st.integers(600, 7000), st.integers(0, 5), st.sampled_from(["2.3.2025", "2.3.2026"])
)
@settings(derandomize=True, max_examples=40, deadline=None)
def test_die_eigene_rechnung_als_mitteilung_stimmt_immer(
    brutto: int, kinder: int, tag: str
) -> None:
    eigene = {"stichtag": tag, "brutto_monat": brutto, "kinder": kinder}
    werte: Any = rechne("arbeitslosengeld", eigene)["werte"]
    mitteilung = {
        "mitteilung_bemessungsgrundlage": werte["bemessungsgrundlage"],
        "mitteilung_grundbetrag": werte["grundbetrag"],
        "mitteilung_tagsatz": werte["tagsatz"],
        "mitteilung_familienzuschlaege": kinder,
    }

    antwort: Any = rechne("bescheid", {**eigene, **mitteilung})
    assert antwort["werte"]["abweichungen"] == 0, antwort["zeilen"]


@given(st.integers(900, 4000), st.integers(0, 3), st.integers(0, 3))
@settings(derandomize=True, max_examples=40, deadline=None)
def test_eine_falsche_zahl_von_kindern_wird_immer_gefunden(
    brutto: int, richtig: int, falsch: int
) -> None:
    werte: Any = rechne(
        "arbeitslosengeld",
        {"stichtag": "2.3.2026", "brutto_monat": brutto, "kinder": falsch},
    )["werte"]
    antwort: Any = geprueft(
        brutto_monat=brutto,
        kinder=richtig,
        mitteilung_bemessungsgrundlage=werte["bemessungsgrundlage"],
        mitteilung_tagsatz=werte["tagsatz"],
    )
    gefunden = zeile(antwort, "Tagsatz")

    if gefunden["urteil"] == "weicht_ab" and falsch <= richtig + 1:
        assert any("Gerechnet ist mit" in u["text"] for u in gefunden["ursachen"])


def test_eine_abweichung_in_einem_frueheren_jahr_wird_auch_genannt() -> None:
    """Ob eine Antwort kommt, hängt nicht davon ab, ob die Zahl stimmt."""
    fall = {"stichtag": "1.6.2018", "mitteilung_bemessungsgrundlage": "1.500"}
    for grundbetrag in ("22,11", "20,11"):
        antwort = rechne("bescheid", {**fall, "mitteilung_grundbetrag": grundbetrag})
        assert antwort["art"] == "ergebnis", antwort["fehler"]
    mit_tag = rechne(
        "bescheid",
        {**fall, "mitteilung_grundbetrag": "20,11", "zugestellt_am": "10.6.2018"},
    )
    assert mit_tag["termine"] == []
    assert any("Welche Frist" in hinweis["text"] for hinweis in mit_tag["hinweise"])
