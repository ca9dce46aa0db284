// Heute: Wer einen älteren Fall öffnet, sieht ihn mit seinem eigenen Datum; und was heute anders wäre.

import { element } from "../bauen.js";
import { tag } from "../antwort.js";
import { heute as heutigerTag, heuteGeschrieben } from "../stichtag.js";

export async function zeigeHeute({ rechner, rechne, formular, antwort, gerechnet }, ergebnis, damals) {
  if (!gerechnet || !ergebnis.kern || rechner === "bescheid") return; // eine Mitteilung gilt für ihren eigenen Tag
  const saetze = [];
  if (damals && damals !== ergebnis.kern.zahl) {
    saetze.push(`Als der Fall gespeichert wurde, kam „${damals}“ heraus. Die Beträge oder Regeln dieser Seite wurden seither berichtigt.`);
  }
  const { stichtag, ...angaben } = gerechnet.angaben;
  const heute = await rechne({ rechner, angaben, stichtag: heutigerTag() }).catch(() => undefined);
  const anders = heute?.kern && heute.stichtag > ergebnis.stichtag && aussage(heute) !== aussage(ergebnis);
  if (anders) saetze.push(`Heute, am ${tag(heute.stichtag)}, wäre es: ${aussage(heute)}.`);
  if (!saetze.length) return;
  const kasten = element("div", "hinweis antwort__heute");
  kasten.append(...saetze.map((satz) => element("p", "", satz)));
  if (anders) kasten.append(mitHeute(formular));
  const kern = [".antwort__nachsatz", ".antwort__zahl", ".antwort__satz"];
  kern.map((stelle) => antwort.querySelector(stelle)).find(Boolean).after(kasten);
}

function aussage({ kern: { satz, zahl } }) {
  return [satz, zahl].filter(Boolean).join(" ");
}

function mitHeute(formular) {
  const knopf = element("button", "knopf knopf--klein", "Mit heutigem Datum rechnen");
  knopf.type = "button";
  knopf.addEventListener("click", () => {
    formular.querySelector("[data-feld=stichtag] input").value = heuteGeschrieben();
    formular.requestSubmit();
  });
  return knopf;
}
