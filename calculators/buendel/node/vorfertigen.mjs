// Führt das Rechenwerk einmal ein und übersetzt, was seine Datenklassen dabei an Quelltext schreiben (tuer.py).
// Auftrag: {pakete}; Antwort: {code} – ein Verzeichnis Quelltext -> Code, mit marshal gepackt, in Base64.

import { antworte, auftrag, starte } from "./pyodide.mjs";

const { pyodide } = await starte(auftrag());
const code = pyodide.runPython(`
import base64, marshal, tuer
fertig = {text: compile(text, "<string>", "exec", dont_inherit=True) for text in sorted(set(tuer.uebersetzt))}
base64.b64encode(marshal.dumps(fertig)).decode()
`);
antworte({ code });
