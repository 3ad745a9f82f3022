export { innermostSection, sectionAt, sectionsAt } from './at.ts';
export { type SectionTree, sectionTree } from './tree.ts';
