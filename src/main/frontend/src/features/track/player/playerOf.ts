import { parseUrl } from '@/features/track/source/mediaSource';

/** How a track is played: by the player of its service in a frame, by the browser, or not here at all. */
export type Player =
  | { kind: 'frame'; address: string; allow: string; sandbox: string }
  | { kind: 'audio'; address: string }
  | { kind: 'none' };

const none: Player = { kind: 'none' };

// A frame never gets `allow-top-navigation`: it could replace our page.
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** The widget takes the address of the track. Parameters, for example of campaigns, are left out. */
function soundCloud(url: URL): Player {
  if (url.hostname !== 'soundcloud.com' || !/^\/[^/]+\/[^/]+/.test(url.pathname)) return none;
  const parameters = new URLSearchParams({
    url: `https://soundcloud.com${url.pathname}`,
    auto_play: 'true',
    show_teaser: 'false',
  });
  return {
    kind: 'frame',
    address: `https://w.soundcloud.com/player/?${parameters}`,
    allow: 'autoplay',
    sandbox: SANDBOX,
  };
}

/** Files that were shared before 2021 have a resource key, without which Google refuses them. */
function googleDrive(url: URL): Player {
  const id = /^\/file\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(url.pathname)?.[1];
  if (url.hostname !== 'drive.google.com' || !id) return none;
  const key = url.searchParams.get('resourcekey');
  const query = key ? `?${new URLSearchParams({ resourcekey: key })}` : '';
  return {
    kind: 'frame',
    address: `https://drive.google.com/file/d/${id}/preview${query}`,
    allow: 'autoplay',
    sandbox: `${SANDBOX} allow-forms allow-storage-access-by-user-activation`,
  };
}

function oneDrive(url: URL): Player {
  const [key, owner] = [url.searchParams.get('authkey'), url.searchParams.get('cid')];
  const file = url.searchParams.get('resid') ?? url.searchParams.get('id');
  if (url.hostname !== 'onedrive.live.com' || !key || !owner || !file) return none;
  const parameters = new URLSearchParams({ cid: owner, resid: file, authkey: key });
  return {
    kind: 'frame',
    address: `https://onedrive.live.com/embed?${parameters}`,
    allow: 'autoplay',
    sandbox: SANDBOX,
  };
}

/** `raw=1` makes Dropbox send the file instead of its page. */
function dropbox(url: URL): Player {
  const hosted = url.hostname === 'www.dropbox.com' || url.hostname === 'dropbox.com';
  if (!hosted || !/^\/(s|scl\/fi)\/[^/]+\/[^/]+/.test(url.pathname)) return none;
  const parameters = new URLSearchParams({ raw: '1' });
  const key = url.searchParams.get('rlkey');
  if (key) parameters.set('rlkey', key);
  return { kind: 'audio', address: `https://www.dropbox.com${url.pathname}?${parameters}` };
}

const players = new Map([
  ['SOUNDCLOUD', soundCloud],
  ['GOOGLEDRIVE', googleDrive],
  ['ONEDRIVE', oneDrive],
  ['DROPBOX', dropbox],
]);

/** The player of a track. `none` if the URL is of another form than those that its service can play. */
export function playerOf(mediaUrl: string, mediaType: string | null): Player {
  const url = parseUrl(mediaUrl);
  const of = mediaType && players.get(mediaType);
  return url && of ? of(url) : none;
}
