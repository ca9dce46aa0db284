"""Rezeptgebühr: die Fragen."""

from __future__ import annotations

from ...angaben import Feld

OHNE_ANTRAG = (
    ("ausgleichszulage", "Ich bekomme eine Ausgleichszulage zur Pension"),
    (
        "mindestsicherung_krankenversichert",
        "Ich bekomme Mindestsicherung oder Sozialhilfe und bin darüber krankenversichert",
    ),
    (
        "meldepflichtige_krankheit",
        "Ich habe eine schwere, meldepflichtige Krankheit",
    ),
    (
        "pflege_behindertes_kind",
        "Ich pflege ein behindertes Kind und bin selbstversichert",
    ),
    ("zivildienst", "Ich leiste Zivildienst"),
    (
        "freiwilliges_jahr",
        "Ich mache ein freiwilliges Sozial- oder Umweltschutzjahr",
    ),
    (
        "asylwerber_bundesbetreuung",
        "Ich bin Asylwerber:in in Bundesbetreuung",
    ),
    (
        "opferfuersorge",
        "Ich bin nach dem Opferfürsorge-, Kriegsopfer- oder Heeresversorgungsgesetz versichert",
    ),
)

FELDER = (
    Feld(
        "stichtag",
        "Für welchen Tag möchten Sie rechnen?",
        "datum",
        "Meist der Tag, an dem Sie die Befreiung beantragen. Nach ihm richten sich die Beträge.",
        pflicht=True,
        gruppe="Antrag",
    ),
    Feld(
        "haushalt",
        "Wie leben Sie?",
        "auswahl",
        "Paar heißt: verheiratet, verpartnert oder in Lebensgemeinschaft, in einem Haushalt.",
        pflicht=True,
        optionen=(
            ("alleinstehend", "Ohne Partner:in"),
            ("paar", "Als Paar"),
        ),
        gruppe="Haushalt",
    ),
    Feld(
        "netto_haushalt",
        "Netto im Monat, bei Paaren von beiden zusammen",
        "geld",
        "Steht auf dem Lohnzettel, dem Pensionsabschnitt oder der Bezugsbestätigung des AMS.",
        einheit="€/Monat",
        pflicht=True,
        gruppe="Haushalt",
    ),
    Feld(
        "kinder_einkommen",
        "Kinder, für die Sie Unterhalt leisten und die bei Ihnen leben: eigenes Einkommen im Monat",
        "geldliste",
        "Ein Eintrag für jedes Kind, auch wenn es nichts verdient: dann 0.",
        einheit="€/Monat",
        standard=(),
        hoechstens=30,
        gruppe="Haushalt",
    ),
    Feld(
        "andere_personen_netto",
        "Netto aller anderen Personen im Haushalt zusammen, im Monat",
        "geld",
        "Zum Beispiel Eltern, Geschwister oder erwachsene Kinder ohne Unterhaltsanspruch. Ein kleiner Teil davon zählt mit.",
        einheit="€/Monat",
        standard=0,
        gruppe="Haushalt",
    ),
    Feld(
        "erhoehter_bedarf",
        "Haben Sie wegen einer Krankheit überdurchschnittlich hohe Ausgaben für Medikamente?",
        "ja_nein",
        "Dann gilt eine höhere Einkommensgrenze.",
        standard=False,
        gruppe="Gesundheit",
    ),
    Feld(
        "befreiung_ohne_antrag",
        "Trifft etwas davon auf Sie zu?",
        "mehrfach",
        "Dann sind Sie ohne Antrag befreit.",
        standard=(),
        optionen=OHNE_ANTRAG,
        gruppe="Gesundheit",
    ),
    Feld(
        "jahresnetto",
        "Netto im ganzen Jahr",
        "geld",
        "Für die Obergrenze. Es zählt, was der Sozialversicherung bekannt ist, zum Beispiel Ihr Arbeitslosengeld.",
        einheit="€",
        gruppe="Obergrenze im Jahr",
        genauer=True,
    ),
    Feld(
        "gebuehren_bezahlt",
        "Wie viele Rezeptgebühren haben Sie heuer schon bezahlt?",
        "ganze_zahl",
        "Steht in Ihrem Rezeptgebühren-Konto auf sozialversicherung.at. Je Packung ist es eine Gebühr.",
        einheit="Anzahl",
        standard=0,
        gruppe="Obergrenze im Jahr",
        genauer=True,
    ),
)
