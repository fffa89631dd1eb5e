import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import {
  auditEntry,
  connection,
  group,
  mail,
  person,
  reference,
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

const more = { hasNextPage: true };

function answerDetails() {
  server.on('PersonDetailsPage', ({ texts }) => ({
    data: {
      personDetails: {
        __typename: 'PersonDetails',
        rating: 4.256,
        person: person(),
        requests: connection('RequestRecord', [request(texts)], more),
        groups: connection('GroupRecord', [group()], more),
        responsesReceived: connection('ResponseRecord', [response(texts)], more),
        ...(texts === true && {
          responsesGiven: connection('ResponseRecord', [response(true, { id: '901' })], more),
          replies: connection('ReplyRecord', [reply(true)], more),
        }),
        mails: connection('OutgoingMail', [mail(texts)], more),
        auditLog: connection('AuditEntry', [auditEntry()], more),
      },
    },
  }));
  server.on('GroupDetailsPage', ({ texts }) => ({
    data: {
      groupDetails: {
        __typename: 'GroupDetails',
        group: group(),
        requests: connection('RequestRecord', [request(texts)]),
        responses: connection('ResponseRecord', [response(texts)]),
        replies: connection('ReplyRecord', [reply(texts)], more),
        auditLog: connection('AuditEntry', [auditEntry()]),
      },
    },
  }));
  server.on('RequestDetailsPage', ({ texts }) => ({
    data: {
      requestDetails: {
        __typename: 'RequestDetails',
        request: request(texts),
        group: group(),
        owner: person(),
        referenceReleases: [reference({ id: '1' }), reference({ id: '2', artistCredit: '', name: ' ' })],
        responses: connection('ResponseRecord', [response(texts)], more),
        auditLog: connection('AuditEntry', [auditEntry()], more),
      },
    },
  }));
  server.on('ResponseDetailsPage', ({ texts }) => ({
    data: {
      responseDetails: {
        __typename: 'ResponseDetails',
        response: response(texts),
        request: request(texts),
        replies: connection('ReplyRecord', [reply(texts)], more),
        auditLog: connection('AuditEntry', [], more),
      },
    },
  }));
  server.on('ReplyDetailsPage', ({ texts }) => ({
    data: {
      replyDetails: { __typename: 'ReplyDetails', reply: reply(texts), response: response(texts) },
    },
  }));
}

const pages = [
  { path: 'people/7', operation: 'PersonDetailsPage', title: 'mira@post.example' },
  { path: 'groups/12', operation: 'GroupDetailsPage', title: 'Feedback Group #12 - Jazz' },
  { path: 'requests/103', operation: 'RequestDetailsPage', title: 'Request #103' },
  { path: 'responses/900', operation: 'ResponseDetailsPage', title: 'Response #900' },
  { path: 'replies/700', operation: 'ReplyDetailsPage', title: 'Reply #700' },
];

test.each(pages)('$path shows texts and authors only when asked', async ({ path, operation, title }) => {
  answerDetails();
  renderRoutes(adminRoutes, `/admin/${path}`);
  expect(await screen.findByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(screen.queryByText('The low end is full.')).toBeNull();
  expect(screen.queryByText('jo@studio.example')).toBeNull();

  await userEvent.click(screen.getByRole('button', { name: /^Show .*recorded in the audit log/ }));
  const [text] = await screen.findAllByText('The low end is full.');
  expect(text).toBeVisible();
  expect(server.calls(operation).map((variables) => variables.texts)).toEqual([false, true]);
});

test.each([
  ['people/7', 'PersonDetailsPage', 'personDetails', 'There is no account with this id'],
  ['groups/12', 'GroupDetailsPage', 'groupDetails', 'There is no group with this id'],
  ['requests/103', 'RequestDetailsPage', 'requestDetails', 'There is no request with this id'],
  ['responses/900', 'ResponseDetailsPage', 'responseDetails', 'in a group in which you are or were a member'],
  ['replies/700', 'ReplyDetailsPage', 'replyDetails', 'in a group in which you are or were a member'],
])('%s says why there is nothing to show', async (path, operation, field, words) => {
  server.on(operation, () => ({ data: { [field]: null } }));
  renderRoutes(adminRoutes, `/admin/${path}`);
  expect(await screen.findByRole('heading', { name: 'Nothing here' })).toBeVisible();
  expect(screen.getByText(new RegExp(words))).toBeVisible();
});

test('the page of an account leads to the complete lists', async () => {
  answerDetails();
  renderRoutes(adminRoutes, '/admin/people/7');
  await userEvent.click(await screen.findByRole('button', { name: /^Show texts/ }));
  await screen.findByRole('heading', { name: 'Responses given' });
  const links = screen.getAllByRole('link', { name: /^All / });
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/admin/requests?personId=7',
    '/admin/groups?personId=7',
    '/admin/responses?ownerId=7',
    '/admin/responses?writerId=7',
    '/admin/replies?writerId=7',
    '/admin/mails?personId=7',
    '/admin/audit?personId=7',
  ]);
  expect(screen.getByText('4.3')).toBeVisible();
});

