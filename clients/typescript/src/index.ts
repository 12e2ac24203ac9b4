import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';

export type Event = components['schemas']['EventResource'];
export type EventSummary = components['schemas']['EventSummary'];
export type Availability = components['schemas']['AvailabilityResource'];
export type Problem = components['schemas']['ApiProblem'];

/** A client of the seminars API of one site or department, such as `https://www.institute.example/graspp`. */
export function seminars(site: string, language = 'en') {
  return createClient<paths>({ baseUrl: site.replace(/\/$/, ''), headers: { 'Accept-Language': language } });
}

/** Every event that passes the filter, page by page, as the list was when its first page was read. */
export async function* allEvents(site: string, query: paths['/api/seminars/v1/events']['get']['parameters']['query'] = {}, language = 'en'): AsyncGenerator<EventSummary> {
  const client = seminars(site, language);
  let cursor: string | undefined;
  do {
    const { data, error } = await client.GET('/api/seminars/v1/events', { params: { query: { ...query, cursor } } });
    if (!data) {
      throw new Error(error?.title ?? 'The site did not answer.');
    }
    yield* data.items;
    cursor = data.next ?? undefined;
  } while (cursor);
}
