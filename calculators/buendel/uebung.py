"""Läuft beim Messen in Pyodide: übt, was ein künftiges Rechenwerk vom Kern von Python brauchen wird.

So bleibt im warmen Teil auch, was die heutigen Rechner zufällig nicht berühren, und eine kleine Änderung am
Rechenwerk lädt nicht gleich den kalten Teil nach.
"""
# Hier ist vieles absichtlich falsch: Auch die Wege der Fehler sollen warm sein.
# ruff: noqa
# mypy: ignore-errors
# fmt: off

import calendar
import contextlib
import copy
import dataclasses
import datetime
import decimal
import difflib
import enum
import fractions
import functools
import gc
import heapq
import io
import itertools
import json
import math
import operator
import os
import re
import string
import sys
import textwrap
import traceback
import typing
import unicodedata
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from pathlib import Path

D = decimal.Decimal


class Farbe(enum.StrEnum):
    ROT = "rot"
    BLAU = enum.auto()


@dataclasses.dataclass(order=True, slots=True)
class Punkt:
    x: D
    y: float = 0.5
    namen: list[str] = dataclasses.field(default_factory=list)

    @property
    def laenge(self) -> float:
        return math.hypot(float(self.x), self.y)

    @functools.cached_property
    def gemerkt(self) -> int:
        return 1


class Dreier(typing.NamedTuple):
    a: int
    b: str = "x"


def zahlen() -> None:
    werte = [D("1234.565"), D("-0.005"), D(0), D("1E+3"), D("77")]
    for wert in werte:
        for art in (decimal.ROUND_HALF_UP, decimal.ROUND_DOWN, decimal.ROUND_UP, decimal.ROUND_HALF_EVEN):
            wert.quantize(D("0.01"), rounding=art)
        f"{wert:,.2f} {wert:>12} {wert:+} {wert!r} {wert:f}"
        _ = wert + 1, wert - 1, wert * 3, wert / 7, wert // 7, wert % 7, wert**2, -wert, abs(wert), wert < 3, wert == 77
        int(wert), float(wert), hash(wert), wert.as_tuple(), wert.normalize(), wert.to_integral_value(), bool(wert)
        max(wert, D(1)), min(wert, D(1)), wert.is_nan(), wert.is_signed(), wert.compare(D(1)), wert.copy_abs()
    sum(werte, D(0)), sorted(werte), round(D("2.675"), 2), D.from_float(0.1), fractions.Fraction("1/3") + 2
    with decimal.localcontext() as rahmen:
        rahmen.prec = 50
        D(1) / D(3), D(2).sqrt(), D(2).ln(), D(2).exp()
    10**40 // 7, (10**40) % 97, pow(3, 5, 7), divmod(-7, 3), int("ff", 16), int("12", 10), float("1.5e3"), round(2.567, 1)
    math.ceil(2.1), math.floor(-2.1), math.isclose(0.1 + 0.2, 0.3), math.comb(5, 2), math.prod([1, 2]), math.fsum([0.1] * 3)
    (255).to_bytes(2, "big"), int.from_bytes(b"\1\2", "big"), (5).bit_length(), bin(5), hex(255), oct(8), complex(1, 2) * 2
    f"{3.14159:.3f} {1e20:g} {12345678:_} {0.25:.1%} {255:#x} {7:03d} {True!s:>6}"
    str(2**200), repr(1e-7), 7 / 2, 7 // 2, -7 % 3, 1 << 70, ~5, 6 & 3, 6 | 1, 6 ^ 2


