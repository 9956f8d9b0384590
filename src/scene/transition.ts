import type { EventTable } from '../model/event-table';
import type { Scene, SceneNode } from './scene';
import { shiftNode } from './shift-node';
import type { Hit } from './timeline-input';

/** Top of each event's own drawing, by event id. */
export type EventTops = ReadonlyMap<string, number>;

export function eventTops(hits: readonly Hit[], table: EventTable): EventTops {
  const tops = new Map<string, number>();
  for (const hit of hits) {
    if (hit.kind !== 'event') continue;
    const id = table.idOf(hit.row);
    if (id !== undefined) tops.set(id, hit.box.y);
  }
  return tops;
}

export interface Change {
  readonly from: EventTops;
  readonly to: EventTops;
  /** 0 to 1, eased. */
  readonly progress: number;
  /** Whether events that were there travel to their new place, or all fade in (from columns to marks and back). */
  readonly travels: boolean;
}

/** The scene on its way from an earlier one: events that were there travel up or down, new ones fade in. Time never moves. */
export function blendScene(scene: Scene, change: Change): Scene {
  return { ...scene, nodes: scene.nodes.map((node) => blend(node, change)) };
}

function blend(node: SceneNode, change: Change): SceneNode {
  if (node.kind !== 'group') return node;
  if (node.eventId === undefined) {
    return { ...node, nodes: node.nodes.map((child) => blend(child, change)) };
  }
  const to = change.to.get(node.eventId);
  if (to === undefined) return node;
  const from = change.travels ? change.from.get(node.eventId) : undefined;
  if (from === undefined) return { ...node, opacity: (node.opacity ?? 1) * change.progress };
  return from === to ? node : shiftNode(node, 0, (from - to) * (1 - change.progress));
}
