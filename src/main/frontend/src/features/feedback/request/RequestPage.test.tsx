import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { aViewer, homeData } from '@/features/feedback/home/home.fixtures';
import { HomePage } from '@/features/feedback/home/HomePage';
import { feedbackRoutes } from '@/features/feedback/routes';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';
import { aTrack } from '@/features/track/track.fixtures';
import { mediaInfo, payload, requestData } from './request.fixtures';

let server: FakeServer;

const link = 'https://soundcloud.com/mira/salt-flats';
const pending = {
  __typename: 'FeedbackRequest',
  id: 5,
  track: aTrack(link),
  genre: 'POP',
  feedbackPrompt: 'Is it <b>loud</b>?',
  referenceReleases: [],
  emailWhenGrouped: false,
};

beforeEach(() => {
  server = fakeServer();
  server.on('LinkPreview', ({ mediaUrl }) => mediaInfo(mediaUrl));
});

function renderPage(fields: Record<string, unknown> = {}, Home: ComponentType = () => <p>The home page</p>) {
  server.on('RequestPage', () => requestData(fields));
  return renderRoutes((client) => [{ path: '/', Component: Home }, ...feedbackRoutes(client)], '/request');
}

const linkField = () => screen.findByRole('textbox', { name: 'Link to your track' });
const promptField = () => screen.getByRole('textbox', { name: /What do you want to know/ });
const submit = (name = 'Ask for feedback') => userEvent.click(screen.getByRole('button', { name }));

