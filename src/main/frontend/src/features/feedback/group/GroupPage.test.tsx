import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { feedbackRoutes } from '@/features/feedback/routes';
import { aRelease } from '@/features/releases/releases.fixtures';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { fakeSocket, type FakeSocket } from '@/test/fakeSocket';
import { conversation, form, group, groupPage, payload, request, sent } from '@/test/groups';
import { renderRoutes } from '@/test/renderApp';

let server: FakeServer;
let socket: FakeSocket;

beforeEach(() => {
  server = fakeServer();
  socket = fakeSocket();
  server.on('Conversation', () => conversation([]));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function showPage(feedbackGroup: unknown, path = '/group/12') {
  server.on('GroupPage', () => groupPage(feedbackGroup));
  server.on('GroupForms', () => ({ data: { feedbackGroup } }));
  return renderRoutes(feedbackRoutes, path);
}

function entry(name: RegExp | string) {
  return screen.findByRole('article', { name });
}

function writes(answer: unknown) {
  server.on('SendFeedback', () => ({ data: { submitFeedbackResponse: answer } }));
}

test('shows each form with its track, its question and its state, and how far the member is', async () => {
  showPage(group());
  expect(await screen.findByRole('heading', { level: 1, name: /Feedback Group #12/ })).toBeVisible();
  expect(within(await entry('1. Track no 1')).getByText('Sent')).toBeVisible();
  const second = await entry('2. Track no 2');
  expect(within(second).getByText('Not begun')).toBeVisible();
  expect(within(second).getByText('Question 2?')).toBeVisible();
  expect(within(second).getByRole('textbox', { name: 'Your feedback' })).toHaveValue('');
  expect(within(second).getByRole('checkbox', { name: 'The owner may reply' })).toBeChecked();
  expect(screen.getByRole('heading', { name: '1 of 3 forms sent' })).toBeVisible();
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1');
});

test('shows the releases that a track should sit beside, in their order, each with a link to listen', async () => {
  const references = [
    aRelease('2', 'Second', { source: 'LISTENBRAINZ', url: 'https://listenbrainz.org/release/2' }),
    aRelease('1', '', { artistCredit: 'إيقاع' }),
  ];
  const own = request({ referenceReleases: [aRelease('3', 'Mine')] });
  showPage(
    group({
      feedbackRequest: own,
      feedbackResponses: [sent(1, { feedbackRequest: request({ id: 101, referenceReleases: references }) })],
      userFeedbackResponses: [],
      members: 1,
    }),
    '/group/12?show=given',
  );
  const links = within(await entry(/^1\./)).getAllByRole('link', { name: /^Listen at/ });
  expect(links.map((link) => link.textContent)).toEqual([
    'Listen at ListenBrainz: Second',
    'Listen at Spotify: Release without a name',
  ]);
  expect(links[0]).toHaveAttribute('href', 'https://listenbrainz.org/release/2');
  expect(links[0]).toHaveAttribute('rel', 'noopener noreferrer');
  expect(document.querySelector('img')).toBeNull();

  await userEvent.click(screen.getByRole('link', { name: /^For you/ }));
  expect(await screen.findByRole('link', { name: 'Listen at Spotify: Mine' })).toBeVisible();
});

test('opens the received feedback after the last form, without taking away what was written', async () => {
  const { router } = showPage(group({ feedbackResponses: [sent(1), form(2)], members: 2 }));
  writes(payload('SubmitFeedbackResponsePayload', { feedbackResponse: sent(2) }));
  const user = userEvent.setup();
  const second = await entry(/Track no 2/);
  await user.type(within(second).getByRole('textbox'), 'Good.');
  const open = group({
    feedbackResponses: [sent(1), sent(2)],
    userFeedbackResponses: [sent(21, { feedback: 'About yours' })],
  });
  server.on('GroupPage', () => groupPage(open));
  server.on('GroupForms', () => ({ data: { feedbackGroup: open } }));
  await user.click(within(second).getByRole('button', { name: 'Send feedback' }));
  await user.click(await screen.findByRole('link', { name: 'Read 1 response on your track' }));
  expect(await screen.findByText('About yours')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Tideline' })).toHaveFocus();
  expect(router.state.location.search).toBe('?show=received');
});

test.each([
  [2, 2, '2 responses are waiting for you.', /They open when you have sent 2 more forms\./],
  [1, 1, '1 response is waiting for you.', /It opens when you have sent 1 more form\./],
])('locks %i responses while %i forms are owed', async (count, owed, waiting, opens) => {
  const forms = owed === 2 ? [sent(1), form(2), form(3)] : [sent(1), form(2)];
  showPage(group({ userFeedbackResponseCount: count, feedbackResponses: forms, members: forms.length }));
  const yours = await entry('Tideline');
  expect(within(yours).getByText('Locked')).toBeVisible();
  expect(within(yours).getByText(waiting)).toBeVisible();
  expect(within(yours).getByText(opens)).toBeVisible();
  expect(screen.queryByRole('navigation', { name: 'In this group' })).not.toBeInTheDocument();
});

test('says that nobody writes to a member without a track', async () => {
  showPage(
    group({
      feedbackRequest: request({ track: null }),
      feedbackResponses: [sent(1)],
      userFeedbackResponses: [],
    }),
  );
  expect(
    await screen.findByText(/joined this group without a track, so there is nothing to receive/),
  ).toBeVisible();
});

test('keeps a response on a track whose owner has left, without a player', async () => {
  const gone = sent(1, {
    allowReplies: false,
    feedbackRequest: request({ id: 101, track: null, feedbackPrompt: null }),
  });
  showPage(group({ members: 2, feedbackResponses: [gone, form(2), form(3)] }));
  const first = await entry('1. This track is gone');
  expect(within(first).getByText('Text of response 1')).toBeVisible();
  expect(within(first).queryByRole('button', { name: /Load/ })).not.toBeInTheDocument();
});

test('tells of responses on tracks that are no longer in the group', async () => {
  showPage(group({ members: 2 }));
  expect(
    await screen.findByText(/You also wrote about 1 track that is no longer in this group\./),
  ).toBeInTheDocument();
});

test.each(['/group/13', '/group/no-number', '/group/99999999999'])(
  '%s is no group of the member',
  async (path) => {
    showPage(null, path);
    expect(await screen.findByRole('heading', { name: 'Nothing here' })).toBeVisible();
  },
);

test('shows members’ text as text, in its own direction', async () => {
  const html = '<img src=x onerror=alert(1)> ' + '🎧'.repeat(20_000);
  showPage(group({ feedbackResponses: [sent(1, { feedback: html }), form(2), form(3)] }));
  const text = await screen.findByText(/<img src=x onerror=alert\(1\)>/);
  expect(text).toHaveAttribute('dir', 'auto');
  expect(text.querySelector('img')).toBeNull();
});

test('jumps to an entry by keyboard', async () => {
  showPage(group());
  const user = userEvent.setup();
  const link = within(await screen.findByRole('complementary')).getByRole('link', { name: /3\. Track no 3/ });
  link.focus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('heading', { name: '3. Track no 3' })).toHaveFocus();
});

test('an event updates the forms, never the feedback on the own track', async () => {
  showPage(group());
  await entry(/Track no 2/);
  const now = group({ userFeedbackResponseCount: 3, feedbackResponses: [sent(1), sent(2), form(3)] });
  server.on('GroupForms', () => ({ data: { feedbackGroup: now } }));
  server.on('GroupPage', () => groupPage(now));
  await waitFor(() => {
    expect(socket.streams()).toBe(1);
  });
  announce(1, 0);
  expect(await screen.findByText('Text of response 2')).toBeVisible();
  expect(screen.getByText('2 responses are waiting for you.')).toBeVisible();
  expect(server.calls('GroupPage')).toHaveLength(1);
});

function announce(openForms: number, unreadReplies: number) {
  socket.send({ notificationsChanged: { __typename: 'NotificationCounts', openForms, unreadReplies } });
}

test('a reload after a lost connection shows no more feedback than the page has shown', async () => {
  const { router } = showPage(group());
  await screen.findByText('2 responses are waiting for you.');
  server.on('GroupPage', () => groupPage(group({ userFeedbackResponseCount: 3 })));
  await act(() => router.revalidate());
  await waitFor(() => {
    expect(server.calls('GroupPage')).toHaveLength(2);
  });
  expect(screen.getByText('2 responses are waiting for you.')).toBeVisible();

  await act(() => router.navigate('/group/12'));
  expect(await screen.findByText('3 responses are waiting for you.')).toBeVisible();
});

test('an event loads the conversations that have changed, and no other', async () => {
  const before = group({
    feedbackResponses: [sent(1, { replies: 1 }), sent(2), form(3)],
    userFeedbackResponseCount: 0,
  });
  showPage(before);
  await entry(/Track no 2/);
  await waitFor(() => {
    expect(socket.streams()).toBe(1);
  });
  expect(server.calls('Conversation')).toHaveLength(2);
  const now = { ...before, feedbackResponses: [sent(1, { replies: 2, unreadReplies: 1 }), sent(2), form(3)] };
  server.on('GroupForms', () => ({ data: { feedbackGroup: now } }));
  announce(2, 1);
  await waitFor(() => {
    expect(server.calls('Conversation')).toHaveLength(3);
  });
  expect(server.calls('Conversation').at(-1)).toEqual({ feedbackResponseId: 1 });
  expect(server.calls('GroupPage')).toHaveLength(1);
});

test('a first event that tells nothing new loads nothing', async () => {
  showPage(group());
  await entry(/Track no 2/);
  await waitFor(() => {
    expect(socket.streams()).toBe(1);
  });
  announce(2, 0);
  announce(2, 1);
  await waitFor(() => {
    expect(server.calls('GroupForms')).toHaveLength(1);
  });
});
