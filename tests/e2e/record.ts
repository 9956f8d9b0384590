import { readFileSync } from 'node:fs';

interface Participation {
  readonly actor: string;
  readonly role?: { readonly en: string; readonly ja: string };
}

/** As much of the bundled record as the tests ask about, read from the file itself and not by the app's own code. */
export interface RecordedEvent {
  readonly id: string;
  readonly date: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly summary?: { readonly en: string; readonly ja: string };
  readonly place?: { readonly name: { readonly en: string; readonly ja: string } };
  readonly domains: readonly string[];
  readonly kind: string;
  readonly parties: readonly string[];
  readonly actors?: readonly (string | Participation)[];
  readonly status?: string;
  readonly importance?: number;
  readonly tags?: readonly string[];
}

interface RecordedActor {
  readonly id: string;
  readonly name: { readonly en: string; readonly ja: string };
  readonly party?: string;
}

const file = new URL('../../data/japan-us.json', import.meta.url);
const record = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly events: readonly RecordedEvent[];
  readonly actors: readonly RecordedActor[];
};

export const recordedEvents = record.events;
export const eventOfId = new Map(record.events.map((event) => [event.id, event]));
const actorOfId = new Map(record.actors.map((actor) => [actor.id, actor]));

export function actorIds(event: RecordedEvent): string[] {
  return (event.actors ?? []).map((one) => (typeof one === 'string' ? one : one.actor));
}

/** Everything that a text search looks at, in one string; an actor's office of the time is part of the actor. */
export function searchText(event: RecordedEvent): string {
  const actors = actorIds(event).flatMap((id) => {
    const name = actorOfId.get(id)?.name;
    return name ? [name.en, name.ja] : [];
  });
  const roles = (event.actors ?? []).map((one) => (typeof one === 'string' ? undefined : one.role));
  const texts = [event.title, event.summary, event.place?.name, ...roles].flatMap((text) =>
    text ? [text.en, text.ja] : [],
  );
  return [...texts, ...actors].join('\n').toLowerCase();
}

/** Events on a single day of the year; their place in time needs no date arithmetic. */
export function onDaysOf(year: number): RecordedEvent[] {
  return record.events.filter(({ date }) => new RegExp(`^${year}-\\d\\d-\\d\\d$`).test(date));
}
