// Wörter: derselbe Weg vom Text zum Stamm für den Bau des Verzeichnisses, die Anfrage und das Hervorheben.

const ZAHL = String.raw`\d{1,2}\.\d{1,2}\.\d{4}|\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+,\d+|\d+(?:[.,]\d+)?`;
const WORT = String.raw`\p{L}[\p{L}\p{M}\d\u00ad]*(?:-[\p{L}\d][\p{L}\p{M}\d\u00ad]*)*`;
const STUECK = new RegExp(`${ZAHL}|${WORT}`, "gu");
const GESCHLECHT = /(?<=\p{L})[:*_](?:innen|in|r|n|e|en|s)(?!\p{L})/gu;

// Wörter, die in fast jeder Frage stehen und nichts über ihren Gegenstand sagen.
export const FUELLWOERTER = new Set(
  `aber alle allem allen aller alles als also am an andere anderen ans auch auf aus bei beim bekam bekäme bekomme bekommen
  bekommst bekommt bin bis bist bitte brauche brauchen brauchst braucht da dabei damit dann darf darfst das dass dein deine dem den denn der derzeit des
  dessen die dies diese diesem diesen dieser dieses doch dort du dürfen durch eben eigentlich ein eine einem einen einer
  eines einfach er erhalte erhalten erhält es etwas euch eure euro fall für gab geben gibt geschieht gilt gelten ging geht gehen gegen gerade gern
  habe haben hallo hat hatte hätte hier hinter hoch ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem
  jeden jeder jedes jetzt kann kannst kein keine keinem keinen keiner komme kommt kommen könnte können könnten kriege kriegen
  kriegst kriegt lang lange mach mache machen macht mal man mehr mein meine meinem meinen meiner meines mich mir mit möchte möglich muss
  müssen müsste nach nicht nichts noch nun nur ob obwohl oder paragraf paragraph passiert passieren prozent schon sehr sein seine seinem seinen seiner seit sich sie sind
  so soll sollen sollte sonst trotz trotzdem tun über überhaupt um und uns unser unsere unter viel vom von vor während wann war waren warum was
  wegen weil welche welchem welchen welcher welches wem wen wenn wer werde werden wie wieso wieviel will wird wirklich
  wo wohin woher wollen wollte worden wurde würde würden zu zum zur`
    .split(/\s+/)
    .map(falte),
);

/** Kleinschreibung ohne Umlaute und Akzente: „Größe“, „Groesse“ und „Grosse“ werden gleich. */
export function falte(wort) {
  return wort
    .toLowerCase()
    .replace(/[\u00ad\u200b]/g, "")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<![aeq])ue/g, "u")
    .replace(/oe/g, "o")
    .replace(/ae/g, "a")
    .replace(/selbstst/g, "selbst");
}

/** Die Stücke eines Textes mit ihrem Ort: [{wort, von, bis}], wort ist gefaltet; Bindestriche bleiben. */
export function zerteile(text) {
  const glatt = text.replace(GESCHLECHT, (treffer) => " ".repeat(treffer.length));
  return Array.from(glatt.matchAll(STUECK), ({ 0: stueck, index }) => ({
    wort: /^\d/.test(stueck) ? alsZahl(stueck) : falte(stueck),
    von: index,
    bis: index + stueck.length,
  }));
}

/** „1.308,39“, „1308,39“ und „1308.39“ werden zu „1308,39“; ein Datum bleibt. */
function alsZahl(text) {
  if (/^\d+\.\d+\.\d+$/.test(text) && !/^\d{1,3}(\.\d{3})+$/.test(text)) return text;
  return text
    .replace(/[.\u00a0\u202f ](?=\d{3}(?!\d))/g, "")
    .replace(".", ",");
}

/** Alle Wörter eines Textes; aus „Insolvenz-Entgelt“ werden die Teile und das ganze Wort. */
export function woerter(text) {
  return zerteile(text).flatMap(({ wort }) => {
    if (!wort.includes("-")) return [wort];
    const teile = wort.split("-");
    return [teile.join(""), ...teile.filter((teil) => teil.length > 1)];
  });
}

const FALL = /(?:(?<=....)(?:em|(?<!verlang)er|en)|(?<=...)e|(?<=...[elr])n|(?<=.....)s)$/;
// Stundung kommt nicht von Stunde, Zeitung nicht von Zeit.
const HAUPTWORT = /(?<=....)(?:(?<!^stund|zeit)ung|igkeit|keit|heit)$/;
const TUNWORT = /(?<=.....)e?t$/;
const EIGENSCHAFT = /(?<=......)ig$/;
const MITTE = /^(ab|an|auf|aus|bei|dazu|ein|fest|fort|her|hin|los|mit|nach|um|vor|weg|weiter|zu|zuruck|zusammen)(?:ge|zu)(?=...)/;

/** Der Stamm eines gefalteten Wortes: „gekündigt“, „kündigen“ und „Kündigungen“ werden gleich. */
export function stamm(wort) {
  if (/\d/.test(wort)) return wort;
  let w = wort.replace(/(?<=..er)in(?:nen)?$/, "");
  for (let vorher = ""; vorher !== w; ) {
    vorher = w;
    w = w.replace(FALL, "").replace(HAUPTWORT, "");
    if (/^ge....+t$/.test(w)) w = w.slice(2, -1);
    w = w.replace(TUNWORT, "").replace(EIGENSCHAFT, "");
  }
  return w.replace(MITTE, "$1");
}
