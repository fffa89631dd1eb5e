import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  auditEntry,
  connection,
  group,
  jobRun,
  mail,
  person,
  reply,
  request,
  response,
} from '@/test/adminRecords';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';
import { adminRoutes } from './routes';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
  server.on('Operator', () => ({ data: { userDetails: { __typename: 'User', operator: true } } }));
});

/** Answers the query of each list with one record, or with none. */
function answerLists(empty = false) {
  const one = (type: string, node: Record<string, unknown>) => connection(type, empty ? [] : [node]);
  server.on('PeoplePage', () => ({ data: { people: one('PersonRecord', person()) } }));
  server.on('GroupsPage', () => ({ data: { allGroups: one('GroupRecord', group()) } }));
  server.on('RequestsPage', ({ texts }) => ({
    data: { allRequests: one('RequestRecord', request(texts)) },
  }));
  server.on('ResponsesPage', ({ texts }) => ({
    data: { allResponses: one('ResponseRecord', response(texts)) },
  }));
  server.on('RepliesPage', ({ texts }) => ({ data: { allReplies: one('ReplyRecord', reply(texts)) } }));
  server.on('MailsPage', ({ texts }) => ({ data: { outgoingMails: one('OutgoingMail', mail(texts)) } }));
  server.on('AuditPage', () => ({ data: { auditLog: one('AuditEntry', auditEntry()) } }));
  server.on('JobsPage', () => {
    const latest = connection('JobRun', []);
    return {
      data: {
        assignGroups: one('JobRun', jobRun()),
        releaseFeedback: latest,
        calculateRatings: latest,
        sendReminders: latest,
        fetchNewReleases: latest,
        checkTracks: latest,
        sendNotices: latest,
        summarizeUsage: latest,
        jobRuns: one('JobRun', jobRun()),
      },
    };
  });
}

const noPage = { first: 20, after: null, last: null, before: null };

test.each([
  [
    'people',
    'PeoplePage',
    '?emailStartsWith=mi&emailRefused=true&disabled=false&operator=true',
    { emailStartsWith: 'mi', disabled: false, operator: true, emailRefused: true },
  ],
  ['groups', 'GroupsPage', '?name=%2312+-+Jazz&personId=7', { name: '#12 - Jazz', personId: '7' }],
  [
    'requests',
    'RequestsPage',
    '?text=kick&pending=true&genre=JAZZ&mediaUrl=https://a.example/b&groupId=1&personId=7',
    {
      texts: false,
      text: 'kick',
      pending: true,
      genre: 'JAZZ',
      mediaUrl: 'https://a.example/b',
      groupId: '1',
      personId: '7',
    },
  ],
  [
    'responses',
    'ResponsesPage',
    '?text=low+end&submitted=false&groupId=1&requestId=2&ownerId=3&writerId=4',
    {
      texts: false,
      text: 'low end',
      submitted: false,
      groupId: '1',
      requestId: '2',
      ownerId: '3',
      writerId: '4',
    },
  ],
  [
    'replies',
    'RepliesPage',
    '?text=which+kick&responseId=1&groupId=3&writerId=2',
    { texts: false, text: 'which kick', responseId: '1', groupId: '3', writerId: '2' },
  ],
  [
    'mails',
    'MailsPage',
    '?state=GIVEN_UP&kind=reminder&recipientRefused=true&recipient=a@b.example&personId=7',
    {
      texts: false,
      state: 'GIVEN_UP',
      kind: 'reminder',
      recipient: 'a@b.example',
      personId: '7',
      recipientRefused: true,
    },
  ],
  ['jobs', 'JobsPage', '?job=ASSIGN_GROUPS&outcome=FAILED', { job: 'ASSIGN_GROUPS', outcome: 'FAILED' }],
  [
    'audit',
    'AuditPage',
    '?action=READ&subject=REQUEST&subjectId=1&operatorId=2&personId=7',
    { action: 'READ', subject: 'REQUEST', subjectId: '1', operatorId: '2', personId: '7' },
  ],
])('the list of %s has its filters in the address', async (path, operation, search, variables) => {
  answerLists();
  renderRoutes(adminRoutes, `/admin/${path}${search}`);
  expect(await screen.findByRole('button', { name: 'Filter' })).toBeVisible();
  expect(server.calls(operation)).toEqual([{ ...noPage, ...variables }]);
  await userEvent.click(screen.getByRole('link', { name: 'Clear filters' }));
  await expect.poll(() => screen.queryByRole('link', { name: 'Clear filters' })).toBeNull();
});

test('a search in texts says what it needs and what is recorded', async () => {
  answerLists();
  renderRoutes(adminRoutes, '/admin/responses');
  const field = await screen.findByRole('searchbox', { name: 'Search' });
  expect(field).toHaveAccessibleDescription(
    'A part of the text. The audit log records that you searched. At least 3 letters or digits in a row.',
  );
  await userEvent.type(field, 'low end{Enter}');
  await expect.poll(() => server.calls('ResponsesPage').at(-1)).toMatchObject({ text: 'low end' });
});