test('a request and its changes are on one page', async () => {
  answerDetails();
  renderRoutes(adminRoutes, '/admin/requests/103');
  const log = await screen.findByRole('region', { name: 'Audit log' });
  expect(within(log).getByText('The member asked for it.')).toBeVisible();
  expect(within(log).getByRole('link', { name: 'All audit log' })).toHaveAttribute(
    'href',
    '/admin/audit?subject=REQUEST&subjectId=103',
  );
});

test('the references of a request can be listened to', async () => {
  answerDetails();
  renderRoutes(adminRoutes, '/admin/requests/103');
  const link = await screen.findByRole('link', { name: 'The Ilse Vargholt Quartet – Overcoat Season' });
  expect(link).toHaveAttribute('href', 'https://open.spotify.com/album/overcoat');
  expect(screen.getByRole('link', { name: 'https://open.spotify.com/album/overcoat' })).toBeVisible();
});

test('a group has its replies and the corrections in it', async () => {
  answerDetails();
  renderRoutes(adminRoutes, '/admin/groups/12');
  const replies = await screen.findByRole('region', { name: 'Replies' });
  expect(within(replies).getByRole('link', { name: '#700' })).toBeVisible();
  expect(within(replies).getByRole('link', { name: 'All replies' })).toHaveAttribute(
    'href',
    '/admin/replies?groupId=12',
  );
  const log = screen.getByRole('region', { name: 'Audit log' });
  expect(within(log).getByText('The member asked for it.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /^Show texts/ }));
  expect(await within(replies).findByText('Which kick do you mean?')).toBeVisible();
});

test('what the group of the operator hides is said', async () => {
  server.on('GroupDetailsPage', () => ({
    data: {
      groupDetails: {
        __typename: 'GroupDetails',
        group: group(),
        requests: connection('RequestRecord', [request(false, { personId: null, personEmail: null })]),
        responses: connection('ResponseRecord', []),
        replies: connection('ReplyRecord', []),
        auditLog: connection('AuditEntry', []),
      },
    },
  }));
  renderRoutes(adminRoutes, '/admin/groups/12');
  expect(await screen.findByRole('row', { name: /#103/ })).toHaveTextContent('not shown');
  expect(screen.getByText(/If you are or were a member of this group/)).toBeVisible();
});

test('a hidden rating and a hidden owner are said', async () => {
  answerDetails();
  server.on('RequestDetailsPage', () => ({
    data: {
      requestDetails: {
        __typename: 'RequestDetails',
        request: request(false, { personId: null, personEmail: null }),
        group: group(),
        owner: null,
        referenceReleases: [],
        responses: connection('ResponseRecord', []),
        auditLog: connection('AuditEntry', []),
      },
    },
  }));
  renderRoutes(adminRoutes, '/admin/requests/103');
  expect(await screen.findByText(/or you are or were a member of the group/)).toBeVisible();
});
