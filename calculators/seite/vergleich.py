"""Zwei Formulare eines Rechners nebeneinander: Fall A, und Fall B als seine Kopie.

Im HTML steht nur das Formular von Fall A; Fall B entsteht daraus im Browser (calculators/browser/vergleich/).
"""

from __future__ import annotations

import re
from html import escape

from leistungsrechner import RECHNER

from .formular import rechner_html

_FORMULAR = re.compile(r"<form\b.*?</form>", re.DOTALL)
_KNOEPFE = re.compile(r'<p class="knoepfe"><button[^>]*type="submit".*?</p>', re.DOTALL)
# Fall B bekommt beim Kopieren denselben Knopf; dann heißt er bei beiden „Vergleichen“.
_ABSENDEN = (
    '<p class="knoepfe"><button class="knopf knopf--haupt" type="submit">'
    "Fall B als Kopie von A anlegen</button></p>"
)
# Was zu einem einzelnen Rechner gehört und hier nur einmal für beide Fälle steht.
_EINZELN = re.compile(
    r'<p class="ladezeile".*?</p>\n?|<a class="knopf knopf--haupt zur-antwort".*?</a>\n?',
    re.DOTALL,
)
_OHNE_JAVASCRIPT = (
    "Der Vergleich braucht JavaScript. Ohne JavaScript hilft die AK-Beratung weiter."
)


def vergleich_html(name: str) -> str:
    """Fall A, Platz für Fall B und Platz für das Ergebnis."""
    titel = escape(RECHNER[name].TITEL)
    formular = _EINZELN.sub("", _FORMULAR.findall(rechner_html(name))[0])
    formular = _KNOEPFE.sub(_ABSENDEN, formular)
    return "\n".join(
        [
            f'<section class="vergleich" data-rechner="{name}" aria-label="Vergleich: {titel}">',
            f"<noscript><p class='hinweis hinweis--achtung'>{_OHNE_JAVASCRIPT}</p></noscript>",
            '<div class="vergleich__faelle">',
            '<div class="rechner vergleich__fall" role="group" aria-label="Fall A" data-fall="a">'
            f"<h2>Fall A</h2>{formular}</div>",
            "</div>",
            '<p class="knoepfe" hidden><button class="knopf" type="button" data-tut="kopieren">'
            "Fall B noch einmal aus A kopieren</button></p>",
            '<p class="ladezeile" role="status"></p>',
            '<div class="antwort" role="region" aria-label="Vergleich" tabindex="-1" hidden></div>',
            "</section>",
        ]
    )