test.each([
  ['people', 'No account fits'],
  ['groups', 'No group fits'],
  ['requests', 'No request fits'],
  ['responses', 'No response fits'],
  ['replies', 'No reply fits'],
  ['mails', 'No mail fits'],
  ['jobs', 'No run fits'],
  ['audit', 'No entry fits'],
])('the list of %s says that it is empty', async (path, words) => {
  answerLists(true);
  renderRoutes(adminRoutes, `/admin/${path}`);
  expect(await screen.findByText(new RegExp(words))).toBeVisible();
});

test.each([
  [
    'requests',
    'RequestsPage',
    'Show tracks and prompts',
    ['Is the kick too loud?', 'https://soundcloud.com/mira/tide'],
  ],
  ['responses', 'ResponsesPage', 'Show texts and authors', ['The low end is full.', 'jo@studio.example']],
  ['replies', 'RepliesPage', 'Show texts and authors', ['Which kick do you mean?', 'mira@post.example']],
  ['mails', 'MailsPage', 'Show addresses and errors', ['mira@post.example', '550 User unknown']],
])('the list of %s reads texts only when asked', async (path, operation, label, texts) => {
  answerLists();
  renderRoutes(adminRoutes, `/admin/${path}`);
  const show = await screen.findByRole('button', { name: `${label} (recorded in the audit log)` });
  for (const text of texts) expect(screen.queryByText(text)).toBeNull();
  expect(server.calls(operation)).toHaveLength(1);

  await userEvent.click(show);
  for (const text of texts) expect(await screen.findByText(text)).toBeVisible();
  expect(screen.getByText('Shown, and recorded in the audit log.')).toBeVisible();
  expect(server.calls(operation).map((variables) => variables.texts)).toEqual([false, true]);

  await userEvent.click(screen.getByRole('button', { name: label.replace('Show', 'Hide') }));
  for (const text of texts) expect(screen.queryByText(text)).toBeNull();
  expect(server.calls(operation)).toHaveLength(2);
});

test('texts that cannot be read leave the list, and say so', async () => {
  answerLists();
  server.on('RepliesPage', ({ texts }) =>
    texts === true
      ? new Response('', { status: 500 })
      : { data: { allReplies: connection('ReplyRecord', [reply(false)]) } },
  );
  renderRoutes(adminRoutes, '/admin/replies');
  await userEvent.click(await screen.findByRole('button', { name: /^Show texts/ }));
  expect(await screen.findByText(/The server has a problem/)).toBeVisible();
  expect(screen.getByRole('link', { name: '#700' })).toBeVisible();
});

describe('the list of people', () => {
  test('is searched by keyboard', async () => {
    answerLists();
    const { router } = renderRoutes(adminRoutes, '/admin/people?after=x');
    await userEvent.type(await screen.findByRole('searchbox', { name: 'Search' }), ' mira{Enter}');
    await expect.poll(() => router.state.location.search).toBe('?emailStartsWith=mira');
    expect(server.calls('PeoplePage').at(-1)).toMatchObject({ emailStartsWith: 'mira', after: null });
    await expect.poll(() => screen.getByRole('searchbox', { name: 'Search' })).toHaveValue('mira');
  });

  test('shows who is unusual', async () => {
    server.on('PeoplePage', () => ({
      data: {
        people: connection('PersonRecord', [
          person({ operator: true, emailVerified: false, disabledAt: '2026-11-01T00:00:00Z' }),
        ]),
      },
    }));
    renderRoutes(adminRoutes, '/admin/people');
    const row = await screen.findByRole('row', { name: /mira@post.example/ });
    expect(row).toHaveTextContent(/operator.*disabled.*not verified/);
  });

  test('has pages', async () => {
    server.on('PeoplePage', ({ after }) => ({
      data: {
        people: after
          ? connection('PersonRecord', [person({ id: '8', email: 'b@b.example' })], { hasPreviousPage: true })
          : connection('PersonRecord', [person()], { hasNextPage: true, endCursor: 'end' }),
      },
    }));
    const { router } = renderRoutes(adminRoutes, '/admin/people?operator=false');
    await userEvent.click(await screen.findByRole('link', { name: 'Next' }));
    expect(await screen.findByRole('link', { name: 'b@b.example' })).toBeVisible();
    expect(router.state.location.search).toBe('?operator=false&after=end');
  });
});

test('an id of an object filters the audit log together with its kind only', async () => {
  answerLists();
  renderRoutes(adminRoutes, '/admin/audit?subjectId=1');
  expect(await screen.findByText('The member asked for it.')).toBeVisible();
  expect(server.calls('AuditPage')[0]).toMatchObject({ subject: null, subjectId: null });
  await userEvent.click(screen.getByText('Show'));
  expect(screen.getByText('from')).toBeVisible();
});

test('jobs are shown with their last run and its counts', async () => {
  answerLists();
  renderRoutes(adminRoutes, '/admin/jobs');
  const [latest] = await screen.findAllByRole('row', { name: /^Assign groups/ });
  expect(latest).toHaveTextContent(/Succeeded.*Groups formed: 3/);
  expect(screen.getByRole('row', { name: /^Send reminders/ })).toHaveTextContent('never');
});
