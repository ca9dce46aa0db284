import { richteMenueEin } from "./menue.js";
import { richteSuchfeldEin } from "./suchfeld.js";
import { richteFarbwahlEin } from "./farbwahl.js";
import { richteDruckEin } from "./druck.js";

richteMenueEin();
richteSuchfeldEin();
richteFarbwahlEin();
richteDruckEin();
