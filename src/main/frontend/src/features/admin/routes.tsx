import type { Client } from 'urql';
import type { RouteObject } from 'react-router';
import type { AdminPage } from './frame/adminPage';

function route(client: Client, path: string, page: () => Promise<AdminPage>): RouteObject {
  return { path, lazy: async () => (await page())(client) };
}

/** Pages for operators, below `/admin`. Their code is loaded with the first visit, the loaders included. */
export const adminRoutes = (client: Client): RouteObject[] => [
  {
    path: 'admin',
    lazy: async () => (await import('./frame/operatorsOnly')).operatorsOnly(client),
    children: [
      {
        index: true,
        lazy: async () => (await import('./overview/overviewPage')).overviewPage(client),
      },
      route(client, 'people', async () => (await import('./person/peoplePage')).peoplePage),
      route(
        client,
        'people/:personId',
        async () => (await import('./person/personDetailsPage')).personDetailsPage,
      ),
      route(client, 'groups', async () => (await import('./group/groupsPage')).groupsPage),
      route(
        client,
        'groups/:groupId',
        async () => (await import('./group/groupDetailsPage')).groupDetailsPage,
      ),
      route(client, 'requests', async () => (await import('./request/requestsPage')).requestsPage),
      route(
        client,
        'requests/:requestId',
        async () => (await import('./request/requestDetailsPage')).requestDetailsPage,
      ),
      route(client, 'responses', async () => (await import('./response/responsesPage')).responsesPage),
      route(
        client,
        'responses/:responseId',
        async () => (await import('./response/responseDetailsPage')).responseDetailsPage,
      ),
      route(client, 'replies', async () => (await import('./reply/repliesPage')).repliesPage),
      route(
        client,
        'replies/:replyId',
        async () => (await import('./reply/replyDetailsPage')).replyDetailsPage,
      ),
      route(client, 'jobs', async () => (await import('./job/jobsPage')).jobsPage),
      route(client, 'sources', async () => (await import('./source/sourcesPage')).sourcesPage),
      route(client, 'mails', async () => (await import('./mail/mailsPage')).mailsPage),
      route(client, 'audit', async () => (await import('./audit/auditPage')).auditPage),
      route(client, 'usage', async () => (await import('./usage/usagePage')).usagePage),
    ],
  },
];