async function paste(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

async function fill() {
  await paste(await linkField(), ` ${link} `);
  await userEvent.click(screen.getByRole('radio', { name: 'Jazz' }));
  await paste(promptField(), 'Is the kick too loud?');
}

test('creates a request, once after a double click', async () => {
  server.on('CreateRequest', () => payload('create'));
  renderPage();
  await fill();
  await userEvent.dblClick(screen.getByRole('button', { name: 'Ask for feedback' }));
  expect(await screen.findByText('The home page')).toBeVisible();
  expect(server.calls('CreateRequest')).toEqual([
    {
      mediaUrl: link,
      genre: 'JAZZ',
      feedbackPrompt: 'Is the kick too loud?',
      referenceReleaseIds: [],
      emailWhenGrouped: true,
    },
  ]);
  expect(Object.keys(localStorage)).toHaveLength(0);
});

const notice = 'No mail about this request will come until you confirm your email address.';

test.each([
  ['shows', aViewer({ emailVerified: false, verifiedAddressNeededFor: 'MAILS' }), [notice]],
  ['drops, when mails come by then,', aViewer(), []],
])('%s after the request what the server says about mails', async (_, userDetails, shown) => {
  const { data } = payload('create');
  server.on('CreateRequest', () => ({
    data: { createFeedbackRequest: { ...data.createFeedbackRequest, notice } },
  }));
  server.on('HomePage', () => homeData({ unassignedRequest: pending, userDetails }));
  renderPage({}, HomePage);
  await fill();
  await submit();
  expect(await screen.findByRole('region', { name: 'Waiting for a group' })).toBeVisible();
  expect(screen.queryAllByText(notice).map(({ textContent }) => textContent)).toEqual(shown);
});

test('says what is missing, without asking the server', async () => {
  renderPage();
  await linkField();
  await submit();
  const field = await linkField();
  await waitFor(() => {
    expect(field).toHaveAccessibleDescription(/Paste the link to your track/);
  });
  expect(field).toHaveFocus();
  expect(screen.getByRole('radiogroup', { name: 'Genre' })).toHaveAccessibleDescription(/Choose a genre/);
  expect(server.calls('CreateRequest')).toHaveLength(0);
});

test('names the services whose links the server accepts', async () => {
  renderPage();
  expect(await linkField()).toHaveAccessibleDescription(
    /SoundCloud, Google Drive or Dropbox. A private link works./,
  );
});

test('asks without a track', async () => {
  server.on('CreateRequest', () => payload('create'));
  renderPage();
  await userEvent.click(await screen.findByRole('checkbox', { name: 'I have no track this time' }));
  expect(screen.queryByRole('textbox', { name: 'Link to your track' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: 'No Genre' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Mail me when I have a group' }));
  await submit();
  expect(await screen.findByText('The home page')).toBeVisible();
  expect(server.calls('CreateRequest')).toEqual([
    {
      mediaUrl: null,
      genre: 'NO_GENRE',
      feedbackPrompt: '',
      referenceReleaseIds: [],
      emailWhenGrouped: false,
    },
  ]);
});

test('changes the pending request', async () => {
  server.on('EditRequest', () => payload('edit'));
  renderPage({ unassignedRequest: pending });
  expect(await linkField()).toHaveValue(link);
  expect(screen.getByRole('radio', { name: 'Pop' })).toBeChecked();
  expect(promptField()).toHaveValue('Is it <b>loud</b>?');
  await userEvent.clear(promptField());
  await submit('Save the request');
  expect(await screen.findByText('The home page')).toBeVisible();
  expect(server.calls('EditRequest')).toEqual([
    {
      feedbackRequestId: 5,
      mediaUrl: link,
      genre: 'POP',
      feedbackPrompt: '',
      referenceReleaseIds: [],
      emailWhenGrouped: false,
    },
  ]);
});

test('shows the error of the link at its field', async () => {
  const message = 'Please provide any of the following: a valid Soundcloud URL';
  server.on('CreateRequest', () =>
    payload('create', { code: 'INVALID_MEDIA_URL', message, argument: 'mediaUrl' }),
  );
  renderPage();
  await paste(await linkField(), 'https://tape.example/x');
  await userEvent.click(screen.getByRole('radio', { name: 'Jazz' }));
  await submit();
  await waitFor(async () => {
    expect(await linkField()).toHaveAccessibleDescription(new RegExp(message));
  });
  expect(await linkField()).toHaveValue('https://tape.example/x');
});

test.each([
  ['PENDING_REQUEST_EXISTS', 'You have an unassigned feedback request.', null],
  [
    'REQUEST_ALREADY_GROUPED',
    'This request has already been assigned to a feedback group.',
    'feedbackRequestId',
  ],
])('shows the error %s above the button', async (code, message, argument) => {
  server.on('CreateRequest', () => payload('create', { code, message, argument }));
  renderPage();
  await fill();
  await submit();
  expect(await screen.findByText(message)).toBeVisible();
  expect(promptField()).toHaveValue('Is the kick too loud?');
});

test('shows the error of the prompt at its field', async () => {
  const message = 'Your prompt can have at most 10,000 characters.';
  server.on('CreateRequest', () =>
    payload('create', { code: 'TEXT_TOO_LONG', message, argument: 'feedbackPrompt' }),
  );
  renderPage();
  await fill();
  await submit();
  await waitFor(() => {
    expect(promptField()).toHaveAccessibleDescription(new RegExp(message));
  });
  expect(promptField()).toHaveFocus();
});

test.each([
  ['500', () => new Response('', { status: 500 }), /The server has a problem/],
  ['502 with HTML', () => new Response('<html>', { status: 502 }), /The server has a problem/],
  ['413', () => new Response('', { status: 413 }), /more than the server accepts/],
  ['429', () => new Response('', { status: 429 }), /Too many requests/],
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), /did not answer/],
])('keeps what was typed after %s', async (_, answer, words) => {
  server.on('CreateRequest', answer);
  renderPage();
  await fill();
  await submit();
  expect(await screen.findByText(words)).toBeVisible();
  expect(await linkField()).toHaveValue(` ${link} `);
});

test('keeps what was typed if the session has ended', async () => {
  server.on('CreateRequest', () =>
    payload('create', { code: 'NOT_LOGGED_IN', message: 'Not logged in.', argument: null }),
  );
  const { unmount } = renderPage();
  await fill();
  await submit();
  expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    '/sign-in?next=%2Frequest',
  );
  unmount();
  renderPage();
  expect(await linkField()).toHaveValue(` ${link} `);
  expect(promptField()).toHaveValue('Is the kick too loud?');
});

test('empties the form on request', async () => {
  renderPage();
  await fill();
  await userEvent.click(screen.getByRole('button', { name: 'Empty the form' }));
  expect(await linkField()).toHaveValue('');
  expect(screen.queryByRole('button', { name: 'Empty the form' })).not.toBeInTheDocument();
});

test('writes by keyboard alone', async () => {
  server.on('CreateRequest', () => payload('create'));
  renderPage();
  (await linkField()).focus();
  await userEvent.keyboard(link);
  screen.getByRole('radio', { name: 'Electronic' }).focus();
  await userEvent.keyboard(' ');
  expect(screen.getByRole('radio', { name: 'Electronic' })).toBeChecked();
  screen.getByRole('button', { name: 'Ask for feedback' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByText('The home page')).toBeVisible();
});
