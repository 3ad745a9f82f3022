/** Samples written by an examiner who had not read the program: their first scores are figures of accuracy on unseen text. */
import { anhui } from './anhui.ts';
import { beijingBudget } from './beijing-budget.ts';
import { centralBudget } from './central-budget.ts';
import { chongqingBudget } from './chongqing-budget.ts';
import type { Sample } from './form.ts';
import { guangdong } from './guangdong.ts';
import { guangdongNarrative } from './guangdong-narrative.ts';
import { guizhou } from './guizhou.ts';
import { hebei } from './hebei.ts';
import { heilongjiang } from './heilongjiang.ts';
import { jiangsu } from './jiangsu.ts';
import { jiangsuFinal } from './jiangsu-final.ts';
import { jiangxiBudget } from './jiangxi-budget.ts';
import { jilin } from './jilin.ts';
import { ningxia } from './ningxia.ts';
import { shaanxiBudget } from './shaanxi-budget.ts';
import { shanxi } from './shanxi.ts';
import { fujianBudget, guangdongBudget } from './southern-budgets.ts';
import { xinjiang } from './xinjiang.ts';
import { zhejiang } from './zhejiang.ts';

export const BLIND: readonly Sample[] = [
  guangdong,
  guangdongNarrative,
  zhejiang,
  jiangsu,
  anhui,
  guizhou,
  xinjiang,
  hebei,
  shanxi,
  jiangsuFinal,
  chongqingBudget,
  ningxia,
  jiangxiBudget,
  heilongjiang,
  centralBudget,
  beijingBudget,
  jilin,
  shaanxiBudget,
  fujianBudget,
  guangdongBudget,
];
