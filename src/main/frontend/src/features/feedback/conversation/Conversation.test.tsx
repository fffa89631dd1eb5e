import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { feedbackRoutes } from '@/features/feedback/routes';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { fakeSocket, type FakeSocket } from '@/test/fakeSocket';
import { conversation, group, groupPage, payload, refused, reply, sent } from '@/test/groups';
import { renderRoutes } from '@/test/renderApp';

let server: FakeServer;
let socket: FakeSocket;

beforeEach(() => {
  server = fakeServer();
  socket = fakeSocket();
  server.on('MarkRepliesAsRead', () => ({
    data: {
      markRepliesAsRead: payload('MarkRepliesAsReadPayload', {
        feedbackResponses: [sent(21, { rating: 4, replies: 2 })],
      }),
    },
  }));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The page of a group with one rated response on the member's track. */
async function showConversation(replies: unknown[], options: { unread?: number; open?: boolean } = {}) {
  const { unread = 0, open = true } = options;
  const page = group({
    members: 1,
    feedbackResponses: [sent(1, { allowReplies: false })],
    userFeedbackResponses: [sent(21, { rating: 4, replies: replies.length, unreadReplies: unread })],
  });
  server.on('GroupPage', () => groupPage(page));
  server.on('GroupForms', () => ({ data: { feedbackGroup: page } }));
  server.on('Conversation', () => conversation(replies, open));
  renderRoutes(feedbackRoutes, '/group/12');
  return screen.findByRole('region', { name: 'Conversation about response 1' });
}

const talk = [reply(31, 'You', 'On the bus?'), reply(32, 'Them', 'On the sample.')];

test('shows who wrote as You and Them, and marks as read what is new', async () => {
  const region = await showConversation(talk, { unread: 1 });
  const [mine, theirs] = within(region).getAllByRole('listitem');
  expect(mine).toHaveTextContent(/^You.*On the bus\?$/);
  expect(theirs).toHaveTextContent(/^Them.*newOn the sample\.$/);
  await waitFor(() => {
    expect(server.calls('MarkRepliesAsRead')).toEqual([{ replyIds: [32] }]);
  });
  expect(theirs).toHaveTextContent('new');
});

test('marks nothing as read that is not on the screen', async () => {
  const observed: (() => void)[] = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(private readonly callback: (entries: { isIntersecting: boolean }[]) => void) {}
      observe() {
        this.callback([{ isIntersecting: false }]);
        observed.push(() => {
          this.callback([{ isIntersecting: true }]);
        });
      }
      disconnect() {
        return undefined;
      }
    },
  );
  await showConversation(talk, { unread: 1 });
  expect(server.calls('MarkRepliesAsRead')).toEqual([]);
  act(() => {
    observed.at(-1)?.();
  });
  await waitFor(() => {
    expect(server.calls('MarkRepliesAsRead')).toEqual([{ replyIds: [32] }]);
  });
});

test('sends a reply and shows it', async () => {
  const region = await showConversation(talk);
  server.on('SendReply', () => {
    server.on('Conversation', () => conversation([...talk, reply(33, 'You', 'Thank you.')]));
    return {
      data: {
        addFeedbackResponseReply: payload('AddFeedbackResponseReplyPayload', {
          reply: reply(33, 'You', 'Thank you.'),
        }),
      },
    };
  });
  const user = userEvent.setup();
  await user.type(within(region).getByRole('textbox', { name: 'Your reply' }), 'Thank you.');
  await user.dblClick(within(region).getByRole('button', { name: 'Send reply' }));
  await waitFor(() => {
    expect(within(region).getAllByRole('listitem')).toHaveLength(3);
  });
  expect(within(region).getByRole('textbox', { name: 'Your reply' })).toHaveValue('');
  expect(within(region).getByText('Reply sent.')).toBeVisible();
  expect(server.calls('SendReply')).toEqual([
    { feedbackResponseId: 21, text: 'Thank you.', allowReplies: true },
  ]);
});

