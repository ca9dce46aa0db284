"""Prüft vor dem Bau den Kopf jeder Seite: Ist er nicht lesbar, stünde er sonst als Text auf der Seite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml  # type: ignore[import-untyped]

NOETIG = ("title", "description", "stand", "quellen")


def fehlerhafte_koepfe(docs: Path) -> list[str]:
    """Alle Seiten, deren Kopf fehlt, nicht lesbar oder unvollständig ist, mit Zeile und Rat."""
    return [
        f"{docs.name}/{seite.relative_to(docs).as_posix()}:{problem}"
        for seite in sorted(docs.rglob("*.md"))
        if not any(teil.startswith("_") for teil in seite.relative_to(docs).parts)
        for problem in _probleme(seite.read_text("utf-8-sig"))
    ]


def _probleme(text: str) -> Iterator[str]:
    ende = text.find("\n---", 3)
    if not text.startswith("---\n") or ende < 0:
        yield f"1: Die Seite hat keinen Kopf. Sie beginnt mit einer Zeile ---, dann kommen {', '.join(NOETIG)} und wieder ---."
        return
    try:
        kopf = yaml.safe_load(text[4:ende])
    except yaml.YAMLError as fehler:
        stelle = getattr(fehler, "problem_mark", None)
        zeile = stelle.line + 2 if stelle else 1
        yield (
            f"{zeile}: Der Kopf der Seite ist nicht lesbar. Steht in dieser Zeile ein Doppelpunkt im Text? "
            "Dann gehört der ganze Text zwischen zwei gerade Anführungszeichen."
        )
        return
    for name in NOETIG:
        if not isinstance(kopf, dict) or kopf.get(name) is None:
            yield f"1: Im Kopf der Seite fehlt „{name}“."
