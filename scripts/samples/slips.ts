/** Slips of a clerk's hand: what is printed changes, what is meant does not. */
import type { Mark, Text } from './marks.ts';

function each(text: Text, change: (mark: Mark) => Mark, word: (text: string) => string): Text {
  if (typeof text === 'string') return word(text);
  return 'facts' in text ? change(text) : text.map((part) => each(part, change, word));
}

function reprint(mark: Mark, print: (text: string) => string, unit?: (unit: string | null) => string | null): Mark {
  const facts = mark.facts.map((fact) => {
    const published = {
      text: print(fact.published.text),
      unit: unit ? unit(fact.published.unit) : fact.published.unit,
    };
    return { ...fact, published };
  });
  return { text: print(mark.text), facts };
}

/** １２３．４５ */
export function wide(text: Text): Text {
  const print = (digits: string) =>
    digits.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  return each(
    text,
    (mark) => reprint(mark, print),
    (word) => word,
  );
}

/** A blank after the first digit: 1 614.27. */
export function gapped(text: Text): Text {
  const print = (digits: string) => digits.replace(/^(\d)(\d{3}\b)/, '$1 $2');
  return each(
    text,
    (mark) => reprint(mark, print),
    (word) => word,
  );
}

/** The sign % left out. */
export function unsigned(text: Text): Text {
  return each(
    text,
    (mark) =>
      reprint(
        mark,
        (digits) => digits,
        () => null,
      ),
    (word) => word.replace('%', ''),
  );
}

/** 万 for 万元. */
export function clipped(text: Text): Text {
  return each(
    text,
    (mark) =>
      reprint(
        mark,
        (digits) => digits,
        () => '万',
      ),
    (word) => word.replace('万元', '万'),
  );
}
