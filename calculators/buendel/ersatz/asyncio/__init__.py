"""Ersatz: Der Kern von Pyodide führt asyncio beim Start ein, benutzt es aber nur für wartende Programme."""


def __getattr__(name: str) -> object:
    raise AttributeError(
        f"asyncio ist im Bündel der Rechner nicht enthalten (gesucht: {name})"
    )
