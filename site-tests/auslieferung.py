"""Liefert site/ so aus wie der spätere Webserver: unter /wegweiser/, vorab gepackt, mit ETag."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

WURZELPFAD = "/wegweiser/"
TYPEN = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
PACKUNGEN = (("br", ".br"), ("gzip", ".gz"))


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Dass ein Browser mitten im Laden weggeht, ist kein Fehler des Servers."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Auslieferung:
    """Ein Webserver auf 127.0.0.1, der sich anhalten und am selben Port wieder starten lässt.

    `ordner` darf sich ändern: So prüft ein Test, was nach einer neuen Ausgabe geschieht.
    `anfragen` sammelt die Pfade, die wirklich beim Server ankamen. `eingriff` sieht jeden Pfad vor der Antwort: So
    lässt ein Test den Server zögern, abreißen (ConnectionError) oder eine andere Datei liefern.
    """

    def __init__(self, ordner: Path) -> None:
        self.ordner = ordner
        self.anfragen: list[str] = []
        self.eingriff: Callable[[str], Path | None] = _ohne_eingriff
        self._port = 0
        self._server: _Server | None = None
        self.starte()

    @property
    def ursprung(self) -> str:
        """Schema, Rechner und Port, ohne Schrägstrich am Ende."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def url(self) -> str:
        """Adresse der Startseite."""
        return self.ursprung + WURZELPFAD

    def starte(self) -> None:
        """Nimmt Anfragen an; nach dem ersten Mal immer am selben Port."""
        if self._server is None:
            self._server = _Server(("127.0.0.1", self._port), _handler(self))
            self._port = self._server.server_port
            threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def ohne_eingriff(self) -> None:
        """Wieder ein gewöhnlicher Server."""
        self.eingriff = _ohne_eingriff

    def halte_an(self) -> None:
        """Der Server ist weg: Verbindungen werden abgewiesen."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    @contextmanager
    def angehalten(self) -> Iterator[None]:
        """Für die Dauer eines Blocks ohne Server."""
        self.halte_an()
        try:
            yield
        finally:
            self.starte()

    def finde(self, pfad: str) -> Path | None:
        """Die Datei zu einem Pfad unter /wegweiser/; None, wenn es keine gibt."""
        if andere := self.eingriff(pfad):
            return andere
        if not pfad.startswith(WURZELPFAD):
            return None
        wurzel = self.ordner.resolve()
        datei = (wurzel / unquote(pfad.removeprefix(WURZELPFAD))).resolve()
        if not datei.is_relative_to(wurzel):
            return None
        if pfad.endswith("/"):
            datei /= "index.html"
        return datei if datei.is_file() else None


def _ohne_eingriff(pfad: str) -> Path | None:
    return None


def _handler(auslieferung: Auslieferung) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pfad = urlsplit(self.path).path
            auslieferung.anfragen.append(pfad)
            if datei := auslieferung.finde(pfad):
                self._sende(datei, HTTPStatus.OK)
            elif auslieferung.finde(pfad + "/"):
                self._antworte(HTTPStatus.MOVED_PERMANENTLY, {"Location": pfad + "/"})
            elif nicht_gefunden := auslieferung.finde(WURZELPFAD + "404.html"):
                self._sende(nicht_gefunden, HTTPStatus.NOT_FOUND)
            else:
                self._antworte(HTTPStatus.NOT_FOUND, {})

        do_HEAD = do_GET

        def _sende(self, datei: Path, status: HTTPStatus) -> None:
            kopf = {
                "Content-Type": TYPEN.get(datei.suffix, "application/octet-stream"),
                "Cache-Control": "max-age=600",  # wie GitHub Pages
                "Vary": "Accept-Encoding",
            }
            angenommen = self.headers.get("Accept-Encoding", "")
            for name, endung in PACKUNGEN:
                gepackt = datei.with_name(datei.name + endung)
                if name in angenommen and gepackt.is_file():
                    datei, kopf["Content-Encoding"] = gepackt, name
                    break
            angaben = datei.stat()
            kopf["ETag"] = f'"{angaben.st_mtime_ns:x}-{angaben.st_size:x}"'
            if self.headers.get("If-None-Match") == kopf["ETag"]:
                self._antworte(HTTPStatus.NOT_MODIFIED, kopf)
            else:
                self._antworte(status, kopf, datei.read_bytes())

        def _antworte(
            self, status: HTTPStatus, kopf: dict[str, str], inhalt: bytes = b""
        ) -> None:
            self.send_response(status)
            for name, wert in {**kopf, "Content-Length": str(len(inhalt))}.items():
                self.send_header(name, wert)
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(inhalt)

        def log_message(self, format: str, *args: object) -> None:
            """Schweigt; was ankam, steht in `anfragen`."""

    return Handler
