import { cacheExchange, type CacheExchangeOpts } from '@urql/exchange-graphcache';
import { persistedExchange } from '@urql/exchange-persisted';
import { Client, fetchExchange, subscriptionExchange, type TypedDocumentNode } from 'urql';
import { property } from '@/lib/property';
import { createLiveSocket } from './liveSocket';
import { memberExchange } from './memberExchange';
import { reportingFetch } from './reportingFetch';

/** What one feature knows about the cache: keys of its types, and updaters. */
export type FeatureCache = Pick<CacheExchangeOpts, 'keys' | 'updates' | 'resolvers'>;

function documentId(document: TypedDocumentNode<unknown, unknown>): Promise<string> {
  const id = property(property(document, '__meta__'), 'documentId');
  if (typeof id !== 'string')
    throw new Error('A document without an id: only documents made by `graphql()` are registered.');
  return Promise.resolve(id.replace(/^sha256:/, ''));
}

function merge(caches: FeatureCache[]): FeatureCache {
  const merged = { keys: {}, resolvers: {}, updates: { Mutation: {}, Subscription: {} } };
  for (const cache of caches) {
    Object.assign(merged.keys, cache.keys);
    Object.assign(merged.resolvers, cache.resolvers);
    Object.assign(merged.updates.Mutation, cache.updates?.Mutation);
    Object.assign(merged.updates.Subscription, cache.updates?.Subscription);
  }
  return merged;
}

/**
 * The client of the API. It sends the ids of documents, never their texts.
 *
 * @param onOtherMember is called when another member has signed in in another window
 */
export function createApiClient(
  caches: FeatureCache[],
  onOtherMember: () => void,
  origin = location.origin,
): Client {
  const socket = createLiveSocket(`${origin.replace(/^http/, 'ws')}/graphql`);
  return new Client({
    url: `${origin}/graphql`,
    suspense: true,
    preferGetMethod: false,
    fetch: reportingFetch,
    exchanges: [
      cacheExchange(merge(caches)),
      memberExchange(onOtherMember),
      persistedExchange({
        enforcePersistedQueries: true,
        enableForMutation: true,
        enableForSubscriptions: true,
        preferGetForPersistedQueries: false,
        generateHash: (_, document) => documentId(document),
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (operation) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              {
                query: operation.query ?? '',
                variables: operation.variables,
                extensions: operation.extensions,
              },
              {
                next: (result) => {
                  sink.next({ data: result.data ?? null, errors: [...(result.errors ?? [])] });
                },
                error: (error) => {
                  sink.error(error);
                },
                complete: () => {
                  sink.complete();
                },
              },
            ),
          }),
        }),
      }),
    ],
  });
}
