/** Chinese or English, as the reader chose or the browser prefers. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useState } from 'preact/hooks';
import type { Both } from '../../src/review/data.ts';
import { remember, remembered } from './memory.ts';
import { type Language, WORDS, type Word } from './words.ts';

export interface Spoken {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** A word of the site; `{}` in it are filled in order. */
  readonly t: (word: Word, ...values: readonly (string | number)[]) => string;
  /** The reader's side of something said in both. */
  readonly pick: (both: Both | undefined, otherwise?: string) => string;
}

const Context = createContext<Spoken | null>(null);

export function LanguageProvider({ children }: { readonly children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(preferred);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    remember('language', language);
  }, [language]);
  const spoken = useMemo(
    (): Spoken => ({
      language,
      setLanguage,
      t: (word, ...values) => {
        let at = 0;
        return WORDS[word][language].replace(/\{\}/g, () => String(values[at++] ?? ''));
      },
      pick: (both, otherwise = '') => both?.[language] ?? otherwise,
    }),
    [language],
  );
  return <Context.Provider value={spoken}>{children}</Context.Provider>;
}

export function useLanguage(): Spoken {
  return useContext(Context) as Spoken;
}

function preferred(): Language {
  const chosen = remembered('language');
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
