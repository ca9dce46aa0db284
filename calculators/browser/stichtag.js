// Der Leistungsrechner kennt keine Uhr; hier bekommt er den Tag, wo keiner angegeben ist.

/** Heute in Wien, zum Beispiel „2026-11-23“; in der Vorschau für einen Tag (meta stichtag) dieser Tag. */
export function heute(jetzt = new Date()) {
  const vorschau = globalThis.document?.querySelector("meta[name=stichtag]")?.content;
  return vorschau ?? jetzt.toLocaleDateString("sv-SE", { timeZone: "Europe/Vienna" });
}

/** Derselbe Tag, wie man ihn schreibt: „23.11.2026“. */
export function heuteGeschrieben(jetzt) {
  const [jahr, monat, tag] = heute(jetzt).split("-").map(Number);
  return `${tag}.${monat}.${jahr}`;
}

/** Die Anfrage; fehlt ihr Stichtag, mit dem heutigen Tag. */
export function mitStichtag(anfrage, jetzt = new Date()) {
  if (anfrage.stichtag || anfrage.angaben?.stichtag) return anfrage;
  return { ...anfrage, stichtag: heute(jetzt) };
}
