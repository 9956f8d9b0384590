import { useTranslation } from 'react-i18next';
import type { Text } from '../../model/dataset';
import { textOther } from '../../model/text';
import type { Language } from '../../state/state';
import { languageName } from '../country-name';
import styles from './DetailPanel.module.css';
import { LangText } from './LangText';

interface DetailSummaryProps {
  readonly summary: Text;
  readonly sourceCount: number;
  readonly language: Language;
}

/** The summary with the numbers of its sources; the other language folded below. */
export function DetailSummary({ summary, sourceCount, language }: DetailSummaryProps) {
  const { t } = useTranslation('detail');
  const other = textOther(summary, language);
  return (
    <div className={styles.summary}>
      <p>
        <LangText text={summary} language={language} />
        {sourceCount > 0 && <SourceNumbers count={sourceCount} />}
      </p>
      {other && (
        <details className={styles.fold}>
          <summary>{t('summaryIn', { language: languageName(other.lang, language) })}</summary>
          <p lang={other.lang}>{other.text}</p>
        </details>
      )}
    </div>
  );
}

const MOST_NUMBERS = 3;

function SourceNumbers({ count }: { readonly count: number }) {
  const { t } = useTranslation('detail');
  const numbers =
    count > MOST_NUMBERS
      ? `1–${count}`
      : Array.from({ length: count }, (_, i) => String(i + 1)).join(' ');
  return (
    <sup className={styles.sourceNumbers}>
      <span aria-hidden="true">{numbers}</span>
      <span className="visually-hidden">{t('sourceNumbers', { count, numbers })}</span>
    </sup>
  );
}
