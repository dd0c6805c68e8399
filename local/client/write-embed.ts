import { writeFileSync } from "node:fs";
import { buildEmbed } from "./build-embed.ts";

const said = "/** The script of `GET /forms/{form}/embed.js`, made from console/embed by `npm run embed`. */";
writeFileSync("functions/intake/embed-script.ts", `${said}\nexport const embedScript =\n  ${JSON.stringify(buildEmbed())};\n`);
