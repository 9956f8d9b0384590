// What the three pages beside Entente have in common: how they get their events, their buttons, and when a picture counts as drawn.

/**
 * @typedef {{ id: string, title: string, start: number, end: number | undefined, domain: string, importance: number }} PeerEvent
 *   start and end in ms since 1970; without an end it lasts one day
 * @typedef {{ load: (events: readonly PeerEvent[]) => void, filter: (domain: string | undefined) => void }} Peer
 */

export const LANES = [
  { id: 'diplomacy', name: 'Diplomacy', colour: '#3b6ea5' },
  { id: 'security', name: 'Security', colour: '#b4532a' },
  { id: 'economy', name: 'Economy', colour: '#3f7f5f' },
];
export const MS_PER_DAY = 86_400_000;
/** The window that every page opens with. */
export const WHOLE_ARC = [Date.UTC(1945, 0, 1), Date.UTC(2028, 0, 1)];

/** Frames without a drawing after which the last one is taken for the last: vis-timeline redraws up to five times before it says so. */
const QUIET_FRAMES = 8;

let drawings = 0;

/** A page says by this that it has changed its elements; the frame that shows them is still to come. */
export function noteDrawing() {
  drawings++;
}

/** Settles, once the picture rests, with the time at which the frame of its last drawing was over. */
function settle() {
  const before = drawings;
  let seen = before;
  let quiet = 0;
  let stoodAt = 0;
  return new Promise((resolve) => {
    const look = () => {
      if (drawings !== seen) {
        seen = drawings;
        quiet = 0;
        afterFrame(() => {
          stoodAt = performance.now();
        });
      } else if (seen !== before && ++quiet === QUIET_FRAMES) {
        resolve(stoodAt);
        return;
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** A message posted in a frame's callback is delivered after that frame's layout and paint. */
function afterFrame(then) {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', then, { once: true });
  port1.start();
  port2.postMessage(undefined);
}

/** Puts the peer behind `window.bench`, gives each domain a button and, with `?events=FILE`, fetches and shows that file. */
export async function startPeer(/** @type {Peer} */ peer) {
  let picture = Promise.resolve(0);
  const bench = {
    load(events) {
      picture = settle();
      peer.load(events);
    },
    ready: () => picture,
    filter(domain) {
      picture = settle();
      peer.filter(domain);
      return picture;
    },
    /** Shows a file that the reader hands over. */
    async hand(given) {
      performance.mark('bench:handed');
      bench.load(JSON.parse(await given.text()));
      performance.mark('bench:handed-picture', { startTime: await picture });
    },
  };
  window.bench = bench;
  addButtons(bench);
  const file = new URLSearchParams(location.search).get('events');
  if (!file) {
    document.documentElement.dataset.ready = 'true';
    return;
  }
  const response = await fetch(file);
  const events = await response.json();
  performance.mark('bench:data');
  bench.load(events);
  performance.mark('bench:picture', { startTime: await bench.ready() });
  document.documentElement.dataset.ready = 'true';
}

function addButtons(bench) {
  const bar = document.querySelector('#filters');
  for (const { id, name } of [{ id: undefined, name: 'All' }, ...LANES]) {
    const button = document.createElement('button');
    button.textContent = name;
    button.addEventListener('click', () => {
      void bench.filter(id).then((startTime) => performance.mark('bench:filtered', { startTime }));
    });
    bar.append(button);
  }
}
