/** The packs that the program reads. A file that none of them names is read by nobody. */
import type { z } from 'zod';
import { RulesSchema, rules } from '../checks/catalogue.ts';
import { CopiedSchema } from '../checks/copied.ts';
import { DirectionSchema, directionWords } from '../checks/direction.ts';
import { EquationSchema, equations } from '../checks/equations.ts';
import { excuseTexts, WitnessSchema } from '../checks/excuses.ts';
import { introduction, ListSchema } from '../checks/listing.ts';
import { MessageSchema, messages } from '../checks/message.ts';
import { OrganisationSchema, titleOrganisation } from '../checks/organisation.ts';
import { comparedYear, PeriodSchema } from '../checks/period.ts';
import { isElsewhere, RequiredSchema } from '../checks/required.ts';
import { ResidueSchema, residueRules } from '../checks/residue.ts';
import { namesNoWhole, ShareSchema } from '../checks/shares.ts';
import { SubjectWordsSchema } from '../checks/subject.ts';
import { HierarchySchema } from '../checks/table-sums.ts';
import { DatasetLabelSchema, EnglishSchema, labels } from '../dataset/labels.ts';
import { ClassificationSchema, classification } from '../facts/classification.ts';
import { SentenceExamplesSchema, sentenceExamples } from '../facts/narrative/examples.ts';
import { CountPack, FamilyPack, LabelPack, lexicon, SubjectPack, WordPack } from '../facts/narrative/lexicon.ts';
import { NumberSchema, numberPack } from '../facts/narrative/mentions.ts';
import { CommonSchema, KindSchema, mappings } from '../facts/tables/mapping.ts';
import { LayoutSchema, words } from '../layout/words.ts';
import type { Patterns } from '../patterns/load.ts';
import { VocabularySchema, vocabulary } from '../patterns/vocabulary.ts';
import { HtmlRulesSchema, htmlRules } from '../read/html/index.ts';
import { MirrorSchema, mirrorRules } from '../read/mirror.ts';
import { MisreadSchema, misreadRules } from '../read/ocr/misread.ts';
import { TextRulesSchema, textRules } from '../read/reflow.ts';
import { SectionSchema, sectionRules } from '../sections/kinds.ts';
import { RegionSchema, ReportSchema, regions, reportRules } from '../sections/report/rules.ts';
import type { PackDefinition } from './definition.ts';
import * as checks from './examples/checks.ts';
import { equationExamples } from './examples/equations.ts';
import {
  htmlLayoutExamples,
  layoutExamples,
  mirrorExamples,
  misreadExamples,
  textLayoutExamples,
} from './examples/layout.ts';
import {
  FamiliesSchema,
  familyExamples,
  regionExamples,
  reportExamples,
  sectionExamples,
} from './examples/sections.ts';
import { numberExamples, sentencePackExamples } from './examples/sentences.ts';
import { tableExamples } from './examples/tables.ts';

const none = () => [];
/** For packs without expressions: their stage parses them on its way. */
const parsed = (key: string, schema: z.ZodType) => (patterns: Patterns) => schema.parse(patterns.files.get(key));

