// timelines-chart: one line a lane; it draws segments without names. Its own drag picks a range to zoom to, and it has no
// wheel, so both gestures are added here, at most one redraw a frame.
import TimelinesChart from 'timelines-chart';
import { LANES, MS_PER_DAY, noteDrawing, startPeer, WHOLE_ARC } from './harness.mjs';

const MARGIN_PX = 100;
const host = document.querySelector('#chart');

/** Without data it would draw itself with faults. */
const createChart = () =>
  new TimelinesChart(host)
    .width(host.clientWidth)
    .maxHeight(host.clientHeight)
    .maxLineHeight(240)
    .leftMargin(MARGIN_PX)
    .rightMargin(MARGIN_PX)
    .enableAnimations(false)
    .useUtc(true)
    .zQualitative(true);

let chart;
let all = [];
let range = [...WHOLE_ARC];

function show(events) {
  chart.data(
    LANES.map(({ id, name }) => ({
      group: name,
      data: [
        {
          label: id,
          data: events
            .filter(({ domain }) => domain === id)
            .map(({ start, end = start + MS_PER_DAY }) => ({ timeRange: [start, end], val: name })),
        },
      ],
    })),
  );
  redraw();
}

function redraw() {
  chart.zoomX(range.map((ms) => new Date(ms)));
  // It gathers changes for 1 ms before it draws.
  setTimeout(noteDrawing, 2);
}

let isDue = false;
function moveTo(next) {
  range = next;
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    redraw();
  });
}

const plotWidth = () => host.clientWidth - 2 * MARGIN_PX;

host.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault();
    const [start, end] = range;
    const share = (event.clientX - host.getBoundingClientRect().left - MARGIN_PX) / plotWidth();
    const about = start + (end - start) * share;
    const factor = 2 ** (event.deltaY * 0.002);
    moveTo([about - (about - start) * factor, about + (end - about) * factor]);
  },
  { passive: false },
);

let dragX;
host.addEventListener(
  'mousedown',
  (event) => {
    event.stopPropagation();
    dragX = event.clientX;
  },
  { capture: true },
);
window.addEventListener('mousemove', (event) => {
  if (dragX === undefined) return;
  const [start, end] = range;
  const ms = ((dragX - event.clientX) / plotWidth()) * (end - start);
  dragX = event.clientX;
  moveTo([start + ms, end + ms]);
});
window.addEventListener('mouseup', () => {
  dragX = undefined;
});

await startPeer({
  load(events) {
    all = events;
    chart = createChart();
    show(all);
  },
  filter: (domain) => {
    show(domain ? all.filter((event) => event.domain === domain) : all);
  },
});
