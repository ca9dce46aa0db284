// Baut das Verzeichnis der Suche mit denselben Regeln für Wörter, mit denen der Browser sucht.
// Auftrag: {ordner, seiten, synonyme}; schreibt verzeichnis.json und texte.json nach ordner, dazu unbekannt.json: die
// Wörter der Synonymtabelle, die auf keiner Seite stehen.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { oeffne } from "../browser/suche/bestand.js";
import { packe } from "../browser/suche/packung.js";
import { baue } from "../browser/suche/verzeichnis.js";

const { ordner, seiten, synonyme } = JSON.parse(readFileSync(0, "utf8"));
const abschnitte = seiten.flatMap((seite) => seite.abschnitte);
const datei = {
  seiten: seiten.map(({ adresse, titel, name, bereich }) => [adresse, titel, name, bereich]),
  abschnitte: seiten.flatMap((seite, nummer) => seite.abschnitte.map(({ anker, kopf }) => [nummer, anker, kopf])),
  synonyme,
  verzeichnis: packe(baue(abschnitte)),
};
const { kennt, folge } = oeffne(datei);
const ziele = new Set(synonyme.flatMap(([, gemeint]) => gemeint));
const unbekannt = [...ziele].filter((ziel) => !folge(ziel).every((wort) => kennt({ wort })));

const schreibe = (name, inhalt) => writeFileSync(join(ordner, name), JSON.stringify(inhalt));
schreibe("verzeichnis.json", datei);
schreibe("texte.json", abschnitte.map(({ beschreibung, text }) => [beschreibung, text]));
schreibe("unbekannt.json", unbekannt);
process.stdout.write(JSON.stringify({ abschnitte: abschnitte.length }));
