import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { store } from '@/lib/storage';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { fakeSocket, type FakeSocket } from '@/test/fakeSocket';
import { renderRoutes } from '@/test/renderApp';
import { aForm, aGroup, anEvent, aReceivedResponse, aRequest, aViewer, homeData } from './home.fixtures';
import { HomePage, loadHome } from './HomePage';

let server: FakeServer;
let socket: FakeSocket;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-29T12:00:00Z') });
  server = fakeServer();
  socket = fakeSocket();
});

afterEach(() => {
  vi.useRealTimers();
});

function renderHome(fields: Record<string, unknown> = {}) {
  server.on('HomePage', () => homeData(fields));
  return renderRoutes(
    (client) => [
      {
        path: '/',
        loader: async () => {
          await loadHome(client);
          return null;
        },
        Component: HomePage,
      },
      { path: '*', Component: () => <p>Another page</p> },
    ],
    '/',
  );
}

const heading = () => screen.findByRole('heading', { level: 1 });

test('leads a new member to the first request', async () => {
  const { router } = renderHome();
  expect(await heading()).toHaveTextContent('Ask for feedback on a track');
  expect(screen.getByText(/No groups yet/)).toBeVisible();
  await userEvent.click(screen.getByRole('link', { name: 'Ask for feedback' }));
  expect(router.state.location.pathname).toBe('/request');
});

