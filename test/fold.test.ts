import { describe, expect, it } from 'vitest';
import { fold, foldText } from '../src/fold.ts';

const lines = (...parts: string[]) => {
  const source = parts.join('\n');
  let start = 0;
  const spans = parts.map((part) => {
    const span = { start, end: start + part.length };
    start += part.length + 1;
    return span;
  });
  return { source, folded: fold(source, spans) };
};

describe('fold', () => {
  it.each([
    ['１２３．４５ 万元', '123.45万元'],
    ['增长 5.11 %', '增长5.11%'],
    ['占 3.2％', '占3.2%'],
    ['“三公”经费', '三公经费'],
    ['因 公 出 国 ( 境 ) 费', '因公出国（境）费'],
    ['部⻔⻋辆', '部门车辆'],
    ['⼀般', '一般'],
    ['1614 .27万元', '1614.27万元'],
    ['1 614.27 万元', '1614.27万元'],
    ['2.85 0.39 0.00', '2.85 0.39 0.00'],
    ['2024 年 12 月', '2024年12月'],
    ['收入,支出:', '收入，支出：'],
    ['1,177.45 万元', '1,177.45万元'],
    ['12.5, 3.1万元', '12.5，3.1万元'],
    ['－3.5', '-3.5'],
  ])('%s becomes %s', (printed, folded) => {
    expect(foldText(printed)).toBe(folded);
  });

  it('joins a number broken over lines', () => {
    expect(lines('支出1614.', '27万元').folded.text).toBe('支出1614.27万元');
    expect(lines('支出16', '14.27万元').folded.text).toBe('支出1614.27万元');
  });

  it('points back at the printed characters', () => {
    const { source, folded } = lines('收入 1614.', '27 万元，');
    const at = folded.text.indexOf('1614.27');
    const span = folded.source(at, at + '1614.27'.length);
    expect(source.slice(span.start, span.end)).toBe('1614.\n27');
  });
});
