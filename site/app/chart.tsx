/** A chart, and the numbers behind it: whoever cannot see the picture, or wants the figures, opens them below. */

import {
  BarController,
  BarElement,
  CategoryScale,
  type ChartConfiguration,
  Chart as ChartJs,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLanguage } from './language.tsx';
import { Scroll } from './scroll.tsx';

ChartJs.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);
ChartJs.defaults.animation = false;
ChartJs.defaults.maintainAspectRatio = false;
ChartJs.defaults.font.family = 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
ChartJs.defaults.color = '#4a5261';
ChartJs.defaults.borderColor = '#e6e2d8';
ChartJs.defaults.plugins.legend.labels.boxWidth = 12;
ChartJs.defaults.plugins.legend.labels.boxHeight = 12;

export interface ChartProps {
  readonly title: string;
  readonly note?: string;
  /** In pixels. */
  readonly height: number;
  readonly config: ChartConfiguration;
  readonly head: readonly string[];
  readonly figures: readonly (readonly ComponentChildren[])[];
  /** Called with the index of what was clicked. */
  readonly onPick?: (index: number) => void;
}

export function Chart({ title, note, height, config, head, figures, onPick }: ChartProps) {
  const { t } = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    if (!canvas.current) return;
    const chart = new ChartJs(canvas.current, {
      ...config,
      options: {
        ...config.options,
        onClick: (_, elements) => {
          if (elements[0]) pick.current?.(elements[0].index);
        },
      },
    });
    return () => chart.destroy();
  }, [config]);
  return (
    <figure class="chart">
      <figcaption>
        <h2>{title}</h2>
        {note && <p>{note}</p>}
      </figcaption>
      {figures.length === 0 && <p class="notice">{t('nothingStated')}</p>}
      <div class="canvas" style={{ height: `${height}px` }} hidden={figures.length === 0}>
        <canvas ref={canvas} role="img" aria-label={`${title}: ${t('figuresBelow')}`} />
      </div>
      <details hidden={figures.length === 0}>
        <summary>{t('figures')}</summary>
        <Scroll label={title}>
          <table class="data">
            <thead>
              <tr>
                {head.map((each) => (
                  <th key={each} scope="col">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.map((row, i) => (
                <tr key={String(i)}>
                  {row.map((cell, column) => (column === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </figure>
  );
}