def texte() -> None:
    s = " Straße, Österreich – 1.234,56 € Jänner "
    s.strip().upper().lower().title().casefold().swapcase(), s.split(","), s.partition(","), s.rpartition("–"), s.rsplit(maxsplit=1)
    s.replace("ß", "ss"), s.find("Ö"), s.rfind("€"), s.index("1"), s.count("e"), s.startswith(" S"), s.endswith(("x", " "))
    s.encode("utf-8").decode("utf-8"), s.encode("ascii", "replace"), s.encode("latin-1", "ignore"), s.center(60), s.ljust(60)
    s.zfill(50), s.isdigit(), "12".isdecimal(), "ab".isalpha(), "a1".isalnum(), "abc".isidentifier(), s.splitlines()
    s.translate(str.maketrans({"€": "EUR", "ß": None})), s.removeprefix(" "), s.removesuffix(" "), s[::-1], s[2:9], "ä" in s
    "%s %d %.2f %r" % (s, 3, 2.5, s), "{:>10}|{!r}|{x}".format(s, s, x=1), "-".join(["a", "b"]), s.expandtabs(), ascii(s)
    string.Template("$a").substitute(a=1), textwrap.dedent("  a\n  b"), textwrap.shorten(s, 12), textwrap.fill(s, 12), "é".isupper()
    sorted(["Ö", "a", "Z", "ä"], key=str.casefold), "a" < "ä", s * 2, ord("€"), chr(8364), bytes([1, 2]).hex(), bytearray(b"x")
    unicodedata.normalize("NFC", "Ä"), unicodedata.normalize("NFKD", "Ä½"), unicodedata.category("a"), unicodedata.combining("a")
    for muster in (r"(?P<tag>\d{1,2})\.(\d+)\.(\d{4})", r"^\s*(-?[\d.]+)(?:,(\d{2}))?\s*€?$", r"[A-ZÄÖÜ][a-zäöüß]+", r"(a|b)*?c"):
        ausdruck = re.compile(muster, re.IGNORECASE | re.UNICODE)
        ausdruck.match("1.2.2026"), ausdruck.search(s), ausdruck.findall(s), ausdruck.sub("x", s), ausdruck.fullmatch("12,50 €")
        [t.groupdict() for t in ausdruck.finditer(s)], ausdruck.split(s)
    re.sub(r"\d", lambda t: t[0] * 2, s), re.escape(s), re.findall(r"\b\w+\b", s), re.search(r"(?<=x)(?!y)", s)
    difflib.get_close_matches("brutto", ["bruto", "netto"]), difflib.SequenceMatcher(None, "abc", "abd").ratio()


def tage() -> None:
    tag = datetime.date(2024, 2, 29)
    tag + datetime.timedelta(days=1), tag - datetime.date(2023, 1, 1), tag.replace(year=2028), tag.isoformat(), tag.weekday()
    tag.strftime("%d.%m.%Y"), f"{tag:%d.%m.%Y}", datetime.date.fromisoformat("2026-03-02"), tag.isocalendar(), tag < datetime.date.max
    datetime.datetime.strptime("2.3.2026", "%d.%m.%Y").date(), datetime.datetime(2026, 1, 1, 12, 0).isoformat(), str(tag), repr(tag)
    datetime.timedelta(weeks=2) / 2, datetime.timedelta(days=3) // datetime.timedelta(days=1), str(datetime.timedelta(hours=3))
    calendar.monthrange(2026, 2), calendar.isleap(2024), calendar.monthcalendar(2026, 1), datetime.date.fromordinal(700000).toordinal()
    hash(tag), sorted([tag, datetime.date(2020, 1, 1)]), tag.ctime(), datetime.time(3, 4), datetime.datetime.min.timetuple()


def sammlungen() -> None:
    liste = list(range(50))
    liste.append(1), liste.extend([2]), liste.insert(0, 3), liste.pop(), liste.remove(3), liste.reverse(), liste.sort(key=lambda x: -x)
    liste[1:5] = [9]
    liste.index(9), liste.count(9), liste.copy(), liste + [1], liste * 2, liste[::2], del_von(liste), sorted(liste, reverse=True)
    woerter = {f"k{i}": i for i in range(40)}
    woerter.get("k1"), woerter.pop("k2"), woerter.setdefault("x", []), woerter.update(y=1), {**woerter, "z": 1}, woerter | {"q": 1}
    list(woerter.items()), list(reversed(woerter)), woerter.keys() & {"k3"}, woerter.popitem(), dict.fromkeys("abc", 0), "k5" in woerter
    menge = {1, 2, 3} | {4}
    menge & {1}, menge - {1}, menge ^ {1}, menge <= {1, 2, 3, 4, 5}, frozenset(menge), menge.isdisjoint({9}), menge.add(8), menge.discard(9)
    Counter("abrakadabra").most_common(2), OrderedDict(a=1), defaultdict(list)["x"].append(1), deque([1, 2], maxlen=2).append(3)
    namedtuple("Paar", "a b")(1, 2)._replace(a=3), Dreier(1)._asdict(), heapq.nsmallest(2, liste), enumerate(liste), list(zip(liste, menge))
    list(itertools.chain([1], [2])), list(itertools.groupby("aab")), list(itertools.accumulate([1, 2, 3])), list(itertools.product("ab", "cd"))
    list(itertools.pairwise([1, 2, 3])), list(itertools.combinations("abc", 2)), list(itertools.takewhile(bool, [1, 0])), next(itertools.count(3))
    list(map(str, liste)), list(filter(None, liste)), functools.reduce(operator.add, [1, 2]), any(liste), all(liste), sum(liste), max(liste, default=0)
    copy.deepcopy({"a": [D(1), {2}, (3,)]}), copy.copy(liste), functools.partial(int, base=2)("11"), operator.itemgetter(1)([1, 2]), tuple(liste)[:3]
    a, *b = liste
    [x for x in liste if x % 2], {x: y for x, y in zip("ab", b)}, (x for x in liste), a, slice(1, 2), memoryview(b"abc")[1:], range(5)[::-1]


