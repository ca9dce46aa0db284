import { richteMenueEin } from "./menue.js";
import { ladeSucheBeiBedarf, richteSuchfeldEin } from "./suchfeld.js";
import { richteFarbwahlEin } from "./farbwahl.js";
import { richteDruckEin } from "./druck.js";
import { zeigeJahreshinweis } from "./jahreshinweis.js";

richteMenueEin();
richteSuchfeldEin();
ladeSucheBeiBedarf();
richteFarbwahlEin();
richteDruckEin();
zeigeJahreshinweis();
