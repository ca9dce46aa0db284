"""Tage: Mengen von Kalendertagen, in denen jeder Tag nur einmal vorkommt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

Spanne = tuple[int, int]


@dataclass(frozen=True)
class Tage:
    """Eine Menge von Tagen als geordnete, getrennte Spannen von Tagesnummern, beide Enden eingeschlossen."""

    spannen: tuple[Spanne, ...] = ()

    @classmethod
    def von_bis(cls, von: date, bis: date) -> Tage:
        """Alle Tage von einem bis zu einem anderen; liegt das Ende davor, keiner."""
        return cls(((von.toordinal(), bis.toordinal()),)) if von <= bis else cls()

    @classmethod
    def aus_spannen(cls, spannen: Iterable[Spanne]) -> Tage:
        """Die Vereinigung beliebiger Spannen."""
        verbunden: list[Spanne] = []
        for von, bis in sorted(spannen):
            if verbunden and von <= verbunden[-1][1] + 1:
                verbunden[-1] = (verbunden[-1][0], max(verbunden[-1][1], bis))
            else:
                verbunden.append((von, bis))
        return cls(tuple(verbunden))

    @classmethod
    def vereinigt(cls, mengen: Iterable[Tage]) -> Tage:
        """Alle Tage, die in mindestens einer der Mengen liegen."""
        return cls.aus_spannen(spanne for menge in mengen for spanne in menge.spannen)

    def __or__(self, andere: Tage) -> Tage:
        return Tage.vereinigt((self, andere))

    def __and__(self, andere: Tage) -> Tage:
        gemeinsam: list[Spanne] = []
        i = j = 0
        while i < len(self.spannen) and j < len(andere.spannen):
            (von, bis), (avon, abis) = self.spannen[i], andere.spannen[j]
            if max(von, avon) <= min(bis, abis):
                gemeinsam.append((max(von, avon), min(bis, abis)))
            if bis < abis:
                i += 1
            else:
                j += 1
        return Tage(tuple(gemeinsam))

    def __sub__(self, andere: Tage) -> Tage:
        rest: list[Spanne] = []
        erste = 0
        for spanne in self.spannen:
            von, bis = spanne
            while erste < len(andere.spannen) and andere.spannen[erste][1] < von:
                erste += 1
            for stelle in range(erste, len(andere.spannen)):
                avon, abis = andere.spannen[stelle]
                if avon > bis:
                    break
                if avon > von:
                    rest.append((von, avon - 1))
                von = abis + 1
            if von <= bis:
                rest.append((von, bis))
        return Tage(tuple(rest))

    def __len__(self) -> int:
        return sum(bis - von + 1 for von, bis in self.spannen)

    def __contains__(self, tag: date) -> bool:
        nummer = tag.toordinal()
        return any(von <= nummer <= bis for von, bis in self.spannen)

    def __iter__(self) -> Iterator[tuple[date, date]]:
        """Die Spannen der Reihe nach, als erster und letzter Tag."""
        for von, bis in self.spannen:
            yield date.fromordinal(von), date.fromordinal(bis)

    @property
    def letzter(self) -> date | None:
        """Der letzte Tag der Menge, wenn sie einen hat."""
        return date.fromordinal(self.spannen[-1][1]) if self.spannen else None