def del_von(liste: list[int]) -> None:
    del liste[0], liste[-1], liste[1:3]


def formen() -> None:
    p = Punkt(D(1), 2.0)
    q = dataclasses.replace(p, x=D(2))
    _ = p < q, p == q, repr(p), dataclasses.asdict(p), dataclasses.fields(p), p.laenge, Farbe("rot"), Farbe.BLAU.value, list(Farbe), Farbe["ROT"]
    json.loads(json.dumps({"ä": [1, 2.5, None, True, "\u20ac\n"], "b": {"c": {}}}, ensure_ascii=False, indent=1, sort_keys=True))
    json.dumps("ä€😀"), json.loads('"\\u00e4\\ud83d\\ude00"'), json.loads(" [1, -2.5e3, {}] "), json.dumps(D(1), default=str)
    match {"art": "x", "wert": [1, 2]}:
        case {"art": str(art), "wert": [erstes, *_]} if erstes:
            _ = art
    typing.get_type_hints(Punkt), isinstance(p, object), issubclass(bool, int), getattr(p, "x"), hasattr(p, "z"), vars(Farbe), dir(p), callable(p)
    type("Neu", (Punkt,), {}), super, property(lambda s: s), classmethod, staticmethod, id(p), p.__class__.__mro__, Punkt.__doc__


def typen() -> None:
    a, b = int | None, list[int] | dict[str, D]
    _ = a | str, a == (None | int), hash(a), repr(b), a.__args__, isinstance(3, a), issubclass(int, int | str), b == b, None | a, list[int][0:0] if 0 else 0
    typing.Mapping[str, int], typing.Callable[[int], str], typing.Optional[int], typing.Literal["a"], typing.TypeVar("T"), tuple[int, ...], type[int]
    typing.get_origin(list[int]), typing.get_args(b), typing.cast(int, 1), repr(typing.Sequence[int]), typing.NewType("N", int)(1), repr(list[int])

    class Messbar(typing.Protocol):
        x: int

        def miss(self) -> int: ...

    T = typing.TypeVar("T")

    class Paar(typing.Generic[T]):
        eins: T

        def __init__(self, eins: T) -> None:
            self.eins = eins

        def __eq__(self, anderes: object) -> bool:
            return isinstance(anderes, Paar) and self.eins == anderes.eins

        def __hash__(self) -> int:
            return hash(self.eins)

        def __lt__(self, anderes: object) -> bool:
            return self.eins < anderes.eins

        def __add__(self, anderes: object) -> object:
            return NotImplemented

        def __iter__(self):
            yield self.eins
            yield from [1, 2]

        def __getattr__(self, name: str) -> object:
            raise AttributeError(name)

        def __enter__(self):
            return self

        def __exit__(self, *rest: object) -> bool:
            return True

        def __call__(self, *a: int, k: int = 1, **w: int) -> int:
            return len(a) + k + len(w)

        def __bool__(self) -> bool:
            return False

        def __len__(self) -> int:
            return 2

        def __contains__(self, was: object) -> bool:
            return was == self.eins

        def __getitem__(self, nummer: int) -> object:
            return [self.eins, 2][nummer]

        def __format__(self, art: str) -> str:
            return art

    p, q = Paar(1), Paar(2)
    _ = p == q, p < q, {p: 1}, sorted([q, p]), list(p), bool(p), 1 in p, p[0], f"{p:x}", p(1, 2, k=3, z=4), p(*[1], **{"y": 2}), Paar[int], len(p)
    with p:
        raise ValueError
    with contextlib.suppress(TypeError):
        p + 1
    getattr(p, "fehlt", None), hasattr(p, "fehlt"), max(p, q), min([q, p], key=lambda x: x.eins), sorted([p, q], key=operator.attrgetter("eins"))
    lambda *a, **k: (a, k), [*range(3), *"ab"], {**{"a": 1}}, (yield_ := 3), not p, p and q, p or q, p is q, 1 if p else 2, 1 < 2 < 3, -1 in {1}
    global neue_globale
    neue_globale = 1
    del neue_globale
    sum(x * y for x in range(3) for y in range(3) if x != y), all(x for x in []), next((x for x in [1] if x > 5), None), dict(zip("ab", range(2)))
    while True:
        for i in range(3):
            if i == 1:
                continue
        else:
            break
    def zaehler():
        n = 0
        def weiter():
            nonlocal n
            n += 1
            return n
        return weiter
    z = zaehler()
    z(), z(), functools.lru_cache(maxsize=2)(lambda x: x)(1), functools.cache(lambda x: x)(2), functools.singledispatch(lambda x: x)(1), functools.wraps(z)(z)
    weak = __import__("weakref").ref(p)
    _ = weak(), sys.intern("abc"), id(p), globals().get("x"), locals(), vars(p), p.__dict__, type(p).__name__, isinstance(p, (int, Paar)), object() == 1
    exec("a = 1\nb = [x for x in range(a)]\ndef f(x: int = 2, /, *, y=3) -> int:\n    return x + y\nf(1, y=2)", {})
    eval("1 + 2 * (3, 4)[0]"), compile("x = {'a': 1, **{}}", "x", "exec"), __import__("ast").parse("a.b[c](*d, **e)")


