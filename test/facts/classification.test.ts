import { describe, expect, it } from 'vitest';
import { classification } from '../../src/facts/classification.ts';
import { loadPatterns } from '../../src/patterns/load.ts';

const dictionary = classification(loadPatterns());

describe('classification', () => {
  it('names a code by its year', () => {
    expect(dictionary.name('functional', '207', 2018)).toBe('文化体育与传媒支出');
    expect(dictionary.name('functional', '207', 2019)).toBe('文化旅游体育与传媒支出');
    expect(dictionary.name('functional', '2080501', 2019)).toBe('归口管理的行政单位离退休');
    expect(dictionary.name('functional', '2080501', 2020)).toBe('行政单位离退休');
    expect(dictionary.name('functional', '224', 2018)).toBeNull();
  });

  it('leaves a name null where the year of the change is unknown', () => {
    expect(dictionary.name('functional', '2050302', 2024)).toBeNull();
    expect(dictionary.names('functional', '2050302')).toEqual(['中等职业教育', '中专教育']);
  });

  it('finds the code of a name, with or without its closing word', () => {
    expect(dictionary.code('functional', '社会保障和就业支出', 2024)).toBe('208');
    expect(dictionary.code('functional', '社会保障和就业', 2024)).toBe('208');
    expect(dictionary.code('functional', '住房公积金', 2024)).toBe('2210201');
    expect(dictionary.code('economic', '差旅费', 2024)).toBe('30211');
  });

  it('gives no code for a name of another year', () => {
    expect(dictionary.code('functional', '医疗卫生与计划生育支出', 2024)).toBeNull();
    expect(dictionary.code('functional', '医疗卫生与计划生育支出', 2018)).toBe('210');
  });

  it('needs the parents of a name that many codes share', () => {
    expect(dictionary.code('functional', '行政运行', 2024)).toBeNull();
    expect(dictionary.code('functional', '行政运行', 2024, ['城乡社区支出', '城乡社区管理事务'])).toBe('2120101');
    expect(dictionary.code('functional', '行政运行', 2024, ['财政事务'])).toBe('2010601');
    expect(dictionary.code('functional', '住房公积金', 2024, ['卫生健康支出'])).toBeNull();
  });

  it('tells a 类 from the item of the same name', () => {
    expect(dictionary.code('functional', '其他支出', 2024)).toBeNull();
    expect(dictionary.code('functional', '其他支出', 2024, ['其他支出', '其他支出'])).toBe('2299999');
  });

  it('knows subject names of any year', () => {
    expect(dictionary.isSubjectName('行政事业单位离退休')).toBe(true);
    expect(dictionary.isSubjectName('主要职能')).toBe(false);
  });
});
