// What the made-up titles are put together from: [English, Japanese]. The places do not exist.

/**
 * @typedef {readonly [en: string, ja: string]} Words
 * @typedef {object} Topic
 * @property {string} tag
 * @property {Words} name
 */

/** @param {readonly Words[]} names @returns {readonly Topic[]} */
const topics = (names) => names.map((name) => ({ tag: name[0].replaceAll(' ', '-'), name }));

/** Forty in all, by domain. */
export const TOPICS = {
  diplomacy: topics([
    ['visa rules', '査証制度'],
    ['cultural exchange', '文化交流'],
    ['student exchange', '留学生交流'],
    ['climate targets', '気候目標'],
    ['disaster relief', '災害救援'],
    ['fishing zones', '漁業水域'],
    ['sister cities', '姉妹都市'],
    ['health research', '保健研究'],
    ['polar stations', '極地観測所'],
    ['press access', '報道取材'],
    ['island surveys', '島嶼調査'],
    ['public archives', '公文書'],
    ['space science', '宇宙科学'],
  ]),
  security: topics([
    ['missile defence', 'ミサイル防衛'],
    ['base relocation', '基地移設'],
    ['joint patrols', '共同哨戒'],
    ['cyber defence', 'サイバー防衛'],
    ['cost sharing', '費用分担'],
    ['port calls', '寄港'],
    ['radar sites', 'レーダー施設'],
    ['mine clearance', '機雷除去'],
    ['airspace rules', '空域規則'],
    ['supply depots', '補給拠点'],
    ['signals training', '通信訓練'],
    ['rescue at sea', '海難救助'],
    ['satellite watch', '衛星監視'],
  ]),
  economy: topics([
    ['chip supply', '半導体供給'],
    ['steel quotas', '鉄鋼枠'],
    ['car exports', '自動車輸出'],
    ['beef imports', '牛肉輸入'],
    ['currency talks', '通貨協議'],
    ['rare earths', '希土類'],
    ['battery plants', '電池工場'],
    ['textile duties', '繊維関税'],
    ['rice access', 'コメ市場'],
    ['air routes', '航空路線'],
    ['patent rules', '特許制度'],
    ['gas shipments', 'ガス輸送'],
    ['data flows', 'データ流通'],
    ['port fees', '港湾料金'],
  ]),
};

/** @type {readonly Words[]} */
export const PLACES = [
  ['Aonagi', '青凪'],
  ['Minatohara', '湊原'],
  ['Kurehama', '暮浜'],
  ['Hoshiura', '星浦'],
  ['Kazemori', '風森'],
  ['Sunada Bay', '砂田湾'],
  ['Yukinosato', '雪里町'],
  ['Tsurugahama', '鶴ヶ浜'],
  ['Port Halden', 'ポート・ハルデン'],
  ['Fort Alder', 'フォート・オールダー'],
  ['Cape Merrow', 'メロー岬'],
  ['Lake Corwin', 'コーウィン湖'],
  ['Brightwater', 'ブライトウォーター'],
  ['New Aldham', 'ニュー・アルダム'],
  ['Marlow Point', 'マーロウ岬'],
  ['Easterley', 'イースタリー'],
  ['Umibara', '海原町'],
  ['Natsukawa', '夏川'],
  ['Isobe Point', '磯部岬'],
  ['Hinokuma', '檜隈'],
  ['Old Farrow', 'オールド・ファロー'],
  ['Grey Harbour', 'グレイ・ハーバー'],
  ['Stonehaven Bay', 'ストーンヘイブン湾'],
  ['Wrenfield', 'レンフィールド'],
];

/** Plural, so that one verb form serves all. @type {readonly Words[]} */
export const BODIES = [
  ['ministers', '閣僚'],
  ['envoys', '特使'],
  ['senior officials', '高官'],
  ['negotiators', '交渉団'],
  ['lawmakers', '議員団'],
  ['governors', '知事団'],
  ['advisers', '補佐官'],
  ['working groups', '作業部会'],
  ['expert panels', '専門家会合'],
  ['vice-ministers', '次官級'],
  ['trade unions', '労働組合'],
  ['port authorities', '港湾当局'],
  ['commanders', '司令官'],
  ['industry groups', '業界団体'],
  ['auditors', '監査官'],
  ['mayors', '市長団'],
];

/** @type {readonly Words[]} */
export const SUBJECTS = [
  ['first phase', '第1段階'],
  ['second phase', '第2段階'],
  ['shared standards', '共通基準'],
  ['yearly review', '年次点検'],
  ['funding', '資金'],
  ['timetable', '日程'],
  ['pilot scheme', '試行事業'],
  ['safety checks', '安全点検'],
  ['joint study', '共同研究'],
  ['monitoring', '監視'],
  ['staffing', '人員'],
  ['open questions', '未解決の課題'],
];

/** `#` stands for a number. @type {readonly Words[]} */
export const TAILS = [
  [', with a new roadmap', '、新たな工程表も'],
  [', after long delays', '、遅れの末に'],
  [', details to follow', '、詳細は後日'],
  [', in closed session', '、非公開で'],
  [' for one more year', '、さらに1年'],
  [', round #', '、第#回'],
  [', case #', '、第#号'],
  [', lot #', '、第#区分'],
  [', paper #', '、文書#'],
];
