// Entente and its peers, each as what the measures need to know of it.

/**
 * @typedef {object} Tool
 * @property {string} id
 * @property {string} name for the tables
 * @property {string} dataMark set by the page when the data is in memory
 * @property {(file: string) => string} address relative to the server's; `file` is the name of an input under .cache/bench
 * @property {string} emptyAddress of its page without one of these files
 * @property {(page: import('playwright').Page, file: import('playwright').JSHandle<File>) => Promise<void>} hand gives the open
 *   page a file; the page marks `bench:handed` then, and `bench:handed-picture` when its complete picture stands
 * @property {string} picture selector of the element that is zoomed and dragged
 * @property {(page: import('playwright').Page) => Promise<void>} watchFilter has the page mark what a click leads to
 * @property {(page: import('playwright').Page) => import('playwright').Locator} filter the control that leaves one domain
 */

const TIMELINE = 'role=region[name="Timeline"] >> canvas';

/** A file is over the page for no less before it is dropped. */
const DRAG_MS = 300;

/** @type {Tool} */
export const ENTENTE = {
  id: 'entente',
  name: 'Entente',
  dataMark: 'entente:data',
  address: (file) =>
    `?data=${file === 'record' ? 'japan-us' : `/bench/${file}`}&from=1945-01-01&to=2027-12-31`,
  // It then shows its own record.
  emptyAddress: '',
  hand: async (page, file) => {
    await page.evaluate(dragFile, file);
    await page.waitForTimeout(DRAG_MS);
    await page.evaluate(dropFile, file);
  },
  picture: TIMELINE,
  watchFilter: (page) => page.locator('role=region[name="Filters"]').evaluate(markFiltered),
  filter: (page) =>
    page
      .locator('role=region[name="Filters"] >> label')
      .filter({ has: page.getByRole('checkbox', { name: /^Security/ }) })
      .first(),
};

/** @type {Tool[]} */
export const PEERS = ['vis-timeline', 'timelines-chart', 'react-d3'].map((id) => ({
  id,
  name: id === 'react-d3' ? 'React + d3' : id,
  dataMark: 'bench:data',
  address: (file) => `bench/peers/${id}.html?events=/bench/${file}`,
  emptyAddress: `bench/peers/${id}.html`,
  hand: (page, file) =>
    page.evaluate((given) => {
      void window.bench.hand(given);
    }, file),
  picture: '#chart',
  // The page marks it by itself.
  watchFilter: async () => undefined,
  filter: (page) => page.getByRole('button', { name: 'Security' }),
}));

/** Ran in the page. */
function dragFile(file) {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  document.body.dispatchEvent(
    new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true }),
  );
}

/** Ran in the page. Its picture is complete when nothing is busy any more, once the data are there: as the first one is. */
function dropFile(file) {
  const known = performance.getEntriesByName('entente:data').length;
  const { documentElement: root } = document;
  const observer = new MutationObserver(() => {
    const isOpen = performance.getEntriesByName('entente:data').length > known;
    if (!isOpen || root.dataset.busy === 'true') return;
    observer.disconnect();
    performance.mark('bench:handed-picture');
  });
  observer.observe(root, { attributes: true, attributeFilter: ['data-busy'] });
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  performance.mark('bench:handed');
  document.body.dispatchEvent(
    new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }),
  );
}

/**
 * Ran in the page. Marks the frame that paints the filtered picture, the last one that brings a count to the rail, and that
 * by which names, list and address have followed.
 */
function markFiltered(rail) {
  const before = location.search;
  const QUIET_FRAMES = 3;
  const times = { counts: NaN, rest: NaN };
  // Delivered after the frame in whose callback it was posted.
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }) => {
    times[data] = performance.now();
  });
  port1.start();
  const proto = CanvasRenderingContext2D.prototype;
  const clearRect = Object.getOwnPropertyDescriptor(proto, 'clearRect').value;
  let isClicked = false;
  proto.clearRect = function (...args) {
    if (isClicked && this.canvas.closest?.('[data-testid="timeline-canvas"]')) {
      isClicked = false;
      setTimeout(() => performance.mark('bench:repainted'));
    }
    return Reflect.apply(clearRect, this, args);
  };
  let quiet = 0;
  const look = () => {
    const isFollowing =
      location.search === before || document.documentElement.dataset.busy === 'true';
    quiet = isFollowing ? 0 : quiet + 1;
    if (quiet === 1) port2.postMessage('rest');
    if (quiet < QUIET_FRAMES) return void requestAnimationFrame(look);
    performance.mark('bench:counted', { startTime: times.counts });
    performance.mark('bench:filtered', { startTime: times.rest });
  };
  document.addEventListener(
    'click',
    () => {
      isClicked = true;
      requestAnimationFrame(look);
      new MutationObserver(() => {
        requestAnimationFrame(() => port2.postMessage('counts'));
      }).observe(rail, { subtree: true, childList: true, characterData: true });
    },
    { capture: true, once: true },
  );
}
