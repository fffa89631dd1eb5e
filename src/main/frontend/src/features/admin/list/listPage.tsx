import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { TypedDocumentNode } from 'urql';
import { usePage } from '@/api/usePage';
import {
  adminPage,
  type AdminPage,
  type PageAddress,
  type QueryVariables,
} from '@/features/admin/frame/adminPage';
import { AdminBody } from '@/features/admin/frame/AdminBody';
import { AdminHead } from '@/features/admin/frame/AdminHead';
import { TextsButton } from '@/features/admin/texts/TextsButton';
import { useTexts } from '@/features/admin/texts/useTexts';
import { filterValue, pageVariables, type FilterValue, type PageVariables } from '@/lib/listVariables';
import type { Filter } from '@/ui/filter/filter';
import { FilterForm } from '@/ui/filter/FilterForm';
import { ListPager, type ListPageInfo } from './ListPager';

type List<Data, Variables extends QueryVariables> = {
  title: string;
  lede?: ReactNode;
  filters: Filter[];
  query: TypedDocumentNode<Data, Variables>;
  /** @param texts whether texts and authors are read, which the audit log records */
  variables: (filter: FilterValue, page: PageVariables, texts: boolean) => Variables;
  pageInfo: (data: Data) => ListPageInfo | undefined;
  table: (data: Data) => ReactNode;
  /** Between the title and the filters. */
  above?: (data: Data) => ReactNode;
  /** Names what is read with `texts`. Without it, the list contains nothing of that kind. */
  texts?: string;
};

/** A page with a list: filters and cursor are in the address. */
export function listPage<Data, Variables extends QueryVariables>(list: List<Data, Variables>): AdminPage {
  const variables = ({ search }: Pick<PageAddress, 'search'>, texts: boolean) =>
    list.variables(filterValue(search), pageVariables(search), texts);

  function ListPage() {
    const [search] = useSearchParams();
    const data = usePage(list.query, variables({ search }, false));
    const texts = useTexts(list.query, variables({ search }, true));
    const shown = texts.data ?? data;
    const pageInfo = list.pageInfo(shown);
    return (
      <>
        <AdminHead title={list.title} lede={list.lede} />
        <AdminBody onCorrected={texts.hide}>
          {list.above?.(shown)}
          <FilterForm label={`Filter ${list.title.toLowerCase()}`} filters={list.filters} />
          {list.texts !== undefined && <TextsButton what={list.texts} texts={texts} />}
          {list.table(shown)}
          {pageInfo && <ListPager pageInfo={pageInfo} />}
        </AdminBody>
      </>
    );
  }

  return adminPage({
    query: list.query,
    variables: (address) => variables(address, false),
    Component: ListPage,
  });
}
