import type { Client } from 'urql';
import type { RouteObject } from 'react-router';

/** Pages for operators, below `/admin`. */
export const adminRoutes = (_client: Client): RouteObject[] => [];
