import { useTranslation } from 'react-i18next';
import { CheckLine } from './CheckLine';
import { FoldedSection } from './Section';
import styles from './Settings.module.css';
import type { Export } from './use-export';

const PARTS = [
  'legend',
  'sources',
  'asOf',
  'links',
  'tenor',
  'cadence',
  'forecasts',
  'summaries',
] as const;

/** What columns do without. */
const OF_NAMES: ReadonlySet<string> = new Set(['links', 'summaries']);

/** What the pages hold beside the events. */
export function IncludeSection({
  choices,
  change,
  made,
}: Pick<Export, 'choices' | 'change' | 'made'>) {
  const { t } = useTranslation('export');
  const { includes } = made;
  const parts = PARTS.filter((part) => made.layout === 'pages' || !OF_NAMES.has(part));
  const names = parts.filter((part) => includes[part]).map((part) => t(`include.${part}`));
  const set = (part: (typeof PARTS)[number], isOn: boolean) => {
    if (part === 'links' || part === 'tenor' || part === 'cadence') change({ [part]: isOn });
    else change({ includes: { ...choices.includes, [part]: isOn } });
  };
  return (
    <FoldedSection
      title={t('include.title')}
      summary={names.join(t('include.between')) || t('include.none')}
    >
      <div className={styles.checks}>
        {parts.map((part) => (
          <CheckLine key={part} isOn={includes[part]} onChange={(isOn) => set(part, isOn)}>
            {t(`include.${part}`)}
          </CheckLine>
        ))}
      </div>
    </FoldedSection>
  );
}
