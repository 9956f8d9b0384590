import { OTHER_COUNTRIES } from './actors.mjs';
import { isoOfDay, RECORDED_DAY } from './calendar.mjs';
import { drawPoint, drawRange } from './dates.mjs';
import { integer, longTailed, pick, weighted } from './random.mjs';
import { SOURCES } from './sources.mjs';
import { drawTitle } from './titles.mjs';
import { TOPICS } from './words.mjs';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('./dates.mjs').DrawnDate} DrawnDate
 * @typedef {import('./actors.mjs').Actor} Actor
 * @typedef {keyof typeof TOPICS} DomainId
 * @typedef {{ known: string, status: string, date?: string }} SyntheticRevision
 * @typedef {{ to: string, rel: string }} SyntheticLink
 *
 * @typedef {object} SyntheticEvent one line of the file; fields that would say what is meant anyway are left out
 * @property {string} id
 * @property {string | { en: string, ja: string }} title
 * @property {string} date
 * @property {string[]} domains
 * @property {string} kind
 * @property {string[]} parties
 * @property {string[]} [actors]
 * @property {string} [status]
 * @property {number} importance
 * @property {number} [tenor]
 * @property {string[]} [tags]
 * @property {string[]} [sources]
 * @property {string} [known]
 * @property {SyntheticRevision[]} [revisions]
 * @property {SyntheticLink[]} [links]
 */

/** Of each kind: its weight, the share of ranges (0.3 over all), and the tenor about which it swings. */
const KINDS = /** @type {const} */ ([
  ['summit', 0.05, 0.2, 1],
  ['visit', 0.08, 0.5, 1],
  ['meeting', 0.2, 0.2, 0],
  ['agreement', 0.09, 0.05, 1],
  ['announcement', 0.16, 0.05, 0],
  ['legislation', 0.05, 0.1, 0],
  ['policy', 0.08, 0.45, 0],
  ['exercise', 0.06, 0.9, 1],
  ['deployment', 0.04, 0.8, 0],
  ['incident', 0.05, 0.15, -1],
  ['dispute', 0.04, 0.75, -1],
  ['ruling', 0.02, 0.05, 0],
  ['investment', 0.04, 0.2, 1],
  ['plan', 0.03, 0.6, 0],
  ['period', 0.01, 1, 0],
]);
const [SUMMIT] = KINDS;

const drawKind = weighted(KINDS.map((kind) => /** @type {const} */ ([kind, kind[1]])));
const drawDomain = weighted(
  /** @type {const} */ ([
    ['diplomacy', 0.38],
    ['security', 0.32],
    ['economy', 0.3],
  ]),
);
const drawDomainCount = weighted([
  [1, 0.82],
  [2, 0.15],
  [3, 0.03],
]);
const drawImportance = weighted([
  [5, 0.005],
  [4, 0.04],
  [3, 0.2],
  [2, 0.35],
  [1, 0.405],
]);
const drawActorCount = weighted([
  [0, 0.3],
  [1, 0.43],
  [2, 0.19],
  [3, 0.06],
  [4, 0.02],
]);
const drawSourceCount = weighted([
  [0, 0.3],
  [1, 0.5],
  [2, 0.2],
]);
const drawPastStatus = weighted([
  ['happened', 0.975],
  ['cancelled', 0.011],
  ['lapsed', 0.008],
  ['postponed', 0.006],
]);
const drawAheadStatus = weighted([
  ['scheduled', 0.45],
  ['expected', 0.35],
  ['possible', 0.2],
]);
const drawRelation = weighted([
  ['follows', 0.35],
  ['part-of', 0.25],
  ['prepares', 0.15],
  ['leads-to', 0.15],
  ['responds-to', 0.1],
]);

const drawTopic = {
  diplomacy: longTailed(TOPICS.diplomacy),
  security: longTailed(TOPICS.security),
  economy: longTailed(TOPICS.economy),
};
const drawSource = longTailed(SOURCES);
const drawOther = longTailed(OTHER_COUNTRIES);

/** Of all events: those of which something was said before. */
export const USUAL_REVISED_SHARE = 0.002;

/** How many events back a link may reach; neighbours in the file are near in time too. */
const LINK_REACH = 2000;

/** @param {number} index from 0 */
export const eventId = (index) => `e-${String(index + 1).padStart(6, '0')}`;

/**
 * A drawer of events that begin on given days.
 * @param {Random} random
 * @param {readonly Actor[]} actors most often named first
 * @param {number} [revisedShare] 0 to 1
 * @returns {(index: number, day: number, inBurst: boolean) => SyntheticEvent}
 */
export function createEventDrawer(random, actors, revisedShare = USUAL_REVISED_SHARE) {
  const drawActor = longTailed(actors);
  return (index, day, inBurst) => {
    const kind = inBurst && random() < 0.06 ? SUMMIT : drawKind(random);
    const date = random() < kind[2] ? drawRange(random, day) : drawPoint(random, day);
    const domains = drawDomains(random);
    const topic = drawTopic[domains[0] ?? 'diplomacy'](random);
    const parties = drawParties(random);
    return {
      id: eventId(index),
      title: titleIn(random, drawTitle(random, kind[0], topic.name)),
      date: date.text,
      domains,
      kind: kind[0],
      parties,
      ...listed('actors', drawActors(random, parties, drawActor)),
      importance: drawImportance(random),
      ...drawTenor(random, kind[3], parties),
      ...listed('tags', drawTags(random, topic.tag)),
      ...listed(
        'sources',
        distinct(random, drawSourceCount(random), drawSource).map(({ id }) => id),
      ),
      ...drawStates(random, date, day, revisedShare),
      ...drawLinks(random, index),
    };
  };
}

