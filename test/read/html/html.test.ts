import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/read/html/index.ts';
import { content, documentIn, patterns, shown } from '../shown.ts';

const page = (body: string, head = '') => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const document = (body: string, head = '') =>
  documentIn(readHtml(new TextEncoder().encode(page(body, head)), patterns));
const text = (body: string, head = '') => content(document(body, head));

describe('blocks and lines of a page', () => {
  it('are paragraphs, with white space as a browser shows it', () => {
    expect(text('<div>\n  一、收入\n  <span>12.50</span>\n万元<p>二、支出</p>三</div>')).toEqual([
      '一、收入 12.50 万元',
      '二、支出',
      '三',
    ]);
  });

  it('break inside a paragraph, and into paragraphs where a new one begins', () => {
    expect(text('<p>某某局<br>2024年度部门决算</p>')).toEqual(['某某局 / 2024年度部门决算']);
    expect(text('<p>收入增加。<br>支出减少。<br>一、概况<br>&nbsp;&nbsp;缩进<br><br>另段</p>')).toEqual([
      '收入增加。',
      '支出减少。',
      '一、概况',
      '缩进',
      '另段',
    ]);
  });

  it('have heading levels', () => {
    const { blocks } = document('<h1>甲</h1><h3>乙</h3><p>丙</p>');
    expect(blocks.map((block) => block.kind === 'paragraph' && block.heading)).toEqual([1, 3, null]);
  });

  it('leave out what is hidden, deleted or not printed', () => {
    const head = '<style>.off,#x{color:red;display:none} @media print{.on{display:none}}</style>';
    const body =
      '<p style="display: none">1</p><p hidden>2</p><p class="a off">3</p><p id="x">4</p><p class="on">见</p><script>5</script><p><del>6</del><span style="mso-hide:all">7</span>文</p><noscript>8</noscript><select><option>9</option></select>';
    expect(text(body, head)).toEqual(['见', '文']);
  });

  it('keep line breaks of preformatted text', () => {
    expect(text('<pre>一、甲。\n二、乙。</pre>')).toEqual(['一、甲。', '二、乙。']);
  });

  it('join lines of a page dump that wraps them', () => {
    const lines = [
      '本单位二〇二三年度收入总计为一千二百万元，支出总计为一千二百',
      '万元，与上年相比收入和支出各增加一百二十万元，增长百分之十一',
      '点一，主要原因是新增项目支出较多，人员经费按照规定的标准有所',
      '提高，同时年初结转和结余资金在本年度内全部安排使用完毕，没有',
      '形成新的结转和结余资金，其中财政拨款结转和结余资金全部上缴财',
      '政部门。',
    ];
    expect(text(lines.map((line) => `<div>${line}</div>`).join('')).join('|')).toBe(lines.join(' / '));
  });
});

describe('what surrounds the document', () => {
  const article = '<div class="article"><h1>2023年度部门决算</h1><p>本年收入12.50万元。</p></div>';

  it('is left out: menus, crumbs, footers, lists of links', () => {
    const body = `<nav><a href="/">首页</a></nav><div class="breadcrumb">当前位置：<a href="/">首页</a></div>${article}<ul><li><a href="1">要闻一</a></li><li><a href="2">要闻二</a></li><li><a href="3">要闻三</a></li></ul><div id="footer">版权所有 某某局</div>`;
    expect(text(body)).toEqual(['2023年度部门决算', '本年收入12.50万元。']);
  });

  it('is furniture where it is a line of its own', () => {
    const body = `${article}<p>【打印本页】【关闭窗口】</p><p>下一篇：关于会议的通知</p>`;
    expect(text(body)).toEqual(['2023年度部门决算', '本年收入12.50万元。']);
    expect(document(body).text).toContain('打印本页');
  });

  it('is kept where amounts stand in it, whatever it is called', () => {
    expect(text('<div class="footer"><p>支出12.50万元。</p></div>')).toEqual(['支出12.50万元。']);
    expect(
      text(
        '<table class="nav"><tr><td><a href="1">收入</a></td><td><a href="2">1.00</a></td></tr><tr><td><a href="3">支出</a></td><td><a href="4">2.00</a></td></tr></table>',
      ),
    ).toEqual(['[2x2] 收入@0,0 1.00@0,1 支出@1,0 2.00@1,1']);
  });

  it('is kept where it is the whole page', () => {
    expect(text('<div class="sidebar"><p>某某局主要职责</p><p>负责河道养护</p></div>')).toEqual([
      '某某局主要职责',
      '负责河道养护',
    ]);
  });
});

