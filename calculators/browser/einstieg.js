// Was auf einer Seite mit Rechner läuft. Das Skript steht ganz oben und wartet nicht auf die Seite: Die Verbindung
// beginnt zu laden, während der Browser noch liest und gestaltet; die Formulare kommen dran, sobald sie da sind.
//
// Die Ausfuhr ist für Prüfungen im Browser: `import(adresse)` liefert dasselbe Modul, also denselben Arbeiter wie die
// Seite, und `rechne` stellt ihm beliebig viele Fragen.

export { beobachteLaden, rechne } from "./verbindung.js";

// Nicht erst „DOMContentLoaded“: Das wartet auch auf die Skripte des Themas.
if (document.readyState === "loading") {
  await new Promise((weiter) => document.addEventListener("readystatechange", weiter, { once: true }));
}
await import("./start.js");
await import("./vergleich/start.js");
