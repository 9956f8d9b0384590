import { describe, expect, it } from 'vitest';
import { paintSvg } from '../../src/paint/paint-svg';
import { LIGHT } from '../../src/paint/palette';
import { layoutSlide } from '../../src/scene/slide';
import { readRecord, slideInput } from '../support/slide';

describe('the first half of 2023 as of 12 June 2023', { timeout: 30_000 }, () => {
  it.each(['en', 'ja'] as const)('is drawn as before in %s', async (lang) => {
    const range = { from: '2023-01-01', to: '2023-06-30', asOf: '2023-06-12' };
    const input = slideInput({ dataset: readRecord(), ...range, lang });
    const { scene } = layoutSlide(input);
    const svg = paintSvg(scene, {
      palette: LIGHT,
      title: input.title,
      desc: input.subtitle,
      lang,
    });
    await expect(`${svg}\n`).toMatchFileSnapshot(`slide.${lang}.svg`);
  });
});
