// Was auf einer Seite mit Rechner läuft. Die Ausfuhr ist für Prüfungen im Browser: `import(adresse)` liefert dasselbe
// Modul, also denselben Arbeiter wie die Seite, und `rechne` stellt ihm beliebig viele Fragen.

import "./start.js";

export { beobachteLaden, rechne } from "./verbindung.js";