/** @param {Random} random @param {{ en: string, ja: string }} title */
function titleIn(random, title) {
  return random() < 0.1 ? title : title.en;
}

/**
 * @template {string} K
 * @param {K} field
 * @param {string[]} list
 * @returns {{ [F in K]?: string[] }} nothing for an empty list
 */
function listed(field, list) {
  return /** @type {{ [F in K]?: string[] }} */ (list.length > 0 ? { [field]: list } : {});
}

/**
 * Up to `count` different values.
 * @template T
 * @param {Random} random
 * @param {number} count
 * @param {(random: Random) => T} draw
 */
function distinct(random, count, draw) {
  /** @type {T[]} */
  const values = [];
  for (let i = 0; i < count; i++) {
    const value = draw(random);
    if (!values.includes(value)) values.push(value);
  }
  return values;
}

/** @param {Random} random @returns {DomainId[]} */
function drawDomains(random) {
  const count = drawDomainCount(random);
  /** @type {DomainId[]} */
  const domains = [drawDomain(random)];
  while (domains.length < count) {
    const domain = drawDomain(random);
    if (!domains.includes(domain)) domains.push(domain);
  }
  return domains;
}

/** Mostly the two sides, at times one of them alone or with others. @param {Random} random */
function drawParties(random) {
  const u = random();
  const sides = u < 0.88 ? ['JP', 'US'] : u < 0.94 ? ['JP'] : ['US'];
  if (random() >= 0.15) return sides;
  return [...sides, ...distinct(random, integer(random, 1, 3), drawOther)];
}

/** One of a country that takes no part is drawn again, a few times. */
function drawActors(
  /** @type {Random} */ random,
  /** @type {readonly string[]} */ parties,
  /** @type {(random: Random) => Actor} */ drawActor,
) {
  const drawFitting = () => {
    let actor = drawActor(random);
    for (let i = 0; i < 3 && actor.party && !parties.includes(actor.party); i++) {
      actor = drawActor(random);
    }
    return actor.id;
  };
  return distinct(random, drawActorCount(random), drawFitting);
}

/** Said of half the events that concern both sides. @param {Random} random @param {number} usual @param {readonly string[]} parties */
function drawTenor(random, usual, parties) {
  if (random() < 0.5 || !(parties.includes('JP') && parties.includes('US'))) return {};
  return { tenor: Math.max(-2, Math.min(2, usual + integer(random, -1, 1))) };
}

/** @param {Random} random @param {string} ofTopic */
function drawTags(random, ofTopic) {
  const tags = random() < 0.55 ? [ofTopic] : [];
  if (random() >= 0.15) return tags;
  const { tag } = pick(random, TOPICS[drawDomain(random)]);
  return tags.includes(tag) ? tags : [...tags, tag];
}

/**
 * How it stands at the record's end, and of some what was said before.
 * @param {Random} random
 * @param {DrawnDate} date
 * @param {number} day on which it was drawn
 * @param {number} revisedShare
 * @returns {Pick<SyntheticEvent, 'status' | 'known' | 'revisions'>}
 */
function drawStates(random, { minDay, underWay }, day, revisedShare) {
  const revised = random() < revisedShare;
  if (underWay) return { status: 'under-way' };
  if (day > RECORDED_DAY) {
    const known = RECORDED_DAY - integer(random, 0, 500);
    return {
      status: drawAheadStatus(random),
      known: isoOfDay(known),
      ...(revised && { revisions: drawRevisions(random, { known, day, latest: 'possible' }) }),
    };
  }
  const status = drawPastStatus(random);
  const final = { known: minDay ?? 0, day, latest: 'scheduled' };
  return {
    ...(status === 'happened' ? {} : { status }),
    ...(revised && minDay !== undefined && { revisions: drawRevisions(random, final) }),
  };
}

/**
 * One or two earlier states, oldest first.
 * @param {Random} random
 * @param {{ known: number, day: number, latest: string }} final the day on which the final state became known, the
 *   event's own, and the status of the last state before it
 * @returns {SyntheticRevision[]}
 */
function drawRevisions(random, { known, day, latest }) {
  const lastDay = known - integer(random, 1, 120);
  const month = isoOfDay(day - integer(random, 0, 20)).slice(0, 7);
  const last = { known: isoOfDay(lastDay), status: latest, date: month };
  if (random() < 0.6) return [last];
  const first = { known: isoOfDay(lastDay - integer(random, 1, 300)), status: 'possible' };
  return [{ ...first, date: `${month.slice(0, 4)}?` }, last];
}

/** @param {Random} random @param {number} index */
function drawLinks(random, index) {
  if (random() >= 0.005 || index === 0) return {};
  const earlier = () => eventId(index - integer(random, 1, Math.min(index, LINK_REACH)));
  const targets = distinct(random, integer(random, 1, 2), earlier);
  return { links: targets.map((to) => ({ to, rel: drawRelation(random) })) };
}
