/** What happens in a run as JSON, a line each, for programs that watch it. */
import { pino } from 'pino';
import type { Watcher } from '../batch/run.ts';

export function log(write: (text: string) => void): Watcher {
  const logger = pino({ base: undefined }, { write });
  return {
    started: (inputs) => logger.info({ inputs }, 'started'),
    extracting: (key, { path }) => logger.info({ key, path }, 'extracting'),
    done: ({ path }, outcome, reused) => {
      if (outcome.status === 'refused') logger.warn({ path, reused, reason: outcome.reason }, 'failed');
      else logger.info({ path, reused, id: outcome.id, facts: outcome.facts, findings: outcome.findings }, 'extracted');
    },
    passed: ({ path }, status, reason) => logger.info({ path, status, reason }, 'passed'),
    killed: (place, reason, attempt) => logger.warn({ path: place?.path ?? null, reason, attempt }, 'killed'),
    writing: () => logger.info('writing'),
  };
}
