import type { Actor, Dataset } from './dataset';

/** Who stands behind a government, a wider actor or a country: actor ids. */
export interface People {
  /** All that are `memberOf` the actor, directly or not; of a state's government also the persons of its country. */
  ofActor: (id: string) => ReadonlySet<string>;
  /** All actors whose `party` is the country. */
  ofCountry: (code: string) => ReadonlySet<string>;
}

const NOBODY: ReadonlySet<string> = new Set();
const known = new WeakMap<Dataset, People>();

/** Worked out on first asking, once for each dataset. */
export function peopleOf(dataset: Dataset): People {
  const earlier = known.get(dataset);
  if (earlier) return earlier;
  const people = createPeople(dataset);
  known.set(dataset, people);
  return people;
}

function createPeople({ actors }: Dataset): People {
  const membersOf = new Map<string, string[]>();
  const byCountry = new Map<string, Set<string>>();
  for (const { id, memberOf, party } of actors.values()) {
    for (const wider of memberOf) membersOf.set(wider, [...(membersOf.get(wider) ?? []), id]);
    if (party !== undefined) byCountry.set(party, (byCountry.get(party) ?? new Set()).add(id));
  }
  const ofCountry = (code: string) => byCountry.get(code) ?? NOBODY;
  const answers = new Map<string, ReadonlySet<string>>();
  const ofActor = (id: string) => {
    const actor = actors.get(id);
    if (!actor) return NOBODY;
    const earlier = answers.get(id);
    if (earlier) return earlier;
    const found = membersBelow(id, membersOf);
    if (isStateGovernment(actor, membersOf)) {
      for (const other of ofCountry(actor.party ?? '')) {
        if (actors.get(other)?.kind === 'person') found.add(other);
      }
    }
    answers.set(id, found);
    return found;
  };
  return { ofActor, ofCountry };
}

/** Everyone below an actor, itself never among them; rings of membership do no harm. */
function membersBelow(id: string, membersOf: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const waiting = [id];
  for (let wider = waiting.pop(); wider !== undefined; wider = waiting.pop()) {
    for (const member of membersOf.get(wider) ?? []) {
      if (member === id || found.has(member)) continue;
      found.add(member);
      waiting.push(member);
    }
  }
  return found;
}

/** A government over others and under none; a city's or a bygone one has no members in the file. */
function isStateGovernment(
  { id, kind, memberOf }: Actor,
  membersOf: ReadonlyMap<string, readonly string[]>,
): boolean {
  return kind === 'government' && memberOf.length === 0 && (membersOf.get(id)?.length ?? 0) > 0;
}
