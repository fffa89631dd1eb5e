import { Disc3 } from 'lucide-react';
import { useState } from 'react';
import { parseUrl } from '@/features/track/source/mediaSource';
import { className } from '@/lib/className';
import styles from './Cover.module.css';
import { useCovers } from './covers';
import { initial } from './initial';

const tints = [styles.first, styles.second, styles.third, styles.fourth];

/**
 * The sleeve of a release: the first character of its name, and over it the cover if the member has turned covers on and it loads.
 * Its size does not depend on that.
 */
export function Cover(props: { id: string; name: string; coverUrl: string | null | undefined }) {
  const shown = useCovers();
  const [failed, setFailed] = useState<string | null>(null);
  const url = shown ? parseUrl(props.coverUrl ?? '')?.href : undefined;
  return (
    <div className={className(styles.cover, tints[Number(props.id) % tints.length])} aria-hidden="true">
      <span className={styles.initial} dir="auto">
        {initial(props.name) || <Disc3 />}
      </span>
      {url !== undefined && url !== failed && (
        <img
          className={styles.image}
          src={url}
          alt=""
          width={250}
          height={250}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => {
            setFailed(url);
          }}
        />
      )}
    </div>
  );
}