test('tells which form is next, and how many responses wait', async () => {
  renderHome({ feedbackGroups: [aGroup(214, { userFeedbackResponseCount: 2 })] });
  expect(await heading()).toHaveTextContent('One form left, then your feedback opens');
  expect(screen.getByText(/Two responses on/)).toHaveTextContent(
    'Feedback Group #214 - Electronic/Pop. Two responses on Tideline are already waiting.',
  );
  expect(screen.getByRole('progressbar', { name: '1 of 2 forms sent' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go on with Paper lanterns' })).toHaveAttribute(
    'href',
    '/group/214#track-2',
  );
});

test('begins at the top of a group', async () => {
  renderHome({
    feedbackGroups: [aGroup(1, { feedbackResponses: [aForm(11, 'night-bus'), aForm(12, 'salt')] })],
  });
  expect(await screen.findByRole('link', { name: 'Begin with Night bus' })).toHaveAttribute(
    'href',
    '/group/1',
  );
});

test('goes on with the form that is begun', async () => {
  store('draft::response-12', JSON.stringify({ text: 'The pad', savedAt: '2026-11-29T11:00:00Z' }));
  renderHome({
    feedbackGroups: [aGroup(1, { feedbackResponses: [aForm(11, 'night-bus'), aForm(12, 'salt')] })],
  });
  expect(await screen.findByRole('link', { name: 'Go on with Salt' })).toHaveAttribute(
    'href',
    '/group/1#track-2',
  );
  expect(screen.getByRole('progressbar', { name: '0 of 2 forms sent, 1 is a draft' })).toBeVisible();
});

test('shows what each group owes and is owed', async () => {
  const sent = [aForm(1, 'night-bus', { submitted: true })];
  renderHome({
    feedbackGroups: [
      aGroup(7, { userFeedbackResponses: [aReceivedResponse(70, { rating: 4 })], feedbackResponses: sent }),
      aGroup(6, { feedbackRequest: aRequest({ id: 600, track: null }) }),
    ],
  });
  const [first, second] = await screen.findAllByRole('listitem');
  expect(first).toHaveTextContent('Tideline · 26 November · 1 response');
  expect(first).toHaveTextContent('All read and rated');
  expect(second).toHaveTextContent('No track, you only give · 26 November');
  expect(second).toHaveTextContent('1 form to write');
  expect(screen.getByRole('link', { name: 'Feedback Group #7 - Electronic/Pop' })).toHaveAttribute(
    'href',
    '/group/7',
  );
});

test('shows the rating of the member', async () => {
  renderHome();
  expect(await screen.findByText('4.3')).toBeVisible();
});

test('asks a new member to verify the address', async () => {
  renderHome({
    userDetails: aViewer({ emailVerified: false, rating: null }),
    feedbackGroups: [],
  });
  expect(await heading()).toHaveTextContent('Verify your address');
  expect(screen.getByRole('link', { name: 'Open the settings' })).toHaveAttribute('href', '/settings');
  expect(screen.getByText(/None yet/)).toBeVisible();
});

test('asks a new member for a request if no verified address is needed', async () => {
  renderHome({
    userDetails: aViewer({ emailVerified: false, verifiedAddressNeededFor: 'MAILS', rating: null }),
    feedbackGroups: [],
  });
  expect(await heading()).toHaveTextContent('Ask for feedback on a track');
});

test.each([
  ['comes', {}, 'a mail tells you about your group'],
  ['does not come to an unverified address', { emailVerified: false }, 'no mail about your group will come'],
  ['does not come to a refused address', { emailRefused: true }, 'no mail about your group will come'],
])('says that the mail about the group %s', async (_, address, words) => {
  renderHome({ userDetails: aViewer(address), unassignedRequest: aRequest() });
  expect(await screen.findByText(new RegExp(words))).toBeVisible();
});

test('shows ten groups, then all', async () => {
  renderHome({ feedbackGroups: Array.from({ length: 23 }, (_, index) => aGroup(23 - index)) });
  expect(await screen.findAllByRole('listitem')).toHaveLength(10);
  await userEvent.click(screen.getByRole('button', { name: 'Show all 23 groups' }));
  expect(screen.getAllByRole('listitem')).toHaveLength(23);
});

test('shows the pending request with the time of the next assignment run', async () => {
  renderHome({ unassignedRequest: aRequest() });
  expect(await heading()).toHaveTextContent('Your request is in');
  const section = screen.getByRole('region', { name: 'Waiting for a group' });
  expect(section).toHaveTextContent('Pop · SoundCloud');
  expect(section).toHaveTextContent('You ask: Is the ending earned?');
  expect(section).toHaveTextContent('Groups are made tomorrow at 03:30 your time.');
  expect(within(section).getByRole('link', { name: 'Edit' })).toHaveAttribute('href', '/request');
});

async function announce(openForms: number, unreadReplies: number) {
  await waitFor(() => {
    expect(socket.streams()).toBe(1);
  });
  act(() => {
    socket.send(anEvent(openForms, unreadReplies));
  });
}

test('shows at once what an event announces, but not that a response arrived', async () => {
  const sent = [
    aForm(11, 'night-bus', { submitted: true }),
    aForm(12, 'paper-lanterns', { submitted: true }),
  ];
  const rated = aReceivedResponse(50, { rating: 5 });
  const group = aGroup(1, {
    feedbackResponses: sent,
    userFeedbackResponses: [rated],
    userFeedbackResponseCount: 1,
  });
  renderHome({ feedbackGroups: [group] });
  expect(await screen.findByRole('listitem')).toHaveTextContent('All read and rated');
  server.on('HomeWaiting', () => ({
    data: {
      feedbackGroups: [
        {
          ...group,
          feedbackResponses: [{ ...sent[0], unreadReplies: 1 }, sent[1]],
          userFeedbackResponses: [rated, aReceivedResponse(51)],
        },
      ],
    },
  }));
  await announce(0, 1);
  await waitFor(() => {
    expect(screen.getByRole('listitem')).toHaveTextContent('1 reply');
  });
  expect(screen.getByRole('listitem')).toHaveTextContent(/1 response$|1 response1 reply/);
  expect(screen.getByRole('listitem')).not.toHaveTextContent('rate');
  expect(await heading()).toHaveTextContent('One unread reply');
  expect(server.calls('HomePage')).toHaveLength(1);
});

test('opens the feedback if the last form is sent in another window', async () => {
  const group = aGroup(1, { userFeedbackResponseCount: 1 });
  const sent = [
    aForm(11, 'night-bus', { submitted: true }),
    aForm(12, 'paper-lanterns', { submitted: true }),
  ];
  renderHome({ feedbackGroups: [group] });
  expect(await heading()).toHaveTextContent('One form left, then your feedback opens');
  server.on('HomeWaiting', () => ({
    data: {
      feedbackGroups: [{ ...group, feedbackResponses: sent, userFeedbackResponses: [aReceivedResponse(50)] }],
    },
  }));
  await announce(0, 0);
  await waitFor(async () => {
    expect(await heading()).toHaveTextContent('Your feedback has opened');
  });
  expect(screen.getByRole('link', { name: 'Read it' })).toHaveAttribute('href', '/group/1');
});

test('requests nothing if an event tells what the page shows', async () => {
  renderHome({ feedbackGroups: [aGroup(1)] });
  await heading();
  await announce(1, 0);
  expect(server.calls('HomeWaiting')).toHaveLength(0);
});

test('shows a new group at once', async () => {
  const old = aGroup(1, {
    feedbackResponses: [aForm(11, 'night-bus', { submitted: true })],
    userFeedbackResponses: [],
  });
  renderHome({ feedbackGroups: [old] });
  expect(await screen.findAllByRole('listitem')).toHaveLength(1);
  server.on('HomePage', () => homeData({ feedbackGroups: [aGroup(2), old] }));
  server.on('HomeWaiting', () => {
    const { id, __typename, feedbackResponses, userFeedbackResponses } = aGroup(2);
    return { data: { feedbackGroups: [{ id, __typename, feedbackResponses, userFeedbackResponses }, old] } };
  });
  await announce(1, 0);
  expect(await screen.findByRole('link', { name: 'Feedback Group #2 - Electronic/Pop' })).toBeVisible();
  expect(await heading()).toHaveTextContent('One form left, then your feedback opens');
});
