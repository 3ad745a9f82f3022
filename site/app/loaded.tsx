/** Shows what was loaded, or that it is coming, or why it is not. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from './language.tsx';
import { load } from './load.ts';

type State<T> = { readonly name: string; readonly value?: T; readonly error?: string };

export function Loaded<T>({ name, children }: { name: string; children: (value: T) => ComponentChildren }) {
  const { t } = useLanguage();
  const [state, setState] = useState<State<T>>({ name });
  useEffect(() => {
    let wanted = true;
    load<T>(name).then(
      (value) => wanted && setState({ name, value }),
      (error: Error) => wanted && setState({ name, error: error.message }),
    );
    return () => {
      wanted = false;
    };
  }, [name]);
  if (state.name === name && state.value !== undefined) return <>{children(state.value)}</>;
  if (state.name === name && state.error !== undefined)
    return (
      <p class="notice" role="alert">
        {t('notLoaded')} <code>{state.error}</code>
      </p>
    );
  return (
    <p class="notice" role="status">
      {t('loading')}
    </p>
  );
}
