// A frame never gets `allow-top-navigation`: it could replace our page.
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox';

const permissions = new Map([
  ['GOOGLEDRIVE', { sandbox: `${SANDBOX} allow-forms allow-storage-access-by-user-activation` }],
  [
    'YOUTUBE',
    {
      allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
      sandbox: `${SANDBOX} allow-presentation`,
    },
  ],
]);

/** What the player of a source may do in its frame. */
export function framePermissions(source: string): { allow: string; sandbox: string } {
  return { allow: 'autoplay', sandbox: SANDBOX, ...permissions.get(source) };
}