describe('tables of a page', () => {
  it('have spans, heads and feet in the order of a browser', () => {
    const body =
      '<table><caption>表一</caption><tfoot><tr><td>合计</td><td>3.00</td></tr></tfoot><thead><tr><th rowspan=2>项目<th>决算</thead><tbody><tr><td>甲<td>1.00</tbody></table>';
    expect(text(body)).toEqual(['表一', '[3x2] 项目@0,0 决算@0,1 甲@1,0 1.00@1,1 合计@2,0 3.00@2,1']);
  });

  it('have runaway and wrong spans cut', () => {
    const body =
      '<table><tr><td colspan=4000>标题</td></tr><tr><td colspan=x>甲</td><td rowspan=0>1</td></tr><tr><td>乙</td></tr></table>';
    expect(text(body)).toEqual(['[3x2] 标题@0,0>2 甲@1,0 1@1,1+2 乙@2,0']);
  });

  it('have the text of a cell on one line', () => {
    const body =
      '<table><tr><td><p>因公出国</p><p>（境）费</p></td><td>1,234.50<br>万元</td></tr><tr><td>&nbsp;</td><td>2</td></tr></table>';
    expect(text(body)).toEqual(['[2x2] 因公出国 （境）费@0,0 1,234.50 万元@0,1 @1,0 2@1,1']);
  });

  it('that only arrange the page are unwrapped', () => {
    const inner = '<table><tr><td>甲</td><td>1.00</td></tr></table>';
    expect(text(`<table><tr><td><p>标题</p>${inner}</td></tr></table>`)).toEqual(['标题', '[1x2] 甲@0,0 1.00@0,1']);
    const prose = '本单位负责河道养护。'.repeat(60);
    expect(text(`<table><tr><td>正文</td><td><p>一、职责</p><p>${prose}</p></td></tr></table>`)).toEqual([
      '正文',
      '一、职责',
      prose,
    ]);
  });

  it('inside a cell come after the table around them', () => {
    const body =
      '<table><tr><td>甲</td><td>1.00</td></tr><tr><td>乙<table><tr><td>内</td><td>9.00</td></tr></table></td><td>2.00</td></tr></table>';
    expect(text(body)).toEqual(['[2x2] 甲@0,0 1.00@0,1 乙@1,0 2.00@1,1', '[1x2] 内@0,0 9.00@0,1']);
  });

  it('flattened into lines with bars are tables again, said to be approximate', () => {
    const bytes = new TextEncoder().encode(page('<p>项目 | 决算数 |<br>支出 | 1.00 |</p>'));
    const { value, notices } = readHtml(bytes, patterns);
    expect(value && shown(value)).toEqual(['[2x2] 项目@0,0 决算数@0,1 支出@1,0 1.00@1,1']);
    expect(notices.map(({ code }) => code)).toEqual(['tables-approximate']);
  });
});

describe('the character set of a page', () => {
  const gb = (html: string) => {
    const bytes = Buffer.from(html.replace('支出', '\u0001'), 'latin1');
    const at = bytes.indexOf(1);
    return new Uint8Array(
      Buffer.concat([bytes.subarray(0, at), Buffer.from('d6a7b3f6', 'hex'), bytes.subarray(at + 1)]),
    );
  };

  it('is the declared one', () => {
    for (const meta of ['<meta charset=gb2312>', '<meta http-equiv="Content-Type" content="text/html; charset=GBK">']) {
      const { value, notices } = readHtml(gb(`<html>${meta}<p>支出</p></html>`), patterns);
      expect(value?.text).toBe('支出\n');
      expect(notices).toEqual([]);
    }
  });

  it('is told by the bytes where none fits, with a notice', () => {
    const { value, notices } = readHtml(gb('<html><meta charset="iso-8859-1"><p>支出</p></html>'), patterns);
    expect(value?.text).toBe('支出\n');
    expect(notices.map(({ code }) => code)).toEqual(['charset-guessed']);
  });
});

describe('a page without text', () => {
  it('is empty', () => {
    const { value, notices } = readHtml(new TextEncoder().encode(page('<script>1</script>')), patterns);
    expect(value).toBeNull();
    expect(notices.map(({ code }) => code)).toEqual(['empty']);
  });
});

describe('attachments of a page', () => {
  const links = (body: string) => document(`<p>某某局</p>${body}`).attachments;

  it('are the links to documents, also among navigation, each address once', () => {
    const body =
      '<p>附件：<a href="./P02024.xls">1. 收支 <b>总表</b></a><a href="/down.do?f=%E8%A1%A8.docx&amp;id=3"></a></p>' +
      '<nav><a href="a.pdf" title="说明">\u3000</a><a href="./P02024.xls">再次</a></nav><a href="/get?id=7">决算表.et</a>';
    expect(links(body)).toEqual([
      { text: '1. 收支 总表', href: './P02024.xls' },
      { text: '', href: '/down.do?f=%E8%A1%A8.docx&id=3' },
      { text: '说明', href: 'a.pdf' },
      { text: '决算表.et', href: '/get?id=7' },
    ]);
  });

  it('are no pages, scripts, hidden links or addresses that only look like it', () => {
    const body =
      '<a href="index.html">首页</a><a href="javascript:open(1.pdf)">打开</a><a href="/pdf/2024">年</a>' +
      '<p hidden><a href="b.pdf">藏</a></p><a href="%E0%A4%A.html">坏</a>';
    expect(links(body)).toBeUndefined();
  });
});
