import { useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';
import { useConnection } from '@/api/connection';
import type { Session } from './useSession';

/**
 * `restored`: the connection is back, and what is shown was loaded again. `resumed`: the same after the member has signed in again.
 */
export type ConnectionNews = 'connected' | 'lost' | 'restored' | 'ended' | 'resumed';

const NEWS_MS = 8_000;

/** What to tell about the connection and the session. Once they are back, loads again what is shown. */
export function useConnectionNews({ ended, check }: Session): ConnectionNews {
  const connection = useConnection();
  const { revalidate } = useRevalidator();
  const [news, setNews] = useState<ConnectionNews>('connected');
  if (ended && news !== 'ended') setNews('ended');
  if (!ended && connection === 'lost' && news !== 'lost') setNews('lost');

  useEffect(() => {
    if (connection !== 'connected' || ended || (news !== 'lost' && news !== 'ended')) return;
    let current = true;
    const reload = async () => {
      // Loaded without a session, the page would lose what it shows.
      if (!(await check())) return;
      await revalidate();
      if (current) setNews(news === 'lost' ? 'restored' : 'resumed');
    };
    void reload();
    return () => {
      current = false;
    };
  }, [connection, news, ended, check, revalidate]);

  useEffect(() => {
    if (news !== 'restored' && news !== 'resumed') return;
    const timer = setTimeout(() => {
      setNews('connected');
    }, NEWS_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [news]);

  return news;
}
