// Übersetzt Python-Quelltext mit Pyodides eigenem Python zu Bytecode.
// Auftrag: {stufe, dateien: {pfad: quelltext}}; Antwort: {pfad: Bytecode in Base64}.

import { antworte, auftrag, starte } from "./pyodide.mjs";

const { stufe, dateien } = auftrag();
// Ohne Spaltenangaben in den Zeilentabellen: ein Fünftel kleiner, Zeilennummern bleiben.
const { pyodide } = await starte({ umgebung: { PYTHONNODEBUGRANGES: "1" } });
const uebersetze = pyodide.runPython(`
import base64, importlib._bootstrap_external as grundlage, importlib.util
def uebersetze(pfad, quelle, stufe):
    code = compile(quelle, pfad, "exec", dont_inherit=True, optimize=stufe)
    pyc = grundlage._code_to_hash_pyc(code, importlib.util.source_hash(quelle.encode()), False)
    return base64.b64encode(pyc).decode()
uebersetze
`);
const fertig = {};
for (const [pfad, quelle] of Object.entries(dateien)) fertig[pfad] = uebersetze(pfad, quelle, stufe);
antworte(fertig);
