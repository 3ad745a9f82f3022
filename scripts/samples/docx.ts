/** Writes a composed sample as OOXML: merged cells, generated list numbers, page numbers in the foot. */
import { strToU8, zipSync } from 'fflate';
import type { BlockForm, CellForm, Sample, TableForm } from './form.ts';
import { escapeXml, plain } from './write.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Width of the text in twentieths of a point. */
const TEXT_WIDTH = 9400;

const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

const paragraph = (runs: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;

interface Slot {
  readonly cell: CellForm;
  readonly column: number;
  readonly continued: boolean;
}

/** Every row with the slots that a cell above covers. */
function grid(table: TableForm): Slot[][] {
  const open = new Map<number, { cell: CellForm; left: number }>();
  return table.rows.map((row) => {
    const slots: Slot[] = [];
    const queue = [...row];
    for (let column = 0; queue.length > 0 || open.has(column); ) {
      const above = open.get(column);
      const cell = above ? above.cell : (queue.shift() as CellForm);
      slots.push({ cell, column, continued: above !== undefined });
      if (above) {
        if (--above.left === 0) open.delete(column);
      } else if ((cell.rows ?? 1) > 1) open.set(column, { cell, left: (cell.rows as number) - 1 });
      column += cell.columns ?? 1;
    }
    return slots;
  });
}

function tableXml(table: TableForm): string {
  const whole = table.widths.reduce((a, b) => a + b, 0);
  const widths = table.widths.map((width) => Math.round((width / whole) * TEXT_WIDTH));
  const small = '<w:sz w:val="16"/>';
  const rows = grid(table).map((slots, i) => {
    const cells = slots.map(({ cell, column, continued }) => {
      const columns = cell.columns ?? 1;
      const width = widths.slice(column, column + columns).reduce((a, b) => a + b, 0);
      const merge = (cell.rows ?? 1) > 1 ? `<w:vMerge${continued ? '' : ' w:val="restart"'}/>` : '';
      const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
      const text = continued ? '' : plain(cell.text);
      const align = /^-?[\d,]+\.\d+$/.test(text)
        ? '<w:jc w:val="right"/>'
        : i < table.headRows
          ? '<w:jc w:val="center"/>'
          : '';
      const content = paragraph(text === '' ? '' : run(text, small), `${align}<w:rPr>${small}</w:rPr>`);
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}</w:tcPr>${content}</w:tc>`;
    });
    const head = i < table.headRows ? '<w:tblHeader/>' : '';
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cells.join('')}</w:tr>`;
  });
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:color="000000"/>`).join('');
  return [
    paragraph(run(table.title, '<w:b/><w:sz w:val="28"/>'), '<w:keepNext/><w:jc w:val="center"/>'),
    ...table.above.map((text) => paragraph(run(text, '<w:sz w:val="18"/>'), '<w:keepNext/><w:jc w:val="right"/>')),
    `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    ...rows,
    '</w:tbl>',
    ...(table.below.length > 0 ? table.below.map((text) => paragraph(run(plain(text), small))) : [paragraph('')]),
  ].join('');
}

function blockXml(block: BlockForm): string {
  switch (block.kind) {
    case 'break':
      return paragraph('<w:r><w:br w:type="page"/></w:r>');
    case 'table':
      return tableXml(block);
    case 'title':
      return paragraph(run(block.text, '<w:b/><w:sz w:val="44"/>'), '<w:jc w:val="center"/>');
    case 'centred':
      return paragraph(run(block.text), '<w:jc w:val="center"/>');
    case 'contents':
      return paragraph(run(block.text + '…'.repeat(12) + block.page));
    case 'heading': {
      const list = block.auto
        ? `<w:numPr><w:ilvl w:val="${block.level - 2}"/><w:numId w:val="${block.auto}"/></w:numPr>`
        : '';
      return paragraph(run(plain(block.text)), `<w:pStyle w:val="Heading${block.level}"/>${list}`);
    }
    default:
      return paragraph(run(plain(block.text)), '<w:ind w:firstLineChars="200" w:firstLine="480"/>');
  }
}

function numberingXml(): string {
  const level = (i: number, text: string) =>
    `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
  // Each list begins anew at 一.
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const lists = [1, 2, 3].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${restart}</w:num>`).join('');
  return `${HEADER}<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, '%1、')}${level(1, '（%2）')}</w:abstractNum>${lists}</w:numbering>`;
}

function stylesXml(font: string): string {
  const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>`;
  const heading = (level: number, size: number) =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`;
  return `${HEADER}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="24"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${heading(1, 32)}${heading(2, 28)}${heading(3, 24)}</w:styles>`;
}

const footerXml = `${HEADER}<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;

export function asDocx(sample: Sample, font = 'Noto Serif CJK SC'): Uint8Array {
  const body = sample.blocks.map(blockXml).join('');
  const layout = `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1253" w:bottom="1440" w:left="1253" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`;
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${R}/${type}" Target="${target}"/>`;
  const relations = (list: string) =>
    `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`;
  const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const override = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${kind}.${type}+xml"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('styles', 'styles')}${override('numbering', 'numbering')}${override('footer1', 'footer')}</Types>`,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations(
      relation(1, 'styles', 'styles.xml') +
        relation(2, 'numbering', 'numbering.xml') +
        relation(3, 'footer', 'footer1.xml'),
    ),
    'word/document.xml': `${HEADER}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}${layout}</w:body></w:document>`,
    'word/styles.xml': stylesXml(font),
    'word/numbering.xml': numberingXml(),
    'word/footer1.xml': footerXml,
  };
  // A fixed time, so that the same sample gives the same bytes.
  const entries = Object.entries(files).map(
    ([name, text]) => [name, [strToU8(text), { mtime: '2024-01-01T00:00:00' }]] as const,
  );
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}
