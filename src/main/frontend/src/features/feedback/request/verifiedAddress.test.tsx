import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { feedbackRoutes } from '@/features/feedback/routes';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';
import { aMember, mediaInfo, payload, requestData } from './request.fixtures';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
  server.on('LinkPreview', ({ mediaUrl }) => mediaInfo(mediaUrl));
});

function renderPage(fields: Record<string, unknown> = {}) {
  server.on('RequestPage', () => requestData(fields));
  return renderRoutes(feedbackRoutes, '/request');
}

test('says that a request needs a verified address', async () => {
  renderPage({
    userDetails: aMember({ emailVerified: false }),
  });
  expect(await screen.findByText(/A request needs a verified address/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'settings' })).toHaveAttribute('href', '/settings');
});

test('says that no mail will come if a request needs no verified address', async () => {
  renderPage({ userDetails: aMember({ emailVerified: false, verifiedAddressNeededFor: 'MAILS' }) });
  expect(
    await screen.findByRole('checkbox', { name: 'Mail me when I have a group' }),
  ).toHaveAccessibleDescription(
    /No mail will come until you open the link that was mailed to mira@post.example/,
  );
  expect(screen.queryByText(/A request needs a verified address/)).not.toBeInTheDocument();
});

test('shows the way to the settings if the server refuses the address', async () => {
  const message = 'Please verify your address.';
  server.on('CreateRequest', () =>
    payload('create', { code: 'EMAIL_NOT_VERIFIED', message, argument: null }),
  );
  renderPage();
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Link to your track' }),
    'https://soundcloud.com/mira/salt-flats',
  );
  await userEvent.click(screen.getByRole('radio', { name: 'Jazz' }));
  await userEvent.click(screen.getByRole('button', { name: 'Ask for feedback' }));
  expect(await screen.findByText(message)).toBeVisible();
  expect(screen.getByRole('link', { name: 'settings' })).toBeVisible();
});
