/** What may be wider or longer than its place: it scrolls by itself, with the keyboard too. */
import type { ComponentChildren, Ref } from 'preact';

interface Props {
  readonly label: string;
  readonly box?: Ref<HTMLElement>;
  readonly children: ComponentChildren;
}

export function Scroll({ label, box, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section class="wide" ref={box} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
