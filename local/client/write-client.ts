import { writeFile } from "node:fs/promises";
import { apiSchemaPath, generateApiSchema } from "./generate-api-schema.ts";

/** `npm run client`: writes the types of the API's client anew, from the OpenAPI document of the routes. */
await writeFile(apiSchemaPath, await generateApiSchema());
