/** What a process and all that it started take of memory and processors, as Linux tells. */
import { readdirSync, readFileSync } from 'node:fs';

const PAGE = 4096;
/** Of the times in /proc: a hundred ticks a second on every Linux. */
const TICKS = 100;

/** Seconds that the threads of a process ran, and waited for a processor that others had. */
function wanted(pid: string): number {
  let sum = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    const [ran, waited] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ');
    sum += Number(ran) + Number(waited);
  }
  return sum / 1e9;
}

interface Seen {
  readonly parent: number;
  readonly cpu: number;
  readonly rss: number;
  readonly wanted: number;
}

function all(): Map<number, Seen> {
  const seen = new Map<number, Seen>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // Its own time, and that of children that it has seen end.
      const cpu = [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0) / TICKS;
      seen.set(Number(name), { parent: Number(fields[1]), cpu, rss: Number(fields[21]) * PAGE, wanted: wanted(name) });
    } catch {
      // It has ended in between.
    }
  }
  return seen;
}

export interface Sample {
  readonly seconds: number;
  readonly rss: number;
  readonly cpu: number;
  /** By process: seconds in which it ran or wanted to. */
  readonly wanted: ReadonlyMap<number, number>;
}

/** Of the process and its living descendants; the time of those that ended counts with their parents. */
export function sample(root: number, began: number): Sample {
  const seen = all();
  const members = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, { parent }] of seen) {
      if (members.has(parent) && !members.has(pid)) grown = Boolean(members.add(pid));
    }
  }
  const own = [...members].flatMap((pid) => seen.get(pid) ?? []);
  const sum = (of: (each: Seen) => number) => own.reduce((total, each) => total + of(each), 0);
  return {
    seconds: (performance.now() - began) / 1000,
    rss: sum(({ rss }) => rss),
    cpu: sum(({ cpu }) => cpu),
    wanted: new Map([...members].flatMap((pid) => (seen.has(pid) ? [[pid, seen.get(pid)?.wanted ?? 0] as const] : []))),
  };
}
