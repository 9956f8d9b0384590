import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, ready } from './support';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing on the page at rest, or within one element of it, is at fault by what axe can find. */
export async function expectNoViolations(page: Page, within?: string): Promise<void> {
  await ready(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ({ tags, root }) => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      // What passed isn't listed: that takes longer than to find it.
      const options = { runOnly: tags, resultTypes: ['violations' as const] };
      const { violations } = await here.run(root ?? document, options);
      return violations.map(({ id, nodes }) => ({
        id,
        where: nodes
          .slice(0, 4)
          .map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
      }));
    },
    { tags: TAGS, root: within },
  );
  expect(found).toEqual([]);
}