def fehler() -> None:
    proben = (
        lambda: D("x"), lambda: 1 / 0, lambda: {}["x"], lambda: [][1], lambda: int("x"), lambda: None.x, lambda: "a" + 1, lambda: json.loads("{"),
        lambda: datetime.date(2026, 2, 30), lambda: Farbe("grün"), lambda: tief(0), lambda: __import__("gibt_es_nicht"), lambda: D(1) / 0,
        lambda: D("sNaN") + 1, lambda: Punkt(), lambda: next(iter([])), lambda: float("x"), lambda: re.compile("("), lambda: b"\xff".decode("utf-8"),
        lambda: "ä".encode("ascii"), lambda: open("/gibt/es/nicht"), lambda: [].remove(1), lambda: Dreier(), lambda: (lambda x: x)(), lambda: tag_falsch(),
        lambda: math.sqrt(-1), lambda: 10**400 * 1.0, lambda: unbekannt, lambda: exec("x ="), lambda: "{".format(1), lambda: {[]: 1}, lambda: 1 < "a",
    )
    for probe in proben:
        try:
            probe()
        except Exception as e:
            traceback.format_exc(), str(e), repr(e), e.args, traceback.format_exception_only(e)
    with contextlib.redirect_stderr(io.StringIO()):
        try:
            try:
                1 / 0
            except ZeroDivisionError as e:
                raise ValueError("außen") from e
        except ValueError as e:
            e.add_note("Zusatz")
            sys.excepthook(type(e), e, e.__traceback__)
        try:
            raise ExceptionGroup("mehrere", [ValueError(1), TypeError(2)])
        except* ValueError:
            pass
        except* TypeError:
            pass


def tief(n: int) -> int:
    return tief(n + 1) + 1


def tag_falsch() -> datetime.date:
    return datetime.date.fromisoformat("2026-13-01")


def dateien() -> None:
    ordner = Path("/home/pyodide/probe")
    ordner.mkdir(exist_ok=True)
    datei = ordner / "a.md"
    datei.write_text("| a | b |\nÄ\r\n", encoding="utf-8-sig")
    datei.read_text(encoding="utf-8-sig"), datei.read_bytes(), datei.exists(), datei.stat().st_mtime_ns, list(ordner.glob("*.md")), datei.suffix, datei.stem
    sorted(ordner.iterdir()), datei.with_name("b").parts, datei.relative_to(ordner), os.path.join("a", "b"), os.getcwd(), datei.resolve(), ordner.is_dir()
    with datei.open(encoding="utf-8") as offen:
        [zeile for zeile in offen]
    datei.unlink(), ordner.rmdir(), io.StringIO("a\nb").readlines(), io.BytesIO(b"ab").read(1)
    print("probe", file=io.StringIO()), sys.getsizeof([]), sys.getrecursionlimit(), sys.version_info[:2]


for schritt in (zahlen, texte, tage, sammlungen, formen, typen, fehler, dateien):
    with contextlib.suppress(Exception):
        schritt()
platz = [bytes(1000) for _ in range(40_000)]  # der Speicher muss wachsen
del platz
gc.collect()
