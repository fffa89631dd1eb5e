import { expect, test } from 'vitest';
import { routePaths } from './routeList';

test('lists the full path of each page, and no route that matches everything', () => {
  const routes = [
    {
      children: [
        { path: '/' },
        { path: 'group/:groupId' },
        { path: 'admin', children: [{ path: '' }, { path: 'people' }, { path: 'people/:personId' }] },
        { path: '*' },
      ],
    },
  ];
  expect(routePaths(routes)).toEqual([
    '/',
    '/group/:groupId',
    '/admin',
    '/admin/people',
    '/admin/people/:personId',
  ]);
});