/** A pack of its own comes before the folder that it lies in. */
export const DEFINITIONS: readonly PackDefinition[] = [
  {
    match: 'vocabulary',
    schemaName: 'vocabulary',
    title: 'Vocabulary',
    summary: 'The closed list of what facts can be about, how much of it is stated, against what, and in which units.',
    reader: 'src/patterns/vocabulary.ts',
    schema: VocabularySchema,
    compile: vocabulary,
    examples: none,
  },
  {
    match: 'numbers',
    schemaName: 'numbers',
    title: 'Numbers in sentences',
    summary:
      'What a printed number can be: an amount, a percentage or a count by its unit, or a date, a code, a list number that states nothing.',
    reader: 'src/facts/narrative/mentions.ts',
    schema: NumberSchema,
    compile: numberPack,
    examples: numberExamples,
  },
  {
    match: 'sentences/labels',
    schemaName: 'sentence-labels',
    title: 'Labels in sentences',
    summary: 'The words that name what a number is about, and the concept they mean in each kind of section.',
    reader: 'src/facts/narrative/lexicon.ts',
    schema: LabelPack,
    compile: lexicon,
    examples: none,
  },
  {
    match: 'sentences/families',
    schemaName: 'sentence-families',
    title: 'Families of sections',
    summary:
      'What the sections of a narrative are about, so that a label that is used for several things gets its meaning.',
    reader: 'src/facts/narrative/lexicon.ts',
    schema: FamilyPack,
    compile: lexicon,
    examples: none,
  },
  {
    match: 'sentences/words',
    schemaName: 'sentence-words',
    title: 'Words around numbers',
    summary:
      'Comparison, direction, completion, share, cause: the words that say how a number states something about a label.',
    reader: 'src/facts/narrative/lexicon.ts',
    schema: WordPack,
    compile: lexicon,
    examples: none,
  },
  {
    match: 'sentences/counts',
    schemaName: 'sentence-counts',
    title: 'Counts in sentences',
    summary: 'What a printed count counts: groups, persons, vehicles, projects, scores.',
    reader: 'src/facts/narrative/lexicon.ts',
    schema: CountPack,
    compile: lexicon,
    examples: none,
  },
  {
    match: 'sentences/subjects',
    schemaName: 'sentence-subjects',
    title: 'Subjects in sentences',
    summary: 'How sentences name subjects of the classifications and projects: 类, 款, 项, codes, bare names.',
    reader: 'src/facts/narrative/lexicon.ts',
    schema: SubjectPack,
    compile: lexicon,
    examples: none,
  },
  {
    match: 'sentences/examples/*',
    schemaName: 'sentence-examples',
    title: 'Sentences and what they state',
    summary:
      'Sentences in words of this project and the facts that they must give; they test all packs of sentences together.',
    reader: 'src/facts/narrative/examples.ts',
    schema: SentenceExamplesSchema,
    compile: sentenceExamples,
    examples: sentencePackExamples,
  },
  {
    match: 'tables/common',
    schemaName: 'table-words',
    title: 'What all tables share',
    summary: 'Titles, units, the roles of columns, the marks of rows and cells, and the notes under tables.',
    reader: 'src/facts/tables/mapping.ts',
    schema: CommonSchema,
    compile: mappings,
    examples: none,
  },
  {
    match: 'tables/*',
    schemaName: 'table',
    title: 'A kind of table',
    summary: 'Titles of one kind of table, and what its columns and rows mean.',
    reader: 'src/facts/tables/mapping.ts',
    schema: KindSchema,
    compile: mappings,
    examples: tableExamples,
  },
  {
    match: 'classification/*',
    schemaName: 'classification',
    title: 'Classification',
    summary: 'Codes and names of budget subjects over the years.',
    reader: 'src/facts/classification.ts',
    schema: ClassificationSchema,
    compile: classification,
    examples: none,
  },
  {
    match: 'sections',
    schemaName: 'sections',
    title: 'Sections',
    summary: 'The kinds of sections, the titles that say them, and how headings are numbered.',
    reader: 'src/sections/kinds.ts',
    schema: SectionSchema,
    compile: sectionRules,
    examples: sectionExamples,
  },
  {
    match: 'sections/families',
    schemaName: 'section-families',
    title: 'Orders of headings',
    summary: 'Whole orders of headings as provinces print them, each heading with its kind: examples for the sections.',
    reader: 'src/packs/examples/sections.ts',
    schema: FamiliesSchema,
    compile: sectionRules,
    examples: familyExamples,
  },
  {
    match: 'labels/dataset',
    schemaName: 'labels-dataset',
    title: 'Names of tables and columns',
    summary: 'What the tables and columns of a dataset are, for people. No part of extraction.',
    reader: 'src/dataset/labels.ts',
    schema: DatasetLabelSchema,
    compile: labels,
    examples: none,
  },
  {
    match: 'labels/english',
    schemaName: 'labels-english',
    title: 'English names',
    summary: 'English names of the ids of the vocabulary, for people. No part of extraction.',
    reader: 'src/dataset/labels.ts',
    schema: EnglishSchema,
    compile: labels,
    examples: none,
  },
  {
    match: 'report',
    schemaName: 'report',
    title: 'What a disclosure says about itself',
    summary: 'Title, organisation, fiscal year, kind, level, units and duties.',
    reader: 'src/sections/report/rules.ts',
    schema: ReportSchema,
    compile: reportRules,
    examples: reportExamples,
  },
  {
    match: 'regions',
    schemaName: 'regions',
    title: 'Regions',
    summary: 'Provinces and prefectures by which an organisation is placed.',
    reader: 'src/sections/report/rules.ts',
    schema: RegionSchema,
    compile: regions,
    examples: regionExamples,
  },
  {
    match: 'layout',
    schemaName: 'layout',
    title: 'Layout of pages',
    summary: 'Page numbers, tables of contents, numbering and ends of sentences: what belongs together on a page.',
    reader: 'src/layout/words.ts',
    schema: LayoutSchema,
    compile: words,
    examples: layoutExamples,
  },
  {
    match: 'layout-text',
    schemaName: 'layout-text',
    title: 'Layout of plain text',
    summary: 'Where a line of a text without markup goes on.',
    reader: 'src/read/reflow.ts',
    schema: TextRulesSchema,
    compile: textRules,
    examples: textLayoutExamples,
  },
  {
    match: 'layout-html',
    schemaName: 'layout-html',
    title: 'Layout of web pages',
    summary: 'What of a web page is navigation and not the document.',
    reader: 'src/read/html/index.ts',
    schema: HtmlRulesSchema,
    compile: htmlRules,
    examples: htmlLayoutExamples,
  },
  {
    match: 'layout-ocr',
    schemaName: 'layout-ocr',
    title: 'Misread print',
    summary: 'Words of accounts that recognition of pictures takes for others, set right.',
    reader: 'src/read/ocr/misread.ts',
    schema: MisreadSchema,
    compile: misreadRules,
    examples: misreadExamples,
  },
  {
    match: 'mirrors',
    schemaName: 'mirrors',
    title: 'Damaged copies',
    summary: 'What mirrors do to a text so that copies can be told, and how it is undone.',
    reader: 'src/read/mirror.ts',
    schema: MirrorSchema,
    compile: mirrorRules,
    examples: mirrorExamples,
  },
  {
    match: 'checks/equations',
    schemaName: 'check-equations',
    title: 'Equations',
    summary: 'What must add up, as concepts of the vocabulary.',
    reader: 'src/checks/equations.ts',
    schema: EquationSchema,
    compile: equations,
    examples: equationExamples,
  },
  {
    match: 'checks/rules',
    schemaName: 'check-rules',
    title: 'Catalogue of rules',
    summary:
      'What each rule that is no equation asks and how it is judged; what the files of one organisation are compared by.',
    reader: 'src/checks/catalogue.ts',
    schema: RulesSchema,
    compile: rules,
    examples: none,
  },
  {
    match: 'checks/residue',
    schemaName: 'check-residue',
    title: 'Template residue',
    summary: 'What a template leaves behind when it is filled in carelessly.',
    reader: 'src/checks/residue.ts',
    schema: ResidueSchema,
    compile: residueRules,
    examples: checks.residueExamples,
  },
  {
    match: 'checks/lists',
    schemaName: 'check-lists',
    title: 'Lists',
    summary: 'How the words between a whole and its parts announce whether all parts are named.',
    reader: 'src/checks/listing.ts',
    schema: ListSchema,
    compile: (patterns) => introduction('。', patterns),
    examples: checks.listExamples,
  },
  {
    match: 'checks/direction',
    schemaName: 'check-direction',
    title: 'Directions',
    summary: 'Words that compare two amounts.',
    reader: 'src/checks/direction.ts',
    schema: DirectionSchema,
    compile: directionWords,
    examples: checks.directionExamples,
  },
  {
    match: 'checks/shares',
    schemaName: 'check-shares',
    title: 'Shares',
    summary: 'Shares of a whole, and wholes that are taken for one another.',
    reader: 'src/checks/shares.ts',
    schema: ShareSchema,
    compile: (patterns) => namesNoWhole('', patterns),
    examples: checks.shareExamples,
  },
  {
    match: 'checks/period',
    schemaName: 'check-period',
    title: 'Years of comparison',
    summary: 'The year that a change is measured against.',
    reader: 'src/checks/period.ts',
    schema: PeriodSchema,
    compile: (patterns) => comparedYear('', patterns),
    examples: checks.periodExamples,
  },
  {
    match: 'checks/organisation',
    schemaName: 'check-organisation',
    title: 'Names in titles',
    summary: 'Titles that name the organisation.',
    reader: 'src/checks/organisation.ts',
    schema: OrganisationSchema,
    compile: (patterns) => titleOrganisation('', patterns),
    examples: checks.organisationExamples,
  },
  {
    match: 'checks/required',
    schemaName: 'check-required',
    title: 'Required parts',
    summary: 'Parts of a disclosure that must hold something.',
    reader: 'src/checks/required.ts',
    schema: RequiredSchema,
    compile: (patterns) => isElsewhere('', patterns),
    examples: checks.requiredExamples,
  },
  {
    match: 'checks/witness',
    schemaName: 'check-witness',
    title: 'Identities',
    summary: 'Which figures are not compared with themselves elsewhere in the document.',
    reader: 'src/checks/excuses.ts',
    schema: WitnessSchema,
    compile: excuseTexts,
    examples: checks.witnessExamples,
  },
  {
    match: 'checks/subject',
    schemaName: 'check-subject',
    title: 'Names of subjects',
    summary: 'How names of classification subjects are compared.',
    reader: 'src/checks/subject.ts',
    schema: SubjectWordsSchema,
    compile: parsed('checks/subject', SubjectWordsSchema),
    examples: none,
  },
  {
    match: 'checks/hierarchy',
    schemaName: 'check-hierarchy',
    title: 'Sums of subjects',
    summary: 'How the rows of a table add up.',
    reader: 'src/checks/table-sums.ts',
    schema: HierarchySchema,
    compile: parsed('checks/hierarchy', HierarchySchema),
    examples: none,
  },
  {
    match: 'checks/copied',
    schemaName: 'check-copied',
    title: 'Copied sentences',
    summary: 'Two sides of one account whose sentences are copied from one another.',
    reader: 'src/checks/copied.ts',
    schema: CopiedSchema,
    compile: parsed('checks/copied', CopiedSchema),
    examples: none,
  },
  {
    match: 'checks/messages',
    schemaName: 'check-messages',
    title: 'Messages',
    summary: 'What findings say, in Chinese and in English.',
    reader: 'src/checks/message.ts',
    schema: MessageSchema,
    compile: messages,
    examples: none,
  },
];

/** Who reads the pack of this key; null if nobody does. */
export function definitionOf(key: string): PackDefinition | null {
  const folder = key.includes('/') ? `${key.slice(0, key.lastIndexOf('/'))}/*` : null;
  return DEFINITIONS.find(({ match }) => match === key) ?? DEFINITIONS.find(({ match }) => match === folder) ?? null;
}
