// Auftrag: {woerter, zusammensetzungen: [{wort, bekannt}], gepackt: [{titel, text}]}; antwortet mit dem, was die Suche daraus macht.

import { readFileSync } from "node:fs";
import { packe, entpacke } from "../browser/suche/packung.js";
import { baue } from "../browser/suche/verzeichnis.js";
import { abstand } from "../browser/suche/abstand.js";
import { ausschnitt } from "../browser/suche/ausschnitt.js";
import { falte, stamm, woerter, zerteile } from "../browser/suche/worte.js";
import { zerlege } from "../browser/suche/zerlegen.js";

const staemme = (text) => woerter(text).map(stamm);
const tue = {
  staemme: (texte) => texte.map(staemme),
  teile: (faelle) =>
    faelle.map(({ wort, bekannt }) => {
      const formen = new Set(bekannt.flatMap(staemme));
      return zerlege(falte(wort), (form) => formen.has(form));
    }),
  abstaende: (paare) => paare.map(([links, rechts]) => abstand(links, rechts)),
  ausschnitte: (faelle) => faelle.map(({ text, gesucht }) => ausschnitt(text, new Set(staemme(gesucht)))),
  orte: (texte) => texte.map((text) => zerteile(text).map(({ von, bis }) => text.slice(von, bis))),
  packung: (abschnitte) => {
    const leer = { titel: "", name: "", stichwort: "", bereich: "", kopf: "", verweise: "", beschreibung: "", text: "" };
    const vorher = JSON.parse(JSON.stringify(baue(abschnitte.map((abschnitt) => ({ ...leer, ...abschnitt })))));
    const { index, fieldLength } = entpacke(packe(vorher), Object.keys(vorher.fieldIds));
    return [[vorher.index, index], [vorher.fieldLength, fieldLength]];
  },
};
const auftrag = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(auftrag).map(([was, womit]) => [was, tue[was](womit)]))));
