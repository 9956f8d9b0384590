import { lazy } from 'react';
import { Later } from '../Later';
import type { Pointed } from './Timeline';

const ClusterList = lazy(async () => ({ default: (await import('./ClusterList')).ClusterList }));

export interface ClusterSheetProps {
  readonly opened: Pointed;
  readonly onClose: () => void;
}

/** The events of one day, which no zoom can part, as a list to choose from. */
export function ClusterSheet(props: ClusterSheetProps) {
  return (
    <Later>
      <ClusterList {...props} />
    </Later>
  );
}
