// The scripted zoom and drag, and what the page notes of its frames meanwhile.

const STEPS = 120;
/** A tool that is this slow has shown it; the steps made by then are what its figures are of. For zooming in, and for dragging. */
const PART_LIMIT_MS = 15_000;
const WHEEL_PX = 60;
const DRAG_PX = 12;

/**
 * A quarter zooms in, half drags back and forth, a quarter zooms out: as far as it zoomed in, so that what is measured
 * afterwards is of the same window for a tool that was too slow for all steps. Each step waits until the page has taken it, which is
 * once a frame, so a page that keeps up gets one step a frame.
 * @param {import('playwright').Page} page
 * @param {{ x: number, y: number }} place in the picture, at least 360 px clear to its left
 * @returns {Promise<number>} the steps made
 */
export async function zoomAndDrag(page, { x, y }, { steps = STEPS } = {}) {
  const quarter = Math.round(steps / 4);
  const zoom = async (count, deltaY, limitMs) => {
    await page.keyboard.down('Control');
    const made = await repeat(count, () => page.mouse.wheel(0, deltaY), limitMs);
    await page.keyboard.up('Control');
    return made;
  };
  const dragTo = (away) => page.mouse.move(x - away * DRAG_PX, y);
  await page.mouse.move(x, y);
  const zoomed = await zoom(quarter, -WHEEL_PX, PART_LIMIT_MS);
  await page.mouse.down();
  const away = await repeat(quarter, (i) => dragTo(i + 1), PART_LIMIT_MS);
  await repeat(away, (i) => dragTo(away - i - 1));
  await page.mouse.up();
  await zoom(zoomed, WHEEL_PX);
  return 2 * (zoomed + away);
}

/** @returns {Promise<number>} how often it could be done */
async function repeat(count, step, limitMs = Infinity) {
  const until = performance.now() + limitMs;
  let made = 0;
  for (; made < count && performance.now() < until; made++) await step(made);
  return made;
}

/**
 * Has the page note, from now on, the length of each frame, and how long after each input the frame that followed was over.
 * Frames that came in time and had nothing to show are left out: they only wait for the next step.
 */
export async function startFrameNotes(page) {
  await page.evaluate(() => {
    const frames = [];
    const delays = [];
    let lastFrame;
    let inputAt;
    let hadInput = false;
    let isRunning = true;
    const IN_TIME_MS = 17.5;
    const onInput = (event) => {
      inputAt ??= event.timeStamp;
    };
    const inputs = ['wheel', 'pointermove', 'pointerdown', 'pointerup'];
    for (const type of inputs)
      window.addEventListener(type, onInput, { capture: true, passive: true });
    // A message posted in a frame's callback is delivered after that frame's layout and paint.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }) => delays.push(performance.now() - data));
    port1.start();
    const onFrame = (now) => {
      if (!isRunning) return;
      const ms = now - (lastFrame ?? now);
      if (hadInput || ms > IN_TIME_MS) frames.push(ms);
      lastFrame = now;
      // A frame's inputs are delivered before its callbacks, after its own time.
      hadInput = inputAt !== undefined;
      if (inputAt !== undefined) port2.postMessage(inputAt);
      inputAt = undefined;
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
    window.stopFrameNotes = () => {
      isRunning = false;
      for (const type of inputs) window.removeEventListener(type, onInput, { capture: true });
      return { frames, delays };
    };
  });
}

/** @returns {Promise<{ frames: number[], delays: number[] }>} both in ms */
export function stopFrameNotes(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        // The last input's frame, and the message after it.
        requestAnimationFrame(() => setTimeout(() => resolve(window.stopFrameNotes())));
      }),
  );
}
