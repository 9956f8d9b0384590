import { lazy, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LedgerIcon } from '../icons';
import { Later } from '../Later';
import controls from '../shell/controls.module.css';

const LedgerDialog = lazy(async () => ({
  default: (await import('./LedgerDialog')).LedgerDialog,
}));

/** Opens the ledger of forecasts and what came of them. */
export function LedgerButton({ className }: { readonly className: string | undefined }) {
  const { t } = useTranslation('asof');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className={className}>
        <Button
          className={controls.icon ?? ''}
          aria-label={t('ledger')}
          onPress={() => setIsOpen(true)}
        >
          <LedgerIcon />
        </Button>
      </div>
      {isOpen && (
        <Later>
          <LedgerDialog onClose={() => setIsOpen(false)} />
        </Later>
      )}
    </>
  );
}
