"""Ein Server für Messungen und Proben: verdichtete Dateien, lange Haltbarkeit, auf Wunsch ein langsames Netz."""

from __future__ import annotations

import gzip
import mimetypes
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

UNTER = "/wegweiser/"
_ARTEN = {
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}
_TEXT = (".html", ".css", ".js", ".svg", ".json", ".webmanifest")
# Mit Inhaltsabdruck im Namen; Pyodides eigene Dateien lägen sonst in einem Ordner mit ihrer Fassung.
_UNVERAENDERLICH = re.compile(
    r"-[0-9a-f]{10}\.\w+$|/(pyodide|python_stdlib)[^/]*$|\.whl$"
)
_EWIG = "public, max-age=31536000, immutable"
_HAPPEN = 16 * 1024


@dataclass(frozen=True)
class Netz:
    """Eine Leitung: Bytes je Sekunde für alle zusammen (0: unbegrenzt) und Laufzeit hin und zurück in Sekunden."""

    bytes_je_sekunde: float = 0
    laufzeit: float = 0


OFFEN = Netz()
VIER_G = Netz(9_000_000 / 8, 0.085)
FAST_3G = Netz(1_600_000 / 8, 0.15)


class Server:
    """Serviert einen Ordner unter /wegweiser/; abrufe nennt jeden Pfad mit den gesendeten Bytes."""

    def __init__(self, ordner: Path, netz: Netz = OFFEN) -> None:
        self.ordner = ordner
        self.netz = netz
        self.abrufe: list[tuple[str, int]] = []
        self._schloss = threading.Lock()
        self._frei_ab = 0.0
        self._port = 0
        self.starte()

    @property
    def adresse(self) -> str:
        """Die Adresse der Startseite."""
        return f"http://127.0.0.1:{self._port}{UNTER}"

    def starte(self) -> None:
        """Startet, nach einem Halt unter derselben Adresse."""
        self._http = _Http(("127.0.0.1", self._port), self)
        self._port = self._http.server_port
        self._faden = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._faden.start()

    def halte_an(self) -> None:
        """Hält an: Ab jetzt kommt niemand mehr durch."""
        self._http.shutdown()
        self._http.server_close()
        self._faden.join()

    def datei(self, pfad: str) -> Path | None:
        """Die Datei zu einem Pfad der Anfrage."""
        if not pfad.startswith(UNTER):
            return None
        datei = (self.ordner / pfad.removeprefix(UNTER)).resolve()
        if datei.is_dir():
            datei /= "index.html"
        drin = datei.is_relative_to(self.ordner.resolve())
        return datei if drin and datei.is_file() else None

    def warte(self, bytes_: int) -> None:
        """Wartet, bis die gemeinsame Leitung so viele Bytes weitergebracht hat."""
        if not self.netz.bytes_je_sekunde:
            return
        with self._schloss:
            dauer = bytes_ / self.netz.bytes_je_sekunde
            self._frei_ab = max(self._frei_ab, time.monotonic()) + dauer
            bis = self._frei_ab
        time.sleep(max(0.0, bis - time.monotonic()))


@contextmanager
def serviere(ordner: Path, netz: Netz = OFFEN) -> Iterator[Server]:
    """Serviert einen Ordner, bis der Block endet."""
    server = Server(ordner, netz)
    try:
        yield server
    finally:
        server.halte_an()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, adresse: tuple[str, int], server: Server) -> None:
        self.server_ = server
        self.offen: set[_Antwort] = set()
        super().__init__(adresse, _Antwort)

    def handle_error(self, request: object, client_address: object) -> None:
        """Der Browser darf Verbindungen abbrechen."""

    def server_close(self) -> None:
        """Schließt auch die Verbindungen, die der Browser offen hält."""
        super().server_close()
        for antwort in list(self.offen):
            antwort.beende()


class _Antwort(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Http

    def setup(self) -> None:
        super().setup()
        self.server.offen.add(self)
        time.sleep(self.server.server_.netz.laufzeit)  # Aufbau der Verbindung

    def finish(self) -> None:
        self.server.offen.discard(self)
        super().finish()

    def beende(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        server = self.server.server_
        time.sleep(server.netz.laufzeit)
        pfad = unquote(urlsplit(self.path).path)
        datei = server.datei(pfad)
        if datei is None:
            self._sende(HTTPStatus.NOT_FOUND, pfad, b"", {"Content-Type": "text/plain"})
            return
        art = _ARTEN.get(datei.suffix) or mimetypes.guess_type(datei.name)[0]
        kopf = {
            "Content-Type": art or "application/octet-stream",
            "Cache-Control": _EWIG if _UNVERAENDERLICH.search(pfad) else "no-cache",
            "Vary": "Accept-Encoding",
        }
        inhalt = datei.read_bytes()
        verdichtet = datei.with_name(datei.name + ".br")
        kann = self.headers.get("Accept-Encoding", "")
        if "br" in kann and verdichtet.is_file():
            kopf["Content-Encoding"] = "br"
            inhalt = verdichtet.read_bytes()
        elif "gzip" in kann and datei.suffix in _TEXT:
            kopf["Content-Encoding"] = "gzip"
            inhalt = gzip.compress(inhalt, 6)
        self._sende(HTTPStatus.OK, pfad, inhalt, kopf)

    def _sende(
        self, stand: HTTPStatus, pfad: str, inhalt: bytes, kopf: dict[str, str]
    ) -> None:
        server = self.server.server_
        server.abrufe.append((pfad.removeprefix(UNTER), len(inhalt)))
        self.send_response(stand)
        for name, wert in kopf.items():
            self.send_header(name, wert)
        self.send_header("Content-Length", str(len(inhalt)))
        self.end_headers()
        for ab in range(0, len(inhalt), _HAPPEN):
            happen = inhalt[ab : ab + _HAPPEN]
            server.warte(len(happen))
            self.wfile.write(happen)
