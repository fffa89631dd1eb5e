import { useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';
import { useClient } from 'urql';
import { useConnection } from '@/api/connection';
import { ViewerQuery } from '@/features/account/viewer/viewer';

/** `healed`: the connection is back, and what is shown was loaded again. */
export type ConnectionNews = 'connected' | 'lost' | 'healed' | 'ended';

const PROBE_MS = 5_000;
const NEWS_MS = 8_000;

/**
 * The state of the connection. While it is lost, asks for the server again and again, also on pages without a socket. Once it
 * is back, loads again what is shown.
 *
 * @param signedIn whether the session has not ended
 */
export function useConnectionNews(signedIn: boolean): ConnectionNews {
  const client = useClient();
  const connection = useConnection();
  const { revalidate } = useRevalidator();
  const [news, setNews] = useState<ConnectionNews>('connected');
  if (connection === 'lost' && news !== 'lost') setNews('lost');

  useEffect(() => {
    if (connection !== 'lost') return;
    const probe = async () => {
      // Any answer of the server ends this state: see `reportingFetch`.
      await client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
    };
    const timer = setInterval(() => void probe(), PROBE_MS);
    const onOnline = () => void probe();
    addEventListener('online', onOnline);
    return () => {
      clearInterval(timer);
      removeEventListener('online', onOnline);
    };
  }, [connection, client]);

  useEffect(() => {
    if (connection !== 'connected' || news !== 'lost' || !signedIn) return;
    let current = true;
    const reload = async () => {
      await revalidate();
      if (current) setNews('healed');
    };
    void reload();
    return () => {
      current = false;
    };
  }, [connection, news, signedIn, revalidate]);

  useEffect(() => {
    if (news !== 'healed') return;
    const timer = setTimeout(() => {
      setNews('connected');
    }, NEWS_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [news]);

  return connection === 'ended' || !signedIn ? 'ended' : news;
}
