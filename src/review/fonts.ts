/** Chinese in PDFs that bring no fonts of their own: without a font that has it, a page would show boxes. */

/** Families with Chinese characters, as systems name them. */
const CHINESE =
  /CJK|Source Han|SimSun|NSimSun|Songti|PingFang|YaHei|SimHei|Heiti|WenQuanYi|Hiragino Sans GB|Droid Sans Fallback/i;
const SERIF = /Serif|Song|SimSun/i;

let done = false;

/** Puts them in the place of the families that everything falls back to; does nothing where the system has none. */
export async function withChineseFonts(): Promise<void> {
  if (done) return;
  done = true;
  const { GlobalFonts } = await import('@napi-rs/canvas');
  const families = GlobalFonts.families.map(({ family }) => family).filter((family) => CHINESE.test(family));
  const serif = families.find((family) => SERIF.test(family)) ?? families[0];
  const sans = families.find((family) => !SERIF.test(family)) ?? families[0];
  // Its types of this release leave it out.
  const fonts = GlobalFonts as typeof GlobalFonts & { setAlias(family: string, alias: string): void };
  if (serif !== undefined) fonts.setAlias(serif, 'serif');
  if (sans !== undefined) fonts.setAlias(sans, 'sans-serif');
}
