import { lazy, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ListIcon } from '../icons';
import { Later } from '../Later';
import controls from '../shell/controls.module.css';

const EventSheet = lazy(async () => ({ default: (await import('./EventSheet')).EventSheet }));

/** Opens the events in view as a list. */
export function EventListButton({ className }: { readonly className: string | undefined }) {
  const { t } = useTranslation('timeline');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        className={`${controls.icon} ${className}`}
        aria-label={t('list')}
        onPress={() => setIsOpen(true)}
      >
        <ListIcon />
      </Button>
      {isOpen && (
        <Later>
          <EventSheet onClose={() => setIsOpen(false)} />
        </Later>
      )}
    </>
  );
}
