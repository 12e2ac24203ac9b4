declare const process: { argv: string[] };
// Lists a site's events: node dist/listing.js https://www.institute.example/graspp
import { allEvents, seminars } from './index.js';

const site = process.argv[2] ?? 'http://localhost:5000';
for await (const event of allEvents(site, { past: false, limit: 1 })) {
  const { data } = await seminars(site).GET('/api/seminars/v1/events/{id}/availability', { params: { path: { id: event.id } } });
  console.log(`${event.start ?? 'Date to be announced'}  ${event.title}  (${data?.sentence ?? event.availability.sentence})`);
}
