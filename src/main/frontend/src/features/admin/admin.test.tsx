import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { connection, jobRun, mail, person } from '@/test/adminRecords';
import { fakeServer, type FakeServer } from '@/test/fakeServer';
import { renderRoutes } from '@/test/renderApp';
import { adminRoutes } from './routes';

let server: FakeServer;

beforeEach(() => {
  server = fakeServer();
  server.on('Operator', () => ({ data: { userDetails: { __typename: 'User', operator: true } } }));
  server.on('PeoplePage', () => ({ data: { people: connection('PersonRecord', [person()]) } }));
});

describe('for others than operators', () => {
  test.each([null, { __typename: 'User', operator: false }])('no page exists for %o', async (userDetails) => {
    server.on('Operator', () => ({ data: { userDetails } }));
    renderRoutes(adminRoutes, '/admin/people');
    expect(await screen.findByRole('heading', { name: 'Nothing here' })).toBeVisible();
    expect(server.calls('PeoplePage')).toEqual([]);
  });
});

describe('the overview', () => {
  test('leads to all pages and names what failed', async () => {
    server.on('AdminOverviewPage', () => ({
      data: {
        outgoingMails: connection('OutgoingMail', [mail(false)]),
        jobRuns: connection('JobRun', [jobRun({ outcome: 'FAILED' })]),
      },
    }));
    renderRoutes(adminRoutes, '/admin');
    expect(await screen.findByRole('heading', { name: 'Operators' })).toBeVisible();
    const nav = screen.getByRole('navigation', { name: 'Operators' });
    expect(
      within(nav)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual([
      '/admin/people',
      '/admin/groups',
      '/admin/requests',
      '/admin/responses',
      '/admin/replies',
      '/admin/jobs',
      '/admin/sources',
      '/admin/mails',
      '/admin/audit',
      '/admin/usage',
    ]);
    expect(screen.getByText(/A mail was given up: New group/)).toBeVisible();
    expect(screen.getByText(/A job failed: Assign groups/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See the failed runs' })).toHaveAttribute(
      'href',
      '/admin/jobs?outcome=FAILED',
    );
  });

  test('says that nothing failed', async () => {
    server.on('AdminOverviewPage', () => ({
      data: { outgoingMails: connection('OutgoingMail', []), jobRuns: connection('JobRun', []) },
    }));
    renderRoutes(adminRoutes, '/admin');
    expect(await screen.findByText('No mail was given up, and no job failed.')).toBeVisible();
  });
});

describe('a page that cannot be loaded', () => {
  const refused = (code: string, message: string) => () => ({
    data: { people: null },
    errors: [{ message, path: ['people'], extensions: { code, requestId: 'r-17' } }],
  });

  test('says that the role is gone', async () => {
    server.on('PeoplePage', refused('NOT_PERMITTED', 'You may not do that.'));
    renderRoutes(adminRoutes, '/admin/people');
    expect(await screen.findByText(/does not have the operator role any more/)).toBeVisible();
    expect(screen.getByText('In the log: r-17')).toBeVisible();
  });

  test('leads from an old link to the first page, with the same filters', async () => {
    server.on('PeoplePage', refused('INVALID_CURSOR', 'Not a cursor.'));
    renderRoutes(adminRoutes, '/admin/people?operator=true&after=old');
    const link = await screen.findByRole('link', { name: 'Go to the first page of the list' });
    expect(link).toHaveAttribute('href', '/admin/people?operator=true');
  });

  test('says what a search needs', async () => {
    server.on('ResponsesPage', refused('INVALID_SEARCH', 'Search for at least 3 letters.'));
    renderRoutes(adminRoutes, '/admin/responses?text=a%20b');
    expect(await screen.findByText('Search for at least 3 letters.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to the list without filters' })).toHaveAttribute(
      'href',
      '/admin/responses',
    );
  });

  test('leads to the sign-in page and back after the session has ended', async () => {
    server.on('PeoplePage', refused('NOT_LOGGED_IN', 'Not logged in.'));
    renderRoutes(adminRoutes, '/admin/people?operator=true');
    expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute(
      'href',
      '/sign-in?next=%2Fadmin%2Fpeople%3Foperator%3Dtrue',
    );
  });

  test.each([
    ['an error of the server', () => new Response('<html>', { status: 500 }), 'The server has a problem.'],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 'The server did not answer.'],
  ])('can be tried again after %s', async (_, failure, message) => {
    server.on('PeoplePage', failure);
    renderRoutes(adminRoutes, '/admin/people');
    expect(await screen.findByText(new RegExp(message))).toBeVisible();
    server.on('PeoplePage', () => ({ data: { people: connection('PersonRecord', [person()]) } }));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'mira@post.example' })).toBeVisible();
  });
});
