import { Outlet, useLoaderData, type LoaderFunction } from 'react-router';
import type { Client } from 'urql';
import { NotFound } from '@/ui/page/NotFound';
import { isOperator } from './operator';

function Frame() {
  const operator: unknown = useLoaderData();
  return operator === true ? <Outlet /> : <NotFound />;
}

/** The parent of the operators' pages. For everybody else, none of them exists. */
export function operatorsOnly(client: Client): { loader: LoaderFunction; Component: typeof Frame } {
  return { loader: () => isOperator(client), Component: Frame };
}
