// Liest ein ZIP, dessen Dateien unverdichtet sind (so baut sie calculators/buendel/pakete.py).

const ENDE = 0x06054b50;
const EINTRAG = 0x02014b50;
const UNVERDICHTET = 0;

/** Die Dateien eines ZIP als [Pfad, Bytes]. */
export function* dateien(bytes) {
  const sicht = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ende = bytes.byteLength - 22; // unsere Pakete haben keinen Kommentar
  if (ende < 0 || sicht.getUint32(ende, true) !== ENDE) throw new Error("Das Paket ist beschädigt.");
  let ort = sicht.getUint32(ende + 16, true);
  for (let rest = sicht.getUint16(ende + 10, true); rest > 0; rest -= 1) {
    if (sicht.getUint32(ort, true) !== EINTRAG) throw new Error("Das Paket ist beschädigt.");
    if (sicht.getUint16(ort + 10, true) !== UNVERDICHTET) throw new Error("Das Paket ist verdichtet.");
    const groesse = sicht.getUint32(ort + 20, true);
    const namenslaenge = sicht.getUint16(ort + 28, true);
    const kopf = sicht.getUint32(ort + 42, true);
    const name = new TextDecoder().decode(bytes.subarray(ort + 46, ort + 46 + namenslaenge));
    const anfang = kopf + 30 + sicht.getUint16(kopf + 26, true) + sicht.getUint16(kopf + 28, true);
    yield [name, bytes.subarray(anfang, anfang + groesse)];
    ort += 46 + namenslaenge + sicht.getUint16(ort + 30, true) + sicht.getUint16(ort + 32, true);
  }
}

/** Legt die Dateien eines ZIP in Pyodides Dateisystem ab. */
export function entpacke(FS, ordner, bytes) {
  for (const [pfad, inhalt] of dateien(bytes)) {
    const ziel = `${ordner}/${pfad}`;
    FS.mkdirTree(ziel.slice(0, ziel.lastIndexOf("/")));
    FS.writeFile(ziel, inhalt);
  }
}
