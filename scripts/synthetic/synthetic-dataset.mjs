import { createActors } from './actors.mjs';
import { createCalendar, RECORDED_THROUGH } from './calendar.mjs';
import { createEventDrawer, USUAL_REVISED_SHARE } from './events.mjs';
import { createRandom } from './random.mjs';
import { SOURCES } from './sources.mjs';

/**
 * @typedef {import('./events.mjs').SyntheticEvent} SyntheticEvent
 * @typedef {ReturnType<typeof createHead>} SyntheticHead
 */

/** Of all events: how far one may stand in the file from its place in time. */
const SHUFFLE_SHARE = 0.01;
const SHUFFLE_LEAST = 20;

/**
 * A made-up dataset of Japan and the United States, 1945 to 2027: the same for the same numbers on every machine.
 *
 * The events come in rough order of time, each up to one per cent of them off its place, and are drawn as they are asked
 * for: a million need no room. Each iteration begins anew.
 * @param {{ events: number, seed?: number, revised?: number }} size `revised`: the share of events with earlier states
 * @returns {{ head: SyntheticHead, events: Iterable<SyntheticEvent> }}
 */
export function syntheticDataset({ events: count, seed = 1, revised = USUAL_REVISED_SHARE }) {
  const actors = createActors(createRandom(seed, 1));
  const calendar = createCalendar(createRandom(seed, 2));
  function* drawEvents() {
    const random = createRandom(seed, 3);
    const draw = createEventDrawer(random, actors, revised);
    const reach = Math.max(SHUFFLE_LEAST, count * SHUFFLE_SHARE);
    for (let i = 0; i < count; i++) {
      const place = (i + 0.5 + (2 * random() - 1) * reach) / count;
      const day = calendar.dayAt(withinOne(place));
      yield draw(i, day, calendar.burst[day] === 1);
    }
  }
  return { head: createHead(count, seed, actors), events: { [Symbol.iterator]: drawEvents } };
}

/** Folded back at 0 and 1. @param {number} u */
function withinOne(u) {
  const folded = Math.abs(u);
  const beyond = folded > 1 ? 2 - folded : folded;
  return Math.min(Math.max(beyond, 0), 1 - 2 ** -33);
}

/** @param {number} count @param {number} seed @param {ReturnType<typeof createActors>} actors */
function createHead(count, seed, actors) {
  const number = String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return {
    format: 'entente/1',
    id: `synthetic-${count}-${seed}`,
    title: {
      en: `Synthetic relations: ${number} events`,
      ja: `合成データ：${number}件`,
    },
    description: {
      en: `Made up by a program from seed ${seed}, for tests of size and speed. None of it happened.`,
      ja: `大きさと速さの試験のため、プログラムが種${seed}から作った架空の記録。`,
    },
    parties: ['JP', 'US'],
    languages: ['en'],
    recordedThrough: RECORDED_THROUGH,
    licence: 'CC0-1.0',
    domains: [
      { id: 'diplomacy', name: { en: 'Diplomacy', ja: '外交' } },
      { id: 'security', name: { en: 'Security', ja: '安全保障' } },
      { id: 'economy', name: { en: 'Economy', ja: '経済' } },
    ],
    actors,
    sources: SOURCES,
  };
}
