// A timeline by hand with React and d3, as one writes it in a day: SVG, three lanes, only what is in the window, events
// sorted once and found by bisection, names where there is room.
import * as d3 from 'd3';
import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { LANES, MS_PER_DAY, noteDrawing, startPeer, WHOLE_ARC } from './harness.mjs';

const AXIS_PX = 24;
const ROW_PX = 16;
const PX_PER_LETTER = 6.2;
const GAP_PX = 6;

const host = document.querySelector('#chart');
const size = { width: host.clientWidth, height: host.clientHeight };
const lanePx = (size.height - AXIS_PX) / LANES.length;
const rowCount = Math.floor(lanePx / ROW_PX) - 1;
const baseScale = d3.scaleUtc(WHOLE_ARC, [0, size.width]);

function useZoom(ref) {
  const [transform, setTransform] = useState(d3.zoomIdentity);
  useEffect(() => {
    const zoom = d3
      .zoom()
      .scaleExtent([1, 30_000])
      // d3 makes Ctrl with the wheel ten times as fast, which is meant for pinching.
      .wheelDelta((event) => -event.deltaY * 0.002)
      .on('zoom', (event) => setTransform(event.transform));
    const svg = d3.select(ref.current).call(zoom);
    return () => svg.on('.zoom', null);
  }, [ref]);
  return transform;
}

/** Events of a lane that touch the window; `events` are sorted by start, `longestMs` is the length of the longest. */
function eventsInWindow({ events, longestMs }, [from, to]) {
  const byStart = d3.bisector((event) => event.start);
  const first = byStart.left(events, from - longestMs);
  const last = byStart.right(events, to);
  return events.slice(first, last).filter((event) => endOf(event) >= from);
}

const endOf = (event) => event.end ?? event.start + MS_PER_DAY;

/** Gives each event the first row that is free for its mark and name; without one, a mark in the last row and no name. */
function place(events, scale) {
  const rowEnds = new Float64Array(rowCount).fill(-Infinity);
  return events.map((event) => {
    const x = scale(event.start);
    const width = event.end === undefined ? 0 : Math.max(2, scale(event.end) - x);
    const needed = width + GAP_PX + event.title.length * PX_PER_LETTER;
    const row = rowEnds.findIndex((end) => end + GAP_PX <= x);
    if (row >= 0) rowEnds[row] = x + needed;
    return { event, x, width, row: row < 0 ? rowCount : row, isNamed: row >= 0 };
  });
}

const Mark = memo(function Mark({ title, x, y, width, colour, isNamed }) {
  return (
    <g transform={`translate(${x},${y})`} fill={colour}>
      {width > 0 ? <rect y={-4} width={width} height={8} rx={2} /> : <circle r={4} />}
      {isNamed ? (
        <text x={width + GAP_PX} dy="0.35em" fill="#222">
          {title}
        </text>
      ) : null}
      <title>{title}</title>
    </g>
  );
});

function Lane({ lane, top, events, scale }) {
  const marks = useMemo(
    () => place(eventsInWindow(events, scale.domain().map(Number)), scale),
    [events, scale],
  );
  return (
    <g transform={`translate(0,${top})`}>
      {marks.map(({ event, x, width, row, isNamed }) => (
        <Mark
          key={event.id}
          title={event.title}
          x={x}
          y={(row + 0.5) * ROW_PX}
          width={width}
          colour={lane.colour}
          isNamed={isNamed}
        />
      ))}
      <text x={4} y={lanePx - 6} fontWeight="bold">
        {lane.name}
      </text>
    </g>
  );
}

function Axis({ scale }) {
  const ref = useRef(null);
  useLayoutEffect(() => {
    d3.select(ref.current).call(d3.axisBottom(scale));
  }, [scale]);
  return <g ref={ref} transform={`translate(0,${size.height - AXIS_PX})`} />;
}

function Timeline({ lanes }) {
  const ref = useRef(null);
  const transform = useZoom(ref);
  const scale = useMemo(() => transform.rescaleX(baseScale), [transform]);
  useLayoutEffect(noteDrawing);
  return (
    <svg ref={ref} width={size.width} height={size.height}>
      {LANES.map((lane, index) => (
        <Lane
          key={lane.id}
          lane={lane}
          top={index * lanePx}
          events={lanes.get(lane.id)}
          scale={scale}
        />
      ))}
      <Axis scale={scale} />
    </svg>
  );
}

function byLane(events) {
  const sorted = d3.sort(events, (event) => event.start);
  const groups = d3.group(sorted, (event) => event.domain);
  return new Map(
    LANES.map(({ id }) => {
      const own = groups.get(id) ?? [];
      const longestMs = d3.max(own, (event) => endOf(event) - event.start) ?? 0;
      return [id, { events: own, longestMs }];
    }),
  );
}

const root = createRoot(host);
let all = [];
const show = (events) => root.render(<Timeline lanes={byLane(events)} />);

await startPeer({
  load(events) {
    all = events;
    show(all);
  },
  filter: (domain) => {
    show(domain ? all.filter((event) => event.domain === domain) : all);
  },
});
