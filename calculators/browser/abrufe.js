// Die Dateien des Rechenwerks, unterwegs vom ersten Augenblick an: Pyodides JavaScript kommt gleichzeitig.

const HAPPEN = 200_000; // so viele Bytes kommen zwischen zwei Meldungen dazu

/**
 * @param dateien Adressen: wasm, stdlib, regeln (das Rechenwerk), werte (die Tabellen)
 * @param melde (datei, geladeneBytes) => void
 * @returns Versprechen: modul (das übersetzte WebAssembly), stdlib (die Antwort), regeln und werte (ihre Bytes)
 */
export function holeAlle(dateien, melde) {
  const [wasm, stdlib] = [hole(dateien.wasm), hole(dateien.stdlib)];
  const abrufe = {
    modul: WebAssembly.compileStreaming(wasm),
    stdlib,
    regeln: holeBytes("regeln", dateien, melde),
    werte: holeBytes("werte", dateien, melde),
  };
  zaehle("wasm", wasm, melde);
  zaehle("stdlib", stdlib, melde);
  for (const abruf of Object.values(abrufe)) abruf.catch(() => {}); // gemeldet wird, was zuerst scheitert
  return abrufe;
}

async function hole(adresse) {
  const antwort = await fetch(adresse, { credentials: "same-origin" });
  if (!antwort.ok) throw new Error(`${antwort.status} ${adresse}`);
  return antwort;
}

async function holeBytes(name, dateien, melde) {
  const bytes = new Uint8Array(await (await hole(dateien[name])).arrayBuffer());
  melde(name, bytes.byteLength);
  return bytes;
}

// Zählt eine Kopie des Stroms: So bleibt die Antwort selbst, wie der Browser sie bekam,
// und er darf das übersetzte WebAssembly aufheben.
async function zaehle(datei, versprochen, melde) {
  try {
    let geladen = 0;
    let gemeldet = 0;
    for await (const stueck of stuecke((await versprochen).clone().body)) {
      geladen += stueck.byteLength;
      if (geladen - gemeldet > HAPPEN) melde(datei, (gemeldet = geladen));
    }
    melde(datei, geladen);
  } catch {
    // Den Fehler meldet der Abruf selbst.
  }
}

async function* stuecke(strom) {
  const leser = strom.getReader();
  for (let stueck = await leser.read(); !stueck.done; stueck = await leser.read()) yield stueck.value;
}
