import { lazy, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { canShare, share as passOn } from '../../io/share';
import { ShareIcon } from '../icons';
import { Later } from '../Later';
import controls from './controls.module.css';
import header from './Header.module.css';
import { MEDIA, useMedia } from './use-media';

const ShareDialog = lazy(async () => ({ default: (await import('./ShareDialog')).ShareDialog }));

const SAID_MS = 4000;

/**
 * Passes on the address, which holds the whole view: by touch as the system does it, else by copying. Where that is
 * refused, shows it to be copied by hand.
 */
export function ShareButton() {
  const { t } = useTranslation('shell');
  const [isCopied, setIsCopied] = useState(false);
  const [link, setLink] = useState<string>();
  const isTouch = useMedia(MEDIA.touch);

  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const share = async () => {
    setIsCopied(false);
    const data = { url: location.href, title: document.title };
    if (isTouch && canShare() && (await passOn(data)) !== 'refused') return;
    try {
      await navigator.clipboard.writeText(location.href);
      setIsCopied(true);
    } catch {
      setLink(location.href);
    }
  };
  return (
    <div className={header.share}>
      <Button
        className={`${controls.button} ${header.action}`}
        aria-label={t('share.button')}
        onPress={() => {
          void share();
        }}
      >
        <ShareIcon />
        <span className={header.wideOnly}>{t('share.button')}</span>
      </Button>
      <output className={header.said} data-shown={isCopied || undefined}>
        {isCopied ? t('share.copied') : ''}
      </output>
      {link !== undefined && (
        <Later>
          <ShareDialog link={link} onClose={() => setLink(undefined)} />
        </Later>
      )}
    </div>
  );
}
