/** The section tree, as a way into the text. */
import type { DocumentData } from '../../src/review/data.ts';
import { useLanguage } from '../app/language.tsx';
import { documentLink } from '../app/route.ts';
import { Text } from '../app/text.tsx';
import { sectionTitle } from './place.ts';

export function SectionTree({ data }: { readonly data: DocumentData }) {
  const { t } = useLanguage();
  const { id, sections } = data.record;
  return (
    <nav class="tree" aria-label={t('sections')}>
      <details open>
        <summary>{t('sections')}</summary>
        <ol lang="zh-CN">
          {sections.map((section) => (
            <li key={section.id} class={`level-${Math.min(4, section.level)}`}>
              <a href={documentLink(id, 'text', `s${section.id}`)} title={section.kind ?? t('unknownKind')}>
                <Text of={sectionTitle(section)} />
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
