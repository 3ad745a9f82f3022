export { innermostSection, sectionAt, sectionsAt } from './at.ts';
export { report } from './report/index.ts';
export { type SectionTree, sectionTree } from './tree.ts';
