import { lazy } from 'react';
import { useViewer } from '@/features/account/viewer/viewer';

const LandingPage = lazy(async () => ({
  default: (await import('@/features/account/landing/LandingPage')).LandingPage,
}));
const HomePage = lazy(async () => ({
  default: (await import('@/features/feedback/home/HomePage')).HomePage,
}));

export function StartPage() {
  return useViewer() ? <HomePage /> : <LandingPage />;
}
