import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { parseUrl } from '@/features/track/source/mediaSource';
import { className } from '@/lib/className';
import layout from '@/ui/layout/layout.module.css';
import styles from './ServiceLink.module.css';

/** Leads to a page of a music service, in a new window. Nothing if browsers must not open its URL. */
export function ServiceLink(props: { url: string; small?: boolean; children: ReactNode }) {
  const { url, small = false, children } = props;
  const address = parseUrl(url);
  if (!address) return null;
  return (
    <a
      className={className(styles.link, small && layout.small)}
      href={address.href}
      target="_blank"
      rel="noopener noreferrer"
    >
      <ExternalLink />
      <span>{children}</span>
    </a>
  );
}
