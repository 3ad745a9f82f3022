/** OFD (GB/T 33190): positioned text and paths of its pages, laid out like those of a PDF. */
import type { Box, Notice } from '../../document.ts';
import { layOut } from '../../layout/index.ts';
import type { PageMarks } from '../../layout/marks.ts';
import type { Patterns } from '../../patterns/load.ts';
import { child, childrenOf, type XmlElement } from '../docx/xml.ts';
import { causeOf, failure, notice, type Reading } from '../notices.ts';
import type { Recogniser } from '../ocr/recogniser.ts';
import { type OcrOptions, recognised } from '../recognition.ts';
import { hasLostText, lostText } from '../scan.ts';
import { numbersIn, OfdPackage, resolve, textOf } from './package.ts';
import { MM, type OfdPage, PageWalk } from './page.ts';
import { type Resources, resourcesOf } from './resources.ts';

const A4 = [0, 0, 210, 297] as const;
const MOST_PAGES = 10_000;

export async function readOfd(bytes: Uint8Array, patterns: Patterns, { ocr }: OcrOptions = {}): Promise<Reading> {
  const notices: Notice[] = [];
  let pages: PageMarks[];
  try {
    const file = new OfdPackage(bytes);
    const read = pagesOf(file, notices);
    pages = read;
    for (const [i, page] of read.entries()) {
      if (hasLostText(page)) pages = pages.with(i, await lostPage(file, page, i + 1, ocr ?? null, notices));
    }
  } catch (error) {
    return failure('corrupt', `the OFD cannot be opened: ${causeOf(error)}`);
  }
  if (pages.length === 0)
    return { value: null, notices: [...failure('empty', 'the OFD has no page').notices, ...notices] };
  const { value, notices: more } = layOut(pages, patterns, 'ofd');
  if (notices.length === 0 && value.text.trim() === '')
    notices.push(notice('empty', 'warning', 'no page has any text'));
  return { value, notices: [...notices, ...more] };
}

/** A page that is a picture: what is recognised in it, or the page as it is. */
async function lostPage(
  file: OfdPackage,
  page: OfdPage,
  number: number,
  ocr: Recogniser | null,
  notices: Notice[],
): Promise<PageMarks> {
  const picture = page.image === null ? null : file.bytes(page.image);
  if (!ocr || !picture) {
    notices.push(lostText(number));
    return page;
  }
  return (await recognised(picture, page, number, ocr, notices)) ?? page;
}

interface Source {
  readonly file: OfdPackage;
  readonly path: string;
  /** Resources of the whole document. */
  readonly shared: Resources;
  readonly templates: ReadonlyMap<string, string>;
  readonly area: readonly number[];
}

/** The pages of all documents in the package; mostly it is one. */
function pagesOf(file: OfdPackage, notices: Notice[]): OfdPage[] {
  const root = file.xml('OFD.xml');
  if (!root) throw new Error('it has no OFD.xml');
  const pages: OfdPage[] = [];
  for (const body of childrenOf(root, 'ofd:DocBody')) {
    const path = resolve('OFD.xml', textOf(body, 'ofd:DocRoot') ?? '');
    const document = file.xml(path);
    if (!document) {
      notices.push(notice('corrupt', 'warning', `the part ${path.slice(0, 80)} is missing`));
      continue;
    }
    const common = child(document, 'ofd:CommonData');
    const templates = new Map<string, string>();
    for (const { attributes } of childrenOf(common, 'ofd:TemplatePage'))
      templates.set(attributes.ID ?? '', resolve(path, attributes.BaseLoc ?? ''));
    const shared = resourcesOf(file, common, path);
    const source = { file, path, shared, templates, area: areaOf(child(common, 'ofd:PageArea')) ?? A4 };
    for (const { attributes } of childrenOf(child(document, 'ofd:Pages'), 'ofd:Page')) {
      if (pages.length < MOST_PAGES) pages.push(pageOf(source, attributes.BaseLoc ?? '', pages.length + 1, notices));
    }
  }
  return pages;
}

function areaOf(element: XmlElement | undefined): number[] | null {
  const box = numbersIn(textOf(element, 'ofd:PhysicalBox'));
  return box.length === 4 && (box[2] as number) > 0 && (box[3] as number) > 0 ? box : null;
}

const NOTHING: Omit<OfdPage, 'width' | 'height'> = {
  glyphs: [],
  rules: [],
  picture: 0,
  image: null,
  shapes: 0,
  unknown: new Set(),
};

function pageOf(source: Source, location: string, number: number, notices: Notice[]): OfdPage {
  const path = resolve(source.path, location);
  try {
    const page = source.file.xml(path);
    if (!page) throw new Error(`the part ${path.slice(0, 80)} is missing`);
    const read = walked(source, page, path);
    for (const name of read.unknown)
      notices.push({
        code: 'unknown-element',
        severity: 'info',
        page: number,
        message: `${name.slice(0, 40)} was passed over`,
      });
    return read;
  } catch (error) {
    notices.push({
      code: 'corrupt',
      severity: 'warning',
      page: number,
      message: `the page cannot be read: ${causeOf(error)}`,
    });
    return { ...NOTHING, width: (source.area[2] as number) * MM, height: (source.area[3] as number) * MM };
  }
}

function walked({ file, shared, templates, area: usual }: Source, page: XmlElement, path: string): OfdPage {
  const [x, y, w, h] = (areaOf(child(page, 'ofd:Area')) ?? usual) as [number, number, number, number];
  const [width, height] = [w * MM, h * MM];
  const area: Box = [0, 0, width, height];
  const base = [MM, 0, 0, MM, -x * MM, -y * MM] as const;
  const walk = new PageWalk(area, resourcesOf(file, page, path, shared));
  const layers: { order: string; run: () => void }[] = [];
  for (const { attributes } of childrenOf(page, 'ofd:Template')) {
    const location = templates.get(attributes.TemplateID ?? '');
    const template = location === undefined ? null : file.xml(location);
    const content = child(template ?? undefined, 'ofd:Content');
    if (content) layers.push({ order: attributes.ZOrder ?? 'Background', run: () => walk.walk(content, base) });
  }
  for (const layer of layers) if (layer.order !== 'Foreground') layer.run();
  const content = child(page, 'ofd:Content');
  if (content) walk.walk(content, base);
  for (const layer of layers) if (layer.order === 'Foreground') layer.run();
  const { glyphs, rules, picture, image, shapes, unknown } = walk;
  return { width, height, glyphs, rules, picture, image, shapes, unknown };
}
