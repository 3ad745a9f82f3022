/** Examples that contradict one another: what one says a text is, another denies or says otherwise. */
import { foldText } from '../../fold.ts';
import type { Example } from '../definition.ts';
import type { PackExamples } from '../run.ts';
import type { Pack } from './content.ts';
import type { Path, Problem } from './problem.ts';

interface Asked {
  readonly key: string;
  readonly example: Example;
}

export function overlaps(packs: readonly Pack[], examples: readonly PackExamples[]): Problem[] {
  const byQuestion = new Map<string, Asked[]>();
  for (const { key, examples: own } of examples) {
    for (const example of own) {
      const question = foldText(example.question);
      byQuestion.set(question, [...(byQuestion.get(question) ?? []), { key, example }]);
    }
  }
  return [...byQuestion.values()].flatMap((asked) =>
    asked.flatMap((one, i) => {
      const other = asked.slice(0, i).find(({ example }) => contradict(one.example, example));
      const pack = packs.find(({ key }) => key === one.key);
      if (!other || !pack) return [];
      const at: Path = one.example.at.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      return [
        pack.places.problem('overlap', at, `says otherwise than ${other.key} ${other.example.at}: ${one.example.text}`),
      ];
    }),
  );
}

function contradict({ answer: a }: Example, { answer: b }: Example): boolean {
  if ('is' in a && 'is' in b) return a.is !== b.is;
  if ('is' in a && 'not' in b) return a.is === b.not;
  return 'not' in a && 'is' in b && a.not === b.is;
}
