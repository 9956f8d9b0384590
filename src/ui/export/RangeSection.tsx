import { useTranslation } from 'react-i18next';
import { storyOf } from '../../state/story';
import { useAppState, useAppStore } from '../app-store';
import controls from '../shell/controls.module.css';
import { Choice } from './Choice';
import { DayField } from './DayField';
import {
  RANGE_KINDS,
  type RangeChoice,
  type RangeKind,
  rangeOfDraft,
  rangeOfKind,
} from './export-range';
import { Section } from './Section';
import styles from './Settings.module.css';

export interface RangeSectionProps {
  readonly range: RangeChoice;
  readonly onChange: (range: RangeChoice) => void;
  /** Data are of one range. */
  readonly hasViews: boolean;
}

/** Which days: by a press, or typed. */
export function RangeSection({ range, onChange, hasViews }: RangeSectionProps) {
  const { t } = useTranslation('export');
  const store = useAppStore();
  const isPicked = useAppState((state) => state.rangeSelection !== undefined);
  const viewCount = useAppState((state) => storyOf(state).length);
  const kinds = RANGE_KINDS.filter(
    (kind) =>
      !(kind === 'selected' && !isPicked) &&
      !(kind === 'views' && (!hasViews || viewCount === 0)) &&
      !(kind === 'typed' && range.kind !== 'typed'),
  );
  const choose = (kind: RangeKind) =>
    onChange(rangeOfKind(kind, store.getState(), kind === 'views' ? undefined : range.draft));
  return (
    <Section title={t('range.title')}>
      <Choice
        label={t('range.title')}
        hidesLabel
        look="chips"
        value={range.kind}
        onChange={choose}
        options={kinds.map((value) => ({
          value,
          name: t(`range.${value}`, { count: viewCount }),
        }))}
      />
      {range.kind === 'views' ? (
        <p className={styles.hint}>{t('range.viewsHint')}</p>
      ) : (
        <Days
          range={range}
          onChange={(draft) => onChange({ kind: 'typed', draft: { ...range.draft, ...draft } })}
        />
      )}
    </Section>
  );
}

interface DaysProps {
  readonly range: RangeChoice;
  readonly onChange: (draft: Partial<RangeChoice['draft']>) => void;
}

function Days({ range: { draft }, onChange }: DaysProps) {
  const { t } = useTranslation('export');
  const problem = rangeOfDraft(draft);
  return (
    <div>
      <div className={styles.pair}>
        <DayField label={t('from')} day={draft.from} onChange={(from) => onChange({ from })} />
        <DayField label={t('to')} day={draft.to} onChange={(to) => onChange({ to })} />
      </div>
      {typeof problem === 'string' && (
        <p role="alert" className={controls.error}>
          {t(`problem.${problem}`)}
        </p>
      )}
    </div>
  );
}
