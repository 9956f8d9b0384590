// The bundled record against its budgets: first picture, frames and filter click.
import { measureAsOfDrag } from './as-of-drag.mjs';
import { revisedFile } from './inputs.mjs';
import { AT_REST, markTime, openPage, VIEWPORT } from './pages.mjs';
import { median, quantile } from './statistics.mjs';
import { readTrace, scriptingByFrame, TRACE_CATEGORIES } from './trace.mjs';

const STEPS = 120;
const MANY_REVISED = 20_000;
const TIMELINE = 'region[name="Timeline"]';

/** Cold, then warm with the same cache. */
async function measureFirstPicture(browser, url, slowdown) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const cold = await openPage(context, url, { slowdown });
  const coldMs = await markTime(cold, 'bench:picture');
  await cold.close();
  const warm = await openPage(context, url, { slowdown });
  const warmMs = await markTime(warm, 'bench:picture');
  await context.close();
  return { coldMs, warmMs };
}

const nextFrame = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));

/** Zooms in a third of the steps, pans a third, zooms out a third. */
async function zoomAndPan(page) {
  const box = await page.locator(`role=${TIMELINE} >> canvas`).first().boundingBox();
  await page.mouse.move(box.x + box.width * 0.62, box.y + box.height * 0.4);
  for (let step = 0; step < STEPS; step++) {
    const third = Math.floor((step * 3) / STEPS);
    if (third !== 1) await page.keyboard.down('Control');
    await page.mouse.wheel(0, third === 0 ? -60 : 60);
    if (third !== 1) await page.keyboard.up('Control');
    await nextFrame(page);
  }
  await page.waitForSelector(AT_REST, { state: 'attached' });
}

async function measureFrames(browser, url) {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await openPage(context, `${url}?from=1945-01-01&to=2027-12-31`);
  // Once unmeasured, so that code is compiled as it is after some use; the cold run is told apart.
  const frames = [];
  for (let pass = 0; pass < 2; pass++) {
    await browser.startTracing(page, { categories: TRACE_CATEGORIES });
    await zoomAndPan(page);
    const trace = readTrace(await browser.stopTracing());
    frames.push(trace ? scriptingByFrame(trace).filter((ms) => ms > 0.05) : []);
  }
  await context.close();
  const [first = [], second = []] = frames;
  return {
    firstMaxMs: quantile(first, 1),
    maxMs: quantile(second, 1),
    p95Ms: quantile(second, 0.95),
    medianMs: median(second),
  };
}

/** From the click on a domain to the frame that paints its picture, and till list and counts have followed. Without motion: that time is chosen, not spent. */
async function measureFilterClick(browser, url) {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    reducedMotion: 'reduce',
  });
  const page = await openPage(context, url);
  await page.evaluate(() => {
    document.addEventListener(
      'click',
      (event) => {
        const before = location.search;
        // The picture stands with the frame that clears and paints the timeline's canvas.
        const proto = CanvasRenderingContext2D.prototype;
        proto.clearRect = new Proxy(Object.getOwnPropertyDescriptor(proto, 'clearRect').value, {
          apply: (clearRect, canvas2d, args) => {
            if (canvas2d.canvas.closest('[data-testid="timeline-canvas"]')) {
              setTimeout(() => {
                window.pictureMs ??= performance.now() - event.timeStamp;
              });
            }
            return Reflect.apply(clearRect, canvas2d, args);
          },
        });
        const look = () => {
          const { dataset } = document.documentElement;
          if (location.search === before || dataset.busy === 'true')
            return void requestAnimationFrame(look);
          // A task that follows the frame: by then it is painted.
          setTimeout(() => {
            window.filterMs ??= performance.now() - event.timeStamp;
          });
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  });
  await page
    .locator('role=region[name="Filters"] >> label')
    .filter({ has: page.getByRole('checkbox', { name: /^Security/ }) })
    .first()
    .click();
  const restMs = await (await page.waitForFunction(() => window.filterMs)).jsonValue();
  const pictureMs = await page.evaluate(() => window.pictureMs);
  await context.close();
  return { pictureMs, restMs };
}

const of = (rows, key) => median(rows.map((row) => row[key]));

/** Processor time of the main thread: half a frame and, at worst, a whole one. */
function asOfRows(what, drags) {
  return [
    { what: `${what}, main thread a frame: median`, ms: of(drags, 'medianMs'), budgetMs: 8 },
    { what: `${what}, main thread a frame: 95th percentile`, ms: of(drags, 'p95Ms'), budgetMs: 14 },
  ];
}

/** @returns {Promise<{ what: string, ms: number, budgetMs?: number }[]>} medians of that many runs */
export async function measureRecord(browser, url, runs) {
  const repeat = async (measure) => {
    const values = [];
    for (let run = 0; run < runs; run++) values.push(await measure());
    return values;
  };
  const plain = await repeat(() => measureFirstPicture(browser, url, 1));
  const slowed = await repeat(() => measureFirstPicture(browser, url, 4));
  const frames = await repeat(() => measureFrames(browser, url));
  const clicks = await repeat(() => measureFilterClick(browser, url));
  const drags = await repeat(() => measureAsOfDrag(browser, `${url}?data=japan-us`));
  const many = `${url}?data=/bench/${await revisedFile(MANY_REVISED)}`;
  const manyDrags = await repeat(() => measureAsOfDrag(browser, many));
  return [
    { what: 'first complete picture, cold cache', ms: of(plain, 'coldMs'), budgetMs: 1000 },
    { what: 'first complete picture, warm cache', ms: of(plain, 'warmMs'), budgetMs: 1000 },
    { what: 'first complete picture, cold, CPU 4× slower', ms: of(slowed, 'coldMs') },
    { what: 'first complete picture, warm, CPU 4× slower', ms: of(slowed, 'warmMs') },
    { what: `scripting a frame, ${STEPS} steps: longest`, ms: of(frames, 'maxMs'), budgetMs: 16.7 },
    { what: `scripting a frame, ${STEPS} steps: 95th percentile`, ms: of(frames, 'p95Ms') },
    { what: `scripting a frame, ${STEPS} steps: median`, ms: of(frames, 'medianMs') },
    { what: 'scripting a frame, first pass after loading: longest', ms: of(frames, 'firstMaxMs') },
    { what: 'filter click to picture', ms: of(clicks, 'pictureMs'), budgetMs: 50 },
    { what: 'filter click to picture, list and counts at rest', ms: of(clicks, 'restMs') },
    ...asOfRows('as-of drag', drags),
    ...asOfRows(`as-of drag, ${MANY_REVISED} revised events`, manyDrags),
  ];
}
