import type { Client } from 'urql';
import type { RouteObject } from 'react-router';

/** Pages for visitors. */
export const visitorRoutes = (_client: Client): RouteObject[] => [];

/** Pages of an account, for members. */
export const accountRoutes = (_client: Client): RouteObject[] => [];
