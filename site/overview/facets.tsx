/** Filters with the number of documents behind each. */
import { useLanguage } from '../app/language.tsx';
import { useNames } from '../app/names.ts';
import { Text } from '../app/text.tsx';
import { isWord } from '../app/words.ts';
import { type Counted, FACETS, type Facet, type Filter, UNKNOWN } from './filter.ts';

/** More are behind a fold. */
const SHOWN = 8;

interface Props {
  readonly counts: Readonly<Record<Facet, readonly Counted[]>>;
  readonly filter: Filter;
  readonly change: (changed: Partial<Filter>) => void;
}

export function Facets({ counts, filter, change }: Props) {
  const { t } = useLanguage();
  const chosen = Object.keys(filter.facets).length > 0 || filter.text !== '';
  return (
    <>
      {FACETS.map((facet) => (
        <FacetList
          key={facet}
          facet={facet}
          values={counts[facet]}
          chosen={filter.facets[facet]}
          choose={(value) => change({ facets: { ...filter.facets, [facet]: value } })}
        />
      ))}
      {chosen && (
        <button type="button" class="quiet" onClick={() => change({ facets: {}, text: '' })}>
          {t('clearFilters')}
        </button>
      )}
    </>
  );
}

interface FacetProps {
  readonly facet: Facet;
  readonly values: readonly Counted[];
  readonly chosen: string | undefined;
  readonly choose: (value: string | undefined) => void;
}

function FacetList({ facet, values, chosen, choose }: FacetProps) {
  const { t } = useLanguage();
  const name = useFacetName(facet);
  const button = ({ value, count }: Counted) => (
    <li key={value}>
      <button
        type="button"
        aria-pressed={value === chosen}
        onClick={() => choose(value === chosen ? undefined : value)}
        title={facet === 'rule' ? value : undefined}
      >
        <Text of={name(value)} /> <span class="count">{count}</span>
      </button>
    </li>
  );
  // What is chosen is always in sight.
  const first = values.filter(({ value }, i) => i < SHOWN || value === chosen);
  const more = values.filter((each) => !first.includes(each));
  if (values.length === 0) return null;
  return (
    <section class="facet">
      <h2>{t(facet)}</h2>
      <ul>{first.map(button)}</ul>
      {more.length > 0 && (
        <details>
          <summary>{t('more', more.length)}</summary>
          <ul>{more.map(button)}</ul>
        </details>
      )}
    </section>
  );
}

export function useFacetName(facet: Facet): (value: string) => string {
  const { t } = useLanguage();
  const { rule } = useNames();
  return (value) => {
    if (value === UNKNOWN) return t('unknown');
    if (facet === 'rule') return rule(value);
    const word = `${facet}_${value}`;
    return isWord(word) ? t(word) : value;
  };
}
