import { lazy } from 'react';
import { useMember } from './session/useMember';

const LandingPage = lazy(async () => ({
  default: (await import('@/features/account/landing/LandingPage')).LandingPage,
}));
const HomePage = lazy(async () => ({
  default: (await import('@/features/feedback/home/HomePage')).HomePage,
}));

/** A session that ends does not take the home page away. */
export function StartPage() {
  return useMember() ? <HomePage /> : <LandingPage />;
}
