/** Text of documents and names of files are hostile input: nothing in them may hide or steer what is around it. */

const INVISIBLE = /(?![\t\n\r\f])[\p{Cc}\p{Cf}]/gu;

/** Control characters, and what turns the direction of text or takes no room, by their number. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });
}
