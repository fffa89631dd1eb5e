import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { DataTable } from './DataTable';
import { Pager } from './Pager';

type Job = { name: string; runs: number };

function renderJobs(jobs: Job[]) {
  render(
    <DataTable
      caption="Jobs"
      columns={[
        { key: 'name', header: 'Job', cell: (job) => job.name },
        { key: 'runs', header: 'Runs', cell: (job) => job.runs, numeric: true },
      ]}
      rows={jobs}
      rowKey={(job) => job.name}
      empty="No job ran yet."
    />,
  );
}

test('a table has a name, columns, and rows named by their first column', () => {
  renderJobs([{ name: 'assign-groups', runs: 12 }]);
  const table = screen.getByRole('table', { name: 'Jobs' });
  expect(within(table).getAllByRole('columnheader')).toHaveLength(2);
  expect(within(table).getByRole('rowheader', { name: 'assign-groups' })).toBeVisible();
  expect(within(table).getByRole('cell', { name: '12' })).toBeVisible();
});

test('a table without rows says so', () => {
  renderJobs([]);
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  expect(screen.getByText('No job ran yet.')).toBeVisible();
});

function renderPager(path: string, pageInfo: Parameters<typeof Pager>[0]['pageInfo']) {
  render(
    <MemoryRouter initialEntries={[path]}>
      <Pager pageInfo={pageInfo} />
    </MemoryRouter>,
  );
}

test('the pager links to both sides and keeps the filters', () => {
  renderPager('/admin/people?state=open&after=a', {
    hasPreviousPage: true,
    hasNextPage: true,
    startCursor: 'b',
    endCursor: 'c',
  });
  expect(screen.getByRole('link', { name: 'Previous' })).toHaveAttribute(
    'href',
    '/admin/people?state=open&before=b',
  );
  expect(screen.getByRole('link', { name: 'Next' })).toHaveAttribute(
    'href',
    '/admin/people?state=open&after=c',
  );
});

test('the focus moves to the other link on the last page', async () => {
  const pages = (hasNextPage: boolean) => (
    <MemoryRouter>
      <Pager pageInfo={{ hasPreviousPage: true, hasNextPage, startCursor: 'b', endCursor: 'c' }} />
    </MemoryRouter>
  );
  const { rerender } = render(pages(true));
  await userEvent.click(screen.getByRole('link', { name: 'Next' }));
  rerender(pages(false));
  expect(screen.getByRole('link', { name: 'Previous' })).toHaveFocus();
});

test('the focus moves to the page if no other page is left', async () => {
  const pages = (hasNextPage: boolean) => (
    <MemoryRouter>
      <main tabIndex={-1}>
        <Pager pageInfo={{ hasPreviousPage: false, hasNextPage, startCursor: 'b', endCursor: 'c' }} />
      </main>
    </MemoryRouter>
  );
  const { rerender } = render(pages(true));
  await userEvent.click(screen.getByRole('link', { name: 'Next' }));
  rerender(pages(false));
  expect(screen.getByRole('main')).toHaveFocus();
});

test('a single page has no pager', () => {
  renderPager('/admin/people', { hasPreviousPage: false, hasNextPage: false });
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
});
