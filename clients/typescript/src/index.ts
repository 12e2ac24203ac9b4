import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./schema.js";

/** What the API says, by the names that its document has: `Schemas["EventSummary"]`. */
export type Schemas = components["schemas"];

/**
 * A client of the seminars API of one department.
 * @param site Address of the department's site, such as `https://www.institute.example/graspp`.
 * @param language Language of the answers: `en` or `ja`.
 */
export function seminars(site: string, language = "en"): Client<paths> {
  return createClient<paths>({ baseUrl: site.replace(/\/+$/, ""), headers: { "Accept-Language": language } });
}
