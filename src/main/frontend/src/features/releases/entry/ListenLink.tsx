import type { MusicService } from '@/api/gql/graphql';
import { releaseName } from '@/features/releases/frame/names';
import { ServiceLink } from '@/features/releases/frame/ServiceLink';
import { services } from '@/features/releases/frame/services';
import layout from '@/ui/layout/layout.module.css';

/** Leads to the page of a release at its music service, in a new window. */
export function ListenLink(props: { release: { url: string; source: MusicService; name: string } }) {
  const { url, source, name } = props.release;
  return (
    <ServiceLink small url={url}>
      Listen at {services[source]}
      <span className={layout.hidden}>
        : <bdi>{releaseName(name)}</bdi>
      </span>
    </ServiceLink>
  );
}
