/** A short disclosure of an invented bureau, for calls of the whole program. */
export const DISCLOSURE = `青石县水务局2024年度部门决算

第三部分 2024年度部门决算情况说明

一、收入支出决算总体情况说明
2024年度收入总计1,200.50万元，支出总计1,200.50万元。与2023年度相比，收入总计增加100.50万元，增长9.14%。

二、收入决算情况说明
本年收入合计1,150.00万元，其中：财政拨款收入1,150.00万元，占100%。
`;
