// Kalender: die Termine einer Antwort als .ics-Datei (RFC 5545), mit einer Erinnerung am Tag davor.

const ZEILENLAENGE = 73; // Oktette; dazu kommt das Leerzeichen der Fortsetzung

export function alsKalender(rechner, termine, jetzt = new Date()) {
  const zeilen = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Wegweiser Arbeitslosigkeit//DE",
    "CALSCALE:GREGORIAN",
    ...termine.flatMap((termin, stelle) => ereignis(rechner, termin, stelle, zeitstempel(jetzt))),
    "END:VCALENDAR",
  ];
  return { name: `termine-${rechner}.ics`, text: `${zeilen.map(falte).join("\r\n")}\r\n`, typ: "text/calendar" };
}

function ereignis(rechner, { name, am, text }, stelle, stempel) {
  return [
    "BEGIN:VEVENT",
    `UID:${am}-${stelle + 1}-${rechner}@wegweiser-arbeitslosigkeit`,
    `DTSTAMP:${stempel}`,
    `DTSTART;VALUE=DATE:${am.replaceAll("-", "")}`,
    `SUMMARY:${maskiert(name)}`,
    `DESCRIPTION:${maskiert(text)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${maskiert(name)}`,
    "TRIGGER:-P1D",
    "END:VALARM",
    "END:VEVENT",
  ];
}

function zeitstempel(jetzt) {
  return jetzt.toISOString().replace(/[-:]|\.\d+/g, "");
}

function maskiert(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

// Eine Zeile hat höchstens 75 Oktette; gefaltet wird zwischen Zeichen, nie in einem Umlaut.
function falte(zeile) {
  const teile = [""];
  for (const zeichen of zeile) {
    if (oktette(teile.at(-1) + zeichen) > ZEILENLAENGE) teile.push("");
    teile.push(teile.pop() + zeichen);
  }
  return teile.join("\r\n ");
}

function oktette(text) {
  return new TextEncoder().encode(text).length;
}
