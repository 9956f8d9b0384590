import type { Domain } from './dataset';

/** Of a dataset that names none. */
export const USUAL_DOMAINS: readonly Domain[] = [
  { id: 'diplomacy', name: { en: 'Diplomacy', ja: '外交' } },
  { id: 'security', name: { en: 'Security', ja: '安全保障' } },
  { id: 'economy', name: { en: 'Economy', ja: '経済' } },
];
