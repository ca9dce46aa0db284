"""Arbeitslosengeld: die Fragen."""

from __future__ import annotations

from ...angaben import Bedingung, Feld

EINKOMMEN = ("bemessungsgrundlage", "brutto_monat", "netto_monat")

FELDER = (
    Feld(
        "stichtag",
        "Ab wann beantragen Sie Arbeitslosengeld?",
        "datum",
        "Der Tag, ab dem Sie sich arbeitslos melden. Nach ihm richten sich Recht und Beträge.",
        pflicht=True,
        gruppe="Antrag",
    ),
    Feld(
        "brutto_monat",
        "Brutto im Monat, ohne Urlaubs- und Weihnachtsgeld",
        "geld",
        "Der Durchschnitt Ihrer monatlichen Beitragsgrundlagen. Meist zählen die Monate 13 bis 24 vor dem Antrag.",
        einheit="€/Monat",
        gruppe="Einkommen",
    ),
    Feld(
        "bemessungsgrundlage",
        "Bemessungsgrundlage laut AMS",
        "geld",
        "Steht auf der Mitteilung über den Leistungsanspruch. Die Sonderzahlungen sind darin schon enthalten.",
        einheit="€/Monat",
        gruppe="Einkommen",
        genauer=True,
    ),
    Feld(
        "netto_monat",
        "Netto im Monat, mit anteiligen Sonderzahlungen",
        "geld",
        "Nur wenn Sie weder das Brutto noch die Bemessungsgrundlage kennen.",
        einheit="€/Monat",
        gruppe="Einkommen",
        genauer=True,
    ),
    Feld(
        "kinder",
        "Für wie viele Kinder steht Ihnen ein Familienzuschlag zu?",
        "ganze_zahl",
        "Kinder, für die Sie Familienbeihilfe bekommen könnten und zu deren Unterhalt Sie wesentlich beitragen.",
        einheit="Personen",
        standard=0,
        hoechstens=30,
        gruppe="Familie",
    ),
    Feld(
        "kind_minderjaehrig_oder_behindert",
        "Ist mindestens ein Kind minderjährig oder hat es erhöhte Familienbeihilfe?",
        "ja_nein",
        gruppe="Familie",
        genauer=True,
        zeige_wenn=Bedingung("kinder"),
    ),
    Feld(
        "partner_zuschlag",
        "Sorgen Sie für eine Partnerin oder einen Partner ohne nennenswertes Einkommen?",
        "ja_nein",
        "Gemeint ist ein Einkommen bis zur Geringfügigkeitsgrenze.",
        standard=False,
        gruppe="Familie",
        zeige_wenn=Bedingung("kinder"),
    ),
)
