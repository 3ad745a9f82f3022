/** The title of the window says what is shown. */
import { useEffect } from 'preact/hooks';
import { useLanguage } from './language.tsx';

export function useTitle(title: string): void {
  const { t } = useLanguage();
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`;
  }, [title, t]);
}
