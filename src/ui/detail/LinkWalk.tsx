import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventTable } from '../../model/event-table';
import { textIn } from '../../model/text';
import type { Road } from '../../query/filter';
import { deriveMatching } from '../../state/derive';
import type { Language } from '../../state/state';
import { formatEdtf } from '../../time/date-text';
import { useAppStore } from '../app-store';
import { type Walked, type WalkStep, walkLinks } from './link-walk';
import { useLinkKeys } from './use-link-keys';

interface LinkWalkProps {
  readonly table: EventTable;
  readonly selectedId: string;
  readonly language: Language;
  /** Goes to an event from a control that goes away with this one. */
  readonly onFollow: (id: string) => void;
}

/** Keys that walk from the selected event along its links; each step is said politely. Shows nothing. */
export function LinkWalk({ table, selectedId, language, onFollow }: LinkWalkProps) {
  const { t } = useTranslation('detail');
  const store = useAppStore();
  const last = useRef<WalkStep>(undefined);
  const place = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');
  const sentence = ({ step, link, place: at, count }: Walked): string => {
    const state = table.stateOf(link.row);
    const words = link.direction === 'out' ? 'relations' : 'relationsInverse';
    return t(`walk.${step.way}`, {
      relation: t(`vocabulary:${words}.${link.link.rel}`),
      title: state ? textIn(state.title, language).text : '',
      date: state ? formatEdtf(state.date, language, 'long') : '',
      place: at,
      count,
    });
  };
  useLinkKeys((way, isOther) => {
    const matching = deriveMatching(store.getState());
    if (!matching) return;
    const walked = walkLinks({ table, matching, selectedId, way, isOther, last: last.current });
    last.current = walked?.step;
    setSaid(walked ? sentence(walked) : t(NONE[way]));
    if (!walked) return;
    const isInside = place.current?.closest('aside')?.contains(document.activeElement);
    if (isInside) onFollow(walked.step.toId);
    else store.getState().select(walked.step.toId);
  });
  return (
    <p ref={place} className="visually-hidden" role="status">
      {said}
    </p>
  );
}

const NONE = { before: 'walk.noneBefore', after: 'walk.noneAfter' } as const satisfies Record<
  Road['way'],
  string
>;
