"""Was steht mir zu?: was hier nicht gerechnet wird und wo es steht."""

from __future__ import annotations

from ...angaben import Angaben

Eintrag = dict[str, str]

# Leistungen ohne Rechner: Name, warum nicht, Seite im Ratgeber.
_OHNE_RECHNER = (
    (
        "Wohnbeihilfe der Stadt Wien",
        "Sie hängt von Wohnung, Mietvertrag und Einkommen des ganzen Haushalts ab. Fragen Sie die MA 50, vor allem, "
        "wenn es keine Mindestsicherung gibt.",
        "ratgeber/wohnen/beihilfen/#wohnbeihilfe",
    ),
    (
        "Krankengeld",
        "Sind Sie krank, zahlt ab dem vierten Tag die Gesundheitskasse. Die Tage beim AMS gehen nicht verloren.",
        "ratgeber/krank/",
    ),
    (
        "ORF-Befreiung und Zuschuss zum Telefon",
        "Mit Geld vom AMS und niedrigem Einkommen können Sie den Antrag stellen.",
        "ratgeber/wohnen/orf-telefon/",
    ),
    (
        "Sozialtarif und Hilfe bei Energiekosten",
        "Voraussetzungen und Anträge stehen im Ratgeber.",
        "ratgeber/wohnen/energie/",
    ),
    (
        "Förderungen für Kurse und Arbeitssuche",
        "Das AMS entscheidet im Einzelfall. Fragen Sie vor Beginn.",
        "ratgeber/foerderungen/",
    ),
)
_MIT_KINDERN = (
    (
        "Familienbeihilfe und Kinderabsetzbetrag",
        "Sie laufen neben dem Geld vom AMS weiter und werden nirgends abgezogen.",
        "ratgeber/familie/familienbeihilfe/",
    ),
    (
        "Kinderbetreuungsgeld, Wochengeld, Kinderbetreuungsbeihilfe",
        "Dafür gelten eigene Voraussetzungen.",
        "ratgeber/familie/",
    ),
)
_ANDERES_BUNDESLAND = (
    "Sozialhilfe in anderen Bundesländern",
    "Die Mindestsicherung ist für Wien gerechnet. Anderswo gelten andere Beträge.",
    "ratgeber/wenig-geld/mindestsicherung/",
)


def nicht_gerechnet(angaben: Angaben) -> list[Eintrag]:
    """Leistungen, die auch zustehen können, mit dem Grund, warum sie hier fehlen."""
    eintraege = (
        *(
            _MIT_KINDERN
            if angaben["kinder"] or angaben["kinder_familienzuschlag"]
            else ()
        ),
        *_OHNE_RECHNER,
        _ANDERES_BUNDESLAND,
    )
    return [{"titel": t, "grund": g, "seite": s} for t, g, s in eintraege]
