/** Concepts in families, each with a colour of its own. */

export const FAMILIES = [
  'income',
  'expenditure',
  'fiscal',
  'general',
  'funds',
  'three_public',
  'purchases',
  'staff',
  'performance',
  'other',
] as const;
export type Family = (typeof FAMILIES)[number];

const BY_HEAD: Readonly<Record<string, Family>> = {
  balance: 'income',
  income: 'income',
  expenditure: 'expenditure',
  fiscal: 'fiscal',
  general: 'general',
  fund: 'funds',
  capital: 'funds',
  three_public: 'three_public',
  meeting: 'three_public',
  training: 'three_public',
  event: 'three_public',
  agency_operation: 'purchases',
  procurement: 'purchases',
  assets: 'purchases',
  staff: 'staff',
  organisation: 'staff',
  performance: 'performance',
};

export function familyOf(concept: string): Family {
  const head = concept.split('.')[0] as string;
  return Object.hasOwn(BY_HEAD, head) ? (BY_HEAD[head] as Family) : 'other';
}
