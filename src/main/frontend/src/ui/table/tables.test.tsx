import { render, screen, within } from '@testing-library/react';
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

test('a single page has no pager', () => {
  renderPager('/admin/people', { hasPreviousPage: false, hasNextPage: false });
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
});
