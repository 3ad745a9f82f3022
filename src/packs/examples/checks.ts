/** Examples of patterns/checks: expressions here, equations in their own file. */
import { DirectionSchema, directionWords } from '../../checks/direction.ts';
import { excuseTexts, WitnessSchema } from '../../checks/excuses.ts';
import { introduction, ListSchema } from '../../checks/listing.ts';
import { OrganisationSchema, titleOrganisation } from '../../checks/organisation.ts';
import { comparedYear, comparesPrior, levelYear, PeriodSchema } from '../../checks/period.ts';
import { glossaryItem, isElsewhere, RequiredSchema } from '../../checks/required.ts';
import { type ResidueRule, residueRules } from '../../checks/residue.ts';
import { namesNoWhole, ShareSchema } from '../../checks/shares.ts';
import { foldText } from '../../fold.ts';
import type { Patterns } from '../../patterns/load.ts';
import { match } from '../../patterns/regex.ts';
import { type Example, each, expecting } from '../definition.ts';

type Answer = (folded: string, patterns: Patterns) => string;

/** Lists of texts that must all get one answer. */
function asked(
  question: string,
  answer: Answer,
  lists: Readonly<Record<string, readonly [texts: readonly string[], is: string]>>,
): readonly Example[] {
  return Object.entries(lists).flatMap(([path, [texts, is]]) =>
    each(texts, path, (text, at) => expecting(at, text, question, is, (given) => answer(foldText(text), given))),
  );
}

const yes = (holds: boolean) => (holds ? 'yes' : 'no');

/** What a rule looks for first must stand in all that it means. */
const isResidue = (rule: ResidueRule | undefined, text: string) =>
  rule !== undefined && (rule.holds?.test(text) ?? true) && rule.regex.test(text);

export function residueExamples(_: string, patterns: Patterns): readonly Example[] {
  return residueRules(patterns).flatMap(({ reason, examples, others }, i) =>
    asked(reason.zh, (text, given) => yes(isResidue(residueRules(given)[i], text)), {
      [`rules.${i}.examples`]: [examples, 'yes'],
      [`rules.${i}.others`]: [others, 'no'],
    }),
  );
}

export function listExamples(_: string, patterns: Patterns): readonly Example[] {
  const pack = ListSchema.parse(patterns.files.get('checks/lists'));
  return asked('list', (text, given) => introduction(text, given) ?? 'none', {
    closed_examples: [pack.closed_examples, 'closed'],
    open_examples: [pack.open_examples, 'open'],
    neither: [pack.neither, 'none'],
  });
}

function comparison(text: string, patterns: Patterns): string {
  const groups = match(directionWords(patterns).comparison, text)?.groups;
  return groups?.more !== undefined ? 'more' : groups?.less !== undefined ? 'less' : 'none';
}

export function directionExamples(_: string, patterns: Patterns): readonly Example[] {
  const pack = DirectionSchema.parse(patterns.files.get('checks/direction'));
  const decrease: Answer = (text, given) => yes(directionWords(given).decrease.test(text));
  return [
    ...each(pack.comparisons, 'comparisons', ({ text, more }, at) =>
      expecting(at, text, 'comparison', more ? 'more' : 'less', (given) => comparison(foldText(text), given)),
    ),
    ...asked('comparison', comparison, { no_comparisons: [pack.no_comparisons, 'none'] }),
    ...asked('decrease', decrease, { decreases: [pack.decreases, 'yes'], no_decreases: [pack.no_decreases, 'no'] }),
  ];
}

export function shareExamples(_: string, patterns: Patterns): readonly Example[] {
  const pack = ShareSchema.parse(patterns.files.get('checks/shares'));
  return asked('bare', (text, given) => yes(namesNoWhole(text, given)), {
    bare_examples: [pack.bare_examples, 'yes'],
    named_examples: [pack.named_examples, 'no'],
  });
}

export function periodExamples(_: string, patterns: Patterns): readonly Example[] {
  const pack = PeriodSchema.parse(patterns.files.get('checks/period'));
  const year: Answer = (text, given) => String(comparedYear(text, given)?.year ?? 'none');
  const level: Answer = (text, given) => String(levelYear(text, given) ?? 'none');
  return [
    ...each(pack.bases, 'bases', ({ text, year: is }, at) =>
      expecting(at, text, 'base', String(is), (given) => year(foldText(text), given)),
    ),
    ...asked('base', year, { no_bases: [pack.no_bases, 'none'] }),
    ...each(pack.levels, 'levels', ({ text, year: is }, at) =>
      expecting(at, text, 'level', String(is), (given) => level(foldText(text), given)),
    ),
    ...asked('level', level, { no_levels: [pack.no_levels, 'none'] }),
    ...asked('prior', (text, given) => yes(comparesPrior(text, given)), {
      priors: [pack.priors, 'yes'],
      no_priors: [pack.no_priors, 'no'],
    }),
  ];
}

export function organisationExamples(_: string, patterns: Patterns): readonly Example[] {
  const pack = OrganisationSchema.parse(patterns.files.get('checks/organisation'));
  const name: Answer = (text, given) => titleOrganisation(text, given) ?? 'none';
  return [
    ...each(pack.headings, 'headings', ({ text, name: is }, at) =>
      expecting(at, text, 'heading', is, (given) => name(foldText(text), given)),
    ),
    ...asked('heading', name, { no_headings: [pack.no_headings, 'none'] }),
  ];
}

export function requiredExamples(_: string, patterns: Patterns): readonly Example[] {
  const pack = RequiredSchema.parse(patterns.files.get('checks/required'));
  return [
    ...asked('elsewhere', (text, given) => yes(isElsewhere(text, given)), {
      elsewhere_examples: [pack.elsewhere_examples, 'yes'],
      not_elsewhere: [pack.not_elsewhere, 'no'],
    }),
    ...asked('entry', (text, given) => yes(glossaryItem(text, given) !== null), {
      entries: [pack.entries, 'yes'],
      no_entries: [pack.no_entries, 'no'],
    }),
  ];
}

export function witnessExamples(_: string, patterns: Patterns): readonly Example[] {
  const { unless } = WitnessSchema.parse(patterns.files.get('checks/witness'));
  return unless.flatMap(({ examples, others }, i) =>
    asked(`excuse ${i}`, (text, given) => yes(excuseTexts(given)[i]?.test(text) ?? false), {
      [`unless.${i}.examples`]: [examples, 'yes'],
      [`unless.${i}.others`]: [others, 'no'],
    }),
  );
}
