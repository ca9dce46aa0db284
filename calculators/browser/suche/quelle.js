// Holt Verzeichnis und Texte, jedes einmal und erst, wenn jemand sucht.

import { oeffne } from "./bestand.js";

/** @param dateien die Namen aus dateien.json; sie liegen neben diesem Programm */
export function quelle(dateien) {
  const hole = async (name) => {
    const antwort = await fetch(new URL(name, import.meta.url));
    if (!antwort.ok) throw new Error(`${antwort.status} ${name}`);
    return antwort.json();
  };
  const einmal = (rechne) => {
    let versprechen;
    return () => (versprechen ??= rechne().catch((fehler) => {
      versprechen = undefined; // der nächste Versuch darf gelingen
      throw fehler;
    }));
  };
  return {
    bestand: einmal(async () => oeffne(await hole(dateien.verzeichnis))),
    texte: einmal(() => hole(dateien.texte)),
  };
}
