/** How far a run is, on one line of a terminal that is written over and over. */
import type { Outcome, Place } from '../batch/entry.ts';
import type { Watcher } from '../batch/run.ts';
import { printable } from './io.ts';

/** Writing more often would cost more than it tells. */
const EVERY_MS = 200;
const NAME_LENGTH = 40;

export class Progress implements Watcher {
  private total = 0;
  private met = 0;
  private extracted = 0;
  private failures = 0;
  private findings = 0;
  private begun = 0;
  private shown = 0;

  constructor(
    private readonly write: (text: string) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  started(inputs: number): void {
    this.total = inputs;
    this.begun = this.now();
  }

  done(place: Place, outcome: Outcome, reused: boolean): void {
    this.met++;
    if (!reused) this.extracted++;
    if (outcome.status === 'refused') this.failures++;
    else this.findings += outcome.findings.error + outcome.findings.warning + outcome.findings.info;
    this.show(place.path);
  }

  passed(place: Place, status: string): void {
    this.met++;
    if (status === 'failed') this.failures++;
    this.show(place.path);
  }

  writing(): void {
    this.line('writing the dataset');
  }

  clear(): void {
    this.write('\r\u001b[K');
  }

  private show(path: string): void {
    const now = this.now();
    if (now - this.shown < EVERY_MS) return;
    this.shown = now;
    const rate = this.extracted / Math.max(0.001, (now - this.begun) / 1000);
    // An archive is one input and many documents: the total grows with what is met.
    const total = Math.max(this.total, this.met);
    const left = rate > 0 ? ` · ${duration((total - this.met) / rate)} left` : '';
    const counts = `${this.met}/${total} · ${rate.toFixed(1)}/s${left} · ${this.failures} failed · ${this.findings} findings`;
    const name = path.length > NAME_LENGTH ? `…${path.slice(1 - NAME_LENGTH)}` : path;
    this.line(`${counts} · ${printable(name)}`);
  }

  private line(text: string): void {
    this.write(`\r\u001b[K${text}`);
  }
}

export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
