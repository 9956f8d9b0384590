import { shuffled } from './random.mjs';
import { TOPICS } from './words.mjs';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {object} Actor
 * @property {string} id
 * @property {string} name
 * @property {'person' | 'government' | 'organisation' | 'company' | 'group'} kind
 * @property {string} [party]
 * @property {string[]} [memberOf]
 */

/** @type {readonly (readonly [code: string, name: string])[]} */
const SIDES = [
  ['JP', 'Japan'],
  ['US', 'the United States'],
];
/** @type {readonly (readonly [code: string, name: string])[]} */
const OTHERS = [
  ['AU', 'Australia'],
  ['KR', 'South Korea'],
  ['CN', 'China'],
  ['GB', 'the United Kingdom'],
  ['IN', 'India'],
  ['PH', 'the Philippines'],
  ['CA', 'Canada'],
  ['DE', 'Germany'],
  ['FR', 'France'],
  ['RU', 'Russia'],
  ['ID', 'Indonesia'],
  ['VN', 'Vietnam'],
];
export const OTHER_COUNTRIES = OTHERS.map(([code]) => code);

const MINISTRIES = [
  'Foreign Office',
  'Defence Office',
  'Trade Office',
  'Treasury Board',
  'Energy Agency',
  'Transport Agency',
  'Farm Board',
  'Science Agency',
  'Maritime Agency',
  'Space Agency',
  'Patent Board',
  'Archive Board',
];

// Given and family names of our own making; whoever bears one of the pairs is not meant.
const GIVEN = {
  JP: 'Aoto Chisaki Fumiya Harune Isaya Junka Kanade Mahoro Natsuo Rikuya Sayoko Takuho Wakana Yuzuki'.split(
    ' ',
  ),
  US: 'Alden Bryce Corliss Daria Elwin Farrah Garrick Hollis Ivor Jorie Kendra Lowell Maren Orson'.split(
    ' ',
  ),
  other: 'Arlo Bena Ciro Dalia Emre Fenna Goran Hana Ilan Jana Kiran Lena Milo Nadia'.split(' '),
};
const FAMILY = {
  JP: 'Arakida Benizawa Chigusa Fukamori Haizumi Izuhara Kagamiya Mizugaki Narusaka Okumaki Sagawara Tsukudani'.split(
    ' ',
  ),
  US: 'Ashcombe Brindlow Calverley Dunmere Eastwick Fairholt Greenlaw Harrowby Kettleby Lindholme Merrick Northcote'.split(
    ' ',
  ),
  other: 'Adano Belmir Corvel Dorsan Elmari Farsk Galen Hollan Imber Jorvik Kastel Lumen'.split(
    ' ',
  ),
};

const COMPANY_HEADS =
  'Akebono Blueline Cobalt Driftwood Ebisu Fernhill Goldleaf Hakuto Ironbridge Juniper Kitakaze Lantern'.split(
    ' ',
  );
const COMPANY_TAILS = ['Motors', 'Semiconductor', 'Steel', 'Shipping', 'Energy', 'Foods'];
const COUNT = { persons: 334, companies: 60, groups: 16 };

/**
 * Five hundred actors, most often named first: the two governments, the rest mixed.
 * @param {Random} random
 * @returns {readonly Actor[]}
 */
export function createActors(random) {
  const states = SIDES.concat(OTHERS).map(([code, name]) =>
    actor(`Government of ${name}`, 'government', { party: code }),
  );
  const offices = SIDES.flatMap((side) => officesOf(side, MINISTRIES)).concat(
    OTHERS.flatMap((side) => officesOf(side, MINISTRIES.slice(0, 1))),
  );
  const groups = createGroups();
  const organisations = createOrganisations();
  const persons = createPersons(random, offices);
  const rest = [...offices, ...groups, ...organisations, ...createCompanies(random), ...persons];
  return [...states.slice(0, 2), ...shuffled(random, [...states.slice(2), ...rest])];
}

/**
 * @param {string} name
 * @param {Actor['kind']} kind
 * @param {{ party?: string, memberOf?: string[] }} [more]
 * @returns {Actor}
 */
function actor(name, kind, more = {}) {
  const id = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return { id, name, kind, ...more };
}

/** @param {readonly [code: string, name: string]} side @param {readonly string[]} names @returns {Actor[]} */
function officesOf([code, country], names) {
  const memberOf = [actor(`Government of ${country}`, 'government').id];
  return names.map((name) => actor(`${code} ${name}`, 'government', { party: code, memberOf }));
}

function createGroups() {
  return Array.from({ length: COUNT.groups }, (_, i) =>
    actor(
      `Group of ${['Five', 'Eight', 'Nine', 'Twelve'][i % 4]} on ${topicNames[i * 2]}`,
      'group',
    ),
  );
}

const topicNames = Object.values(TOPICS).flatMap((topics) => topics.map(({ name }) => name[0]));

/** A council on each topic, of one of the sides or of none. */
function createOrganisations() {
  return topicNames.slice(0, 40).map((topic, i) => {
    const side = [...SIDES.map(([code]) => code), undefined][i % 3];
    return actor(
      `${side ?? 'Pacific'} Council on ${topic}`,
      'organisation',
      side ? { party: side } : {},
    );
  });
}

/** @param {Random} random @returns {Actor[]} */
function createCompanies(random) {
  const names = COMPANY_HEADS.flatMap((head) => COMPANY_TAILS.map((tail) => `${head} ${tail}`));
  return shuffled(random, names)
    .slice(0, COUNT.companies)
    .map((name, i) => {
      const party = i % 10 === 9 ? OTHER_COUNTRIES[i % 12] : SIDES[i % 2]?.[0];
      return actor(name, 'company', party ? { party } : {});
    });
}

/**
 * Three in seven of each side, the others of further countries; two in three serve in an office of their country.
 * @param {Random} random
 * @param {readonly Actor[]} offices
 * @returns {Actor[]}
 */
function createPersons(random, offices) {
  const queues = {
    JP: fullNames(random, 'JP'),
    US: fullNames(random, 'US'),
    other: fullNames(random, 'other'),
  };
  return Array.from({ length: COUNT.persons }, (_, i) => {
    const list =
      /** @type {const} */ (['JP', 'US', 'JP', 'US', 'JP', 'US', 'other'])[i % 7] ?? 'JP';
    const party = list === 'other' ? (OTHER_COUNTRIES[i % 12] ?? 'AU') : list;
    const ofParty = offices.filter((office) => office.party === party);
    const office = i % 3 === 0 ? undefined : ofParty[i % ofParty.length];
    const more = office ? { party, memberOf: [office.id] } : { party };
    return actor(queues[list].pop() ?? '', 'person', more);
  });
}

/** @param {Random} random @param {'JP' | 'US' | 'other'} list */
function fullNames(random, list) {
  const names = GIVEN[list].flatMap((given) => FAMILY[list].map((family) => `${given} ${family}`));
  return shuffled(random, names);
}
