/** The title of the window says what is shown. */
import { useEffect } from 'preact/hooks';
import { useLanguage } from './language.tsx';
import { visible } from './visible.ts';

export function useTitle(title: string): void {
  const { t } = useLanguage();
  useEffect(() => {
    document.title = `${visible(title)} · ${t('brand')}`;
  }, [title, t]);
}
