import { type ReactNode, useId } from 'react';
import styles from './DetailPanel.module.css';

interface DetailSectionProps {
  readonly title: string;
  /** Stands at the right end of the heading. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function DetailSection({ title, aside, children }: DetailSectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <h3 id={id} className={styles.sectionTitle}>
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
