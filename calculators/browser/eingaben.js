// Eingaben: liest das Formular als Text, wie er getippt wurde; was er bedeutet, weiß das Rechenwerk.

export function liesAngaben(formular) {
  const angaben = {};
  for (const feld of oberste(formular)) {
    if (feld.hidden) continue;
    const wert = liesFeld(feld);
    if (wert !== undefined) angaben[feld.dataset.feld] = wert;
  }
  return angaben;
}

export function richteFelderEin(formular) {
  for (const liste of formular.querySelectorAll("[data-art$=liste]")) richteListeEin(liste);
  zeigePassende(formular);
  if (formular.dataset.eingerichtet) return;
  formular.dataset.eingerichtet = "ja";
  formular.addEventListener("input", () => zeigePassende(formular));
}

export function setzeStichtag(formular) {
  const feld = formular.querySelector("[data-feld=stichtag] input");
  if (feld && !feld.value) feld.value = new Intl.DateTimeFormat("de-AT").format(new Date());
}

// Felder der obersten Ebene, ohne jene in den Zeilen einer Liste.
function oberste(formular) {
  return [...formular.querySelectorAll("[data-feld]")].filter(
    (feld) => !feld.parentElement.closest("[data-feld]"),
  );
}

function liesFeld(feld) {
  const { art } = feld.dataset;
  if (art === "ja_nein") return feld.querySelector("input:checked")?.value;
  if (art === "mehrfach") return leerAlsNichts(gewaehlte(feld));
  if (art === "liste") return leerAlsNichts(zeilen(feld).map(liesZeile));
  if (art === "geldliste") return leerAlsNichts(zeilen(feld).map((zeile) => liesZeile(zeile).wert));
  return feld.querySelector("input, select").value.trim() || undefined;
}

function gewaehlte(feld) {
  return [...feld.querySelectorAll("input:checked")].map((kasten) => kasten.value);
}

function liesZeile(zeile) {
  const werte = {};
  for (const feld of zeile.querySelectorAll("[data-feld]")) {
    const wert = liesFeld(feld);
    if (wert !== undefined) werte[feld.dataset.feld] = wert;
  }
  return werte;
}

function zeilen(feld) {
  return [...feld.querySelectorAll(":scope > .zeilen > .zeile")];
}

function leerAlsNichts(liste) {
  return liste.length ? liste : undefined;
}

// Ein Feld erscheint erst, wenn es eine Rolle spielt.
function zeigePassende(formular) {
  for (const feld of formular.querySelectorAll("[data-zeige-wenn]")) {
    const { feld: name, werte } = JSON.parse(feld.dataset.zeigeWenn);
    const quelle = formular.querySelector(`[data-feld="${name}"]`);
    feld.hidden = !passt(quelle && !quelle.hidden ? liesFeld(quelle) : undefined, werte);
  }
}

function passt(wert, werte) {
  if (werte.length) return werte.some((gesucht) => alsText(gesucht) === alsText(wert));
  return wert !== undefined && !["0", "nein"].includes(alsText(wert));
}

function alsText(wert) {
  return wert === true ? "ja" : wert === false ? "nein" : String(wert);
}

function richteListeEin(feld) {
  const liste = feld.querySelector(".zeilen");
  liste.replaceChildren();
  let naechste = 0;
  const hinzufuegen = feld.querySelector("[data-tut=hinzufuegen]");
  hinzufuegen.onclick = () => {
    const zeile = neueZeile(feld, naechste++);
    liste.append(zeile);
    zeile.querySelector("[data-tut=entfernen]").onclick = () => {
      zeile.remove();
      hinzufuegen.focus();
      feld.dispatchEvent(new Event("input", { bubbles: true }));
    };
    zeile.querySelector("input, select").focus();
  };
}

function neueZeile(feld, nummer) {
  const zeile = feld.querySelector("template").content.firstElementChild.cloneNode(true);
  for (const knoten of zeile.querySelectorAll("*")) {
    for (const { name, value } of [...knoten.attributes]) {
      if (value.includes("-#-")) knoten.setAttribute(name, value.replaceAll("-#-", `-${nummer}-`));
    }
  }
  return zeile;
}
