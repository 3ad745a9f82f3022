/** The page as it was published, with a box around what is pointed at. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentData } from '../../src/review/data.ts';
import { useLanguage } from '../app/language.tsx';
import type { Spot } from './place.ts';

export function PagePane({ data, spot }: { readonly data: DocumentData; readonly spot: Spot | null }) {
  const { t } = useLanguage();
  const numbers = Object.keys(data.pictures)
    .map(Number)
    .sort((a, b) => a - b);
  const [shown, setShown] = useState(numbers[0] ?? 0);
  const wanted = spot?.page;
  useEffect(() => {
    if (wanted !== undefined && data.pictures[wanted]) setShown(wanted);
  }, [wanted, data]);
  const picture = data.pictures[shown];
  if (!picture) return null;
  const box = spot?.page === shown ? spot.box : null;
  const turn = (by: number) => setShown(numbers[numbers.indexOf(shown) + by] ?? shown);
  const place = box && {
    left: `${(box[0] / picture.width) * 100}%`,
    top: `${(box[1] / picture.height) * 100}%`,
    width: `${((box[2] - box[0]) / picture.width) * 100}%`,
    height: `${((box[3] - box[1]) / picture.height) * 100}%`,
  };
  return (
    <section class="page-pane" aria-label={t('pagePicture')}>
      <p class="turn">
        <button type="button" onClick={() => turn(-1)} disabled={shown === numbers[0]} aria-label={t('previousPage')}>
          ‹
        </button>
        <span>{t('page', shown)}</span>
        <button type="button" onClick={() => turn(1)} disabled={shown === numbers.at(-1)} aria-label={t('nextPage')}>
          ›
        </button>
      </p>
      <div class="sheet">
        <a href={picture.file} target="_blank" rel="noreferrer" title={t('enlarge')}>
          <img src={picture.file} alt={t('page', shown)} width={picture.width} height={picture.height} />
        </a>
        {place && <span class="box" style={place} />}
      </div>
    </section>
  );
}
