"""Ersatz: Unsere Rechner warten auf nichts. Die Ereignisschleife bleibt weg und mit ihr asyncio und ssl."""


def _initialize_event_loop() -> None:
    """Pyodide ruft das beim Start."""
