/* Läuft vor dem ersten Bild, damit nichts flackert: merkt an, dass JavaScript da ist, und stellt das gewählte Farbschema ein. */
document.documentElement.classList.add("js");
try {
  const schema = localStorage.getItem("farbschema");
  if (schema === "hell" || schema === "dunkel") document.documentElement.dataset.farbschema = schema;
} catch {
  /* Speicher gesperrt: Es gilt die Einstellung des Geräts. */
}
