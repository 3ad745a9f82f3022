/** What does not hold, the worst first. */
import type { DocumentRecord, Finding } from '../../src/contract.ts';
import type { DocumentData } from '../../src/review/data.ts';
import { useLanguage } from '../app/language.tsx';
import { useNames } from '../app/names.ts';
import { documentLink } from '../app/route.ts';
import { Scroll } from '../app/scroll.tsx';
import { comparedIn, FindingDetail } from './finding.tsx';
import { findingName } from './place.ts';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

export function FindingList({ data }: { readonly data: DocumentData }) {
  const { t } = useLanguage();
  const { rule: ruleName } = useNames();
  const { findings, checks, id } = data.record;
  const sorted = findings
    .map((finding, index): readonly [Finding, number] => [finding, index])
    .sort(([a], [b]) => ORDER[a.severity] - ORDER[b.severity]);
  const totals = Object.values(checks).reduce<[number, number, number]>(
    (sum, { pass, fail, unevaluable }) => [sum[0] + pass, sum[1] + fail, sum[2] + unevaluable],
    [0, 0, 0],
  );
  return (
    <>
      <p class="lead">{t('checkTotals', ...totals)}</p>
      <Checks record={data.record} />
      {sorted.length === 0 && data.shared.length === 0 && <p class="notice">{t('noFindings')}</p>}
      {sorted.map(([finding, index]) => {
        const at = findingName(data, index);
        return (
          <section key={at} class={`finding-card ${finding.severity}`} data-at={at}>
            <h2>
              <a href={documentLink(id, 'findings', at)}>{ruleName(finding.rule)}</a>
            </h2>
            <FindingDetail finding={finding} compared={comparedIn(data, finding)} />
            <p>
              <a href={documentLink(id, 'text', at)}>{t('showInText')}</a>
            </p>
          </section>
        );
      })}
      {data.shared.length > 0 && <h2>{t('betweenFiles')}</h2>}
      {data.shared.map(({ finding, compared }, i) => (
        <section key={String(i)} class={`finding-card ${finding.severity}`}>
          <h3>{ruleName(finding.rule)}</h3>
          <FindingDetail finding={finding} compared={compared} />
        </section>
      ))}
    </>
  );
}

/** So that “no findings” can be told from “nothing could be checked”. */
function Checks({ record: { checks } }: { readonly record: DocumentRecord }) {
  const { t } = useLanguage();
  const { rule: ruleName } = useNames();
  return (
    <details class="checks">
      <summary>{t('checksByRule')}</summary>
      <Scroll label={t('checksByRule')}>
        <table class="data">
          <thead>
            <tr>
              {(['rule', 'holds', 'broken', 'unevaluable'] as const).map((head) => (
                <th key={head} scope="col" class={head === 'rule' ? undefined : 'number'}>
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(checks).map(([rule, { pass, fail, unevaluable }]) => (
              <tr key={rule}>
                <th scope="row">
                  {ruleName(rule)} <code>{rule}</code>
                </th>
                <td class="number">{pass}</td>
                <td class={`number ${fail > 0 ? 'error' : 'zero'}`}>{fail}</td>
                <td class="number">{unevaluable}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
