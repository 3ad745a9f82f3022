/** Final accounts of further provincial families. */
import { beijing } from './beijing.ts';
import type { Sample } from './form.ts';
import { fujian } from './fujian.ts';
import { guangxi } from './guangxi.ts';
import { hunan } from './hunan.ts';
import { shaanxi } from './shaanxi.ts';
import { yunnan } from './yunnan.ts';

export const FINALS: readonly Sample[] = [hunan, guangxi, yunnan, beijing, fujian, shaanxi];
