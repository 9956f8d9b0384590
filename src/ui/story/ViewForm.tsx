import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ViewWords } from '../../state/story';
import controls from '../shell/controls.module.css';
import styles from './OwnViews.module.css';

/** Long enough for a name; a text of megabytes is none. */
const MOST_TITLE = 200;
const MOST_NOTE = 2000;

interface ViewFormProps {
  readonly words: ViewWords;
  readonly onSave: (words: ViewWords) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** Name and note of a view. */
export function ViewForm({ words, onSave, onCancel, children }: ViewFormProps) {
  const { t } = useTranslation('story');
  const id = useId();
  const [title, setTitle] = useState(words.title);
  const [note, setNote] = useState(words.note);
  const [isWrong, setIsWrong] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  // The form comes because the reader asked for it, and the name is what it asks for.
  useEffect(() => {
    name.current?.focus();
    name.current?.select();
  }, []);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') setIsWrong(true);
    else onSave({ title, note });
  };
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <div>
        <label className={controls.label} htmlFor={`${id}-title`}>
          {t('form.name')}
        </label>
        <input
          id={`${id}-title`}
          className={controls.field}
          value={title}
          maxLength={MOST_TITLE}
          ref={name}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={(event) => {
            setTitle(event.target.value);
            setIsWrong(false);
          }}
        />
        {isWrong && (
          <p id={`${id}-wrong`} role="alert" className={controls.error}>
            {t('form.needsName')}
          </p>
        )}
      </div>
      <div>
        <label className={controls.label} htmlFor={`${id}-note`}>
          {t('form.note')}
        </label>
        <textarea
          id={`${id}-note`}
          className={`${controls.field} ${styles.note}`}
          rows={4}
          value={note}
          maxLength={MOST_NOTE}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {children}
      <div className={controls.actions}>
        <Button className={controls.button ?? ''} onPress={onCancel}>
          {t('form.cancel')}
        </Button>
        <Button className={controls.solid ?? ''} type="submit">
          {t('form.save')}
        </Button>
      </div>
    </form>
  );
}
