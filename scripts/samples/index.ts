import { BLIND } from './blind.ts';
import { chongqing } from './chongqing.ts';
import { FINALS } from './finals.ts';
import type { Sample } from './form.ts';
import { gansu } from './gansu.ts';
import { hubei } from './hubei.ts';
import { hunanBudget } from './hunan-budget.ts';
import { jiangxi } from './jiangxi.ts';
import { liaoning } from './liaoning.ts';
import { neimenggu } from './neimenggu.ts';
import { shandong } from './shandong.ts';
import { shanghai } from './shanghai.ts';
import { sichuan } from './sichuan.ts';
import { sichuanBudget } from './sichuan-budget.ts';
import { tianjin } from './tianjin.ts';

export const SAMPLES: readonly Sample[] = [
  hubei,
  sichuan,
  liaoning,
  gansu,
  jiangxi,
  shanghai,
  hunanBudget,
  sichuanBudget,
  chongqing,
  tianjin,
  neimenggu,
  shandong,
  ...FINALS,
  ...BLIND,
];
