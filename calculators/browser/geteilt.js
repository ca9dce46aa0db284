// Pyodides WebAssembly liegt in zwei Dateien (calculators/buendel/teilen.py): „warm“ läuft sofort,
// „kalt“ wird geladen, sobald Python zum ersten Mal eine Funktion daraus ruft.

// Das kleinste Modul, das eine JavaScript-Funktion () => void zu einer WebAssembly-Funktion macht.
const HUELLE = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 5, 1, 0, 0, 0, 0, 7, 5, 1, 1, 102, 0, 0,
);

function alsWasm(funktion) {
  return new WebAssembly.Instance(new WebAssembly.Module(HUELLE), { "": { "": funktion } }).exports.f;
}

function ohneInneres(ausfuhr) {
  return Object.fromEntries(Object.entries(ausfuhr).filter(([name]) => !name.startsWith("$")));
}

/**
 * Umhüllt Emscriptens `createPyodideModule`, sodass es mit dem geteilten Modul startet.
 * @param erzeuge das Original
 * @param holeKalt liefert die Bytes des kalten Teils sofort (nicht als Promise)
 */
export function geteilt(erzeuge, holeKalt) {
  return (einstellungen) =>
    erzeuge({
      ...einstellungen,
      instantiateWasm(einfuhr, fertig) {
        return einstellungen.instantiateWasm(einfuhr, (instanz, modul) => {
          const warm = instanz.exports;
          const umgebung = { ...einfuhr, env: { ...einfuhr.env }, $: warm };
          warm.$t?.set(0, alsWasm(() => new WebAssembly.Instance(new WebAssembly.Module(holeKalt()), umgebung)));
          fertig({ exports: ohneInneres(warm) }, modul);
        });
      },
    });
}
