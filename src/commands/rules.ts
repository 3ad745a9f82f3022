/** `gongkai rules`: every rule, from the packs that the checks themselves read. */
import { rules } from '../checks/catalogue.ts';
import { rulesPage, rulesText } from '../reporting/rules-page.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { type PatternFlags, patternsFor } from './pattern-options.ts';

export interface RulesFlags extends PatternFlags {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

export function rulesCommand(named: readonly string[], options: RulesFlags, io: Io): number {
  const all = rules(patternsFor(options, io));
  const wanted = all.filter(
    ({ id }) => named.length === 0 || named.some((name) => id === name || id.startsWith(`${name}.`)),
  );
  if (wanted.length === 0) throw new UsageError(`no rule ${named.join(', ')}; gongkai rules lists them`);
  if (options.json) io.stdout(`${JSON.stringify(wanted, null, 2)}\n`);
  else io.stdout(options.markdown ? rulesPage(wanted) : rulesText(wanted, io.colours));
  return EXIT.done;
}
