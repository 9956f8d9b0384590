// vis-timeline as its documentation sets it up: a DataView for the filter, one group a lane, items stacked and the window
// fitted to them (its defaults). With `start` and `end` as options its first picture would take ten times as long.
import { DataSet, DataView, Timeline } from 'vis-timeline/standalone';
import { LANES, noteDrawing, startPeer } from './harness.mjs';

const host = document.querySelector('#chart');
let shownDomain;
let view;

await startPeer({
  load(events) {
    const items = new DataSet(
      events.map((event) => ({
        id: event.id,
        group: event.domain,
        content: event.title,
        start: event.start,
        ...(event.end === undefined ? {} : { end: event.end }),
      })),
    );
    view = new DataView(items, { filter: (item) => !shownDomain || item.group === shownDomain });
    const groups = LANES.map(({ id, name }) => ({ id, content: name }));
    const timeline = new Timeline(host, view, groups, {
      height: '100%',
      verticalScroll: true,
      zoomKey: 'ctrlKey',
    });
    let isFitted = false;
    timeline.on('changed', () => {
      // The first drawing is of some days about today; the window is fitted in answer to it.
      if (isFitted) noteDrawing();
      isFitted = true;
    });
  },
  filter(domain) {
    shownDomain = domain;
    view.refresh();
  },
});
