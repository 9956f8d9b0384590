// What a frame costs while the as-of line is dragged, as processor time: a busy machine makes no difference to it.
import { AT_REST, openPage, VIEWPORT } from './pages.mjs';
import { median, quantile } from './statistics.mjs';
import { processorTimeByFrame, readTrace, TASK_CATEGORIES } from './trace.mjs';

const DAY_MS = 86_400_000;
const FROM = '2022-12-01';
const TO = '2023-12-31';
const AS_OF = '2023-06-12';
/** So many steps of so many px to either side and back. */
const STEPS = 40;
const STEP_PX = 5;
/** The pill stands in the upper row of the axis. */
const PILL_PX = 14;
/** Frames below it had nothing to do. */
const BUSY_MS = 1;

/** Ran in the page: a step in each frame, whatever the machine does beside it. */
function dragInFrames({ x, y, steps, stepPx }) {
  const host = document.querySelector('[data-testid="timeline-canvas"]');
  const places = [];
  for (let at = 1; at <= steps; at++) places.push(-at);
  for (let at = steps - 1; at >= -steps; at--) places.push(-at);
  for (let at = 1 - steps; at <= 0; at++) places.push(-at);
  return new Promise((resolve) => {
    const step = () => {
      const place = places.shift();
      if (place === undefined) return resolve();
      const at = { clientX: x + place * stepPx, clientY: y };
      host.dispatchEvent(new PointerEvent('pointermove', { ...at, buttons: 1, bubbles: true }));
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

async function drag(page) {
  const box = await page.locator('role=region[name="Timeline"] >> canvas').first().boundingBox();
  const [from, to, asOf] = [FROM, TO, AS_OF].map((iso) => Date.parse(iso) / DAY_MS);
  const x = box.x + ((asOf + 1 - from) / (to + 1 - from)) * box.width;
  const y = box.y + PILL_PX;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(dragInFrames, { x, y, steps: STEPS, stepPx: STEP_PX });
  await page.mouse.up();
  await page.waitForTimeout(500);
  await page.waitForSelector(AT_REST, { state: 'attached' });
}

/** @param {string} address with a question mark @returns {Promise<{ medianMs: number, p95Ms: number }>} of the main thread, a frame */
export async function measureAsOfDrag(browser, address) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await openPage(context, `${address}&from=${FROM}&to=${TO}&asof=${AS_OF}`);
  await page.waitForTimeout(1000);
  // Once unmeasured: code is compiled after some use.
  await drag(page);
  await browser.startTracing(page, { categories: TASK_CATEGORIES });
  await drag(page);
  const trace = readTrace(await browser.stopTracing());
  await context.close();
  const frames = (trace ? processorTimeByFrame(trace) : []).filter((ms) => ms > BUSY_MS);
  return { medianMs: median(frames), p95Ms: quantile(frames, 0.95) };
}
