import { type ReactNode, useId } from 'react';
import { ChevronDownIcon } from '../icons';
import styles from './Settings.module.css';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Choices that belong together. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      {children}
    </section>
  );
}

interface FoldedSectionProps extends SectionProps {
  /** What is chosen in it, to be read while it is folded. */
  readonly summary: string;
  /** Whether it must be seen, as what is in it needs an answer. */
  readonly isOpen?: boolean | undefined;
}

/** Choices that most readers leave as they are. */
export function FoldedSection({ title, summary, isOpen, children }: FoldedSectionProps) {
  return (
    <details className={styles.section} open={isOpen}>
      <summary className={styles.fold}>
        <span className={styles.foldWords}>
          <span className={styles.heading}>{title}</span>
          <span className={styles.foldSummary}>{summary}</span>
        </span>
        <ChevronDownIcon />
      </summary>
      <div className={styles.folded}>{children}</div>
    </details>
  );
}
