import { ExternalLink } from 'lucide-react';
import type { MusicService } from '@/api/gql/graphql';
import { releaseName } from '@/features/releases/frame/names';
import { services } from '@/features/releases/frame/services';
import { parseUrl } from '@/features/track/source/mediaSource';
import layout from '@/ui/layout/layout.module.css';
import styles from './ListenLink.module.css';

/** Leads to the page of a release at its music service, in a new window. */
export function ListenLink(props: { release: { url: string; source: MusicService; name: string } }) {
  const { url, source, name } = props.release;
  const address = parseUrl(url);
  if (!address) return null;
  return (
    <a className={styles.link} href={address.href} target="_blank" rel="noopener noreferrer">
      <ExternalLink />
      <span>
        Listen at {services[source]}
        <span className={layout.hidden}>
          : <bdi>{releaseName(name)}</bdi>
        </span>
      </span>
    </a>
  );
}
