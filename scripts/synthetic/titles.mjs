import { integer, pick } from './random.mjs';
import { BODIES, PLACES, SUBJECTS, TAILS } from './words.mjs';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {import('./words.mjs').Words} Words
 * @typedef {{ who: string, where: string, topic: string, subject: string }} Parts
 * @typedef {readonly [en: (parts: Parts) => string, ja: (parts: Parts) => string]} Template
 */

const LONGEST = 70;
const SHORTEST = 20;
const TAIL_SHARE = 0.4;
const MOST_ROUNDS = 99;

/** @type {Readonly<Record<string, readonly Template[]>>} */
const TEMPLATES = {
  summit: [
    [
      (p) => `Leaders meet in ${p.where} on ${p.topic}`,
      (p) => `首脳、${p.where}で${p.topic}を協議`,
    ],
    [
      (p) => `${p.where} summit takes up ${p.topic}`,
      (p) => `${p.where}首脳会談、${p.topic}を取り上げる`,
    ],
  ],
  visit: [
    [
      (p) => `${p.who} visit ${p.where} for talks on ${p.topic}`,
      (p) => `${p.who}、${p.topic}の協議で${p.where}を訪問`,
    ],
    [(p) => `${p.who} tour ${p.where}`, (p) => `${p.who}、${p.where}を視察`],
  ],
  meeting: [
    [
      (p) => `${p.who} review ${p.topic}: ${p.subject}`,
      (p) => `${p.who}、${p.topic}の${p.subject}を点検`,
    ],
    [(p) => `${p.who} meet on ${p.topic}`, (p) => `${p.who}、${p.topic}で会合`],
    [
      (p) => `Talks in ${p.where} on ${p.topic} and ${p.subject}`,
      (p) => `${p.where}で${p.topic}と${p.subject}を協議`,
    ],
  ],
  agreement: [
    [
      (p) => `${p.who} agree on ${p.topic} ${p.subject}`,
      (p) => `${p.who}、${p.topic}の${p.subject}で合意`,
    ],
    [(p) => `Accord on ${p.topic} signed in ${p.where}`, (p) => `${p.where}で${p.topic}協定に署名`],
  ],
  announcement: [
    [
      (p) => `${p.who} announce ${p.subject} on ${p.topic}`,
      (p) => `${p.who}、${p.topic}の${p.subject}を発表`,
    ],
    [(p) => `New statement on ${p.topic}`, (p) => `${p.topic}に関する新たな声明`],
  ],
  legislation: [
    [
      (p) => `Bill on ${p.topic} and ${p.subject} passes`,
      (p) => `${p.topic}・${p.subject}法案が可決`,
    ],
    [(p) => `${p.who} table a law on ${p.topic}`, (p) => `${p.who}、${p.topic}法案を提出`],
  ],
  policy: [
    [(p) => `Guidelines on ${p.topic}: ${p.subject}`, (p) => `${p.topic}の指針、${p.subject}`],
    [(p) => `New rules for ${p.topic} take effect`, (p) => `${p.topic}の新規則が発効`],
  ],
  exercise: [
    [
      (p) => `Joint drill off ${p.where} tests ${p.topic}`,
      (p) => `${p.where}沖の共同訓練、${p.topic}を検証`,
    ],
    [(p) => `Exercise near ${p.where}: ${p.subject}`, (p) => `${p.where}付近で演習、${p.subject}`],
  ],
  deployment: [
    [(p) => `Units move to ${p.where} for ${p.topic}`, (p) => `部隊、${p.topic}のため${p.where}へ`],
    [(p) => `Rotation at ${p.where} begins`, (p) => `${p.where}で交代配備が始まる`],
  ],
  incident: [
    [
      (p) => `Incident off ${p.where} halts ${p.topic}`,
      (p) => `${p.where}沖の事案で${p.topic}が中断`,
    ],
    [(p) => `Outage at ${p.where} affects ${p.topic}`, (p) => `${p.where}の障害、${p.topic}に影響`],
  ],
  dispute: [
    [
      (p) => `${p.who} at odds over ${p.topic} ${p.subject}`,
      (p) => `${p.who}、${p.topic}の${p.subject}で対立`,
    ],
    [(p) => `Complaint over ${p.topic} filed`, (p) => `${p.topic}をめぐり申し立て`],
  ],
  ruling: [
    [
      (p) => `Panel rules on ${p.topic} in ${p.where}`,
      (p) => `${p.where}の小委員会、${p.topic}で裁定`,
    ],
    [(p) => `Court decides ${p.topic} case`, (p) => `裁判所、${p.topic}訴訟で判断`],
  ],
  investment: [
    [(p) => `New plant for ${p.topic} in ${p.where}`, (p) => `${p.where}に${p.topic}の新拠点`],
    [(p) => `${p.who} back fund for ${p.topic}`, (p) => `${p.who}、${p.topic}基金を支援`],
  ],
  plan: [
    [
      (p) => `Plan for ${p.topic} sets out ${p.subject}`,
      (p) => `${p.topic}計画、${p.subject}を示す`,
    ],
    [(p) => `${p.who} map out ${p.topic}`, (p) => `${p.who}、${p.topic}の構想を描く`],
  ],
  period: [
    [(p) => `Years of strain over ${p.topic}`, (p) => `${p.topic}をめぐる緊張の時期`],
    [(p) => `Quiet period in ${p.topic} talks`, (p) => `${p.topic}協議の静かな時期`],
  ],
};

/**
 * A title in English, of 20 to 70 characters, and the same in Japanese.
 * @param {Random} random
 * @param {string} kind of the event
 * @param {Words} topic
 */
export function drawTitle(random, kind, topic) {
  const [inEnglish, inJapanese] = pick(random, TEMPLATES[kind] ?? []);
  const [body, place, subject] = [
    pick(random, BODIES),
    pick(random, PLACES),
    pick(random, SUBJECTS),
  ];
  /** @param {0 | 1} language @returns {Parts} */
  const parts = (language) => ({
    who: body[language],
    where: place[language],
    topic: topic[language],
    subject: subject[language],
  });
  const plain = capitalised(inEnglish(parts(0)));
  const tail = drawTail(random);
  const wanted = random() < TAIL_SHARE || plain.length < SHORTEST;
  const tailed = wanted && plain.length + tail.en.length <= LONGEST;
  return {
    en: tailed ? plain + tail.en : plain,
    ja: inJapanese(parts(1)) + (tailed ? tail.ja : ''),
  };
}

/** @param {Random} random */
function drawTail(random) {
  const [en, ja] = pick(random, TAILS);
  const number = String(integer(random, 2, MOST_ROUNDS));
  return { en: en.replace('#', number), ja: ja.replace('#', number) };
}

/** @param {string} text */
function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
