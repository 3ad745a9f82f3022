/** Many small disclosures of one invented bureau, no two with the same figures. */
export function harvest(count: number, from = 0): Record<string, string> {
  const files: Record<string, string> = {};
  for (let i = from; i < from + count; i++) files[`${String(i).padStart(5, '0')}.txt`] = disclosure(i);
  return files;
}

function disclosure(i: number): string {
  const year = 2019 + (i % 6);
  const total = 1000 + i;
  const amount = (value: number) => `${value.toLocaleString('en')}.50万元`;
  return `青石县水务局${year}年度部门决算

第三部分 ${year}年度部门决算情况说明

一、收入支出决算总体情况说明
${year}年度收入总计${amount(total)}，支出总计${amount(total)}。与${year - 1}年度相比，收入总计增加${amount(i + 1)}。

二、收入决算情况说明
本年收入合计${amount(total - 10)}，其中：财政拨款收入${amount(total - 10)}，占100%。
`;
}
