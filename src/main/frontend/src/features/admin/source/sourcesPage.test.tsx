import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { adminRoutes } from '@/features/admin/routes';
import { fakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';

const source = {
  __typename: 'ReleaseSourceState',
  service: 'SPOTIFY',
  enabled: false,
  lastSuccessAt: null,
  lastFailureAt: null,
  lastError: null,
  failures: 0,
  nextTryAt: null,
};

test.each([
  ['Not called yet', null],
  ['Working', '2026-11-28T10:00:00Z'],
])(
  'a music service without failures is shown as “%s” after a success at %s',
  async (state, lastSuccessAt) => {
    const server = fakeServer();
    server.on('Operator', () => ({ data: { userDetails: { __typename: 'User', operator: true } } }));
    server.on('SourcesPage', () => ({
      data: { releaseSources: [{ ...source, enabled: true, lastSuccessAt }] },
    }));
    renderRoutes(adminRoutes, '/admin/sources');
    expect(await screen.findByRole('row', { name: /^Spotify/ })).toHaveTextContent(state);
  },
);

test('music services are shown with what came of their last calls', async () => {
  const server = fakeServer();
  server.on('Operator', () => ({ data: { userDetails: { __typename: 'User', operator: true } } }));
  server.on('SourcesPage', () => ({
    data: {
      releaseSources: [
        source,
        {
          ...source,
          service: 'LISTENBRAINZ',
          enabled: true,
          lastSuccessAt: '2026-11-28T10:00:00Z',
          lastFailureAt: '2026-11-29T10:00:00Z',
          lastError: 'ListenBrainz answered 429: too many calls',
          failures: 2,
          nextTryAt: '2026-11-29T12:00:00Z',
        },
      ],
    },
  }));
  renderRoutes(adminRoutes, '/admin/sources');
  expect(await screen.findByRole('row', { name: /^Spotify/ })).toHaveTextContent('Not set up');
  const failing = screen.getByRole('row', { name: /^ListenBrainz/ });
  expect(failing).toHaveTextContent(/Failing.*28 Nov 2026.*2.*answered 429: too many calls.*29 Nov 2026/);
});