test('a reply without “They may reply again” closes the conversation', async () => {
  const region = await showConversation(talk);
  server.on('SendReply', () => {
    server.on('Conversation', () => conversation([...talk, reply(33, 'You', 'Bye.')], false));
    return {
      data: {
        addFeedbackResponseReply: payload('AddFeedbackResponseReplyPayload', {
          reply: reply(33, 'You', 'Bye.'),
        }),
      },
    };
  });
  const user = userEvent.setup();
  await user.type(within(region).getByRole('textbox', { name: 'Your reply' }), 'Bye.');
  await user.click(within(region).getByRole('checkbox', { name: 'They may reply again' }));
  await user.click(within(region).getByRole('button', { name: 'Send reply' }));
  expect(await within(region).findByText('This conversation is closed.')).toBeVisible();
  expect(within(region).queryByRole('textbox')).not.toBeInTheDocument();
  expect(within(region).getByRole('heading')).toHaveFocus();
});

test('keeps a reply that was not sent', async () => {
  const region = await showConversation(talk);
  server.on('SendReply', () => Promise.reject(new TypeError('Failed to fetch')));
  const user = userEvent.setup();
  await user.type(within(region).getByRole('textbox', { name: 'Your reply' }), 'Keep me');
  await user.click(within(region).getByRole('button', { name: 'Send reply' }));
  expect(
    await within(region).findByText(/Not sent: the server did not answer\. Your text is kept\./),
  ).toBeVisible();
  expect(within(region).getByRole('textbox', { name: 'Your reply' })).toHaveValue('Keep me');
});

test('says that the conversation was closed meanwhile', async () => {
  const region = await showConversation(talk);
  server.on('SendReply', () => {
    server.on('Conversation', () => conversation(talk, false));
    return {
      data: {
        addFeedbackResponseReply: refused(
          'AddFeedbackResponseReplyPayload',
          'CONVERSATION_CLOSED',
          'You cannot reply to this feedback.',
        ),
      },
    };
  });
  const user = userEvent.setup();
  await user.type(within(region).getByRole('textbox', { name: 'Your reply' }), 'Keep me');
  await user.click(within(region).getByRole('button', { name: 'Send reply' }));
  expect(await within(region).findByText('This conversation is closed.')).toBeVisible();
  expect(within(region).getByText('Keep me')).toBeVisible();
});

test('invites to write, and moves the focus into the field', async () => {
  const region = await showConversation([]);
  expect(within(region).getByText('They allow replies. Ask what you would ask in the studio.')).toBeVisible();
  const user = userEvent.setup();
  await user.click(within(region).getByRole('button', { name: /Write a reply/ }));
  expect(within(region).getByRole('textbox', { name: 'Your reply' })).toHaveFocus();
});

test('shows a closed conversation without a form', async () => {
  const region = await showConversation(talk, { open: false });
  expect(within(region).getByText('This conversation is closed.')).toBeVisible();
  expect(within(region).queryByRole('textbox')).not.toBeInTheDocument();
});

test('a new reply appears by itself', async () => {
  const region = await showConversation(talk);
  server.on('Conversation', () => conversation([...talk, reply(33, 'Them', 'One more thing')]));
  server.on('GroupForms', () => ({
    data: {
      feedbackGroup: group({
        feedbackResponses: [sent(1, { allowReplies: false })],
        userFeedbackResponses: [sent(21, { rating: 4, replies: 3, unreadReplies: 1 })],
      }),
    },
  }));
  await waitFor(() => {
    expect(socket.streams()).toBe(1);
  });
  socket.send({
    notificationsChanged: { __typename: 'NotificationCounts', openForms: 0, unreadReplies: 1 },
  });
  expect(await within(region).findByText('One more thing')).toBeVisible();
  expect(within(region).getByRole('status')).toHaveTextContent('1 new reply');
  await waitFor(() => {
    expect(server.calls('MarkRepliesAsRead')).toEqual([{ replyIds: [33] }]);
  });
});

test('says that a conversation did not load, and loads it again', async () => {
  const page = group({
    members: 1,
    feedbackResponses: [sent(1, { allowReplies: false })],
    userFeedbackResponses: [sent(21, { rating: 4 })],
  });
  server.on('GroupPage', () => groupPage(page));
  server.on('Conversation', () => new Response('', { status: 502 }));
  renderRoutes(feedbackRoutes, '/group/12');
  expect(await screen.findByText(/The conversation did not load\. The server has a problem/)).toBeVisible();
  server.on('Conversation', () => conversation(talk));
  await userEvent.setup().click(screen.getByRole('button', { name: 'Load it again' }));
  expect(await screen.findByText('On the sample.')).toBeVisible();
});
