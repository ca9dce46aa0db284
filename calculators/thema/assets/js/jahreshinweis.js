// Eine gebaute Seite wird auch im nächsten Jahr noch gelesen, auch ohne Netz: Dann sagt sie, dass ihre Beträge alt sind.

export function zeigeJahreshinweis(jetzt = new Date()) {
  const hinweis = document.querySelector(".jahreshinweis[hidden]");
  const jahr = Number(jetzt.toLocaleDateString("sv-SE", { timeZone: "Europe/Vienna" }).slice(0, 4));
  if (!hinweis || jahr <= Number(hinweis.dataset.werteBis)) return;
  hinweis.querySelector(".jahreshinweis__jahr").textContent = jahr;
  hinweis.hidden = false;
}
