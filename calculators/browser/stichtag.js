// Der Leistungsrechner kennt keine Uhr; hier bekommt er den Tag, wo keiner angegeben ist.

/** Die Anfrage; fehlt ihr Stichtag, mit dem heutigen Tag in Wien. */
export function mitStichtag(anfrage, jetzt = new Date()) {
  if (anfrage.stichtag || anfrage.angaben?.stichtag) return anfrage;
  return { ...anfrage, stichtag: jetzt.toLocaleDateString("sv-SE", { timeZone: "Europe/Vienna" }) };
}
