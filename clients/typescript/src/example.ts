// The next seminars of a site: node dist/example.js https://www.institute.example/graspp ja
import { seminars, type Schemas } from "./index.js";

function line(event: Schemas["EventSummary"]): string {
  return [event.start ?? "", event.timeZone, event.title, event.availability.sentence].join("\t");
}

const [site, language] = process.argv.slice(2);
if (!site) {
  throw new Error("Name the site.");
}

const { data, error } = await seminars(site, language).GET("/api/seminars/v1/events", { params: { query: { limit: 10 } } });
if (error) {
  throw new Error(error.title);
}

for (const event of data.items) {
  console.log(line(event));
}
