/** How far a scan leans: the angle at which its lines of print stand out most. */
import type { Grey } from './grey.ts';

/** In degrees: scanners and hands lean no further. */
const MOST = 3;
const STEPS = [0.5, 0.1, 0.02] as const;
/** Points of ink that are looked at. */
const SAMPLE = 60_000;

/** The angle in degrees by which the image has to be turned counterclockwise to stand upright. */
export function skewOf({ width, height }: Grey, ink: Uint8Array): number {
  const xs: number[] = [];
  const ys: number[] = [];
  let total = 0;
  for (const dot of ink) total += dot;
  const every = Math.max(1, Math.floor(total / SAMPLE));
  for (let i = 0, seen = 0; i < ink.length; i++) {
    if (ink[i] !== 1 || seen++ % every !== 0) continue;
    xs.push(i % width);
    ys.push(Math.floor(i / width));
  }
  if (xs.length < 200) return 0;
  const bins = new Uint32Array(height + width);
  const sharpness = (degrees: number) => {
    bins.fill(0);
    const slope = Math.tan((degrees * Math.PI) / 180);
    const shift = width / 2;
    for (let i = 0; i < xs.length; i++) {
      const row = Math.round((ys[i] as number) - (xs[i] as number) * slope + shift);
      if (row >= 0 && row < bins.length) bins[row] = (bins[row] as number) + 1;
    }
    let sum = 0;
    for (const bin of bins) sum += bin * bin;
    return sum;
  };
  let best = 0;
  let reach: number = MOST;
  for (const step of STEPS) {
    let [found, most] = [best, -1];
    for (let angle = best - reach; angle <= best + reach + 1e-9; angle += step) {
      const value = sharpness(angle);
      if (value > most) [found, most] = [angle, value];
    }
    best = found;
    reach = step;
  }
  return Math.abs(best) < 0.03 ? 0 : best;
}
