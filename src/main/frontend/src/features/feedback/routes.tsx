import type { Client } from 'urql';
import type { RouteObject } from 'react-router';

export const feedbackRoutes = (_client: Client): RouteObject[] => [];
