import { expect, it } from 'vitest';
import { defaultMeasureOf } from '../../src/facts/measure.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { documentOf, reportOf } from './tables/build.ts';

const patterns = loadPatterns();
const measure = (...lines: string[]) => defaultMeasureOf(reportOf('three_public'), documentOf(lines), patterns);

it('is that of the text where kind and title do not say', () => {
  expect(measure('根据《预决算公开规程》，2024年安排“三公”经费预算总额为5.00万元。')).toBe('budget');
  expect(measure('2024年“三公”经费决算数5.00万元。')).toBe('final');
  expect(measure('一、“三公”经费安排情况', '2024年“三公”经费5.00万元，比上年减少1.00万元。')).toBe('budget');
});
