/** Both intervals on one line: they do not meet. A picture of what is said beside it. */

type Pair = readonly [string, string];

const WIDTH = 300;
const LEAST = 4;

export function IntervalPicture({ expected, actual }: { readonly expected: Pair; readonly actual: Pair }) {
  // Lengths in a picture, no figures.
  const all = [...expected, ...actual].map(Number);
  const low = Math.min(...all);
  const span = Math.max(...all) - low;
  if (!(span > 0) || !Number.isFinite(span)) return null;
  const x = (value: string) => 10 + ((Number(value) - low) / span) * (WIDTH - 20);
  const bar = ([from, to]: Pair, y: number, name: string) => {
    const width = Math.max(LEAST, x(to) - x(from));
    return <rect class={name} x={Math.min(x(from), WIDTH - 10 - width)} y={y} width={width} height="8" rx="2" />;
  };
  return (
    <svg class="intervals" viewBox={`0 0 ${WIDTH} 40`} aria-hidden="true">
      <line x1="0" x2={WIDTH} y1="20" y2="20" />
      {bar(expected, 8, 'expected')}
      {bar(actual, 24, 'actual')}
    </svg>
  );
}
